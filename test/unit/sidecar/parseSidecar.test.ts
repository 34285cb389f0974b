import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MAX_SIDECAR_LENGTH } from '../../../src/core/sidecar/readYaml';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

const GOOD = `version: 1
document:
  title: Harbour vote postponed
annotations:
  - id: k3v9x2ma # checked
    quote: “We will counter it,” he said.
    start: 272
    end: 303
    stance: against
    reliability: B
    credibility: 2
    note: |
      Two lines
      of *Markdown*.
    tags: [denial, official]
    created: 2026-11-22T09:00:00Z
    mine: kept
`;

const told = (source: string): readonly string[] =>
  parseSidecar(source).problems.map(({ code, span, arguments: values }) =>
    `${code} ‹${source.slice(span.start, span.end)}› ${Object.values(values).join(' ')}`.trim(),
  );

describe('reading a sidecar', () => {
  it('reads facts and annotations, and where each annotation stands', () => {
    const { version, facts, annotations, problems, editable } = parseSidecar(GOOD);
    const [{ source, ...annotation }] = annotations as [(typeof annotations)[0]];
    assert.deepEqual([version, facts, problems, editable], [1, { title: 'Harbour vote postponed' }, [], true]);
    assert.deepEqual(annotation, {
      id: 'k3v9x2ma',
      quote: '“We will counter it,” he said.',
      prefix: '',
      suffix: '',
      start: 272,
      end: 303,
      stance: 'against',
      reliability: 'B',
      credibility: 2,
      note: 'Two lines\nof *Markdown*.',
      tags: ['denial', 'official'],
      created: '2026-11-22T09:00:00Z',
    });
    assert.equal(GOOD.slice(source.start, source.end), GOOD.slice(GOOD.indexOf('  - id')));
  });

  it('reads the same whatever the line ends, and with a byte order mark', () => {
    const windows = '\ufeff' + GOOD.replaceAll('\n', '\r\n');
    const plain = (source: string): unknown => parseSidecar(source).annotations.map(({ source: _, ...rest }) => rest);
    assert.deepEqual(plain(windows), plain(GOOD));
  });

  const places: readonly [string, string, { start: number; end: number }][] = [
    ['no place', '', { start: -1, end: -1 }],
    ['a start alone', 'start: 10', { start: 10, end: 14 }],
    ['an end alone', 'end: 14', { start: 10, end: 14 }],
    ['a start after the end', 'start: 9, end: 4', { start: -1, end: -1 }],
    ['a place before the text', 'start: -5, end: 4', { start: 0, end: 4 }],
    ['a place beyond all texts', 'start: 1e300', { start: -1, end: -1 }],
  ];
  for (const [name, fields, { start, end }] of places)
    it(`takes what is there of a quote with ${name}`, () => {
      const [annotation] = parseSidecar(`annotations: [{id: a, quote: four, ${fields}}]`).annotations;
      assert.deepEqual([annotation!.start, annotation!.end], [start, end]);
    });

  it('takes texts as they are written where YAML sees a number or a truth value', () => {
    const { annotations, facts } = parseSidecar(
      'document: {title: 1984}\nannotations: [{id: 007, quote: true, tags: [2024, x], credibility: "3"}]',
    );
    const { id, quote, tags, credibility } = annotations[0]!;
    assert.deepEqual([facts.title, id, quote, tags, credibility], ['1984', '007', 'true', ['2024', 'x'], 3]);
  });

  it('follows aliases, however many', () => {
    const { annotations } = parseSidecar(
      'annotations:\n- &one {id: a, quote: &q yes, tags: &t [x]}\n- {id: b, quote: *q, tags: *t}\n',
    );
    assert.deepEqual([annotations[1]!.quote, annotations[1]!.tags], ['yes', ['x']]);
  });

  it('is not tricked by keys that objects have', () => {
    const { annotations } = parseSidecar(
      '__proto__: {polluted: 1}\nannotations: [{__proto__: {quote: x}, constructor: y, id: a, quote: z}]',
    );
    assert.deepEqual([annotations.length, 'polluted' in {}], [1, false]);
  });
});

