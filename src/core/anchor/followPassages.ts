import { type Anchor } from '../annotation/model';
import { type TextChange } from '../text/change';
import { type ReadableText } from '../text/editedText';
import { overlaps } from '../text/span';
import { FollowedEdit, type FollowedPassage, type Removal } from './followedEdit';
import { isSure } from './resolution';

/** The passages of a text that is being edited, by id, and what was deleted lately, newest last. */
export interface Following<P extends FollowedPassage = FollowedPassage> {
  readonly passages: ReadonlyMap<string, P>;
  readonly removals: readonly Removal[];
}

/** So many deletions are remembered: what is pasted or undone was mostly deleted just before. */
const MAX_REMOVALS = 32;

/**
 * Passages after an edit that was seen: each goes with its text, and one whose text is deleted comes back when that text is put in
 * again, here (undo) or elsewhere (cut and paste). `changes` count in the text before, none overlapping. Where a great deal was
 * replaced at once, as by git, what was in it is looked for in the new text. The passages keep their ids and their order.
 */
export function followPassages<P extends FollowedPassage>(
  before: ReadableText,
  text: ReadableText,
  { passages, removals }: Following<P>,
  changes: readonly TextChange[],
): Following<P> {
  if (passages.size === 0) return { passages, removals: [] };
  const edit = new FollowedEdit(before, text, changes, removals);
  const after = new Map<string, P>();
  const missing = new Map<string, P>();
  for (const [id, passage] of passages) {
    const now = edit.follow(passage);
    after.set(id, now);
    if (edit.mayHold(now, passage)) missing.set(id, passage);
  }
  const isAnothers = (id: string, { quote }: Anchor, span: { readonly start: number; readonly end: number }): boolean =>
    [...after].some(
      ([other, found]) =>
        other !== id && found.annotation.quote === quote && isSure(found) && found.span && overlaps(found.span, span),
    );
  for (const [id, found] of edit.resolve(missing)) {
    const passage = after.get(id)!;
    if (found.span && !isAnothers(id, passage.annotation, found.span)) after.set(id, edit.placed(passage, found));
  }
  return { passages: after, removals: remembered(removals, edit) };
}

/** The deletions that are still out: one that was put in again can not be what the next paste brings. */
function remembered(removals: readonly Removal[], { removals: made, insertedTexts }: FollowedEdit): readonly Removal[] {
  const out = [...removals, ...made.filter(({ text }) => text !== '')];
  for (const text of insertedTexts) {
    const index = out.findLastIndex(removal => removal.text === text);
    if (index >= 0) out.splice(index, 1);
  }
  return out.slice(-MAX_REMOVALS);
}
