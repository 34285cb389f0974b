import { type Span } from '../text/span';

/** What can be wrong with a sidecar. The host makes the messages; `arguments` holds what they name. */
export const SIDECAR_PROBLEM_CODES = [
  /** The file is longer than MAX_SIDECAR_LENGTH and was not read. `length`, `limit`. */
  'too-large',
  /** Not YAML. `yamlCode` and `message` are the yaml library's own. */
  'not-yaml',
  /** Collections are nested deeper than can be read. */
  'too-deep',
  /** A conflict that git left in the file; one problem for each. Our side of it is what was read. */
  'conflict-markers',
  /** A second YAML document follows the first. */
  'several-documents',
  /** The version is newer than this Pressmark knows. `found`, `supported`. */
  'newer-version',
  /** The version is no whole number from 1 on. `found`. */
  'wrong-version',
  /** A value is not of the type its field needs. `field`, `expected` (see EXPECTED_TYPES). */
  'wrong-type',
  /** A field that must be there is not. `field`. */
  'missing-field',
  /** The value is none of those its field knows. `field`, `value`. */
  'invalid-value',
  /** `end` lies before `start`; both are passed over. */
  'end-before-start',
  /** Two annotations have one id. `id`. */
  'duplicate-id',
  /** One key stands twice in a map. `field`. */
  'duplicate-key',
  /** Only of a codebook: another entry has this key. `key`, `name` of the other. */
  'taken-key',
  /** Only of a codebook: an entry of this name is there already, or a source that is called so. `name`. */
  'duplicate-name',
  /** A value that merging kept beside a field's, and nobody has chosen yet. `field`, `value`, `index` in the list,
   *  `section`: the map whose list it is (`file`, `document`, `annotation`). */
  'unresolved-conflict',
  /** Only of an edit: the file is written in a way that the edit cannot keep whole (shared YAML anchors, say). `id`. */
  'cannot-edit-in-place',
] as const;
export type SidecarProblemCode = (typeof SIDECAR_PROBLEM_CODES)[number];

/** What a `wrong-type` problem says was expected. */
export const EXPECTED_TYPES = [
  'map',
  'list',
  'text',
  'position',
  'list of texts',
  'list of replies',
  'list of links',
  'yes or no',
] as const;
export type ExpectedType = (typeof EXPECTED_TYPES)[number];

/** Something wrong with a sidecar. `span` lies in the sidecar's own text, as it is on disk. */
export interface SidecarProblem {
  readonly code: SidecarProblemCode;
  /** `error`: something was not read, or the file cannot be edited. `warning`: one value was passed over. */
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  readonly arguments: Readonly<Record<string, string | number>>;
  readonly annotationId?: string;
}

/** True for what is wrong with a file. What somebody has still to choose from is not: an edit may bring it back. */
export const isFault = ({ code }: SidecarProblem): boolean => code !== 'unresolved-conflict';

/** How many faults a file has. */
export const faultsOf = (problems: readonly SidecarProblem[]): number => problems.filter(isFault).length;
