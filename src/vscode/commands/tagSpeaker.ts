import * as vscode from 'vscode';
import { type OpenRecord } from '../../app/documentRecord';
import { quoteOf } from '../../app/proposedReliability';
import { dismissalOf, isTagged, newAnnotation } from '../../app/tagging';
import { type AnnotationEdit } from '../../core/annotation/model';
import { excerpt } from '../../core/annotation/excerpt';
import { type Quote, withNested } from '../../core/detect/model';
import { spanOfRange } from '../editor/positions';
import { quotesText, quoteTypeLabels } from '../labels';
import { labelText } from '../messageText';
import { showStatus } from '../messages';
import { COMMANDS } from '../names';
import { askJudgement } from '../pickers/judgementWizard';
import { showQuickPick } from '../quickPick';
import { type Settings } from '../settings';
import { type Command } from './command';
import { knownCodes } from './knownCodes';
import { reportOutcome } from './outcome';
import { articleEditor, judgementIn } from './references';
import { proposalFor, type TaggingParts } from './tagPassage';

/** Characters of a quote in the list of those to be tagged. */
const ROW_CHARACTERS = 110;

/**
 * Tags what one speaker says in the article alike, in one step that is undone as one: of the speaker at the cursor, or one that is chosen.
 * The quotes are listed first, those of the kind at the cursor checked.
 */
export const tagSpeaker = (parts: TaggingParts, settings: Settings): Command => ({
  id: COMMANDS.tagSpeaker,
  run: async argument => {
    const article = articleEditor(parts.analysis);
    if (!article) return;
    const { editor, record } = article;
    const bySpeaker = untaggedQuotes(record, settings);
    if (bySpeaker.size === 0) {
      showStatus(vscode.l10n.t('There are no quotes of a known speaker here that are not tagged yet.'));
      return;
    }
    const here = quoteOf(record, spanOfRange(editor.document, editor.selection));
    const named = here && speakerOf(here);
    const speaker = named !== undefined && bySpeaker.has(named) ? named : await chooseSpeaker(bySpeaker);
    const quotes = speaker === undefined ? undefined : await chooseQuotes(record, bySpeaker.get(speaker)!, here);
    if (speaker === undefined || !quotes?.length) return;
    const codes = knownCodes(parts.codebooks, parts.view, record.uri);
    const proposed = proposalFor(parts, record, quotes[0]!);
    const title = vscode.l10n.t('{0}: {1}', speaker, quotesText(quotes.length));
    const judgement =
      judgementIn(argument) ?? (await askJudgement(title, {}, proposed ? { ...codes, proposed } : codes));
    if (!judgement) return;
    const name = await parts.author.authorFor(vscode.Uri.parse(record.uri));
    const origin = { timestamp: parts.clock.timestamp(), ...(name ? { author: name } : {}) };
    const text = record.text.toString();
    const edits = quotes.map((quote): AnnotationEdit => ({
      kind: 'add',
      annotation: newAnnotation(text, quote, judgement, { id: parts.newId(), ...origin }),
    }));
    const facts = parts.view.overview(record.uri)?.facts;
    const add = () => parts.history.change(record.uri, { kind: 'group', edits }, facts);
    if (await reportOutcome(record.uri, await add(), add))
      showStatus(vscode.l10n.t('$(check) Tagged: {0} ({1})', quotesText(quotes.length), speaker));
  },
});

const speakerOf = ({ speakerName, speaker }: Quote): string | undefined => speakerName ?? speaker?.text;

/** The quotes of each speaker that are shown and neither tagged nor dismissed, in the order of the text. */
function untaggedQuotes(record: OpenRecord, settings: Settings): ReadonlyMap<string, readonly Quote[]> {
  const kinds = settings.highlightKinds;
  const bySpeaker = new Map<string, Quote[]>();
  for (const quote of withNested(record.detection.quotes)) {
    const speaker = speakerOf(quote);
    if (speaker === undefined || !kinds.has(quote.type)) continue;
    if (isTagged(record, quote) || dismissalOf(record, quote)) continue;
    const quotes = bySpeaker.get(speaker);
    if (quotes) quotes.push(quote);
    else bySpeaker.set(speaker, [quote]);
  }
  return bySpeaker;
}

async function chooseSpeaker(bySpeaker: ReadonlyMap<string, readonly Quote[]>): Promise<string | undefined> {
  const items = [...bySpeaker]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([speaker, { length }]) => ({
      label: labelText(speaker),
      speaker,
      description: quotesText(length),
    }));
  const chosen = await showQuickPick(items, {
    title: vscode.l10n.t('Tag All Quotes of a Speaker'),
    placeHolder: vscode.l10n.t('Whose quotes?'),
  });
  return chosen?.speaker;
}

async function chooseQuotes(
  { text }: OpenRecord,
  quotes: readonly Quote[],
  here: Quote | undefined,
): Promise<readonly Quote[] | undefined> {
  const labels = quoteTypeLabels();
  const kind = here && quotes.some(({ type }) => type === here.type) ? here.type : undefined;
  const items = quotes.map(quote => ({
    label: labelText(excerpt(text.slice(quote.start, quote.end), ROW_CHARACTERS)),
    description: labels[quote.type].label,
    picked: kind === undefined || quote.type === kind,
    quote,
  }));
  const chosen = await showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    title: vscode.l10n.t('Quotes of {0}', speakerOf(quotes[0]!) ?? ''),
    placeHolder: vscode.l10n.t('Those that are checked are tagged alike. Enter goes on'),
  });
  return chosen?.map(({ quote }) => quote);
}
