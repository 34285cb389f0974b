import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { sidecarUriOf } from '../../app/sidecarUri';
import { rangeOf } from '../editor/positions';
import { inMarks } from '../labels';
import { showWarning } from '../messages';
import { COMMANDS } from '../names';
import { type Command } from './command';
import { type AnnotationReference } from '../references';
import { annotationMeant } from './references';
import { canonicalText } from '../../core/text/canonicalText';

/** Opens the article and selects an annotation's passage. */
export class GoToPassage implements Command {
  readonly id = COMMANDS.goToPassage;

  constructor(
    private readonly analysis: Analysis,
    private readonly store: AnnotationStore,
  ) {}

  readonly run = async (argument: unknown): Promise<void> => {
    const reference = annotationMeant(this.analysis, argument);
    if (reference) await this.show(reference, false);
  };

  /** Shows an annotation's passage; `preserveFocus`: the keyboard stays where it is. */
  async show(reference: AnnotationReference, preserveFocus: boolean): Promise<void> {
    const stored = this.store.annotation(reference.document, reference.id);
    if (!stored) return;
    const uri = vscode.Uri.parse(reference.document);
    let document: vscode.TextDocument;
    try {
      document = await vscode.workspace.openTextDocument(uri);
    } catch {
      await this.offerSidecar(reference.document, vscode.l10n.t('The article of this annotation cannot be opened.'));
      return;
    }
    const editor = await vscode.window.showTextDocument(document, { preserveFocus });
    if (!this.analysis.openRecord(reference.document))
      await this.analysis.opened(reference.document, canonicalText(document.getText()));
    const passage = this.analysis.openRecord(reference.document)?.passages.get(reference.id);
    if (!passage?.span || passage.state === 'lost') {
      await this.offerSidecar(
        reference.document,
        vscode.l10n.t('The tagged passage is not in the article any more: {0}', inMarks(stored.quote)),
      );
      return;
    }
    const range = rangeOf(document, passage.span);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private async offerSidecar(document: string, message: string): Promise<void> {
    const openSidecar = vscode.l10n.t('Open Sidecar');
    if ((await showWarning(message, openSidecar)) === openSidecar)
      await vscode.window.showTextDocument(vscode.Uri.parse(sidecarUriOf(document)));
  }
}
