import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { passagesAt } from '../../app/tagging';
import { ContextKey } from '../contextKey';
import { CONTEXT_KEYS } from '../names';
import { offsetOf } from './positions';

/** Keeps the context key that says whether the cursor is in an annotated passage: keys that adjust it depend on it. */
export function passageAtCursor(analysis: Analysis): vscode.Disposable {
  const key = new ContextKey<boolean>(CONTEXT_KEYS.inPassage);
  const update = (): void => {
    const editor = vscode.window.activeTextEditor;
    const record = editor && analysis.openRecord(editor.document.uri.toString());
    key.set(record !== undefined && passagesAt(record, offsetOf(editor!.document, editor!.selection.start)).length > 0);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) update();
    }),
    analysis.onDidChange(update),
  );
}
