import { type Anchor } from '../annotation/model';

/** How well a text agrees with what is known of an article by its annotations. */
export type ArticleLikeness =
  /** Every passage stands where it stood, between the words it stood between: it is that article, under whatever name. */
  | 'same'
  /** Most passages stand in it with the words around them: that article after it was edited, or one much like it. */
  | 'alike'
  /** There is no telling, or it is another. */
  | 'other';

/** So many characters in agreement are no coincidence; passage and context of one annotation are 64 and more. */
const MIN_EVIDENCE = 40;

/** Compares a canonical text with the annotations of an article. Looks for nothing but the very words: fast over many texts. */
export function likenessOfArticle(text: string, anchors: readonly Anchor[]): ArticleLikeness {
  const evidence = anchors.reduce((sum, anchor) => sum + wordsOf(anchor).length, 0);
  if (evidence < MIN_EVIDENCE) return 'other';
  if (anchors.every(anchor => standsInPlace(text, anchor))) return 'same';
  const found = anchors.filter(anchor => text.includes(wordsOf(anchor)));
  const foundEvidence = found.reduce((sum, anchor) => sum + wordsOf(anchor).length, 0);
  return found.length * 2 > anchors.length && foundEvidence >= MIN_EVIDENCE ? 'alike' : 'other';
}

const wordsOf = ({ prefix, quote, suffix }: Anchor): string => prefix + quote + suffix;

const standsInPlace = (text: string, anchor: Anchor): boolean =>
  text.startsWith(wordsOf(anchor), anchor.start - anchor.prefix.length) && anchor.start >= anchor.prefix.length;
