import * as vscode from 'vscode';
import { SETTINGS } from '../names';

const REMEMBERED = 'pressmark.author';

/** The part of the built-in Git extension's API that is used here. */
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): {
    readonly repositories: readonly GitRepository[];
    getRepository(uri: vscode.Uri): GitRepository | null;
  };
}

/** Says who annotates: the setting, else git's user.name, else what the user once answered. */
export class AuthorSource {
  constructor(private readonly memento: vscode.Memento) {}

  /** The author for a document. Asks once where nothing tells; undefined where the user declined to answer. */
  async authorFor(document: vscode.Uri): Promise<string | undefined> {
    return (await this.knownAuthor(document)) ?? this.ask();
  }

  /** The same without asking: undefined where nothing tells yet. */
  async knownAuthor(document: vscode.Uri): Promise<string | undefined> {
    const setting = vscode.workspace.getConfiguration(SETTINGS.section).get<string>(SETTINGS.author);
    return named(setting) ?? (await gitUserName(document)) ?? this.memento.get<string>(REMEMBERED);
  }

  private async ask(): Promise<string | undefined> {
    const answer = await vscode.window.showInputBox({
      title: vscode.l10n.t('Your Name'),
      prompt: vscode.l10n.t(
        'Noted as the author of your annotations. You can change it in the settings, under “Pressmark: Author”.',
      ),
      placeHolder: vscode.l10n.t('For example: Ada Ferrin'),
      ignoreFocusOut: true,
    });
    const name = named(answer);
    if (name !== undefined) await this.memento.update(REMEMBERED, name);
    return name;
  }
}

/** A name without the blanks around it; undefined where nothing is left. */
const named = (text: string | undefined): string | undefined => (text?.trim() === '' ? undefined : text?.trim());

/** git's user.name for a document; undefined where git, its extension or the name is missing. */
async function gitUserName(document: vscode.Uri): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    if (!git.enabled) return undefined;
    const api = git.getAPI(1);
    const repository = api.getRepository(document) ?? api.repositories[0];
    return named(await repository?.getConfig('user.name')) ?? named(await repository?.getGlobalConfig('user.name'));
  } catch {
    return undefined; // No git on this machine: not an error here.
  }
}
