import assert from 'node:assert/strict';
import { type AuthorMode, isWithheld, visibleAnnotations } from '../../../src/core/team/visibility';

const ANNOTATIONS = [{ id: 'a', author: 'Ann' }, { id: 'b', author: 'Ben' }, { id: 'n' }];
const done = (by: string) => ({ by, done: '2026-01-01T00:00:00Z' });

describe('whose annotations are seen', () => {
  const cases: readonly (readonly [who: string | undefined, mode: AuthorMode, how: string, seen: string])[] = [
    ['Ann', 'all', 'open', 'a b n'],
    ['Ann', 'mine', 'open', 'a'],
    ['Ann', 'others', 'open', 'b n'],
    [undefined, 'mine', 'open', 'n'],
    [undefined, 'others', 'open', 'a b'],
    ['Ann', 'all', 'blind', 'a'],
    ['Ann', 'mine', 'blind', 'a'],
    ['Ann', 'others', 'blind', ''],
    [undefined, 'all', 'blind', 'n'],
    ['Ben', 'all', 'blind', 'b'],
    ['Ann', 'all', 'blind, Ben is done', 'a'],
    ['Ann', 'all', 'blind, Ann is done', 'a b n'],
    ['Ann', 'mine', 'blind, Ann is done', 'a'],
    ['ann', 'all', 'blind, Ann is done', ''],
  ];
  for (const [name, mode, how, seen] of cases)
    it(`${name ?? 'somebody without a name'} who wants ${mode}, ${how}: ${seen || 'none'}`, () => {
      const passes = ['Ann', 'Ben'].filter(who => how.includes(`${who} is`)).map(done);
      const viewer = { name, mode, blind: how.startsWith('blind') };
      const ids = visibleAnnotations(ANNOTATIONS, passes, viewer).map(({ id }) => id);
      assert.equal(ids.join(' '), seen);
    });

  it('nothing is withheld from who is done, nor where nobody is blind', () => {
    assert.equal(isWithheld([done('Ann')], { name: 'Ann', blind: true }), false);
    assert.equal(isWithheld([], { name: 'Ann', blind: false }), false);
    assert.equal(isWithheld([done('Ben')], { name: 'Ann', blind: true }), true);
  });
});
