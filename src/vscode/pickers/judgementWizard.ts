import { l10n, QuickPickItemKind } from 'vscode';
import { type CodebookEntry } from '../../core/codebook/parseCodebook';
import { excerpt } from '../../core/annotation/excerpt';
import { CREDIBILITIES, type Judgement, RELIABILITIES, STANCES } from '../../core/annotation/model';
import { credibilityLabels, type Label, reliabilityLabels, stanceLabels } from '../labels';
import { stanceIcon } from '../stanceLook';
import { askText, type Choice, pick, runWizard, type Step, type StepResult } from './wizard';

/** What the codebook and the annotations so far offer. */
export interface KnownCodes {
  /** The codebook's stances; undefined where it names none. */
  readonly stances?: readonly CodebookEntry[];
  readonly targets: readonly CodebookEntry[];
}

/** Characters of the passage in the wizard's title. */
const TITLE_CHARACTERS = 60;

/**
 * Asks for stance, target, reliability, credibility, basis and note of a passage, by keyboard alone. Starts from `initial`; every
 * answer may be left out. Resolves with undefined where the user left.
 */
export function askJudgement(passage: string, initial: Judgement, known: KnownCodes): Promise<Judgement | undefined> {
  const title = l10n.t('Tag: {0}', excerpt(passage, TITLE_CHARACTERS));
  return runWizard<Judgement>(title, [stance(known), target(known), reliability, credibility, basis, note], initial);
}

/** Puts an answer into the judgement under `key`; an empty one takes the key away. */
function answered<K extends keyof Judgement>(
  judgement: Judgement,
  key: K,
  result: StepResult<Judgement[K] | undefined>,
): StepResult<Judgement> {
  if (result.kind === 'back' || result.kind === 'cancel') return result;
  const { [key]: _before, ...others } = judgement;
  const isEmpty = result.value === undefined || result.value === '';
  return { kind: result.kind, value: isEmpty ? others : { ...others, [key]: result.value } };
}

const always = (): boolean => true;

function stance({ stances }: KnownCodes): Step<Judgement> {
  return {
    applies: always,
    ask: async (judgement, place) => {
      const ours: Partial<Record<string, Label>> = stanceLabels();
      const offered: readonly CodebookEntry[] = stances?.length ? stances : STANCES.map(name => ({ name }));
      const choices = offered.map(({ name, definition }): Choice<string | undefined> => ({
        value: name,
        label: `$(${stanceIcon(name)}) ${ours[name]?.label ?? name}`,
        detail: definition ?? ours[name]?.definition ?? '',
      }));
      const unlisted = judgement.stance !== undefined && !offered.some(({ name }) => name === judgement.stance);
      const result = await pick<string | undefined>(place, {
        placeholder: l10n.t('What is the passage’s stance toward its target?'),
        choices: [
          {
            value: undefined,
            label: `$(dash) ${l10n.t('No stance')}`,
            detail: l10n.t('The passage is only noted or rated.'),
          },
          ...choices,
          ...(unlisted ? [{ value: judgement.stance, label: `$(circle-filled) ${judgement.stance}` }] : []),
        ],
        current: judgement.stance,
      });
      return answered(judgement, 'stance', result);
    },
  };
}

function target({ targets }: KnownCodes): Step<Judgement> {
  return {
    applies: judgement => judgement.stance !== undefined,
    ask: async (judgement, place) => {
      const names = targets.map(({ name }) => name);
      const all =
        judgement.target === undefined || names.includes(judgement.target)
          ? targets
          : [{ name: judgement.target }, ...targets];
      const choices = all.map(({ name, definition }): Choice<string | undefined> => ({
        value: name,
        label: `$(target) ${name}`,
        detail: definition ?? '',
      }));
      const none: Choice<undefined> = { value: undefined, label: `$(dash) ${l10n.t('No target')}` };
      const result = await pick<string | undefined>(place, {
        placeholder: l10n.t('Toward whom or what? Choose a target or type a new one'),
        choices: [...choices, none],
        current: judgement.target ?? all[0]?.name,
        create: typed =>
          names.some(name => name.toLowerCase() === typed.toLowerCase())
            ? undefined
            : { value: typed, label: `$(add) ${l10n.t('New target: {0}', typed)}`, alwaysShow: true },
      });
      return answered(judgement, 'target', result);
    },
  };
}

