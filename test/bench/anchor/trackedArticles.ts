import { readdirSync, readFileSync, existsSync } from 'node:fs';
import * as path from 'node:path';
import { canonicalText } from '../../../src/core/text/canonicalText';
import { type Span } from '../../../src/core/text/span';
import { repositoryRoot } from '../../run/repositoryRoot';
import { type SeededRandom } from '../seededRandom';
import { randomPiece } from './randomScript';

/** The sample articles, and those of the shared corpus where it is. */
export function readArticles(): readonly string[] {
  return ['samples', '../shared/corpus']
    .map(folder => path.join(repositoryRoot, folder))
    .filter(existsSync)
    .flatMap(folder =>
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
  if (random.below(4) === 0) {
    const refrain = REFRAINS.find(words => text.includes(words));
    const places = refrain ? [...text.matchAll(new RegExp(refrain.replace(/[.?]/g, '\\$&'), 'g'))] : [];
    if (places.length) {
      const { index } = random.pick(places);
      return { start: index, end: index + refrain!.length };
    }
  }
  if (random.below(2)) return randomPiece(text, random);
  const words = [...text.matchAll(/\S+/g)];
  const first = random.below(words.length);
  const last = words[Math.min(words.length - 1, first + random.below(10))]!;
  return { start: words[first]!.index, end: last.index + last[0].length };
}
