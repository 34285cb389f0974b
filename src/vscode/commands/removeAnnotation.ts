import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { rowText } from '../../app/corpusView';
import { type History } from '../../app/history';
import { type Visibility } from '../../app/visibility';
import { showInformation } from '../messages';
import { COMMANDS } from '../names';
import { type Command } from './command';
import { reportOutcome } from './outcome';
import { annotationMeant } from './references';

/** Removes an annotation at once and offers to undo: no question that everybody learns to click away. */
export class RemoveAnnotation implements Command {
  readonly id = COMMANDS.removeAnnotation;

  constructor(
    private readonly analysis: Analysis,
    private readonly store: AnnotationStore,
    private readonly history: History,
    private readonly visibility: Pick<Visibility, 'isOwn'>,
  ) {}

  readonly run = async (argument: unknown): Promise<void> => {
    const reference = annotationMeant(this.analysis, argument, this.visibility);
    const stored = reference && this.store.annotation(reference.document, reference.id);
    if (!stored) {
      void showInformation(vscode.l10n.t('There is no annotation here. Put the cursor in a tagged passage.'));
      return;
    }
    const remove = () => this.history.change(reference.document, { kind: 'remove', id: reference.id });
    if (!(await reportOutcome(reference.document, await remove(), remove))) return;
    const undo = vscode.l10n.t('Undo');
    const chosen = await showInformation(vscode.l10n.t('Removed: {0}', rowText(stored)), undo);
    if (chosen === undo) await vscode.commands.executeCommand(COMMANDS.undo);
  };
}
