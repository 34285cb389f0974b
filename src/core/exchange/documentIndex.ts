import { pathOfIri } from './webAnnotation';

/** A document of the corpus, as what is imported may name it. */
export interface NamedDocument {
  /** Below the corpus' folder, with slashes. */
  readonly path: string;
  /** Its address on the web. */
  readonly url?: string;
}

/** Finds the documents that another program's annotations are about. */
export class DocumentIndex<T extends NamedDocument> {
  private readonly byFileName = new Map<string, T[]>();
  private readonly byAddress = new Map<string, T[]>();

  constructor(documents: readonly T[]) {
    for (const document of documents) {
      put(this.byFileName, fileName(document.path), document);
      if (document.url) put(this.byAddress, addressKey(document.url), document);
    }
  }

  /** The documents that the first telling name may mean: none, one, or several. */
  find(names: readonly string[]): readonly T[] {
    for (const name of names) {
      const found = this.byAddress.get(addressKey(name)) ?? this.byPath(name);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** By path: one of the two, the name or the document's path, must be the end of the other. The longest such path is meant. */
  private byPath(name: string): readonly T[] {
    const path = pathOfIri(name.replace(/^[a-z][\w+.-]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, ''))
      .replaceAll('\\', '/')
      .replace(/^(?:\.?\/)+/, '');
    const alike = (this.byFileName.get(fileName(path)) ?? []).filter(
      document => isEndOf(document.path, path) || isEndOf(path, document.path),
    );
    const exact = alike.filter(document => document.path === path);
    return exact.length > 0 ? exact : alike;
  }
}

function put<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const isEndOf = (end: string, path: string): boolean => path === end || path.endsWith(`/${end}`);

/** An address without what does not tell pages apart: scheme, "www.", fragment, a slash at the end. */
const addressKey = (address: string): string =>
  address
    .replace(/#.*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '//')
    .replace(/\/$/, '');
