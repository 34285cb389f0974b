import * as vscode from 'vscode';
import { type AnnotationStore } from '../app/annotationStore';
import { type Corpus } from '../app/corpus';
import { newPaths } from '../app/linksAlong';
import { type ArticleFiles, type NewId } from '../app/ports';
import { documentUriOf, fileNameOf, sidecarUriOf } from '../app/sidecarUri';
import { likenessOfArticle } from '../core/anchor/likenessOfArticle';
import { editSidecar } from '../core/sidecar/editSidecar';
import { withNewIds } from '../core/sidecar/withNewIds';
import { fileExists } from './fileExists';
import { showError, showInformation } from './messages';

/** More new files than this at once are no copy of an article: a folder was copied, and its sidecars with it. */
const MAX_FILES = 20;

/**
 * Offers to copy the annotations of an article that was copied in VS Code. VS Code says of a copy only that there is a new file:
 * what it is a copy of is told by its words.
 */
export class CopiedArticleOffers implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly files: Pick<ArticleFiles, 'read'>,
    private readonly newId: NewId,
  ) {
    this.subscription = vscode.workspace.onDidCreateFiles(async ({ files }) => {
      if (files.length > MAX_FILES) return;
      for (const file of files) await this.offer(file.toString());
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async offer(copy: string): Promise<void> {
    if (documentUriOf(copy) !== undefined || this.store.documents.length === 0) return;
    const reading = await this.files.read(copy);
    if (reading.kind !== 'text' || (await fileExists(sidecarUriOf(copy)))) return;
    const originals = this.store.documents.filter(
      uri =>
        uri !== copy &&
        this.corpus.has(uri) &&
        likenessOfArticle(reading.text, this.store.everyAnnotation(uri)) === 'same',
    );
    const [original] = originals;
    // A copy of a copy: they say the same of it, or there is no telling whose annotations are meant.
    if (original === undefined || originals.length > 1) return;
    const copyThem = vscode.l10n.t('Copy Annotations');
    const message = vscode.l10n.t(
      '“{0}” holds all annotated passages of “{1}”. Copy its annotations too?',
      fileNameOf(copy),
      fileNameOf(original),
    );
    if ((await showInformation(message, copyThem)) === copyThem) await this.copy(original, copy);
  }

  private async copy(original: string, copy: string): Promise<void> {
    const source = this.store.state(original)?.source;
    const renewed = source === undefined ? undefined : withNewIds(source, this.newId);
    const contents = renewed === undefined ? undefined : this.relinked(renewed, original, copy);
    const sidecar = sidecarUriOf(copy);
    const edit = new vscode.WorkspaceEdit();
    if (contents !== undefined)
      edit.createFile(vscode.Uri.parse(sidecar), { overwrite: false, contents: new TextEncoder().encode(contents) });
    if (contents !== undefined && !(await fileExists(sidecar)) && (await vscode.workspace.applyEdit(edit))) return;
    void showError(
      vscode.l10n.t(
        'The annotations of “{0}” could not be copied. See whether its sidecar has problems, and whether there is one beside the copy already.',
        fileNameOf(original),
      ),
    );
  }

  /** Links lead from beside the copy to where they led from beside the original. */
  private relinked(source: string, original: string, copy: string): string | undefined {
    const [from, to] = [original, copy].map(uri => this.corpus.placeOf(uri));
    if (!from || !to) return source;
    const documents = newPaths(this.store.everyAnnotation(original), from, to);
    const edited = editSidecar(source, { kind: 'relink', documents }, { articleName: '', facts: {} });
    return edited.kind === 'edited' ? edited.source : edited.kind === 'unchanged' ? source : undefined;
  }
}
