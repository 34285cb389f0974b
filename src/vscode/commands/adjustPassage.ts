import * as vscode from 'vscode';
import { type Adjustment, adjustedPassage } from '../../app/adjustPassage';
import { type AnnotationStore } from '../../app/annotationStore';
import { passagesAt } from '../../app/tagging';
import { describeAnchor } from '../../core/anchor/describeAnchor';
import { excerpt } from '../../core/annotation/excerpt';
import { rangeOf, spanOfRange } from '../editor/positions';
import { showStatus } from '../messages';
import { COMMANDS } from '../names';
import { plainItems } from '../quickPick';
import { type Command } from './command';
import { reportOutcome } from './outcome';
import { articleEditor } from './references';
import { mineIn, type TaggingParts } from './tagPassage';

/** Characters of the passage that the status bar shows. */
const SHOWN_CHARACTERS = 60;

/**
 * Grows, shrinks or moves the annotated passage at the cursor by a word or a sentence. Keys name the adjustment in their arguments; without,
 * it is asked for, again and again until Escape.
 */
export class AdjustPassage implements Command {
  readonly id = COMMANDS.adjustPassage;
  /** Keys come faster than files are written: each waits for the one before. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly parts: TaggingParts,
    private readonly store: AnnotationStore,
  ) {}

  readonly run = async (argument: unknown): Promise<void> => {
    const adjustment = adjustmentIn(argument);
    if (!adjustment) return this.ask();
    const turn = this.last.then(() => this.adjust(adjustment));
    this.last = turn.catch(() => undefined);
    await turn;
  };

  private async ask(): Promise<void> {
    let current: Adjustment | undefined;
    for (;;) {
      const items = adjustments();
      const chosen = await pickAgain(items, current);
      if (!chosen) return;
      current = chosen;
      await this.run(chosen);
    }
  }

  private async adjust(adjustment: Adjustment): Promise<void> {
    const { analysis, history, clock } = this.parts;
    const article = articleEditor(analysis);
    if (!article) return;
    const { editor, record } = article;
    const { start } = spanOfRange(editor.document, editor.selection);
    const [passage] = passagesAt(record, start, mineIn(this.parts, record.uri));
    const stored = passage && this.store.annotation(record.uri, passage.annotation.id);
    if (!stored) return showStatus(vscode.l10n.t('There is no annotation here. Put the cursor in a tagged passage.'));
    const text = record.text.toString();
    const span = adjustedPassage(text, passage.span, adjustment);
    if (!span) return showStatus(vscode.l10n.t('The passage cannot go any further.'));
    const fields = { ...describeAnchor(text, span), updated: clock.timestamp() };
    const change = () => history.change(record.uri, { kind: 'change', id: stored.id, fields });
    if (!(await reportOutcome(record.uri, await change(), change))) return;
    // The cursor stays in the passage, so that the next key means it as well.
    if (start < span.start || start > span.end) {
      const at = rangeOf(
        editor.document,
        start < span.start ? { start: span.start, end: span.start } : { start: span.end, end: span.end },
      );
      editor.selection = new vscode.Selection(at.start, at.start);
    }
    editor.revealRange(rangeOf(editor.document, span), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    showStatus(vscode.l10n.t('$(check) Passage: {0}', excerpt(fields.quote, SHOWN_CHARACTERS)));
  }
}

interface AdjustmentItem extends vscode.QuickPickItem {
  readonly adjustment: Adjustment;
}

/** The question, with the answer of before ready to be given again. */
function pickAgain(items: readonly AdjustmentItem[], current: Adjustment | undefined): Promise<Adjustment | undefined> {
  const input = vscode.window.createQuickPick<AdjustmentItem>();
  input.title = vscode.l10n.t('Adjust Passage');
  input.placeholder = vscode.l10n.t('Enter adjusts the passage at the cursor; Escape when it is right');
  input.items = plainItems(items);
  // Without one, the first is what Enter means.
  const again = input.items.find(({ adjustment }) => current && JSON.stringify(adjustment) === JSON.stringify(current));
  if (again) input.activeItems = [again];
  return new Promise<Adjustment | undefined>(resolve => {
    input.onDidAccept(() => resolve(input.activeItems[0]?.adjustment));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}

const adjustments = (): readonly AdjustmentItem[] => [
  { label: vscode.l10n.t('Grow at the end by a word'), adjustment: { edge: 'end', unit: 'word', direction: 1 } },
  { label: vscode.l10n.t('Shrink at the end by a word'), adjustment: { edge: 'end', unit: 'word', direction: -1 } },
  { label: vscode.l10n.t('Grow at the start by a word'), adjustment: { edge: 'start', unit: 'word', direction: -1 } },
  { label: vscode.l10n.t('Shrink at the start by a word'), adjustment: { edge: 'start', unit: 'word', direction: 1 } },
  {
    label: vscode.l10n.t('Grow at the end by a sentence'),
    adjustment: { edge: 'end', unit: 'sentence', direction: 1 },
  },
  {
    label: vscode.l10n.t('Shrink at the end by a sentence'),
    adjustment: { edge: 'end', unit: 'sentence', direction: -1 },
  },
  {
    label: vscode.l10n.t('Grow at the start by a sentence'),
    adjustment: { edge: 'start', unit: 'sentence', direction: -1 },
  },
  {
    label: vscode.l10n.t('Shrink at the start by a sentence'),
    adjustment: { edge: 'start', unit: 'sentence', direction: 1 },
  },
  { label: vscode.l10n.t('Move on by a word'), adjustment: { edge: 'both', unit: 'word', direction: 1 } },
  { label: vscode.l10n.t('Move back by a word'), adjustment: { edge: 'both', unit: 'word', direction: -1 } },
  { label: vscode.l10n.t('Move on by a sentence'), adjustment: { edge: 'both', unit: 'sentence', direction: 1 } },
  { label: vscode.l10n.t('Move back by a sentence'), adjustment: { edge: 'both', unit: 'sentence', direction: -1 } },
];

function adjustmentIn(argument: unknown): Adjustment | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { edge, unit, direction } = argument as Partial<Record<keyof Adjustment, unknown>>;
  const isKnown =
    (edge === 'start' || edge === 'end' || edge === 'both') &&
    (unit === 'word' || unit === 'sentence') &&
    (direction === 1 || direction === -1);
  return isKnown ? { edge, unit, direction } : undefined;
}
