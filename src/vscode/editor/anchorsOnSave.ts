import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { endangeredAnchors } from '../../app/anchorUpdates';
import { type AnnotationStore } from '../../app/annotationStore';

/**
 * Writes anchors when an article is saved whose passages would not be found again without. It is no change of a user's and not to be
 * undone; a sidecar that cannot be written now is left as it is, and the next save tries again.
 */
export const anchorsOnSave = (analysis: Analysis, store: AnnotationStore): vscode.Disposable =>
  vscode.workspace.onDidSaveTextDocument(async ({ uri }) => {
    const record = analysis.openRecord(uri.toString());
    if (!record) return;
    for (const edit of endangeredAnchors(record)) await store.edit(record.uri, edit);
  });
