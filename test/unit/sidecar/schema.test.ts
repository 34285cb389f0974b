import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import codebookSchema from '../../../schemas/codebook.schema.json';
import schema from '../../../schemas/sidecar.schema.json';
import { CREDIBILITIES, JUDGEMENT_FIELDS, RELIABILITIES, STANCES } from '../../../src/core/annotation/model';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';
import { CODE_COLOURS, CREDIBILITY_SCHEMES, STANCE_SCHEMES } from '../../../src/core/codebook/schemes';
import { CONFLICTS } from '../../../src/core/sidecar/pieces';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import {
  ANNOTATION_FIELDS,
  FACT_FIELDS,
  PASS_FIELDS,
  REPLY_FIELDS,
  SIDECAR_VERSION,
  TOP_KEYS,
} from '../../../src/core/sidecar/sidecarFields';
import { annotationArbitrary } from './arbitraries';

const { annotation, document, pass, reply } = schema.definitions;
const ajv = new Ajv();
const accepts = ajv.compile(schema);

describe('the sidecar schema', () => {
  it('knows the fields that are written, in their order', () => {
    assert.deepEqual(Object.keys(schema.properties), [...TOP_KEYS, CONFLICTS]);
    assert.deepEqual(Object.keys(document.properties), [...FACT_FIELDS.keys(), CONFLICTS]);
    assert.deepEqual(Object.keys(annotation.properties), [...ANNOTATION_FIELDS.keys(), CONFLICTS]);
    assert.deepEqual(Object.keys(reply.properties), [...REPLY_FIELDS.keys()]);
    assert.deepEqual(Object.keys(pass.properties), [...PASS_FIELDS.keys()]);
    assert.equal(schema.properties.version.const, SIDECAR_VERSION);
  });

  const codes = [
    ['stances', STANCES, annotation.properties.stance.anyOf[0]!.oneOf!],
    ['reliabilities', RELIABILITIES, annotation.properties.reliability.oneOf],
    ['credibilities', CREDIBILITIES, annotation.properties.credibility.oneOf],
  ] as const;
  for (const [name, known, listed] of codes)
    it(`knows the ${name} of the model, in their order`, () =>
      assert.deepEqual(
        listed.map(code => code.const),
        [...known],
      ));

  it('describes every field', () => {
    const properties = {
      ...schema.properties,
      ...document.properties,
      ...annotation.properties,
      ...reply.properties,
      ...pass.properties,
    };
    for (const [name, { description }] of Object.entries(properties)) assert.ok(description.length > 10, name);
  });

  it('accepts whatever is written', () => {
    fc.assert(
      fc.property(annotationArbitrary, added => {
        const facts = { title: 'Harbour vote postponed', date: '2024-05-12' };
        const result = editSidecar(undefined, { kind: 'add', annotation: added }, { articleName: 'vote.txt', facts });
        assert.ok(result.kind === 'edited' && accepts(parse(result.source)), JSON.stringify(accepts.errors));
      }),
      { numRuns: 20 },
    );
  });

  const faults: readonly [string, unknown][] = [
    ['no version', {}],
    ['a version to come', { version: 2 }],
    ['an annotation without an id', { version: 1, annotations: [{ quote: 'x' }] }],
    ['an annotation without a quote', { version: 1, annotations: [{ id: 'a' }] }],
    ['a reply without text', { version: 1, annotations: [{ id: 'a', quote: 'x', replies: [{ author: 'Ada' }] }] }],
    ['a link without document', { version: 1, annotations: [{ id: 'a', quote: 'x', links: [{ quote: 'y' }] }] }],
    ['a reliability that is none', { version: 1, annotations: [{ id: 'a', quote: 'x', reliability: 'Z' }] }],
    ['a pass of nobody', { version: 1, passes: [{ done: '2026-11-22T09:00:00Z' }] }],
    ['a credibility that is none', { version: 1, annotations: [{ id: 'a', quote: 'x', credibility: 7 }] }],
  ];
  for (const [name, value] of faults) it(`does not accept ${name}`, () => assert.equal(accepts(value), false));

  it('accepts the fixture of the newest version, conflicts included', () => {
    const source = readFileSync(`test/fixtures/sidecars/version-${SIDECAR_VERSION}.pressmark.yaml`, 'utf8');
    assert.ok(accepts(parse(source)), JSON.stringify(accepts.errors));
  });

  it('accepts a stance of a codebook, and keys that are not ours', () => {
    assert.ok(accepts({ version: 1, annotations: [{ id: 'a', quote: 'x', stance: 'hedged', mine: 1 }], ours: [] }));
  });
});

describe('the codebook schema', () => {
  it('accepts lists of names and of definitions', () => {
    const check = ajv.compile(codebookSchema);
    assert.ok(check({ stances: ['for', { name: 'hedged', definition: 'Both at once.' }], tags: ['denial'] }));
    assert.equal(check({ targets: [{ definition: 'of nothing' }] }), false);
  });

  it('knows what the code knows: fields, schemes, colours, grades', () => {
    const { properties, definitions } = codebookSchema;
    const codes = (list: readonly { readonly const: string }[]) => list.map(code => code.const);
    assert.deepEqual(properties.required.items.enum, JUDGEMENT_FIELDS);
    assert.deepEqual(codes(properties.scheme.properties.stance.oneOf), Object.keys(STANCE_SCHEMES));
    assert.deepEqual(codes(properties.scheme.properties.credibility.oneOf), [...CREDIBILITY_SCHEMES]);
    assert.deepEqual(codes(definitions.entry.anyOf[1]!.properties!.colour.oneOf), [...CODE_COLOURS]);
    assert.deepEqual(codes(definitions.source.anyOf[1]!.properties!.reliability.oneOf), [...RELIABILITIES]);
  });

  it('accepts the samples’ codebook, as the code does', () => {
    const source = readFileSync('samples/pressmark.yaml', 'utf8');
    const check = ajv.compile(codebookSchema);
    assert.ok(check(parse(source)), JSON.stringify(check.errors));
    assert.deepEqual(parseCodebook(source).problems, []);
  });
});
