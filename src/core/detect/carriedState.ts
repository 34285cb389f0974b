import { type Zone } from '../text/segmentation';
import { type MarkFamily } from './marks';
import { type Mention } from './model';

/** Who said something and by which words we know. */
export interface Source {
  readonly speaker: Mention | undefined;
  readonly cue: Mention | undefined;
}

/** Nobody is known to have said it. */
export const NOBODY: Source = { speaker: undefined, cue: undefined };

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
  readonly open: OpenQuote | undefined;
  readonly source: LastSource | undefined;
}

export const INITIAL_STATE: CarriedState = { zone: 'start', open: undefined, source: undefined };

/**
 * Whoever spoke is taken for the speaker of unattributed quotations this many blocks on. It also bounds how far an edit can be felt:
 * the distance to the last speaker is part of the state.
 */
const SOURCE_AGE = 3;

/** The state as the next block sees it, whose first character is `distance` further on than that of the block it comes from. */
export function stateForNext({ zone, open, source }: CarriedState, distance: number): CarriedState {
  return {
    zone,
    open: open && {
      speaker: movedMention(open.speaker, distance),
      cue: movedMention(open.cue, distance),
      family: open.family,
      start: open.start - distance,
    },
    source:
      source && source.age < SOURCE_AGE
        ? {
            speaker: movedMention(source.speaker, distance),
            cue: movedMention(source.cue, distance),
            age: source.age + 1,
          }
        : undefined,
  };
}

const movedMention = (mention: Mention | undefined, distance: number): Mention | undefined =>
  mention && { start: mention.start - distance, end: mention.end - distance, text: mention.text };

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
