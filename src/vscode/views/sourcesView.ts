import * as vscode from 'vscode';
import {
  type AcrossSources,
  type QuoteTraces,
  type SourceArticle,
  type SourceComparison,
  type SourceFinding,
} from '../../app/acrossSources';
import { type Analysis } from '../../app/analysis';
import { type Corpus } from '../../app/corpus';
import { type CorpusView } from '../../app/corpusView';
import { type DocumentUri } from '../../app/ports';
import { type SourceIndex } from '../../app/sourceIndex';
import { type SpeakerEntry, type Speakers } from '../../app/speakers';
import { countedThing, kindOfThing } from '../../core/across/countedThing';
import { FINDING_KINDS } from '../../core/across/findings';
import { speakerNameOf } from '../../core/across/speakerNames';
import { excerpt } from '../../core/annotation/excerpt';
import { type NumericClaim, type Quote } from '../../core/detect/model';
import { type Span } from '../../core/text/span';
import { visibleText } from '../../core/text/visibleText';
import { ContextKey } from '../contextKey';
import { claimKindLabels, quotesText } from '../labels';
import { COMMANDS, CONTEXT_KEYS } from '../names';
import { Refresher } from '../refresher';
import { agreementText, findingText, traceText, tracesText } from '../sourceText';
import { CorpusFindings } from './corpusFindings';
import { type LateTree } from './lateTree';
import { ShownRows } from './shownRows';
import { dayText } from './storyRows';
import { comparisonProposal, findingProposal, type TagProposal, traceProposal } from './tagProposal';

/** What the view shows quotes and claims of. */
export const SOURCES_SCOPES = ['document', 'corpus'] as const;
export type SourcesScope = (typeof SOURCES_SCOPES)[number];

/** A passage that a row leads to. Canonical offsets. */
export interface SourcePassage extends Span {
  readonly document: DocumentUri;
}

/** A row: what it reads, where it leads, and how what is below it is found once it is opened. */
export interface SourcesNode {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** What a screen reader says in place of label and description. */
  readonly spoken: string;
  readonly icon?: string;
  readonly tooltip?: string;
  readonly contextValue: 'section' | 'finding' | 'speaker' | 'thing' | 'passage' | 'more' | 'note';
  readonly passage?: SourcePassage;
  /** What `Tag…` makes of it. */
  readonly tag?: TagProposal;
  /** The name that `Show All Quotes of Speaker` takes. */
  readonly speaker?: string;
  readonly isOpen?: boolean;
  readonly children?: () => Promise<readonly SourcesNode[]> | readonly SourcesNode[];
  /** Of a row that stands in the place of more. */
  readonly showMore?: () => void;
}

const SCOPE_KEY = 'pressmark.quotesAndClaimsScope';
/** Characters of a passage that a row shows. */
const ROW_CHARACTERS = 90;

export interface SourcesViewParts {
  readonly corpus: Corpus;
  readonly view: CorpusView;
  readonly analysis: Analysis;
  readonly index: SourceIndex;
  readonly sources: AcrossSources;
  readonly speakers: Speakers;
  readonly memento: vscode.Memento;
  readonly tree: LateTree<SourcesNode>;
}

