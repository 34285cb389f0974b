import { readdirSync, readFileSync, existsSync } from 'node:fs';
import * as path from 'node:path';
import { canonicalText } from '../../../src/core/text/canonicalText';
import { type Span } from '../../../src/core/text/span';
import { type SeededRandom } from '../seededRandom';
import { randomPiece } from './randomScript';

/** The sample articles, seen from the project's folder, and those of the shared corpus where it is. */
export function readArticles(): readonly string[] {
  return ['samples', '../shared/corpus'].filter(existsSync).flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(txt|md)$/.test(file))
      .sort()
      .map(file => canonicalText(readFileSync(path.join(folder, file), 'utf8'))),
  );
}

const REFRAINS = [
  'No comment.',
  '“We will wait and see,” she said.',
  'The ministry did not answer our questions on Monday.',
];

/** The article, or one made of it in which sentences or paragraphs stand more than once. */
export function withRepeats(article: string, random: SeededRandom): string {
  const kind = random.below(3);
  if (kind === 0) return article;
  const paragraphs = article.split(/\n+/);
  const repeated = kind === 1 ? random.pick(REFRAINS) : random.pick(paragraphs);
  for (let i = 1 + random.below(4); i > 0; i--) {
    const at = random.below(paragraphs.length);
    if (random.below(2)) paragraphs[at] = `${paragraphs[at]} ${repeated}`;
    else paragraphs.splice(at, 0, repeated);
  }
  return paragraphs.join('\n\n');
}

/** A passage that somebody may tag: some words in a row, a sentence, a paragraph; one that is repeated rather often. */
export function randomPassage(text: string, random: SeededRandom): Span {
  for (;;) {
    const span = anySpan(text, random);
    if (text.slice(span.start, span.end).replace(/[^\p{L}\p{N}]/gu, '').length >= SHORTEST) return span;
  }
}

/** Letters and digits. Nobody tags a mark or an article. */
const SHORTEST = 6;

function anySpan(text: string, random: SeededRandom): Span {
  const refrain = random.below(4) ? undefined : REFRAINS.find(words => text.includes(words));
  if (refrain) {
    const starts: number[] = [];
    for (let at = text.indexOf(refrain); at >= 0; at = text.indexOf(refrain, at + 1)) starts.push(at);
    const start = random.pick(starts);
    return { start, end: start + refrain.length };
  }
  if (random.below(2)) return randomPiece(text, random);
  const words = [...text.matchAll(/\S+/g)];
  const first = random.below(words.length);
  const last = words[Math.min(words.length - 1, first + random.below(10))]!;
  return { start: words[first]!.index, end: last.index + last[0].length };
}

/** The sentences of one article that another has nothing of: what is put in is not the passage itself. */
export function foreignSentences(article: string, to: string): string {
  const isKnown = (sentence: string): boolean => {
    for (let at = 0; at < sentence.length; at += 2) if (to.includes(sentence.slice(at, at + 12))) return true;
    return false;
  };
  return article
    .split(/(?<=[.!?”"\n])\s+/)
    .filter(sentence => sentence !== '' && !isKnown(sentence))
    .join(' ');
}
