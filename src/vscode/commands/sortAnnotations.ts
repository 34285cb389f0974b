import * as vscode from 'vscode';
import { SORTINGS } from '../../core/annotation/sorting';
import { sortingLabels } from '../labels';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type AnnotationsView } from '../views/annotationsView';
import { type Command } from './command';

/** Chooses how the annotations view sorts the rows of a group. */
export const sortAnnotationsBy = (annotations: AnnotationsView): Command => ({
  id: COMMANDS.sortAnnotations,
  run: async () => {
    const labels = sortingLabels();
    const items = SORTINGS.map(sorting => ({
      label: labels[sorting],
      description: sorting === annotations.sorting ? vscode.l10n.t('current') : '',
      sorting,
    }));
    const chosen = await showQuickPick(items, { placeHolder: vscode.l10n.t('Sort annotations by') });
    if (chosen) await annotations.setSorting(chosen.sorting);
  },
});
