import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { printExport } from '../../../src/core/exchange/printExport';
import { type ExportedCorpus } from '../../../src/core/exchange/exportedCorpus';
import { toRefiQda } from '../../../src/core/exchange/refiQda';
import { anyAnnotation } from './anyAnnotation';
import { type ReadElement, readXml } from './readXml';
import { corpusOf, sampleCorpus } from './sampleCorpus';
import { linkedCorpus } from './linkedCorpus';

/*
 * What the standard's published schema (Project-mrt2019.xsd, of REFI-QDA 1.5) says of the elements that Pressmark writes: their
 * attributes (`!` must be there) and their types, and their children in order (`?` may be absent, `*` any number, `+` at least one).
 * Elements that Pressmark does not write are not in it.
 */
const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const TYPES = {
  text: /^[^]*$/,
  guid: GUID,
  integer: /^-?\d+$/,
  boolean: /^(true|false|0|1)$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  color: /^#([\da-f]{6}|[\da-f]{3})$/i,
  direction: /^(Associative|OneWay|Bidirectional)$/,
  variable: /^(Text|Boolean|Integer|Float|Date|DateTime)$/,
} as const;
interface Rule {
  readonly attributes: Readonly<Record<string, keyof typeof TYPES>>;
  readonly children: string;
}
const MADE = { creatingUser: 'guid', creationDateTime: 'dateTime' } as const;
const CHANGED = { ...MADE, modifyingUser: 'guid', modifiedDateTime: 'dateTime' } as const;
const REFERENCE: Rule = { attributes: { 'targetGUID!': 'guid' }, children: '' };
const TEXT: Rule = { attributes: {}, children: '' };
const SOURCE: Rule = {
  attributes: { 'guid!': 'guid', name: 'text', richTextPath: 'text', plainTextPath: 'text', ...CHANGED },
  children: 'Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*',
};
const SCHEMA: Readonly<Record<string, Rule>> = {
  Project: {
    attributes: { 'name!': 'text', origin: 'text', creationDateTime: 'dateTime', xmlns: 'text' },
    children: 'Users? CodeBook? Variables? Sources? Notes? Links? Description? NoteRef*',
  },
  Users: { attributes: {}, children: 'User+' },
  User: { attributes: { 'guid!': 'guid', name: 'text', id: 'text' }, children: '' },
  CodeBook: { attributes: {}, children: 'Codes' },
  Codes: { attributes: {}, children: 'Code+' },
  Code: {
    attributes: { 'guid!': 'guid', 'name!': 'text', 'isCodable!': 'boolean', color: 'color' },
    children: 'Description? NoteRef* Code*',
  },
  Variables: { attributes: {}, children: 'Variable+' },
  Variable: {
    attributes: { 'guid!': 'guid', 'name!': 'text', 'typeOfVariable!': 'variable' },
    children: 'Description?',
  },
  VariableValue: { attributes: {}, children: 'VariableRef TextValue?' },
  Sources: { attributes: {}, children: 'TextSource+' },
  TextSource: SOURCE,
  PlainTextSelection: {
    attributes: { 'guid!': 'guid', name: 'text', 'startPosition!': 'integer', 'endPosition!': 'integer', ...CHANGED },
    children: 'Description? Coding* NoteRef*',
  },
  Coding: { attributes: { 'guid!': 'guid', ...MADE }, children: 'CodeRef NoteRef*' },
  Notes: { attributes: {}, children: 'Note+' },
  Note: SOURCE,
  Links: { attributes: {}, children: 'Link+' },
  Link: {
    attributes: { 'guid!': 'guid', name: 'text', direction: 'direction', originGUID: 'guid', targetGUID: 'guid' },
    children: 'NoteRef*',
  },
  CodeRef: REFERENCE,
  NoteRef: REFERENCE,
  VariableRef: REFERENCE,
  Description: TEXT,
  PlainTextContent: TEXT,
  TextValue: TEXT,
};

