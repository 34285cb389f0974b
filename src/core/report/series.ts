import { type CountableTimeInterval, utcDay, utcMonday, utcMonth, utcYear } from 'd3-time';
import { type Agreement, agreementOn } from '../agreement/agreement';
import { alignPassages, targetKey } from '../agreement/alignPassages';
import { type Credibility, type Reliability, STANCES } from '../annotation/model';
import { dayOf, outletsOf, type ReportAnnotation, type ReportDocument, type ReportPassage } from './reportDocument';

/** Passages of one stance. */
export interface StanceCount {
  readonly stance: string;
  readonly passages: readonly ReportPassage[];
}

/** What one outlet's passages say of a target. Stances in the order of the report. */
export interface OutletStances {
  /** Undefined where it is not known. */
  readonly outlet: string | undefined;
  readonly counts: readonly StanceCount[];
}

export interface TargetStances {
  /** Undefined for stances that name no target. */
  readonly target: string | undefined;
  readonly total: number;
  /** Those with most passages first. */
  readonly outlets: readonly OutletStances[];
}

/** One field of the grid of grades; a part that nobody rated is undefined. */
export interface GradeCount {
  readonly reliability: Reliability | undefined;
  readonly credibility: Credibility | undefined;
  readonly passages: readonly ReportPassage[];
}

/** Articles of one outlet within one stretch of time. */
export interface CoverageBin {
  /** Index of the stretch. */
  readonly bin: number;
  readonly annotated: readonly ReportPassage[];
  readonly untouched: readonly ReportPassage[];
}

export interface OutletCoverage {
  readonly outlet: string | undefined;
  readonly total: number;
  /** Those that hold articles, in order. */
  readonly bins: readonly CoverageBin[];
}

export const INTERVALS = ['day', 'week', 'month', 'year'] as const;
export type Interval = (typeof INTERVALS)[number];

/** Articles over time. */
export interface Coverage {
  readonly interval: Interval;
  /** The first day of each stretch, `2025-05-12`, without gaps; empty where no article has a date. */
  readonly bins: readonly string[];
  /** Those with most articles first. */
  readonly outlets: readonly OutletCoverage[];
  /** Articles without a date. */
  readonly undated: number;
}

/** How often one speaker is quoted. */
export interface SpeakerCount {
  readonly speaker: string;
  /** In quotation marks, or after a colon. */
  readonly quoted: readonly ReportPassage[];
  /** In the reporter's words. */
  readonly reported: readonly ReportPassage[];
  /** By name. */
  readonly outlets: readonly string[];
}

/** What annotators can agree on. */
export const AGREEMENT_MEASURES = ['passages', 'stance', 'reliability', 'credibility'] as const;
export type AgreementMeasure = (typeof AGREEMENT_MEASURES)[number];

export interface MeasuredAgreement {
  readonly measure: AgreementMeasure;
  /** Passages that two annotators or more judged. */
  readonly units: number;
  /** Krippendorff's alpha: for unitizing, nominal, ordinal, ordinal. Undefined where it cannot be told. */
  readonly alpha: number | undefined;
  /** 0 to 100; undefined for passages, and where it cannot be told. */
  readonly percent: number | undefined;
  /** Annotations on which annotators differ; of `passages`, those that one of them alone marked. */
  readonly differing: readonly ReportPassage[];
}

/** All that a report shows, as numbers and passages. */
export interface ReportSeries {
  readonly totals: {
    readonly documents: number;
    readonly annotated: number;
    readonly annotations: number;
    readonly outlets: number;
    readonly authors: number;
  };
  readonly stances: readonly TargetStances[];
  /** Annotations with no stance. */
  readonly withoutStance: number;
  readonly grades: readonly GradeCount[];
  /** Annotations that nobody graded. */
  readonly ungraded: number;
  readonly coverage: Coverage;
  /** Most quoted first. */
  readonly speakers: readonly SpeakerCount[];
  /** Articles that have not been read for quotes yet. */
  readonly unread: number;
  /** Undefined where no two annotators share a document. */
  readonly agreement: { readonly all: Agreement; readonly measures: readonly MeasuredAgreement[] } | undefined;
}

/** The names that speakers go by in a corpus: from a name as an article has it to the one to count under. */
export type SpeakerNames = ReadonlyMap<string, string>;

