import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { ANNOTATION_FIELDS, FACT_FIELDS, PASS_FIELDS } from '../../../src/core/sidecar/sidecarFields';

describe('docs/sidecar-format.md', () => {
  const page = readFileSync('docs/sidecar-format.md', 'utf8');

  it('shows a sidecar without faults that has every field', () => {
    const example = /```yaml\n([^]*?)```/.exec(page)![1]!;
    const { facts, passes, annotations, stored, problems } = parseSidecar(example);
    assert.deepEqual(problems, []);
    assert.deepEqual(Object.keys(facts), [...FACT_FIELDS.keys()]);
    assert.deepEqual(Object.keys(passes[0]!), [...PASS_FIELDS.keys()]);
    const shown = new Set(stored.flatMap(({ source: _, ...fields }) => Object.keys(fields)));
    assert.deepEqual([...shown].sort(), [...ANNOTATION_FIELDS.keys()].sort());
    const annotation = annotations[0]!;
    assert.equal(annotation.end - annotation.start, annotation.quote.length);
  });

  it('describes every field', () => {
    for (const field of [...FACT_FIELDS.keys(), ...PASS_FIELDS.keys(), ...ANNOTATION_FIELDS.keys()])
      assert.match(page, new RegExp(`\\|[^|]*\`${field}\``));
  });
});