/** Throws where an element, or one below it, is not as the rules say. */
function assertValid({ name, attributes, children, text }: ReadElement): void {
  const rule = SCHEMA[name] ?? assert.fail(`no element ${name}`);
  for (const [key, value] of Object.entries(attributes)) {
    const type = rule.attributes[key] ?? rule.attributes[`${key}!`] ?? assert.fail(`${name} has no ${key}`);
    assert.match(value, TYPES[type], `${name} ${key}`);
  }
  for (const key of Object.keys(rule.attributes))
    if (key.endsWith('!')) assert.ok(key.slice(0, -1) in attributes, `${name} must have ${key}`);
  const order = new RegExp(`^${rule.children.replace(/(\w+)([?*+]?) ?/g, '(?:$1 )$2')}$`);
  assert.match(children.map(child => `${child.name} `).join(''), order, name);
  if (children.length > 0 || rule !== TEXT) assert.equal(text.trim(), '', name);
  children.forEach(assertValid);
}

const all = (root: ReadElement): readonly ReadElement[] => [root, ...root.children.flatMap(all)];
const projectOf = (corpus: ExportedCorpus): ReadElement =>
  readXml(toRefiQda(corpus).files.find(({ path }) => path === 'project.qde')!.text);

/** What was said, by those that an element refers to. */
function assertWhole(root: ReadElement): void {
  const elements = all(root);
  const guids = elements.flatMap(({ attributes }) => attributes.guid ?? []);
  assert.equal(new Set(guids).size, guids.length);
  const named = new Map(
    elements.flatMap(one => (one.attributes.guid ? [[one.attributes.guid, one.name] as const] : [])),
  );
  const REFERS: Readonly<Record<string, string>> = { CodeRef: 'Code', NoteRef: 'Note', VariableRef: 'Variable' };
  for (const { name, attributes } of elements) {
    const target = name === 'Link' ? 'PlainTextSelection' : REFERS[name];
    if (attributes.targetGUID) assert.equal(named.get(attributes.targetGUID), target);
    if (attributes.originGUID) assert.equal(named.get(attributes.originGUID), target);
    if (attributes.creatingUser) assert.equal(named.get(attributes.creatingUser), 'User');
  }
}

