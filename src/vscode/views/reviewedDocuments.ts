import { type FolderNode } from './folderRows';

/** Which documents are reviewed, and how many of those each folder holds. */
export class ReviewedDocuments {
  private readonly documents = new Set<string>();
  private readonly counts = new Map<FolderNode, number>();

  in(folder: FolderNode): number {
    return this.counts.get(folder) ?? 0;
  }

  reset(documents: Iterable<string>, foldersOf: (uri: string) => readonly FolderNode[]): void {
    this.documents.clear();
    this.counts.clear();
    for (const uri of documents) this.set(uri, true, () => foldersOf(uri));
  }

  /** Returns the folders of which another number is reviewed now. */
  set(uri: string, isReviewed: boolean, foldersOf: () => readonly FolderNode[]): readonly FolderNode[] {
    if (this.documents.has(uri) === isReviewed) return [];
    if (isReviewed) this.documents.add(uri);
    else this.documents.delete(uri);
    const folders = foldersOf();
    for (const folder of folders) this.counts.set(folder, this.in(folder) + (isReviewed ? 1 : -1));
    return folders;
  }
}
