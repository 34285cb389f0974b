import type * as vscode from 'vscode';
import { type Disposable, Emitter } from '../../app/event';
import { type VisibilityChoice } from '../../app/visibility';
import { AUTHOR_MODES, type AuthorMode } from '../../core/team/visibility';
import { type Settings } from '../settings';

const MODE = 'pressmark.authorMode';

/** Whose annotations the user wants to see in this workspace, and whether the settings make it double-blind. */
export class StoredVisibilityChoice implements VisibilityChoice, Disposable {
  private readonly changes = new Emitter<void>();
  private readonly subscription: Disposable;

  readonly onDidChange = this.changes.event;

  constructor(
    private readonly memento: vscode.Memento,
    private readonly settings: Settings,
  ) {
    this.subscription = settings.onDidChangeDoubleBlind(() => this.changes.fire());
  }

  get mode(): AuthorMode {
    const stored = this.memento.get<string>(MODE);
    return AUTHOR_MODES.find(mode => mode === stored) ?? 'all';
  }

  get blind(): boolean {
    return this.settings.doubleBlind;
  }

  async setMode(mode: AuthorMode): Promise<void> {
    await this.memento.update(MODE, mode);
    this.changes.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }
}
