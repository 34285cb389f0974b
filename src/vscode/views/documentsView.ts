import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus, type CorpusDocument } from '../../app/corpus';
import { type AnnotationOverview, type CorpusView } from '../../app/corpusView';
import { type SourceIndex } from '../../app/sourceIndex';
import { type FileNode, folderTree } from '../../core/corpus/folderTree';
import { openSuggestions } from '../../app/tagging';
import { type Rollup } from '../../core/annotation/rollup';
import { ContextKey } from '../contextKey';
import { annotationsText, documentsText, reviewedText } from '../labels';
import { appendPlain } from '../markdownText';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../names';
import { annotationItem, annotationTooltip } from './annotationItem';
import { documentItem, documentTooltip, rollupTexts } from './documentItem';
import { Refresher } from '../refresher';
import { ShownRows } from './shownRows';
import { type Settings } from '../settings';
import {
  type DocumentNode,
  moreItem,
  type MoreNode,
  page,
  storyItem,
  type StoryNode,
  storyRows,
  tellRelation,
  tellRelationAtLength,
} from './storyRows';

/** A row of the documents view. */
export type DocumentsNode =
  | {
      readonly kind: 'folder';
      readonly name: string;
      readonly path: string;
      readonly children: readonly DocumentsNode[];
      /** All documents below it. */
      readonly documents: readonly string[];
    }
  | StoryNode
  | DocumentNode
  | MoreNode
  | { readonly kind: 'annotation'; readonly overview: AnnotationOverview };
type FolderNode = Extract<DocumentsNode, { readonly kind: 'folder' }>;

/** How documents are grouped. */
export const DOCUMENT_GROUPINGS = ['folder', 'story'] as const;
export type DocumentGrouping = (typeof DOCUMENT_GROUPINGS)[number];

const GROUPING_KEY = 'pressmark.documentGrouping';

/** Why the view is empty, for its welcome texts; `ready` where it is not. */
type CorpusState = 'noFolder' | 'looking' | 'notCorpus' | 'empty' | 'filtered' | 'ready';

/** What the view shows, and whom it asks. */
export interface DocumentsViewParts {
  readonly corpus: Corpus;
  readonly view: CorpusView;
  readonly store: AnnotationStore;
  readonly analysis: Analysis;
  readonly sources: SourceIndex;
  readonly settings: Pick<Settings, 'highlightKinds'>;
}

