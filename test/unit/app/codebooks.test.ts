import assert from 'node:assert/strict';
import { Codebooks } from '../../../src/app/codebooks';
import { Corpus } from '../../../src/app/corpus';
import { MemoryFiles, MemoryFilter, MemoryMembership, MemoryWatch, settled } from './memoryPorts';

const [DESK, WIRE] = ['file:///desk', 'file:///wire'];
const [desk, wire] = [DESK, WIRE].map(uri => ({ uri, name: uri.slice(-4) }));
const SOURCE = 'version: 1\nstances:\n  - name: favor\n';

describe('codebooks', () => {
  it('are told of where they say something else, and go with their folder', async () => {
    const disk = new MemoryFiles({ [`${DESK}/pressmark.yaml`]: SOURCE, [`${WIRE}/pressmark.yaml`]: SOURCE });
    const corpus = new Corpus(disk, new MemoryWatch(), new MemoryMembership(disk), new MemoryFilter());
    const codebooks = new Codebooks(corpus, disk.sidecars);
    let told = 0;
    codebooks.onDidChange(() => told++);
    await corpus.setFolders([desk!, wire!]);
    await settled();
    assert.equal([...codebooks.all].length, 2);
    assert.equal(codebooks.only, undefined);

    told = 0;
    const before = [...codebooks.all];
    await corpus.rescan();
    await settled();
    assert.deepEqual([told, [...codebooks.all]], [0, before]);

    disk.files.set(`${WIRE}/pressmark.yaml`, SOURCE.replace('favor', 'against'));
    await corpus.rescan();
    await settled();
    assert.equal(told, 1);

    await corpus.setFolders([desk!]);
    await settled();
    assert.equal(told, 2);
    assert.equal(codebooks.only, before.find(({ uri }) => uri.startsWith(DESK))!.codebook);
  });
});
