import * as vscode from 'vscode';
import { type EditOutcome } from '../../app/annotationStore';
import { type AnnotationOverview } from '../../app/corpusView';
import { type History } from '../../app/history';
import { type DocumentUri } from '../../app/ports';
import { type AnnotationEdit } from '../../core/annotation/model';
import { VIEWS } from '../names';
import { reportOutcome } from './outcome';

/** How changing several annotations ended. */
export interface Changed {
  /** So many were changed. */
  readonly count: number;
  /** Of these documents, none was: the user knows why. */
  readonly failed: ReadonlySet<DocumentUri>;
}

/** More annotations than this are changed with a message that shows how far it is and lets the user stop. */
const MANY = 50;

interface Failure {
  readonly document: DocumentUri;
  readonly outcome: EditOutcome;
}

/**
 * Makes a change of each of these annotations, document by document, which is undone as one; `editOf` gives none for one that is to stay.
 * What stood in the way is told, with what mends it.
 */
export async function changeAnnotations(
  history: History,
  title: string,
  overviews: readonly AnnotationOverview[],
  editOf: (overview: AnnotationOverview) => AnnotationEdit | undefined,
): Promise<Changed> {
  const edits = new Map<DocumentUri, AnnotationEdit[]>();
  for (const overview of overviews) {
    const edit = editOf(overview);
    if (edit) edits.set(overview.document, [...(edits.get(overview.document) ?? []), edit]);
  }
  const total = [...edits.values()].reduce((sum, { length }) => sum + length, 0);
  if (total === 0) return { count: 0, failed: new Set() };
  const location = total > MANY ? vscode.ProgressLocation.Notification : { viewId: VIEWS.annotations };
  let count = 0;
  let last: EditOutcome = { kind: 'unchanged' };
  const make = (documents: readonly DocumentUri[]): Promise<readonly Failure[]> =>
    history.asOne(async change =>
      vscode.window.withProgress({ location, title, cancellable: total > MANY }, async (progress, stop) => {
        const failed: Failure[] = [];
        for (const document of documents) {
          if (stop.isCancellationRequested) break;
          const wanted = edits.get(document)!;
          const [alone, ...others] = wanted;
          const outcome = await change(document, alone && !others.length ? alone : { kind: 'group', edits: wanted });
          last = outcome;
          if (outcome.kind === 'done') count += wanted.length;
          else if (outcome.kind !== 'unchanged') failed.push({ document, outcome });
          progress.report({ increment: (100 * wanted.length) / total });
        }
        return failed;
      }),
    );
  let failures = await make([...edits.keys()]);
  const [first] = failures;
  if (first) {
    const retry = async (): Promise<EditOutcome> => {
      failures = await make(failures.map(({ document }) => document));
      return failures[0]?.outcome ?? last;
    };
    await reportOutcome(first.document, first.outcome, retry);
  }
  return { count, failed: new Set(failures.map(({ document }) => document)) };
}
