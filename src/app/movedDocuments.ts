import { type DocumentUri } from './ports';

/** A file or a folder, and where it goes. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** Where documents went in this session, for those who still know them by an earlier address. */
export class MovedDocuments {
  private readonly moved = new Map<string, string>();

  /** A document or a folder has another address now. */
  note({ from, to }: FileMove): void {
    this.moved.set(from, to);
    this.moved.delete(to);
  }

  /** There is a document at an address from which one went: it is another one. */
  settle(document: DocumentUri): void {
    if (this.movedTo(document) !== undefined) this.moved.set(document, document);
  }

  /** Where a document went, by itself or with its folder; undefined where it did not go. */
  movedTo(document: DocumentUri): DocumentUri | undefined {
    for (let end = document.length; end > 0; end = document.lastIndexOf('/', end - 1)) {
      const to = this.moved.get(document.slice(0, end));
      if (to === undefined) continue;
      const address = to + document.slice(end);
      return address === document ? undefined : address;
    }
    return undefined;
  }
}

/** An address after a file or a folder was moved: other than before for what was moved and what is below it. */
export const addressAfter = (uri: string, { from, to }: FileMove): string =>
  uri === from || uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : uri;