/** Quotes by who says them, figures by what they count, and what does not agree; of the active document or of the corpus. */
export class SourcesView implements vscode.TreeDataProvider<SourcesNode>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<SourcesNode | undefined>();
  private readonly scopeKey = new ContextKey<SourcesScope>(CONTEXT_KEYS.sourcesScope);
  private readonly comparesKey = new ContextKey<boolean>(CONTEXT_KEYS.comparesSources);
  private readonly tree: vscode.TreeView<SourcesNode>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly findings: CorpusFindings<SourcesNode>;
  private readonly shown = new ShownRows();
  private document: DocumentUri | undefined;

  readonly onDidChangeTreeData = this.changes.event;

  constructor(private readonly parts: SourcesViewParts) {
    const { analysis, index, sources, corpus } = parts;
    this.scopeKey.set(this.scope);
    this.tree = parts.tree.attach(this);
    const refresher = new Refresher(changed => {
      const isOurs = changed === 'all' || (this.document !== undefined && changed.has(this.document));
      if (isOurs && (changed === 'all' || this.scope === 'document')) this.changes.fire(undefined);
    });
    this.findings = new CorpusFindings(
      isWanted => sources.allFindings(isWanted),
      (finding, at) => this.findingRow(finding, `corpus:${at}`),
      () => refresher.all(),
    );
    this.subscriptions = [
      this.changes,
      refresher,
      this.findings,
      index.onDidChange(() => {
        this.findings.reset();
        this.updateHeader();
        refresher.all();
      }),
      analysis.onDidChange(uris => refresher.some(uris)),
      analysis.onDidEdit(({ uri }) => refresher.atRest(uri)),
      corpus.onDidChange(({ removed }) => {
        if (this.document !== undefined && removed.includes(this.document)) this.take(undefined);
      }),
      vscode.window.onDidChangeActiveTextEditor(editor => this.take(editor)),
      this.tree.onDidChangeVisibility(({ visible }) => {
        if (!visible) this.findings.stop();
      }),
    ];
    this.take(vscode.window.activeTextEditor);
    this.updateHeader();
  }

  /** The row that is selected; undefined where none is. */
  get selected(): SourcesNode | undefined {
    return this.tree.selection[0];
  }

  get scope(): SourcesScope {
    return this.parts.memento.get<string>(SCOPE_KEY) === 'corpus' ? 'corpus' : 'document';
  }

  async setScope(scope: SourcesScope): Promise<void> {
    await this.parts.memento.update(SCOPE_KEY, scope);
    this.scopeKey.set(scope);
    if (scope === 'document') this.findings.stop();
    this.updateHeader();
    this.changes.fire(undefined);
  }

  async getChildren(node?: SourcesNode): Promise<SourcesNode[]> {
    if (node) return [...((await node.children?.()) ?? [])];
    if (this.parts.index.state.kind === 'off') return [];
    return [...(this.scope === 'corpus' ? this.corpusSections() : await this.documentSections())];
  }

  getTreeItem(node: SourcesNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    // Most of what rows read comes from articles.
    const item = new vscode.TreeItem(
      visibleText(node.label),
      node.children ? (node.isOpen ? Expanded : Collapsed) : None,
    );
    item.id = node.id;
    if (node.description !== undefined) item.description = visibleText(node.description);
    if (node.icon !== undefined) item.iconPath = new vscode.ThemeIcon(node.icon);
    item.tooltip = visibleText(node.tooltip ?? node.spoken);
    item.contextValue = node.contextValue;
    item.accessibilityInformation = { label: visibleText(node.spoken) };
    if (node.passage ?? node.showMore)
      item.command = { command: COMMANDS.openSourcesRow, title: vscode.l10n.t('Show in Article') };
    return item;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The document of the last editor that showed one stays: a click into the tree leaves no editor active. */
  private take(editor: vscode.TextEditor | undefined): void {
    const uri = editor?.document.uri.toString();
    const isGone = this.document !== undefined && !this.parts.corpus.has(this.document);
    if (uri !== undefined && this.parts.corpus.has(uri)) {
      if (uri === this.document) return;
      this.document = uri;
    } else if (isGone) this.document = undefined;
    else return;
    this.updateHeader();
    if (this.scope === 'document') this.changes.fire(undefined);
  }

  private updateHeader(): void {
    this.comparesKey.set(this.parts.index.state.kind !== 'off');
    this.tree.description =
      this.scope === 'corpus'
        ? vscode.l10n.t('of the corpus')
        : this.document === undefined
          ? ''
          : this.titleOf(this.document);
  }

  private titleOf(uri: DocumentUri): string {
    return this.parts.view.overview(uri)?.title ?? uri;
  }

  private async documentSections(): Promise<readonly SourcesNode[]> {
    // An editor may have been there before the corpus was listed.
    if (this.document === undefined) {
      const uri = vscode.window.activeTextEditor?.document.uri.toString();
      if (uri !== undefined && this.parts.corpus.has(uri)) this.document = uri;
      this.updateHeader();
    }
    const uri = this.document;
    const article = uri === undefined ? undefined : await this.parts.sources.article(uri);
    if (!article) return [];
    const speakers = this.parts.speakers.ofArticle(article);
    const things = thingsOf(article);
    return [
      section('findings', vscode.l10n.t('Findings'), undefined, true, () => this.documentFindings(article.uri)),
      section('speakers', vscode.l10n.t('Speakers'), speakers.length, true, () =>
        speakers.map(({ name, quotes }) => this.documentSpeaker(article, name, quotes)),
      ),
      section('things', vscode.l10n.t('Figures'), things.size, false, () =>
        [...things].map(([thing, claims]) => this.documentThing(article, thing, claims)),
      ),
    ];
  }

  private async documentFindings(uri: DocumentUri): Promise<readonly SourcesNode[]> {
    const found: SourceFinding[] = [];
    const isWanted = (): boolean => this.document === uri && this.scope === 'document';
    for await (const findings of this.parts.sources.findingsOf(uri, isWanted)) found.push(...findings);
    if (!found.length) return [this.nothingFound()];
    const rank = ({ finding }: SourceFinding): number => FINDING_KINDS.indexOf(finding.kind);
    return found.sort((a, b) => rank(a) - rank(b)).map((finding, at) => this.findingRow(finding, `${uri}:${at}`));
  }

  private documentSpeaker(article: SourceArticle, name: string, quotes: readonly Quote[]): SourcesNode {
    return {
      ...speakerRow(`document:${name}`, name, quotes.length),
      isOpen: true,
      children: () => Promise.all(quotes.map(quote => this.tracedQuote(article, quote))),
    };
  }

  /** A quote with where else it stands below it. */
  private async tracedQuote(article: SourceArticle, quote: Quote): Promise<SourcesNode> {
    const traced = await this.parts.sources.traceQuote(article.uri, quote);
    const where = traced && tracesText(traced.traces);
    const row = passageRow(article, quote, 'quote', where ?? '');
    return traced?.traces.length ? { ...row, children: () => this.traceRows(traced) } : row;
  }

  private traceRows({ article, passage, traces }: QuoteTraces): readonly SourcesNode[] {
    return traces.map(({ article: there, trace }) => {
      const how = traceText(trace, article.text, there.text);
      const row = passageRow(
        there,
        trace.span,
        TRACE_ICONS[trace.kind],
        `${how} · ${this.sourceOf(there.uri)}`,
        article.uri,
      );
      return taggable(row, { ...traceProposal(trace, 'there'), other: placeIn(article, passage.quote) });
    });
  }

  private documentThing(article: SourceArticle, thing: string, claims: readonly NumericClaim[]): SourcesNode {
    return {
      ...thingRow('document', thing, claims.length),
      children: () => Promise.all(claims.map(claim => this.comparedClaim(article, claim))),
    };
  }

  /** A figure with those of other articles below it. */
  private async comparedClaim(article: SourceArticle, claim: NumericClaim): Promise<SourcesNode> {
    const compared = await this.parts.sources.compareAt(article.uri, claim.figure.start);
    const others = compared?.claim === claim || compared?.claim.start === claim.start ? compared.others : [];
    const row = passageRow(article, claim, 'symbol-number', comparisonText(others));
    return others.length ? { ...row, children: () => this.comparisonRows(article, others) } : row;
  }

  private comparisonRows(article: SourceArticle, others: readonly SourceComparison[]): readonly SourcesNode[] {
    return others.map(({ article: there, comparison }) => {
      const row = passageRow(
        there,
        comparison.b.claim,
        AGREEMENT_ICONS[comparison.agreement],
        `${agreementText(comparison.agreement)} · ${this.sourceOf(there.uri)}`,
        article.uri,
      );
      const other = placeIn(article, comparison.a.claim);
      return taggable(row, { ...comparisonProposal({ comparison }, 'b'), other });
    });
  }

  private corpusSections(): readonly SourcesNode[] {
    const { speakers } = this.parts;
    return [
      section('findings', vscode.l10n.t('Findings'), undefined, false, () => this.corpusFindings()),
      section('speakers', vscode.l10n.t('Speakers'), speakers.all.length, true, () =>
        this.paged('speakers', speakers.all, speaker => this.corpusSpeaker(speaker)),
      ),
      section('things', vscode.l10n.t('Figures'), speakers.things.length, false, () =>
        this.paged('things', speakers.things, ({ thing, count }) => this.corpusThing(thing, count)),
      ),
    ];
  }

  private corpusFindings(): readonly SourcesNode[] {
    const { rows, state } = this.findings;
    if (state === 'idle') this.findings.run();
    if (state === 'done') return rows.length ? rows : [this.nothingFound()];
    return [
      ...rows,
      state === 'paused'
        ? moreRow('findings', vscode.l10n.t('Look for more'), () => this.findings.run())
        : noteRow('searching', vscode.l10n.t('Looking through the stories…'), 'loading~spin'),
    ];
  }

  private corpusSpeaker(speaker: SpeakerEntry): SourcesNode {
    const id = `corpus:${speaker.name}`;
    return {
      ...speakerRow(id, speaker.name, speaker.count, speaker.names),
      children: async () => {
        const most = this.shown.most(id);
        const quotes = await this.parts.speakers.quotesOf(speaker, most);
        const rows = quotes.map(({ article, quote }) =>
          passageRow(article, quote, 'quote', this.sourceOf(article.uri)),
        );
        return speaker.count > most ? [...rows, this.more(id, speaker.count - most)] : rows;
      },
    };
  }

  private corpusThing(thing: string, count: number): SourcesNode {
    const id = `thing:corpus:${thing}`;
    return {
      ...thingRow('corpus', thing, count),
      children: async () => {
        const most = this.shown.most(id);
        const claims = await this.parts.speakers.claimsOf(thing, most);
        const rows = claims.map(({ article, claim }) =>
          passageRow(article, claim, 'symbol-number', this.sourceOf(article.uri)),
        );
        return count > most ? [...rows, this.more(id, count - most)] : rows;
      },
    };
  }

  private paged<T>(id: string, items: readonly T[], rowOf: (item: T) => SourcesNode): readonly SourcesNode[] {
    const most = this.shown.most(id);
    const rows = items.slice(0, most).map(rowOf);
    return items.length > most ? [...rows, this.more(id, items.length - most)] : rows;
  }

  private more(id: string, hidden: number): SourcesNode {
    return moreRow(id, vscode.l10n.t('Show more ({0} are not shown)', hidden), () => {
      this.shown.showMore(id);
      this.changes.fire(undefined);
    });
  }

  private findingRow({ here, there, finding }: SourceFinding, id: string): SourcesNode {
    const [ours, theirs] =
      finding.kind === 'differs'
        ? [finding.comparison.a.claim, finding.comparison.b.claim]
        : [finding.passage.quote, finding.trace.span];
    const titles = [this.sourceOf(here.uri), this.sourceOf(there.uri)] as const;
    const words = [rowWords(here, ours), rowWords(there, theirs)] as const;
    const how =
      finding.kind === 'differs'
        ? findingText('differs')
        : finding.kind === 'altered'
          ? traceText(finding.trace, here.text, there.text)
          : `${findingText('truncated')}: ${traceText(finding.trace, here.text, there.text)}`;
    const label = finding.kind === 'differs' ? vscode.l10n.t('{0} ↔ {1}', words[0], words[1]) : words[0];
    // A figure alone says little: its sentence is what is to be read.
    const [wholeHere, wholeThere] =
      finding.kind === 'differs' ? [finding.comparison.a.span, finding.comparison.b.span] : [ours, theirs];
    const side = (article: SourceArticle, span: Span, shown: Span, title: string, key: string): SourcesNode => {
      const row = passageRow(article, span, 'go-to-file', title, `${id}:${key}`);
      const text = rowWords(article, shown);
      return { ...row, label: text, spoken: [text, title].join(', ') };
    };
    const [placeHere, placeThere] = [placeIn(here, ours), placeIn(there, theirs)];
    const noteOf = (at: 0 | 1): string => `${how}: ${words[at]} (${titles[at]})`;
    const proposalHere = { ...findingProposal({ finding }, 'here'), other: placeThere, note: noteOf(1) };
    const proposalThere = { ...findingProposal({ finding }, 'there'), other: placeHere, note: noteOf(0) };
    const rows = [
      taggable(side(here, ours, wholeHere, titles[0], 'here'), proposalHere),
      taggable(side(there, theirs, wholeThere, titles[1], 'there'), proposalThere),
    ];
    return {
      id: `finding:${id}`,
      label,
      description: `${how} · ${titles.join(' ↔ ')}`,
      spoken: `${how}: ${words[0]}, ${titles[0]}; ${words[1]}, ${titles[1]}`,
      icon: FINDING_ICONS[finding.kind],
      contextValue: 'finding',
      passage: placeHere,
      tag: { ...proposalHere, passage: placeHere },
      children: () => rows,
    };
  }

  /** Who published it and when; its title where that is not known. */
  private sourceOf(uri: DocumentUri): string {
    const facts = this.parts.view.overview(uri)?.facts;
    const day = this.parts.index.dayOf(uri);
    return [facts?.publisher ?? this.titleOf(uri), day === undefined ? '' : dayText(day)].filter(Boolean).join(', ');
  }

  private nothingFound(): SourcesNode {
    const isReady = this.parts.index.state.kind === 'ready';
    return noteRow(
      'nothing',
      isReady
        ? vscode.l10n.t('No figures that differ, no quotes that were altered')
        : vscode.l10n.t('Nothing yet: articles are still being compared'),
      isReady ? 'check' : 'loading~spin',
    );
  }
}

