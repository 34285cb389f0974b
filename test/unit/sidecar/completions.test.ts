import assert from 'node:assert/strict';
import codebookSchema from '../../../schemas/codebook.schema.json';
import sidecarSchema from '../../../schemas/sidecar.schema.json';
import { codebookCompletions, sidecarCompletions } from '../../../src/core/sidecar/completions';

const completionsAt = sidecarCompletions(sidecarSchema);
const codebookCompletionsAt = codebookCompletions(codebookSchema);

const FACTS = 'title publisher date url';

/** The labels that are proposed where ‹|› stands. */
function proposed(marked: string): string {
  const offset = marked.indexOf('|');
  return completionsAt(marked.replace('|', ''), offset)
    .map(({ label }) => label)
    .join(' ');
}

/** The source after the proposal with this label is taken. */
function taken(marked: string, label: string): string {
  const offset = marked.indexOf('|');
  const source = marked.replace('|', '');
  const { replace, insertText } = completionsAt(source, offset).find(known => known.label === label)!;
  return source.slice(0, replace.start) + insertText + source.slice(replace.end);
}

describe('completion in a sidecar', () => {
  const cases: readonly [string, string, string][] = [
    ['the top-level keys of an empty file', '|', 'version document passes annotations'],
    ['those that are not there yet', 'version: 1\nan|\ndocument:\n  title: x\n', 'passes annotations'],
    ['the document’s keys', 'document:\n  |', FACTS],
    ['the document’s other keys', 'document:\n  title: x\n  |\n  url: y\nannotations: []\n', 'publisher date'],
    [
      'an annotation’s keys after a dash',
      'annotations:\n  - id: a\n    quote: x\n  - |',
      'id quote prefix suffix start end occurrence stance target reliability credibility basis note replies resolved resolvedBy links tags dismissed author created updated reviewed reviewedBy adjudicates',
    ],
    [
      'an annotation’s other keys',
      'annotations:\n  - id: a\n    quote: x\n    prefix: y\n    start: 1\n    end: 2\n    re|\n    target: z\n    note: |-\n      stance: no key\n  - id: b\n    author: c\n'.replace(
        '|-',
        '>-',
      ),
      'suffix occurrence stance reliability credibility basis replies resolved resolvedBy links tags dismissed author created updated reviewed reviewedBy adjudicates',
    ],
    ['a reply’s keys', 'annotations:\n  - id: a\n    replies:\n      - |', 'id author created text'],
    [
      'a reply’s other keys',
      'annotations:\n  - id: a\n    replies:\n      - id: b\n        author: Ada\n        |\n    tags: []\n',
      'created text',
    ],
    [
      'a link’s relations',
      'annotations:\n  - id: a\n    links:\n      - relation: |',
      'supports contradicts same-claim copied-from',
    ],
    [
      'an annotation’s keys below its replies',
      'annotations:\n  - id: a\n    quote: x\n    replies:\n    - text: y\n    res|',
      'prefix suffix start end occurrence stance target reliability credibility basis note resolved resolvedBy links tags dismissed author created updated reviewed reviewedBy adjudicates',
    ],
    ['a pass’ keys', 'passes:\n  - by: Ann\n    |\nannotations: []\n', 'done'],
    ['the stances', 'annotations:\n  - id: a\n    stance: |', 'favor against neutral unclear'],
    ['the stances, half typed', 'annotations:\n- id: a\n  stance: ag|', 'favor against neutral unclear'],
    ['the grades of sources', 'annotations:\n  - reliability: |', 'A B C D E F'],
    ['the grades of statements right after the colon', 'annotations:\n  - credibility:|', '1 2 3 4 5 6'],
    ['no codes for a free text', 'annotations:\n  - id: a\n    target: |', ''],
    ['nothing in a comment', '# |', ''],
    ['nothing in a note', 'annotations:\n  - id: a\n    note: >\n      st|', ''],
    ['nothing inside a flow map', 'annotations:\n  - {id: a, st|', ''],
    ['nothing under a key of someone else', 'mine:\n  |', ''],
  ];
  for (const [name, source, labels] of cases) it(`proposes ${name}`, () => assert.equal(proposed(source), labels));

  it('takes the place of what is typed', () => {
    assert.equal(
      taken('annotations:\n  - id: a\n    rel|', 'reliability'),
      'annotations:\n  - id: a\n    reliability: ',
    );
    assert.equal(taken('annotations:\n  - stance: a|gainst # sure', 'favor'), 'annotations:\n  - stance: favor # sure');
    assert.equal(taken('annotations:\n  - credibility:|', '2'), 'annotations:\n  - credibility: 2');
    assert.equal(taken('annotations:\n  - sta|: x', 'stance'), 'annotations:\n  - stance: x');
  });

  it('says what codes and keys mean', () => {
    const [first] = completionsAt('annotations:\n  - reliability: ', 30);
    assert.equal(first!.detail, 'Completely reliable');
    assert.match(first!.description!, /always been right/);
  });

  it('reads Windows’ line ends', () =>
    assert.equal(proposed('document:\r\n  title: x\r\n  |\r\n'), 'publisher date url'));

  it('does not throw anywhere in a file', () => {
    const source = '\ufeffversion: 1\r\n- - a: [|\n\tx:\n? y\n: z\n  annotations:\n---\n';
    for (let offset = -1; offset <= source.length + 1; offset++) completionsAt(source, offset);
  });
});

describe('completion in a codebook', () => {
  const cases: readonly [string, string, string][] = [
    [
      'the top-level keys that are not there yet',
      'version: 1\ntags: []\n|',
      'title blind stances targets required scheme sources',
    ],
    ['the keys of a code', 'targets:\n  - name: pier\n    |', 'definition colour key'],
    ['the colours', 'stances:\n  - name: for\n    colour: |', 'blue green orange purple red yellow'],
    ['the keys of a source', 'sources:\n  - name: Falk\n    note: x\n    |', 'aliases outlet reliability'],
    ['grades of a source', 'sources:\n  - reliability: |', 'A B C D E F'],
    ['schemes', 'scheme:\n  |', 'stance credibility'],
    ['schemes of stances', 'scheme:\n  stance: |', 'favor-against sdqc fnc-1'],
    ['nothing in a list of words', 'required:\n  - |', ''],
  ];
  for (const [name, marked, labels] of cases)
    it(`proposes ${name}`, () => {
      const found = codebookCompletionsAt(marked.replace('|', ''), marked.indexOf('|'));
      assert.equal(found.map(({ label }) => label).join(' '), labels);
    });
});
