import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { showInformation } from '../messages';
import { COMMANDS } from '../names';
import { askJudgement } from '../pickers/judgementWizard';
import { type Command } from './command';
import { knownCodes } from './knownCodes';
import { annotationMeant, judgementIn } from './references';
import { type TaggingParts } from './tagPassage';
import { changeAnnotation } from './writeAnnotation';

/** Asks the questions of tagging again, from what is stored. */
export class EditAnnotation implements Command {
  readonly id = COMMANDS.editAnnotation;

  constructor(
    private readonly parts: TaggingParts,
    private readonly store: AnnotationStore,
  ) {}

  readonly run = async (argument: unknown): Promise<void> => {
    const { analysis, view, codebooks } = this.parts;
    const reference = annotationMeant(analysis, argument, this.parts.visibility);
    const stored = reference && this.store.annotation(reference.document, reference.id);
    if (!stored) {
      void showInformation(vscode.l10n.t('There is no annotation here. Put the cursor in a tagged passage.'));
      return;
    }
    const brought = judgementIn(argument);
    const wanted = brought
      ? { ...stored, ...brought }
      : await askJudgement(stored.quote, stored, knownCodes(codebooks, view, reference.document));
    if (wanted) await changeAnnotation(this.parts, reference.document, stored, wanted);
  };
}
