import * as vscode from 'vscode';
import { type AnnotationStore } from '../app/annotationStore';
import { type Corpus } from '../app/corpus';
import { type RenamedArticles } from '../app/renamedArticles';
import { fileNameOf } from '../app/sidecarUri';
import { showInformation } from './messages';
import { moveSidecar } from './moveSidecar';
import { type Reattachment } from './references';

/** git writes one file after the other; once it has rested for so many milliseconds, what is missing then is missing. */
const REST_MS = 700;

/**
 * Offers to move sidecars after articles that were renamed outside of VS Code, once for each: never by itself, since another
 * article may only hold the same words.
 */
export class RenamedArticleOffers implements vscode.Disposable {
  private readonly offered = new Set<string>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    corpus: Corpus,
    store: AnnotationStore,
    private readonly renamed: RenamedArticles,
  ) {
    this.subscriptions = [
      corpus.onDidChange(() => this.lookSoon()),
      store.onDidChange(() => this.lookSoon()),
      renamed.onDidFind(documents => void this.offer(documents)),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renamed.look(), REST_MS);
  }

  private async offer(documents: readonly string[]): Promise<void> {
    const found = documents.flatMap((uri): Reattachment[] => {
      const same = this.renamed.of(uri).filter(({ likeness }) => likeness === 'same');
      // Several copies: which of them it is the user says in the command.
      return same.length === 1 ? [{ uri, to: same[0]!.uri }] : [];
    });
    const fresh = found.filter(({ uri, to }) => !this.offered.has(`${uri} ${to}`));
    if (fresh.length === 0) return;
    for (const { uri, to } of fresh) this.offered.add(`${uri} ${to}`);
    const move = vscode.l10n.t('Move Annotations');
    const first = fresh[0]!;
    const message =
      fresh.length === 1
        ? vscode.l10n.t(
            '“{0}” is missing, and “{1}” holds all of its annotated passages: it seems to have been renamed. Move its annotations there?',
            fileNameOf(first.uri),
            vscode.workspace.asRelativePath(vscode.Uri.parse(first.to)),
          )
        : vscode.l10n.t(
            '{0} annotated articles are missing, and seem to have been renamed: “{1}” to “{2}”, for example. Move their annotations along?',
            fresh.length,
            fileNameOf(first.uri),
            vscode.workspace.asRelativePath(vscode.Uri.parse(first.to)),
          );
    if ((await showInformation(message, move)) !== move) return;
    for (const reattachment of fresh) await moveSidecar(reattachment);
  }
}