const FINDING_ICONS = { differs: 'warning', altered: 'edit', truncated: 'fold' } as const;
const TRACE_ICONS = { verbatim: 'check', trimmed: 'fold', altered: 'edit', paraphrase: 'symbol-text' } as const;
const AGREEMENT_ICONS = { same: 'check', consistent: 'check-all', differ: 'warning' } as const;

function section(
  name: string,
  label: string,
  count: number | undefined,
  isOpen: boolean,
  children: NonNullable<SourcesNode['children']>,
): SourcesNode {
  return {
    id: `section:${name}`,
    label,
    ...(count === undefined ? {} : { description: String(count) }),
    spoken: count === undefined ? label : `${label}, ${count}`,
    contextValue: 'section',
    isOpen,
    children,
  };
}

function speakerRow(id: string, name: string, count: number, names: readonly string[] = [name]): SourcesNode {
  const quotes = quotesText(count);
  const others = names.filter(other => other !== name);
  const also = others.length ? vscode.l10n.t('also as {0}', others.slice(0, MOST_NAMES).join(', ')) : '';
  return {
    id: `speaker:${id}`,
    label: name,
    description: [String(count), also].filter(Boolean).join(' · '),
    spoken: [name, quotes, also].filter(Boolean).join(', '),
    icon: 'comment-discussion',
    contextValue: 'speaker',
    speaker: name,
  };
}

