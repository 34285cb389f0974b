import { type Zone } from '../text/segmentation';
import { shifted } from '../text/span';
import { type MarkFamily } from './marks';
import { type Mention } from './model';

/** A quotation that goes on in the next block. Offsets count from the first character of the block that reads it, so they are negative. */
export interface OpenQuote {
  readonly family: MarkFamily;
  readonly start: number;
  readonly speaker?: Mention;
  readonly cue?: Mention;
}

/** Who spoke last. */
export interface LastSpeaker {
  readonly mention: Mention;
  /** How many blocks ago. */
  readonly age: number;
}

/** All that one block hands to the next. Offsets count from the first character of the next block. */
export interface CarriedState {
  readonly zone: Zone;
  readonly open?: OpenQuote;
  readonly speaker?: LastSpeaker;
}

export const INITIAL_STATE: CarriedState = { zone: 'start' };

/**
 * Whoever spoke is taken for the speaker of unattributed quotations this many blocks on. It also bounds how far an edit can be felt:
 * the distance to the last speaker is part of the state.
 */
const SPEAKER_AGE = 3;

/** The state as the next block sees it, whose first character is `distance` further on than that of the block it comes from. */
export function stateForNext({ zone, open, speaker }: CarriedState, distance: number): CarriedState {
  const back = -distance;
  return {
    zone,
    ...(open
      ? {
          open: {
            ...open,
            start: open.start + back,
            ...(open.speaker ? { speaker: shifted(open.speaker, back) } : {}),
            ...(open.cue ? { cue: shifted(open.cue, back) } : {}),
          },
        }
      : {}),
    ...(speaker && speaker.age < SPEAKER_AGE
      ? { speaker: { mention: shifted(speaker.mention, back), age: speaker.age + 1 } }
      : {}),
  };
}

/** True where a block would read both states alike. */
export function isSameState(a: CarriedState, b: CarriedState): boolean {
  return (
    a.zone === b.zone &&
    a.open?.family === b.open?.family &&
    a.open?.start === b.open?.start &&
    isSameMention(a.open?.speaker, b.open?.speaker) &&
    isSameMention(a.open?.cue, b.open?.cue) &&
    a.speaker?.age === b.speaker?.age &&
    isSameMention(a.speaker?.mention, b.speaker?.mention)
  );
}

const isSameMention = (a: Mention | undefined, b: Mention | undefined): boolean =>
  a === b || (a?.start === b?.start && a?.end === b?.end && a?.text === b?.text);
