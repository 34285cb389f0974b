import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type Corpus } from '../../app/corpus';
import { canonicalText } from '../../core/text/canonicalText';
import { type TextChange } from '../../core/text/change';
import { editedText } from '../../core/text/editedText';
import { offsetOf } from './positions';

/** Tells the analysis what editors show: articles of the corpus that are open, and each change to them. */
export class TextDocuments implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly corpus: Corpus,
    private readonly analysis: Analysis,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument(document => this.opened(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.analysis.closed(document.uri.toString())),
      vscode.workspace.onDidChangeTextDocument(event => this.changed(event)),
      corpus.onDidChange(({ added }) => {
        if (added.length) this.openAll();
      }),
    ];
    this.openAll();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private openAll(): void {
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  private opened(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (this.corpus.has(uri) && !this.analysis.openRecord(uri) && !this.analysis.isOpening(uri))
      void this.analysis.opened(uri, canonicalText(document.getText()));
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (!contentChanges.length) return;
    const uri = document.uri.toString();
    const before = this.analysis.openRecord(uri);
    if (!before) {
      if (this.analysis.isOpening(uri)) void this.analysis.opened(uri, canonicalText(document.getText()));
      return;
    }
    const changes = textChanges(document, contentChanges);
    // To have the document put its lines together at each key would cost more than the change itself.
    const text = editedText(before.text, changes);
    if (text.length === lengthOf(document)) this.analysis.edited(uri, text, changes);
    else this.analysis.edited(uri, canonicalText(document.getText()));
  }
}

/** The length of a document's canonical text. */
const lengthOf = (document: vscode.TextDocument): number =>
  offsetOf(document, document.lineAt(document.lineCount - 1).range.end);

/** The changes in canonical offsets of the text before. All ranges of one event count in that text. */
function textChanges(
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): readonly TextChange[] {
  // Each line before an offset ends with one character more than in canonical text.
  const extra = document.eol === vscode.EndOfLine.CRLF ? 1 : 0;
  return changes.map(({ range, rangeOffset, rangeLength, text }) => ({
    start: rangeOffset - extra * range.start.line,
    end: rangeOffset + rangeLength - extra * range.end.line,
    text: canonicalText(text),
  }));
}