/** Counts documents, in the order in which they are given. */
export function reportSeries(documents: readonly ReportDocument[], names: SpeakerNames = new Map()): ReportSeries {
  const outlets = outletsOf(documents);
  const outletOf = (document: ReportDocument): string | undefined => outlets.get(document.uri);
  const annotations = documents.flatMap(document => document.annotations);
  const graded = annotations.filter(isGraded);
  return {
    totals: {
      documents: documents.length,
      annotated: documents.filter(isAnnotated).length,
      annotations: annotations.length,
      outlets: new Set([...outlets.values()].filter(outlet => outlet !== undefined)).size,
      authors: new Set(annotations.flatMap(({ author }) => author ?? [])).size,
    },
    stances: stancesOf(documents, outletOf),
    withoutStance: annotations.filter(({ stance }) => stance === undefined).length,
    grades: gradesOf(documents),
    ungraded: annotations.length - graded.length,
    coverage: coverageOf(documents, outletOf),
    speakers: speakersOf(documents, outletOf, names),
    unread: documents.filter(({ quotes }) => quotes === undefined).length,
    agreement: agreementOf(documents),
  };
}

type OutletOf = (document: ReportDocument) => string | undefined;

const isAnnotated = ({ annotations }: ReportDocument): boolean => annotations.length > 0;

const isGraded = ({ reliability, credibility }: ReportAnnotation): boolean =>
  reliability !== undefined || credibility !== undefined;

const passageOf = ({ uri }: ReportDocument, { id }: ReportAnnotation): ReportPassage => ({
  kind: 'annotation',
  uri,
  id,
});

/** A list for each key, in the order of the keys' first appearance. */
class Lists<K, V> extends Map<K, V[]> {
  put(key: K, value: V): void {
    const list = this.get(key);
    if (list) list.push(value);
    else this.set(key, [value]);
  }
}

/** The four stances come first in their order, a codebook's own by name after them. */
const stanceRank = (stance: string): number => {
  const at = (STANCES as readonly string[]).indexOf(stance);
  return at < 0 ? STANCES.length : at;
};

const byName = (a: string | undefined, b: string | undefined): number =>
  Number(a === undefined) - Number(b === undefined) || (a ?? '').localeCompare(b ?? '');

function stancesOf(documents: readonly ReportDocument[], outletOf: OutletOf): readonly TargetStances[] {
  const targets = new Map<string | undefined, Map<string | undefined, Lists<string, ReportPassage>>>();
  for (const document of documents) {
    for (const annotation of document.annotations) {
      const { stance, target } = annotation;
      if (stance === undefined) continue;
      const outlets = targets.get(target) ?? new Map<string | undefined, Lists<string, ReportPassage>>();
      targets.set(target, outlets);
      const outlet = outletOf(document);
      const stances = outlets.get(outlet) ?? new Lists<string, ReportPassage>();
      outlets.set(outlet, stances);
      stances.put(stance, passageOf(document, annotation));
    }
  }
  return [...targets]
    .map(([target, outlets]): TargetStances => {
      const rows = [...outlets].map(([outlet, stances]): OutletStances => ({
        outlet,
        counts: [...stances]
          .map(([stance, passages]) => ({ stance, passages }))
          .sort((a, b) => stanceRank(a.stance) - stanceRank(b.stance) || byName(a.stance, b.stance)),
      }));
      rows.sort((a, b) => stanceTotal(b) - stanceTotal(a) || byName(a.outlet, b.outlet));
      return { target, total: rows.reduce((sum, row) => sum + stanceTotal(row), 0), outlets: rows };
    })
    .sort((a, b) => b.total - a.total || byName(a.target, b.target));
}

const stanceTotal = ({ counts }: OutletStances): number =>
  counts.reduce((sum, { passages }) => sum + passages.length, 0);

function gradesOf(documents: readonly ReportDocument[]): readonly GradeCount[] {
  const fields = new Map<string, GradeCount & { readonly passages: ReportPassage[] }>();
  for (const document of documents) {
    for (const annotation of document.annotations.filter(isGraded)) {
      const { reliability, credibility } = annotation;
      const key = `${reliability ?? '–'}${credibility ?? '–'}`;
      const field = fields.get(key) ?? { reliability, credibility, passages: [] };
      fields.set(key, field);
      field.passages.push(passageOf(document, annotation));
    }
  }
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, field]) => field);
}

/** More stretches than this are too many to tell apart: the next longer interval is taken. */
const MOST_BINS = 62;

const UNITS: Readonly<Record<Interval, CountableTimeInterval>> = {
  day: utcDay,
  week: utcMonday,
  month: utcMonth,
  year: utcYear,
};

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The first day of the stretch that a day lies in. */
const startOf = (day: string, interval: Interval): string => isoDay(UNITS[interval].floor(dateOf(day)));

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

