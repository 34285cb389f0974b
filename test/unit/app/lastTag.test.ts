import assert from 'node:assert/strict';
import { earlierTags, LastTag } from '../../../src/app/lastTag';
import { type Annotation } from '../../../src/core/annotation/model';

const one = (id: string, fields: Partial<Annotation>): Annotation => ({
  ...{ id, quote: id, prefix: '', suffix: '', start: 0, end: 1 },
  ...fields,
});

describe('earlier tags', () => {
  it('are listed once each, what was said last first, whatever basis and note', () => {
    const found = earlierTags([
      one('a', { stance: 'favor', reliability: 'B', basis: 'seen', updated: '2026-01-01T00:00:00Z' }),
      one('b', { note: 'Ask.', updated: '2026-01-05T00:00:00Z' }),
      one('c', { stance: 'against', updated: '2026-01-02T00:00:00Z' }),
      one('d', { stance: 'favor', reliability: 'B', note: 'Ask.', updated: '2026-01-03T00:00:00Z' }),
    ]);
    assert.deepEqual(
      found.map(({ judgement, count, latest }) => [JSON.stringify(judgement), count, latest.id]),
      [
        ['{"stance":"favor","reliability":"B"}', 2, 'd'],
        ['{"stance":"against"}', 1, 'c'],
      ],
    );
  });

  it('of which the last one is remembered, but for a note alone', () => {
    const last = new LastTag();
    assert.equal(last.judgement, undefined);
    last.take({ stance: 'favor', basis: 'seen' });
    last.take({ note: 'Ask.' });
    assert.deepEqual(last.judgement, { stance: 'favor' });
  });
});
