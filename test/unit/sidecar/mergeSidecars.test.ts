import assert from 'node:assert/strict';
import { chooseAlternative } from '../../../src/core/sidecar/chooseAlternative';
import { mergeConflictMarkers, sidesOfConflicts } from '../../../src/core/sidecar/conflictMarkers';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { mergeSidecars } from '../../../src/core/sidecar/mergeSidecars';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

const BASE = `# ours
version: 1
document:
  title: A vote
annotations:
  - id: aa # first
    quote: one
    start: 10
    end: 13
    stance: neutral
    tags: [x]
    updated: 2026-01-01T00:00:00Z

  # about two
  - id: bb
    quote: two
    start: 20
    end: 23
`;

type Change = readonly (readonly [from: string, to: string])[];
const changed = (changes: Change): string =>
  changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, BASE);

/** Merged in both orders; the texts must be the same. */
function merged(ours: string, theirs: string, base = BASE): { readonly source: string; readonly conflicts: number } {
  const [one, other] = [mergeSidecars(base, ours, theirs), mergeSidecars(base, theirs, ours)];
  assert.deepEqual(other, one);
  assert.ok(one.kind === 'merged', JSON.stringify(one));
  return one;
}

const AA = BASE.slice(BASE.indexOf('  - id: aa'), BASE.indexOf('  # about two'));
const BB = BASE.slice(BASE.indexOf('  # about two'));

const PASSES = 'passes:\n  - by: Ann\n    done: 2026-01-02T00:00:00Z\n';

/** What each side does to BASE, and what the merge of both does to it. */
const CLEAN: readonly (readonly [what: string, ours: Change, theirs: Change, result: Change])[] = [
  [
    'different fields of one annotation',
    [['stance: neutral', 'stance: favor']],
    [['end: 13\n', 'end: 13\n    mood: grim # theirs\n']],
    [
      ['stance: neutral', 'stance: favor'],
      ['end: 13\n', 'end: 13\n    mood: grim # theirs\n'],
    ],
  ],
  [
    'passes of two people',
    [['annotations:\n', `${PASSES}annotations:\n`]],
    [['annotations:\n', `${PASSES.replace('Ann', 'Ben')}annotations:\n`]],
    [['annotations:\n', `${PASSES}${PASSES.replace('Ann', 'Ben').replace('passes:\n', '')}annotations:\n`]],
  ],
  [
    'one pass, done twice: the later time',
    [['annotations:\n', `${PASSES}annotations:\n`]],
    [['annotations:\n', `${PASSES.replace('01-02', '01-03')}annotations:\n`]],
    [['annotations:\n', `${PASSES.replace('01-02', '01-03')}annotations:\n`]],
  ],
  [
    'different annotations',
    [['quote: one', 'quote: “one”']],
    [['end: 23', 'end: 24']],
    [
      ['quote: one', 'quote: “one”'],
      ['end: 23', 'end: 24'],
    ],
  ],
  [
    'two that were added at one place, as they stand in the article',
    [[BB, `${BB}  - id: dd\n    quote: four\n    start: 40\n    end: 44\n`]],
    [[BB, `${BB}  - id: cc\n    quote: three\n    start: 30\n    end: 35\n`]],
    [
      [
        BB,
        `${BB}\n  - id: cc\n    quote: three\n    start: 30\n    end: 35\n\n  - id: dd\n    quote: four\n    start: 40\n    end: 44\n`,
      ],
    ],
  ],
  [
    'one that was removed and one that was changed',
    [[BB, '']],
    [['stance: neutral', 'stance: favor']],
    [
      [BB, ''],
      ['stance: neutral', 'stance: favor'],
    ],
  ],
  [
    'one that was removed here and only brought up to date there',
    [[BB, '']],
    [['start: 20\n    end: 23', 'start: 22\n    end: 25']],
    [[BB, '']],
  ],
  [
    'tags that each side added, and one that a side removed',
    [['[x]', '[x, b]']],
    [['[x]', '[a]']],
    [['[x]', '[a, b]']],
  ],
  [
    'times: the later change',
    [['01T00', '03T00']],
    [
      ['01T00', '02T00'],
      ['neutral', 'favor'],
    ],
    [
      ['01T00', '03T00'],
      ['neutral', 'favor'],
    ],
  ],
  [
    'two positions of the same words: the later',
    [
      ['start: 10\n    end: 13', 'start: 11\n    end: 14'],
      ['01T00', '02T00'],
    ],
    [
      ['start: 10\n    end: 13', 'start: 12\n    end: 15'],
      ['01T00', '03T00'],
    ],
    [
      ['start: 10\n    end: 13', 'start: 12\n    end: 15'],
      ['01T00', '03T00'],
    ],
  ],
  [
    'facts and keys that are not ours',
    [['  title: A vote', '  title: A vote\n  publisher: P']],
    [['version: 1', 'version: 1\nreviewed: yes']],
    [
      ['  title: A vote', '  title: A vote\n  publisher: P'],
      ['version: 1', 'version: 1\nreviewed: yes'],
    ],
  ],
  [
    'comments of both',
    [['# about two', '# about two, again']],
    [['# about two', '# about 2']],
    [['# about two', '# about 2\n  # about two, again']],
  ],
];

