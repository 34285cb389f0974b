import * as vscode from 'vscode';
import { type AuthorMode } from '../../core/team/visibility';
import { type StoredVisibilityChoice } from '../adapters/visibilityChoice';
import { showStatus } from '../messages';
import { COMMANDS } from '../names';
import { type Command } from './command';

/** `Show Everyone's Annotations`, `Show Only My Annotations`, `Show Only Others' Annotations`. */
export const authorModes = (choice: StoredVisibilityChoice): readonly Command[] =>
  (
    [
      [COMMANDS.showEveryone, 'all', vscode.l10n.t('Everyone’s annotations are shown')],
      [COMMANDS.showMine, 'mine', vscode.l10n.t('Only your annotations are shown')],
      [COMMANDS.showOthers, 'others', vscode.l10n.t('Only others’ annotations are shown')],
    ] as const satisfies readonly (readonly [string, AuthorMode, string])[]
  ).map(([id, mode, message]) => ({
    id,
    run: async () => {
      await choice.setMode(mode);
      showStatus(message);
    },
  }));
