import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Annotation } from '../../../src/core/annotation/model';
import { type ImportProblem } from '../../../src/core/exchange/importedAnnotation';
import { readImport } from '../../../src/core/exchange/readImport';
import { planImport } from '../../../src/core/exchange/planImport';
import { readWebAnnotations } from '../../../src/core/exchange/readWebAnnotations';
import { toWebAnnotations } from '../../../src/core/exchange/webAnnotation';
import { anyAnnotation, said } from './anyAnnotation';
import { linkedCorpus, LINKS } from './linkedCorpus';
import { corpusOf, sampleCorpus } from './sampleCorpus';

type Json = Record<string, unknown>;
interface Item extends Json {
  readonly id: string;
  readonly type: string;
  readonly body?: readonly Json[];
  readonly target: { readonly source: Json; readonly selector: readonly Json[] };
}
interface Collection extends Json {
  readonly '@context': unknown;
  readonly first: Json & { readonly items: readonly Item[] };
}
const exported = (corpus = sampleCorpus()): Collection => JSON.parse(toWebAnnotations(corpus)) as Collection;

/** The terms of http://www.w3.org/ns/anno.jsonld that Pressmark uses: keys, types, and values that are names there. */
const KEYS = [
  'id',
  'type',
  'label',
  'total',
  'first',
  'startIndex',
  'items',
  'motivation',
  'creator',
  'name',
  'created',
].concat(
  [
    'modified',
    'body',
    'purpose',
    'value',
    'format',
    'target',
    'source',
    'via',
    'selector',
    'exact',
    'prefix',
    'suffix',
  ],
  ['start', 'end'],
);
const TYPES = ['AnnotationCollection', 'AnnotationPage', 'Annotation', 'Person', 'Text', 'TextualBody'].concat([
  'TextQuoteSelector',
  'TextPositionSelector',
  'SpecificResource',
]);
const OUR_KEYS = ['pressmark:field', 'pressmark:resolved', 'pressmark:resolvedBy'].concat(
  ['relation', 'document', 'annotation', 'note'].map(term => `pressmark:${term}`),
);
const MOTIVATIONS = [
  'assessing',
  'commenting',
  'describing',
  'highlighting',
  'identifying',
  'linking',
  'replying',
  'tagging',
];

function* objectsIn(value: unknown): Iterable<Json> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const child of Object.values(value)) yield* objectsIn(child);
}

/** Imports what was exported into an article without annotations. */
const imported = (text: string, source: string) => planImport(text, [], readWebAnnotations(source).annotations);

