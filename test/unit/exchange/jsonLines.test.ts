import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toJsonLines } from '../../../src/core/exchange/jsonLines';
import { anyAnnotation } from './anyAnnotation';
import { corpusOf, sampleCorpus } from './sampleCorpus';

const parse = (lines: string): readonly Record<string, unknown>[] =>
  lines
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>);

describe('JSON lines', () => {
  it('have a line for each annotation, with all its fields, its article and its place', () => {
    const corpus = sampleCorpus();
    const expected = corpus.documents.flatMap(({ path, facts, annotations }) =>
      annotations.map(({ annotation, span }) => ({
        ...annotation,
        document: { path, ...facts },
        place: { state: 'exact', ...span },
      })),
    );
    assert.equal(expected.length, 9);
    assert.deepEqual(parse(toJsonLines(corpus)), expected);
  });

  it('have no place where none is known', () => {
    const byHand = { id: 'a', quote: 'The ferry sank', prefix: '', suffix: '', start: -1, end: -1 };
    const [line] = parse(toJsonLines(corpusOf('a.txt', 'Nothing.', [byHand])));
    assert.deepEqual(line, {
      id: 'a',
      quote: 'The ferry sank',
      prefix: '',
      suffix: '',
      document: { path: 'a.txt' },
      place: { state: 'lost' },
    });
  });

  it('keep any text', () =>
    fc.assert(
      fc.property(anyAnnotation, ({ text, annotation }) => {
        const [line, ...more] = parse(toJsonLines(corpusOf('a.txt', text, [annotation])));
        assert.equal(more.length, 0);
        const { document: _document, place: _place, ...fields } = line!;
        assert.deepEqual(fields, annotation);
      }),
    ));
});
