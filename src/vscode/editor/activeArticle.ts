import * as vscode from 'vscode';
import { type Corpus } from '../../app/corpus';
import { ContextKey } from '../contextKey';
import { CONTEXT_KEYS } from '../names';

/** Keeps the context key that says whether the active editor shows an article: menus and keys depend on it. */
export class ActiveArticle implements vscode.Disposable {
  private readonly key = new ContextKey<boolean>(CONTEXT_KEYS.inDocument);
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly corpus: Corpus) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      corpus.onDidChange(({ folders, added, removed }) => {
        if (folders || added.length || removed.length) this.update();
      }),
    ];
    this.update();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    this.key.set(uri !== undefined && this.corpus.has(uri));
  }
}
