import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Visibility } from '../../app/visibility';
import { codedDocuments, codesInUse, codesListed, renamingEdits, type UsedCode } from '../../app/renameCode';
import { fileNameOf, sidecarUriOf } from '../../app/sidecarUri';
import { annotationsText, documentsText, fieldLabels, stanceName } from '../labels';
import { labelText } from '../messageText';
import { showInformation, showWarning } from '../messages';
import { COMMANDS } from '../names';
import { plainItems, showQuickPick } from '../quickPick';
import { type Command } from './command';
import { type TaggingParts } from './tagPassage';

/** What renaming works with. */
export interface RenamingParts extends TaggingParts {
  readonly visibility: Pick<Visibility, 'isOwn' | 'isWithheld' | 'unwithheld'>;
}

/** Gives all annotations that have a code another one, in one step that is undone as one. Those that left the codebook come first. */
export const renameCode = (parts: RenamingParts, store: AnnotationStore): Command => ({
  id: COMMANDS.renameCode,
  run: async () => {
    const coded = () => codedDocuments(store, parts.visibility, parts.codebooks);
    const codes = codesInUse(coded().documents);
    if (codes.length === 0) {
      void showInformation(vscode.l10n.t('No annotation has a stance, a target or a tag yet.'));
      return;
    }
    const code = await chooseCode(codes);
    const to = code && (await chooseName(parts, code));
    if (!code || to === undefined) return;
    const updated = parts.clock.timestamp();
    // They may have changed while the questions stood there.
    const { documents, withheld } = coded();
    const annotations = new Map(documents.map(document => [document.uri, document.annotations]));
    let renamed = 0;
    const left: string[] = [];
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Renaming “{0}” to “{1}”', code.name, to),
        cancellable: true,
      },
      (progress, token) =>
        parts.history.asOne(async change => {
          for (const uri of code.documents) {
            if (token.isCancellationRequested) return;
            const edits = renamingEdits(annotations.get(uri) ?? [], code, to, updated);
            const outcome = await change(uri, { kind: 'group', edits });
            if (outcome.kind === 'done') renamed += edits.length;
            else if (outcome.kind !== 'unchanged') left.push(fileNameOf(sidecarUriOf(uri)));
            progress.report({ increment: 100 / code.documents.length });
          }
        }),
    );
    await tell(parts, code, to, { renamed, left, withheld });
  },
});

async function chooseCode(codes: readonly UsedCode[]): Promise<UsedCode | undefined> {
  const fields = fieldLabels();
  const items = codes.map(code => ({
    label: labelText(code.name),
    // An icon is one at the front alone: what is behind it may be a text of anybody's.
    description: [
      code.listed ? '' : vscode.l10n.t('$(warning) not in the codebook'),
      fields[code.field],
      annotationsText(code.annotations),
    ]
      .filter(part => part !== '')
      .join(' · '),
    code,
  }));
  const chosen = await showQuickPick(items, {
    matchOnDescription: true,
    title: vscode.l10n.t('Rename Code'),
    placeHolder: vscode.l10n.t('Which stance, target or tag should have another name?'),
  });
  return chosen?.code;
}

interface CodeItem extends vscode.QuickPickItem {
  readonly code: string;
}

/** One of the codebook's names, or one that is typed. */
function chooseName({ codebooks }: TaggingParts, { field, name, documents }: UsedCode): Promise<string | undefined> {
  const choice = (code: string, description: string, detail?: string): CodeItem => ({
    label: labelText(code),
    description,
    ...(detail === undefined ? {} : { detail }),
    code,
  });
  const choices = codesListed(codebooks.of(documents[0]!), field)
    .filter(entry => entry.name !== name)
    .map(entry => {
      const words = field === 'stance' && stanceName(entry.name) !== entry.name ? stanceName(entry.name) : '';
      return choice(entry.name, words, entry.definition);
    });
  const input = vscode.window.createQuickPick<CodeItem>();
  input.title = vscode.l10n.t('Rename Code');
  input.placeholder = vscode.l10n.t('What should “{0}” be called? Choose a code or type a new name', name);
  input.items = plainItems(choices);
  input.onDidChangeValue(value => {
    const typed = value.trim();
    const isNew = typed !== '' && typed !== name && !choices.some(({ code }) => code === typed);
    const added = isNew ? [{ ...choice(typed, vscode.l10n.t('New name')), alwaysShow: true }] : [];
    input.items = plainItems([...choices, ...added]);
  });
  return new Promise<string | undefined>(resolve => {
    input.onDidAccept(() => resolve(input.activeItems[0]?.code));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}

async function tell(
  { codebooks }: TaggingParts,
  code: UsedCode,
  to: string,
  result: { readonly renamed: number; readonly left: readonly string[]; readonly withheld: number },
): Promise<void> {
  const { renamed, left, withheld } = result;
  const seen =
    renamed === 1
      ? vscode.l10n.t('“{0}” is “{1}” now in 1 annotation.', code.name, to)
      : vscode.l10n.t('“{0}” is “{1}” now in {2} annotations.', code.name, to, renamed);
  const done = withheld
    ? vscode.l10n.t(
        '{0} Double-blind: only your own annotations were renamed in {1}. Rename it again once your pass is done.',
        seen,
        documentsText(withheld),
      )
    : seen;
  if (left.length) {
    void showWarning(vscode.l10n.t('{0} These could not be written and keep it: {1}', done, left.join(', ')));
    return;
  }
  const inCodebook = [...codebooks.all].find(({ codebook }) =>
    codesListed(codebook, code.field).some(({ name }) => name === code.name),
  );
  const open = vscode.l10n.t('Open Codebook');
  const undo = vscode.l10n.t('Undo');
  const chosen = inCodebook
    ? await showInformation(vscode.l10n.t('{0} The codebook still lists the old name.', done), open, undo)
    : await showInformation(done, undo);
  if (chosen === undo) await vscode.commands.executeCommand(COMMANDS.undo);
  if (chosen === open && inCodebook) await vscode.window.showTextDocument(vscode.Uri.parse(inCodebook.uri));
}
