import assert from 'node:assert/strict';
import { type Annotation, type Link, type SidecarEdit } from '../../../src/core/annotation/model';
import { editSidecar, type EditResult } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

const ORIGIN = { articleName: 'harbour-vote.txt', facts: { title: 'Harbour vote: postponed', date: '2024-05-12' } };
const edit = (source: string | undefined, what: SidecarEdit): EditResult => editSidecar(source, what, ORIGIN);

function edited(source: string | undefined, what: SidecarEdit): string {
  const result = edit(source, what);
  assert.equal(result.kind, 'edited', JSON.stringify(result));
  return result.source;
}

const passage = (id: string, start: number, fields: Partial<Annotation> = {}): Annotation => ({
  id,
  quote: 'word',
  prefix: '',
  suffix: '',
  start,
  end: start + 4,
  ...fields,
});

/** As a careful editor leaves a file: comments, keys of their own, their own order, quotes and blank lines. */
const BY_HAND = `# Read by Ada before Monday
document:
    publisher: "Norrby Posten" # the morning edition
annotations:
    # the sharpest line
    - quote: “We will counter it,” he said.
      id: k3v9x2ma
      stance:   against   # sure
      checked: {by: Ada, twice: yes}
      note: >
        folded
        text
      start: 272
      end: 302

    - id: b7c1
      quote: 'word'
      start: 400
      end: 404
version: 1
`;

/** A conversation as people leave one: comments, keys of their own, one reply in flow style. */
const DISCUSSED = `version: 1
annotations:
  - id: k3v9x2ma
    quote: “We will counter it,” he said.
    note: Is that so?
    replies:
    # of the first day
    - text: See the minutes. # page 4
      id: r1
      seen: [Ada]
    - {id: r2, created: 2026-11-22T09:15:00Z, text: Seen.}
    # of the second
    - id: r3
      created: 2026-11-23T09:00:00Z
      text: |
        Then it is settled.
    tags: [denial]
`;