/** The tree of the corpus' documents by folder or by story, each with its annotations. */
export class DocumentsView implements vscode.TreeDataProvider<DocumentsNode>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<DocumentsNode[] | undefined>();
  private readonly state = new ContextKey<CorpusState>(CONTEXT_KEYS.corpusState);
  private readonly isFiltered = new ContextKey<boolean>(CONTEXT_KEYS.isFiltered);
  private readonly tree: vscode.TreeView<DocumentsNode>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly refresher = new Refresher(changed => this.refresh(changed));
  /** Each with how many of its documents were reviewed when that was looked at last. */
  private readonly folders = new Map<FolderNode, number>();
  private readonly groupingKey = new ContextKey<DocumentGrouping>(CONTEXT_KEYS.documentGrouping);
  private readonly shownRows = new ShownRows();
  private documentNodes: ReadonlyMap<string, DocumentNode> = new Map();
  private stories: readonly StoryNode[] = [];
  private progress: string | undefined;
  private isReady = false;
  private filter = '';

  readonly onDidChangeTreeData = this.changes.event;

  constructor(
    private readonly parts: DocumentsViewParts,
    private readonly memento: vscode.Memento,
  ) {
    const { corpus, view, store, analysis, sources } = parts;
    this.groupingKey.set(this.grouping);
    this.tree = vscode.window.createTreeView(VIEWS.documents, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.tree,
      this.changes,
      this.refresher,
      corpus.onDidChange(({ folders, added, removed, sidecars }) => {
        // A sidecar alone makes a row, and takes it away again, where its article is missing.
        const isOtherRows = (uri: string): boolean =>
          this.documentNodes.has(uri) !== (corpus.document(uri) !== undefined);
        if (folders || added.length || removed.length || sidecars.some(isOtherRows)) this.refresher.all();
        else this.refresher.some(sidecars);
      }),
      store.onDidChange(uri => this.refresher.some([uri])),
      view.onDidChangeAnnotations(uris => this.refresher.some(uris)),
      analysis.onDidChange(uris => this.refresher.some(uris)),
      sources.onDidChange(() => {
        if (this.grouping === 'story') this.refresher.all();
      }),
    ];
    this.updateState();
  }

  /** The row that is selected; undefined where none is. */
  get selected(): DocumentsNode | undefined {
    return this.tree.selection[0];
  }

  /** The words that documents are filtered by; empty for no filter. */
  get filterText(): string {
    return this.filter;
  }

  /** Shows only documents whose title, publisher or path holds all of these words. */
  setFilter(text: string): void {
    this.filter = text.trim();
    this.isFiltered.set(this.filter !== '');
    this.refresher.all();
  }

  get grouping(): DocumentGrouping {
    return this.memento.get<string>(GROUPING_KEY) === 'story' ? 'story' : 'folder';
  }

  async setGrouping(grouping: DocumentGrouping): Promise<void> {
    await this.memento.update(GROUPING_KEY, grouping);
    this.groupingKey.set(grouping);
    this.refresher.all();
  }

  /** What is being done in the background, in words; undefined where nothing is. Stands above the tree. */
  setProgress(text: string | undefined): void {
    if (text === this.progress) return;
    this.progress = text;
    this.updateMessage();
  }

  /** What stands above the tree. */
  get message(): string | undefined {
    return this.tree.message;
  }

  /** Shows another page of a list that is cut short. */
  showMore(node: MoreNode): void {
    this.shownRows.showMore(node.of);
    this.changes.fire(undefined);
  }

  getChildren(node?: DocumentsNode): DocumentsNode[] {
    if (!node) return [...this.roots()];
    switch (node.kind) {
      case 'folder':
        return [...node.children];
      case 'story':
        return [...page(this.shownRows, node.uri ?? '', node.children)];
      case 'document':
        return [
          ...node.copies,
          ...this.parts.view
            .annotationsOf(node.uri)
            .map((overview): DocumentsNode => ({ kind: 'annotation', overview })),
        ];
      case 'annotation':
      case 'more':
        return [];
    }
  }

  getTreeItem(node: DocumentsNode): vscode.TreeItem {
    switch (node.kind) {
      case 'folder':
        return folderItem(node, this.parts.view.rollup(node.documents).documents);
      case 'story':
        return storyItem(node, this.parts.view, this.isOpenAtFirst(node));
      case 'document':
        return this.documentRow(node);
      case 'more':
        return moreItem(node, COMMANDS.openDocumentsRow);
      case 'annotation':
        return annotationItem(node.overview, COMMANDS.openDocumentsRow);
    }
  }

  resolveTreeItem(item: vscode.TreeItem, node: DocumentsNode): vscode.TreeItem {
    switch (node.kind) {
      case 'annotation':
        item.tooltip = annotationTooltip(node.overview);
        break;
      case 'folder':
        item.tooltip = folderTooltip(node, this.parts.view.rollup(node.documents));
        break;
      case 'document': {
        const overview = this.parts.view.overview(node.uri);
        const record = this.parts.analysis.openRecord(node.uri);
        const open = record && openSuggestions(record, this.parts.settings.highlightKinds).length;
        if (!overview) break;
        const tooltip = documentTooltip(overview, open);
        if (this.grouping === 'story') tellRelationAtLength(tooltip, node, this.parts.sources, this.parts.view);
        item.tooltip = tooltip;
        break;
      }
      case 'story':
      case 'more':
    }
    return item;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private documentRow(node: DocumentNode): vscode.TreeItem {
    const overview = this.parts.view.overview(node.uri);
    if (!overview) return new vscode.TreeItem('');
    const item = documentItem(overview);
    if (this.grouping === 'story') tellRelation(item, node, this.parts.sources, this.parts.view);
    return item;
  }

  /** The stories at the top are open, as many as fit on a page; what nobody else tells of is not. */
  private isOpenAtFirst(node: StoryNode): boolean {
    if (node.uri === undefined) return false;
    let rows = 0;
    for (const story of this.stories) {
      rows += story.count;
      if (story.uri === node.uri) return rows <= OPEN_AT_FIRST;
    }
    return false;
  }

  private refresh(changed: 'all' | ReadonlySet<string>): void {
    this.updateState();
    // A filter looks at titles, and those come with the analysis.
    if (changed === 'all' || this.filter) this.changes.fire(undefined);
    else {
      const nodes = [...changed].flatMap((uri): DocumentsNode[] => {
        const node = this.documentNodes.get(uri);
        return node ? [node, ...this.foldersToDraw(uri)] : [];
      });
      if (nodes.length) this.changes.fire(nodes);
    }
  }

  private shown(): readonly CorpusDocument[] {
    if (!this.filter) return this.parts.corpus.documents;
    const words = this.filter.toLowerCase().split(/\s+/);
    return this.parts.corpus.documents.filter(document => {
      const overview = this.parts.view.overview(document.uri);
      const haystack = [overview?.title, overview?.facts.publisher, document.path].join(' ').toLowerCase();
      return words.every(word => haystack.includes(word));
    });
  }

  private roots(): readonly DocumentsNode[] {
    const documents = this.shown();
    this.folders.clear();
    if (this.grouping === 'story') {
      const rows = storyRows(this.parts.sources, new Set(documents.map(({ uri }) => uri)));
      this.documentNodes = rows.documents;
      this.stories = rows.roots;
      return page(this.shownRows, 'stories', rows.roots);
    }
    const corpora = this.parts.corpus.folders.filter(({ state }) => state === 'corpus' || state === 'scanning');
    this.documentNodes = new Map(documents.map(({ uri }) => [uri, { kind: 'document', uri, copies: [] }]));
    const treeOf = (folder: string): readonly DocumentsNode[] => {
      const own = documents.filter(document => document.folder.uri === folder);
      return folderTree(own, document => document.path).map(node => this.toNode(node, folder));
    };
    if (corpora.length <= 1) return corpora.flatMap(({ folder }) => treeOf(folder.uri));
    return corpora
      .map(({ folder }) => this.folderNode(folder.name, folder.uri, treeOf(folder.uri)))
      .filter(({ documents }) => documents.length > 0);
  }

  private toNode(node: FileNode<CorpusDocument>, root: string): DocumentsNode {
    return node.kind === 'leaf'
      ? this.documentNodes.get(node.item.uri)!
      : this.folderNode(
          node.name,
          `${root}/${node.path}`,
          node.children.map(child => this.toNode(child, root)),
        );
  }

  private folderNode(name: string, path: string, children: readonly DocumentsNode[]): FolderNode {
    const documents = children.flatMap(child =>
      child.kind === 'folder' ? child.documents : child.kind === 'document' ? [child.uri] : [],
    );
    const node: FolderNode = { kind: 'folder', name, path, children, documents };
    this.folders.set(node, this.parts.view.rollup(documents).documents);
    return node;
  }

  /** The folders of a document whose rows are to be drawn again: what they say of reviews is not so any more. */
  private foldersToDraw(uri: string): readonly FolderNode[] {
    return [...this.folders].flatMap(([node, drawn]) => {
      if (!node.documents.includes(uri)) return [];
      const now = this.parts.view.rollup(node.documents).documents;
      this.folders.set(node, now);
      return now === drawn ? [] : [node];
    });
  }

  private updateState(): void {
    const state = this.corpusState();
    this.state.set(state);
    this.isReady = state === 'ready';
    this.updateMessage();
    this.tree.description = this.grouping === 'story' ? vscode.l10n.t('by story') : '';
  }

  /** A message would stand in the place of the welcome text, which says what to do. */
  private updateMessage(): void {
    const filter = this.filter === '' ? '' : vscode.l10n.t('Filtered by “{0}”', this.filter);
    const message = [filter, this.progress].filter(Boolean).join(' · ');
    this.tree.message = this.isReady && message ? message : undefined;
  }

  private corpusState(): CorpusState {
    const states = this.parts.corpus.folders.map(({ state }) => state);
    if (states.length === 0) return 'noFolder';
    if (this.parts.corpus.documents.length) return this.filter && !this.shown().length ? 'filtered' : 'ready';
    if (states.some(state => state === 'unknown' || state === 'scanning')) return 'looking';
    return states.includes('corpus') ? 'empty' : 'notCorpus';
  }
}

