import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus } from '../../app/corpus';
import { sidecarUriOf } from '../../app/sidecarUri';
import { isMissing } from './isMissing';

/** Longer than VS Code gathers what its watchers tell. */
const WAIT_MS = 400;

/**
 * Looks again at a sidecar a moment after it was written, for what watchers tell late or never. VS Code takes a file that is renamed into
 * its place for a new one, and of a new file that is deleted within the same tenth of a second it tells nothing at all. And what another
 * program wrote over can be given back only if that is noticed soon.
 */
export class SecondLook implements vscode.Disposable {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscription: { dispose(): void };

  constructor(
    private readonly store: AnnotationStore,
    private readonly corpus: Corpus,
  ) {
    this.subscription = store.onDidWrite(document => {
      clearTimeout(this.timers.get(document));
      this.timers.set(
        document,
        setTimeout(() => void this.look(document), WAIT_MS),
      );
    });
  }

  dispose(): void {
    this.subscription.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private async look(document: string): Promise<void> {
    this.timers.delete(document);
    try {
      await vscode.workspace.fs.stat(vscode.Uri.parse(sidecarUriOf(document)));
      await this.store.reload(document);
    } catch (error) {
      if (isMissing(error)) this.corpus.sidecarVanished(document);
    }
  }
}
