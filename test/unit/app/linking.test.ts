import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressOf, corpusPathOf } from '../../../src/app/corpusPaths';
import { newLink, withPassage } from '../../../src/app/linking';
import { resolvedPath } from '../../../src/core/corpus/relativePath';

const DESK = { uri: 'file:///desk', name: 'desk' };
const INNER = { uri: 'file:///desk/inner', name: 'inner' };
const ANCHOR = { quote: 'ten boats', prefix: 'at least ', suffix: '.', start: 9, end: 18 };
const ORIGIN = { id: 'l1', relation: 'supports', timestamp: '2026-01-02T03:04:05Z' } as const;

describe('a new link', () => {
  const at = (path: string, folder = DESK) => ({ folder, path });

  it('names the document from the folder of its own, and holds the passage', () => {
    const said = { ...ORIGIN, note: 'Both say ten', author: 'Ada' };
    const link = newLink(at('may/a.txt'), at('june/b.txt'), { anchor: ANCHOR, annotation: 'k3' }, said);
    assert.deepEqual(Object.entries(link!), [
      ['id', 'l1'],
      ['relation', 'supports'],
      ['document', '../june/b.txt'],
      ['annotation', 'k3'],
      ['quote', 'ten boats'],
      ['prefix', 'at least '],
      ['suffix', '.'],
      ['start', 9],
      ['end', 18],
      ['note', 'Both say ten'],
      ['author', 'Ada'],
      ['created', '2026-01-02T03:04:05Z'],
    ]);
  });

  it('says nothing of what is not there', () =>
    assert.deepEqual(newLink(at('a.txt'), at('b.txt'), { anchor: ANCHOR }, ORIGIN), {
      id: 'l1',
      relation: 'supports',
      document: 'b.txt',
      ...ANCHOR,
      created: '2026-01-02T03:04:05Z',
    }));

  it('is none between two folders of the workspace', () =>
    assert.equal(newLink(at('a.txt'), at('b.txt', INNER), { anchor: ANCHOR }, ORIGIN), undefined));

  it('that is led to another passage keeps what was said of it', () => {
    const link = newLink(at('a.txt'), at('b.txt'), { anchor: ANCHOR, annotation: 'k3' }, { ...ORIGIN, note: 'why' })!;
    const led = withPassage(link, { anchor: { ...ANCHOR, quote: 'nine boats', occurrence: '1/2' } });
    assert.deepEqual(led, {
      id: 'l1',
      relation: 'supports',
      document: 'b.txt',
      ...ANCHOR,
      quote: 'nine boats',
      occurrence: '1/2',
      note: 'why',
      created: '2026-01-02T03:04:05Z',
    });
  });
});

describe('an address in the corpus', () => {
  it('belongs to the innermost folder of the workspace', () => {
    assert.deepEqual(corpusPathOf([DESK, INNER], 'file:///desk/inner/a.txt'), { folder: INNER, path: 'a.txt' });
    assert.deepEqual(corpusPathOf([INNER, DESK], 'file:///desk/inner2/a.txt'), { folder: DESK, path: 'inner2/a.txt' });
    assert.equal(corpusPathOf([INNER], 'file:///desk/a.txt'), undefined);
    assert.equal(corpusPathOf([DESK], 'file:///deskside/a.txt'), undefined);
  });

  it('leads back to its path, whatever the names hold', () => {
    const part = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      // eslint-disable-next-line no-control-regex -- what no path in a sidecar holds
      .filter(name => !/[\u0000-\u001f\u007f\\/]/.test(name) && name !== '.' && name !== '..');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), parts => {
        const path = parts.join('/');
        const address = addressOf({ folder: DESK, path: 'a.txt' }, path);
        assert.deepEqual(address && corpusPathOf([DESK], address), { folder: DESK, path });
      }),
    );
  });

  it('that a sidecar names never lies outside of its folder', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '', '/', '\\', '%2e%2e', '%2f', '?', '#', 'file:', '//host', 'a', '\u0000', '\ud83d'),
      fc.string({ maxLength: 4 }),
    );
    const path = fc
      .tuple(fc.array(piece, { maxLength: 8 }), fc.constantFrom('/', '', '\\'))
      .map(([pieces, mark]) => pieces.join(mark));
    fc.assert(
      fc.property(path, fc.constantFrom('a.txt', 'x/a.txt', 'x/y/z/a.txt'), (document, own) => {
        const resolved = resolvedPath(own, document);
        const address = addressOf({ folder: DESK, path: own }, document);
        assert.equal(address === undefined, resolved === undefined);
        if (address === undefined || resolved === undefined) return;
        const { href, search, hash, pathname } = new URL(address);
        assert.ok(href.startsWith('file:///desk/'), href);
        assert.deepEqual([search, hash], ['', '']);
        assert.equal(decodeURIComponent(pathname), `/desk/${resolved}`);
        assert.ok(
          resolved.split('/').every(name => name !== '' && name !== '.' && name !== '..'),
          resolved,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