/** So many rows of stories are open before anybody opened one. */
const OPEN_AT_FIRST = 60;

function folderItem({ name, path, documents }: FolderNode, reviewed: number): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  const count = documents.length;
  item.id = `folder:${path}`;
  item.iconPath = vscode.ThemeIcon.Folder;
  item.description = reviewed ? reviewedText(reviewed, count) : String(count);
  item.contextValue = 'folder';
  const spoken = [name, documentsText(count), reviewed ? reviewedText(reviewed, count) : ''];
  item.accessibilityInformation = { label: spoken.filter(text => text !== '').join(', ') };
  return item;
}

/** What the annotations of all its documents come to. */
function folderTooltip(
  { name, documents }: FolderNode,
  rollup: Rollup & { readonly documents: number },
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  const lines = [
    name,
    [documentsText(documents.length), rollup.documents ? reviewedText(rollup.documents, documents.length) : ''],
    [annotationsText(rollup.count), rollup.reviewed ? reviewedText(rollup.reviewed, rollup.count) : ''],
    ...rollupTexts(rollup),
  ].map(line => (typeof line === 'string' ? line : line.filter(text => text !== '').join(', ')));
  for (const line of lines.filter(text => text !== '')) {
    appendPlain(markdown, line);
    markdown.appendMarkdown('\n\n');
  }
  return markdown;
}