describe('merging two sidecars', () => {
  for (const [what, ours, theirs, result] of CLEAN)
    it(`merges ${what}`, () => {
      const found = merged(changed(ours), changed(theirs));
      assert.equal(found.source, changed(result));
      assert.equal(found.conflicts, 0);
    });

  it('keeps both values of a field that both changed: the later one in place', () => {
    const { source, conflicts } = merged(
      changed([
        ['stance: neutral', 'stance: favor'],
        ['01T00', '02T00'],
      ]),
      changed([
        ['stance: neutral', 'stance: against # sure'],
        ['01T00', '03T00'],
      ]),
    );
    const after = '    updated: 2026-01-03T00:00:00Z\n    conflicts:\n      - stance: favor\n';
    assert.equal(
      source,
      changed([
        ['stance: neutral', 'stance: against # sure'],
        ['    updated: 2026-01-01T00:00:00Z\n', after],
      ]),
    );
    assert.equal(conflicts, 1);
    const [problem] = parseSidecar(source).problems;
    assert.equal(problem!.code, 'unresolved-conflict');
    assert.deepEqual(problem!.arguments, { field: 'stance', value: 'favor', index: 0, section: 'annotation' });
    assert.ok(parseSidecar(source).editable);
  });

  it('keeps a field that one side removed and the other changed, and says so', () => {
    const { source } = merged(changed([['    stance: neutral\n', '']]), changed([['neutral', 'favor']]));
    assert.match(source, /stance: favor\n[^]*conflicts:\n {6}- stance: null\n/);
  });

  it('keeps an annotation that one side removed and the other changed, and says so', () => {
    const { source, conflicts } = merged(changed([[AA, '']]), changed([['neutral', 'favor']]));
    assert.match(source, /stance: favor\n[^]*conflicts:\n {6}- removed: true\n/);
    assert.equal(conflicts, 1);
  });

  it('keeps both passages, each with its place, where both put an annotation elsewhere', () => {
    const place = 'quote: one\n    start: 10\n    end: 13';
    const { source } = merged(
      changed([[place, 'quote: once\n    start: 50\n    end: 54']]),
      changed([[place, 'quote: won\n    start: 60\n    end: 63']]),
    );
    assert.match(source, /quote: once\n {4}start: 50\n {4}end: 54\n[^]*- quote: won\n {8}start: 60\n {8}end: 63\n/);
  });

  it('keeps two titles, and two values of a key that is not ours', () => {
    const base = BASE.replace('version: 1', 'version: 1\nreviewed: no');
    const { source } = merged(
      base.replace('A vote', 'No vote').replace('reviewed: no', 'reviewed: by A'),
      base.replace('A vote', 'The vote').replace('reviewed: no', 'reviewed: by B'),
      base,
    );
    assert.match(source, /document:\n {2}title: No vote\n {2}conflicts:\n {4}- title: The vote\n/);
    assert.match(source, /\nconflicts:\n {2}- reviewed: by B\n$/);
    assert.equal(parseSidecar(source).problems.length, 2);
  });

  it('merges two that were both made anew', () => {
    const { source } = merged(BASE.replace(BB, ''), BASE.replace(AA, ''), '');
    assert.equal(source, BASE);
  });

  it('keeps CRLF line ends and a byte order mark that one side brought', () => {
    const windows = `\ufeff${changed([['neutral', 'favor']]).replaceAll('\n', '\r\n')}`;
    const { source } = merged(windows, changed([['end: 23', 'end: 24']]));
    const both = changed([
      ['neutral', 'favor'],
      ['end: 23', 'end: 24'],
    ]);
    assert.equal(source, `\ufeff${both.replaceAll('\n', '\r\n')}`);
  });

  for (const [what, broken] of [
    ['is not YAML', 'annotations: [oh: {no'],
    ['has conflict markers', `<<<<<<< a\n${BASE}=======\n${BASE}>>>>>>> b\n`],
    ['is of a newer version', BASE.replace('version: 1', 'version: 99')],
  ] as const) {
    it(`leaves alone one that ${what}`, () => {
      const other = changed([['neutral', 'favor']]);
      assert.equal(mergeSidecars(BASE, broken, other).kind, 'refused');
      const refused = mergeSidecars(BASE, other, broken);
      assert.ok(refused.kind === 'refused' && refused.side === 'theirs' && refused.problems.length > 0);
    });
    it(`takes a base that ${what} for empty`, () => {
      const { source } = merged(BASE.replace(BB, ''), BASE.replace(AA, ''), broken);
      assert.equal(source, BASE);
    });
  }

  it('leaves alone what is written in a way that cannot be merged', () => {
    const flow = '{version: 1, annotations: [{id: aa, quote: one}]}\n';
    const result = mergeSidecars('', flow, BASE);
    assert.deepEqual(result, { kind: 'refused', side: 'ours', problems: [] });
  });
});