describe('Web Annotations that are exported', () => {
  it('use the vocabulary’s own terms, and Pressmark’s by the prefix that the context declares', () => {
    const { '@context': context, ...collection } = exported();
    assert.deepEqual(context, ['http://www.w3.org/ns/anno.jsonld', { pressmark: 'urn:pressmark:terms:' }]);
    for (const object of objectsIn([collection, exported(linkedCorpus()).first])) {
      for (const key of Object.keys(object)) assert.ok(KEYS.includes(key) || OUR_KEYS.includes(key), key);
      if (typeof object.type === 'string') assert.ok(TYPES.includes(object.type), object.type);
      for (const motivation of [object.motivation, object.purpose])
        if (motivation !== undefined) assert.ok(MOTIVATIONS.includes(motivation as string), motivation as string);
    }
  });

  it('have what the model says an annotation, a body, a selector and a collection must have', () => {
    const { first, ...collection } = exported();
    const isIri = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z\d+.-]*:\S+$/i.test(value);
    assert.ok(isIri(collection.id) && isIri(first.id));
    assert.deepEqual([collection.total, first.startIndex], [first.items.length, 0]);
    assert.equal(new Set(first.items.map(({ id }) => id)).size, 9);
    for (const { id, type, body = [], target, created, creator } of first.items) {
      assert.ok(isIri(id), id);
      assert.equal(type, 'Annotation');
      assert.match(created as string, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      assert.equal((creator as Json).type, 'Person');
      for (const one of body) assert.deepEqual([one.type, typeof one.value], ['TextualBody', 'string']);
      assert.match(target.source.id as string, /^[\w/.-]+$/);
      assert.deepEqual(
        target.selector.map(selector => selector.type),
        ['TextQuoteSelector', 'TextPositionSelector'],
      );
    }
  });

  it('count positions in code points', () => {
    const text = '😀😀 The mayor said no.';
    const stored = { id: 'a', quote: 'The mayor', prefix: '😀😀 ', suffix: ' said no.', start: 5, end: 14 };
    const [item] = exported(corpusOf('a.txt', text, [stored])).first.items;
    assert.deepEqual(item!.target.selector[1], { type: 'TextPositionSelector', start: 3, end: 12 });
    assert.equal([...text].slice(3, 12).join(''), 'The mayor');
  });

  it('have no position where the passage is lost, no body where nothing was said, and name foreign ids and addresses as they are', () => {
    const lost: Annotation = { id: 'https://h.example/a/1', quote: 'sunk', prefix: '', suffix: '', start: 0, end: 4 };
    const facts = { url: 'https://news.example/1' };
    const [item] = exported(corpusOf('b c/ä.txt', 'Nothing.', [lost], facts)).first.items;
    assert.deepEqual(item, {
      id: 'https://h.example/a/1',
      type: 'Annotation',
      motivation: 'highlighting',
      target: {
        source: { id: 'b%20c/%C3%A4.txt', type: 'Text', format: 'text/plain', via: 'https://news.example/1' },
        selector: [{ type: 'TextQuoteSelector', exact: 'sunk' }],
      },
    });
  });

  it('have a linked passage as a body of its own, and come back with it', () => {
    const corpus = linkedCorpus();
    const [item] = exported(corpus).first.items;
    assert.equal(item!.motivation, 'assessing');
    assert.deepEqual(item!.body![0], {
      id: 'urn:pressmark:link:l1',
      type: 'SpecificResource',
      purpose: 'linking',
      source: { id: 'wire.txt', type: 'Text', format: 'text/plain' },
      selector: { type: 'TextQuoteSelector', exact: 'Ten boats' },
      'pressmark:relation': 'contradicts',
      'pressmark:document': '../wire.txt',
      'pressmark:annotation': 'urn:pressmark:annotation:ten',
      'pressmark:note': 'The figures differ',
      creator: { type: 'Person', name: 'Ines Holm' },
      created: '2026-11-22T12:00:00Z',
    });
    assert.deepEqual(item!.body![2]!.source, { id: 'a%20b/%C3%A4%3A%20c.txt', type: 'Text', format: 'text/plain' });
    const { annotations, problems } = readWebAnnotations(toWebAnnotations(corpus));
    const [document] = corpus.documents;
    const plan = planImport(document!.text!, [], annotations.slice(0, 1));
    assert.deepEqual([problems, plan.problems], [[], []]);
    const { annotation } = plan.additions[0]!;
    assert.deepEqual(annotation.links, LINKS);
    assert.equal(annotation.note, undefined);
    const again = planImport(document!.text!, [annotation], annotations.slice(0, 1));
    assert.deepEqual([again.known, again.problems], [1, []]);
    const { links: _links, ...without } = annotation;
    const differing = planImport(document!.text!, [without], annotations.slice(0, 1));
    assert.deepEqual(
      differing.problems.map(({ problem }) => problem.code),
      ['differs'],
    );
  });

  it('take a link whose path is none as an address, and never as a path', () => {
    const [item] = exported(linkedCorpus()).first.items;
    const hostile = { ...item!.body![0], 'pressmark:document': '/etc/hosts' };
    const { annotations } = readWebAnnotations(JSON.stringify({ ...item, body: [hostile] }));
    assert.equal(annotations[0]!.conversation?.links, undefined);
  });

  it('come back as the same annotations of the same passages, on the samples', () => {
    const corpus = sampleCorpus();
    const { annotations, problems } = readWebAnnotations(toWebAnnotations(corpus));
    assert.deepEqual(problems, []);
    for (const { path, text, annotations: stored } of corpus.documents) {
      const own = annotations.filter(({ documents }) => documents[0] === path);
      const plan = planImport(text!, [], own);
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(
        plan.additions.map(({ annotation }) => annotation),
        stored.map(({ annotation }) => annotation),
      );
    }
  });

  it('come back with any text', () =>
    fc.assert(
      fc.property(anyAnnotation, ({ text, annotation }) => {
        const { additions, problems } = imported(text, toWebAnnotations(corpusOf('a.txt', text, [annotation])));
        assert.deepEqual(problems, []);
        // A name is an address, and half a surrogate pair has none.
        const id = additions[0]!.annotation.id;
        assert.deepEqual(said(additions[0]!.annotation), {
          ...said(annotation),
          id,
          author: annotation.author === '' ? undefined : annotation.author,
        });
      }),
    ));
});

