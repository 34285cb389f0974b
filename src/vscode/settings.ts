import * as vscode from 'vscode';
import { Emitter } from '../app/event';
import { type ArticleFilterSource } from '../app/ports';
import { DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../core/corpus/articleFilter';
import { DEFAULT_HIGHLIGHT_KINDS, HIGHLIGHT_KINDS, type HighlightKind } from '../core/detect/highlightKinds';
import { type Language, LANGUAGES } from '../core/detect/model';
import { SETTINGS } from './names';

/** Typed access to the user's settings, and one event for each thing that depends on them. */
export class Settings implements vscode.Disposable {
  private readonly filterChanged = new Emitter<void>();
  private readonly highlightsChanged = new Emitter<void>();
  private readonly languageChanged = new Emitter<void>();
  private readonly doubleBlindChanged = new Emitter<void>();
  private readonly compareSourcesChanged = new Emitter<void>();
  /** What the setting says: asked for each article of a corpus, and reading settings is slow. */
  private knownLanguage: string | undefined;
  private readonly subscription = vscode.workspace.onDidChangeConfiguration(event => {
    const affects = (...names: string[]): boolean =>
      names.some(name => event.affectsConfiguration(`${SETTINGS.section}.${name}`));
    if (affects(SETTINGS.include, SETTINGS.exclude)) this.filterChanged.fire();
    if (affects(SETTINGS.highlightsEnabled, SETTINGS.highlightKinds, SETTINGS.inlayHints))
      this.highlightsChanged.fire();
    if (affects(SETTINGS.language)) {
      this.knownLanguage = undefined;
      this.languageChanged.fire();
    }
    if (affects(SETTINGS.doubleBlind)) this.doubleBlindChanged.fire();
    if (affects(SETTINGS.compareSources)) this.compareSourcesChanged.fire();
  });

  readonly onDidChangeHighlights = this.highlightsChanged.event;
  readonly onDidChangeLanguage = this.languageChanged.event;
  readonly onDidChangeDoubleBlind = this.doubleBlindChanged.event;
  readonly onDidChangeCompareSources = this.compareSourcesChanged.event;

  get articleFilter(): ArticleFilterSource {
    // What a stranger's workspace sets may be of any type.
    const read = (name: string, fallback: string): string => {
      const value = this.get<unknown>(name, fallback);
      return typeof value === 'string' ? value : fallback;
    };
    return {
      get include() {
        return read(SETTINGS.include, DEFAULT_INCLUDE);
      },
      get exclude() {
        return read(SETTINGS.exclude, DEFAULT_EXCLUDE);
      },
      onDidChange: this.filterChanged.event,
    };
  }

  get language(): Language | undefined {
    this.knownLanguage ??= this.get<string>(SETTINGS.language, 'auto');
    return LANGUAGES.find(language => language === this.knownLanguage);
  }

  /** Hostile like all settings: only a plain yes makes every folder double-blind. A codebook's yes stands without it. */
  get doubleBlind(): boolean {
    return this.get<unknown>(SETTINGS.doubleBlind, false) === true;
  }

  /** Whether articles are compared with one another; only a plain no turns it off. */
  get compareSources(): boolean {
    return this.get<unknown>(SETTINGS.compareSources, true) !== false;
  }

  get highlightsEnabled(): boolean {
    return this.get(SETTINGS.highlightsEnabled, true);
  }

  get inlayHints(): boolean {
    return this.get(SETTINGS.inlayHints, true);
  }

  /** The kinds that the user wants to see, whether or not highlights are on. Settings are hostile: unknown names are left out. */
  get highlightKinds(): ReadonlySet<HighlightKind> {
    const wanted: unknown = this.get<unknown>(SETTINGS.highlightKinds, DEFAULT_HIGHLIGHT_KINDS);
    return new Set(
      Array.isArray(wanted) ? HIGHLIGHT_KINDS.filter(kind => wanted.includes(kind)) : DEFAULT_HIGHLIGHT_KINDS,
    );
  }

  /** Written to the user's settings: a toggle must not put a settings file into the corpus. */
  async setHighlightsEnabled(enabled: boolean): Promise<void> {
    await this.set(SETTINGS.highlightsEnabled, enabled);
  }

  async setHighlightKinds(kinds: readonly HighlightKind[]): Promise<void> {
    await this.set(SETTINGS.highlightKinds, kinds);
  }

  dispose(): void {
    this.subscription.dispose();
    for (const emitter of [
      this.filterChanged,
      this.highlightsChanged,
      this.languageChanged,
      this.doubleBlindChanged,
      this.compareSourcesChanged,
    ])
      emitter.dispose();
  }

  private get<T>(name: string, fallback: T): T {
    return vscode.workspace.getConfiguration(SETTINGS.section).get<T>(name, fallback);
  }

  private async set(name: string, value: unknown): Promise<void> {
    const configuration = vscode.workspace.getConfiguration(SETTINGS.section);
    const inWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
    const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await configuration.update(name, value, target);
  }
}
