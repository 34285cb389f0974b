import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type OpenRecord, type Passage } from '../../app/documentRecord';
import { type Codebooks } from '../../app/codebooks';
import { type ListedLink } from '../../app/corpusView';
import { type ListedLinks } from '../../app/listedLinks';
import { proposedReliability } from '../../app/proposedReliability';
import { dismissalOf, type Highlight, highlightsAt, passagesAt, quoteAround, spanOf } from '../../app/tagging';
import { type Codebook } from '../../core/codebook/parseCodebook';
import { type NumericClaim, type Quote } from '../../core/detect/model';
import { type Visibility } from '../../app/visibility';
import { settledIds } from '../../core/team/differences';
import { claimKindLabels, othersText, quoteTypeLabels, reliabilityLabels } from '../labels';
import { appendLinks } from '../linkText';
import { appendPlain } from '../markdownText';
import { COMMANDS } from '../names';
import { type HighlightKind } from '../../core/detect/highlightKinds';
import { type Settings } from '../settings';
import { claimText } from './claimText';
import { appendJudgement } from '../judgementMarkdown';
import { type AnnotationReference, type PassageReference } from '../references';
import { offsetOf, rangeOf } from './positions';

/** Says what was found and what is stored about the passage under the pointer or the cursor. */
export class Hovers implements vscode.HoverProvider {
  constructor(
    private readonly analysis: Analysis,
    private readonly codebooks: Pick<Codebooks, 'of'>,
    private readonly settings: Settings,
    private readonly visibility: Pick<Visibility, 'isOwn'>,
    private readonly links: Pick<ListedLinks, 'of' | 'only'>,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const record = this.analysis.openRecord(document.uri.toString());
    if (!record) return undefined;
    const offset = offsetOf(document, position);
    const passages = passagesAt(record, offset, annotation => this.visibility.isOwn(record.uri, annotation));
    const highlights = this.settings.highlightsEnabled
      ? highlightsAt(record, offset).filter(highlight => this.settings.highlightKinds.has(kindOf(highlight)))
      : [];
    const linked = this.links.only(record, offset);
    const first = passages[0]?.span ?? (highlights[0] && spanOf(highlights[0]));
    if (!first && linked.length === 0) return undefined;
    const contents = [
      ...passages.map(passage =>
        passageText(
          record,
          passage,
          this.codebooks.of(record.uri),
          this.visibility.isOwn(record.uri, passage.annotation),
          this.links.of(record.uri, passage.annotation),
        ),
      ),
      ...(linked.length ? [linkedText(record, offset, linked)] : []),
      ...highlights.map(highlight => highlightText(record, highlight, this.codebooks.of(record.uri))),
    ];
    return new vscode.Hover(contents, first && rangeOf(document, first));
  }
}

const kindOf = (highlight: Highlight): HighlightKind => (highlight.kind === 'claim' ? 'claim' : highlight.quote.type);

/** Markdown in which only our own commands are links; all else is appended as text. */
function trusted(): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  const enabledCommands = [
    COMMANDS.tagPassage,
    COMMANDS.editAnnotation,
    COMMANDS.removeAnnotation,
    COMMANDS.openSidecar,
    COMMANDS.goToLinked,
    COMMANDS.dismissHighlight,
    COMMANDS.restoreHighlights,
  ];
  markdown.isTrusted = { enabledCommands };
  return markdown;
}

