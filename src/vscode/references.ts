import { type Span } from '../core/text/span';

/** What commands on an annotation get as their argument, from trees, hovers and code actions alike. */
export interface AnnotationReference {
  readonly document: string;
  readonly id: string;
}

/** What `Tag Passage` gets as its argument where it is called for a certain passage. Canonical offsets. */
export interface PassageReference extends Span {
  readonly document: string;
}

/** What `Reattach Sidecar` gets where it is called for a certain sidecar and article: both by the article's address. */
export interface Reattachment {
  readonly uri: string;
  readonly to: string;
}
