import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Annotation, type DocumentFacts, type SidecarEdit } from '../../../src/core/annotation/model';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { annotationArbitrary, judgementArbitrary } from './arbitraries';

/** Enough to meet every start with every kind of text; hundreds of times as many were run when this was written. */
const RUNS = 20;

const ORIGIN = { articleName: 'harbour-vote.txt', facts: { title: 'Harbour vote postponed', date: '2024-05-12' } };

/** Files as people leave them, every one with an annotation that is not ours to touch. */
const STARTS: readonly (string | undefined)[] = [
  undefined,
  '',
  '# only a comment',
  'version: 1\n',
  'version: 1\nannotations: []\n',
  'version: 1\r\nannotations:\r\n  - id: kept # the first\r\n    quote: “Not now,” she said.\r\n    mine: {a: 1}\r\n',
  '\ufeffannotations:\n- quote: "one\n    two"\n  id: kept\n\n# two\n- id: also\n  quote: x\n  note: |+\n    text\n\n\nversion: 1\nlast: here',
  'version: 1\npasses:\n- by: Ann # her\n  done: 2026-11-21T09:00:00Z\n  mood: 1\n# and\n- by: Cleo\nannotations:\n- id: kept\n  quote: x\n',
  '{"version": 1, "passes": [{"by": "Ann", "done": "2026-11-21T09:00:00Z"}], "annotations": [{"id": "kept", "quote": "x"}]}',
  '{"version": 1, "annotations": [{"id": "kept", "quote": "x"}]}',
  'version: 1\nannotations: [{id: kept, quote: x}, # c\n  {id: also, quote: y, note: "z"}]\n',
  'annotations:\n    # about it\n    -   id: kept\n        quote: x\n\n    -   {id: also, quote: y}\nversion: 1',
];

const edited = (
  source: string | undefined,
  edit: SidecarEdit,
): { readonly source: string; readonly inverse: SidecarEdit } => {
  const result = editSidecar(source, edit, ORIGIN);
  assert.equal(result.kind, 'edited', JSON.stringify([source, edit, result]));
  return result;
};

const plain = (source: string): readonly Annotation[] =>
  parseSidecar(source).annotations.map(({ source: _lines, ...annotation }) => annotation);

describe('every edit', () => {
  const starts = fc.constantFrom(...STARTS);

  it('says what was meant when the file is read again, and taking back an addition gives back the file', () => {
    fc.assert(
      fc.property(starts, annotationArbitrary, (start, annotation) => {
        const { source, inverse } = edited(start, { kind: 'add', annotation });
        assert.deepEqual(
          plain(source).find(({ id }) => id === annotation.id),
          annotation,
        );
        const back = edited(source, inverse);
        if (start?.includes('kept')) assert.equal(back.source, start);
        else assert.deepEqual(plain(back.source), []);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes fields as told, and taken back gives the file byte for byte', () => {
    fc.assert(
      fc.property(starts, annotationArbitrary, judgementArbitrary, (start, annotation, fields) => {
        const { source } = edited(start, { kind: 'add', annotation });
        const result = editSidecar(source, { kind: 'change', id: annotation.id, fields }, ORIGIN);
        if (result.kind === 'unchanged') return;
        assert.equal(result.kind, 'edited', source);
        if (result.kind !== 'edited') return;
        const found = plain(result.source).find(({ id }) => id === annotation.id);
        assert.equal(JSON.stringify(sorted(found!)), JSON.stringify(sorted({ ...annotation, ...fields })));
        assert.equal(edited(result.source, result.inverse).source, source);
      }),
      { numRuns: RUNS },
    );
  });

  it('marks passes and opens them again, and taken back gives the file byte for byte', () => {
    const passes = fc.record({
      by: fc.oneof(fc.constantFrom('Ann', 'Ben'), fc.string({ minLength: 1 })),
      done: fc.constantFrom(undefined, '2026-11-22T09:00:00Z', '2026-11-23T09:00:00Z'),
    });
    fc.assert(
      fc.property(starts, fc.array(passes, { maxLength: 4 }), (start, made) => {
        let text = start;
        for (const { by, done } of made) {
          const result = editSidecar(text, { kind: 'pass', by, done }, ORIGIN);
          const before = new Map(parseSidecar(text ?? '').passes.map(pass => [pass.by, pass.done]));
          if (result.kind === 'unchanged') assert.equal(before.get(by), done);
          if (result.kind === 'unchanged') continue;
          assert.equal(result.kind, 'edited', JSON.stringify([text, by, done, result]));
          if (result.kind !== 'edited') return;
          const after = parseSidecar(result.source);
          assert.equal(after.passes.find(pass => pass.by === by)?.done, done);
          assert.equal(after.passes.length, before.size + Number(done !== undefined) - Number(before.has(by)));
          const back = edited(result.source, result.inverse).source;
          // What stands on one line may come to stand elsewhere on it.
          if (text?.includes('kept') && !text.startsWith('{')) assert.equal(back, text);
          else assert.deepEqual(new Map(parseSidecar(back).passes.map(pass => [pass.by, pass.done])), before);
          text = result.source;
        }
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it('gives a removed annotation back byte for byte', () => {
    fc.assert(
      fc.property(
        starts,
        fc.array(annotationArbitrary, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (start, all, pick) => {
          let source = start;
          for (const annotation of all)
            if (!source || !plain(source).some(({ id }) => id === annotation.id))
              source = edited(source, { kind: 'add', annotation }).source;
          const known = plain(source!);
          const { id } = known[pick % known.length]!;
          const removed = edited(source, { kind: 'remove', id });
          assert.deepEqual(
            plain(removed.source),
            known.filter(annotation => annotation.id !== id),
          );
          if (!source!.includes('[{')) assert.equal(edited(removed.source, removed.inverse).source, source);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('keeps facts of any text', () => {
    const facts = fc.record(
      { title: fc.string({ unit: 'binary' }), publisher: fc.string(), url: fc.string() },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(starts, facts, (start, wanted: DocumentFacts) => {
        const result = editSidecar(start, { kind: 'facts', facts: wanted }, ORIGIN);
        if (result.kind === 'edited') assert.deepEqual(parseSidecar(result.source).facts, wanted);
        else assert.equal(result.kind, 'unchanged');
      }),
      { numRuns: RUNS },
    );
  });
});

const sorted = (object: object): unknown =>
  Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
