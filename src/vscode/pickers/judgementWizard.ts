import { l10n, QuickPickItemKind } from 'vscode';
import { type ProposedReliability } from '../../app/proposedReliability';
import { type Codebook, type CodebookEntry } from '../../core/codebook/parseCodebook';
import { excerpt } from '../../core/annotation/excerpt';
import { CREDIBILITIES, type Judgement, RELIABILITIES, STANCES } from '../../core/annotation/model';
import { credibilityLabels, type Label, reliabilityLabels, stanceLabel, stanceName } from '../labels';
import { labelText } from '../messageText';
import { stanceIcon } from '../stanceLook';
import { askText, type Choice, pick, pickMany, runWizard, type Step, type StepPlace, type StepResult } from './wizard';

/** What the codebook and the annotations so far offer. */
export interface KnownCodes {
  /** The codebook's stances; undefined where it names none. */
  readonly stances?: readonly CodebookEntry[];
  readonly targets: readonly CodebookEntry[];
  readonly tags: readonly CodebookEntry[];
  readonly codebook?: Codebook;
  /** The source's reliability by the codebook, for the user to take: it stands first where the grade is asked for. */
  readonly proposed?: ProposedReliability;
}

/** Characters of the passage in the wizard's title. */
const TITLE_CHARACTERS = 60;

/**
 * Asks for stance, target, reliability, credibility, tags, basis and note of a passage, by keyboard alone. Starts from `initial`; every
 * answer may be left out. Resolves with undefined where the user left.
 */
export function askJudgement(passage: string, initial: Judgement, known: KnownCodes): Promise<Judgement | undefined> {
  const title = l10n.t('Tag: {0}', excerpt(passage, TITLE_CHARACTERS));
  return runWizard<Judgement>(
    title,
    [stance, target, reliability, credibility, tags, basis, note].map(step => step(known)),
    initial,
  );
}

/**
 * Asks for some fields alone, whatever the passage. What the user chose to leave empty is absent from the answer; undefined where the
 * user left.
 */
