import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FACETS, type ListedAnnotation, NO_VALUE } from '../../../src/core/annotation/facets';
import {
  type AnnotationFilter,
  facetCounts,
  isFiltering,
  matcher,
  NO_FILTER,
  parseFilter,
  printFilter,
  withFacet,
} from '../../../src/core/annotation/filter';
import { type Annotation } from '../../../src/core/annotation/model';

const listed = (
  id: string,
  annotation: Partial<Annotation> = {},
  around: Partial<Omit<ListedAnnotation, 'annotation'>> = {},
): ListedAnnotation => ({
  document: 'file:///quay.txt',
  title: 'The quay',
  ...around,
  annotation: { id, quote: `passage ${id}`, prefix: '', suffix: '', start: 0, end: 9, ...annotation },
});

const ITEMS: readonly ListedAnnotation[] = [
  listed(
    'a',
    { stance: 'against', target: 'port', reliability: 'B', tags: ['money'], author: 'Ada' },
    { outlet: 'Norrby Posten' },
  ),
  listed('b', { stance: 'favor', target: 'port', credibility: 2, tags: ['money', 'vote'] }, { anchor: 'lost' }),
  listed('c', { stance: 'against', target: 'ferry', note: 'Ask the *Harbour* office' }, { speaker: 'Mayor Lund' }),
  listed('d', { created: '2026-01-01T00:00:00Z', reviewed: '2026-01-02T00:00:00Z', reviewedBy: 'Bo' }),
  listed('e', { updated: '2026-01-03T00:00:00Z', reviewed: '2026-01-02T00:00:00Z' }, { document: 'file:///ferry.txt' }),
];

const shown = (filter: string): string =>
  ITEMS.filter(matcher(parseFilter(filter)))
    .map(({ annotation }) => annotation.id)
    .join('');

describe('a filter of annotations', () => {
  const CASES: readonly (readonly [filter: string, ids: string])[] = [
    ['', 'abcde'],
    ['stance:against', 'ac'],
    ['stance:against,favor', 'abc'],
    ['stance:none', 'de'],
    ['stance:against target:port', 'a'],
    ['stance:favor target:ferry', ''],
    ['outlet:"Norrby Posten"', 'a'],
    ['speaker:"Mayor Lund"', 'c'],
    ['reliability:B,none', 'abcde'],
    ['credibility:2', 'b'],
    ['tag:vote', 'b'],
    ['tag:money', 'ab'],
    ['tag:none', 'cde'],
    ['author:Ada', 'a'],
    ['document:"file:///ferry.txt"', 'e'],
    ['anchor:lost,uncertain', 'b'],
    ['review:reviewed', 'd'],
    ['review:unreviewed,changed', 'abce'],
    ['harbour', 'c'],
    ['HARBOUR lund', 'c'],
    ['harbour port', ''],
    ['"the quay" stance:none', 'de'],
    ['norrby', 'a'],
    ['vote', 'b'],
  ];
  for (const [filter, ids] of CASES) it(`‹${filter}› shows ${ids || 'none'}`, () => assert.equal(shown(filter), ids));

  it('counts a facet’s values among what the rest of it lets through, in the order of the scheme', () => {
    const filter = parseFilter('target:port,ferry stance:favor');
    assert.deepEqual(facetCounts(ITEMS, 'stance', filter), [
      { value: 'favor', count: 1 },
      { value: 'against', count: 2 },
    ]);
    assert.deepEqual(facetCounts(ITEMS, 'target', filter), [
      { value: 'ferry', count: 0 },
      { value: 'port', count: 1 },
    ]);
  });

  it('counts an annotation with two tags under both, and those without any last', () =>
    assert.deepEqual(facetCounts(ITEMS, 'tag', NO_FILTER), [
      { value: 'money', count: 2 },
      { value: 'vote', count: 1 },
      { value: NO_VALUE, count: 3 },
    ]));

  it('loses a facet that no value is chosen of', () => {
    const filter = withFacet(withFacet(NO_FILTER, 'tag', ['vote']), 'stance', ['favor']);
    assert.deepEqual(Object.keys(filter.facets), ['stance', 'tag']);
    assert.equal(isFiltering(filter), true);
    assert.deepEqual(withFacet(withFacet(filter, 'tag', []), 'stance', []), NO_FILTER);
    assert.equal(isFiltering(NO_FILTER), false);
  });
});

describe('a filter as text', () => {
  const CASES: readonly (readonly [typed: string, printed: string])[] = [
    ['tag:vote stance:favor quay', 'stance:favor tag:vote quay'],
    ['stance:favor stance:against,favor', 'stance:favor,against'],
    ['Stance:favor', 'stance:favor'],
    ['target:"none"', 'target:"none"'],
    ['target:none', 'target:none'],
    ['outlet:"Norrby Posten",Kustbladet', 'outlet:"Norrby Posten",Kustbladet'],
    ['colour:red', '"colour:red"'],
    ['"stance:favor"', '"stance:favor"'],
    ['stance:', '"stance:"'],
    ['target:say"no', String.raw`"target:say\"no"`],
    ['"side  door" open', '"side  door" open'],
    ['  ', ''],
  ];
  for (const [typed, printed] of CASES)
    it(`‹${typed}› reads as ‹${printed}›`, () => assert.equal(printFilter(parseFilter(typed)), printed));

  const value = fc.oneof(fc.string(), fc.constantFrom('none', '', 'file:///a b.txt', 'say "no"', 'a\\', 'Ärger\n2'));
  const filters: fc.Arbitrary<AnnotationFilter> = fc
    .record({
      facets: fc.array(fc.tuple(fc.constantFrom(...FACETS), fc.uniqueArray(value, { minLength: 1, maxLength: 3 }))),
      words: fc.array(value.filter(word => word !== '')),
    })
    .map(({ facets, words }) =>
      facets.reduce<AnnotationFilter>((made, [facet, values]) => withFacet(made, facet, values), { facets: {}, words }),
    );
  it('reads back whatever was printed', () =>
    fc.assert(fc.property(filters, filter => assert.deepEqual(parseFilter(printFilter(filter)), filter))));

  it('takes whatever is typed', () =>
    fc.assert(
      fc.property(fc.string(), text => {
        const filter = parseFilter(text);
        assert.deepEqual(parseFilter(printFilter(filter)), filter);
      }),
    ));
});
