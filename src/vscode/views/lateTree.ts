import * as vscode from 'vscode';

/** A tree view that VS Code may ask for its rows before there is anything that knows them: it waits. */
export class LateTree<T> implements vscode.TreeDataProvider<T>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<T | T[] | undefined | null | void>();
  private readonly view: vscode.TreeView<T>;
  private provider: vscode.TreeDataProvider<T> | undefined;
  private subscription: vscode.Disposable | undefined;

  readonly onDidChangeTreeData = this.changes.event;

  /** `wake` is called when the view is looked at; `attach` is to have been called once it resolves. */
  constructor(
    id: string,
    options: Omit<vscode.TreeViewOptions<T>, 'treeDataProvider'>,
    private readonly wake: () => Promise<unknown>,
  ) {
    this.view = vscode.window.createTreeView(id, { ...options, treeDataProvider: this });
  }

  /** From now on these are the rows. Returns the view, which remains this one's. */
  attach(provider: vscode.TreeDataProvider<T>): vscode.TreeView<T> {
    this.provider = provider;
    this.subscription = provider.onDidChangeTreeData?.(node => this.changes.fire(node));
    return this.view;
  }

  getTreeItem(node: T): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.attached.getTreeItem(node);
  }

  async getChildren(node?: T): Promise<T[] | null | undefined> {
    if (!this.provider) await this.wake();
    return this.provider?.getChildren(node);
  }

  getParent(node: T): vscode.ProviderResult<T> {
    return this.attached.getParent?.(node);
  }

  resolveTreeItem(
    item: vscode.TreeItem,
    node: T,
    token: vscode.CancellationToken,
  ): vscode.ProviderResult<vscode.TreeItem> {
    const { attached } = this;
    return attached.resolveTreeItem ? attached.resolveTreeItem(item, node, token) : item;
  }

  dispose(): void {
    this.subscription?.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  /** There are no nodes before there is one. */
  private get attached(): vscode.TreeDataProvider<T> {
    return this.provider!;
  }
}
