import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FileNode, FolderTree } from '../../../src/core/corpus/folderTree';

const treeOf = (...paths: readonly string[]): FolderTree<string> => {
  const tree = new FolderTree<string>();
  for (const path of paths) tree.set(path, path);
  return tree;
};

/** One line a row: a folder's name and how many it holds, an item by its path; below a folder a step further in. */
const drawn = (rows: readonly FileNode<string>[], indent = ''): readonly string[] =>
  rows.flatMap(row =>
    row.kind === 'leaf'
      ? [`${indent}${row.item}`]
      : [`${indent}${row.name} (${row.count})`, ...drawn(row.children, `${indent}  `)],
  );

describe('a tree of files', () => {
  it('has folders first, in the order of their names, numbers by value', () => {
    const tree = treeOf('part-10/a.txt', 'part-2/b.txt', 'c10.txt', 'c9.txt');
    assert.deepEqual(drawn(tree.children), [
      'part-2 (1)',
      '  part-2/b.txt',
      'part-10 (1)',
      '  part-10/a.txt',
      'c9.txt',
      'c10.txt',
    ]);
  });

  it('shows a folder that holds nothing but another one together with it', () => {
    const tree = treeOf('2024/may/1/a.txt', '2024/may/2/b.txt');
    assert.deepEqual(drawn(tree.children).slice(0, 2), ['2024/may (2)', '  1 (1)']);
    tree.set('2024/june/c.txt', '2024/june/c.txt');
    assert.deepEqual(drawn(tree.children).slice(0, 3), ['2024 (3)', '  june (1)', '    2024/june/c.txt']);
    assert.deepEqual(
      tree.foldersOf('2024/may/1/a.txt').map(({ path }) => path),
      ['2024', '2024/may', '2024/may/1'],
    );
  });

  it('names the folders of a path as they are shown', () => {
    const tree = treeOf('2024/may/a.txt', '2024/may/b.txt');
    const folders = tree.foldersOf('2024/may/b.txt');
    assert.deepEqual(
      folders.map(({ path }) => path),
      ['2024/may'],
    );
    assert.deepEqual(folders, tree.children);
  });

  it('holds nothing once it was cleared, and can be filled again', () => {
    const tree = treeOf('2024/may/a.txt', 'b.txt');
    tree.clear();
    assert.deepEqual([tree.count, drawn(tree.children), [...tree.items()]], [0, [], []]);
    tree.set('2024/may/c.txt', '2024/may/c.txt');
    assert.deepEqual(drawn(tree.children), ['2024/may (1)', '  2024/may/c.txt']);
  });

  it('is, however it came about, the tree of what it holds', () => {
    const path = fc.constantFrom('a.txt', 'x/a.txt', 'x/b.txt', 'x/y/a.txt', 'z/y/a.txt', 'z/y/b.txt');
    fc.assert(
      fc.property(fc.array(fc.tuple(path, fc.boolean()), { maxLength: 30 }), steps => {
        const tree = treeOf();
        const held = new Set<string>();
        for (const [name, isThere] of steps) {
          if (isThere) {
            tree.set(name, name);
            held.add(name);
          } else {
            tree.delete(name);
            held.delete(name);
          }
          drawn(tree.children);
        }
        assert.deepEqual(drawn(tree.children), drawn(treeOf(...held).children));
        assert.deepEqual([...tree.items()].sort(), [...held].sort());
        assert.equal(tree.count, held.size);
      }),
    );
  });
});
