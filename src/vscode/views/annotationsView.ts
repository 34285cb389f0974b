import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus } from '../../app/corpus';
import { type AnnotationOverview, type CorpusView, needsAttention } from '../../app/corpusView';
import { groupAnnotations, type Grouping, GROUPINGS } from '../../core/annotation/grouping';
import { type Credibility, type Reliability } from '../../core/annotation/model';
import { ContextKey } from '../contextKey';
import { annotationsText, credibilityLabels, groupingLabels, reliabilityLabels, stanceName } from '../labels';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../names';
import { stanceColor, stanceIcon } from '../stanceLook';
import { annotationItem } from './annotationItem';
import { Refresher } from '../refresher';

const GROUPING_KEY = 'pressmark.annotationGrouping';

/** A row of the annotations view. */
export type AnnotationsNode =
  | { readonly kind: 'attention'; readonly items: readonly AnnotationOverview[] }
  | { readonly kind: 'group'; readonly value: string | undefined; readonly items: readonly AnnotationOverview[] }
  | { readonly kind: 'annotation'; readonly overview: AnnotationOverview };

/** All annotations of the corpus, grouped; what needs attention comes first. */
export class AnnotationsView implements vscode.TreeDataProvider<AnnotationsNode>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<undefined>();
  private readonly hasAnnotations = new ContextKey<boolean>(CONTEXT_KEYS.hasAnnotations);
  private readonly tree: vscode.TreeView<AnnotationsNode>;
  private readonly subscriptions: vscode.Disposable[];

  readonly onDidChangeTreeData = this.changes.event;

  constructor(
    private readonly view: CorpusView,
    corpus: Corpus,
    store: AnnotationStore,
    analysis: Analysis,
    private readonly memento: vscode.Memento,
  ) {
    this.tree = vscode.window.createTreeView(VIEWS.annotations, { treeDataProvider: this, showCollapseAll: true });
    const refresher = new Refresher(() => this.refresh());
    const annotated = (uris: Iterable<string>): readonly string[] =>
      [...uris].filter(uri => store.annotations(uri).length > 0);
    this.subscriptions = [
      this.tree,
      this.changes,
      refresher,
      corpus.onDidChange(({ folders, removed }) => {
        if (folders || removed.length) refresher.all();
      }),
      store.onDidChange(() => refresher.all()),
      view.onDidChangeCodebooks(() => refresher.all()),
      analysis.onDidChange(uris => refresher.some(annotated(uris))),
    ];
    this.refresh();
  }

  /** The row that is selected; undefined where none is. */
  get selected(): AnnotationsNode | undefined {
    return this.tree.selection[0];
  }

  get grouping(): Grouping {
    const stored = this.memento.get<string>(GROUPING_KEY);
    return GROUPINGS.find(grouping => grouping === stored) ?? 'document';
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.memento.update(GROUPING_KEY, grouping);
    this.refresh();
  }

  getChildren(node?: AnnotationsNode): AnnotationsNode[] {
    if (!node) return this.roots();
    if (node.kind === 'annotation') return [];
    return node.items.map(overview => ({ kind: 'annotation', overview }));
  }

  getTreeItem(node: AnnotationsNode): vscode.TreeItem {
    if (node.kind === 'annotation') {
      const isByDocument = this.grouping === 'document' && !needsAttention(node.overview);
      const where = isByDocument ? undefined : this.titleOf(node.overview.document);
      return annotationItem(node.overview, COMMANDS.openAnnotationsRow, where);
    }
    return node.kind === 'attention' ? attentionItem(node.items.length) : this.groupItem(node.value, node.items.length);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private refresh(): void {
    const count = this.view.annotationCount;
    this.hasAnnotations.set(count > 0);
    this.tree.description = count ? vscode.l10n.t('by {0}', groupingLabels()[this.grouping].toLowerCase()) : '';
    this.changes.fire(undefined);
  }

  private roots(): AnnotationsNode[] {
    const all = this.view.annotations;
    const attention = all.filter(needsAttention);
    const groups = groupAnnotations(
      all.filter(overview => !needsAttention(overview)),
      this.grouping,
      overview => overview.annotation,
      overview => overview.document,
    );
    return [
      ...(attention.length ? [{ kind: 'attention', items: attention } as const] : []),
      ...groups.map(({ value, items }) => ({ kind: 'group', value, items }) as const),
    ];
  }

  private groupItem(value: string | undefined, count: number): vscode.TreeItem {
    const { label, icon } = this.groupLabel(value);
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
    item.id = `group:${this.grouping}:${value ?? ''}`;
    item.description = String(count);
    if (icon) item.iconPath = icon;
    item.accessibilityInformation = { label: `${label}, ${annotationsText(count)}` };
    return item;
  }

  private groupLabel(value: string | undefined): { readonly label: string; readonly icon?: vscode.ThemeIcon } {
    switch (this.grouping) {
      case 'document':
        return { label: this.titleOf(value ?? ''), icon: new vscode.ThemeIcon('file-text') };
      case 'stance': {
        const icon = new vscode.ThemeIcon(stanceIcon(value), new vscode.ThemeColor(stanceColor(value)));
        return { label: value === undefined ? vscode.l10n.t('No stance') : stanceName(value), icon };
      }
      case 'target':
        return { label: value ?? vscode.l10n.t('No target'), icon: new vscode.ThemeIcon('target') };
      case 'reliability':
        return {
          label: value ? `${value}: ${reliabilityLabels()[value as Reliability].label}` : vscode.l10n.t('Not rated'),
        };
      case 'credibility':
        return {
          label: value
            ? `${value}: ${credibilityLabels()[Number(value) as Credibility].label}`
            : vscode.l10n.t('Not rated'),
        };
    }
  }

  private titleOf(document: string): string {
    return this.view.overview(document)?.title ?? '';
  }
}

function attentionItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Needs attention'), vscode.TreeItemCollapsibleState.Expanded);
  item.id = 'attention';
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = vscode.l10n.t(
    'The article has changed since these passages were tagged, and they could not be found again with certainty.',
  );
  item.accessibilityInformation = { label: `${vscode.l10n.t('Needs attention')}, ${annotationsText(count)}` };
  return item;
}