/** So many other names of a speaker a row gives. */
const MOST_NAMES = 4;

function thingRow(scope: SourcesScope, thing: string, count: number): SourcesNode {
  const kind = kindOfThing(thing);
  const label = kind === undefined ? thing : claimKindLabels()[kind];
  const figures = count === 1 ? vscode.l10n.t('1 figure') : vscode.l10n.t('{0} figures', count);
  return {
    id: `thing:${scope}:${thing}`,
    label,
    description: String(count),
    spoken: `${label}, ${figures}`,
    icon: 'symbol-number',
    contextValue: 'thing',
  };
}

/** A passage that is opened from here. `within`: what it is listed below, where it may be listed twice. */
function passageRow(article: SourceArticle, span: Span, icon: string, description: string, within = ''): SourcesNode {
  const label = rowWords(article, span);
  const speaker = 'type' in span ? speakerNameOf(span as Quote) : undefined;
  return {
    id: `passage:${within}:${article.uri}:${span.start}:${span.end}:${icon}`,
    label,
    description,
    spoken: [label, speaker ?? '', description].filter(Boolean).join(', '),
    icon,
    tooltip: article.text.slice(span.start, Math.min(span.end, span.start + MOST_TOOLTIP)),
    contextValue: 'passage',
    passage: placeIn(article, span),
    tag: { passage: placeIn(article, span) },
  };
}

