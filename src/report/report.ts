import * as l10n from '@vscode/l10n';
import { type ReportDocument } from '../core/report/reportDocument';
import { reportSeries, type SpeakerNames } from '../core/report/series';
import { type Drawing, type Section } from './section';
import { agreementSection } from './sections/agreementSection';
import { coverageSection } from './sections/coverageSection';
import { gradeSection } from './sections/gradeSection';
import { speakersSection } from './sections/speakersSection';
import { stanceSection } from './sections/stanceSection';

/** What a report is of. */
export interface ReportSubject {
  /** The corpus' name. */
  readonly name: string;
  readonly documents: readonly ReportDocument[];
  readonly names?: SpeakerNames;
  /** Which passages are left in, in words; absent where all are. */
  readonly filter?: string;
}

/** A report as it is shown, saved and printed. */
export interface Report {
  readonly title: string;
  readonly filter: string | undefined;
  /** Numbers of the corpus, each with what it counts. */
  readonly totals: readonly { readonly count: number; readonly text: string }[];
  readonly sections: readonly Section[];
}

/** Counts and draws a corpus. */
export function drawReport({ name, documents, names, filter }: ReportSubject, drawing: Drawing): Report {
  const series = reportSeries(documents, names);
  const { totals } = series;
  return {
    title: name,
    filter: filter === undefined ? undefined : l10n.t('Only passages that match: {0}', filter),
    totals: [
      { count: totals.documents, text: totals.documents === 1 ? l10n.t('article') : l10n.t('articles') },
      { count: totals.annotated, text: l10n.t('of them annotated') },
      {
        count: totals.annotations,
        text: totals.annotations === 1 ? l10n.t('tagged passage') : l10n.t('tagged passages'),
      },
      { count: totals.outlets, text: totals.outlets === 1 ? l10n.t('outlet') : l10n.t('outlets') },
      { count: series.speakers.length, text: series.speakers.length === 1 ? l10n.t('speaker') : l10n.t('speakers') },
      { count: totals.authors, text: totals.authors === 1 ? l10n.t('annotator') : l10n.t('annotators') },
    ],
    sections: [stanceSection, gradeSection, coverageSection, speakersSection, agreementSection].map(section =>
      section(series, drawing),
    ),
  };
}
