import * as vscode from 'vscode';
import { type ImportFile } from '../../app/importAnnotations';
import { fileNameOf } from '../../app/sidecarUri';
import { IMPORT_ENDINGS, type ImportFormat } from '../../core/exchange/formats';
import { importProblemText } from '../exchangeProblemText';
import { showInformation } from '../messages';
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

/** Adds the annotations of files that the user chooses to the sidecars of the corpus; a caller may name `format` and `files`. */
export const importCommand = (parts: ExchangeParts): Command => ({
  id: COMMANDS.importAnnotations,
  run: async argument => {
    const documents = exchangedDocuments(parts);
    if (documents.length === 0) {
      void showInformation(vscode.l10n.t('Open the folder of the articles that the annotations are about first.'));
      return;
    }
    const format = await chosenFormat(argument, formatItems(), vscode.l10n.t('Import Annotations'));
    const uris = format && (await chosenFiles(argument, format));
    if (!format || !uris?.length) return;
    const { importAnnotations } = await import('../../app/importAnnotations');
    const { articles, store, history } = parts;
    const result = await withProgress(vscode.l10n.t('Importing annotations'), documents.length, async watching => {
      const files = await Promise.all(uris.map(read));
      return history.asOne(change =>
        importAnnotations(format, files, documents, { articles, store, change }, watching),
      );
    });
    const { added, known, problems, stopped } = result;
    const message = stopped
      ? vscode.l10n.t('Stopped. Annotations added: {0}; there already: {1}', added, known)
      : vscode.l10n.t('Annotations added: {0}; there already: {1}', added, known);
    await tellResult(
      message,
      problems.map(
        problem => `${[problem.file, problem.place].filter(Boolean).join(':')}: ${importProblemText(problem)}`,
      ),
    );
  },
});

async function chosenFiles(argument: unknown, format: ImportFormat): Promise<readonly vscode.Uri[] | undefined> {
  const named = argumentOf(argument, 'files');
  if (Array.isArray(named)) return named.filter(file => file instanceof vscode.Uri);
  const title = vscode.l10n.t('Import Annotations');
  return vscode.window.showOpenDialog({
    title,
    canSelectMany: true,
    filters: { [title]: [...IMPORT_ENDINGS[format]] },
  });
}

const read = async (uri: vscode.Uri): Promise<ImportFile> => ({
  name: fileNameOf(uri.path),
  bytes: await vscode.workspace.fs.readFile(uri),
});

const formatItems = (): readonly FormatItem<ImportFormat>[] => [
  {
    format: 'w3c',
    label: vscode.l10n.t('W3C Web Annotation, Hypothesis'),
    detail: vscode.l10n.t('.json, .jsonld or .jsonl'),
  },
  {
    format: 'brat',
    label: vscode.l10n.t('brat standoff'),
    detail: vscode.l10n.t('.ann, or a .zip of them'),
  },
];