describe('merging passes', () => {
  const of = (...passes: readonly string[]): string =>
    `version: 1\n${passes.length ? 'passes:\n' : ''}${passes.join('')}annotations: []\n`;
  const pass = (by: string, day: number, more = ''): string =>
    `  - by: ${by}\n    done: 2026-01-0${day}T00:00:00Z\n${more}`;
  const cases: readonly (readonly [what: string, base: string, ours: string, theirs: string, result: string])[] = [
    [
      'one opened the only one while another was done',
      of(pass('Ann', 1)),
      of(),
      of(pass('Ann', 1), pass('Ben', 2)),
      of(pass('Ben', 2)),
    ],
    ['one opened what the other did again', of(pass('Ann', 1)), of(), of(pass('Ann', 2)), of(pass('Ann', 2))],
    ['both opened it', of(pass('Ann', 1)), of(), of(), of()],
    [
      'keys that are not ours stay',
      of(pass('Ann', 1, '    mood: grim\n')),
      of(pass('Ann', 1, '    mood: grim\n'), pass('Ben', 1)),
      of(pass('Ann', 2, '    mood: grim\n')),
      of(pass('Ann', 2, '    mood: grim\n'), pass('Ben', 1)),
    ],
    [
      'those of two people stand by name',
      of(),
      of(pass('Cleo', 1)),
      of(pass('Ann', 2), pass('Ben', 3)),
      of(pass('Ann', 2), pass('Ben', 3), pass('Cleo', 1)),
    ],
  ];
  for (const [what, base, ours, theirs, result] of cases)
    it(what, () => assert.deepEqual(merged(ours, theirs, base), { kind: 'merged', source: result, conflicts: 0 }));
});

