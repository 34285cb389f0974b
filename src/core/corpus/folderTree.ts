/** A folder of a tree of files. */
export interface FolderNode<T> {
  readonly kind: 'folder';
  /** Its own name; several where a folder holds nothing but another one ("2024/may"). */
  readonly name: string;
  /** From the root, with slashes. */
  readonly path: string;
  readonly children: readonly FileNode<T>[];
}

export interface LeafNode<T> {
  readonly kind: 'leaf';
  readonly item: T;
}

export type FileNode<T> = FolderNode<T> | LeafNode<T>;

interface Draft<T> {
  readonly folders: Map<string, Draft<T>>;
  readonly leaves: { readonly name: string; readonly item: T }[];
}

/**
 * Arranges items by the folders of their paths: folders first, both in the order of their names, numbers in names by value. A
 * folder that holds nothing but one folder is shown together with it.
 */
export function folderTree<T>(items: readonly T[], pathOf: (item: T) => string): readonly FileNode<T>[] {
  const root: Draft<T> = { folders: new Map(), leaves: [] };
  for (const item of items) {
    const parts = pathOf(item).split('/');
    const name = parts.pop()!;
    let draft = root;
    for (const part of parts) {
      let next = draft.folders.get(part);
      if (!next) draft.folders.set(part, (next = { folders: new Map(), leaves: [] }));
      draft = next;
    }
    draft.leaves.push({ name, item });
  }
  return finish(root, '', new Intl.Collator(undefined, { numeric: true }));
}

function finish<T>(draft: Draft<T>, path: string, collator: Intl.Collator): readonly FileNode<T>[] {
  const folders = [...draft.folders].sort(([a], [b]) => collator.compare(a, b));
  const leaves = draft.leaves.sort((a, b) => collator.compare(a.name, b.name));
  return [
    ...folders.map(([name, folder]) => folderNode(name, folder, path, collator)),
    ...leaves.map(({ item }): LeafNode<T> => ({ kind: 'leaf', item })),
  ];
}

function folderNode<T>(name: string, draft: Draft<T>, parent: string, collator: Intl.Collator): FolderNode<T> {
  let label = name;
  let inner = draft;
  while (inner.leaves.length === 0 && inner.folders.size === 1) {
    const [[only, next]] = [...inner.folders] as [[string, Draft<T>]];
    label += `/${only}`;
    inner = next;
  }
  const path = parent ? `${parent}/${label}` : label;
  return { kind: 'folder', name: label, path, children: finish(inner, path, collator) };
}
