import * as vscode from 'vscode';
import { type AnnotationStore, type MarkersOutcome } from '../../app/annotationStore';
import { documentUriOf, fileNameOf, sidecarUriOf } from '../../app/sidecarUri';
import { showError, showInformation } from '../messages';
import { COMMANDS } from '../names';
import { type Command } from './command';
import { askToChoose } from './outcome';
import { documentIn } from './references';

/** Merges what git could not: the conflict markers of the sidecar that is meant, is open, or belongs to the open article. */
export const resolveMarkers = (store: AnnotationStore): Command => ({
  id: COMMANDS.resolveMarkers,
  run: async argument => {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const meant = documentIn(argument) ?? active;
    if (meant === undefined) return;
    const document = documentUriOf(meant) ?? meant;
    report(sidecarUriOf(document), await store.resolveMarkers(document));
  },
});

function report(sidecar: string, outcome: MarkersOutcome): void {
  const name = fileNameOf(sidecar);
  switch (outcome.kind) {
    case 'done':
      if (outcome.conflicts > 0) void askToChoose(sidecar);
      else void showInformation(vscode.l10n.t('All conflicts in {0} are resolved.', name));
      return;
    case 'unchanged':
      void showInformation(vscode.l10n.t('There are no conflict markers in {0}.', name));
      return;
    case 'refused':
      void showError(
        vscode.l10n.t(
          '{0} is as it was: one side of its conflicts is not a sidecar that can be read. Resolve it by hand.',
          name,
        ),
      );
      return;
    case 'failed':
    case 'contested':
      void showError(
        vscode.l10n.t(
          'Nothing was saved to {0}. {1}',
          name,
          outcome.kind === 'failed' ? outcome.reason : vscode.l10n.t('Another program keeps writing to it.'),
        ),
      );
  }
}
