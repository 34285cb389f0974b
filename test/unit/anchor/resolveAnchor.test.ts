import assert from 'node:assert/strict';
import { describeAnchor } from '../../../src/core/anchor/describeAnchor';
import { resolveAnchor, resolveAnchors, resolveEach } from '../../../src/core/anchor/resolveAnchor';
import { type Anchor } from '../../../src/core/annotation/model';

/** Reads ‹…› out of a text: the text without the marks, and the marked passages in their order. */
function marked(source: string): { readonly text: string; readonly spans: readonly { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of source.split(/([‹›])/)) {
    if (piece === '‹') spans.push({ start: text.length, end: text.length });
    else if (piece === '›') spans.findLast(span => span.start === span.end)!.end = text.length;
    else text += piece;
  }
  return { text, spans };
}

const BEFORE = `Harbour vote postponed

The council of Norrby put off its vote on the harbour on Tuesday. ‹“We will counter it,” said Ada Ferrin, who leads the port union.›
The mayor did not take questions. Members left by a side door before the hour was out.
`;

describe('finding a passage again', () => {
  const { text, spans } = marked(BEFORE);
  const anchor = describeAnchor(text, spans[0]!);

  const cases: readonly [string, string, string][] = [
    ['exact', 'nothing was changed', BEFORE],
    ['moved', 'a paragraph was put before it', BEFORE.replace('The council', 'Rain fell all day.\n\nThe council')],
    ['moved', 'lines were wrapped anew', BEFORE.replace('counter it,” said Ada', 'counter it,”\nsaid  Ada')],
    ['moved', 'marks were straightened', BEFORE.replace('“', '"').replace('”', '"')],
    ['moved', 'a word inside was changed', BEFORE.replace('who leads', 'who heads')],
    ['moved', 'it was moved to the end', marked(BEFORE).text.replace(anchor.quote, '') + `\n‹${anchor.quote}›\n`],
    ['moved', 'all around it was rewritten', `Quite another article.\n\n‹${anchor.quote}›\n\nIts end is new as well.`],
    ['lost', 'it was deleted', BEFORE.replace(/‹.*›/, '')],
    ['lost', 'the text is another one', 'Snow is expected in the hills by the end of the week.'],
  ];
  for (const [state, what, source] of cases)
    it(`is ${state} where ${what}`, () => {
      const after = marked(source);
      const found = resolveAnchor(after.text, anchor);
      assert.equal(found.state, state, JSON.stringify(found));
      assert.deepEqual(found.span, after.spans[0]);
    });

  it('does not take a sentence that is merely like it for the passage', () => {
    const found = resolveAnchor(
      text.replace(anchor.quote, '').replace('side door', 'side door. “We will not counter it,” said Bo Ek'),
      anchor,
    );
    assert.ok(found.state === 'uncertain' || found.state === 'lost', JSON.stringify(found));
  });

  it('finds composed letters where they were decomposed, and the other way round', () => {
    const source = 'Die Räumung des Cafés begann früh, sagte er gestern.';
    const start = source.indexOf('Cafés');
    const there = resolveAnchor('x ' + source.normalize('NFD'), describeAnchor(source, { start, end: start + 17 }));
    assert.equal(
      ('x ' + source.normalize('NFD')).slice(there.span!.start, there.span!.end),
      'Cafés begann früh'.normalize('NFD'),
    );
  });

  const odd: readonly Partial<Anchor>[] = [
    { start: -5, end: -1 },
    { start: 1e300, end: 1e301 },
    { start: NaN, end: NaN },
    { start: 0.5, end: 1.5 },
    { start: 9, end: 2 },
    { prefix: '', suffix: '' },
  ];
  for (const fields of odd)
    it(`finds it by its words where the stored place is ${JSON.stringify(Object.values(fields))}`, () => {
      const found = resolveAnchor(text, { ...anchor, ...fields });
      assert.deepEqual(found.span, spans[0]);
      assert.notEqual(found.state, 'lost');
    });

  it('is lost where the quote is blank, whatever the text', () => {
    for (const quote of ['', ' ', '\n\u200b'.trim()])
      assert.equal(resolveAnchor('a b', { ...anchor, quote }).state, 'lost');
  });
});

describe('passages of the same words', () => {
  const { text, spans } = marked(
    'The mayor spoke. ‹No comment.› The port union spoke at noon. ‹No comment.› Then the council spoke. ‹No comment.› End.',
  );
  const anchors = spans.map(span => describeAnchor(text, span));
  const cases: readonly [string, string][] = [
    ['as it was', text],
    ['pushed down', `New lead.\n\n${text}`],
    ['pushed down by just the distance between two', 'x'.repeat(spans[1]!.start - spans[0]!.start) + text],
  ];
  for (const [name, after] of cases)
    it(`each keep their own place in a text ${name}`, () => {
      const shift = after.length - text.length;
      const found = resolveAnchors(after, anchors).map(({ span }) => span?.start);
      assert.deepEqual(
        found,
        spans.map(({ start }) => start + shift),
      );
      for (const [i, anchor] of anchors.entries()) assert.equal(resolveAnchor(after, anchor).span?.start, found[i]);
    });

  it('do not take the place of the one that is gone', () => {
    const without = text.slice(0, spans[1]!.start) + text.slice(spans[1]!.end);
    const [first, second, third] = resolveAnchors(without, anchors);
    assert.deepEqual([first!.state, second!.state, third!.state], ['exact', 'lost', 'moved']);
    const alone = resolveAnchor(without, anchors[1]!);
    assert.ok(alone.state === 'uncertain' || alone.state === 'lost', alone.state);
  });
});

describe('passages that are looked for each by itself', () => {
  const text = 'A quay.\n\n“It will be closed,” said the mayor.\n';
  const anchor: Anchor = { quote: 'It will be closed', prefix: '“', suffix: ',”', start: 10, end: 27 };
  const older: Anchor = { ...anchor, prefix: 'They said: “', start: 40, end: 57 };

  it('may be one and the same, described in two versions of the text', () => {
    const after = `Rain fell.\n\n${text}`;
    const found = resolveEach(after, [anchor, older, { ...anchor, quote: 'Nobody knows' }]);
    assert.deepEqual(found, [resolveAnchor(after, anchor), resolveAnchor(after, older), { state: 'lost', score: 0 }]);
    assert.deepEqual(
      found.slice(0, 2).map(({ span }) => span?.start),
      [22, 22],
    );
    assert.deepEqual(
      resolveAnchors(after, [anchor, older]).map(({ state }) => state),
      ['moved', 'lost'],
    );
  });
});
