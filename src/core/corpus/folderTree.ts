import { naturalOrder } from '../naturalOrder';
/** A folder of a tree of files. The same object as long as the folder holds anything. */
export interface FolderNode<T> {
  readonly kind: 'folder';
  /** Its own name; several where a folder holds nothing but another one ("2024/may"). */
  readonly name: string;
  /** From the root, with slashes. */
  readonly path: string;
  /** How many items are below it. */
  readonly count: number;
  /** Folders first, both in the order of their names, numbers in names by value. */
  readonly children: readonly FileNode<T>[];
  /** All items below it, in no order. */
  items(): Iterable<T>;
}

export interface LeafNode<T> {
  readonly kind: 'leaf';
  readonly item: T;
}

export type FileNode<T> = FolderNode<T> | LeafNode<T>;

/**
 * Arranges items by the folders of their paths. A folder that holds nothing but one folder is shown together with it. What is in a folder is put in order when that
 * is looked at: of a hundred thousand files nobody opens more than a few folders.
 */
export class FolderTree<T> {
  private readonly root = new Folder<T>('', undefined);

  /** How many items there are. */
  get count(): number {
    return this.root.count;
  }

  /** Every item, in no order. */
  items(): Iterable<T> {
    return this.root.items();
  }

  /** What is at the top, as FolderNode's children are. */
  get children(): readonly FileNode<T>[] {
    return this.root.children;
  }

  has(path: string): boolean {
    const { folders, name } = parted(path);
    return folders.reduce<Folder<T> | undefined>((folder, part) => folder?.folder(part), this.root)?.has(name) ?? false;
  }

  /** Puts an item at a path, in place of what was there. */
  set(path: string, item: T): void {
    const { folders, name } = parted(path);
    this.root.set(folders, name, item);
  }

  /** Takes all items out. */
  clear(): void {
    this.root.clear();
  }

  /** Nothing where there is nothing. */
  delete(path: string): void {
    const { folders, name } = parted(path);
    this.root.delete(folders, name);
  }

  /** The folders that hold a path, as nodes, the outermost first; those that are shown together with another one by that. */
  foldersOf(path: string): readonly FolderNode<T>[] {
    const found = new Set<Folder<T>>();
    let folder: Folder<T> | undefined = this.root;
    for (const name of parted(path).folders) {
      folder = folder?.folder(name);
      if (folder) found.add(folder.shown);
    }
    return [...found];
  }
}

class Folder<T> implements FolderNode<T> {
  readonly kind = 'folder';
  count = 0;
  private readonly folders = new Map<string, Folder<T>>();
  private readonly leaves = new Map<string, T>();
  /** In order; undefined where that is to be made. */
  private ordered: readonly FileNode<T>[] | undefined;

  constructor(
    private readonly ownName: string,
    private readonly parent: Folder<T> | undefined,
  ) {}

  /** As this folder is shown: what holds nothing but another folder is shown as that one. */
  get shown(): Folder<T> {
    return this.only?.shown ?? this;
  }

  get name(): string {
    return this.parent?.only === this ? `${this.parent.name}/${this.ownName}` : this.ownName;
  }

  get path(): string {
    return this.parent?.parent ? `${this.parent.path}/${this.ownName}` : this.ownName;
  }

  get children(): readonly FileNode<T>[] {
    return (this.ordered ??= this.inOrder());
  }

  *items(): Generator<T, void> {
    yield* this.leaves.values();
    for (const folder of this.folders.values()) yield* folder.items();
  }

  folder(name: string): Folder<T> | undefined {
    return this.folders.get(name);
  }

  has(name: string): boolean {
    return this.leaves.has(name);
  }

  /** Returns how many items more there are. */
  set(folders: readonly string[], name: string, item: T, depth = 0): number {
    this.ordered = undefined;
    const folderName = folders[depth];
    let added: number;
    if (folderName === undefined) {
      added = this.leaves.has(name) ? 0 : 1;
      this.leaves.set(name, item);
    } else {
      let folder = this.folders.get(folderName);
      if (!folder) this.folders.set(folderName, (folder = new Folder<T>(folderName, this)));
      added = folder.set(folders, name, item, depth + 1);
    }
    this.count += added;
    return added;
  }

  /** Returns true where there was something. */
  delete(folders: readonly string[], name: string, depth = 0): boolean {
    const folderName = folders[depth];
    const folder = folderName === undefined ? undefined : this.folders.get(folderName);
    const isGone = folderName === undefined ? this.leaves.delete(name) : !!folder?.delete(folders, name, depth + 1);
    if (!isGone) return false;
    if (folder?.count === 0) this.folders.delete(folderName!);
    this.count--;
    this.ordered = undefined;
    return true;
  }

  clear(): void {
    this.folders.clear();
    this.leaves.clear();
    this.count = 0;
    this.ordered = undefined;
  }

  /** The folder that this one holds and nothing else; the root is none to be shown together with another. */
  private get only(): Folder<T> | undefined {
    if (!this.parent || this.leaves.size > 0 || this.folders.size !== 1) return undefined;
    const [only] = this.folders.values();
    return only;
  }

  private inOrder(): readonly FileNode<T>[] {
    const byName = <V>(entries: Iterable<readonly [string, V]>): readonly V[] =>
      [...entries].sort(([a], [b]) => naturalOrder(a, b)).map(([, value]) => value);
    return [
      ...byName(this.folders).map(folder => folder.shown),
      ...byName(this.leaves).map((item): LeafNode<T> => ({ kind: 'leaf', item })),
    ];
  }
}

function parted(path: string): { readonly folders: readonly string[]; readonly name: string } {
  const folders = path.split('/');
  const name = folders.pop()!;
  return { folders, name };
}
