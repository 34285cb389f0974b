import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { endangeredAnchors } from '../../app/anchorUpdates';
import { type AnnotationStore } from '../../app/annotationStore';
import { inSlices } from '../../app/inSlices';
import { type Clock } from '../../app/ports';

/**
 * Writes anchors when an article is saved whose passages would not be found again without. It is no change of a user's and not to be
 * undone; a sidecar that cannot be written now is left as it is, and the next save tries again, as it does where the article is
 * edited meanwhile.
 */
export const anchorsOnSave = (analysis: Analysis, store: AnnotationStore, clock: Clock): vscode.Disposable =>
  vscode.workspace.onDidSaveTextDocument(async ({ uri }) => {
    const record = analysis.openRecord(uri.toString());
    if (!record) return;
    const isCurrent = (): boolean => analysis.openRecord(record.uri)?.text === record.text;
    for (const edit of (await inSlices(endangeredAnchors(record), clock, isCurrent)) ?? [])
      await store.edit(record.uri, edit);
  });
