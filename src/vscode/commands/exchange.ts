import * as vscode from 'vscode';
import { type CorpusView } from '../../app/corpusView';
import { type Codebooks } from '../../app/codebooks';
import { type ExchangedDocument, type ExportParts, type Watching } from '../../app/exportAnnotations';
import { type History } from '../../app/history';
import { showInformation, showWarning } from '../messages';
import { showQuickPick } from '../quickPick';

/** What exporting and importing work with. */
export interface ExchangeParts extends ExportParts {
  readonly view: CorpusView;
  readonly codebooks: Codebooks;
  readonly history: History;
}

/** The corpus' documents in their order. Where there are several folders, their names tell the paths apart. */
export function exchangedDocuments({ view }: ExchangeParts): readonly ExchangedDocument[] {
  const { documents } = view;
  const isOne = new Set(documents.map(({ folder }) => folder.uri)).size <= 1;
  return documents.map(({ uri, path, folder }) => ({ uri, path: isOne ? path : `${folder.name}/${path}` }));
}

/** A format to choose. */
export interface FormatItem<T extends string> extends vscode.QuickPickItem {
  readonly format: T;
}

/** The format that a caller names, else the one that the user chooses; undefined where neither does. */
export async function chosenFormat<T extends string>(
  argument: unknown,
  items: readonly FormatItem<T>[],
  title: string,
): Promise<T | undefined> {
  const named = argumentOf(argument, 'format');
  if (named !== undefined) return items.find(({ format }) => format === named)?.format;
  return (await showQuickPick(items, { title, placeHolder: vscode.l10n.t('In which format?'), matchOnDetail: true }))
    ?.format;
}

/** A part of what a command was called with. */
export const argumentOf = (argument: unknown, key: string): unknown =>
  typeof argument === 'object' && argument !== null ? (argument as Readonly<Record<string, unknown>>)[key] : undefined;

/** Does work that is shown and can be cancelled; `steps` is how often it advances. */
export const withProgress = <T>(title: string, steps: number, work: (watching: Watching) => Promise<T>): Thenable<T> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const controller = new AbortController();
      const subscription = token.onCancellationRequested(() => controller.abort());
      const advance = (): void => progress.report({ increment: 100 / Math.max(1, steps) });
      try {
        return await work({ signal: controller.signal, advance });
      } finally {
        subscription.dispose();
      }
    },
  );

/** Tells how it went. Where there is more to be told than fits, it can be read line by line. */
export async function tellResult(message: string, problems: readonly string[]): Promise<void> {
  if (problems.length === 0) {
    void showInformation(message);
    return;
  }
  const show = vscode.l10n.t('Show Details');
  const chosen = await showWarning(message, show);
  if (chosen !== show) return;
  const content = [message, '', ...problems, ''].join('\n');
  const document = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
  await vscode.window.showTextDocument(document, { preview: true });
}
