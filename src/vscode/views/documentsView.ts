import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus, type CorpusDocument } from '../../app/corpus';
import { type AnnotationOverview, type CorpusView } from '../../app/corpusView';
import { type FileNode, folderTree } from '../../core/corpus/folderTree';
import { openSuggestions } from '../../app/tagging';
import { type Rollup } from '../../core/annotation/rollup';
import { ContextKey } from '../contextKey';
import { annotationsText, reviewedText } from '../labels';
import { appendPlain } from '../markdownText';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../names';
import { annotationItem, annotationTooltip } from './annotationItem';
import { documentItem, documentTooltip, rollupTexts } from './documentItem';
import { Refresher } from '../refresher';
import { type Settings } from '../settings';

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
  | DocumentNode
  | { readonly kind: 'annotation'; readonly overview: AnnotationOverview };
type FolderNode = Extract<DocumentsNode, { readonly kind: 'folder' }>;
interface DocumentNode {
  readonly kind: 'document';
  readonly uri: string;
}

/** Why the view is empty, for its welcome texts; `ready` where it is not. */
type CorpusState = 'noFolder' | 'looking' | 'notCorpus' | 'empty' | 'filtered' | 'ready';

/** The tree of the corpus' documents by folder, each with its annotations. */
export class DocumentsView implements vscode.TreeDataProvider<DocumentsNode>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<DocumentsNode[] | undefined>();
  private readonly state = new ContextKey<CorpusState>(CONTEXT_KEYS.corpusState);
  private readonly isFiltered = new ContextKey<boolean>(CONTEXT_KEYS.isFiltered);
  private readonly tree: vscode.TreeView<DocumentsNode>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly refresher = new Refresher(changed => this.refresh(changed));
  /** Each with how many of its documents were reviewed when that was looked at last. */
  private readonly folders = new Map<FolderNode, number>();
  private documentNodes = new Map<string, DocumentNode>();
  private filter = '';

  readonly onDidChangeTreeData = this.changes.event;

  constructor(
    private readonly corpus: Corpus,
    private readonly view: CorpusView,
    store: AnnotationStore,
    private readonly analysis: Analysis,
    private readonly settings: Pick<Settings, 'highlightKinds'>,
  ) {
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

  getChildren(node?: DocumentsNode): DocumentsNode[] {
    if (!node) return [...this.roots()];
    switch (node.kind) {
      case 'folder':
        return [...node.children];
      case 'document':
        return this.view.annotationsOf(node.uri).map(overview => ({ kind: 'annotation', overview }));
      case 'annotation':
        return [];
    }
  }

  getTreeItem(node: DocumentsNode): vscode.TreeItem {
    switch (node.kind) {
      case 'folder':
        return folderItem(node, this.view.rollup(node.documents).documents);
      case 'document': {
        const overview = this.view.overview(node.uri);
        return overview ? documentItem(overview) : new vscode.TreeItem('');
      }
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
        item.tooltip = folderTooltip(node, this.view.rollup(node.documents));
        break;
      case 'document': {
        const overview = this.view.overview(node.uri);
        const record = this.analysis.openRecord(node.uri);
        const open = record && openSuggestions(record, this.settings.highlightKinds).length;
        if (overview) item.tooltip = documentTooltip(overview, open);
      }
    }
    return item;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
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
    if (!this.filter) return this.corpus.documents;
    const words = this.filter.toLowerCase().split(/\s+/);
    return this.corpus.documents.filter(document => {
      const overview = this.view.overview(document.uri);
      const haystack = [overview?.title, overview?.facts.publisher, document.path].join(' ').toLowerCase();
      return words.every(word => haystack.includes(word));
    });
  }

  private roots(): readonly DocumentsNode[] {
    const documents = this.shown();
    const corpora = this.corpus.folders.filter(({ state }) => state === 'corpus' || state === 'scanning');
    this.folders.clear();
    this.documentNodes = new Map(documents.map(({ uri }) => [uri, { kind: 'document', uri }]));
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
    this.folders.set(node, this.view.rollup(documents).documents);
    return node;
  }

  /** The folders of a document whose rows are to be drawn again: what they say of reviews is not so any more. */
  private foldersToDraw(uri: string): readonly FolderNode[] {
    return [...this.folders].flatMap(([node, drawn]) => {
      if (!node.documents.includes(uri)) return [];
      const now = this.view.rollup(node.documents).documents;
      this.folders.set(node, now);
      return now === drawn ? [] : [node];
    });
  }

  private updateState(): void {
    const state = this.corpusState();
    this.state.set(state);
    // A message would stand in the place of the welcome text, which says what to do.
    const isShown = this.filter !== '' && state === 'ready';
    this.tree.message = isShown ? vscode.l10n.t('Filtered by “{0}”', this.filter) : undefined;
  }

  private corpusState(): CorpusState {
    const states = this.corpus.folders.map(({ state }) => state);
    if (states.length === 0) return 'noFolder';
    if (this.corpus.documents.length) return this.filter && !this.shown().length ? 'filtered' : 'ready';
    if (states.some(state => state === 'unknown' || state === 'scanning')) return 'looking';
    return states.includes('corpus') ? 'empty' : 'notCorpus';
  }
}

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

const documentsText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', count);