const placeIn = ({ uri }: SourceArticle, { start, end }: Span): SourcePassage => ({ document: uri, start, end });

const taggable = (row: SourcesNode, proposal: Omit<TagProposal, 'passage'>): SourcesNode =>
  row.passage ? { ...row, tag: { ...proposal, passage: row.passage } } : row;

const MOST_TOOLTIP = 1000;

const moreRow = (id: string, label: string, showMore: () => void): SourcesNode => ({
  id: `more:${id}`,
  label,
  spoken: label,
  icon: 'ellipsis',
  contextValue: 'more',
  showMore,
});

const noteRow = (id: string, label: string, icon: string): SourcesNode => ({
  id: `note:${id}`,
  label,
  spoken: label,
  icon,
  contextValue: 'note',
});

const rowWords = ({ text }: SourceArticle, { start, end }: Span): string =>
  excerpt(text.slice(start, end), ROW_CHARACTERS);

/** "same in 2, differs from 1" in words; empty where there is nothing to compare with. */
function comparisonText(others: readonly SourceComparison[]): string {
  const differing = others.filter(({ comparison }) => comparison.agreement === 'differ').length;
  const agreeing = others.length - differing;
  return [
    differing ? vscode.l10n.t('differs from {0}', differing) : '',
    agreeing ? vscode.l10n.t('agrees with {0}', agreeing) : '',
  ]
    .filter(text => text !== '')
    .join(', ');
}

function thingsOf({ claims }: SourceArticle): ReadonlyMap<string, readonly NumericClaim[]> {
  const things = new Map<string, NumericClaim[]>();
  for (const claim of claims) {
    if (claim.boilerplate) continue;
    const thing = countedThing(claim);
    const list = things.get(thing);
    if (list) list.push(claim);
    else things.set(thing, [claim]);
  }
  return things;
}
