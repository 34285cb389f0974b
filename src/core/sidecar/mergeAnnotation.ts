import { type Annotation } from '../annotation/model';
import { mergeMap, type MapRules, type MapVersion, type MergedMap, type Side } from './mergeMap';
import { mergeOrder } from './mergeOrder';
import { joinItems } from './mergeItems';
import { shifted, type Piece } from './pieces';
import { printBlock, printPair } from './printYaml';
import { ANNOTATION_FIELDS, isListKind } from './sidecarFields';

/** A version of an annotation: what it says, and how it is written. */
export interface AnnotationVersion {
  readonly annotation: Annotation;
  readonly pieces: MapVersion;
}

/** The alternative of an annotation that one side removed and the other changed. */
export const REMOVED = 'removed';

/** Where a passage stands: brought up to date without anybody's asking, and only right together. */
const POSITION_FIELDS: readonly string[] = ['prefix', 'suffix', 'start', 'end', 'occurrence'];

/** A passage and where it stands. */
export const ANCHOR_FIELDS: readonly string[] = ['quote', ...POSITION_FIELDS];

const RANKS = new Map([...ANNOTATION_FIELDS.keys()].map((name, rank) => [String(name), rank]));

/** The order of an annotation's keys: as in ANNOTATION_FIELDS, then what is not ours by name. */
export const compareFields = (a: string, b: string): number =>
  (RANKS.get(a) ?? RANKS.size) - (RANKS.get(b) ?? RANKS.size) || (a < b ? -1 : a > b ? 1 : 0);

/** The order of annotations that were added at one place: as they stand in the article. */
export const compareAnnotations = (a: Annotation | undefined, b: Annotation | undefined): number =>
  (a?.start ?? Infinity) - (b?.start ?? Infinity) || (a?.end ?? Infinity) - (b?.end ?? Infinity) || 0;

/**
 * Merges an annotation that both sides changed, or both added. Field by field (see mergeMap), but: a passage and its position are
 * one, of two positions of the same words the later is taken; of two times of a change the later, of two times of its making the
 * earlier; of two reviews the later, with who made it; of tags, replies and links what both have, with what each added and without what each removed.
 */
export function mergeAnnotation(
  base: AnnotationVersion | undefined,
  ours: AnnotationVersion,
  theirs: AnnotationVersion,
): MergedMap {
  const prefers = laterSide(ours.annotation, theirs.annotation);
  const anchor = mergeAnchor(base?.pieces, ours.pieces, theirs.pieces, prefers);
  const rules: MapRules = {
    compare: compareFields,
    prefers,
    from: new Map([...anchor.from, ...laterReview(ours.annotation, theirs.annotation)]),
    extremes: new Map([
      ['updated', 'greater'],
      ['created', 'lesser'],
    ]),
    joined: key => {
      if (isListOfTexts(key)) return joinTexts(key, base, ours, theirs);
      const kind = ANNOTATION_FIELDS.get(key as keyof Annotation);
      if (!kind || !isListKind(kind)) return undefined;
      const [was, our, their] = [base, ours, theirs].map(version => (version ? linesOf(version.pieces, [key]) : ''));
      return joinItems({ name: key, kind }, was!, our!, their!);
    },
    alternatives: anchor.alternatives,
  };
  return mergeMap(base?.pieces, ours.pieces, theirs.pieces, rules);
}

/** An annotation as it is, with the note that the other side removed it. */
export const keptAnnotation = ({ pieces }: AnnotationVersion): MergedMap =>
  mergeMap(pieces, pieces, pieces, { compare: compareFields, alternatives: [`${REMOVED}: true\n`] });

/** True where two versions of an annotation differ in more than where the passage stands. */
export function saysOther(was: AnnotationVersion, now: AnnotationVersion): boolean {
  const isOwn = ({ key }: Piece): boolean => !POSITION_FIELDS.includes(key) && key !== 'updated';
  const text = ({ pieces }: AnnotationVersion): string =>
    pieces.pairs
      .filter(isOwn)
      .map(({ lead, body }) => lead + shifted(body, -pieces.column))
      .join('');
  return text(was) !== text(now);
}