describe('replies in a sidecar', () => {
  const reply = (text: string, created: string) => ({ id: 'new1', author: 'Ines Holm', created, text });

  const cases: readonly (readonly [string, Omit<SidecarEdit & { kind: 'reply' }, 'kind' | 'id'>, string, string])[] = [
    [
      'a new one goes before the first that is later, and touches no other line',
      { reply: reply('Heard it **too**.', '2026-11-22T12:00:00Z') },
      '    # of the second\n',
      '    - id: new1\n      author: Ines Holm\n      created: 2026-11-22T12:00:00Z\n      text: |\n        Heard it **too**.\n    # of the second\n',
    ],
    [
      'one that is the last goes to the end',
      { reply: reply('Late.', '2026-11-24T09:00:00Z') },
      '    tags:',
      '    - id: new1\n      author: Ines Holm\n      created: 2026-11-24T09:00:00Z\n      text: |\n        Late.\n    tags:',
    ],
    [
      'one that is changed keeps its comment and its keys',
      { was: { id: 'r1', text: 'See the minutes.' }, reply: { id: 'r1', text: 'See page 5.' } },
      'text: See the minutes. # page 4',
      'text: | # page 4\n        See page 5.',
    ],
    [
      'one in flow style stays in it',
      {
        was: { id: 'r2', created: '2026-11-22T09:15:00Z', text: 'Seen.' },
        reply: { id: 'r2', created: '2026-11-22T09:15:00Z', text: 'Not seen.' },
      },
      'text: Seen.',
      'text: "Not seen."',
    ],
    [
      'one that is taken away takes its lines along',
      { was: { id: 'r3', text: 'whatever it says by now' } },
      '    # of the second\n    - id: r3\n      created: 2026-11-23T09:00:00Z\n      text: |\n        Then it is settled.\n',
      '',
    ],
  ];
  for (const [name, what, before, after] of cases)
    it(`${name}, and can be taken back`, () => {
      const result = edit(DISCUSSED, { kind: 'reply', id: 'k3v9x2ma', ...what });
      assert.ok(result.kind === 'edited', JSON.stringify(result));
      assert.equal(result.source, DISCUSSED.replace(before, after));
      assert.equal(edited(result.source, result.inverse), DISCUSSED);
    });

  it('the first one gets a list, and takes it along when it goes', () => {
    const source = 'version: 1\nannotations:\n  - id: a\n    quote: x\n    tags: [b]\n';
    const first = reply('Why?', '2026-11-22T12:00:00Z');
    const answered = edited(source, { kind: 'reply', id: 'a', reply: first });
    assert.equal(
      answered,
      source.replace(
        '    tags',
        '    replies:\n      - id: new1\n        author: Ines Holm\n        created: 2026-11-22T12:00:00Z\n        text: |\n          Why?\n    tags',
      ),
    );
    assert.equal(edited(answered, { kind: 'reply', id: 'a', was: first }), source);
  });

  it('are written into JSON too', () => {
    const source = '{"version": 1, "annotations": [{"id": "a", "quote": "x"}]}';
    const answered = edited(source, { kind: 'reply', id: 'a', reply: { text: 'y' } });
    assert.equal(answered, '{"version": 1, "annotations": [{"id": "a", "quote": "x", "replies": [{"text": "y"}]}]}');
  });

  it('of one that somebody removed meanwhile, what was to be written is added; and to remove it again changes nothing', () => {
    const was = { id: 'gone', text: 'old' };
    assert.match(edited(DISCUSSED, { kind: 'reply', id: 'k3v9x2ma', was, reply: { id: 'gone', text: 'new' } }), /new/);
    assert.equal(edit(DISCUSSED, { kind: 'reply', id: 'k3v9x2ma', was }).kind, 'unchanged');
  });

  it('whose list could not be kept whole are left alone', () => {
    const source = 'version: 1\nannotations:\n  - id: a\n    quote: x\n    replies: [{text: y, mine: 1}]\n';
    assert.equal(edit(source, { kind: 'reply', id: 'a', reply: { text: 'z' } }).kind, 'refused');
  });
});

const LINKED = `version: 1
annotations:
  - id: k3v9x2ma
    quote: x
    links:
      # the agency
      - id: l1
        relation: copied-from # word for word
        document: wire.txt
        quote: x
      - {id: l2, relation: supports, document: ../b.txt, quote: y}
    tags: [a]
`;