const link = (title: string, command: string, argument: unknown): string =>
  `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;

function passageText(
  record: OpenRecord,
  { annotation, state }: Passage,
  codebook: Codebook | undefined,
  isOwn: boolean,
  linked: readonly ListedLink[],
): vscode.MarkdownString {
  const markdown = trusted();
  markdown.appendMarkdown(isOwn ? '**' : '$(account) **');
  appendPlain(markdown, isOwn ? vscode.l10n.t('Annotation') : othersText(annotation));
  markdown.appendMarkdown('**');
  if (settledIds([...record.passages.values()].map(({ annotation: other }) => other)).has(annotation.id))
    appendNote(markdown, vscode.l10n.t('Settled: another annotation decides between this one and others.'));
  if (state === 'uncertain')
    markdown.appendMarkdown(
      `\n\n$(warning) ${vscode.l10n.t('The text has changed since; whether this is the passage is not certain.')}`,
    );
  // Before the rest: a long note would push them out of a hover.
  appendLinks(markdown, linked);
  appendJudgement(markdown, annotation, codebook);
  const reference: AnnotationReference = { document: record.uri, id: annotation.id };
  const links = [
    link(`$(edit) ${vscode.l10n.t('Edit')}`, COMMANDS.editAnnotation, reference),
    link(`$(trash) ${vscode.l10n.t('Remove')}`, COMMANDS.removeAnnotation, reference),
    ...(linked.length ? [goToLinked(reference)] : []),
    link(`$(go-to-file) ${vscode.l10n.t('Open Sidecar')}`, COMMANDS.openSidecar, reference),
  ];
  markdown.appendMarkdown(`\n\n${links.join(' &nbsp; ')}`);
  return markdown;
}

const goToLinked = (reference: AnnotationReference | PassageReference): string =>
  link(`$(link) ${vscode.l10n.t('Go to Linked Passage')}`, COMMANDS.goToLinked, reference);

/** Of a passage that is no annotation's, what links lead there. */
function linkedText({ uri }: OpenRecord, offset: number, linked: readonly ListedLink[]): vscode.MarkdownString {
  const markdown = trusted();
  markdown.appendMarkdown(`**${vscode.l10n.t('Linked passage')}**`);
  appendLinks(markdown, linked);
  markdown.appendMarkdown(`\n\n${goToLinked({ document: uri, start: offset, end: offset })}`);
  return markdown;
}

function highlightText(
  record: OpenRecord,
  highlight: Highlight,
  codebook: Codebook | undefined,
): vscode.MarkdownString {
  const markdown = trusted();
  if (highlight.kind === 'quote') appendQuote(markdown, highlight.quote);
  else appendClaim(markdown, highlight.claim, quoteAround(record, highlight.claim));
  const { start, end } = spanOf(highlight);
  const proposed = proposedReliability(record, { start, end }, codebook, undefined);
  if (proposed)
    appendLine(
      markdown,
      vscode.l10n.t('Reliability by the codebook'),
      `${proposed.reliability}, ${reliabilityLabels()[proposed.reliability].label}`,
    );
  const isDismissed = dismissalOf(record, { start, end }) !== undefined;
  if (isDismissed) appendNote(markdown, vscode.l10n.t('This highlight was dismissed: it is not to be tagged.'));
  const reference: PassageReference = { document: record.uri, start, end };
  const links = [
    link(`$(tag) ${vscode.l10n.t('Tag…')}`, COMMANDS.tagPassage, reference),
    isDismissed
      ? link(`$(discard) ${vscode.l10n.t('Restore')}`, COMMANDS.restoreHighlights, reference)
      : link(`$(circle-slash) ${vscode.l10n.t('Dismiss')}`, COMMANDS.dismissHighlight, reference),
  ];
  markdown.appendMarkdown(`\n\n${links.join(' &nbsp; ')}`);
  return markdown;
}

function appendQuote(markdown: vscode.MarkdownString, quote: Quote): void {
  const { label, definition } = quoteTypeLabels()[quote.type];
  markdown.appendMarkdown(`$(quote) **${label}** – ${definition}`);
  appendLine(markdown, vscode.l10n.t('Speaker'), speakerText(quote));
  appendLine(markdown, vscode.l10n.t('Cue'), quote.cue?.text);
  if (quote.unclosed) appendNote(markdown, vscode.l10n.t('The quotation mark is never closed.'));
  if (quote.boilerplate)
    appendNote(markdown, vscode.l10n.t('It stands in the page’s boilerplate, not in the article.'));
}

function appendClaim(markdown: vscode.MarkdownString, claim: NumericClaim, quote: Quote | undefined): void {
  markdown.appendMarkdown(`$(symbol-number) **${claimKindLabels()[claim.kind]}**: `);
  appendPlain(markdown, claimText(claim));
  appendLine(markdown, vscode.l10n.t('Modifier'), claim.modifier?.text);
  // A currency stands in the amount.
  if (!claim.currency) appendLine(markdown, vscode.l10n.t('Unit'), claim.unit);
  appendLine(markdown, vscode.l10n.t('Of'), claim.of);
  if (quote) appendLine(markdown, vscode.l10n.t('Said by'), speakerText(quote));
  if (claim.boilerplate)
    appendNote(markdown, vscode.l10n.t('It stands in the page’s boilerplate, not in the article.'));
}

/** "he (Vela Orsan)": the mention as it stands, and the name where that is another one. */
function speakerText({ speaker, speakerName }: Quote): string | undefined {
  if (!speaker || !speakerName || speaker.text === speakerName) return speakerName ?? speaker?.text;
  return vscode.l10n.t('{0} ({1})', speaker.text, speakerName);
}

function appendLine(markdown: vscode.MarkdownString, name: string, value: string | undefined): void {
  if (!value) return;
  markdown.appendMarkdown(`\n\n${name}: `);
  appendPlain(markdown, value.replace(/\s+/g, ' '));
}

function appendNote(markdown: vscode.MarkdownString, text: string): void {
  markdown.appendMarkdown(`\n\n$(info) ${text}`);
}