describe('a sidecar with faults', () => {
  const item = (fields: string): string => `annotations: [{${fields}}, {id: ok, quote: fine}]`;
  const cases: readonly [string, string, readonly string[], { listed: number; editable: boolean }][] = [
    ['no id', item('quote: x'), ['missing-field ‹{quote: x}› id'], { listed: 1, editable: true }],
    [
      'an empty quote',
      item('id: a, quote: ""'),
      ['missing-field ‹{id: a, quote: ""}› quote'],
      { listed: 1, editable: true },
    ],
    [
      'a quote of the wrong type',
      item('id: a, quote: [x]'),
      ['wrong-type ‹[x]› quote text'],
      { listed: 1, editable: true },
    ],
    [
      'a note of the wrong type',
      item('id: a, quote: x, note: {b: c}'),
      ['wrong-type ‹{b: c}› note text'],
      { listed: 1, editable: true },
    ],
    [
      'replies that are no list',
      item('id: a, quote: x, replies: yes'),
      ['wrong-type ‹yes› replies list of replies'],
      { listed: 1, editable: true },
    ],
    [
      'a reply that is no map',
      item('id: a, quote: x, replies: [yes]'),
      ['wrong-type ‹[yes]› replies list of replies'],
      { listed: 1, editable: true },
    ],
    [
      'a reply without text',
      item('id: a, quote: x, replies: [{author: Ada}]'),
      ['missing-field ‹{author: Ada}› text'],
      { listed: 1, editable: true },
    ],
    [
      'a link without a passage',
      item('id: a, quote: x, links: [{relation: supports, document: b.txt}]'),
      ['missing-field ‹{relation: supports, document: b.txt}› quote'],
      { listed: 1, editable: true },
    ],
    [
      'a link of no known relation, and one that leads to no document',
      item('id: a, quote: x, links: [{relation: rhymes, document: /etc/passwd, quote: y}]'),
      ['invalid-value ‹rhymes› relation rhymes', 'invalid-value ‹/etc/passwd› document /etc/passwd'],
      { listed: 2, editable: true },
    ],
    [
      'a link’s end before its start',
      item('id: a, quote: x, links: [{relation: supports, document: b.txt, quote: y, start: 4, end: 2}]'),
      ['end-before-start ‹2›'],
      { listed: 2, editable: true },
    ],
    [
      'a reliability that is none',
      item('id: a, quote: x, reliability: Z'),
      ['invalid-value ‹Z› reliability Z'],
      { listed: 2, editable: true },
    ],
    [
      'a credibility that is none',
      item('id: a, quote: x, credibility: 7'),
      ['invalid-value ‹7› credibility 7'],
      { listed: 2, editable: true },
    ],
    [
      'a letter for credibility',
      item('id: a, quote: x, credibility: A'),
      ['invalid-value ‹A› credibility A'],
      { listed: 2, editable: true },
    ],
    [
      'a start that is a word',
      item('id: a, quote: x, start: here'),
      ['wrong-type ‹here› start position'],
      { listed: 2, editable: true },
    ],
    [
      'an end before its start',
      item('id: a, quote: x, start: 9, end: 4'),
      ['end-before-start ‹4›'],
      { listed: 2, editable: true },
    ],
    ['an id twice', item('id: ok, quote: x'), ['duplicate-id ‹ok› ok'], { listed: 2, editable: true }],
    ['a key twice', item('id: a, quote: x, quote: y'), ['duplicate-key ‹quote› quote'], { listed: 1, editable: true }],
    [
      'an annotation that is no map',
      'annotations: [x, {id: ok, quote: fine}]',
      ['wrong-type ‹x› annotations map'],
      { listed: 1, editable: true },
    ],
    [
      'annotations that are no list',
      'annotations: {id: a}',
      ['wrong-type ‹{id: a}› annotations list'],
      { listed: 0, editable: false },
    ],
    [
      'annotations twice',
      'annotations: []\nannotations: []',
      ['duplicate-key ‹annotations› annotations'],
      { listed: 0, editable: false },
    ],
    ['a list at the top', '- x', ['wrong-type ‹- x›  map'], { listed: 0, editable: false }],
    [
      'a newer version',
      'version: 2\nannotations: [{id: a, quote: b}]',
      ['newer-version ‹2› 2 1'],
      { listed: 1, editable: false },
    ],
    ['a version that is no number', 'version: one', ['wrong-version ‹one› one'], { listed: 0, editable: false }],
    [
      'two documents',
      'version: 1\n---\nversion: 1\n',
      ['several-documents ‹---\nversion: 1\n›'],
      { listed: 0, editable: false },
    ],
    ['a stance of a codebook', item('id: a, quote: x, stance: hedged'), [], { listed: 2, editable: true }],
    ['nothing in it', '', [], { listed: 0, editable: true }],
    ['comments only', '# nothing\n', [], { listed: 0, editable: true }],
    ['no version', 'annotations: []', [], { listed: 0, editable: true }],
  ];
  for (const [name, source, problems, { listed, editable }] of cases)
    it(`with ${name} says so, and reads the rest`, () => {
      const parsed = parseSidecar(source);
      assert.deepEqual(told(source), problems);
      assert.deepEqual([parsed.annotations.length, parsed.editable], [listed, editable]);
    });

  it('that is not YAML says where, in the yaml library’s words', () => {
    const source = 'version: 1\nannotations:\n  - id: a\n   quote: x\n';
    const { problems, editable } = parseSidecar(source);
    assert.equal(editable, false);
    assert.equal(problems[0]!.code, 'not-yaml');
    assert.equal(source.slice(0, problems[0]!.span.start).split('\n').length, 4);
    assert.ok(problems[0]!.arguments.message);
  });

  it('with conflicts names each of them, and reads our side', () => {
    const source = `annotations:
<<<<<<< HEAD
  - id: ours
    quote: x
||||||| base
  - id: base
=======
  - id: theirs
    quote: y
>>>>>>> branch
  - id: both
    quote: |
      a heading
      =======
<<<<<<< HEAD
    stance: favor
=======
    stance: against
>>>>>>> branch
`;
    const { annotations, problems, editable } = parseSidecar(source);
    assert.deepEqual(
      annotations.map(({ id, stance }) => [id, stance]),
      [
        ['ours', undefined],
        ['both', 'favor'],
      ],
    );
    assert.deepEqual(
      problems.map(({ code, span }) => [code, source.slice(0, span.start).split('\n').length]),
      [
        ['conflict-markers', 2],
        ['conflict-markers', 15],
      ],
    );
    assert.equal(editable, false);
  });

  it('with a conflict that never ends is not editable', () => {
    const { problems, editable } = parseSidecar('version: 1\n<<<<<<< HEAD\nannotations: []\n');
    assert.deepEqual([problems[0]!.code, editable], ['conflict-markers', false]);
  });

  const bombs: readonly [string, string][] = [
    [
      'aliases that multiply',
      [
        'a: &a [x,x,x,x,x,x,x,x,x]',
        ...'bcdefghijklmnop'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefghijklmno'[i]},`.repeat(9)}]`),
      ].join('\n') + '\nannotations: *p\n',
    ],
    ['lists in lists', 'annotations: ' + '['.repeat(5_000)],
    ['dashes in dashes', '- '.repeat(5_000)],
    ['maps in maps', '{a: '.repeat(5_000)],
    ['an alias to itself', 'annotations: &a [*a]'],
    ['too much of it', 'x'.repeat(MAX_SIDECAR_LENGTH + 1)],
  ];
  for (const [name, source] of bombs)
    it(`made of ${name} is read in no time`, () => {
      const start = performance.now();
      parseSidecar(source);
      assert.ok(performance.now() - start < 1000);
    });

  it('never makes the reader throw', () => {
    const shreds = fc.array(
      fc.constantFrom(
        ...GOOD.split(/(?<=\W)/),
        '<<<<<<< ',
        '=======\n',
        '>>>>>>> ',
        '*a',
        '&a ',
        '!!map',
        '? ',
        '---\n',
        '...',
        '\t',
        '\r',
        '\u0000',
        '\ufeff',
        '%YAML 9\n',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        '|+\n',
        '>-\n',
      ),
    );
    fc.assert(
      fc.property(
        shreds.map(all => all.join('')),
        source => void parseSidecar(source),
      ),
      { numRuns: 300 },
    );
  });
});
