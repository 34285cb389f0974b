import { anchorsOf, EARLIER_CONTEXT_LENGTH } from '../core/anchor/describeAnchor';
import { isSure } from '../core/anchor/resolution';
import { resolvingAnchors } from '../core/anchor/resolveAnchor';
import { type Anchor, type SidecarEdit } from '../core/annotation/model';
import { type Span } from '../core/text/span';
import { type OpenRecord, type Passage } from './documentRecord';

const ANCHOR_FIELDS = ['quote', 'prefix', 'suffix', 'start', 'end', 'occurrence'] as const;

/**
 * What of an annotation's anchor is out of date, to be written when the annotation is written anyway. Nothing where the passage is
 * not surely placed.
 */
export const freshAnchor = (record: OpenRecord, id: string): Partial<Anchor> =>
  staleFields(record, id, anchorsOf(record.text.toString()));

function staleFields(record: OpenRecord, id: string, describe: (span: Span) => Anchor): Partial<Anchor> {
  const passage = record.followed.get(id);
  if (!passage?.span || !isSure(passage)) return {};
  const now = describe(passage.span);
  if (saysAsMuch(passage.annotation, now)) return {};
  const stale = ANCHOR_FIELDS.filter(field => now[field] !== passage.annotation[field]);
  return now.quote === '' ? {} : Object.fromEntries(stale.map(field => [field, now[field]]));
}

/** True for an anchor of the same place that has less text around it, as was written once: that is as good. */
const saysAsMuch = (stored: Anchor, now: Anchor): boolean =>
  stored.start === now.start &&
  stored.quote === now.quote &&
  stored.occurrence === now.occurrence &&
  stored.prefix.length >= EARLIER_CONTEXT_LENGTH - 1 &&
  stored.suffix.length >= EARLIER_CONTEXT_LENGTH - 1 &&
  now.prefix.endsWith(stored.prefix) &&
  now.suffix.startsWith(stored.suffix);

/**
 * The edits of a sidecar without which some passage of an open article would not be found again once it is closed: an editor's eyes
 * followed it through edits, and by its stored anchor it would be uncertain, lost, or elsewhere. All other anchors stay as they
 * are, however far their passages have moved: a position is a hint, and to keep each up to date would be noise in every commit.
 * In steps (see inSlices): to look for a thousand passages takes longer than a host may be held up.
 */
export function* endangeredAnchors(record: OpenRecord): Generator<void, readonly SidecarEdit[]> {
  const sure = [...record.followed.values()].filter(
    (passage): passage is Passage & { readonly span: Anchor } => isSure(passage) && passage.span !== undefined,
  );
  if (sure.every(({ state, span, annotation }) => state === 'exact' && span.start === annotation.start)) return [];
  const found = yield* resolvingAnchors(
    record.text.toString(),
    sure.map(({ annotation }) => annotation),
  );
  const describe = anchorsOf(record.text.toString());
  const edits: SidecarEdit[] = [];
  for (const [i, { annotation, span }] of sure.entries()) {
    const again = found[i]!;
    if (isSure(again) && again.span?.start === span.start && again.span.end === span.end) continue;
    const fields = staleFields(record, annotation.id, describe);
    if (Object.keys(fields).length) edits.push({ kind: 'change', id: annotation.id, fields });
    yield;
  }
  return edits;
}
