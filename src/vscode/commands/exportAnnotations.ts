import * as vscode from 'vscode';
import { sidecarUriOf } from '../../app/sidecarUri';
import { EXPORT_ENDINGS, type ExportFormat } from '../../core/exchange/formats';
import { CODEBOOK_NAME } from '../../core/sidecar/sidecarName';
import { exportProblemText } from '../exchangeProblemText';
import { showError, showInformation } from '../messages';
import { COMMANDS } from '../names';
import { type Command } from './command';
import {
  argumentOf,
  chosenFormat,
  type ExchangeParts,
  exchangedDocuments,
  type FormatItem,
  tellResult,
  withProgress,
} from './exchange';

/** Writes all annotations of the corpus to a file that the user names; a caller may name `format` and `target`. */
export const exportCommand = (parts: ExchangeParts): Command => ({
  id: COMMANDS.exportAnnotations,
  run: async argument => {
    const { view, store, codebooks } = parts;
    const documents = exchangedDocuments(parts).filter(({ uri }) => store.state(uri));
    if (documents.length === 0) {
      void showInformation(vscode.l10n.t('Nothing is tagged yet, so there is nothing to export.'));
      return;
    }
    const folder = view.documents[0]!.folder;
    const format = await chosenFormat(argument, formatItems(), vscode.l10n.t('Export Annotations'));
    const target = format && (await chosenTarget(argument, format, folder));
    if (!format || !target) return;
    if (isOfCorpus(parts, target)) {
      void showError(
        vscode.l10n.t('{0} is a file of the corpus and was not overwritten.', vscode.workspace.asRelativePath(target)),
      );
      return;
    }
    const known = [...new Set(documents.map(({ uri }) => codebooks.of(uri)))].filter(book => book !== undefined);
    const { exportAnnotations } = await import('../../app/exportAnnotations');
    const exported = await withProgress(vscode.l10n.t('Exporting annotations'), documents.length, async watching => {
      const result = await exportAnnotations(format, folder.name, documents, known, parts, watching);
      if (result) await vscode.workspace.fs.writeFile(target, result.bytes);
      return result;
    });
    if (!exported) return;
    await tellResult(
      vscode.l10n.t('Annotations exported to {0}: {1}', vscode.workspace.asRelativePath(target), exported.annotations),
      exported.problems.map(problem => `${problem.document.path}: ${exportProblemText(problem)}`),
    );
  },
});

async function chosenTarget(
  argument: unknown,
  format: ExportFormat,
  folder: { readonly uri: string; readonly name: string },
): Promise<vscode.Uri | undefined> {
  const named = argumentOf(argument, 'target');
  if (named instanceof vscode.Uri) return named;
  const ending = EXPORT_ENDINGS[format];
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Annotations'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(folder.uri), `${folder.name}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}

/** True for an article, a sidecar or a codebook: what an export must not be written over. */
function isOfCorpus({ view }: ExchangeParts, target: vscode.Uri): boolean {
  const address = target.toString();
  return view.documents.some(
    ({ uri, folder }) =>
      address === uri || address === sidecarUriOf(uri) || address === `${folder.uri}/${CODEBOOK_NAME}`,
  );
}

const formatItems = (): readonly FormatItem<ExportFormat>[] => [
  {
    format: 'csv',
    label: vscode.l10n.t('CSV'),
    detail: vscode.l10n.t('A table for spreadsheets, a row for each annotation'),
  },
  {
    format: 'jsonl',
    label: vscode.l10n.t('JSON lines'),
    detail: vscode.l10n.t('All fields, for scripts'),
  },
  {
    format: 'w3c',
    label: vscode.l10n.t('W3C Web Annotation'),
    detail: vscode.l10n.t('JSON-LD for other annotation tools; can be imported again'),
  },
  {
    format: 'claimreview',
    label: vscode.l10n.t('ClaimReview'),
    detail: vscode.l10n.t('Passages with a rated credibility, as schema.org has them'),
  },
  {
    format: 'brat',
    label: vscode.l10n.t('brat standoff'),
    detail: vscode.l10n.t('An archive of texts and .ann files; can be imported again'),
  },
  {
    format: 'refi-qda',
    label: vscode.l10n.t('REFI-QDA'),
    detail: vscode.l10n.t('A project for QualCoder, ATLAS.ti, NVivo or MAXQDA'),
  },
];
