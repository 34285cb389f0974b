import * as vscode from 'vscode';
import { type CorpusView } from '../../app/corpusView';
import { type DocumentUri } from '../../app/ports';
import { type SourceIndex } from '../../app/sourceIndex';
import { type CopyRelation } from '../../core/across/corpusIndex';
import { visibleText } from '../../core/text/visibleText';
import { documentsText } from '../labels';
import { appendPlain } from '../markdownText';
import { relationText } from '../sourceText';
import { type ShownRows } from './shownRows';

/** A document, and the copies that are listed below it. */
export interface DocumentNode {
  readonly kind: 'document';
  readonly uri: DocumentUri;
  readonly copies: readonly DocumentNode[];
}

/** An event that several documents tell of; or (no `uri`) the documents that nobody else tells of. */
export interface StoryNode {
  readonly kind: 'story';
  /** Its first document's, in time. */
  readonly uri?: DocumentUri;
  /** Copies below their originals. Made when the row is opened. */
  readonly children: () => readonly DocumentNode[];
  /** Copies counted as well. */
  readonly count: number;
  readonly days: { readonly first?: number; readonly last?: number };
}

/** Stands in the place of rows that are not shown yet. */
export interface MoreNode {
  readonly kind: 'more';
  readonly of: string;
  readonly hidden: number;
  /** So many are shown next. */
  readonly next?: number;
}

/** The rows of a list that are shown, and where there are more one that stands in their place. `size`: how many are shown at a time. */
export function page<T>(shown: ShownRows, of: string, rows: readonly T[], size?: number): readonly (T | MoreNode)[] {
  const most = shown.most(of, size);
  if (rows.length <= most) return rows;
  const more: MoreNode = {
    kind: 'more',
    of,
    hidden: rows.length - most,
    ...(size === undefined ? {} : { next: size }),
  };
  return [...rows.slice(0, most), more];
}

/**
 * The documents by story, those told by most first and of equals the latest; copies below the longest text that is shown of theirs. The documents' rows are made when
 * their story is opened, and noted. In steps: there may be 100,000 documents.
 */
export function* storyRows(
  index: SourceIndex,
  documents: Iterable<DocumentUri>,
  noted: Map<DocumentUri, DocumentNode>,
): Generator<void, readonly StoryNode[]> {
  const shown = new Set<DocumentUri>();
  for (const uri of documents) {
    shown.add(uri);
    yield;
  }
  const copies = new Map<DocumentUri, DocumentUri[]>();
  const isCopy = new Set<DocumentUri>();
  for (const uri of shown) {
    yield;
    const original = index.originalOf(uri);
    if (original === undefined || original === uri || !shown.has(original)) continue;
    isCopy.add(uri);
    const list = copies.get(original);
    if (list) list.push(uri);
    else copies.set(original, [uri]);
  }
  const nodeOf = (uri: DocumentUri): DocumentNode => {
    const own = copies.get(uri);
    const node: DocumentNode = { kind: 'document', uri, copies: own ? index.inTime(own).map(nodeOf) : [] };
    noted.set(uri, node);
    return node;
  };
  /** The rows of documents, in time; the same each time. */
  const rowsOf = (uris: readonly DocumentUri[]): (() => readonly DocumentNode[]) => {
    let rows: readonly DocumentNode[] | undefined;
    return () => (rows ??= index.inTime(uris).map(nodeOf));
  };
  const stories: StoryNode[] = [];
  const alone: DocumentUri[] = [];
  const placed = new Set<DocumentUri>();
  const place = (uris: readonly DocumentUri[]): void => {
    for (const uri of uris) placed.add(uri);
    const own = uris.filter(uri => shown.has(uri) && !isCopy.has(uri));
    const all = own.flatMap(uri => [uri, ...(copies.get(uri) ?? [])]);
    if (all.length > 1) stories.push(storyNode(index, rowsOf(own), all));
    else alone.push(...own);
  };
  for (const { documents: uris } of index.stories) {
    place(uris);
    yield;
  }
  for (const uri of shown) {
    if (!placed.has(uri)) place([uri]);
    yield;
  }
  stories.sort((a, b) => b.count - a.count || (b.days.last ?? 0) - (a.days.last ?? 0) || (a.uri! < b.uri! ? -1 : 1));
  const rest: StoryNode = { kind: 'story', children: rowsOf(alone), count: alone.length, days: {} };
  return alone.length ? [...stories, rest] : stories;
}

