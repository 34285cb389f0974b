import { type Release } from '../core/across/clusterStories';
import { type CorpusIndex, type Story } from '../core/across/corpusIndex';
import { GramSharers } from '../core/across/gramSharers';
import { type DocumentUri } from './ports';

/** What is known of all documents together, as of the last time that it was worked out. */
export interface SourceGrouping {
  readonly stories: readonly Story[];
  readonly storyOf: ReadonlyMap<DocumentUri, Story>;
  /** The longest text of each copy's family. */
  readonly originals: ReadonlyMap<DocumentUri, DocumentUri>;
  /** Undefined where that is still to be made. */
  readonly sharers: GramSharers | undefined;
}

export const NO_GROUPING: SourceGrouping = {
  stories: [],
  storyOf: new Map(),
  originals: new Map(),
  sharers: undefined,
};

/** Groups what is indexed, in steps of a few milliseconds at most. */
export function* groupSources(index: CorpusIndex, release: Release): Generator<void, SourceGrouping> {
  const grouping = yield* groupingOf(index, yield* index.stories(release));
  return { ...grouping, sharers: yield* GramSharers.of(index) };
}

/** The same with stories that are known; what shares quotes is still to be made. */
export function* groupingOf(index: CorpusIndex, stories: readonly Story[]): Generator<void, SourceGrouping> {
  const storyOf = new Map<DocumentUri, Story>();
  let looked = 0;
  for (const story of stories) {
    for (const uri of story.documents) storyOf.set(uri, story);
    if (++looked % 64 === 0) yield;
  }
  const originals = new Map<DocumentUri, DocumentUri>();
  for (const { original, copies } of yield* index.copyFamilies())
    for (const { shorter } of copies) originals.set(shorter, original);
  yield;
  return { stories, storyOf, originals, sharers: undefined };
}
