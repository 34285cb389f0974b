import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Annotation, type AnnotationEdit, type SidecarEdit } from '../../../src/core/annotation/model';
import { editSidecar, editWhole, type EditResult } from '../../../src/core/sidecar/editSidecar';
import { type ParsedSidecar, parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { readSidecar } from '../../../src/core/sidecar/readSidecar';
import { excerptFor } from '../../../src/core/sidecar/sidecarExcerpt';
import { annotationArbitrary, judgementArbitrary } from './arbitraries';
import { acted, actionsArbitrary, STARTS } from './branches';

/** EXCERPT_RUNS=20000 was run when this was written. */
const RUNS = Number(process.env.EXCERPT_RUNS ?? 10);

const ORIGIN = { articleName: 'harbour-vote.txt', facts: { title: 'Harbour vote postponed' } };

const withIds = (annotations: readonly Annotation[], from: string): readonly Annotation[] =>
  annotations.map((annotation, i) => ({ ...annotation, id: `${from}${i}` }));

/** A long list, in what people leave of files. */
const long = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.array(annotationArbitrary, { minLength: 14, maxLength: 22 }),
    actionsArbitrary,
    fc.boolean(),
  )
  .map(([start, annotations, actions, crlf]) => {
    const edits = withIds(annotations, 'long').map((annotation): AnnotationEdit => ({ kind: 'add', annotation }));
    const text = crlf ? start.replaceAll('\n', '\r\n') : start;
    const result = editWhole(text === '' ? undefined : text, { kind: 'group', edits }, ORIGIN);
    assert.equal(result.kind, 'edited');
    return acted(result.kind === 'edited' ? result.source : '', actions);
  });

type Wish =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | { readonly kind: 'change'; readonly pick: number; readonly fields: Partial<Annotation> }
  | { readonly kind: 'remove'; readonly pick: number };

const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), annotation: annotationArbitrary }),
  fc.record({ kind: fc.constant('change' as const), pick: fc.nat(), fields: judgementArbitrary }),
  fc.record({ kind: fc.constant('remove' as const), pick: fc.nat() }),
);

function editOf(wanted: Wish, source: string): AnnotationEdit {
  const { stored } = parseSidecar(source);
  if (wanted.kind === 'add') return wanted;
  const { id } = stored[wanted.pick % stored.length]!;
  return wanted.kind === 'remove' ? { kind: 'remove', id } : { kind: 'change', id, fields: wanted.fields };
}

/** As editSidecar, without what it has read of the result, which is looked at here. */
function edited(source: string, edit: SidecarEdit, known?: ParsedSidecar): EditResult {
  const result = editSidecar(source, edit, ORIGIN, known);
  if (result.kind !== 'edited' || !result.parsed) return result;
  const { parsed, ...rest } = result;
  assert.deepEqual(parsed, readSidecar(result.source).parsed);
  return rest;
}

const whole = (source: string, edit: SidecarEdit): unknown =>
  editWhole(source, edit as Exclude<SidecarEdit, { readonly kind: 'restore' | 'relink' }>, ORIGIN);

describe('an edit of a long list', () => {
  it('does what it does when all of it is read, and so does taking it back', function () {
    this.timeout(60_000 + RUNS * 500);
    let excerpts = 0;
    fc.assert(
      fc.property(long, fc.array(wish, { minLength: 1, maxLength: 3 }), fc.boolean(), (source, wishes, isGroup) => {
        const all = wishes.map(wanted => editOf(wanted, source));
        const ids = all.map(edit => (edit.kind === 'add' ? edit.annotation.id : edit.id));
        if (isGroup && new Set(ids).size < ids.length) return;
        let text = source;
        for (const edit of isGroup ? [{ kind: 'group', edits: all } as const] : all) {
          const result = edited(text, edit, parseSidecar(source));
          assert.deepEqual(result, whole(text, edit));
          if (excerptFor(text, parseSidecar(text), edit)) excerpts++;
          if (result.kind !== 'edited') continue;
          const { inverse } = result;
          const back = edited(result.source, inverse);
          if (inverse.kind !== 'restore') assert.deepEqual(back, whole(result.source, inverse));
          assert.ok(back.kind === 'edited' && back.source === text, JSON.stringify([text, edit]));
          text = result.source;
        }
      }),
      { numRuns: RUNS },
    );
    assert.ok(excerpts > RUNS / 2, `${excerpts} excerpts`);
  });

  it('marks a pass and states facts as when all of it is read', function () {
    this.timeout(60_000 + RUNS * 500);
    const edits = fc.constantFrom<SidecarEdit>(
      { kind: 'pass', by: 'Ann', done: '2026-11-22T09:00:00Z' },
      { kind: 'pass', by: 'Ann', done: undefined },
      { kind: 'facts', facts: { title: 'Another' } },
    );
    fc.assert(
      fc.property(long, edits, (source, edit) => {
        assert.deepEqual(edited(source, edit), whole(source, edit));
      }),
      { numRuns: RUNS },
    );
  });
});