const TEXT = 'The council met.\n\n“We were never asked,” said Runa Falk. Nobody answered.\n\nThe ferry ran late.\n';

describe('Hypothesis’ exports', () => {
  const row = {
    id: 'hyp-1_A',
    uri: 'https://news.example/council',
    user: 'acct:ada@hypothes.is',
    created: '2026-03-01T10:11:12.345678+02:00',
    updated: '2026-03-02T00:00:00.000000+00:00',
    text: 'Really?\n\nAsk her.',
    tags: ['denial', 'on record'],
    group: '__world__',
    references: [],
    target: [
      {
        source: 'https://news.example/council',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[2]', endContainer: '/p[2]', startOffset: 0, endOffset: 22 },
          { type: 'TextPositionSelector', start: 1044, end: 1066 },
          { type: 'TextQuoteSelector', exact: '“We were never asked,”', prefix: 'met.\n', suffix: ' said Runa' },
        ],
      },
    ],
  };
  const expected = {
    id: 'hyp-1_A',
    quote: '“We were never asked,”',
    prefix: 'The council met.\n\n',
    suffix: ' said Runa Falk. Nobody answered.\n\nThe f',
    start: 18,
    end: 40,
    note: 'Really?\n\nAsk her.',
    tags: ['denial', 'on record'],
    author: 'ada',
    created: '2026-03-01T08:11:12Z',
    updated: '2026-03-02T00:00:00Z',
  };
  const SHAPES: readonly (readonly [what: string, source: string, place: string])[] = [
    ['a row', JSON.stringify(row), ''],
    ['a list', JSON.stringify([row]), '[0]'],
    ['the API’s answer', JSON.stringify({ total: 1, rows: [row] }), 'rows[0]'],
    ['the client’s export', JSON.stringify({ client_version: '1.2', annotations: [row] }), 'annotations[0]'],
    ['a line of JSON each', `${JSON.stringify(row)}\n\n${JSON.stringify({ ...row, id: 'b' })}\n`, '1'],
  ];
  for (const [what, source, place] of SHAPES)
    it(`are read as ${what}`, () => {
      const { annotations, problems } = readWebAnnotations(source);
      assert.deepEqual([annotations[0]!.place, annotations[0]!.documents, problems], [place, [row.uri], []]);
      assert.deepEqual(imported(TEXT, source).additions[0]!.annotation, expected);
    });

  it('name who wrote it as it is shown', () => {
    const { annotations } = readWebAnnotations(JSON.stringify({ ...row, user_info: { display_name: 'Ada F.' } }));
    assert.equal(annotations[0]!.author, 'Ada F.');
  });

  const told = (source: unknown): readonly Pick<ImportProblem, 'code' | 'place'>[] =>
    readWebAnnotations(typeof source === 'string' ? source : JSON.stringify(source)).problems.map(
      ({ code, place }) => ({ code, place }),
    );
  it('bring their replies along, in the order of time, whichever of the conversation they answer', () => {
    const answer = (id: string, created: string, ...references: string[]) => ({
      ...row,
      id,
      text: `says ${id}`,
      user: 'acct:ines@example.org',
      user_info: undefined,
      created,
      references,
    });
    const late = answer('r2', '2026-11-22T12:00:00Z', row.id, 'r1');
    const { annotations, problems } = readImport(
      'w3c',
      'a.json',
      new TextEncoder().encode(JSON.stringify([late, answer('r1', '2026-11-22T11:00:00Z', row.id), row])),
    )[0]!;
    assert.deepEqual(problems, []);
    assert.deepEqual(
      annotations.map(({ conversation }) => conversation),
      [
        {
          replies: [
            { id: 'r1', author: 'ines', created: '2026-11-22T11:00:00Z', text: 'says r1' },
            { id: 'r2', author: 'ines', created: '2026-11-22T12:00:00Z', text: 'says r2' },
          ],
        },
      ],
    );
  });

  it('are told of where they cannot be taken over', () => {
    const reply = { ...row, references: ['x'] };
    const pageNote = { ...row, target: [{ source: row.uri }] };
    assert.deepEqual(told([row, reply, pageNote, 7, { a: 1 }]), [
      { code: 'reply', place: '[1]' },
      { code: 'no-passage', place: '[2]' },
      { code: 'malformed', place: '[3]' },
      { code: 'malformed', place: '[4]' },
    ]);
    assert.deepEqual(told([]), [{ code: 'empty', place: '' }]);
    assert.deepEqual(told('{"a'), [{ code: 'unreadable', place: '' }]);
    assert.deepEqual(
      readImport('w3c', 'a.json', new Uint8Array([0xff])).flatMap(({ problems }) => problems.map(({ code }) => code)),
      ['unreadable'],
    );
  });
});

