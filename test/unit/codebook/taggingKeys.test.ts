import assert from 'node:assert/strict';
import { judgementAfter, type KeyMeaning, taggingKeys } from '../../../src/core/codebook/taggingKeys';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';

const said = (keys: ReadonlyMap<string, KeyMeaning>): Record<string, string> =>
  Object.fromEntries([...keys].map(([key, { field, value }]) => [key, `${field} ${value}`]));

describe('keys of the tagging mode', () => {
  it('are those of the four stances and the Admiralty system where there is no codebook', () => {
    const keys = said(taggingKeys());
    assert.deepEqual(
      ['f', 'a', 'n', 'u', 'A', 'F', '1', '6'].map(key => keys[key]),
      [
        'stance favor',
        'stance against',
        'stance neutral',
        'stance unclear',
        'reliability A',
        'reliability F',
        'credibility 1',
        'credibility 6',
      ],
    );
    assert.equal(Object.keys(keys).length, 16);
  });

  it('are those of the codebook first', () => {
    const codebook = parseCodebook(
      'stances: [{name: for, key: y}, {name: against, key: y}]\ntargets: [{name: harbour, key: h}]\ntags: [{name: denial, key: 1}, {name: long, key: ab}]\n',
    );
    const keys = said(taggingKeys(codebook));
    assert.deepEqual(
      [keys.y, keys.h, keys['1'], keys['2']],
      ['stance for', 'target harbour', 'tag denial', 'credibility 2'],
    );
    assert.equal(keys.a, 'stance against');
    assert.ok(!Object.values(keys).includes('tag long'));
  });

  it('that are none, or another entry has, are named and passed over', () => {
    const source = 'stances: [{name: for, key: y}, {name: against, key: y}]\ntags: [{name: long, key: ab}]\n';
    assert.deepEqual(
      parseCodebook(source).problems.map(({ code, span, arguments: details }) => [
        code,
        source.slice(span.start, span.end),
        details,
      ]),
      [
        ['taken-key', 'y', { key: 'y', name: 'for' }],
        ['invalid-value', 'ab', { field: 'key', value: 'ab' }],
      ],
    );
  });

  it('of stances without one are the first of their letters that is free', () => {
    const keys = said(taggingKeys(parseCodebook('stances: [for, fair, {name: unsure, key: a}, 1]\n')));
    assert.deepEqual(
      [keys.f, keys.a, keys.i, keys['1']],
      ['stance for', 'stance unsure', 'stance fair', 'credibility 1'],
    );
  });
});

describe('a judgement after a key', () => {
  it('has what the key says, and the target that a stance is toward', () => {
    assert.deepEqual(judgementAfter({}, { field: 'stance', value: 'favor' }), { stance: 'favor' });
    assert.deepEqual(judgementAfter({ note: 'x' }, { field: 'stance', value: 'favor' }, 'harbour'), {
      note: 'x',
      stance: 'favor',
      target: 'harbour',
    });
    assert.deepEqual(judgementAfter({ target: 'survey' }, { field: 'stance', value: 'favor' }, 'harbour'), {
      target: 'survey',
      stance: 'favor',
    });
    assert.deepEqual(judgementAfter({ reliability: 'A' }, { field: 'reliability', value: 'B' }, 'harbour'), {
      reliability: 'B',
    });
  });

  it('has a tag more, or one less where it was there', () => {
    const denial = { field: 'tag', value: 'denial' } as const;
    assert.deepEqual(judgementAfter({ tags: ['promise'] }, denial), { tags: ['promise', 'denial'] });
    assert.deepEqual(judgementAfter({ tags: ['promise', 'denial'] }, denial), { tags: ['promise'] });
    assert.deepEqual(judgementAfter({ tags: ['denial'], stance: 'favor' }, denial), { stance: 'favor' });
  });
});