describe('choosing between two values', () => {
  const kept = merged(
    changed([
      ['neutral', 'favor'],
      ['A vote', 'No vote'],
      ['01T00', '02T00'],
    ]),
    changed([
      ['neutral', 'against'],
      ['A vote', 'The vote'],
      ['01T00', '03T00'],
    ]),
  ).source;
  const settle = (source: string, choice: 'current' | 'alternative'): string => {
    let text = source;
    for (;;) {
      const problem = parseSidecar(text).problems.find(({ code }) => code === 'unresolved-conflict');
      if (!problem) return text;
      text = chooseAlternative(text, problem, choice)!;
    }
  };

  it('keeps what stands in place and leaves no trace of the other', () =>
    assert.equal(
      settle(kept, 'current'),
      changed([
        ['neutral', 'against'],
        ['A vote', 'No vote'],
        ['01T00', '03T00'],
      ]),
    ));

  it('puts the alternative in place', () =>
    assert.equal(
      settle(kept, 'alternative'),
      changed([
        ['neutral', 'favor'],
        ['A vote', 'The vote'],
        ['01T00', '03T00'],
      ]),
    ));

  it('does so in a file with CRLF line ends', () => {
    const wanted = changed([
      ['neutral', 'favor'],
      ['A vote', 'The vote'],
      ['01T00', '03T00'],
    ]);
    assert.equal(settle(kept.replaceAll('\n', '\r\n'), 'alternative'), wanted.replaceAll('\n', '\r\n'));
  });

  it('removes a field or an annotation that the other side removed', () => {
    const field = merged(changed([['    stance: neutral\n', '']]), changed([['neutral', 'favor']])).source;
    assert.equal(settle(field, 'alternative'), changed([['    stance: neutral\n', '']]));
    const whole = merged(changed([[AA, '']]), changed([['neutral', 'favor']])).source;
    assert.equal(settle(whole, 'alternative'), changed([[AA, '']]));
    assert.equal(settle(whole, 'current'), changed([['neutral', 'favor']]));
  });

  it('is also done by giving the field a value, and taken back byte for byte', () => {
    const wanted = { kind: 'change', id: 'aa', fields: { stance: 'unclear' } } as const;
    const both = kept.replace('      - stance: favor\n', '      - stance: favor\n      - note: n\n');
    for (const [source, rest] of [
      [kept, ''],
      [both, '    conflicts:\n      - note: n\n'],
    ] as const) {
      const result = editSidecar(source, wanted, { articleName: 'a.txt', facts: {} });
      assert.ok(result.kind === 'edited');
      const lines = parseSidecar(result.source).annotations[0]!.source;
      assert.equal(
        result.source.slice(lines.start, lines.end).replace(/\n$/, ''),
        `${AA.trimEnd().replace('neutral', 'unclear').replace('01T00', '03T00')}\n${rest}`.trimEnd(),
      );
      const back = editSidecar(result.source, result.inverse, { articleName: 'a.txt', facts: {} });
      assert.ok(back.kind === 'edited' && back.source === source);
    }
  });

  it('takes a passage with its place', () => {
    const place = 'quote: one\n    start: 10\n    end: 13';
    const theirs = changed([[place, 'quote: won\n    suffix: " it"\n    start: 60\n    end: 63']]);
    const { source } = merged(changed([[place, 'quote: once\n    prefix: "at "\n    start: 50\n    end: 54']]), theirs);
    assert.equal(settle(source, 'alternative'), theirs);
  });
});

describe('conflict markers', () => {
  const marked = (ours: string, base: string | undefined, theirs: string, end = '\n'): string =>
    BASE.replace(
      '    stance: neutral\n',
      `<<<<<<< HEAD\n${ours}${base === undefined ? '' : `||||||| 1234abc\n${base}`}=======\n${theirs}>>>>>>> topic/x\n`,
    ).replaceAll('\n', end);
  const [neutral, favor, target] = [
    '    stance: neutral\n',
    '    stance: favor\n',
    '    stance: neutral\n    target: T\n',
  ];

  it('give back the versions they were made of', () => {
    const sides = sidesOfConflicts(marked(favor, neutral, target));
    assert.deepEqual(sides, {
      base: BASE,
      ours: changed([['neutral', 'favor']]),
      theirs: BASE.replace(neutral, target),
    });
    assert.equal(sidesOfConflicts(marked(favor, undefined, target))?.base, undefined);
  });

  it('are merged away', () => {
    const result = mergeConflictMarkers(marked(favor, neutral, target));
    assert.ok(result?.kind === 'merged');
    assert.deepEqual([result.source, result.conflicts], [BASE.replace(neutral, `${favor}    target: T\n`), 0]);
  });

  it('are merged away with CRLF line ends too', () => {
    const result = mergeConflictMarkers(marked(favor, neutral, target, '\r\n'));
    assert.ok(result?.kind === 'merged');
    assert.equal(result.source, BASE.replace(neutral, `${favor}    target: T\n`).replaceAll('\n', '\r\n'));
  });

  it('without the base keep both values of what differs, and take nothing for removed', () => {
    const result = mergeConflictMarkers(marked(favor, undefined, target));
    assert.ok(result?.kind === 'merged' && result.conflicts === 1);
    assert.match(result.source, /stance: favor\n {4}target: T\n[^]*- stance: neutral/);
  });

  for (const [what, text] of [
    ['none', BASE],
    ['one that is never closed', `<<<<<<< a\n${BASE}`],
    ['some out of order', `=======\n<<<<<<< a\n>>>>>>> b\n`],
    ['a line of marks within a text', 'note: |\n  =======\n'],
  ] as const)
    it(`are not found where there is ${what}`, () => assert.equal(mergeConflictMarkers(text), undefined));
});