describe('links in a sidecar', () => {
  const link: Link = {
    id: 'new1',
    relation: 'contradicts',
    document: '../desk/002.txt',
    annotation: 'b7c1d0e4',
    quote: '28 boats',
    prefix: 'at least ',
    suffix: '',
    start: 40,
    end: 48,
    note: 'The figures differ',
    author: 'Ines Holm',
    created: '2026-11-22T12:00:00Z',
  };
  const l1 = { id: 'l1', relation: 'copied-from', document: 'wire.txt', quote: 'x', prefix: '', suffix: '' };
  const cases: readonly (readonly [string, Omit<SidecarEdit & { kind: 'link' }, 'kind' | 'id'>, string, string])[] = [
    [
      'a new one goes to the end, and touches no other line',
      { link },
      '    tags',
      '      - id: new1\n        relation: contradicts\n        document: ../desk/002.txt\n        annotation: b7c1d0e4\n        quote: 28 boats\n        prefix: "at least "\n        start: 40\n        end: 48\n        note: The figures differ\n        author: Ines Holm\n        created: 2026-11-22T12:00:00Z\n    tags',
    ],
    [
      'one whose document has moved keeps its comments',
      {
        was: { ...l1, start: -1, end: -1 },
        link: { ...l1, document: 'wires/1.txt', start: -1, end: -1 },
      },
      'document: wire.txt',
      'document: wires/1.txt',
    ],
    [
      'one that is taken away takes its lines along',
      { was: { ...l1, start: -1, end: -1 } },
      '      # the agency\n      - id: l1\n        relation: copied-from # word for word\n        document: wire.txt\n        quote: x\n',
      '',
    ],
  ];
  for (const [name, what, before, after] of cases)
    it(`${name}, and can be taken back`, () => {
      const result = edit(LINKED, { kind: 'link', id: 'k3v9x2ma', ...what });
      assert.ok(result.kind === 'edited', JSON.stringify(result));
      assert.equal(result.source, LINKED.replace(before, after));
      assert.equal(edited(result.source, result.inverse), LINKED);
    });

  const HAND = LINKED.replace('id: l1\n        relation', 'mine: 1\n        relation').replace('id: l2, ', '');
  const relink = (source: string, ...documents: readonly (readonly [string, string])[]) =>
    edit(source, { kind: 'relink', documents: new Map(documents) });

  for (const [what, source] of [
    ['', LINKED],
    [' that were written by hand', HAND],
    [' in Windows line ends', LINKED.replaceAll('\n', '\r\n')],
  ] as const)
    it(`all${what} lead to where a document has gone, and nothing else changes`, () => {
      const result = relink(source, ['wire.txt', '../wires/1: a.txt'], ['../b.txt', 'b.txt'], ['x', 'y']);
      assert.ok(result.kind === 'edited', JSON.stringify(result));
      const after = source.replace('wire.txt', '"../wires/1: a.txt"').replace('../b.txt', '"b.txt"');
      assert.equal(result.source, after);
      assert.equal(edited(after, result.inverse), source);
    });

  it('of which none leads there are left alone, also in a file that cannot be edited', () => {
    assert.equal(relink(LINKED, ['b.txt', 'c.txt']).kind, 'unchanged');
    assert.equal(relink(`<<<<<<< a\n${LINKED}`, ['b.txt', 'c.txt']).kind, 'unchanged');
    assert.equal(relink(`<<<<<<< a\n${LINKED}`, ['wire.txt', 'c.txt']).kind, 'refused');
  });

  it('one without an id keeps its comments and its place when it says something else', () => {
    const [first, second] = parseSidecar(HAND).annotations[0]!.links!;
    const links = [{ ...first!, quote: 'z' }, second!];
    assert.equal(
      edited(HAND, { kind: 'change', id: 'k3v9x2ma', fields: { links } }),
      HAND.replace('wire.txt\n        quote: x', 'wire.txt\n        quote: z'),
    );
  });

  it('the first one gets a list behind the note, and takes it along when it goes', () => {
    const source = 'version: 1\nannotations:\n  - id: a\n    quote: x\n    note: |\n      So.\n    tags: [b]\n';
    const linked = edited(source, { kind: 'link', id: 'a', link });
    assert.match(linked, /So\.\n {4}links:\n {6}- id: new1\n/);
    assert.equal(edited(linked, { kind: 'link', id: 'a', was: link }), source);
  });

  it('a dismissal that is linked is an annotation', () => {
    const source = 'version: 1\nannotations:\n  - id: a\n    quote: x\n    dismissed: 2026-11-22T09:00:00Z\n';
    assert.equal(parseSidecar(source).annotations.length, 0);
    assert.equal(parseSidecar(edited(source, { kind: 'link', id: 'a', link })).annotations.length, 1);
  });
});

