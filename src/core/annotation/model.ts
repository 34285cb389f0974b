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

/** One annotation as it is stored. Times are ISO 8601, UTC, whole seconds. */
export interface Annotation extends Anchor, Judgement {
  /** Unique within the corpus; never reused. */
  readonly id: string;
  readonly author?: string;
  readonly created?: string;
  readonly updated?: string;
}

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
  /** Puts the annotation in text order; `origin` puts it back where it was removed from. */
  | { readonly kind: 'add'; readonly annotation: Annotation; readonly origin?: RemovedLines }
  /** Sets the given fields; a field that is present and undefined is removed. */
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly fields: Partial<Omit<Annotation, 'id'>>;
      readonly rewrite?: Rewrite;
    }
  /** `was`: the annotation's lines as they were when it was added, for an edit that takes that back. */
  | { readonly kind: 'remove'; readonly id: string; readonly was?: string }
  /** The document's facts are these; one that is absent is removed. `was`: as they were, for an edit that takes others back. */
  | { readonly kind: 'facts'; readonly facts: DocumentFacts; readonly was?: DocumentFacts };

/** An annotation's YAML as it stood before it was removed (comments, unknown keys), and where. */
export interface RemovedLines {
  readonly source: string;
  /** The annotation it followed, and how many lines lay between; absent for the first of the list. */
  readonly after?: string;
  readonly linesBetween: number;
}

/** How lines read after a change and before it: where they still read so, undoing is byte for byte. */
export interface Rewrite {
  readonly from: string;
  readonly to: string;
}
