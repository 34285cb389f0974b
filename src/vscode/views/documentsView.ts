import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus, type CorpusDocument } from '../../app/corpus';
import { type AnnotationOverview, type CorpusView } from '../../app/corpusView';
import { inSlices } from '../../app/inSlices';
import { type Clock, type Folder } from '../../app/ports';
import { type SourceIndex } from '../../app/sourceIndex';
import { openSuggestions } from '../../app/tagging';
import { drained } from '../../core/drained';
import { ContextKey } from '../contextKey';
import { COMMANDS, CONTEXT_KEYS } from '../names';
import { annotationItem, annotationTooltip } from './annotationItem';
import { documentItem, documentTooltip } from './documentItem';
import { Refresher } from '../refresher';
import { folderItem, folderTooltip } from './folderItem';
import { type FolderNode, FolderRows } from './folderRows';
import { type LateTree } from './lateTree';
import { ReviewedDocuments } from './reviewedDocuments';
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
  | FolderNode
  | StoryNode
  | DocumentNode
  | MoreNode
  | { readonly kind: 'annotation'; readonly overview: AnnotationOverview };

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
  readonly clock: Pick<Clock, 'now' | 'pause'>;
}

/** The tree of the corpus' documents by folder or by story, each with its annotations. */
export class DocumentsView implements vscode.TreeDataProvider<DocumentsNode>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<DocumentsNode[] | undefined>();
  private readonly state = new ContextKey<CorpusState>(CONTEXT_KEYS.corpusState);
  private readonly isFiltered = new ContextKey<boolean>(CONTEXT_KEYS.isFiltered);
  private readonly tree: vscode.TreeView<DocumentsNode>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly refresher = new Refresher(changed => this.refresh(changed));
  /** The documents that are shown, by folder. */
  private readonly folders = new FolderRows();
  private readonly reviewed = new ReviewedDocuments();
  private readonly groupingKey = new ContextKey<DocumentGrouping>(CONTEXT_KEYS.documentGrouping);
  private readonly shownRows = new ShownRows();
  /** The rows of documents that were asked for. */
  private readonly documentNodes = new Map<string, DocumentNode>();
  private stories: readonly StoryNode[] = [];
  private progress: string | undefined;
  private isReady = false;
  private filter = '';

  readonly onDidChangeTreeData = this.changes.event;

  constructor(
    private readonly parts: DocumentsViewParts,
    private readonly memento: vscode.Memento,
    tree: LateTree<DocumentsNode>,
  ) {
    const { corpus, view, store, analysis, sources } = parts;
    this.groupingKey.set(this.grouping);
    this.tree = tree.attach(this);
    this.subscriptions = [
      this.changes,
      this.refresher,
      corpus.onDidChange(({ folders, added, removed, sidecars }) => {
        if (folders && this.folders.setFolders(this.corpora())) drained(this.listingAnew());
        // A sidecar alone makes a row, and takes it away again, where its article is missing.
        const isOtherRows = this.list([...added, ...removed, ...sidecars]);
        if (folders || isOtherRows) this.refresher.all();
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

  /** Shows only documents whose title, publisher or path holds all of these words. Resolves when all were looked at. */
  async setFilter(text: string): Promise<void> {
    const filter = text.trim();
    this.filter = filter;
    this.isFiltered.set(filter !== '');
    await inSlices(this.listingAnew(), this.parts.clock, () => this.filter === filter);
    if (this.filter === filter) this.refresher.all();
  }

  get grouping(): DocumentGrouping {
    return this.memento.get<string>(GROUPING_KEY) === 'story' ? 'story' : 'folder';
  }

  async setGrouping(grouping: DocumentGrouping): Promise<void> {
    await this.memento.update(GROUPING_KEY, grouping);
    this.groupingKey.set(grouping);
    this.documentNodes.clear();
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
    this.shownRows.showMore(node.of, node.next);
    this.changes.fire(undefined);
  }

  getChildren(node?: DocumentsNode): DocumentsNode[] | Promise<DocumentsNode[]> {
    if (!node) return this.grouping === 'story' ? this.storyRoots() : [...this.folderRoots()];
    switch (node.kind) {
      case 'folder':
        return [...page(this.shownRows, node.path, this.folders.children(node, this.documentNode), FOLDER_PAGE)];
      case 'story':
        return [...page(this.shownRows, node.uri ?? '', node.children())];
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
        return folderItem(node, this.reviewed.in(node), this.folders.count <= OPEN_DOCUMENTS);
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
        item.tooltip = folderTooltip(node, this.parts.view.rollup([...node.folder.items()]));
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

  private readonly documentNode = (uri: string): DocumentNode => {
    let node = this.documentNodes.get(uri);
    if (!node) this.documentNodes.set(uri, (node = { kind: 'document', uri, copies: NO_COPIES }));
    return node;
  };

  private refresh(changed: 'all' | ReadonlySet<string>): void {
    // A filter looks at titles, and those come with the analysis.
    const isOtherRows = changed !== 'all' && this.filter !== '' && this.list(changed);
    this.updateState();
    if (changed === 'all' || isOtherRows) this.changes.fire(undefined);
    else {
      const nodes = [...changed].flatMap((uri): DocumentsNode[] => {
        const node = this.documentNodes.get(uri);
        return [...(node ? [node] : []), ...this.foldersToDraw(uri)];
      });
      if (nodes.length) this.changes.fire(nodes);
    }
  }

  /** The folders that are shown: those whose listing is under way, too. */
  private corpora(): readonly Folder[] {
    const isCorpus = (state: string): boolean => state === 'corpus' || state === 'scanning';
    return this.parts.corpus.folders.filter(({ state }) => isCorpus(state)).map(({ folder }) => folder);
  }

  /** Takes in what is to be shown of all documents, some of them a step. What changes between two steps is taken in by `list`. */
  private *listingAnew(): Generator<void, void> {
    const words = this.filterWords();
    this.documentNodes.clear();
    this.folders.clear();
    let looked = 0;
    for (const document of this.parts.corpus.eachDocument()) {
      if (this.isShown(document, words)) this.folders.set(document.uri, true);
      if (++looked % DOCUMENTS_A_STEP === 0) yield;
    }
  }

  /** Takes in whether these documents are to be shown; true where there are other rows now. */
  private list(uris: Iterable<string>): boolean {
    const words = this.filterWords();
    let isOther = false;
    for (const uri of uris) {
      const document = this.parts.corpus.document(uri);
      const isShown = document !== undefined && this.isShown(document, words);
      if (!isShown) this.documentNodes.delete(uri);
      if (this.folders.set(uri, isShown)) isOther = true;
    }
    return isOther;
  }

  private isShown({ uri, path }: CorpusDocument, words: readonly string[]): boolean {
    if (words.length === 0) return true;
    const { title, publisher } = this.parts.view.namesOf(uri);
    const haystack = `${title} ${publisher ?? ''} ${path}`.toLowerCase();
    return words.every(word => haystack.includes(word));
  }

  private filterWords(): readonly string[] {
    return this.filter
      .toLowerCase()
      .split(/\s+/)
      .filter(word => word !== '');
  }

  private folderRoots(): readonly DocumentsNode[] {
    const { view, store } = this.parts;
    this.reviewed.reset(
      store.documents.filter(uri => view.rollup([uri]).documents > 0),
      uri => this.folders.foldersOf(uri),
    );
    return page(this.shownRows, '', this.folders.roots(this.documentNode), FOLDER_PAGE);
  }

  private async storyRoots(): Promise<DocumentsNode[]> {
    const { sources, clock } = this.parts;
    const making = storyRows(sources, this.folders.documents(), this.documentNodes);
    const rows = await inSlices(making, clock, () => this.grouping === 'story');
    if (!rows) return [];
    this.documentNodes.clear();
    this.stories = rows;
    return [...page(this.shownRows, 'stories', rows)];
  }

  /** The folders of a document whose rows are to be drawn again: what they say of reviews is not so any more. */
  private foldersToDraw(uri: string): readonly FolderNode[] {
    if (this.grouping === 'story') return [];
    const isReviewed = this.parts.view.rollup([uri]).documents > 0;
    return this.reviewed.set(uri, isReviewed, () => this.folders.foldersOf(uri));
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
    if (this.folders.count) return 'ready';
    if (this.filter && this.parts.corpus.documents.length) return 'filtered';
    if (states.some(state => state === 'unknown' || state === 'scanning')) return 'looking';
    return states.includes('corpus') ? 'empty' : 'notCorpus';
  }
}

/** So many rows of stories are open before anybody opened one. */
const OPEN_AT_FIRST = 60;
/** Folders of corpora of so many documents are open before anybody opened one: of larger ones all rows would be made at once. */
const OPEN_DOCUMENTS = 500;
/** So many documents are looked at before somebody else may get a turn. */
const DOCUMENTS_A_STEP = 512;
/** So many rows of a folder are shown at first. */
const FOLDER_PAGE = 1000;

const NO_COPIES: readonly DocumentNode[] = [];
