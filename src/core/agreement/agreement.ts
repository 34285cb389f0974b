import { drained } from '../drained';
import { CREDIBILITIES, RELIABILITIES } from '../annotation/model';
import { type Span } from '../text/span';
import { alignPassages, type PlacedAnnotation, targetKey } from './alignPassages';
import { cohenKappa } from './cohenKappa';
import { agreementOfValues, isPairable, krippendorffAlpha, percentAgreement, type Ratings } from './krippendorffAlpha';
import { isAdjudication } from '../team/differences';
import { type Continuum, unitizingSteps } from './unitizingAlpha';

/** A document and what its annotators said of it. */
export interface AnnotatedDocument {
  /** Of its canonical text, in UTF-16 code units. */
  readonly length: number;
  /** Those without an author do not count, since it cannot be told whose they are. */
  readonly annotations: readonly PlacedAnnotation[];
  /** Those who marked their pass over it done: they are annotators of it even where they marked nothing. */
  readonly done?: readonly string[];
}

/** How far annotators mark the same passages. */
export interface PassageAgreement {
  /** Passages that two annotators or more marked. */
  readonly units: number;
  /** Krippendorff's alpha for unitizing; see unitizingAlpha. */
  readonly alpha: number | undefined;
}

/** How far annotators give the same values. Undefined is what cannot be told from these data; see each coefficient. */
export interface ValueAgreement {
  /** Passages of which two annotators or more gave a value. */
  readonly units: number;
  /** 0 to 100. */
  readonly percent: number | undefined;
  /** Krippendorff's alpha, nominal. */
  readonly alpha: number | undefined;
}

/** The same of values on a scale. */
export interface ScaleAgreement extends ValueAgreement {
  /** Krippendorff's alpha, ordinal. */
  readonly ordinalAlpha: number | undefined;
}

/** How far two annotators give the same values. */
export interface PairValueAgreement {
  readonly units: number;
  readonly percent: number | undefined;
  /** Cohen's kappa. */
  readonly kappa: number | undefined;
}

export interface PairScaleAgreement extends PairValueAgreement {
  /** Cohen's weighted kappa, linear. */
  readonly weightedKappa: number | undefined;
}

export interface PairAgreement {
  readonly annotators: readonly [string, string];
  readonly passages: PassageAgreement;
  readonly stance: PairValueAgreement;
  readonly reliability: PairScaleAgreement;
  readonly credibility: PairScaleAgreement;
}

export interface Agreement {
  /** Documents that two annotators or more annotated: all else is of these. */
  readonly documents: number;
  /** By name. */
  readonly annotators: readonly string[];
  readonly passages: PassageAgreement;
  /** Only stances toward the same target are compared. */
  readonly stance: ValueAgreement;
  readonly reliability: ScaleAgreement;
  readonly credibility: ScaleAgreement;
  /** Any two who annotated a document both. */
  readonly pairs: readonly PairAgreement[];
}

/** Values of all units, a column for each annotator. */
interface Units {
  readonly stance: readonly Ratings<string>[];
  readonly reliability: readonly Ratings<(typeof RELIABILITIES)[number]>[];
  readonly credibility: readonly Ratings<(typeof CREDIBILITIES)[number]>[];
}

/**
 * Inter-annotator agreement on documents, all of them together. An annotator of a document is who has an annotation in it, or marked
 * a pass over it done. What decides between annotations is nobody's own reading and does not count. What an annotator did not say of a passage is a missing value, no
 * disagreement; that one marked a passage and another did not shows in the agreement on passages alone.
 */
export function agreementOn(documents: readonly AnnotatedDocument[]): Agreement {
  return drained(agreementSteps(documents));
}

/** As agreementOn, in steps of a few milliseconds: thousands of documents take longer than anybody may be held up. */
export function* agreementSteps(documents: readonly AnnotatedDocument[]): Generator<void, Agreement> {
  const shared: SignedDocument[] = [];
  for (const document of documents) {
    const annotations = document.annotations.filter(isSigned).filter(annotation => !isAdjudication(annotation));
    const annotators = namesIn([...authorsOf(annotations), ...(document.done ?? [])]);
    if (annotators.length >= 2) shared.push({ ...document, annotations, annotators });
    yield;
  }
  const annotators = namesIn(shared.flatMap(document => document.annotators));
  const stance: Ratings<string>[] = [];
  const reliability: Units['reliability'][number][] = [];
  const credibility: Units['credibility'][number][] = [];
  for (const { annotations } of shared) {
    for (const ofTarget of byTarget(annotations)) stance.push(...ratingsOf(ofTarget, annotators, one => one.stance));
    reliability.push(...ratingsOf(annotations, annotators, one => one.reliability));
    credibility.push(...ratingsOf(annotations, annotators, one => one.credibility));
    yield;
  }
  const units: Units = { stance, reliability, credibility };
  const passages = yield* passageAgreement(shared);
  yield;
  const ofStance = valueAgreement(stance);
  yield;
  const ofReliability = scaleAgreement(reliability, RELIABILITIES);
  yield;
  const ofCredibility = scaleAgreement(credibility, CREDIBILITIES);
  yield;
  const pairs: PairAgreement[] = [];
  for (const pair of pairsOf(annotators)) {
    const found = yield* pairAgreement(pair, annotators, shared, units);
    if (found) pairs.push(found);
  }
  return {
    documents: shared.length,
    annotators,
    passages,
    stance: ofStance,
    reliability: ofReliability,
    credibility: ofCredibility,
    pairs,
  };
}

