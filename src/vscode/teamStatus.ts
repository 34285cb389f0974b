import * as vscode from 'vscode';
import { type AnnotationStore } from '../app/annotationStore';
import { type Corpus } from '../app/corpus';
import { type Annotator, type Visibility } from '../app/visibility';
import { ContextKey } from './contextKey';
import { COMMANDS, CONTEXT_KEYS } from './names';

/** What the status bar says, and what a click does about it. */
interface Status {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

/**
 * Says in the status bar whose annotations are left out of sight, and whether the reader's pass over the open article is done; keeps
 * the context keys that menus go by. Nothing is said where one person works alone.
 */
export class TeamStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('pressmark.team', vscode.StatusBarAlignment.Left, 40);
  private readonly authors = new ContextKey<string>(CONTEXT_KEYS.authors);
  private readonly passDone = new ContextKey<boolean>(CONTEXT_KEYS.passDone);
  private readonly subscriptions: { dispose(): unknown }[];

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly visibility: Visibility,
    private readonly annotator: Annotator,
  ) {
    this.item.name = vscode.l10n.t('Pressmark: Whose Annotations');
    this.subscriptions = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      visibility.onDidChange(() => this.update()),
      corpus.onDidChange(({ folders, added, removed }) => {
        if (folders || added.length || removed.length) this.update();
      }),
      store.onDidChange(uri => {
        if (uri === this.document) this.update();
      }),
    ];
    this.update();
  }

  /** What is shown; undefined for nothing. */
  get text(): string | undefined {
    return this.status()?.text;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get document(): string | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    return uri !== undefined && this.corpus.has(uri) ? uri : undefined;
  }

  private update(): void {
    const { document } = this;
    this.authors.set(this.visibility.mode);
    this.passDone.set(document !== undefined && this.isDone(document));
    const status = this.status();
    if (!status) return this.item.hide();
    this.item.text = status.text;
    this.item.tooltip = status.tooltip;
    this.item.command = status.command;
    this.item.accessibilityInformation = { label: `${status.text.replace(/\$\([\w-]+\) ?/g, '')}. ${status.tooltip}` };
    this.item.show();
  }

  private isDone(document: string): boolean {
    const name = this.annotator.nameFor(document);
    return this.store.passes(document).some(({ by }) => by === name);
  }

  private status(): Status | undefined {
    const { document } = this;
    if (document !== undefined && this.visibility.isWithheld(document, this.store.passes(document)))
      return {
        text: vscode.l10n.t('$(eye-closed) Double-blind: others’ annotations hidden'),
        tooltip: vscode.l10n.t('You see them once you have marked your pass over this article done.'),
        command: COMMANDS.markPassDone,
      };
    if (this.visibility.mode !== 'all')
      return {
        text:
          this.visibility.mode === 'mine'
            ? vscode.l10n.t('$(person) Only my annotations')
            : vscode.l10n.t('$(organization) Only others’ annotations'),
        tooltip: vscode.l10n.t('Show everyone’s annotations'),
        command: COMMANDS.showEveryone,
      };
    if (document !== undefined && this.isDone(document))
      return {
        text: vscode.l10n.t('$(pass) My pass is done'),
        tooltip: vscode.l10n.t('Reopen your pass over this article'),
        command: COMMANDS.reopenPass,
      };
    return undefined;
  }
}
