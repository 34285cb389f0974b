import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { SIDECAR_VERSION } from '../../../src/core/sidecar/sidecarFields';

const FOLDER = 'test/fixtures/sidecars';
const VERSIONS = Array.from({ length: SIDECAR_VERSION }, (_, i) => i + 1);
const ORIGIN = { articleName: 'harbour-vote.txt', facts: {} };

describe('sidecars of every version', () => {
  for (const version of VERSIONS) {
    const source = readFileSync(`${FOLDER}/version-${version}.pressmark.yaml`, 'utf8');

    it(`version ${version} is read as it always was`, () => {
      const { annotations, facts, problems, editable, version: found } = parseSidecar(source);
      const said = { version: found, facts, annotations: annotations.map(({ source: _lines, ...rest }) => rest) };
      assert.deepEqual(said, JSON.parse(readFileSync(`${FOLDER}/version-${version}.json`, 'utf8')));
      assert.deepEqual([problems.map(({ code }) => code), editable], [['unresolved-conflict'], true]);
    });

    it(`version ${version} is written as the newest, and keeps what is not ours`, () => {
      const edit = { kind: 'change', id: 'by-hand', fields: { stance: 'favor' } } as const;
      const result = editSidecar(source, edit, ORIGIN);
      assert.ok(result.kind === 'edited');
      assert.equal(parseSidecar(result.source).version, SIDECAR_VERSION);
      for (const line of source.split('\n')) if (!line.startsWith('version:')) assert.ok(result.source.includes(line));
    });
  }

  it('a version to come is read as far as it goes, and never written', () => {
    const source = readFileSync(`${FOLDER}/version-1.pressmark.yaml`, 'utf8').replace('version: 1', 'version: 2');
    const { annotations, problems, editable } = parseSidecar(source);
    assert.deepEqual([annotations.length, problems[0]?.code, editable], [2, 'newer-version', false]);
    assert.equal(editSidecar(source, { kind: 'remove', id: 'by-hand' }, ORIGIN).kind, 'refused');
  });
});