function coverageOf(documents: readonly ReportDocument[], outletOf: OutletOf): Coverage {
  const days = documents.flatMap(document => dayOf(document) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined)
    return { interval: 'day', bins: [], outlets: [], undated: documents.length };
  const interval =
    INTERVALS.find(candidate => UNITS[candidate].count(dateOf(first), dateOf(last)) < MOST_BINS) ?? 'year';
  const bins = [
    startOf(first, interval),
    ...UNITS[interval].range(dateOf(first), new Date(dateOf(last).getTime() + 1)).map(isoDay),
  ].filter((start, index, all) => start !== all[index - 1]);
  const indexes = new Map(bins.map((start, index) => [start, index]));
  const byOutlet = new Lists<string | undefined, { readonly bin: number; readonly document: ReportDocument }>();
  for (const document of documents) {
    const day = dayOf(document);
    if (day !== undefined) byOutlet.put(outletOf(document), { bin: indexes.get(startOf(day, interval))!, document });
  }
  const outlets = [...byOutlet].map(([outlet, entries]): OutletCoverage => {
    const byBin = new Lists<number, ReportDocument>();
    for (const { bin, document } of entries) byBin.put(bin, document);
    const passages = (some: readonly ReportDocument[]): readonly ReportPassage[] =>
      some.map(({ uri }) => ({ kind: 'document', uri }));
    return {
      outlet,
      total: entries.length,
      bins: [...byBin]
        .sort(([a], [b]) => a - b)
        .map(([bin, some]) => ({
          bin,
          annotated: passages(some.filter(isAnnotated)),
          untouched: passages(some.filter(document => !isAnnotated(document))),
        })),
    };
  });
  outlets.sort((a, b) => b.total - a.total || byName(a.outlet, b.outlet));
  return { interval, bins, outlets, undated: documents.length - days.length };
}

function speakersOf(
  documents: readonly ReportDocument[],
  outletOf: OutletOf,
  names: SpeakerNames,
): readonly SpeakerCount[] {
  const speakers = new Map<string, { quoted: ReportPassage[]; reported: ReportPassage[]; outlets: Set<string> }>();
  for (const document of documents) {
    const outlet = outletOf(document);
    for (const { speaker, type, start, end } of document.quotes ?? []) {
      const name = names.get(speaker) ?? speaker;
      const entry = speakers.get(name) ?? { quoted: [], reported: [], outlets: new Set<string>() };
      speakers.set(name, entry);
      (type === 'indirect' ? entry.reported : entry.quoted).push({ kind: 'quote', uri: document.uri, start, end });
      if (outlet !== undefined) entry.outlets.add(outlet);
    }
  }
  return [...speakers]
    .map(([speaker, { quoted, reported, outlets }]) => ({ speaker, quoted, reported, outlets: [...outlets].sort() }))
    .sort((a, b) => quotesOf(b) - quotesOf(a) || byName(a.speaker, b.speaker));
}

/** How often somebody is quoted, in marks or not. */
export const quotesOf = ({ quoted, reported }: SpeakerCount): number => quoted.length + reported.length;

type Placed = Omit<ReportAnnotation, 'span'> & { readonly uri: string; readonly start: number; readonly end: number };

function agreementOf(documents: readonly ReportDocument[]): ReportSeries['agreement'] {
  const placed = documents.flatMap(({ uri, length, annotations }) =>
    length === undefined
      ? []
      : {
          length,
          annotations: annotations.flatMap(({ span, ...annotation }): Placed[] =>
            span && annotation.author !== undefined ? [{ ...annotation, uri, ...span }] : [],
          ),
        },
  );
  const shared = placed.filter(({ annotations }) => new Set(annotations.map(({ author }) => author)).size >= 2);
  if (shared.length === 0) return undefined;
  const all = agreementOn(shared);
  const differing = (
    isOfMeasure: (annotation: Placed) => boolean,
    unitOf: (annotation: Placed) => string,
    isDiffering: (group: readonly Placed[]) => boolean,
  ): readonly ReportPassage[] =>
    shared
      .flatMap(({ annotations }) => {
        const units = new Lists<string, Placed>();
        for (const annotation of annotations.filter(isOfMeasure)) units.put(unitOf(annotation), annotation);
        return [...units.values()].flatMap(alignPassages).filter(isDiffering).flat();
      })
      .map(({ uri, id }) => ({ kind: 'annotation', uri, id }));
  const differingIn = (field: 'stance' | 'reliability' | 'credibility'): readonly ReportPassage[] =>
    differing(
      annotation => annotation[field] !== undefined,
      annotation => (field === 'stance' ? targetKey(annotation) : ''),
      group => new Set(group.map(annotation => annotation[field])).size > 1,
    );
  return {
    all,
    measures: [
      {
        measure: 'passages',
        units: all.passages.units,
        alpha: all.passages.alpha,
        percent: undefined,
        differing: differing(
          () => true,
          () => '',
          group => group.length === 1,
        ),
      },
      {
        measure: 'stance',
        units: all.stance.units,
        alpha: all.stance.alpha,
        percent: all.stance.percent,
        differing: differingIn('stance'),
      },
      ...(['reliability', 'credibility'] as const).map((measure): MeasuredAgreement => ({
        measure,
        units: all[measure].units,
        alpha: all[measure].ordinalAlpha,
        percent: all[measure].percent,
        differing: differingIn(measure),
      })),
    ],
  };
}
