import * as vscode from 'vscode';
import { type DocumentUri } from '../../app/ports';
import { fileNameOf } from '../../app/sidecarUri';
import { type History, type StepOutcome } from '../../app/history';
import { showInformation, showStatus } from '../messages';
import { COMMANDS } from '../names';
import { type Command } from './command';
import { reportOutcome } from './outcome';

/** `Undo Last Annotation Change`. */
export const undoChange = (history: History, titleOf: (uri: DocumentUri) => string | undefined): Command => ({
  id: COMMANDS.undo,
  run: () =>
    step(() => history.undo(), vscode.l10n.t('There is no annotation change to undo in this session.'), titleOf),
});

/** `Redo Annotation Change`. */
export const redoChange = (history: History, titleOf: (uri: DocumentUri) => string | undefined): Command => ({
  id: COMMANDS.redo,
  run: () => step(() => history.redo(), vscode.l10n.t('There is no annotation change to redo.'), titleOf),
});

async function step(
  take: () => Promise<StepOutcome>,
  nothing: string,
  titleOf: (uri: DocumentUri) => string | undefined,
): Promise<void> {
  const taken = await take();
  if ('kind' in taken) {
    void showInformation(nothing);
    return;
  }
  const { document } = taken;
  const again = async () => {
    const retried = await take();
    return 'kind' in retried ? ({ kind: 'unchanged' } as const) : retried.outcome;
  };
  if (await reportOutcome(document, taken.outcome, again)) {
    const title = titleOf(document) ?? fileNameOf(document);
    showStatus(vscode.l10n.t('$(discard) Annotation change taken back in “{0}”', title));
  }
}
