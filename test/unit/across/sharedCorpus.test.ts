import assert from 'node:assert/strict';
import { drained } from '../../../src/core/drained';
import { existsSync } from 'node:fs';
import { compareClaims } from '../../../src/core/across/compareClaims';
import { articlesBelow, TestCorpus } from './readCorpus';

const FOLDER = '../shared/corpus';

/** The owner's five articles, where they lie beside the project. Texts are named by their numbers and by offsets: none of their words stands here. */
(existsSync(FOLDER) ? describe : describe.skip)('the shared corpus across its articles', () => {
  let corpus: TestCorpus;
  before(() => {
    const articles = Object.entries(articlesBelow(FOLDER)).map(([file, text]) => [file.slice(0, 3), text]);
    corpus = new TestCorpus(Object.fromEntries(articles) as Record<string, string>);
  });

  it('reports 002 and 003 as copies', () => {
    assert.deepEqual(
      drained(corpus.index.copyFamilies()).map(({ original, copies }) => [
        original,
        copies.map(({ shorter, kind }) => [shorter, kind]),
      ]),
      [['002', [['003', 'copy']]]],
    );
    assert.deepEqual([...corpus.index.copyRelations()].length, 1);
  });

  it('makes one story of 000 to 003, and leaves 004 apart', () => {
    assert.deepEqual(corpus.stories, [['000', '001', '002', '003']]);
  });

  it('traces the four quotes of 000 that 001 has in another translation, and no other', () => {
    // By what they are about; the first word of each of them stands nowhere else between marks.
    const found = [/^“As /, /^“will /, /^“nothing /, /^“from /, /^“under /, /^“in /].map(start => {
      const text = corpus.textOf('000');
      const at = [...text.matchAll(/“[^”]*”/g)].find(match => start.test(match[0]));
      assert.ok(at, String(start));
      return corpus.traces('000', at[0], '001').map(({ span, passage }) => {
        const there = corpus.textOf('001').slice(span.start, span.end);
        assert.ok(passage, 'it stands in what the same speaker is reported to have said');
        return /NATO|increase|missiles|one country/.exec(there)?.[0];
      });
    });
    assert.deepEqual(found, [['NATO'], ['increase'], ['missiles'], [], [], ['one country']]);
  });

  it('lays the 311 of 000 beside the 100 of 002: both can be true', () => {
    const pairs = compareClaims(corpus.claims('000'), corpus.claims('002'));
    const figures = pairs.map(({ a, b, agreement }) => [
      corpus.textOf('000').slice(a.claim.figure.start, a.claim.figure.end),
      corpus.textOf('002').slice(b.claim.figure.start, b.claim.figure.end),
      agreement,
    ]);
    assert.deepEqual(figures, [['311', '100', 'consistent']]);
  });
});
