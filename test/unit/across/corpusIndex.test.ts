import assert from 'node:assert/strict';
import { CorpusIndex } from '../../../src/core/across/corpusIndex';
import { FeatureReader, isFeatureRow, packFeatures, unpackFeatures } from '../../../src/core/across/features';
import { fingerprinting, sharedCount } from '../../../src/core/across/fingerprint';
import { PostingIndex } from '../../../src/core/across/postingIndex';
import { WordReader } from '../../../src/core/across/words';
import { detect } from '../../../src/core/detect/detect';
import { generatedCorpus, type MadeArticle } from '../../bench/generatedCorpus';
import { SeededRandom } from '../../bench/seededRandom';
import { drained } from '../../../src/core/drained';

const reader = new FeatureReader();
const featuresOf = ({ text }: { readonly text: string }) => reader.read(text, detect(text), {});

function indexOf(articles: Iterable<MadeArticle>): CorpusIndex {
  const index = new CorpusIndex();
  for (const article of articles) index.set(article.id, featuresOf(article));
  return index;
}

/** All that an index says, in an order of its own. */
const said = (index: CorpusIndex) => ({
  relations: [...index.copyRelations()].map(relation => JSON.stringify(relation)).sort(),
  stories: drained(index.stories())
    .map(({ documents }) => [...documents].sort().join(' '))
    .sort(),
});

let articles: readonly MadeArticle[];
before(() => {
  articles = [...generatedCorpus(400, 1)];
});

describe('CorpusIndex', () => {
  it('finds what was made of what: copies, retouched, abridged, with an agency’s text', () => {
    const index = indexOf(articles);
    const rootOf = new Map(articles.map(({ id, source }) => [id, source?.id ?? id]));
    const relations = [...index.copyRelations()];
    const wrong = relations.filter(({ shorter, longer }) => rootOf.get(shorter) !== rootOf.get(longer));
    assert.ok(wrong.length <= 0.01 * relations.length, JSON.stringify(wrong));
    const made = articles.filter(({ source }) => source);
    const missed = made.filter(({ id, source }) =>
      index.copiesOf(id).every(({ shorter, longer }) => shorter !== source!.id && longer !== source!.id),
    );
    assert.ok(made.length > 50 && missed.length <= 0.03 * made.length, JSON.stringify(missed.map(({ id }) => id)));
    for (const { id, source } of made.filter(({ source: of }) => of!.by === 'abridged')) {
      const relation = index.copiesOf(id).find(({ longer }) => longer === source!.id);
      assert.equal(relation?.kind, 'abridged', id);
    }
  });

  it('says the same after changes as one that was made anew', () => {
    const some = articles.slice(0, 60);
    const index = indexOf(some);
    const anew = said(index);
    const random = new SeededRandom(7);
    for (let times = 0; times < 100; times++) {
      const article = random.pick(some);
      if (random.below(2) === 0) index.delete(article.id);
      else index.setRow(article.id, packFeatures(featuresOf(random.pick(some))));
    }
    for (const { id } of some) index.delete(id);
    assert.equal(index.size, 0);
    assert.deepEqual(said(index), { relations: [], stories: [] });
    for (const article of some) index.set(article.id, featuresOf(article));
    assert.deepEqual(said(index), anew);
  });

  it('reads back what it stores, and refuses a row that is cut off', () => {
    for (const article of articles.slice(0, 40)) {
      const features = { ...featuresOf(article), day: -3 };
      const row = packFeatures(features);
      assert.ok(isFeatureRow(row));
      assert.ok(!isFeatureRow(row.subarray(0, row.length - 1)));
      assert.deepEqual(unpackFeatures(row), features);
    }
    assert.ok(!isFeatureRow(new Uint32Array(2)));
    const empty = featuresOf({ text: '' });
    assert.deepEqual(unpackFeatures(packFeatures(empty)), empty);
  });

  it('takes documents without words', () => {
    const index = new CorpusIndex();
    for (const id of ['a', 'b', 'c']) index.set(id, featuresOf({ text: id === 'c' ? '…' : '' }));
    assert.deepEqual([...index.copyRelations()], []);
    assert.equal(drained(index.stories()).length, 3);
  });

  it('names no family twice where copies were copied', () => {
    const [first] = articles;
    const longer = {
      ...first!,
      text: `${first!.text}\n\nA last paragraph was added to it later on, by somebody else.\n`,
    };
    const index = new CorpusIndex();
    index.set('middle', featuresOf(first!));
    index.set('short', featuresOf({ text: first!.text.slice(0, (first!.text.length * 0.8) | 0) }));
    index.set('long', featuresOf(longer));
    const [family, ...others] = drained(index.copyFamilies());
    assert.deepEqual(others, []);
    assert.equal(family!.original, 'long');
    assert.deepEqual(family!.copies.map(({ shorter }) => shorter).sort(), ['middle', 'short']);
  });
});