export function askFields(
  title: string,
  fields: readonly Exclude<keyof Judgement, 'basis' | 'note'>[],
  known: KnownCodes,
): Promise<Judgement | undefined> {
  const steps = { stance, target, reliability, credibility, tags };
  return runWizard<Judgement>(
    title,
    fields.map(field => ({ ...steps[field](known), applies: () => true })),
    {},
  );
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

/** A question, and that the codebook asks for its answer where it does. */
const asked = ({ codebook }: KnownCodes, field: keyof Judgement, question: string): string =>
  codebook?.required?.includes(field) ? l10n.t('{0} (the codebook asks for it)', question) : question;

function stance(known: KnownCodes): Step<Judgement> {
  const { stances } = known;
  return {
    applies: () => true,
    ask: async (judgement, place) => {
      const offered: readonly CodebookEntry[] = stances?.length ? stances : STANCES.map(name => ({ name }));
      const choices = offered.map(({ name, definition }): Choice<string | undefined> => ({
        value: name,
        label: `$(${stanceIcon(name)}) ${stanceName(name)}`,
        detail: definition ?? stanceLabel(name)?.definition ?? '',
      }));
      const unlisted = judgement.stance !== undefined && !offered.some(({ name }) => name === judgement.stance);
      const result = await pick<string | undefined>(place, {
        placeholder: asked(known, 'stance', l10n.t('What is the passage’s stance toward its target?')),
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

function target(known: KnownCodes): Step<Judgement> {
  const { targets } = known;
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
        placeholder: asked(known, 'target', l10n.t('Toward whom or what? Choose a target or type a new one')),
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
  scheme: string,
): readonly Choice<T | undefined>[] {
  return [
    { value: undefined, label: l10n.t('Not rated') },
    { value: undefined, label: scheme, kind: QuickPickItemKind.Separator },
    ...codes.map((code): Choice<T> => ({
      value: code,
      label: `${code}: ${labels[code].label}`,
      detail: labels[code].definition,
    })),
  ];
}

/** A question that always arises and whose answer is one field. */
const fieldStep = <K extends keyof Judgement>(
  key: K,
  ask: (current: Judgement[K], place: StepPlace) => Promise<StepResult<Judgement[K]>>,
): Step<Judgement> => ({
  applies: () => true,
  ask: async (judgement, place) => answered(judgement, key, await ask(judgement[key], place)),
});

const reliability = (known: KnownCodes): Step<Judgement> =>
  fieldStep('reliability', (current, place) => {
    const { proposed } = known;
    const question = l10n.t('How reliable is the source? About who says it');
    const choices = grades(RELIABILITIES, reliabilityLabels(), l10n.t('Admiralty system'));
    return pick(place, {
      placeholder: asked(known, 'reliability', question),
      choices: choices.map(choice =>
        proposed && choice.value === proposed.reliability
          ? { ...choice, description: l10n.t('proposed: {0}, by the codebook', proposed.source.name) }
          : choice,
      ),
      current: current ?? proposed?.reliability,
    });
  });

const credibility = (known: KnownCodes): Step<Judgement> =>
  fieldStep('credibility', (current, place) => {
    const isRating = known.codebook?.credibilityScheme === 'claimreview';
    const scheme = isRating ? l10n.t('Ratings of fact-checkers') : l10n.t('Admiralty system');
    return pick(place, {
      placeholder: asked(known, 'credibility', l10n.t('How credible is the information? About what is said')),
      choices: grades(CREDIBILITIES, credibilityLabels(known.codebook), scheme),
      current,
    });
  });

/** Asked where there are tags to choose: who has none is not asked for one. */
function tags(codes: KnownCodes): Step<Judgement> {
  const { tags: known } = codes;
  return {
    applies: judgement => known.length > 0 || (judgement.tags?.length ?? 0) > 0,
    ask: async (judgement, place) => {
      const current = judgement.tags ?? [];
      const names = known.map(({ name }) => name);
      const unlisted = current.filter(name => !names.includes(name)).map(name => ({ name }));
      const choices = [...known, ...unlisted].map(({ name, definition }: CodebookEntry): Choice<string> => ({
        value: name,
        label: labelText(name),
        detail: definition ?? '',
      }));
      const result = await pickMany(place, {
        placeholder: asked(codes, 'tags', l10n.t('Tags: check those that apply, or type a new one. Enter goes on')),
        choices,
        current,
        create: typed => ({ value: typed, label: typed, description: l10n.t('New tag'), alwaysShow: true }),
      });
      if (result.kind === 'back' || result.kind === 'cancel') return result;
      const chosen = result.value.length ? result.value : undefined;
      return answered(judgement, 'tags', { kind: result.kind, value: chosen });
    },
  };
}

const basis = (known: KnownCodes): Step<Judgement> =>
  fieldStep('basis', (current, place) =>
    askText(place, {
      prompt: asked(known, 'basis', l10n.t('Basis: why this grade, in one line. Enter goes on.')),
      placeholder: l10n.t('For example: named official, on the record (optional)'),
      value: current ?? '',
    }),
  );

const note = (known: KnownCodes): Step<Judgement> =>
  fieldStep('note', async (written, place): Promise<StepResult<string | undefined>> => {
    const isLong = written?.includes('\n') === true;
    if (isLong) {
      const kept = await keepNote(written, place);
      if (kept.kind === 'back' || kept.kind === 'cancel') return kept;
      if (kept.value !== 'rewrite') return { kind: kept.kind, value: kept.value === 'keep' ? written : undefined };
    }
    return askText(place, {
      prompt: asked(known, 'note', l10n.t('Note. Enter saves the annotation.')),
      placeholder: l10n.t('Anything a colleague should know (optional)'),
      value: isLong ? '' : (written ?? ''),
    });
  });

/** An input box has one line: a note of several is kept, rewritten or removed as a whole. */
function keepNote(written: string, place: StepPlace): Promise<StepResult<'keep' | 'rewrite' | 'remove'>> {
  const lines = written.trimEnd().split('\n').length;
  return pick<'keep' | 'rewrite' | 'remove'>(place, {
    placeholder: l10n.t('The note has {0} lines. To edit them, use Open Note.', lines),
    choices: [
      { value: 'keep', label: `$(check) ${l10n.t('Keep the note')}`, detail: excerpt(written, 100) },
      { value: 'rewrite', label: `$(edit) ${l10n.t('Write a new one-line note')}` },
      { value: 'remove', label: `$(trash) ${l10n.t('Remove the note')}` },
    ],
    current: 'keep',
  });
}
