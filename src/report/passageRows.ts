import * as l10n from '@vscode/l10n';
import { outletsOf, type ReportDocument } from '../core/report/reportDocument';
import { type Table } from './section';
import { outletText, stanceKey } from './words';

/** Every annotation of a report, a row each: what whoever gets the report without the corpus reads on with. */
export function passagesTable(documents: readonly ReportDocument[]): Table {
  const outlets = outletsOf(documents);
  return {
    columns: [
      { heading: l10n.t('Passage') },
      { heading: l10n.t('Article') },
      { heading: l10n.t('Outlet') },
      { heading: l10n.t('Stance') },
      { heading: l10n.t('Target') },
      { heading: l10n.t('Grade') },
      { heading: l10n.t('Basis') },
      { heading: l10n.t('Tags') },
      { heading: l10n.t('Author') },
    ],
    rows: documents.flatMap(document =>
      document.annotations.map(
        ({ words, stance, target, reliability, credibility, basis, note, tags, author }): readonly string[] => [
          words,
          document.title,
          outletText(outlets.get(document.uri)),
          stance === undefined ? '' : stanceKey(stance).text,
          target ?? '',
          reliability === undefined && credibility === undefined ? '' : `${reliability ?? '–'}${credibility ?? '–'}`,
          [basis, note].filter(text => text !== undefined).join(' – '),
          (tags ?? []).join(', '),
          author ?? '',
        ],
      ),
    ),
  };
}
