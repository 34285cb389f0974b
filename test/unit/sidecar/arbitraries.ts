import fc from 'fast-check';
import {
  type Annotation,
  CREDIBILITIES,
  type Judgement,
  type Link,
  LINK_RELATIONS,
  RELIABILITIES,
  type Reply,
  STANCES,
} from '../../../src/core/annotation/model';
import { orderedLink } from '../../../src/core/sidecar/readFields';

/** Texts as articles and people have them, and texts that YAML has trouble with. */
export const textArbitrary = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...' \t\n\r:#-?|>&*!%@`"\'{}[],~“”…é\u0301\u0000\u0085\u2028\ufeff',
      '\ud83d',
      '\ude00',
      '😀',
      'a',
    ),
  }),
  fc.constantFrom(
    'no',
    '1:30',
    '0x1f',
    '1e3',
    '2024-05-12',
    'null',
    '~',
    '- a',
    'a: b',
    'a #b',
    ' lead',
    'trail ',
    '\n',
    'x\n',
    'x\n\n',
  ),
  fc.constantFrom(
    '“We will counter it,” he said.',
    'say "no"',
    "it's",
    'a\n\n  b\n c',
    '---',
    '...',
    '<<<<<<< ours',
    '\ta\n\tb',
    '|',
    '%YAML',
  ),
);

const someText = textArbitrary.filter(text => text !== '');

const judgement = {
  stance: fc.oneof(fc.constantFrom(...STANCES), textArbitrary),
  target: textArbitrary,
  reliability: fc.constantFrom(...RELIABILITIES),
  credibility: fc.constantFrom(...CREDIBILITIES),
  basis: textArbitrary,
  note: textArbitrary,
  tags: fc.array(textArbitrary, { maxLength: 3 }),
};

/** Times that differ, and what people write in their place. */
const timeArbitrary = fc.oneof(
  fc.constantFrom('2026-11-22T09:00:00Z', '2026-11-22T09:30:00Z', '2026-11-23T09:00:00Z'),
  textArbitrary,
);

export const replyArbitrary: fc.Arbitrary<Reply> = fc
  .record(
    {
      id: fc.oneof(fc.stringMatching(/^[a-z][a-z0-9]{7}$/), textArbitrary),
      author: textArbitrary,
      created: timeArbitrary,
      text: textArbitrary,
    },
    { requiredKeys: ['text'] },
  )
  // In the order in which they are written.
  .map(({ text, ...known }) => ({
    ...Object.fromEntries(
      (['id', 'author', 'created'] as const).flatMap(key => (key in known ? [[key, known[key]]] : [])),
    ),
    text,
  }));

export const linkArbitrary: fc.Arbitrary<Link> = fc
  .record(
    {
      id: fc.oneof(fc.stringMatching(/^[a-z][a-z0-9]{7}$/), textArbitrary),
      relation: fc.constantFrom(...LINK_RELATIONS),
      document: fc.constantFrom('other.txt', '../wire/the other.txt', 'a: b #c.txt', 'Ääkköset/“é”.md'),
      annotation: textArbitrary,
      quote: someText,
      prefix: textArbitrary,
      suffix: textArbitrary,
      start: fc.nat(),
      length: fc.nat(500),
      note: textArbitrary,
      author: textArbitrary,
      created: timeArbitrary,
    },
    { requiredKeys: ['relation', 'document', 'quote', 'prefix', 'suffix', 'start', 'length'] },
  )
  .map(({ length, ...link }) => orderedLink({ ...link, end: link.start + length }));

const linksArbitrary = fc.array(linkArbitrary, { minLength: 1, maxLength: 3 });

const repliesArbitrary = fc.array(replyArbitrary, { minLength: 1, maxLength: 3 });

/** Any judgement, fields to remove included. */
export const judgementArbitrary: fc.Arbitrary<Partial<Judgement>> = fc.record(
  Object.fromEntries(
    Object.entries(judgement).map(([name, value]) => [
      name,
      fc.option(value as fc.Arbitrary<unknown>, { nil: undefined }),
    ]),
  ),
  { requiredKeys: [] },
);

export const annotationArbitrary: fc.Arbitrary<Annotation> = fc
  .record(
    {
      id: fc.oneof(fc.stringMatching(/^[a-z0-9]{8}$/), someText).filter(id => id !== 'kept' && id !== 'also'),
      quote: someText,
      prefix: textArbitrary,
      suffix: textArbitrary,
      ...judgement,
      replies: repliesArbitrary,
      resolved: timeArbitrary,
      resolvedBy: textArbitrary,
      links: linksArbitrary,
      author: textArbitrary,
      adjudicates: fc.array(fc.oneof(fc.constantFrom('kept', 'also'), textArbitrary), { maxLength: 3 }),
      created: fc.oneof(fc.constant('2026-11-22T09:00:00Z'), textArbitrary),
      updated: fc.constant('2026-11-22T09:00:00Z'),
      reviewed: fc.constantFrom('2026-11-22T08:00:00Z', '2026-11-22T10:00:00Z'),
      reviewedBy: textArbitrary,
      start: fc.nat(),
      occurrence: fc.constantFrom('1/2', '2/2', '1/1', '12/240'),
      length: fc.nat(500),
    },
    { requiredKeys: ['id', 'quote', 'prefix', 'suffix', 'start', 'length'] },
  )
  .map(({ length, ...annotation }) => ({ ...annotation, end: annotation.start + length }));
