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