describe('Web Annotations of other programs', () => {
  const target = { source: 'a.txt', selector: { type: 'TextQuoteSelector', exact: 'The ferry ran late.' } };
  const read = (annotation: object) => imported(TEXT, JSON.stringify(annotation));

  it('have bodies of many shapes', () => {
    const bodies: readonly (readonly [body: object, judgement: object])[] = [
      [{ bodyValue: 'plain' }, { note: 'plain' }],
      [{ body: 'https://wiki.example/ferry' }, { note: 'https://wiki.example/ferry' }],
      [{ body: { type: 'TextualBody', value: 'one' } }, { note: 'one' }],
      [
        { body: [{ value: 'one' }, { value: 'late', purpose: 'tagging' }, { value: 'two' }] },
        { note: 'one\n\ntwo', tags: ['late'] },
      ],
      [{ body: { type: 'SpecificResource', source: 'https://wiki.example/b' } }, { note: 'https://wiki.example/b' }],
    ];
    for (const [body, expected] of bodies) {
      const [addition] = read({ id: 'urn:x', target, ...body }).additions;
      const { id, quote, prefix, suffix, start, end, ...judgement } = addition!.annotation;
      assert.deepEqual(
        [id, quote, start, end, prefix !== '', suffix !== '', judgement],
        ['urn:x', 'The ferry ran late.', 75, 94, true, true, expected],
      );
    }
  });

  it('are found by their position alone, in code points or in UTF-16 units', () => {
    const text = `😀 ${TEXT}`;
    const by = (selector: object) =>
      imported(text, JSON.stringify({ target: { source: 'a.txt', selector } })).additions[0]!.annotation.quote;
    assert.equal(by({ type: 'TextPositionSelector', start: 2, end: 13 }), 'The council');
    const refined = { type: 'TextPositionSelector', start: 3, end: 14 };
    assert.equal(by([{ type: 'TextQuoteSelector', exact: 'The council' }, refined]), 'The council');
  });

  it('without an id have the same one each time', () => {
    const ids = [1, 2].map(() => readWebAnnotations(JSON.stringify({ target, bodyValue: 'a' })).annotations[0]!.id);
    assert.match(ids[0]!, /^[a-z][a-z\d]{7}$/);
    assert.equal(ids[0], ids[1]);
    const other = { ...target, source: 'b.txt' };
    assert.notEqual(readWebAnnotations(JSON.stringify({ target: other })).annotations[0]!.id, ids[0]);
  });
});
