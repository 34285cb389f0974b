import * as vscode from 'vscode';
import { freshAnchor } from '../../app/anchorUpdates';
import { type AnnotationStore } from '../../app/annotationStore';
import { changedFields } from '../../app/tagging';
import { COMMANDS } from '../names';
import { askJudgement } from '../pickers/judgementWizard';
import { type Command } from './command';
import { knownCodes } from './knownCodes';
import { reportOutcome } from './outcome';
import { annotationMeant, judgementIn } from './references';
import { type TaggingParts } from './tagPassage';

/** Asks the questions of tagging again, from what is stored. */
export class EditAnnotation implements Command {
  readonly id = COMMANDS.editAnnotation;

  constructor(
    private readonly parts: TaggingParts,
    private readonly store: AnnotationStore,
  ) {}

  readonly run = async (argument: unknown): Promise<void> => {
    const { analysis, view, codebooks, clock, history } = this.parts;
    const reference = annotationMeant(analysis, argument);
    const stored = reference && this.store.annotation(reference.document, reference.id);
    if (!stored) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no annotation here. Put the cursor in a tagged passage.'),
      );
      return;
    }
    const brought = judgementIn(argument);
    const wanted = brought
      ? { ...stored, ...brought }
      : await askJudgement(stored.quote, stored, knownCodes(codebooks, view, reference.document));
    const fields = wanted && changedFields(stored, wanted);
    if (!fields) return;
    const record = analysis.openRecord(reference.document);
    const anchor = record ? freshAnchor(record, reference.id) : {};
    const change = () =>
      history.change(reference.document, {
        kind: 'change',
        id: reference.id,
        fields: { ...anchor, ...fields, updated: clock.timestamp() },
      });
    if (await reportOutcome(reference.document, await change(), change))
      vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Annotation changed'), 4000);
  };
}
