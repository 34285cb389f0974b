import assert from 'node:assert/strict';
import { type LinkEndState, linkProblems, linkSpans } from '../../../src/core/sidecar/linkProblems';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

const LINKED = `version: 1
annotations:
  - id: a
    quote: x
  - id: b
    note: |
      document: not this one
    quote: y
    links:
      # gone since May
      - relation: supports
        document: 'wire/1.txt' # the agency
        quote: z
      - {relation: copied-from, document: 2.txt, quote: z, id: l2}
      - relation: same-claim
        quote: z
        document: C:\\\\no path
    tags: [t]
`;

const problemsOf = (source: string, states: readonly (LinkEndState | undefined)[]) =>
  linkProblems(source, parseSidecar(source).annotations, (_annotation, index) => states[index]).map(
    ({ code, severity, span, arguments: { document }, annotationId }) => [
      code,
      severity,
      source.slice(span.start, span.end),
      document,
      annotationId,
    ],
  );

describe('links that lead nowhere', () => {
  for (const [what, source] of [
    ['', LINKED],
    [', with Windows line ends', LINKED.replaceAll('\n', '\r\n')],
    [', behind a byte order mark', `\ufeff${LINKED}`],
    [', in a list at the margin', LINKED.replace(/^ {2}/gm, '')],
  ] as const)
    it(`are told of where their path stands${what}`, () => {
      assert.deepEqual(problemsOf(source, ['missing', 'lost', 'nowhere']), [
        ['link-missing', 'warning', "'wire/1.txt'", 'wire/1.txt', 'b'],
        ['link-lost', 'warning', '2.txt', '2.txt', 'b'],
      ]);
      assert.deepEqual(
        problemsOf(source, ['nowhere', 'uncertain']).map(([code]) => code),
        ['link-nowhere', 'link-uncertain'],
      );
    });

  it('are none where they lead to a passage, or it is not known whether they do', () =>
    assert.deepEqual(problemsOf(LINKED, ['exact', 'moved', undefined]), []));

  it('stand at their annotation where its lines cannot be read by themselves', () => {
    const source =
      'version: 1\nannotations:\n  - id: a\n    quote: x\n    links: &shared\n      - {relation: supports, document: b.txt, quote: y}\n  - id: b\n    quote: y\n    links: *shared\n';
    const [, second] = parseSidecar(source).annotations;
    assert.equal(second!.links?.length, 1);
    assert.equal(linkSpans(source, second!), undefined);
    assert.deepEqual(
      problemsOf(source, ['missing']).map(([code, , , , id]) => [code, id]),
      [
        ['link-missing', 'a'],
        ['link-missing', 'b'],
      ],
    );
  });

  it('are found in a sidecar that is written as JSON', () => {
    const source =
      '{"version": 1, "annotations": [{"id": "a", "quote": "x", "links": [{"relation": "supports", "document": "b.txt", "quote": "y"}]}]}';
    assert.deepEqual(problemsOf(source, ['missing']), [['link-missing', 'warning', '"b.txt"', 'b.txt', 'a']]);
  });
});
