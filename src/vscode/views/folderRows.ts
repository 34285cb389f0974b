import { pathBelow } from '../../app/corpusPaths';
import { type DocumentUri, type Folder } from '../../app/ports';
import { type FileNode, type FolderNode as TreeFolder, FolderTree } from '../../core/corpus/folderTree';

/** A folder in the documents view. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly name: string;
  /** Its address. */
  readonly path: string;
  /** What it holds. */
  readonly folder: Pick<TreeFolder<DocumentUri>, 'count' | 'children' | 'items'>;
}

/** Documents by folder, those of several workspace folders below these. Says nothing of what else rows show. */
export class FolderRows {
  private readonly trees = new Map<string, { readonly folder: Folder; readonly tree: FolderTree<DocumentUri> }>();
  private readonly nodes = new WeakMap<object, FolderNode>();

  /** How many documents there are. */
  get count(): number {
    return [...this.trees.values()].reduce((sum, { tree }) => sum + tree.count, 0);
  }

  /** Every document, in no order. */
  *documents(): Generator<DocumentUri, void> {
    for (const { tree } of this.trees.values()) yield* tree.items();
  }

  /** Says which workspace folders there are, in their order; the documents of others go. False where they are as they were. */
  setFolders(folders: readonly Folder[]): boolean {
    const known = new Map(this.trees);
    const before = [...known.keys()];
    if (folders.length === before.length && folders.every(({ uri }, at) => uri === before[at])) return false;
    this.trees.clear();
    for (const folder of folders)
      this.trees.set(folder.uri, known.get(folder.uri) ?? { folder, tree: new FolderTree<DocumentUri>() });
    return true;
  }

  /** Takes all documents out. */
  clear(): void {
    for (const { tree } of this.trees.values()) tree.clear();
  }

  /** Puts a document in or takes it out; false where it was so already. */
  set(uri: DocumentUri, isShown: boolean): boolean {
    const place = this.placeOf(uri);
    if (!place || place.tree.has(place.path) === isShown) return false;
    if (isShown) place.tree.set(place.path, uri);
    else place.tree.delete(place.path);
    return true;
  }

  /** The rows at the top. */
  roots<T>(documentNode: (uri: DocumentUri) => T): readonly (FolderNode | T)[] {
    const trees = [...this.trees.values()];
    if (trees.length === 1) return this.rowsOf(trees[0]!.tree, trees[0]!.folder.uri, documentNode);
    return trees
      .filter(({ tree }) => tree.count > 0)
      .map(({ folder, tree }) => this.nodeOf(tree, folder.name, folder.uri));
  }

  /** The rows below a folder. */
  children<T>(node: FolderNode, documentNode: (uri: DocumentUri) => T): readonly (FolderNode | T)[] {
    const root = [...this.trees.keys()].find(uri => node.path === uri || node.path.startsWith(`${uri}/`)) ?? '';
    return this.rowsOf(node.folder, root, documentNode);
  }

  /** The folders that a document is shown in, the outermost first. */
  foldersOf(uri: DocumentUri): readonly FolderNode[] {
    const place = this.placeOf(uri);
    if (!place) return [];
    const { tree, path, folder } = place;
    const own = tree.foldersOf(path).map(node => this.nodeOf(node, node.name, `${folder.uri}/${node.path}`));
    return this.trees.size > 1 ? [this.nodeOf(tree, folder.name, folder.uri), ...own] : own;
  }

  private rowsOf<T>(
    { children }: { readonly children: readonly FileNode<DocumentUri>[] },
    root: string,
    documentNode: (uri: DocumentUri) => T,
  ): readonly (FolderNode | T)[] {
    return children.map(child =>
      child.kind === 'leaf' ? documentNode(child.item) : this.nodeOf(child, child.name, `${root}/${child.path}`),
    );
  }

  /** The same node as long as it reads the same: rows are told apart by their nodes. */
  private nodeOf(folder: FolderNode['folder'], name: string, path: string): FolderNode {
    const known = this.nodes.get(folder);
    if (known?.name === name && known.path === path) return known;
    const node: FolderNode = { kind: 'folder', name, path, folder };
    this.nodes.set(folder, node);
    return node;
  }

  private placeOf(
    uri: DocumentUri,
  ): { readonly folder: Folder; readonly tree: FolderTree<DocumentUri>; readonly path: string } | undefined {
    for (const { folder, tree } of this.trees.values())
      if (uri.startsWith(`${folder.uri}/`)) return { folder, tree, path: pathBelow(folder.uri, uri) };
    return undefined;
  }
}
