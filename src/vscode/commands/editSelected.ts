import * as vscode from 'vscode';
import { type Codebooks } from '../../app/codebooks';
import { type AnnotationOverview, type CorpusView } from '../../app/corpusView';
import { changedFields } from '../../app/tagging';
import { type Judgement, judgementOf, type AnnotationEdit } from '../../core/annotation/model';
import { type CodebookEntry } from '../../core/codebook/parseCodebook';
import { annotationsText } from '../labels';
import { showInformation, showStatus } from '../messages';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { askFields } from '../pickers/judgementWizard';
import { annotationsMeant } from './annotationsMeant';
import { changeAnnotations } from './changeAnnotations';
import { type Command } from './command';
import { type EditAnnotation } from './editAnnotation';
import { knownCodes } from './knownCodes';
import { markReviewed, type ReviewParts } from './reviewing';

/** What bulk edits work with. */
export interface BulkParts extends ReviewParts {
  readonly view: CorpusView;
  readonly codebooks: Codebooks;
}

/** A change of any judgement. */
type Change = (judgement: Judgement) => Judgement;

type Grade = 'reliability' | 'credibility';

interface Action extends vscode.QuickPickItem {
  /** Asks what is left to ask and carries it out. */
  readonly run: () => Promise<void>;
}

/** Asks what is to become of the selected annotations and does it to all of them, in one step to undo. One alone is edited whole. */
export const editSelected = (parts: BulkParts, edit: EditAnnotation): Command => ({
  id: COMMANDS.editSelected,
  run: async (argument: unknown, selected?: unknown) => {
    if (await isOnLink(parts, argument))
      return vscode.commands.executeCommand(COMMANDS.changeLink, parts.annotations.selected);
    const meant = await annotationsMeant(parts.annotations, argument, selected);
    const [first] = meant;
    if (!first) {
      void showInformation(vscode.l10n.t('Select annotations in the annotations view first.'));
      return;
    }
    if (meant.length === 1) return edit.run({ document: first.document, id: first.annotation.id });
    const chosen = await showQuickPick(actionsOn(parts, meant), {
      title: vscode.l10n.t('Edit {0}', annotationsText(meant.length)),
      placeHolder: vscode.l10n.t('What is to change? One undo takes all of it back'),
    });
    await chosen?.run();
  },
});

/** Removes the selected annotations at once and offers to undo. */
export const removeSelected = (parts: BulkParts): Command => ({
  id: COMMANDS.removeSelected,
  run: async (argument: unknown, selected?: unknown) => {
    if (await isOnLink(parts, argument))
      return vscode.commands.executeCommand(COMMANDS.removeLink, parts.annotations.selected);
    await remove(parts, await annotationsMeant(parts.annotations, argument, selected));
  },
});

/** True where the view's key was pressed on a link's row: that alone is meant. */
async function isOnLink({ annotations }: BulkParts, argument: unknown): Promise<boolean> {
  if (argument === undefined) return annotations.selected?.kind === 'link';
  await annotationsMeant(annotations, argument, undefined);
  return annotations.selected?.kind === 'link' && annotations.selection.length === 0;
}

function actionsOn(parts: BulkParts, meant: readonly AnnotationOverview[]): readonly Action[] {
  const known = knownCodes(parts.codebooks, parts.view, meant[0]!.document);
  const change = (of: Change): Promise<void> => changeJudgements(parts, meant, of);
  /** Asks for these fields and puts the answers in the place of what stands there. */
  const replace = (icon: string, name: string, ...fields: readonly ('stance' | 'target' | Grade)[]): Action => ({
    label: `$(${icon}) ${name}`,
    run: async () => {
      const answers = await askFields(`${name}: ${annotationsText(meant.length)}`, fields, known);
      const kept = (judgement: Judgement): Judgement =>
        Object.fromEntries(Object.entries(judgement).filter(([key]) => !(fields as readonly string[]).includes(key)));
      if (answers) await change(judgement => ({ ...kept(judgement), ...answers }));
    },
  });
  const askTags = async (title: string, names: readonly CodebookEntry[]): Promise<readonly string[]> =>
    (await askFields(`${title}: ${annotationsText(meant.length)}`, ['tags'], { ...known, tags: names }))?.tags ?? [];
  const withTags = ({ tags: _before, ...others }: Judgement, tags: readonly string[]): Judgement =>
    tags.length ? { ...others, tags } : others;
  const inUse = [...new Set(meant.flatMap(({ annotation }) => annotation.tags ?? []))];
  const addTags: Action = {
    label: `$(tag) ${vscode.l10n.t('Add Tags')}`,
    run: async () => {
      const added = await askTags(vscode.l10n.t('Add Tags'), known.tags);
      await change(judgement => withTags(judgement, [...new Set([...(judgement.tags ?? []), ...added])]));
    },
  };
  const removeTags: Action = {
    label: `$(remove) ${vscode.l10n.t('Remove Tags')}`,
    run: async () => {
      const names = inUse.map(name => ({ name }));
      const gone = new Set(await askTags(vscode.l10n.t('Remove Tags'), names));
      await change(judgement =>
        withTags(
          judgement,
          (judgement.tags ?? []).filter(tag => !gone.has(tag)),
        ),
      );
    },
  };
  return [
    { label: `$(check) ${vscode.l10n.t('Mark as Reviewed')}`, run: () => markReviewed(parts, meant, true) },
    {
      label: `$(circle-large-outline) ${vscode.l10n.t('Mark as Not Reviewed')}`,
      run: () => markReviewed(parts, meant, false),
    },
    replace('arrow-both', vscode.l10n.t('Stance and Target'), 'stance', 'target'),
    replace('target', vscode.l10n.t('Target'), 'target'),
    replace('shield', vscode.l10n.t('Source Reliability'), 'reliability'),
    replace('verified', vscode.l10n.t('Credibility'), 'credibility'),
    addTags,
    ...(inUse.length ? [removeTags] : []),
    { label: `$(trash) ${vscode.l10n.t('Remove Annotations')}`, run: () => remove(parts, meant) },
  ];
}

async function changeJudgements(parts: BulkParts, meant: readonly AnnotationOverview[], of: Change): Promise<void> {
  const updated = parts.clock.timestamp();
  const editOf = ({ annotation }: AnnotationOverview): AnnotationEdit | undefined => {
    const stored = judgementOf(annotation);
    const fields = changedFields(stored, of(stored));
    return fields && { kind: 'change', id: annotation.id, fields: { ...fields, updated } };
  };
  const { count } = await changeAnnotations(parts.history, vscode.l10n.t('Changing annotations'), meant, editOf);
  showStatus(
    count ? vscode.l10n.t('$(check) Changed: {0}', annotationsText(count)) : vscode.l10n.t('Nothing to change'),
  );
}

async function remove(parts: BulkParts, meant: readonly AnnotationOverview[]): Promise<void> {
  const { count } = await changeAnnotations(parts.history, vscode.l10n.t('Removing annotations'), meant, overview => ({
    kind: 'remove',
    id: overview.annotation.id,
  }));
  if (count === 0) return;
  const undo = vscode.l10n.t('Undo');
  const chosen = await showInformation(vscode.l10n.t('Removed: {0}', annotationsText(count)), undo);
  if (chosen === undo) await vscode.commands.executeCommand(COMMANDS.undo);
}