describe('REFI-QDA', () => {
  it('is an archive that is always the same: a project that follows the schema, and the texts that it names', () => {
    const { bytes } = printExport('refi-qda', sampleCorpus());
    assert.deepEqual(printExport('refi-qda', sampleCorpus()).bytes, bytes);
    const files = unzipSync(bytes);
    const project = readXml(strFromU8(files['project.qde']!));
    assert.equal(project.attributes.xmlns, 'urn:QDA-XML:project:1.0');
    assertValid(project);
    assertWhole(project);
    const sources = all(project).filter(({ name }) => name === 'TextSource');
    assert.deepEqual(
      sources.map(({ attributes }) => attributes.plainTextPath!.replace('internal://', 'Sources/')).sort(),
      Object.keys(files)
        .filter(name => name !== 'project.qde')
        .sort(),
    );
  });

  it('has every passage where it stands, with its codes and notes', () => {
    const corpus = sampleCorpus();
    const { files } = toRefiQda(corpus);
    const project = projectOf(corpus);
    const byGuid = new Map(all(project).map(one => [one.attributes.guid, one]));
    const said = all(project)
      .filter(({ name }) => name === 'TextSource')
      .flatMap(source => {
        const text = files.find(({ path }) =>
          path.endsWith(source.attributes.plainTextPath!.slice('internal://'.length)),
        )!.text;
        return source.children
          .filter(({ name }) => name === 'PlainTextSelection')
          .map(({ attributes, children }) => ({
            quote: [...text].slice(Number(attributes.startPosition), Number(attributes.endPosition)).join(''),
            codes: children
              .filter(({ name }) => name === 'Coding')
              .map(coding => byGuid.get(coding.children[0]!.attributes.targetGUID)!.attributes.name),
            basis: children.find(({ name }) => name === 'Description')?.text,
            note: children
              .filter(({ name }) => name === 'NoteRef')
              .map(({ attributes: { targetGUID } }) => byGuid.get(targetGUID)!.children[0]!.text)[0],
            author: byGuid.get(attributes.creatingUser)!.attributes.name,
          }));
      });
    const stored = corpus.documents.flatMap(({ annotations }) =>
      annotations.map(
        ({ annotation: { quote, stance, target, reliability, credibility, tags = [], basis, note, author } }) => ({
          quote,
          codes: [stance, target, reliability, String(credibility), ...tags],
          basis,
          note,
          author,
        }),
      ),
    );
    assert.equal(said.length, 9);
    assert.deepEqual(said, stored);
  });

  it('counts code points, takes definitions from the codebook, and leaves out what has no sure place', () => {
    const text = '😀😀 The mayor said no.';
    const placed = { id: 'a', quote: 'The mayor', prefix: '', suffix: '', start: 5, end: 14, tags: ['denial'] };
    const lost = { ...placed, id: 'b', quote: 'sunk without a trace' };
    const corpus = {
      ...corpusOf('a.txt', text, [placed, lost]),
      definitions: { tags: [{ name: 'denial', definition: 'Says no.' }] },
    };
    const project = projectOf(corpus);
    const selections = all(project).filter(({ name }) => name === 'PlainTextSelection');
    assert.deepEqual(
      selections.map(({ attributes: { startPosition, endPosition } }) => [startPosition, endPosition]),
      [['3', '12']],
    );
    const code = all(project).find(({ attributes }) => attributes.name === 'denial');
    assert.equal(code?.children[0]?.text, 'Says no.');
    assert.deepEqual(toRefiQda(corpus).leftOut, [{ path: 'a.txt', id: 'b', reason: 'unplaced' }]);
  });

  it('links passages that are both in the project, and leaves out links to what is not', () => {
    const { documents, ...corpus } = linkedCorpus();
    const project = projectOf({ ...corpus, documents });
    assertValid(project);
    assertWhole(project);
    const guidOf = (words: string) =>
      all(project).find(({ name, attributes }) => name === 'PlainTextSelection' && attributes.name === words)
        ?.attributes.guid;
    const links = all(project).filter(({ name }) => name === 'Link');
    assert.deepEqual(
      links.map(({ attributes: { name, direction, originGUID, targetGUID } }) => [
        name,
        direction,
        originGUID,
        targetGUID,
      ]),
      [['contradicts', 'OneWay', guidOf('nine boats'), guidOf('Ten boats')]],
    );
  });

  it('follows the schema where nothing is annotated', () =>
    assertValid(projectOf({ name: '', documents: [], definitions: {} })));

  it('keeps any text that XML can say', () =>
    fc.assert(
      fc.property(anyAnnotation, ({ text, annotation }) => {
        const project = projectOf(
          corpusOf(`${annotation.quote}.txt`, text, [annotation], { title: annotation.note ?? '' }),
        );
        assertValid(project);
        assertWhole(project);
        const sayable = (value: string): string =>
          Array.from(value, character =>
            /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(character) ? character : '\ufffd',
          ).join('');
        const notes = all(project).filter(({ name }) => name === 'Note');
        assert.deepEqual(
          notes.map(note => note.children[0]?.text ?? ''),
          [annotation.note ?? '', ...(annotation.replies ?? []).map(reply => reply.text)]
            .map(sayable)
            .slice(annotation.note ? 0 : 1),
        );
        const codes = all(project).filter(({ name }) => name === 'Code');
        const below = (scheme: string) =>
          codes.find(({ attributes }) => attributes.name === scheme)?.children[0]?.attributes.name;
        if (annotation.target)
          assert.ok(codes.some(({ attributes }) => attributes.name === sayable(annotation.target!)));
        if (annotation.reliability) assert.equal(below('Reliability'), annotation.reliability);
      }),
    ));
});
