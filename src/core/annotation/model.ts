import { type Span } from '../text/span';

/** The passage's position toward a named target. */
export const STANCES = ['favor', 'against', 'neutral', 'unclear'] as const;
export type Stance = (typeof STANCES)[number];

/** Source reliability of the Admiralty (NATO) system, AJP-2.1: about who says it. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Information credibility of the Admiralty (NATO) system, AJP-2.1: about what is said. */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** `start` and `end` of an anchor whose place is not known: one written by hand with its quote alone. */
export const UNKNOWN_POSITION = -1;

/** Counted from 1, in the order of the text. */
export const OCCURRENCE = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/;

/** How a stored annotation is found again. Offsets count in the canonical text (core/text/canonicalText). */
export interface Anchor extends Span {
  /** The passage's own words. */
  readonly quote: string;
  /** The text just before and just after it. */
  readonly prefix: string;
  readonly suffix: string;
  /**
   * Which of the places of its words this was, and of how many, as OCCURRENCE has it: `2/4`; `1/1` beside others that were much like
   * them. Absent where the words stood once and nothing was like them.
   */
  readonly occurrence?: string;
}

/** What an editor says about a passage. */
export interface Judgement {
  /** One of STANCES, or a code of the corpus' codebook. */
  readonly stance?: string;
  /** What the stance is toward. */
  readonly target?: string;
  readonly reliability?: Reliability;
  readonly credibility?: Credibility;
  /** One line: why this grade. */
  readonly basis?: string;
  /** Markdown, any number of lines. */
  readonly note?: string;
  readonly tags?: readonly string[];
}

/** The fields of a judgement. */
export const JUDGEMENT_FIELDS = [
  'stance',
  'target',
  'reliability',
  'credibility',
  'basis',
  'note',
  'tags',
] as const satisfies readonly (keyof Judgement)[];

/** What a judgement says, without what else an annotation holds. */
export const judgementOf = (judgement: Judgement): Judgement =>
  Object.fromEntries(
    JUDGEMENT_FIELDS.flatMap(field => (judgement[field] === undefined ? [] : [[field, judgement[field]]])),
  );

/** An answer to an annotation's note. `created` as in Annotation. */
export interface Reply {
  /** Unique within its annotation; absent where it was written by hand. */
  readonly id?: string;
  readonly author?: string;
  readonly created?: string;
  /** Markdown, any number of lines. */
  readonly text: string;
}

