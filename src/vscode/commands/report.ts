import * as vscode from 'vscode';
import { REPORT_FORMATS, type ReportFormat } from '../../report/formats';
import { COMMANDS } from '../names';
import { type ReportPanel } from '../views/reportPanel';
import { type Command } from './command';
import { argumentOf, chosenFormat, type FormatItem } from './exchange';

/** Opens the report on the corpus. */
export const openReport = (panel: ReportPanel): Command => ({
  id: COMMANDS.openReport,
  run: () => panel.open(),
});

/** Saves the report as a file; a caller may name `format` and `target`. */
export const saveReport = (panel: ReportPanel): Command => ({
  id: COMMANDS.saveReport,
  run: async argument => {
    const format = await chosenFormat(argument, formatItems(), vscode.l10n.t('Save Report'));
    const target = argumentOf(argument, 'target');
    if (format) await panel.save(format, target instanceof vscode.Uri ? target : undefined);
  },
});

const formatItems = (): readonly FormatItem<ReportFormat>[] =>
  REPORT_FORMATS.map(format =>
    format === 'html'
      ? {
          format,
          label: vscode.l10n.t('HTML'),
          detail: vscode.l10n.t('One file with charts and tables, for any browser; needs no network'),
        }
      : { format, label: vscode.l10n.t('Markdown'), detail: vscode.l10n.t('The tables and what they say') },
  );
