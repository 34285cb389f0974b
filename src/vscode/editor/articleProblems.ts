import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type Corpus } from '../../app/corpus';
import { articleRemedyText } from '../articleProblemText';
import { Refresher } from '../refresher';
import { rangeOf } from './positions';

/**
 * Says in the editor and in Problems what is wrong with an article that can be opened all the same: characters that could not be
 * read, or a size at which nothing is highlighted. Without it, its reader would wonder.
 */
export class ArticleProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('pressmark-articles');
  /** The articles that the collection has something of: to take out what is not there is a message to the window all the same. */
  private readonly marked = new Set<string>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    corpus: Corpus,
    private readonly analysis: Analysis,
  ) {
    const refresher = new Refresher(changed => this.refresh(changed));
    this.subscriptions = [
      this.collection,
      refresher,
      analysis.onDidChange(uris => refresher.some(uris)),
      corpus.onDidChange(({ removed }) => refresher.some(removed)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => refresher.some([uri.toString()])),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private refresh(changed: 'all' | ReadonlySet<string>): void {
    for (const address of changed === 'all' ? [] : changed) {
      const problem = this.analysis.record(address)?.problem;
      if (problem?.kind === 'undecodable' || problem?.kind === 'tooLarge') {
        this.marked.add(address);
        this.collection.set(vscode.Uri.parse(address), [this.diagnostic(address, articleRemedyText(problem))]);
      } else if (this.marked.delete(address)) this.collection.delete(vscode.Uri.parse(address));
    }
  }

  /** At the first character that could not be read, where the article is open; else at its start. */
  private diagnostic(address: string, message: string): vscode.Diagnostic {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
    const at = this.analysis.openRecord(address)?.text.toString().indexOf('\ufffd') ?? -1;
    const range = document && at >= 0 ? rangeOf(document, { start: at, end: at + 1 }) : new vscode.Range(0, 0, 0, 0);
    const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
    diagnostic.source = 'Pressmark';
    return diagnostic;
  }
}
