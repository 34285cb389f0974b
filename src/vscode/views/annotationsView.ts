import * as vscode from 'vscode';
import { type AnnotationIndex } from '../../app/annotationIndex';
import { type Corpus } from '../../app/corpus';
import { type AnnotationOverview, type ListedLink, needsAttention } from '../../app/corpusView';
import { type ReviewGroup, ReviewList } from '../../app/reviewList';
import { NO_VALUE } from '../../core/annotation/facets';
import { type AnnotationFilter, isFiltering, parseFilter, printFilter } from '../../core/annotation/filter';
import { type Grouping, GROUPINGS } from '../../core/annotation/grouping';
import { isReviewed } from '../../core/annotation/review';
import { type Sorting, SORTINGS } from '../../core/annotation/sorting';
import { type CodeColour } from '../../core/codebook/schemes';
import { visibleText } from '../../core/text/visibleText';
import { ContextKey } from '../contextKey';
import { annotationsText, facetLabels, type FacetNames, facetValueLabel, filterText, reviewedText } from '../labels';
import { COMMANDS, CONTEXT_KEYS } from '../names';
import { Refresher } from '../refresher';
import { CODE_COLORS, stanceColor, stanceIcon } from '../stanceLook';
import { annotationItem, annotationTooltip } from './annotationItem';
import { type LateTree } from './lateTree';
import { linkItem } from './linkItem';

const GROUPING_KEY = 'pressmark.annotationGrouping';
const SORTING_KEY = 'pressmark.annotationSorting';
const FILTER_KEY = 'pressmark.annotationFilter';

/** So many rows a group shows at first, and more each time more are asked for: a tree of thousands is slow to draw and to walk. */
const PAGE = 100;

/** A group of the view. Lives as long as its group does, so that the tree knows it again. */
interface GroupNode {
  readonly kind: 'group';
  group: ReviewGroup;
  /** How many rows are shown. */
  shown: number;
  /** The rows that the tree asked for, by annotation. */
  rows: Map<string, AnnotationNode>;
  readonly more: MoreNode;
}
interface AnnotationNode {
  readonly kind: 'annotation';
  overview: AnnotationOverview;
  readonly group: GroupNode;
}
interface MoreNode {
  readonly kind: 'more';
  readonly group: GroupNode;
}

interface LinkNode {
  readonly kind: 'link';
  readonly link: ListedLink;
  readonly place: number;
  readonly row: AnnotationNode;
  readonly group: GroupNode;
}

/** A row of the annotations view. */
export type AnnotationsNode = GroupNode | AnnotationNode | LinkNode | MoreNode;

/** What a checkbox was set to. */
export interface Checked {
  readonly overview: AnnotationOverview;
  readonly reviewed: boolean;
}

const rowId = ({ document, annotation }: AnnotationOverview): string => `${document}#${annotation.id}`;

