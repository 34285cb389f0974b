import { type Credibility, type Reliability, type STANCES } from './model';

/** A code in words: what a picker shows. English; the host localises. */
export interface CodeInWords {
  readonly label: string;
  /** One sentence: when to choose it. */
  readonly definition: string;
}

/**
 * Source reliability, of the Admiralty (NATO) system as AJP-2.1 sets it out, in our own words. It rates who says it, whatever
 * is said this time.
 */
export const RELIABILITY_LABELS: Readonly<Record<Reliability, CodeInWords>> = {
  A: {
    label: 'Completely reliable',
    definition: 'No doubt about the source: it knows what it speaks of, is honest, and has always been right.',
  },
  B: {
    label: 'Usually reliable',
    definition: 'Small doubts about the source: it has been right most of the time.',
  },
  C: {
    label: 'Fairly reliable',
    definition: 'Some doubts about the source: it has been right before, but not always.',
  },
  D: {
    label: 'Not usually reliable',
    definition: 'Serious doubts about the source: it has been right now and then.',
  },
  E: {
    label: 'Unreliable',
    definition: 'The source lacks honesty or knowledge, or has mostly been wrong.',
  },
  F: {
    label: 'Reliability cannot be judged',
    definition: 'Nothing is known of the source’s record: a new, anonymous or unnamed source.',
  },
};

/**
 * Information credibility, of the Admiralty (NATO) system as AJP-2.1 sets it out, in our own words. It rates what is said,
 * whoever says it.
 */
export const CREDIBILITY_LABELS: Readonly<Record<Credibility, CodeInWords>> = {
  1: {
    label: 'Confirmed by other sources',
    definition: 'Independent sources say the same, it makes sense, and it fits what is known.',
  },
  2: {
    label: 'Probably true',
    definition: 'Not confirmed, but it makes sense and fits other information on the matter.',
  },
  3: {
    label: 'Possibly true',
    definition: 'Not confirmed; it makes some sense and agrees with part of what is known.',
  },
  4: {
    label: 'Doubtful',
    definition: 'Not confirmed; it could be so, but nothing else on the matter supports it.',
  },
  5: {
    label: 'Improbable',
    definition: 'Not confirmed; it makes little sense and other information contradicts it.',
  },
  6: {
    label: 'Truth cannot be judged',
    definition: 'There is nothing to hold it against.',
  },
};

/** The stances that Pressmark knows without a codebook. */
export const STANCE_LABELS: Readonly<Record<(typeof STANCES)[number], CodeInWords>> = {
  favor: { label: 'Favor', definition: 'The passage speaks for the target.' },
  against: { label: 'Against', definition: 'The passage speaks against the target.' },
  neutral: { label: 'Neutral', definition: 'The passage is about the target and takes no side.' },
  unclear: { label: 'Unclear', definition: 'The passage is about the target, but which side it takes cannot be told.' },
};