describe('stories', () => {
  const event = (place: string, day: string): string =>
    `---\ndate: ${day}\n---\n\nA fire at the Corvan mill in ${place} killed two brothers, the Aldous twins.\n\nThe ${place} brigade came with Captain Ostrey, and the Corvan mill burned until dawn. The Aldous family has run the mill since 1921.\n`;
  const told = (...texts: readonly string[]): number => {
    const index = new CorpusIndex();
    texts.forEach((text, at) => {
      const date = /date: (\S+)/.exec(text)?.[1];
      index.set(String(at), reader.read(text, detect(text), date === undefined ? {} : { date }));
    });
    return drained(index.stories()).length;
  };

  it('keeps what is alike but years apart in two', () => {
    assert.equal(told(event('Lunden', '2021-03-01'), event('Lunden', '2021-03-03')), 1);
    assert.equal(told(event('Lunden', '2021-03-01'), event('Lunden', '2023-03-01')), 2);
  });

  it('is not hurt by an unknown date', () => {
    assert.equal(told(event('Lunden', '2021-03-01'), event('Lunden', '2021-03-01').replace(/^---[\s\S]*?---/, '')), 1);
  });

  it('does not depend on chance', () => {
    const some = articles.slice(0, 60);
    assert.deepEqual(said(indexOf(some)), said(indexOf(some)));
  });
});

describe('fingerprinting', () => {
  it('keeps a shingle of each run of eleven words that two texts share', () => {
    const random = new SeededRandom(3);
    const word = (): string => `w${random.below(100000)}`;
    const some = (count: number): string => Array.from({ length: count }, word).join(' ');
    for (let times = 0; times < 300; times++) {
      const run = some(11);
      const [a, b] = [
        `${some(random.below(60))} ${run} ${some(random.below(60))}`,
        `${some(random.below(60))} ${run} ${some(random.below(60))}`,
      ];
      const [first, second] = [a, b].map(text => drained(fingerprinting(new WordReader().read(text))));
      assert.ok(sharedCount(first!, second!) > 0, run);
    }
  });
});

describe('PostingIndex', () => {
  it('holds what a map of sets would', () => {
    const random = new SeededRandom(5);
    const index = new PostingIndex();
    const model = new Map<number, Set<number>>();
    for (let times = 0; times < 20_000; times++) {
      const key = random.below(3) === 0 ? random.below(2 ** 32) : random.below(500);
      const document = random.below(50);
      const documents = model.get(key) ?? new Set<number>();
      model.set(key, documents);
      if (documents.has(document)) {
        documents.delete(document);
        index.remove(key, document);
      } else {
        documents.add(document);
        index.add(key, document);
      }
    }
    for (const [key, documents] of model) {
      const found: number[] = [];
      const counts = new Uint16Array(50);
      index.countInto(key, counts, found, 50);
      assert.deepEqual(
        found.sort((a, b) => a - b),
        [...documents].sort((a, b) => a - b),
      );
      assert.ok(found.every(document => counts[document] === 1));
      const latest: number[] = [];
      index.countInto(key, new Uint16Array(50), latest, 2);
      assert.equal(latest.length, Math.min(2, documents.size));
    }
  });
});
