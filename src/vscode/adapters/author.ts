import * as vscode from 'vscode';
import { type Disposable, Emitter } from '../../app/event';
import { type Annotator } from '../../app/visibility';
import { SETTINGS } from '../names';

const REMEMBERED = 'pressmark.author';

/** The part of the built-in Git extension's API that is used here. */
interface GitRepository {
  readonly rootUri: vscode.Uri;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}
interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Says who annotates: the setting, else git's user.name, else what the user once answered. */
export class AuthorSource implements Annotator, Disposable {
  private readonly changes = new Emitter<void>();
  private readonly subscriptions: Disposable[];
  /** git's user.name, by the repository's root. */
  private readonly gitNames = new Map<string, string | undefined>();
  private git: GitApi | undefined;
  private readonly gitReady: Promise<void>;

  readonly onDidChange = this.changes.event;

  constructor(private readonly memento: vscode.Memento) {
    this.subscriptions = [
      this.changes,
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.author}`)) this.changes.fire();
      }),
    ];
    this.gitReady = this.readGit();
  }

  /** The author for a document, as far as it is known without asking. */
  nameFor(document: string): string | undefined {
    return setting() ?? this.gitName(this.repositoryOf(vscode.Uri.parse(document))) ?? this.remembered;
  }

  /** The author for a document. Asks once where nothing tells; undefined where the user declined to answer. */
  async authorFor(document: vscode.Uri): Promise<string | undefined> {
    return (await this.knownAuthor(document)) ?? this.ask();
  }

  /** The same without asking: undefined where nothing tells yet. */
  async knownAuthor(document: vscode.Uri): Promise<string | undefined> {
    if (setting() === undefined) {
      await this.gitReady;
      const repository = this.repositoryOf(document);
      if (repository) await this.read(repository);
    }
    return this.nameFor(document.toString());
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get remembered(): string | undefined {
    return this.memento.get<string>(REMEMBERED);
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
    if (name !== undefined) {
      await this.memento.update(REMEMBERED, name);
      this.changes.fire();
    }
    return name;
  }

  /** Without git on this machine there is no name from it: not an error here. */
  private async readGit(): Promise<void> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (!extension) return;
    try {
      const git = extension.isActive ? extension.exports : await extension.activate();
      if (!git.enabled) return;
      this.git = git.getAPI(1);
      this.subscriptions.push(this.git.onDidOpenRepository(repository => void this.read(repository)));
      await Promise.all(this.git.repositories.map(repository => this.read(repository)));
    } catch {
      this.git = undefined;
    }
  }

  private async read(repository: GitRepository): Promise<void> {
    const before = this.gitName(repository);
    const read = async (name: Promise<string>): Promise<string | undefined> => named(await name.catch(() => ''));
    const name =
      (await read(repository.getConfig('user.name'))) ?? (await read(repository.getGlobalConfig('user.name')));
    this.gitNames.set(repository.rootUri.toString(), name);
    if (name !== before) this.changes.fire();
  }

  private repositoryOf(document: vscode.Uri): GitRepository | undefined {
    return this.git?.getRepository(document) ?? this.git?.repositories[0];
  }

  private gitName(repository: GitRepository | undefined): string | undefined {
    return repository && this.gitNames.get(repository.rootUri.toString());
  }
}

const setting = (): string | undefined =>
  named(vscode.workspace.getConfiguration(SETTINGS.section).get<string>(SETTINGS.author));

/** A name without the blanks around it; undefined where nothing is left. */
const named = (text: string | undefined): string | undefined => (text?.trim() === '' ? undefined : text?.trim());
