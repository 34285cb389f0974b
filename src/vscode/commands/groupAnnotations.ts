import * as vscode from 'vscode';
import { GROUPINGS } from '../../core/annotation/grouping';
import { facetLabels } from '../labels';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type AnnotationsView } from '../views/annotationsView';
import { type Command } from './command';

/** Chooses what the annotations view groups by. */
export const groupAnnotationsBy = (annotations: AnnotationsView): Command => ({
  id: COMMANDS.groupAnnotations,
  run: async () => {
    const labels = facetLabels();
    const items = GROUPINGS.map(grouping => ({
      label: labels[grouping],
      description: grouping === annotations.grouping ? vscode.l10n.t('current') : '',
      grouping,
    }));
    const chosen = await showQuickPick(items, { placeHolder: vscode.l10n.t('Group annotations by') });
    if (chosen) await annotations.setGrouping(chosen.grouping);
  },
});
