import * as vscode from 'vscode';
import { excerpt } from '../../core/annotation/excerpt';
import { type Annotation, type Judgement, JUDGEMENT_FIELDS, judgementOf } from '../../core/annotation/model';
import { commonJudgement, proposalsFor } from '../../core/team/adjudication';
import { type Difference } from '../../core/team/differences';
import { fieldLabels, fieldValueText, gradeText, inMarks, stanceText } from '../labels';
import { showQuickPick } from '../quickPick';
import { type Choice, pick, runWizard, type Step } from './wizard';

/** What was decided: whose passage it is, and what is said of it; no judgement where the passage is not to be tagged. */
export interface Adjudication {
  readonly passage: Annotation;
  readonly judgement: Judgement | undefined;
}
/** A decision that something is to be said. */
type Merged = Adjudication & { readonly judgement: Judgement };

const TITLE_CHARACTERS = 60;
const VALUE_CHARACTERS = 100;

/**
 * Shows what each annotator says of a passage, field by field, and asks whose annotation stands, or of each field that they differ
 * in whose value. Undefined where the user left.
 */
export async function askAdjudication({
  annotations,
  without,
}: Difference<Annotation>): Promise<Adjudication | undefined> {
  const title = vscode.l10n.t('Adjudicate: {0}', excerpt(annotations[0]!.quote, TITLE_CHARACTERS));
  const whole = annotations.map((annotation): Item => ({
    label: `$(account) ${annotation.author ?? ''}`,
    description: [stanceText(annotation), gradeText(annotation)].filter(text => text !== '').join(' · '),
    detail: detailOf(annotation, annotations),
    decision: { passage: annotation, judgement: judgementOf(annotation) },
  }));
  const differing = [...proposalsFor(annotations).keys()];
  const merge: Item = {
    label: `$(git-merge) ${vscode.l10n.t('Merge field by field…')}`,
    detail: vscode.l10n.t('They differ in: {0}', differing.map(field => fieldLabels()[field]).join(', ')),
  };
  const reject: Item = {
    label: `$(circle-slash) ${vscode.l10n.t('Reject: the passage is not to be tagged')}`,
    decision: { passage: annotations[0]!, judgement: undefined },
  };
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const placeHolder =
    annotations.length === 1
      ? vscode.l10n.t('{0} did not mark this passage. Adopt the annotation, or reject it?', without.join(', '))
      : vscode.l10n.t('Whose annotation stands?');
  const items =
    annotations.length === 1
      ? [...whole, reject]
      : [separator(vscode.l10n.t('As one has it')), ...whole, separator(''), merge, reject];
  const chosen = await showQuickPick(items, {
    title,
    placeHolder,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!chosen) return undefined;
  return chosen.decision ?? merged(title, annotations);
}

interface Item extends vscode.QuickPickItem {
  readonly decision?: Adjudication;
}

/** What the label does not say: basis, tags, note, and its own passage where they are not the same. */
function detailOf(annotation: Annotation, all: readonly Annotation[]): string {
  const quotes = new Set(all.map(({ quote }) => quote));
  return [
    ...(['basis', 'tags', 'note'] as const)
      .filter(field => annotation[field] !== undefined)
      .map(field => `${fieldLabels()[field]}: ${excerpt(fieldValueText(annotation, field), VALUE_CHARACTERS)}`),
    quotes.size > 1 ? inMarks(excerpt(annotation.quote, VALUE_CHARACTERS)) : '',
  ]
    .filter(text => text !== '')
    .join('; ');
}

/** One question for the passage, where they are not the same, and one for each field that they differ in. */
async function merged(title: string, annotations: readonly Annotation[]): Promise<Merged | undefined> {
  const proposals = proposalsFor(annotations);
  const spans = new Set(annotations.map(({ start, end }) => `${start} ${end}`));
  const passage: Step<Merged> = {
    applies: () => spans.size > 1,
    ask: async (state, place) => {
      const choices = annotations.map((annotation): Choice<Annotation> => ({
        value: annotation,
        label: inMarks(excerpt(annotation.quote, VALUE_CHARACTERS)),
        description: annotation.author ?? '',
      }));
      const result = await pick(place, {
        placeholder: vscode.l10n.t('Which passage is it?'),
        choices,
        current: state.passage,
      });
      return 'value' in result ? { kind: result.kind, value: { ...state, passage: result.value } } : result;
    },
  };
  const steps = JUDGEMENT_FIELDS.filter(field => proposals.has(field)).map((field): Step<Merged> => ({
    applies: () => true,
    ask: async (state, place) => {
      const offered = proposals.get(field)!;
      const choices = offered.map(({ value, authors }, index): Choice<number> => ({
        value: index,
        label:
          value === undefined
            ? `$(dash) ${vscode.l10n.t('Nothing')}`
            : excerpt(fieldValueText({ [field]: value }, field), VALUE_CHARACTERS),
        description: authors.join(', '),
      }));
      const isCurrent = ({ value }: { readonly value: unknown }): boolean =>
        JSON.stringify(value) === JSON.stringify(state.judgement[field]);
      const result = await pick(place, {
        placeholder: vscode.l10n.t('{0}: whose value stands?', fieldLabels()[field]),
        choices,
        current: Math.max(0, offered.findIndex(isCurrent)),
      });
      if (!('value' in result)) return result;
      const { [field]: _before, ...others } = state.judgement;
      const value = offered[result.value]!.value;
      const judgement = value === undefined ? others : { ...others, [field]: value };
      return { kind: result.kind, value: { ...state, judgement } };
    },
  }));
  const initial = { passage: annotations[0]!, judgement: commonJudgement(annotations) };
  return runWizard(title, [passage, ...steps], initial);
}
