import * as vscode from 'vscode';
import { isFiltering, parseFilter, printFilter, type AnnotationFilter } from '../../core/annotation/filter';
import { showInformation } from '../messages';
import { messageText } from '../messageText';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type AnnotationsView } from '../views/annotationsView';
import { type Command } from './command';

const SAVED_KEY = 'pressmark.savedAnnotationFilters';

/** The filters that the user saved in this workspace, by name. */
export class SavedFilters {
  constructor(private readonly memento: vscode.Memento) {}

  /** In the order of saving. */
  get names(): readonly string[] {
    return Object.keys(this.stored);
  }

  /** Undefined where there is none of this name. */
  get(name: string): AnnotationFilter | undefined {
    return Object.hasOwn(this.stored, name) ? parseFilter(this.stored[name]!) : undefined;
  }

  async save(name: string, filter: AnnotationFilter): Promise<void> {
    const { [name]: _before, ...others } = this.stored;
    await this.memento.update(SAVED_KEY, { ...others, [name]: printFilter(filter) });
  }

  async remove(name: string): Promise<void> {
    const { [name]: _gone, ...others } = this.stored;
    await this.memento.update(SAVED_KEY, others);
  }

  private get stored(): Readonly<Record<string, string>> {
    return this.memento.get(SAVED_KEY, {});
  }
}

/** Saves the filter of the annotations view under a name. */
export const saveAnnotationFilter = (annotations: AnnotationsView, saved: SavedFilters): Command => ({
  id: COMMANDS.saveAnnotationFilter,
  run: async () => {
    const { filter } = annotations;
    if (!isFiltering(filter)) {
      void showInformation(vscode.l10n.t('There is no filter to save. Filter the annotations first.'));
      return;
    }
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Save Filter'),
      prompt: messageText(annotations.filterText(filter)),
      placeHolder: vscode.l10n.t('A name, for example: To ask the harbour office'),
      validateInput: typed =>
        saved.get(typed.trim())
          ? {
              message: vscode.l10n.t('Enter replaces the filter of this name.'),
              severity: vscode.InputBoxValidationSeverity.Info,
            }
          : undefined,
    });
    if (name?.trim()) await saved.save(name.trim(), filter);
  },
});

interface Item extends vscode.QuickPickItem {
  readonly name?: string;
}

/** Takes a saved filter, or deletes some. */
export const savedAnnotationFilters = (annotations: AnnotationsView, saved: SavedFilters): Command => ({
  id: COMMANDS.savedAnnotationFilters,
  run: async () => {
    const filters = saved.names.map(name => ({
      name,
      label: name,
      description: annotations.filterText(saved.get(name)!),
    }));
    if (filters.length === 0) {
      void showInformation(
        vscode.l10n.t('No filter is saved yet. Filter the annotations, then save the filter from the same menu.'),
      );
      return;
    }
    const title = vscode.l10n.t('Saved Filters');
    const remove: Item = { label: `$(trash) ${vscode.l10n.t('Delete Saved Filters…')}` };
    const separator: Item = { label: '', kind: vscode.QuickPickItemKind.Separator };
    const items: readonly Item[] = [...filters, separator, remove];
    const chosen = await showQuickPick(items, {
      title,
      placeHolder: vscode.l10n.t('Which annotations should be listed?'),
      matchOnDescription: true,
    });
    if (chosen === remove) {
      const gone = await showQuickPick(filters, {
        title: vscode.l10n.t('Delete Saved Filters'),
        canPickMany: true,
      });
      for (const { name } of gone ?? []) await saved.remove(name);
    } else {
      const filter = chosen?.name === undefined ? undefined : saved.get(chosen.name);
      if (filter) await annotations.setFilter(filter);
    }
  },
});