/** The annotations of the corpus as a list to review: filtered, grouped and sorted; what needs attention comes first. */
export class AnnotationsView implements vscode.TreeDataProvider<AnnotationsNode>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<AnnotationsNode[] | undefined>();
  private readonly checks = new vscode.EventEmitter<readonly Checked[]>();
  private readonly filters = new vscode.EventEmitter<void>();
  private readonly hasAnnotations = new ContextKey<boolean>(CONTEXT_KEYS.hasAnnotations);
  private readonly filterState = new ContextKey<'off' | 'on' | 'empty'>(CONTEXT_KEYS.annotationFilter);
  private readonly tree: vscode.TreeView<AnnotationsNode>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly list: ReviewList;
  private groups = new Map<string, GroupNode>();

  readonly onDidChangeTreeData = this.changes.event;
  /** Fires with the checkboxes that the user set or cleared. */
  readonly onDidCheck = this.checks.event;
  /** Fires when another filter is set. */
  readonly onDidFilter = this.filters.event;

  constructor(
    private readonly index: AnnotationIndex,
    corpus: Corpus,
    private readonly memento: vscode.Memento,
    tree: LateTree<AnnotationsNode>,
  ) {
    const grouping = memento.get<string>(GROUPING_KEY);
    const sorting = memento.get<string>(SORTING_KEY);
    this.list = new ReviewList(index, {
      filter: parseFilter(memento.get<string>(FILTER_KEY, '')),
      grouping: GROUPINGS.find(known => known === grouping) ?? 'document',
      sorting: SORTINGS.find(known => known === sorting) ?? 'document',
    });
    this.tree = tree.attach(this);
    const refresher = new Refresher(changed => this.refresh(changed));
    this.subscriptions = [
      this.changes,
      this.checks,
      this.filters,
      refresher,
      corpus.onDidChange(({ folders }) => {
        if (folders) refresher.all();
      }),
      index.onDidChange(uris => refresher.some(uris)),
      this.tree.onDidChangeCheckboxState(({ items }) => this.checked(items)),
    ];
    this.refresh('all');
  }

  /** The row that is selected; of several the first. Undefined where none is. */
  get selected(): AnnotationsNode | undefined {
    return this.tree.selection[0];
  }

  /** The annotations that are selected. */
  get selection(): readonly AnnotationOverview[] {
    return this.tree.selection.flatMap(node => (node.kind === 'annotation' ? [node.overview] : []));
  }

  get grouping(): Grouping {
    return this.list.grouping;
  }

  get sorting(): Sorting {
    return this.list.sorting;
  }

  get filter(): AnnotationFilter {
    return this.list.filter;
  }

  /** How many annotations are shown. */
  get count(): number {
    return this.list.count;
  }

  /** What stands above the list: how many are shown, and the filter in words. Undefined where all are, or none. */
  get message(): string | undefined {
    return this.tree.message;
  }

  /** A filter of this corpus in words. */
  filterText(filter: AnnotationFilter): string {
    return filterText(filter, this.names);
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    this.arrange({ grouping });
    await this.memento.update(GROUPING_KEY, grouping);
  }

  async setSorting(sorting: Sorting): Promise<void> {
    this.arrange({ sorting });
    await this.memento.update(SORTING_KEY, sorting);
  }

  async setFilter(filter: AnnotationFilter): Promise<void> {
    this.arrange({ filter });
    this.filters.fire();
    await this.memento.update(FILTER_KEY, printFilter(filter) || undefined);
  }

  /** Shows another page of a group's rows. */
  showMore({ group }: MoreNode): void {
    group.shown += PAGE;
    this.changes.fire([group]);
  }

  /**
   * Selects the next annotation, or the one before, that is not reviewed, from the selected row on and around the end, and resolves
   * with it; with undefined where all are reviewed.
   */
  async selectUnreviewed(direction: 1 | -1): Promise<AnnotationOverview | undefined> {
    const all = this.list.groups.flatMap(({ key }) => this.list.rows(key).map(overview => ({ key, overview })));
    const from = this.tree.selection[0];
    const at = all.findIndex(({ key, overview }) =>
      from?.kind === 'annotation'
        ? from.group.group.key === key && rowId(overview) === rowId(from.overview)
        : from !== undefined && (from.kind === 'group' ? from : from.group).group.key === key,
    );
    const isOnRow = from?.kind === 'annotation';
    const first = direction > 0 ? (isOnRow ? at + 1 : Math.max(at, 0)) : (at < 0 ? 0 : at) - 1;
    for (let step = 0; step < all.length; step++) {
      const index = (first + direction * step + 2 * all.length) % all.length;
      const { key, overview } = all[index]!;
      if (!isReviewed(overview.annotation)) return this.select(key, overview);
    }
    return undefined;
  }

  getChildren(node?: AnnotationsNode): AnnotationsNode[] {
    if (!node) return this.roots();
    if (node.kind === 'annotation') return linkNodes(node);
    if (node.kind !== 'group') return [];
    const rows = this.list.rows(node.group.key);
    const known = node.rows;
    node.rows = new Map(
      rows.slice(0, node.shown).map(overview => {
        const id = rowId(overview);
        const row = known.get(id) ?? { kind: 'annotation', overview, group: node };
        row.overview = overview;
        return [id, row];
      }),
    );
    return rows.length > node.shown ? [...node.rows.values(), node.more] : [...node.rows.values()];
  }

  getParent(node: AnnotationsNode): AnnotationsNode | undefined {
    return node.kind === 'group' ? undefined : node.kind === 'link' ? node.row : node.group;
  }

  getTreeItem(node: AnnotationsNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return this.groupItem(node);
      case 'more':
        return moreItem(node.group);
      case 'annotation':
        return this.rowItem(node);
      case 'link':
        return linkItem(node.link, this.rowItem(node.row).id!, node.place, COMMANDS.openAnnotationsRow);
    }
  }

  /** What a row shows when it is pointed at is made for that row alone. */
  resolveTreeItem(item: vscode.TreeItem, node: AnnotationsNode): vscode.TreeItem {
    if (node.kind === 'annotation') item.tooltip = annotationTooltip(node.overview);
    return item;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** What names the values of filters and groups. */
  get names(): FacetNames {
    return { titleOf: document => this.index.titleOf(document), codebook: this.index.codebook };
  }

  /** The colour that the codebook gives a target or a tag. */
  private colourOf(value: string): CodeColour | undefined {
    const { codebook } = this.index;
    const entries = { tag: codebook?.tags, target: codebook?.targets };
    return this.grouping === 'tag' || this.grouping === 'target'
      ? entries[this.grouping]?.find(({ name }) => name === value)?.colour
      : undefined;
  }

  private arrange(change: Parameters<ReviewList['arrange']>[0]): void {
    this.list.arrange(change);
    this.groups.clear();
    this.updateHeader();
    this.changes.fire(undefined);
  }

  private refresh(changed: 'all' | ReadonlySet<string>): void {
    if (changed === 'all') this.list.forgetAll();
    const change = changed === 'all' ? { kind: 'groups' as const } : this.list.update(changed);
    this.updateBadge();
    this.updateHeader();
    if (change.kind === 'groups') this.changes.fire(undefined);
    else {
      const groups = new Map(this.list.groups.map(group => [group.key, group]));
      const nodes: AnnotationsNode[] = [];
      for (const node of this.groups.values()) {
        const { key } = node.group;
        node.group = groups.get(key) ?? node.group;
        if (change.groups.has(key)) nodes.push(node);
        else
          for (const overview of change.rows) {
            const row = node.rows.get(rowId(overview));
            if (!row) continue;
            row.overview = overview;
            nodes.push(row);
          }
      }
      if (nodes.length) this.changes.fire(nodes);
    }
  }

  private updateHeader(): void {
    const total = this.index.count;
    const { filter, grouping } = this.list;
    const isFiltered = isFiltering(filter);
    const shown = isFiltered ? this.list.count : total;
    this.hasAnnotations.set(total > 0);
    this.filterState.set(!isFiltered ? 'off' : shown > 0 ? 'on' : 'empty');
    this.tree.description = total ? vscode.l10n.t('grouped by: {0}', facetLabels()[grouping]) : '';
    // A message would stand in the place of the welcome text, which says what to do where nothing passes.
    this.tree.message =
      isFiltered && shown > 0
        ? vscode.l10n.t('{0} of {1}: {2}', shown, annotationsText(total), this.filterText(filter))
        : undefined;
  }

  /** On the activity bar: what needs attention, and all that is to be reviewed once reviewing has begun. */
  private updateBadge(): void {
    const { unfound, unreviewed, either, count } = this.index.toDo;
    const hasBegun = unreviewed < count;
    const parts = [
      unfound ? vscode.l10n.t('{0} to check', unfound) : '',
      hasBegun && unreviewed ? vscode.l10n.t('{0} to review', unreviewed) : '',
    ];
    const tooltip = parts.filter(text => text !== '').join(', ');
    const value = hasBegun ? either : unfound;
    if (this.tree.badge?.value === value && this.tree.badge.tooltip === tooltip) return;
    this.tree.badge = value ? { value, tooltip } : undefined;
  }

  private roots(): AnnotationsNode[] {
    const known = this.groups;
    const nodes = this.list.groups.map((group): GroupNode => {
      const node = known.get(group.key) ?? newGroupNode(group);
      node.group = group;
      return node;
    });
    this.groups = new Map(nodes.map(node => [node.group.key, node]));
    return nodes;
  }

  /** The groups at the top are open, as many as fit on a page. */
  private isOpenAtFirst({ group }: GroupNode): boolean {
    let rows = 0;
    for (const { key, count } of this.list.groups) {
      if (key === group.key) return rows === 0 || rows + count <= PAGE;
      rows += count;
      if (rows > PAGE) return false;
    }
    return false;
  }

  private rowItem({ overview, group }: AnnotationNode): vscode.TreeItem {
    const isByDocument = this.grouping === 'document' && !needsAttention(overview);
    const item = annotationItem(overview, COMMANDS.openAnnotationsRow, isByDocument ? undefined : overview.title);
    if (overview.links.length) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
    // An annotation with two tags is listed under both.
    if (this.grouping === 'tag' && group.group.kind === 'value') item.id = `${item.id} ${group.group.value}`;
    const reviewed = isReviewed(overview.annotation);
    const label = reviewed ? vscode.l10n.t('Reviewed') : vscode.l10n.t('Not reviewed');
    item.checkboxState = {
      state: reviewed ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: label,
      accessibilityInformation: { label },
    };
    return item;
  }

  private groupItem(node: GroupNode): vscode.TreeItem {
    const { count, reviewed, kind } = node.group;
    const isAttention = kind === 'attention';
    const { label, icon } = isAttention ? attentionLabel() : this.groupLabel(node.group.value);
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, this.isOpenAtFirst(node) ? Expanded : Collapsed);
    item.id = isAttention ? 'attention' : `group:${this.grouping}:${node.group.value}`;
    item.description = reviewed ? reviewedText(reviewed, count) : String(count);
    if (icon) item.iconPath = icon;
    if (isAttention)
      item.tooltip = vscode.l10n.t(
        'The article has changed since these passages were tagged, and they could not be found again with certainty.',
      );
    item.contextValue = isAttention ? 'attention' : 'group';
    const progress = reviewed ? `, ${reviewedText(reviewed, count)}` : '';
    item.accessibilityInformation = { label: `${label}, ${annotationsText(count)}${progress}` };
    return item;
  }

  private groupLabel(value: string): { readonly label: string; readonly icon?: vscode.ThemeIcon } {
    const label = visibleText(facetValueLabel(this.grouping, value, this.names));
    if (this.grouping === 'stance') {
      const stance = value === NO_VALUE ? undefined : value;
      return {
        label,
        icon: new vscode.ThemeIcon(stanceIcon(stance), new vscode.ThemeColor(stanceColor(stance, this.index.codebook))),
      };
    }
    const icon = GROUP_ICONS[this.grouping];
    if (icon === undefined) return { label };
    const colour = this.colourOf(value);
    return { label, icon: new vscode.ThemeIcon(icon, colour && new vscode.ThemeColor(CODE_COLORS[colour])) };
  }

  /** Selects a row, which is shown for it where it was not. */
  private async select(key: string, overview: AnnotationOverview): Promise<AnnotationOverview> {
    if (!this.groups.has(key)) this.roots();
    const group = this.groups.get(key)!;
    const at = this.list.rows(key).indexOf(overview);
    if (at >= group.shown) {
      group.shown = Math.ceil((at + 1) / PAGE) * PAGE;
      this.changes.fire([group]);
    }
    if (!group.rows.has(rowId(overview))) this.getChildren(group);
    await this.tree.reveal(group.rows.get(rowId(overview))!, { select: true, focus: true });
    return overview;
  }

  /** What the boxes show is what is stored: until that says otherwise they are drawn as before. */
  private checked(items: readonly (readonly [AnnotationsNode, vscode.TreeItemCheckboxState])[]): void {
    this.checks.fire(
      items.flatMap(([node, state]) =>
        node.kind === 'annotation'
          ? [{ overview: node.overview, reviewed: state === vscode.TreeItemCheckboxState.Checked }]
          : [],
      ),
    );
  }

  /** Draws rows again as they are stored: what the user set in them was not saved. */
  drawAgain(overviews: readonly AnnotationOverview[]): void {
    const nodes = [...this.groups.values()].flatMap(({ rows }) =>
      overviews.flatMap(overview => rows.get(rowId(overview)) ?? []),
    );
    if (nodes.length) this.changes.fire(nodes);
  }
}