/** "Not rated", a line, then the scheme's grades. */
function grades<T extends string | number>(
  codes: readonly T[],
  labels: Record<T, Label>,
): readonly Choice<T | undefined>[] {
  return [
    { value: undefined, label: l10n.t('Not rated') },
    { value: undefined, label: l10n.t('Admiralty system'), kind: QuickPickItemKind.Separator },
    ...codes.map((code): Choice<T> => ({
      value: code,
      label: `${code}: ${labels[code].label}`,
      detail: labels[code].definition,
    })),
  ];
}

const reliability: Step<Judgement> = {
  applies: always,
  ask: async (judgement, place) =>
    answered(
      judgement,
      'reliability',
      await pick(place, {
        placeholder: l10n.t('How reliable is the source? About who says it'),
        choices: grades(RELIABILITIES, reliabilityLabels()),
        current: judgement.reliability,
      }),
    ),
};

const credibility: Step<Judgement> = {
  applies: always,
  ask: async (judgement, place) =>
    answered(
      judgement,
      'credibility',
      await pick(place, {
        placeholder: l10n.t('How credible is the information? About what is said'),
        choices: grades(CREDIBILITIES, credibilityLabels()),
        current: judgement.credibility,
      }),
    ),
};

const basis: Step<Judgement> = {
  applies: always,
  ask: async (judgement, place) =>
    answered(
      judgement,
      'basis',
      await askText(place, {
        prompt: l10n.t('Basis: why this grade, in one line. Enter goes on.'),
        placeholder: l10n.t('For example: named official, on the record (optional)'),
        value: judgement.basis ?? '',
      }),
    ),
};

const note: Step<Judgement> = {
  applies: always,
  ask: async (judgement, place) => {
    const { note: written } = judgement;
    if (written?.trimEnd().includes('\n')) {
      const kept = await keepNote(written, place);
      if (kept.kind === 'back' || kept.kind === 'cancel' || kept.value !== 'rewrite')
        return answered(
          judgement,
          'note',
          mapValue(kept, choice => (choice === 'keep' ? written : undefined)),
        );
    }
    const isOneLine = written !== undefined && !written.trimEnd().includes('\n');
    const result = await askText(place, {
      prompt: l10n.t('Note. Enter saves the annotation.'),
      placeholder: l10n.t('Anything a colleague should know (optional)'),
      value: isOneLine ? written.trimEnd() : '',
    });
    const unchanged =
      isOneLine && (result.kind === 'next' || result.kind === 'finish') && result.value === written.trim();
    return answered(judgement, 'note', unchanged ? { kind: result.kind, value: written } : result);
  },
};

/** An input box has one line: a note of several is kept, rewritten or removed as a whole. */
function keepNote(
  written: string,
  place: Parameters<typeof askText>[0],
): Promise<StepResult<'keep' | 'rewrite' | 'remove'>> {
  const lines = written.trimEnd().split('\n').length;
  return pick<'keep' | 'rewrite' | 'remove'>(place, {
    placeholder: l10n.t('The note has {0} lines. To edit them, open the sidecar.', lines),
    choices: [
      { value: 'keep', label: `$(check) ${l10n.t('Keep the note')}`, detail: excerpt(written, 100) },
      { value: 'rewrite', label: `$(edit) ${l10n.t('Write a new one-line note')}` },
      { value: 'remove', label: `$(trash) ${l10n.t('Remove the note')}` },
    ],
    current: 'keep',
  });
}

function mapValue<A, B>(result: StepResult<A>, map: (value: A) => B): StepResult<B> {
  return result.kind === 'back' || result.kind === 'cancel' ? result : { kind: result.kind, value: map(result.value) };
}