function storyNode(index: SourceIndex, children: StoryNode['children'], all: readonly DocumentUri[]): StoryNode {
  let uri = all[0]!;
  let [first, last] = [Infinity, -Infinity];
  for (const other of all) {
    const day = index.dayOf(other);
    // As inTime has them: of one day, and of those without, the one whose address comes first.
    if ((day ?? Infinity) < first || ((day ?? Infinity) === first && other < uri)) uri = other;
    if (day === undefined) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const days = last === -Infinity ? {} : { first, last };
  return { kind: 'story', uri, children, count: all.length, days };
}

/** The row of a story: the title of its longest text, or its first one's. */
export function storyItem(node: StoryNode, view: CorpusView, isOpen: boolean): vscode.TreeItem {
  const title =
    node.uri === undefined
      ? vscode.l10n.t('Told by one article alone')
      : visibleText(view.overview(node.uri)?.title ?? '');
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(title, isOpen ? Expanded : Collapsed);
  item.id = `story:${node.uri ?? ''}`;
  const count = documentsText(node.count);
  const days = daysText(node.days);
  item.description = node.uri === undefined ? String(node.count) : [count, days].filter(Boolean).join(', ');
  item.iconPath = new vscode.ThemeIcon(node.uri === undefined ? 'dash' : 'layers');
  item.contextValue = 'story';
  item.tooltip = [title, count, days].filter(Boolean).join(' – ');
  const spoken = node.uri === undefined ? [title, count] : [vscode.l10n.t('Story: {0}', title), count, days];
  item.accessibilityInformation = { label: spoken.filter(Boolean).join(', ') };
  return item;
}

export function moreItem({ of, hidden }: MoreNode, command: string): vscode.TreeItem {
  const label = vscode.l10n.t('Show more ({0} are not shown)', hidden);
  const item = new vscode.TreeItem(label);
  item.id = `more:${of}`;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.accessibilityInformation = { label };
  item.command = { command, title: label };
  return item;
}

/** Adds to a document's row how it stands to the text that it is listed below, or shares most with. */
export function tellRelation(item: vscode.TreeItem, node: DocumentNode, index: SourceIndex, view: CorpusView): void {
  const relation = index.relationOf(node.uri);
  const related = relatedText(relation, view);
  const overview = view.overview(node.uri);
  const facts = overview?.facts;
  const isFolded = relation !== undefined && relation.kind !== 'sharedText' && related !== '';
  // The end of a long row is not seen: what a row below another is comes first.
  if (isFolded) item.label = foldedLabel(relation, visibleText(overview?.title ?? ''));
  const texts = [
    isFolded ? '' : related,
    copiesText(node.copies.length),
    visibleText([facts?.publisher, facts?.date].filter(Boolean).join(', ')),
  ].filter(text => text !== '');
  const added = texts.join(' · ');
  item.description = [added, item.description].filter(Boolean).join(' · ');
  if (item.accessibilityInformation)
    item.accessibilityInformation = {
      label: [item.accessibilityInformation.label, isFolded ? related : '', ...texts].filter(Boolean).join(', '),
    };
  if (node.copies.length) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
}

/** Adds the same to a document's tooltip. */
export function tellRelationAtLength(
  tooltip: vscode.MarkdownString,
  node: DocumentNode,
  index: SourceIndex,
  view: CorpusView,
): void {
  const related = relatedText(index.relationOf(node.uri), view);
  if (!related) return;
  tooltip.appendMarkdown('\n\n');
  appendPlain(tooltip, related);
}

function relatedText(relation: CopyRelation | undefined, view: CorpusView): string {
  const title = relation && view.overview(relation.longer)?.title;
  return relation && title !== undefined ? relationText(relation.kind, visibleText(title), relation.ofShorter) : '';
}

function foldedLabel({ kind, ofShorter }: CopyRelation, title: string): string {
  const percent = Math.round(100 * ofShorter);
  return kind === 'abridged'
    ? vscode.l10n.t('Abridged, {0}% in common: {1}', percent, title)
    : vscode.l10n.t('Copy, {0}% in common: {1}', percent, title);
}

function copiesText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? vscode.l10n.t('1 copy') : vscode.l10n.t('{0} copies', count);
}

/** "2025-05-12", "2025-05-12 to 2025-05-14"; empty where no date is known. */
export function daysText({ first, last }: StoryNode['days']): string {
  if (first === undefined || last === undefined) return '';
  return first === last ? dayText(first) : vscode.l10n.t('{0} to {1}', dayText(first), dayText(last));
}

/** A day since 1970 as ISO 8601 writes it. */
export const dayText = (day: number): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10);

const MS_A_DAY = 86_400_000;