const GROUP_ICONS: Readonly<Partial<Record<Grouping, string>>> = {
  document: 'file-text',
  outlet: 'globe',
  speaker: 'comment-discussion',
  target: 'target',
  tag: 'tag',
  author: 'account',
  review: 'checklist',
};

function newGroupNode(group: ReviewGroup): GroupNode {
  const node: Omit<GroupNode, 'more'> & { more?: MoreNode } = { kind: 'group', group, shown: PAGE, rows: new Map() };
  node.more = { kind: 'more', group: node as GroupNode };
  return node as GroupNode;
}

const linkNodes = (row: AnnotationNode): AnnotationsNode[] =>
  row.overview.links.map((link, place) => ({ kind: 'link', link, place, row, group: row.group }));

const attentionLabel = (): { readonly label: string; readonly icon: vscode.ThemeIcon } => ({
  label: vscode.l10n.t('Needs attention'),
  icon: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
});

function moreItem({ group, shown }: GroupNode): vscode.TreeItem {
  const label = vscode.l10n.t('Show more ({0} are not shown)', group.count - shown);
  const item = new vscode.TreeItem(label);
  item.id = `more:${group.key}`;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.accessibilityInformation = { label };
  item.command = { command: COMMANDS.openAnnotationsRow, title: label };
  return item;
}
