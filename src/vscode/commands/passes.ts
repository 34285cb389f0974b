import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus } from '../../app/corpus';
import { type CorpusView } from '../../app/corpusView';
import { type History } from '../../app/history';
import { type Clock } from '../../app/ports';
import { type AuthorSource } from '../adapters/author';
import { documentsText } from '../labels';
import { showError, showInformation, showStatus, showWarning } from '../messages';
import { COMMANDS } from '../names';
import { type Command } from './command';
import { chooseFolder } from './folders';
import { reportOutcome } from './outcome';
import { activeDocument, documentIn } from './references';

/** What marking passes works with. */
export interface PassParts {
  readonly corpus: Corpus;
  readonly store: AnnotationStore;
  readonly view: CorpusView;
  readonly history: History;
  readonly author: AuthorSource;
  readonly clock: Clock;
}

/** `Mark My Pass Done`: the user has gone through the whole document. `Reopen My Pass` takes it back. */
export const passCommands = (parts: PassParts): readonly Command[] => [
  { id: COMMANDS.markPassDone, run: argument => setPass(parts, argument, parts.clock.timestamp()) },
  { id: COMMANDS.reopenPass, run: argument => setPass(parts, argument, undefined) },
  { id: COMMANDS.markFolderPassDone, run: () => markFolder(parts) },
];

async function setPass(parts: PassParts, argument: unknown, done: string | undefined): Promise<void> {
  const { store, view, history } = parts;
  const uri = documentIn(argument) ?? activeDocument();
  const overview = uri === undefined ? undefined : view.overview(uri);
  if (uri === undefined || !overview) {
    void showInformation(vscode.l10n.t('Open an article of the corpus first.'));
    return;
  }
  const by = await nameOf(parts, uri);
  if (by === undefined) return;
  const isDone = store.passes(uri).some(pass => pass.by === by);
  if (isDone === (done !== undefined)) {
    void showInformation(
      isDone
        ? vscode.l10n.t('Your pass over “{0}” is done already.', overview.title)
        : vscode.l10n.t('Your pass over “{0}” is open.', overview.title),
    );
    return;
  }
  const change = () => history.change(uri, { kind: 'pass', by, done }, overview.facts);
  if (!(await reportOutcome(uri, await change(), change))) return;
  const message =
    done === undefined
      ? vscode.l10n.t('$(circle-large-outline) Your pass over “{0}” is open again', overview.title)
      : vscode.l10n.t('$(pass) Your pass over “{0}” is done', overview.title);
  showStatus(message);
}

/** All documents of a folder at once, undone as one. Asks first: where it is double-blind, what was hidden is seen then. */
async function markFolder(parts: PassParts): Promise<void> {
  const { corpus, store, view, history, clock } = parts;
  const folder = await chooseFolder(
    corpus.folders.filter(({ state }) => state === 'corpus').map(entry => entry.folder),
    vscode.l10n.t('Which folder have you gone through?'),
    vscode.l10n.t('No folder of this workspace is a corpus.'),
  );
  const documents = view.documents.filter(document => document.folder.uri === folder?.uri && !document.missing);
  const [first] = documents;
  const by = first && (await nameOf(parts, first.uri));
  if (!folder || by === undefined) return;
  const open = documents.filter(({ uri }) => !store.passes(uri).some(pass => pass.by === by));
  if (open.length === 0) {
    void showInformation(vscode.l10n.t('Your pass over every document of “{0}” is done.', folder.name));
    return;
  }
  const mark = vscode.l10n.t('Mark Done');
  const chosen = await showWarning(
    vscode.l10n.t('Mark your pass over {0} of “{1}” done?', documentsText(open.length), folder.name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'It says that you have gone through each of them. Where the folder is annotated double-blind, you see others’ annotations from then on.',
      ),
    },
    mark,
  );
  if (chosen !== mark) return;
  const failed = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Marking passes done'), cancellable: true },
    (progress, token) =>
      history.asOne(async change => {
        let failures = 0;
        for (const { uri } of open) {
          if (token.isCancellationRequested) break;
          const edit = { kind: 'pass', by, done: clock.timestamp() } as const;
          const outcome = await change(uri, edit, view.overview(uri)?.facts);
          if (outcome.kind !== 'done' && outcome.kind !== 'unchanged') failures++;
          progress.report({ increment: 100 / open.length });
        }
        return failures;
      }),
  );
  if (failed > 0)
    void showError(vscode.l10n.t('Sidecars that could not be written: {0}. See Problems, then do it again.', failed));
}

/** The user's name; where he declines to give one, nobody's pass can be marked, and that is said. */
async function nameOf({ author }: PassParts, uri: string): Promise<string | undefined> {
  const name = await author.authorFor(vscode.Uri.parse(uri));
  if (name === undefined)
    void showInformation(
      vscode.l10n.t('A pass is somebody’s. Set your name under “Pressmark: Author” in the settings.'),
    );
  return name;
}