type SignedAnnotation = PlacedAnnotation & { readonly author: string };

interface SignedDocument extends AnnotatedDocument {
  readonly annotations: readonly SignedAnnotation[];
  /** By name. */
  readonly annotators: readonly string[];
}

const isSigned = (annotation: PlacedAnnotation): annotation is SignedAnnotation => annotation.author !== undefined;

const authorsOf = (annotations: readonly SignedAnnotation[]): readonly string[] =>
  namesIn(annotations.map(({ author }) => author));

const namesIn = (names: readonly string[]): readonly string[] => [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));

const byTarget = (annotations: readonly SignedAnnotation[]): readonly (readonly SignedAnnotation[])[] => {
  const byKey = new Map<string, SignedAnnotation[]>();
  for (const annotation of annotations) {
    const key = targetKey(annotation);
    const known = byKey.get(key);
    if (known) known.push(annotation);
    else byKey.set(key, [annotation]);
  }
  return [...byKey.values()];
};

/** A row for each passage of which somebody gave a value. */
function ratingsOf<T>(
  annotations: readonly SignedAnnotation[],
  annotators: readonly string[],
  valueOf: (annotation: SignedAnnotation) => T | undefined,
): readonly Ratings<T>[] {
  const valued = annotations.filter(annotation => valueOf(annotation) !== undefined);
  return alignPassages(valued).map(group => {
    const values = new Map(group.map(annotation => [annotation.author, valueOf(annotation)]));
    return annotators.map(annotator => values.get(annotator));
  });
}

function* passageAgreement(documents: readonly SignedDocument[]): Generator<void, PassageAgreement> {
  let units = 0;
  const continua: Continuum[] = [];
  for (const document of documents) {
    units += alignPassages(document.annotations).filter(group => group.length >= 2).length;
    continua.push(continuumOf(document));
    yield;
  }
  return { units, alpha: (yield* unitizingSteps(continua)).alpha };
}

const continuumOf = ({ length, annotations, annotators }: SignedDocument): Continuum => ({
  length,
  passages: annotators.map(name => joined(annotations.filter(({ author }) => author === name))),
});

/** Spans in order, those that overlap made one: what one annotator marked, however often. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start < last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else if (end > start) result.push({ start, end });
  }
  return result;
}

const valueAgreement = <T extends string | number>(units: readonly Ratings<T>[]): ValueAgreement => ({
  units: units.filter(isPairable).length,
  percent: percentAgreement(units),
  alpha: krippendorffAlpha(units),
});

const scaleAgreement = <T extends string | number>(
  units: readonly Ratings<T>[],
  scale: readonly T[],
): ScaleAgreement => ({ units: units.filter(isPairable).length, ...agreementOfValues(units, scale) });

const pairsOf = (annotators: readonly string[]): readonly (readonly [string, string])[] =>
  annotators.flatMap((one, index) => annotators.slice(index + 1).map(other => [one, other] as const));

/** Undefined where the two have no document in common. */
function* pairAgreement(
  pair: readonly [string, string],
  annotators: readonly string[],
  documents: readonly SignedDocument[],
  units: Units,
): Generator<void, PairAgreement | undefined> {
  const common = documents
    .filter(({ annotators: own }) => pair.every(name => own.includes(name)))
    .map(document => ({
      ...document,
      annotations: document.annotations.filter(({ author }) => pair.includes(author)),
      annotators: pair,
    }));
  if (common.length === 0) return undefined;
  const [first, second] = pair.map(name => annotators.indexOf(name)) as [number, number];
  const valuesOf = <T>(rows: readonly Ratings<T>[]): readonly (readonly [T, T])[] =>
    rows.flatMap(row => {
      const [one, other] = [row[first], row[second]];
      return one === undefined || other === undefined ? [] : [[one, other] as const];
    });
  const values = <T extends string | number>(rows: readonly Ratings<T>[]): PairValueAgreement => {
    const both = valuesOf(rows);
    return { units: both.length, percent: percentAgreement(both), kappa: cohenKappa(both) };
  };
  const onScale = <T extends string | number>(
    rows: readonly Ratings<T>[],
    scale: readonly T[],
  ): PairScaleAgreement => ({
    ...values(rows),
    weightedKappa: cohenKappa(valuesOf(rows), scale),
  });
  const passages = yield* passageAgreement(common);
  yield;
  const stance = values(units.stance);
  yield;
  const reliability = onScale(units.reliability, RELIABILITIES);
  yield;
  return { annotators: pair, passages, stance, reliability, credibility: onScale(units.credibility, CREDIBILITIES) };
}