/** How an annotation's passage has to do with the passage that it links to. */
export const LINK_RELATIONS = ['supports', 'contradicts', 'same-claim', 'copied-from'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

/** A link from an annotation to a passage of another document. `created` as in Annotation. */
export interface Link extends Anchor {
  /** Unique within its annotation; absent where it was written by hand. */
  readonly id?: string;
  /** One of LINK_RELATIONS; what is none of them was written by hand, and is kept. */
  readonly relation: string;
  /** Where the other document is, from the folder of this one: see core/corpus/relativePath. A stranger's: never taken for a file's name as it is. */
  readonly document: string;
  /** The annotation of the other document that is about the passage, where there is one. */
  readonly annotation?: string;
  /** One line: why. */
  readonly note?: string;
  readonly author?: string;
  readonly created?: string;
}

/** One annotation as it is stored. Times are ISO 8601, UTC, whole seconds. */
export interface Annotation extends Anchor, Judgement {
  /** Unique within the corpus; never reused. */
  readonly id: string;
  /** What was said to the note, and by others where there is none; in the order of time. Absent rather than empty. */
  readonly replies?: readonly Reply[];
  /** When the note and its replies were settled, and by whom. */
  readonly resolved?: string;
  readonly resolvedBy?: string;
  /** Passages of other documents that this one has to do with. Absent rather than empty. */
  readonly links?: readonly Link[];
  /** When somebody said that the highlight here is not to be tagged; see isDismissal. */
  readonly dismissed?: string;
  readonly author?: string;
  readonly created?: string;
  readonly updated?: string;
  /** When somebody last checked it and let it stand, and who. */
  readonly reviewed?: string;
  readonly reviewedBy?: string;
  /** The annotations that differed and that this one decides between; they stay, and are settled by it. */
  readonly adjudicates?: readonly string[];
}

/** Somebody has gone through a whole article and said all there is to say of it, which may be nothing. */
export interface Pass {
  /** As authors of annotations are named. */
  readonly by: string;
  /** When it was done: ISO 8601, UTC, whole seconds. */
  readonly done: string;
}

/**
 * True for what says no more of a passage than that its highlight is not to be tagged. It stands in the sidecar as an annotation
 * does, and is none: ParsedSidecar keeps the two apart, for everybody who counts, lists or exports annotations.
 */
export const isDismissal = (annotation: Annotation): boolean =>
  annotation.dismissed !== undefined &&
  annotation.replies === undefined &&
  annotation.links === undefined &&
  JUDGEMENT_FIELDS.every(field => annotation[field] === undefined);

/** What is known of an article: from its sidecar, else from its text. */
export interface DocumentFacts {
  readonly title?: string;
  readonly publisher?: string;
  /** As given, an ISO 8601 date where it can be. */
  readonly date?: string;
  readonly url?: string;
}

/** A change to one sidecar. Edits are plain data so that they can be queued, inverted and replayed. */
export type SidecarEdit =
  | AnnotationEdit
  /** The document's facts are these; one that is absent is removed. `was`: as they were, for an edit that takes others back. */
  | { readonly kind: 'facts'; readonly facts: DocumentFacts; readonly was?: DocumentFacts }
  /** A pass is done, or (undefined) is open again. `origin` puts back the lines that said it was done. */
  | { readonly kind: 'pass'; readonly by: string; readonly done: string | undefined; readonly origin?: PassLines }
  /** Changes of several annotations as one: all are made, or none is. No two are of one annotation. */
  | { readonly kind: 'group'; readonly edits: readonly AnnotationEdit[] }
  /** Every link to one of these paths leads to another from now on: documents have moved. From what a link's `document` reads to what it is to read. */
  | { readonly kind: 'relink'; readonly documents: ReadonlyMap<string, string> }
  /** What led from the text `to` to the text `from` is taken back, in whatever the sidecar reads by now. */
  | { readonly kind: 'restore'; readonly rewrite: Rewrite };

/** A change of one annotation. */
export type AnnotationEdit =
  /** Puts the annotation in text order; `origin` puts it back where it was removed from. */
  | { readonly kind: 'add'; readonly annotation: Annotation; readonly origin?: RemovedLines }
  /** Sets the given fields; a field that is present and undefined is removed. */
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly fields: Partial<Omit<Annotation, 'id'>>;
      readonly rewrite?: Rewrite;
    }
  /**
   * Puts a reply where its time says (`was` absent), takes one away (`reply` absent) or changes one. It names the reply alone and not
   * the whole list, so that replies that came meanwhile stay.
   */
  | { readonly kind: 'reply'; readonly id: string; readonly was?: Reply; readonly reply?: Reply }
  /** As `reply`, of a link; a new one goes to the end. */
  | { readonly kind: 'link'; readonly id: string; readonly was?: Link; readonly link?: Link }
  /** `was`: the annotation's lines as they were when it was added, for an edit that takes that back. */
  | { readonly kind: 'remove'; readonly id: string; readonly was?: string };

/** An annotation's YAML as it stood before it was removed (comments, unknown keys), and where. */
export interface RemovedLines {
  readonly source: string;
  /** The annotation it followed, and how many lines lay between; absent for the first of the list. */
  readonly after?: string;
  readonly linesBetween: number;
}

/** A pass' YAML as it stood before it was removed, and its place in the list. */
export interface PassLines {
  readonly source: string;
  readonly index: number;
}

/** How lines (or, for `restore`, the file) read after a change and before it: where they still read so, undoing is byte for byte. */
export interface Rewrite {
  readonly from: string;
  readonly to: string;
}