describe('editing a sidecar', () => {
  it('writes a new file that people can read', () => {
    const annotation = passage('k3v9x2ma', 272, {
      quote: '“We will counter it,” he said.',
      prefix: 'the hour. ',
      stance: 'against',
      target: 'harbour expansion',
      reliability: 'B',
      credibility: 2,
      note: 'Said on the *record*.\n\nTwice.',
      tags: ['denial', 'on: record', 'no'],
      author: 'Ada Ferrin',
      created: '2026-11-22T09:00:00Z',
    });
    assert.equal(
      edited(undefined, { kind: 'add', annotation }),
      `# Pressmark annotations of harbour-vote.txt. Format: docs/sidecar-format.md of Pressmark
version: 1
document:
  title: "Harbour vote: postponed"
  date: 2024-05-12
annotations:
  - id: k3v9x2ma
    quote: “We will counter it,” he said.
    prefix: "the hour. "
    start: 272
    end: 276
    stance: against
    target: harbour expansion
    reliability: B
    credibility: 2
    note: |
      Said on the *record*.

      Twice.
    tags: [denial, "on: record", "no"]
    author: Ada Ferrin
    created: 2026-11-22T09:00:00Z
`,
    );
  });

  it('never lets an article’s name break out of the comment', () => {
    const result = editSidecar(
      undefined,
      { kind: 'add', annotation: passage('a', 1) },
      { articleName: 'a\nversion: 9', facts: {} },
    );
    assert.ok(result.kind === 'edited' && !result.source.includes('\nversion: 9'));
  });

  /** What an edit does to BY_HAND: the lines that go and the lines that come. */
  const diffs: readonly [string, SidecarEdit, readonly string[], readonly string[]][] = [
    [
      'a new stance',
      { kind: 'change', id: 'k3v9x2ma', fields: { stance: 'favor' } },
      ['      stance:   against   # sure'],
      ['      stance:   favor   # sure'],
    ],
    [
      'a new target',
      { kind: 'change', id: 'k3v9x2ma', fields: { target: 'the port: all of it' } },
      [],
      ['      target: "the port: all of it"'],
    ],
    [
      'no stance',
      { kind: 'change', id: 'k3v9x2ma', fields: { stance: undefined } },
      ['      stance:   against   # sure'],
      [],
    ],
    [
      'a new note',
      { kind: 'change', id: 'k3v9x2ma', fields: { note: 'one\ntwo' } },
      ['      note: >', '        folded', '        text'],
      ['      note: |', '        one', '        two'],
    ],
    [
      'another quote, in its own quotes',
      { kind: 'change', id: 'b7c1', fields: { quote: 'words' } },
      ["      quote: 'word'"],
      ["      quote: 'words'"],
    ],
    [
      'a new first key',
      { kind: 'change', id: 'k3v9x2ma', fields: { quote: 'x' } },
      ['    - quote: “We will counter it,” he said.'],
      ['    - quote: x'],
    ],
    [
      'two new fields and a new place',
      { kind: 'change', id: 'b7c1', fields: { basis: 'seen', reliability: 'A', start: 401 } },
      ['      start: 400'],
      ['      start: 401', '      reliability: A', '      basis: seen'],
    ],
    [
      'a new publisher',
      { kind: 'facts', facts: { publisher: 'Sund Avis' } },
      ['    publisher: "Norrby Posten" # the morning edition'],
      ['    publisher: "Sund Avis" # the morning edition'],
    ],
    ['a title', { kind: 'facts', facts: { publisher: 'Norrby Posten', title: 'Vote' } }, [], ['    title: Vote']],
    ['the first removed', { kind: 'remove', id: 'k3v9x2ma' }, BY_HAND.split('\n').slice(4, 15), []],
    ['the last removed', { kind: 'remove', id: 'b7c1' }, BY_HAND.split('\n').slice(14, 19), []],
    [
      'one more, between the two',
      { kind: 'add', annotation: passage('new', 300) },
      [],
      ['    - id: new', '      quote: word', '      start: 300', '      end: 304', ''],
    ],
  ];
  for (const [name, what, gone, come] of diffs)
    it(`touches nothing else for ${name}`, () => {
      assert.deepEqual(lineDifference(BY_HAND, edited(BY_HAND, what)), { gone: [...gone], come: [...come] });
    });

  it('keeps Windows’ line ends, a byte order mark and a missing last line end', () => {
    const before = '\ufeffversion: 1\r\nannotations:\r\n- id: a\r\n  quote: word\r\n  start: 5';
    const after = edited(before, { kind: 'add', annotation: passage('b', 9, { note: 'x\ny' }) });
    assert.equal(
      after,
      `${before}\r\n- id: b\r\n  quote: word\r\n  start: 9\r\n  end: 13\r\n  note: |\r\n    x\r\n    y`,
    );
  });

  const orders: readonly [string, readonly [string, number][], [string, number], string][] = [
    [
      'before the first that starts later',
      [
        ['a', 1],
        ['c', 9],
      ],
      ['b', 5],
      'a b c',
    ],
    [
      'last where none does',
      [
        ['a', 1],
        ['c', 9],
      ],
      ['d', 10],
      'a c d',
    ],
    [
      'first',
      [
        ['b', 5],
        ['c', 9],
      ],
      ['a', 1],
      'a b c',
    ],
    [
      'by its id beside one of the same place',
      [
        ['a', 5],
        ['c', 5],
      ],
      ['b', 5],
      'a b c',
    ],
    [
      'without sorting the others',
      [
        ['x', 9],
        ['a', 1],
        ['c', 20],
      ],
      ['d', 15],
      'x a d c',
    ],
  ];
  for (const [name, known, added, expected] of orders)
    it(`puts a new annotation ${name}`, () => {
      const before = `annotations:\n${known.map(([id, start]) => `  - {id: ${id}, quote: word, start: ${start}, end: ${start + 4}}\n`).join('')}`;
      const after = edited(before, { kind: 'add', annotation: passage(...added) });
      assert.equal([...after.matchAll(/\bid: (\w)/g)].map(([, id]) => id).join(' '), expected);
    });

  it('works in flow style and in JSON', () => {
    const json = '{"version": 1, "annotations": [{"id": "a", "quote": "x", "mine": [1, 2]}]}\n';
    const added = edited(json, { kind: 'add', annotation: passage('b', 3) });
    assert.deepEqual(JSON.parse(added), {
      version: 1,
      annotations: [
        { id: 'a', quote: 'x', mine: [1, 2] },
        { id: 'b', quote: 'word', start: 3, end: 7 },
      ],
    });
    assert.equal(edited(added, { kind: 'remove', id: 'b' }), json);
    assert.equal(
      edited(json, { kind: 'change', id: 'a', fields: { stance: 'favor' } }),
      json.replace('"x"', '"x", "stance": "favor"'),
    );
  });

  it('leaves what shares an anchor with what it changes as it was, or leaves the file alone', () => {
    const shared =
      'annotations:\n  - id: a\n    quote: x\n    target: &t the port\n  - id: b\n    quote: y\n    target: *t\n';
    assert.equal(
      edited(shared, { kind: 'change', id: 'b', fields: { target: 'the mayor' } }),
      shared.replace('*t', 'the mayor'),
    );
    for (const what of [
      { kind: 'remove', id: 'a' },
      { kind: 'change', id: 'a', fields: { target: 'z' } },
    ] as const) {
      const result = edit(shared, what);
      assert.ok(result.kind === 'refused' && result.problems[0]!.code === 'cannot-edit-in-place');
    }
  });

  const broken: readonly [string, string][] = [
    ['not-yaml', 'annotations:\n  - id: a\n   quote: x\n'],
    ['conflict-markers', '<<<<<<< HEAD\nversion: 1\n=======\n>>>>>>> b\n'],
    ['newer-version', 'version: 2\nannotations:\n  - {id: a, quote: x}\n'],
    ['wrong-version', 'version: first\n'],
    ['wrong-type', 'annotations: none yet\n'],
    ['several-documents', 'version: 1\n---\nversion: 1\n'],
    ['duplicate-key', 'annotations: []\nannotations: []\n'],
  ];
  for (const [code, source] of broken)
    it(`refuses every edit of a file with ${code}`, () => {
      const edits: readonly SidecarEdit[] = [
        { kind: 'add', annotation: passage('n', 1) },
        { kind: 'change', id: 'a', fields: { stance: 'favor' } },
        { kind: 'remove', id: 'a' },
        { kind: 'facts', facts: { title: 'x' } },
      ];
      for (const what of edits) {
        const result = edit(source, what);
        assert.ok(result.kind === 'refused' && result.problems.some(problem => problem.code === code), what.kind);
      }
    });

  it('edits beside an annotation that cannot be read', () => {
    const source = 'annotations:\n  - quote: lacks an id\n    mine: 1\n  - id: a\n    quote: x\n';
    assert.equal(
      edited(source, { kind: 'change', id: 'a', fields: { stance: 'favor' } }),
      `${source}    stance: favor\n`,
    );
  });

  it('refuses an id that is taken, and one that is there twice', () => {
    const twice = 'annotations:\n  - {id: a, quote: x}\n  - {id: a, quote: y}\n';
    for (const what of [
      { kind: 'add', annotation: passage('a', 1) },
      { kind: 'remove', id: 'a' },
    ] as const) {
      const result = edit(twice, what);
      assert.ok(result.kind === 'refused' && result.problems[0]!.code === 'duplicate-id');
    }
  });

  const nothing: readonly [string, SidecarEdit][] = [
    ['an annotation that is gone', { kind: 'remove', id: 'gone' }],
    ['a change of one that is gone', { kind: 'change', id: 'gone', fields: { stance: 'favor' } }],
    ['a change to what it says already', { kind: 'change', id: 'b7c1', fields: { start: 400, note: undefined } }],
    ['facts that it has already', { kind: 'facts', facts: { publisher: 'Norrby Posten' } }],
  ];
  for (const [name, what] of nothing)
    it(`has nothing to do for ${name}`, () => assert.equal(edit(BY_HAND, what).kind, 'unchanged'));

  it('refuses values that would read back as something else', () => {
    for (const fields of [
      { start: 9, end: 2 },
      { reliability: 'Z' as 'A' },
      { credibility: 2.5 as 2 },
      { quote: '' },
      { start: NaN },
    ])
      assert.equal(edit(BY_HAND, { kind: 'change', id: 'b7c1', fields }).kind, 'refused', JSON.stringify(fields));
  });
});

