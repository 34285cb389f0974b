import assert from 'node:assert/strict';
import { FirstLook } from '../../../src/app/firstLook';
import { MemoryFiles, MemoryMembership, MemoryWatch } from './memoryPorts';

const CODE = 'file:///code';
const NEWS = 'file:///news';

function lookOver(files: MemoryFiles) {
  const membership = new MemoryMembership(files);
  const watch = new MemoryWatch();
  let found = 0;
  const look = new FirstLook(membership, watch, () => found++);
  return { membership, watch, look, found: () => found };
}

const filesOf = (...uris: readonly string[]): MemoryFiles =>
  new MemoryFiles(Object.fromEntries(uris.map(uri => [uri, ''])));

describe('the first look', () => {
  it('finds nothing where no folder is a corpus, and waits for a codebook or a sidecar', async () => {
    const { look, watch, found } = lookOver(filesOf(`${CODE}/README.md`));
    await look.setFolders([CODE]);
    assert.equal(found(), 0);
    assert.equal(watch.active.get(CODE)?.everything, false);
    watch.report(CODE, { deleted: [`${CODE}/pressmark.yaml`] });
    assert.equal(found(), 0);
    watch.report(CODE, { created: [`${CODE}/pressmark.yaml`] });
    assert.equal(found(), 1);
    assert.equal(watch.active.size, 0);
  });

  for (const [what, marker] of [
    ['a codebook', `${NEWS}/pressmark.yaml`],
    ['a sidecar', `${NEWS}/deep/ferries.md.pressmark.yaml`],
  ] as const)
    it(`finds a folder that holds ${what}, once`, async () => {
      const { look, found } = lookOver(filesOf(marker));
      await look.setFolders([CODE, NEWS]);
      await look.setFolders([NEWS]);
      assert.equal(found(), 1);
    });

  it('finds a folder that the user said is one, without a look into it', async () => {
    const { look, membership, found } = lookOver(filesOf());
    membership.adopted.add(NEWS);
    membership.holdsMarkers = () => Promise.reject(new Error('looked into'));
    await look.setFolders([NEWS]);
    assert.equal(found(), 1);
  });

  it('takes folders that come and go', async () => {
    const { look, watch, found } = lookOver(filesOf(`${NEWS}/pressmark.yaml`));
    await look.setFolders([CODE]);
    await look.setFolders([]);
    assert.equal(watch.active.size, 0);
    await look.setFolders([NEWS]);
    assert.equal(found(), 1);
  });

  it('watches a folder that does not answer', async () => {
    const { look, membership, watch, found } = lookOver(filesOf());
    membership.holdsMarkers = () => Promise.reject(new Error('The server is away.'));
    await look.setFolders([NEWS]);
    watch.report(NEWS, { created: [`${NEWS}/a.md.pressmark.yaml`] });
    assert.equal(found(), 1);
  });

  it('hands over what it found out, which is asked anew afterwards', async () => {
    const { look, membership } = lookOver(filesOf(`${NEWS}/pressmark.yaml`));
    let looks = 0;
    const holdsMarkers = membership.holdsMarkers.bind(membership);
    membership.holdsMarkers = folder => (looks++, holdsMarkers(folder));
    await look.setFolders([NEWS]);
    const { handedOver } = look;
    assert.equal(await handedOver.holdsMarkers(NEWS), true);
    assert.equal(looks, 1);
    assert.equal(await handedOver.holdsMarkers(NEWS), true);
    assert.equal(looks, 2);
  });
});
