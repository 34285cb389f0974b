import * as vscode from 'vscode';
import { type SourceIndex } from '../../app/sourceIndex';
import { VIEWS } from '../names';

/** Milliseconds between two looks at how far the index is: it tells of every document. */
const LOOK_MS = 500;

/** Shows in the documents view that articles are being compared, and how far that is. */
export class SourceProgress implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private done: (() => void) | undefined;

  constructor(
    private readonly index: SourceIndex,
    private readonly tell: (text: string | undefined) => void,
  ) {
    this.subscription = index.onDidProgress(() => {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.show();
      }, LOOK_MS);
    });
  }

  dispose(): void {
    this.subscription.dispose();
    clearTimeout(this.timer);
    this.done?.();
  }

  private show(): void {
    const { state } = this.index;
    const isBusy = state.kind === 'reading' || state.kind === 'grouping';
    if (!isBusy) {
      this.done?.();
      this.done = undefined;
    } else if (!this.done) {
      const end = new Promise<void>(resolve => (this.done = resolve));
      void vscode.window.withProgress({ location: { viewId: VIEWS.documents } }, () => end);
    }
    this.tell(
      state.kind === 'reading'
        ? vscode.l10n.t('Comparing articles: {0} of {1}', state.done, state.total)
        : state.kind === 'grouping'
          ? vscode.l10n.t('Comparing articles: looking for stories')
          : undefined,
    );
  }
}
