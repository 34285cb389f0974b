import assert from 'node:assert/strict';
import { type Annotation, type AnnotationEdit, type SidecarEdit } from '../../../src/core/annotation/model';
import { editSidecar, type EditResult } from '../../../src/core/sidecar/editSidecar';
import { mergeEdit } from '../../../src/core/sidecar/mergeEdit';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

const ORIGIN = { articleName: 'a.txt', facts: { title: 'A vote' } };
const passage = (id: string, start: number, fields: Partial<Annotation> = {}): Annotation => ({
  id,
  quote: 'word',
  prefix: '',
  suffix: '',
  start,
  end: start + 4,
  ...fields,
});
const group = (...edits: readonly AnnotationEdit[]): SidecarEdit => ({ kind: 'group', edits });
const add = (id: string, start: number): AnnotationEdit => ({ kind: 'add', annotation: passage(id, start) });

function edited(result: EditResult): Extract<EditResult, { kind: 'edited' }> {
  assert.equal(result.kind, 'edited', JSON.stringify(result));
  return result;
}
const ids = (source: string): string =>
  parseSidecar(source)
    .stored.map(({ id }) => id)
    .join(' ');

/** The edits made one after the other. */
const oneByOne = (source: string | undefined, edits: readonly AnnotationEdit[]): string | undefined =>
  edits.reduce<string | undefined>((text, edit) => edited(editSidecar(text, edit, ORIGIN)).source, source);

const APART = `version: 1 # ours
annotations:
  # first of all
  - id: b
    quote: word
    start: 10
    end: 14
    stance: favor

  - id: d
    quote: word
    start: 30
    end: 34
`;
const FLOW =
  'version: 1\nannotations: [{id: b, quote: word, start: 10, end: 14}, {id: d, quote: word, start: 30, end: 34}]\n';

describe('editing several annotations of a sidecar at once', () => {
  const additions = [add('e', 40), add('a', 0), add('c', 20), add('c2', 21)];
  const sources: readonly [string, string | undefined][] = [
    ['a file to be made', undefined],
    ['an empty list', 'version: 1\nannotations: []\nours: kept\n'],
    ['a list with blank lines', APART],
    ['a list without a last line end', APART.trimEnd()],
    ['CR LF', APART.replaceAll('\n', '\r\n')],
    ['a flow list', FLOW],
  ];
  for (const [name, source] of sources)
    it(`adds what adding one after the other adds: ${name}`, () => {
      const inOrder = [additions[1]!, additions[2]!, additions[3]!, additions[0]!];
      assert.equal(edited(editSidecar(source, group(...additions), ORIGIN)).source, oneByOne(source, inOrder));
    });

  it('adds, changes and removes, and takes all of it back to the letter', () => {
    const change: AnnotationEdit = { kind: 'change', id: 'b', fields: { stance: 'against', target: 'pier' } };
    const { source, inverse } = edited(
      editSidecar(APART, group(add('c', 20), change, { kind: 'remove', id: 'd' }), ORIGIN),
    );
    assert.equal(ids(source), 'b c');
    assert.match(source, /# first of all\n {2}- id: b[^]*stance: against\n {4}target: pier\n/);
    const back = edited(editSidecar(source, inverse, ORIGIN));
    assert.equal(back.source, APART);
    assert.equal(edited(editSidecar(back.source, back.inverse, ORIGIN)).source, source);
  });

  it('removes neighbours', () => {
    const all = edited(editSidecar(APART, group(...additions), ORIGIN)).source;
    const removed = edited(
      editSidecar(all, group(...['c', 'b', 'c2'].map(id => ({ kind: 'remove', id }) as const)), ORIGIN),
    );
    assert.equal(ids(removed.source), 'a d e');
  });

  it('passes over what is there no more or says so already, and is nothing where that is all', () => {
    const gone: AnnotationEdit = { kind: 'remove', id: 'x' };
    const same: AnnotationEdit = { kind: 'change', id: 'b', fields: { stance: 'favor' } };
    assert.equal(editSidecar(APART, group(gone, same), ORIGIN).kind, 'unchanged');
    assert.equal(ids(edited(editSidecar(APART, group(gone, same, add('c', 20)), ORIGIN)).source), 'b c d');
  });

  it('does all or nothing', () => {
    const refused = editSidecar(APART, group(add('c', 20), add('b', 0)), ORIGIN);
    assert.deepEqual(refused.kind === 'refused' && refused.problems.map(({ code }) => code), ['duplicate-id']);
  });

  it('is taken back in what others wrote meanwhile, and made again', () => {
    const { source, inverse } = edited(editSidecar(APART, group(add('a', 0), add('c', 20)), ORIGIN));
    const theirs = source.replace('- id: d', '- id: d # theirs').replace('version: 1 # ours', 'version: 1 # yours');
    const undone = edited(mergeEdit(theirs, theirs, inverse, ORIGIN));
    assert.equal(undone.source, APART.replace('- id: d', '- id: d # theirs').replace('# ours', '# yours'));
    assert.equal(edited(mergeEdit(undone.source, undone.source, undone.inverse, ORIGIN)).source, theirs);
  });

  it('keeps what others changed in the same annotation, beside its own', () => {
    const theirs = APART.replace('stance: favor', 'stance: neutral');
    const change: AnnotationEdit = { kind: 'change', id: 'b', fields: { stance: 'against' } };
    const merged = mergeEdit(APART, theirs, group(change, add('c', 20)), ORIGIN);
    assert.ok(merged.kind === 'edited' && merged.conflicts === 1);
    assert.match(merged.source, /stance: (against|neutral)[^]*- stance: (against|neutral)/);
  });

  it('adds many to a new file in the order of the text', () => {
    const many = Array.from({ length: 400 }, (_, i) => add(`n${i}`, i * 10));
    const { source } = edited(editSidecar(undefined, group(...many), ORIGIN));
    assert.equal(parseSidecar(source).annotations.length, 400);
    assert.equal(ids(source), many.map((_, i) => `n${i}`).join(' '));
  });
});

describe('a dismissed highlight', () => {
  const source = APART.replace('start: 30', 'dismissed: 2026-11-22T09:00:00Z\n    start: 30');

  it('is kept in the sidecar and is no annotation', () => {
    const { annotations, dismissals, stored, problems } = parseSidecar(source);
    assert.deepEqual(
      [annotations, dismissals, stored].map(list => list.map(({ id }) => id).join(' ')),
      ['b', 'd', 'b d'],
    );
    assert.deepEqual(problems, []);
  });

  it('is an annotation once somebody says something of it', () => {
    assert.equal(parseSidecar(source.replace('end: 34', 'end: 34\n    note: but see below')).annotations.length, 2);
  });

  it('is removed and brought back like one', () => {
    const { source: without, inverse } = edited(editSidecar(source, { kind: 'remove', id: 'd' }, ORIGIN));
    assert.equal(parseSidecar(without).dismissals.length, 0);
    assert.equal(edited(editSidecar(without, inverse, ORIGIN)).source, source);
  });
});
