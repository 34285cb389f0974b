import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRelativePath, relativePath, resolvedPath } from '../../../src/core/corpus/relativePath';

describe('the path from one document to another', () => {
  const cases: readonly (readonly [from: string, to: string, path: string])[] = [
    ['a.txt', 'b.txt', 'b.txt'],
    ['desk/a.txt', 'desk/b.txt', 'b.txt'],
    ['desk/a.txt', 'desk/day/b.txt', 'day/b.txt'],
    ['desk/day/a.txt', 'wire/b.txt', '../../wire/b.txt'],
    ['desk/a.txt', 'b.txt', '../b.txt'],
    ['desk/a.txt', 'desk', '../desk'],
    ['a.txt', 'Re: the vote.txt', 'Re: the vote.txt'],
    ['a.txt', 'desk/a b%20#c.txt', 'desk/a b%20#c.txt'],
  ];
  for (const [from, to, path] of cases)
    it(`from ${from} to ${to} is ${path}, and leads there`, () => {
      assert.equal(relativePath(from, to), path);
      assert.equal(resolvedPath(from, path), to);
    });

  it('leads back from anywhere to anywhere', () => {
    const part = fc.string({ minLength: 1, maxLength: 6 }).filter(isRelativePath);
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'));
    fc.assert(
      fc.property(path, path, (from, to) => {
        fc.pre(isRelativePath(from) && isRelativePath(to));
        assert.equal(resolvedPath(from, relativePath(from, to)), to);
      }),
    );
  });

  for (const hostile of [
    '',
    '/etc/passwd',
    '//host/share',
    'https://example.org/a.txt',
    'C:\\secrets.txt',
    '..\\a.txt',
    '../a.txt',
    'b/../../a.txt',
    'b/./a.txt',
    'b//a.txt',
    '.',
    '..',
    '../..',
    'b/',
    'a\u0000.txt',
    'a\n.txt',
    'a\ud83d.txt',
  ])
    it(`${JSON.stringify(hostile)} leads nowhere from a document at the top`, () =>
      assert.equal(resolvedPath('a.txt', hostile), undefined));

  it('never leads out of the corpus', () => {
    assert.equal(resolvedPath('desk/a.txt', '../b.txt'), 'b.txt');
    assert.equal(resolvedPath('desk/a.txt', '../../b.txt'), undefined);
    assert.equal(resolvedPath('desk/a.txt', '../../desk/b.txt'), undefined);
  });
});
