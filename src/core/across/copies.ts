import { isQuotedShingle } from './fingerprint';

/**
 * How one text stands to a longer one: `copy`, nearly all of both is the same; `abridged`, nearly all of it stands in the longer one, which
 * has more; `sharedText`, a good part of both is the same (an agency's text in two papers).
 */
export const COPY_KINDS = ['copy', 'abridged', 'sharedText'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

export interface CopyJudgement {
  readonly kind: CopyKind;
  /** Which part of the shorter text stands in the longer one, and the other way round; 0 to 1. */
  readonly ofShorter: number;
  readonly ofLonger: number;
}

/** Of a copy with one word in ten changed 66 % of the four-word shingles are left; of two articles on one event some 5 % are the same. */
const COPY_SHARE = 0.6;
/** A copy that is shorter than this part of the other text was cut; what remains of a page's furniture makes up less. */
const ABRIDGED_LENGTH = 0.8;
/** So much of the shorter one's own words, what it quotes aside, stands in the longer one at least. */
const SHARED_SHARE = 0.4;
/** So few kept shingles (some 35 words) may be a form of words. */
const LEAST_SHINGLES = 8;

/** What two fingerprints say of two texts, the shorter first; undefined where it is nothing. */
export function judgeCopy(shorter: Uint32Array, longer: Uint32Array): CopyJudgement | undefined {
  // Most candidates are none, and show it early: what is left of the shorter one could not make it enough.
  const least = Math.max(1, Math.min(LEAST_SHINGLES, shorter.length), Math.floor(SHARED_SHARE * shorter.length));
  let [shared, ownShared] = [0, 0];
  for (let i = 0, j = 0; i < shorter.length && j < longer.length;) {
    if (shared + shorter.length - i < least) return undefined;
    const [a, b] = [shorter[i]!, longer[j]!];
    if (a === b) {
      shared++;
      if (!isQuotedShingle(a)) ownShared++;
    }
    if (a <= b) i++;
    if (b <= a) j++;
  }
  if (shared < least) return undefined;
  const ofShorter = shared / shorter.length;
  const ofLonger = shared / longer.length;
  let own = 0;
  for (const shingle of shorter) if (!isQuotedShingle(shingle)) own++;
  // What is quotes alone is judged by them.
  if (ofShorter < SHARED_SHARE || (own >= LEAST_SHINGLES && ownShared < SHARED_SHARE * own)) return undefined;
  const kind =
    ofShorter < COPY_SHARE ? 'sharedText' : shorter.length < ABRIDGED_LENGTH * longer.length ? 'abridged' : 'copy';
  if (kind === 'sharedText' && ownShared < LEAST_SHINGLES) return undefined;
  return { kind, ofShorter, ofLonger };
}
