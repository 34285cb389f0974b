import * as vscode from 'vscode';
import { type AcrossSources } from '../../app/acrossSources';
import { type Analysis } from '../../app/analysis';
import { type CorpusView } from '../../app/corpusView';
import { type SpeakerEntry, type Speakers } from '../../app/speakers';
import { excerpt } from '../../core/annotation/excerpt';
import { rangeOf, spanOfRange } from '../editor/positions';
import { labelText } from '../messageText';
import { showError } from '../messages';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type SourcePassage, type SourcesView } from '../views/sourcesView';
import { type Command } from './command';
import { articleEditor } from './references';

/** What Quotes & Claims shows: the active document, or the corpus. */
export const sourcesScopes = (view: SourcesView): readonly Command[] => [
  { id: COMMANDS.showSourcesOfDocument, run: () => show(view, 'document') },
  { id: COMMANDS.showSourcesOfCorpus, run: () => show(view, 'corpus') },
];

async function show(view: SourcesView, scope: 'document' | 'corpus'): Promise<void> {
  await view.setScope(scope);
  await vscode.commands.executeCommand('pressmark.quotesAndClaims.focus');
}

/** Shows the passage of the selected row, which keeps the focus, as a list of mail does; or more rows. */
export const openSourcesRow = (view: SourcesView): Command => ({
  id: COMMANDS.openSourcesRow,
  run: async () => {
    const row = view.selected;
    if (row?.passage) await showPassage(row.passage, true);
    row?.showMore?.();
  },
});

/** Shows a passage in its article, selected. */
export async function showPassage(passage: SourcePassage, preserveFocus: boolean): Promise<void> {
  const uri = vscode.Uri.parse(passage.document);
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch {
    void showError(vscode.l10n.t('{0} cannot be opened.', vscode.workspace.asRelativePath(uri)));
    return;
  }
  const editor = await vscode.window.showTextDocument(document, { preserveFocus });
  const range = rangeOf(document, passage);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** So many quotes are listed; the view has the rest. */
const MOST_LISTED = 500;
const QUOTE_CHARACTERS = 120;

interface Parts {
  readonly analysis: Analysis;
  readonly sources: AcrossSources;
  readonly speakers: Speakers;
  readonly view: CorpusView;
}

/** All quotes of one speaker in time order: of the row's, of the one who says the quote at the cursor, else of one that is chosen. */
export const quotesOfSpeaker = (parts: Parts): Command => ({
  id: COMMANDS.quotesOfSpeaker,
  run: async argument => {
    const { speakers, view } = parts;
    const name = speakerIn(argument) ?? (argument === undefined ? await speakerAtCursor(parts) : undefined);
    const speaker = (name === undefined ? undefined : speakers.named(name)) ?? (await chooseSpeaker(speakers));
    if (!speaker) return;
    const items = speakers.quotesOf(speaker, MOST_LISTED).then(quotes =>
      quotes.map(({ article, quote }) => {
        const overview = view.overview(article.uri);
        const { publisher, date } = overview?.facts ?? {};
        return {
          label: labelText(excerpt(article.text.slice(quote.start, quote.end), QUOTE_CHARACTERS)),
          description: [date, publisher].filter(Boolean).join(' · '),
          detail: overview?.title ?? '',
          passage: { document: article.uri, start: quote.start, end: quote.end },
        };
      }),
    );
    const chosen = await showQuickPick(items, {
      title: vscode.l10n.t('Quotes of {0}, in time order', speaker.name),
      placeHolder: vscode.l10n.t('A quote to go to'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen) await showPassage(chosen.passage, false);
  },
});

function speakerIn(argument: unknown): string | undefined {
  const row = argument as { readonly speaker?: unknown } | null | undefined;
  return typeof row?.speaker === 'string' ? row.speaker : undefined;
}

async function speakerAtCursor({ analysis, sources }: Parts): Promise<string | undefined> {
  const article = articleEditor(analysis);
  if (!article) return undefined;
  const { start } = spanOfRange(article.editor.document, article.editor.selection);
  const read = await sources.article(article.record.uri);
  const quote = read && sources.quotesOf(read).findLast(found => found.start <= start && start <= found.end);
  return quote && sources.speakerOf(quote);
}

async function chooseSpeaker(speakers: Speakers): Promise<SpeakerEntry | undefined> {
  const items = speakers.all.map(speaker => ({
    label: labelText(speaker.name),
    description: String(speaker.count),
    speaker,
  }));
  const chosen = await showQuickPick(items, {
    title: vscode.l10n.t('Quotes of a speaker'),
    placeHolder: vscode.l10n.t('Who is quoted, and how often'),
  });
  return chosen?.speaker;
}
