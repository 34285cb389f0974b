import * as vscode from 'vscode';
import { type AnnotationIndex } from '../../app/annotationIndex';
import { type Facet, FACETS } from '../../core/annotation/facets';
import {
  facetCounts,
  isFiltering,
  matcher,
  NO_FILTER,
  parseFilter,
  printFilter,
  withFacet,
} from '../../core/annotation/filter';
import { annotationsText, facetLabels, facetValueLabel } from '../labels';
import { labelText } from '../messageText';
import { COMMANDS } from '../names';
import { plainItems } from '../quickPick';
import { type AnnotationsView } from '../views/annotationsView';
import { type Command } from './command';
import { type SavedFilters } from './savedFilters';

/** What the filter's questions work with. */
export interface FilterParts {
  readonly annotations: AnnotationsView;
  readonly index: AnnotationIndex;
  readonly saved: SavedFilters;
}

type Choice =
  | { readonly kind: 'facet'; readonly facet: Facet }
  | { readonly kind: 'words' | 'type' | 'done' | 'clear' | 'save' | 'saved' };
interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

/**
 * Combines a filter, by keyboard: choose what to filter by, check values (each says how many annotations it would leave), and again.
 * Each answer takes effect at once; Escape leaves it at that.
 */
export const filterAnnotations = (parts: FilterParts): Command => ({
  id: COMMANDS.filterAnnotations,
  run: async () => {
    for (let last: Choice | undefined; ;) {
      const chosen = await chooseWhat(parts, last);
      if (!chosen || chosen.kind === 'done') return;
      last = chosen;
      await answer(parts, chosen);
      if (chosen.kind === 'save' || chosen.kind === 'saved' || chosen.kind === 'clear') return;
    }
  },
});

/** Shows all annotations again. */
export const clearAnnotationFilter = (annotations: AnnotationsView): Command => ({
  id: COMMANDS.clearAnnotationFilter,
  run: () => annotations.setFilter(NO_FILTER),
});

function chooseWhat({ annotations, saved }: FilterParts, last: Choice | undefined): Promise<Choice | undefined> {
  const { filter } = annotations;
  const isFiltered = isFiltering(filter);
  const labels = facetLabels();
  const facets = FACETS.map((facet): Item => ({
    label: labels[facet],
    description: filter.facets[facet]?.map(value => facetValueLabel(facet, value, annotations.names)).join(', ') ?? '',
    choice: { kind: 'facet', facet },
  }));
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const words: Item = {
    label: vscode.l10n.t('Words'),
    description: filter.words.map(word => vscode.l10n.t('“{0}”', word)).join(' '),
    choice: { kind: 'words' },
  };
  const shown = vscode.l10n.t('Show {0}', annotationsText(annotations.count) || vscode.l10n.t('no annotation'));
  const items = plainItems<Item>([
    ...(isFiltered ? [{ label: `$(check) ${shown}`, choice: { kind: 'done' } } as const] : []),
    ...facets,
    words,
    separator,
    { label: `$(edit) ${vscode.l10n.t('Type the Filter…')}`, choice: { kind: 'type' } },
    ...(isFiltered
      ? [{ label: `$(save) ${vscode.l10n.t('Save This Filter…')}`, choice: { kind: 'save' } } as const]
      : []),
    ...(saved.names.length
      ? [{ label: `$(bookmark) ${vscode.l10n.t('Saved Filters…')}`, choice: { kind: 'saved' } } as const]
      : []),
    ...(isFiltered
      ? [{ label: `$(clear-all) ${vscode.l10n.t('Clear the Filter')}`, choice: { kind: 'clear' } } as const]
      : []),
  ]);
  const input = vscode.window.createQuickPick<Item>();
  input.title = vscode.l10n.t('Filter Annotations');
  input.placeholder = isFiltered
    ? annotations.filterText(filter)
    : vscode.l10n.t('Filter by what? Several can be combined');
  input.matchOnDescription = true;
  input.items = plainItems(items);
  const again = items.find(
    ({ choice }) => last?.kind === 'facet' && choice?.kind === 'facet' && choice.facet === last.facet,
  );
  // Once there is a filter, Enter is for seeing what it shows.
  input.activeItems = [(last ? items[0] : again) ?? items[0]!];
  return accepted(input, () => input.activeItems[0]?.choice);
}

async function answer(parts: FilterParts, choice: Choice): Promise<void> {
  const { annotations } = parts;
  const { filter } = annotations;
  switch (choice.kind) {
    case 'facet': {
      const values = await chooseValues(parts, choice.facet);
      if (values) await annotations.setFilter(withFacet(filter, choice.facet, values));
      return;
    }
    case 'words': {
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter Annotations'),
        prompt: vscode.l10n.t(
          'Words of the passage, its note, basis, target, tags, speaker or document; “phrases” in quotation marks.',
        ),
        value: printFilter({ facets: {}, words: filter.words }),
      });
      if (text !== undefined) await annotations.setFilter({ ...filter, words: parseWords(text) });
      return;
    }
    case 'type': {
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter Annotations'),
        prompt: vscode.l10n.t('For example: stance:against,unclear target:none outlet:"Norrby Posten" harbour'),
        value: printFilter(filter),
      });
      if (text !== undefined) await annotations.setFilter(parseFilter(text));
      return;
    }
    case 'save':
      return void (await vscode.commands.executeCommand(COMMANDS.saveAnnotationFilter));
    case 'saved':
      return void (await vscode.commands.executeCommand(COMMANDS.savedAnnotationFilters));
    case 'clear':
      return annotations.setFilter(NO_FILTER);
    case 'done':
  }
}

/** Words and phrases, whatever they look like: here nobody means a facet. Typographic marks make a phrase too. */
function parseWords(text: string): readonly string[] {
  const { facets, words } = parseFilter(text.replace(/[“”„]/g, '"'));
  return [...FACETS.flatMap(facet => (facets[facet] ?? []).map(value => `${facet}:${value}`)), ...words];
}

/** Asks for values of a facet, with how many annotations of the rest of the filter each has; undefined where the user left. */
async function chooseValues({ annotations, index }: FilterParts, facet: Facet): Promise<readonly string[] | undefined> {
  const { filter } = annotations;
  const items = plainItems(
    facetCounts(index.all, facet, filter).map(({ value, count }) => ({
      label: labelText(facetValueLabel(facet, value, annotations.names)),
      description: String(count),
      value,
    })),
  );
  const input = vscode.window.createQuickPick<(typeof items)[number]>();
  input.title = vscode.l10n.t('Filter Annotations: {0}', facetLabels()[facet]);
  input.canSelectMany = true;
  input.items = plainItems(items);
  input.selectedItems = items.filter(({ value }) => filter.facets[facet]?.includes(value));
  const matches = matcher(withFacet(filter, facet, []));
  const among = index.all.filter(matches);
  const say = (): void => {
    const values = input.selectedItems.map(({ value }) => value);
    const count = among.filter(matcher(withFacet(NO_FILTER, facet, values))).length;
    input.placeholder = vscode.l10n.t('Check values; none is all. Shows {0}', annotationsText(count));
  };
  say();
  input.onDidChangeSelection(say);
  return accepted(input, () => input.selectedItems.map(({ value }) => value));
}

/** Shows a quick pick and resolves with what `read` gives when it is accepted; with undefined where it was left. */
function accepted<T extends vscode.QuickPickItem, R>(
  input: vscode.QuickPick<T>,
  read: () => R | undefined,
): Promise<R | undefined> {
  return new Promise<R | undefined>(resolve => {
    input.onDidAccept(() => resolve(read()));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