describe('taking an edit back', () => {
  it('of a removal gives the lines back where they were, whatever was added meanwhile', () => {
    const removal = edit(BY_HAND, { kind: 'remove', id: 'b7c1' });
    assert.ok(removal.kind === 'edited');
    const meanwhile = edited(removal.source, { kind: 'add', annotation: passage('new', 10) });
    const back = edited(meanwhile, removal.inverse);
    assert.equal(edited(back, { kind: 'remove', id: 'new' }), BY_HAND);
  });

  it('of a removal puts the lines in text order where their neighbour is gone', () => {
    const source =
      'annotations:\n  - id: a\n    quote: x\n    start: 1\n    end: 2\n  - id: b # mine\n    quote: y\n    start: 5\n    end: 6\n  - id: c\n    quote: z\n    start: 9\n    end: 10\n';
    const removal = edit(source, { kind: 'remove', id: 'b' });
    assert.ok(removal.kind === 'edited');
    const back = edited(edited(removal.source, { kind: 'remove', id: 'a' }), removal.inverse);
    assert.equal(back, source.replace(/ {2}- id: a[^-]*\n(?= {2}-)/, ''));
  });

  it('of a change leaves alone what someone else changed meanwhile', () => {
    const change = edit(BY_HAND, { kind: 'change', id: 'k3v9x2ma', fields: { stance: 'favor' } });
    assert.ok(change.kind === 'edited');
    const meanwhile = edited(change.source, { kind: 'change', id: 'k3v9x2ma', fields: { start: 273 } });
    assert.equal(edited(meanwhile, change.inverse), BY_HAND.replace('start: 272', 'start: 273'));
  });
});

/** The lines that only one of two texts has, by their longest common subsequence. */
function lineDifference(before: string, after: string): { readonly gone: string[]; readonly come: string[] } {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const [gone, come]: [string[], string[]] = [[], []];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) gone.push(a[i++]!);
    else come.push(b[j++]!);
  }
  return { gone, come };
}
