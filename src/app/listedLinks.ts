import { type Annotation } from '../core/annotation/model';
import { type OpenRecord } from './documentRecord';
import { type ListedLink } from './corpusView';
import { type LinkIndex, type SeenLink } from './linkIndex';
import { type DocumentUri } from './ports';
import { passagesAt } from './tagging';

/** Links with what their other documents are called. Derives, and keeps nothing. */
export class ListedLinks {
  constructor(
    private readonly links: Pick<LinkIndex, 'of' | 'at'>,
    private readonly titleOf: (uri: DocumentUri) => string,
  ) {}

  /** See LinkIndex.of. */
  of(uri: DocumentUri, annotation: Annotation): readonly ListedLink[] {
    return this.links.of(uri, annotation).map(link => this.listed(link));
  }

  /** The links of all annotations at a place of an open document, then those that lead there and to none of these. */
  at(record: OpenRecord, offset: number): readonly ListedLink[] {
    const own = passagesAt(record, offset).flatMap(({ annotation }) => this.of(record.uri, annotation));
    return [...own, ...this.only(record, offset)];
  }

  /** The links that lead to a place of an open document where no annotation shows them. */
  only(record: OpenRecord, offset: number): readonly ListedLink[] {
    const shown = new Set(
      passagesAt(record, offset).flatMap(({ annotation }) =>
        this.links.of(record.uri, annotation).map(({ stored }) => stored),
      ),
    );
    return this.links.at(record, offset).flatMap(link => (shown.has(link.stored) ? [] : this.listed(link)));
  }

  private listed(link: SeenLink): ListedLink {
    const { document, stored } = link;
    return { ...link, title: document === undefined ? stored.link.document : this.titleOf(document) };
  }
}
