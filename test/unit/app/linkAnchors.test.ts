import assert from 'node:assert/strict';
import { LinkAnchors } from '../../../src/app/linkAnchors';
import { at, link, linkedDesk, MAY, sidecar, START, TO_PASSAGE, WIRE, WIRE_SIDECAR } from './linkedDesk';
import { settled } from './memoryPorts';

const SIDECAR = 'may.txt.pressmark.yaml';
const AROUND = 'prefix: "\\n\\n", suffix: " on Monday. The mayor said nothing.",';
const WITH_CONTEXT = TO_PASSAGE.replace('quote:', `${AROUND} quote:`);

/** The link's fields after the other article reads `now` and the sidecar was written for another reason. */
async function after(now: string, links: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const desk = await linkedDesk({ 'wire.txt': WIRE, 'may.txt': MAY, [SIDECAR]: sidecar(...links), ...more });
  const anchors = new LinkAnchors(desk.store, desk.links, desk.analysis, desk.disk);
  await desk.write('wire.txt', now);
  const before = desk.disk.files.get(at(SIDECAR))!;
  assert.equal(before, sidecar(...links), 'a change of the other article writes nothing');
  await desk.store.edit(at('may.txt'), { kind: 'change', id: 'nine', fields: { stance: 'favor' } });
  for (let i = 0; i < 5; i++) await settled();
  anchors.dispose();
  const source = desk.disk.files.get(at(SIDECAR))!;
  return { ...desk, source, changed: source.replace('    stance: favor\n', ''), before };
}

describe('anchors of links', () => {
  it('are brought up to date when their sidecar is written and their passage reads otherwise', async () => {
    const { store, source } = await after(WIRE.replace('Ten boats left the quay', 'Ten boats fled the quay'), [
      WITH_CONTEXT,
    ]);
    const [stored] = store.annotation(at('may.txt'), 'nine')!.links!;
    assert.equal(stored!.quote, 'Ten boats fled the quay');
    assert.deepEqual([stored!.start, stored!.end], [START, START + 23]);
    assert.deepEqual([stored!.id, stored!.relation, stored!.document], ['l1', 'supports', 'wire.txt']);
    assert.match(source, /stance: favor/);
  });

  for (const [what, now] of [
    ['stands where it stood', WIRE],
    ['only stands elsewhere', `Rain fell.\n\n${WIRE}`],
    ['has other text on one side', WIRE.replace('on Monday', 'on Tuesday')],
    ['is found in part', WIRE.replace('left the quay', 'left the old and rotten quay')],
    ['is gone', 'Snow fell all day.\n'],
  ] as const)
    it(`stay as they are where their passage ${what}`, async () => {
      const { changed, before, disk } = await after(now, [WITH_CONTEXT]);
      assert.equal(changed, before);
      assert.deepEqual(disk.writes, [at(SIDECAR)]);
    });

  it('say what the annotation says that they name', async () => {
    const named = link('id: l1, annotation: ten, quote: Ten boats');
    const { store, disk } = await after(WIRE, [named], { 'wire.txt.pressmark.yaml': WIRE_SIDECAR });
    const [stored] = store.annotation(at('may.txt'), 'nine')!.links!;
    assert.deepEqual(
      [stored!.quote, stored!.suffix, stored!.start, stored!.annotation],
      ['Ten boats left the quay', ' on Monday', START, 'ten'],
    );
    assert.equal(disk.writes.length, 2);
  });

  it('of many links each change their own lines alone', async () => {
    const other = link('id: l2, quote: The mayor said nothing, note: kept');
    const { source } = await after(WIRE.replace('Ten boats left the quay', 'Ten boats fled the quay'), [
      WITH_CONTEXT,
      other,
    ]);
    assert.ok(source.includes(other));
    assert.match(source, /Ten boats fled the quay/);
  });
});
