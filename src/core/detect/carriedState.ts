import { type Zone } from '../text/segmentation';
import { type MarkFamily } from './marks';
import { type Mention } from './model';

/** Who said something and by which words we know. */
export interface Source {
  readonly speaker?: Mention;
  readonly cue?: Mention;
}

/** A quotation that goes on in the next block. Offsets count from the first character of the block that reads it, so they are negative. */
export interface OpenQuote extends Source {
  readonly family: MarkFamily;
  readonly start: number;
}

/** Who spoke last. */
export interface LastSource extends Source {
  /** How many blocks ago. */
  readonly age: number;
}

/** All that one block hands to the next. Offsets count from the first character of the next block. */
export interface CarriedState {
  readonly zone: Zone;
  readonly open?: OpenQuote;
  readonly source?: LastSource;
}

export const INITIAL_STATE: CarriedState = { zone: 'start' };

/**
 * Whoever spoke is taken for the speaker of unattributed quotations this many blocks on. It also bounds how far an edit can be felt:
 * the distance to the last speaker is part of the state.
 */
const SOURCE_AGE = 3;

/** The state as the next block sees it, whose first character is `distance` further on than that of the block it comes from. */
export function stateForNext({ zone, open, source }: CarriedState, distance: number): CarriedState {
  // Made step by step and not by spreading: it is made for each paragraph of a corpus.
  const next: { -readonly [Key in keyof CarriedState]: CarriedState[Key] } = { zone };
  if (open) next.open = movedBack(open, distance, { family: open.family, start: open.start - distance });
  if (source && source.age < SOURCE_AGE) next.source = movedBack(source, distance, { age: source.age + 1 });
  return next;
}

const movedMention = ({ start, end, text }: Mention, distance: number): Mention => ({
  start: start - distance,
  end: end - distance,
  text,
});

/** `rest` with the speaker and the cue of `source`. */
function movedBack<R extends object>({ speaker, cue }: Source, distance: number, rest: R): R & Source {
  const moved: R & { -readonly [Key in keyof Source]: Source[Key] } = rest;
  if (speaker) moved.speaker = movedMention(speaker, distance);
  if (cue) moved.cue = movedMention(cue, distance);
  return moved;
}

/** True where a block would read both states alike. */
export function isSameState(a: CarriedState, b: CarriedState): boolean {
  return (
    a.zone === b.zone &&
    a.open?.family === b.open?.family &&
    a.open?.start === b.open?.start &&
    isSameSource(a.open, b.open) &&
    a.source?.age === b.source?.age &&
    isSameSource(a.source, b.source)
  );
}

const isSameSource = (a: Source | undefined, b: Source | undefined): boolean =>
  isSameMention(a?.speaker, b?.speaker) && isSameMention(a?.cue, b?.cue);

const isSameMention = (a: Mention | undefined, b: Mention | undefined): boolean =>
  a === b || (a?.start === b?.start && a?.end === b?.end && a?.text === b?.text);