/** The side that was changed last, by its own account; undefined where that does not tell. */
function laterSide({ updated: ours = '' }: Annotation, { updated: theirs = '' }: Annotation): Side | undefined {
  return ours === theirs ? undefined : ours > theirs ? 'ours' : 'theirs';
}

/** Of two reviews the later counts. */
function laterReview(ours: Annotation, theirs: Annotation): readonly (readonly [string, Side])[] {
  const [our, their] = [ours, theirs].map(({ reviewed = '', reviewedBy = '' }) => `${reviewed} ${reviewedBy}`);
  if (!ours.reviewed || !theirs.reviewed || our === their) return [];
  const side = our! > their! ? 'ours' : 'theirs';
  return [
    ['reviewed', side],
    ['reviewedBy', side],
  ];
}

interface AnchorChoice {
  readonly from: ReadonlyMap<string, Side>;
  readonly alternatives: readonly string[];
}

function mergeAnchor(
  base: MapVersion | undefined,
  ours: MapVersion,
  theirs: MapVersion,
  prefers: Side | undefined,
): AnchorChoice {
  const text = (version: MapVersion | undefined, fields: readonly string[]): string =>
    version ? linesOf(version, fields) : '';
  const choice = (fields: readonly string[], side: Side, alternatives: readonly string[] = []): AnchorChoice => ({
    from: new Map(fields.map(field => [field, side])),
    alternatives,
  });
  const decide = (fields: readonly string[]): Side | undefined => {
    const [was, our, their] = [base, ours, theirs].map(version => text(version, fields));
    if (our === their) return undefined;
    return our === was ? 'theirs' : their === was ? 'ours' : (prefers ?? (our! < their! ? 'ours' : 'theirs'));
  };
  const [was, our, their] = [base, ours, theirs].map(version => text(version, ['quote']));
  const side = decide(our === their ? POSITION_FIELDS : ANCHOR_FIELDS);
  if (our === their) return side ? choice(POSITION_FIELDS, side) : { from: new Map(), alternatives: [] };
  if (our === was) return choice(ANCHOR_FIELDS, 'theirs');
  if (their === was) return choice(ANCHOR_FIELDS, 'ours');
  return choice(ANCHOR_FIELDS, side!, [text(side === 'ours' ? theirs : ours, ANCHOR_FIELDS)]);
}

const linesOf = ({ pairs, column }: MapVersion, fields: readonly string[]): string =>
  pairs
    .filter(({ key }) => fields.includes(key))
    .toSorted((a, b) => compareFields(a.key, b.key))
    .map(({ body }) => shifted(body, -column))
    .join('');

/** True for fields that are merged text by text, as tags are. */
export const isListOfTexts = (key: string): key is 'tags' | 'adjudicates' =>
  ANNOTATION_FIELDS.get(key as keyof Annotation) === 'list of texts';

/** The texts of both on a line; undefined where the lines say more than texts. */
function joinTexts(
  key: 'tags' | 'adjudicates',
  base: AnnotationVersion | undefined,
  ours: AnnotationVersion,
  theirs: AnnotationVersion,
): string | undefined {
  const versions = [ours, theirs].map(({ pieces }) => linesOf(pieces, [key]));
  if (versions.some(text => text === '' || text.includes('#'))) return undefined;
  const [was = [], our, their] = [base, ours, theirs].map(version => [...new Set(version?.annotation[key] ?? [])]);
  const order = mergeOrder(was, our!, their!, (a, b) => (a < b ? -1 : 1));
  const texts = order.filter(text => (was.includes(text) ? our!.includes(text) && their!.includes(text) : true));
  return `${printPair(key, printBlock(texts, 'list of texts')).join('\n')}\n`;
}
