import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Annotation } from '../../../src/core/annotation/model';
import { toBrat } from '../../../src/core/exchange/brat';
import { printExport } from '../../../src/core/exchange/printExport';
import { readImport } from '../../../src/core/exchange/readImport';
import { planImport } from '../../../src/core/exchange/planImport';
import { readBrat } from '../../../src/core/exchange/readBrat';
import { anyAnnotation, said } from './anyAnnotation';
import { linkedCorpus, LINKS } from './linkedCorpus';
import { corpusOf, sampleCorpus } from './sampleCorpus';

const at = (text: string, quote: string, more: Partial<Annotation> = {}): Annotation => {
  const start = text.indexOf(quote);
  return { id: 'a', quote, prefix: '', suffix: '', start, end: start + quote.length, ...more };
};
const standoff = (text: string, annotation: Annotation): string =>
  toBrat(corpusOf('a.txt', text, [annotation])).files.find(({ path }) => path === 'a.ann')!.text;

/** At a passage's edge, what only some take for a line end: brat cannot have it there. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const EDGE = /^[\u001c-\u001e\u0085]|[\u001c-\u001e\u0085]$/;

describe('brat standoff that is exported', () => {
  it('has text and annotations side by side, and offsets that count code points of that text', () => {
    const { files, leftOut } = toBrat(sampleCorpus());
    assert.deepEqual(leftOut, []);
    const textOf = (path: string): string => files.find(file => file.path === path)!.text;
    const annotated = files.filter(({ path }) => path.endsWith('.ann'));
    assert.equal(annotated.length, 3);
    let passages = 0;
    for (const { path, text } of annotated) {
      const characters = [...textOf(path.replace(/ann$/, 'txt'))];
      for (const [, start, end, words] of text.matchAll(/^T\d+\tPassage (\d+) (\d+)\t(.*)$/gm)) {
        assert.equal(characters.slice(Number(start), Number(end)).join(''), words);
        passages++;
      }
    }
    assert.equal(passages, 9);
    assert.match(textOf('annotation.conf'), /^\[entities\]\nPassage\n[^]*^Stance\tArg:Passage, Value:against\|favor/m);
  });

  it('says what it has words for in brat’s own way, the rest in a comment, all on lines of their own', () => {
    const text = 'One 😀.\nThe mayor\nsaid no.\n';
    const note = 'Why?\n\\ask';
    const fields = { stance: 'against', reliability: 'B', credibility: 2, note, target: 'pier', tags: ['x'] } as const;
    assert.equal(
      standoff(text, at(text, 'The mayor\nsaid no', fields)),
      [
        'T1\tPassage 7 16;17 24\tThe mayor said no',
        'A1\tStance T1 against',
        'A2\tReliability T1 B',
        'A3\tCredibility T1 2',
        '#1\tAnnotatorNotes T1\tWhy?\\n\\\\ask',
        '#2\tPressmark T1\t{"id":"a","target":"pier","tags":["x"]}',
        '',
      ].join('\n'),
    );
  });

  it('leaves out, and tells of, what has no sure place', () => {
    const { files, leftOut } = toBrat(corpusOf('a.txt', 'Nothing.', [{ ...at('', 'sunk'), start: 0, end: 4 }]));
    assert.deepEqual(leftOut, [{ path: 'a.txt', id: 'a', reason: 'unplaced' }]);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['annotation.conf'],
    );
  });

  it('leaves out, and tells of, a passage that is nothing but a line end to some', () => {
    const text = 'a\u0085b';
    const { files, leftOut } = toBrat(corpusOf('a.txt', text, [at(text, '\u0085', { prefix: 'a', suffix: 'b' })]));
    assert.deepEqual(leftOut, [{ path: 'a.txt', id: 'a', reason: 'blank' }]);
    assert.equal(files.find(({ path }) => path === 'a.ann')?.text, '');
  });

  it('comes back as the same annotations of the same passages, on the samples, from its archive', () => {
    const corpus = sampleCorpus();
    const readings = readImport('brat', 'samples.zip', printExport('brat', corpus).bytes);
    assert.equal(readings.length, 3);
    for (const { path, text, annotations: stored } of corpus.documents) {
      const own = readings.find(({ annotations }) => annotations[0]!.documents.includes(path))!;
      assert.deepEqual(own.problems, []);
      const plan = planImport(text!, [], own.annotations);
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(
        plan.additions.map(({ annotation }) => annotation),
        stored.map(({ annotation }) => annotation),
      );
    }
  });

  it('comes back with its links', () => {
    const corpus = linkedCorpus();
    const readings = readImport('brat', 'linked.zip', printExport('brat', corpus).bytes);
    const own = readings.find(({ annotations }) => annotations[0]!.documents.includes('may/may.txt'))!;
    const plan = planImport(corpus.documents[0]!.text!, [], own.annotations);
    assert.deepEqual([own.problems, plan.problems], [[], []]);
    assert.deepEqual(plan.additions[0]!.annotation.links, LINKS);
  });

  it('comes back with any text, the empty one but for tags and notes as none', () =>
    fc.assert(
      fc.property(anyAnnotation, ({ text, annotation }) => {
        fc.pre(!EDGE.test(annotation.quote));
        const { annotations, problems } = readBrat(standoff(text, annotation), 'a');
        const plan = planImport(text, [], annotations);
        assert.deepEqual([problems, plan.problems], [[], []]);
        const wanted = Object.fromEntries(Object.entries(said(annotation)).filter(([, value]) => value !== ''));
        const got = Object.fromEntries(
          Object.entries(said(plan.additions[0]!.annotation)).filter(([, value]) => value !== ''),
        );
        assert.deepEqual(got, wanted);
      }),
    ));
});

describe('brat standoff of others', () => {
  const TEXT = 'Runa Falk met the council. It said no.\n';
  const read = (...lines: readonly string[]) => {
    const { annotations, problems } = readBrat(lines.join('\r\n'), 'news/a');
    const plan = planImport(TEXT, [], annotations);
    return {
      annotations: plan.additions.map(({ annotation: { quote, tags, note, stance } }) => ({
        quote,
        tags,
        note,
        stance,
      })),
      problems: [...problems, ...plan.problems.map(({ problem }) => problem)].map(
        ({ code, place, arguments: { what } }) => `${place} ${code}${what === undefined ? '' : ` ${what}`}`,
      ),
    };
  };

  it('becomes annotations: types and attributes tags, comments notes', () =>
    assert.deepEqual(
      read(
        'T1\tPerson 0 9\tRuna Falk',
        'T2\tClaim 27 37\tIt said no',
        'A1\tNegated T2',
        'A2\tSource T2 council',
        'A3\tStance T2 against',
        '#1\tAnnotatorNotes T2\tsee C:\\notes',
        '#2\tAnnotationError T1\twho?',
      ),
      {
        annotations: [
          { quote: 'Runa Falk', tags: ['Person'], note: 'AnnotationError: who?', stance: undefined },
          {
            quote: 'It said no',
            tags: ['Claim', 'Negated', 'Source: council'],
            note: 'see C:\\notes',
            stance: 'against',
          },
        ],
        problems: [],
      },
    ));

  it('is told of where it has what Pressmark has not, line by line', () =>
    assert.deepEqual(
      read(
        'T1\tPerson 0 9\tRuna Falk',
        'T2\tGroup 14 25\tthe council',
        'R1\tMeets Arg1:T1 Arg2:T2',
        'E1\tMeeting:T1 Who:T2',
        '*\tEquiv T1 T2',
        'N1\tReference T1 Wiki:1\tRuna',
        'A1\tReliability T1 Z',
        'A2\tSure E1',
        'T3 broken',
        'T4\tPair 0 9;14 25\tRuna Falk the council',
      ),
      {
        annotations: [
          { quote: 'Runa Falk', tags: ['Person'], note: undefined, stance: undefined },
          { quote: 'the council', tags: ['Group'], note: undefined, stance: undefined },
          { quote: 'Runa Falk met the council', tags: ['Pair'], note: undefined, stance: undefined },
        ],
        problems: [
          '3 not-carried R1 Meets',
          '4 not-carried E1 Meeting:T1',
          '5 not-carried * Equiv',
          '6 not-carried N1 Reference',
          '7 not-carried Reliability Z',
          '8 not-carried A2 Sure',
          '9 malformed',
          '10 joined',
        ],
      },
    ));

  it('has the same ids each time', () => {
    const ids = [1, 2].map(() =>
      readBrat('T1\tPerson 0 9\tRuna Falk\nT2\tPerson 0 9\tRuna Falk', 'a').annotations.map(({ id }) => id),
    );
    assert.deepEqual(ids[0], ids[1]);
    assert.equal(new Set(ids[0]).size, 2);
  });

  it('that holds nothing, or is no archive, is told of', () => {
    const codes = (name: string, bytes: Uint8Array): readonly string[] =>
      readImport('brat', name, bytes).flatMap(({ problems }) => problems.map(({ code }) => code));
    assert.deepEqual(codes('a.ann', new Uint8Array()), ['empty']);
    assert.deepEqual(codes('a.zip', new Uint8Array([1, 2, 3])), ['unreadable']);
    assert.deepEqual(codes('a.zip', printExport('brat', { name: '', documents: [], definitions: {} }).bytes), [
      'empty',
    ]);
  });
});
