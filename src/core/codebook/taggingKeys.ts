import {
  CREDIBILITIES,
  type Credibility,
  type Judgement,
  RELIABILITIES,
  type Reliability,
  STANCES,
} from '../annotation/model';
import { type Codebook, type CodebookEntry, TAGGING_KEY } from './parseCodebook';

/** What a key of the tagging mode says about a passage. */
export type KeyMeaning =
  | { readonly field: 'stance' | 'target' | 'tag'; readonly value: string; readonly definition?: string }
  | { readonly field: 'reliability'; readonly value: Reliability }
  | { readonly field: 'credibility'; readonly value: Credibility };

/**
 * What each key means in tagging mode: first what the codebook says; then A to F and 1 to 6 of the Admiralty system; then, for
 * stances without a key, the first of their letters that is free.
 */
export function taggingKeys(codebook?: Codebook): ReadonlyMap<string, KeyMeaning> {
  const keys = new Map<string, KeyMeaning>();
  const give = (key: string | undefined, meaning: KeyMeaning): void => {
    if (key !== undefined && !keys.has(key)) keys.set(key, meaning);
  };
  const stances: readonly CodebookEntry[] = codebook?.stances?.length
    ? codebook.stances
    : STANCES.map(name => ({ name }));
  const listed = [
    ['stance', stances],
    ['target', codebook?.targets ?? []],
    ['tag', codebook?.tags ?? []],
  ] as const;
  for (const [field, entries] of listed)
    for (const { name, definition, key } of entries) give(key, meaningOf(field, name, definition));
  for (const value of RELIABILITIES) give(value, { field: 'reliability', value });
  for (const value of CREDIBILITIES) give(String(value), { field: 'credibility', value });
  for (const { name, definition, key } of stances)
    if (key === undefined)
      give(
        [...name.toLowerCase()].find(letter => TAGGING_KEY.test(letter) && !keys.has(letter)),
        meaningOf('stance', name, definition),
      );
  return keys;
}

const meaningOf = (field: 'stance' | 'target' | 'tag', value: string, definition: string | undefined): KeyMeaning => ({
  field,
  value,
  ...(definition ? { definition } : {}),
});

/**
 * The judgement after a key was pressed. A tag that is there already is taken away; a stance that had no target gets `target`, where one
 * is given.
 */
export function judgementAfter(judgement: Judgement, meaning: KeyMeaning, target?: string): Judgement {
  if (meaning.field === 'tag') {
    const tags = judgement.tags ?? [];
    const { tags: _tags, ...others } = judgement;
    const after = tags.includes(meaning.value) ? tags.filter(tag => tag !== meaning.value) : [...tags, meaning.value];
    return after.length ? { ...others, tags: after } : others;
  }
  const after: Judgement = { ...judgement, [meaning.field]: meaning.value };
  const isAimless = meaning.field === 'stance' && judgement.target === undefined && target !== undefined;
  return isAimless ? { ...after, target } : after;
}
