import assert from 'node:assert/strict';
import {
  conversationOf,
  reopening,
  resolving,
  rewording,
  saying,
  unsaying,
} from '../../../src/core/annotation/conversation';
import { type Annotation, type SidecarEdit } from '../../../src/core/annotation/model';
import { harmlessMarkdown } from '../../../src/vscode/harmlessMarkdown';

const annotation = (fields: Partial<Annotation>): Annotation => ({
  id: 'a',
  quote: 'x',
  prefix: '',
  suffix: '',
  start: 0,
  end: 1,
  author: 'Ada',
  created: '2026-11-22T09:00:00Z',
  ...fields,
});
const NOW = '2026-11-22T12:00:00Z';
const ADA = { author: 'Ada', timestamp: NOW };
const INES = { author: 'Ines', timestamp: NOW };
const R1 = { id: 'r1', author: 'Ines', created: '2026-11-22T10:00:00Z', text: 'No.' };
const newId = (): string => 'new1';
const said = (fields: Partial<Annotation>, index: number) => conversationOf(annotation(fields))[index]!;

describe('a conversation', () => {
  it('is the note, by who made the annotation, and the replies', () => {
    assert.deepEqual(conversationOf(annotation({ note: 'So?', replies: [R1] })), [
      { author: 'Ada', created: '2026-11-22T09:00:00Z', text: 'So?' },
      { author: 'Ines', created: '2026-11-22T10:00:00Z', text: 'No.', reply: R1 },
    ]);
    assert.deepEqual(conversationOf(annotation({ note: '' })), []);
  });

  const reply = { id: 'new1', author: 'Ines', created: NOW, text: 'y' };
  const noteOf = (note: string | undefined): SidecarEdit => ({
    kind: 'change',
    id: 'a',
    fields: { note, updated: NOW },
  });
  const replied = (author: string): SidecarEdit => ({ kind: 'reply', id: 'a', reply: { ...reply, author } });
  const cases: readonly (readonly [what: string, edit: SidecarEdit | undefined, wanted: SidecarEdit | undefined])[] = [
    ['the first word of who made the annotation is its note', saying(annotation({}), 'y', ADA, newId), noteOf('y')],
    ['that of another is a reply', saying(annotation({}), 'y', INES, newId), replied('Ines')],
    ['the second word is a reply', saying(annotation({ note: 'x' }), 'y', ADA, newId), replied('Ada')],
    ['a word after another’s is a reply', saying(annotation({ replies: [R1] }), 'y', ADA, newId), replied('Ada')],
    ['a note is reworded', rewording(annotation({ note: 'x' }), said({ note: 'x' }, 0), 'y', ADA), noteOf('y')],
    [
      'a reply is reworded',
      rewording(annotation({ replies: [R1] }), said({ replies: [R1] }, 0), 'y', INES),
      { kind: 'reply', id: 'a', was: R1, reply: { ...R1, text: 'y' } },
    ],
    [
      'the same words change nothing',
      rewording(annotation({ note: 'x' }), said({ note: 'x' }, 0), 'x', ADA),
      undefined,
    ],
    [
      'a note is taken back',
      unsaying(annotation({ note: 'x', stance: 'favor' }), said({ note: 'x' }, 0), ADA),
      noteOf(undefined),
    ],
    [
      'a note is taken back, and what was replied stays',
      unsaying(annotation({ note: 'x', replies: [R1] }), said({ note: 'x' }, 0), ADA),
      noteOf(undefined),
    ],
    [
      'a reply is taken back',
      unsaying(annotation({ note: 'x', replies: [R1] }), said({ replies: [R1] }, 0), INES),
      { kind: 'reply', id: 'a', was: R1 },
    ],
    [
      'with the only word goes an annotation that says nothing else',
      unsaying(annotation({ note: 'x' }), said({ note: 'x' }, 0), ADA),
      { kind: 'remove', id: 'a' },
    ],
    [
      'it is resolved',
      resolving(annotation({}), INES),
      { kind: 'change', id: 'a', fields: { resolved: NOW, resolvedBy: 'Ines' } },
    ],
    [
      'it is reopened',
      reopening(annotation({})),
      { kind: 'change', id: 'a', fields: { resolved: undefined, resolvedBy: undefined } },
    ],
  ];
  for (const [what, edit, wanted] of cases) it(what, () => assert.deepEqual(edit, wanted));
});

describe('Markdown by others', () => {
  const cases: readonly (readonly [what: string, text: string, harmless: string])[] = [
    [
      'loses its images',
      'a ![b](https://c.example/d.png) ![e][f]',
      'a !\u200b[b](https://c.example/d.png) !\u200b[e][f]',
    ],
    ['loses them behind a backslash too', '\\![b](c)', '\\!\u200b[b](c)'],
    [
      'shows HTML as it is written',
      '<b>x</b> <!-- y --> <img src=z>',
      '<\u200bb>x<\u200b/b> <\u200b!-- y --> <\u200bimg src=z>',
    ],
    [
      'keeps addresses, comparisons and links',
      '<https://a.example> 1 < 2 [b](c)!',
      '<https://a.example> 1 < 2 [b](c)!',
    ],
  ];
  for (const [what, text, harmless] of cases) it(what, () => assert.equal(harmlessMarkdown(text), harmless));
});
