import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toCsv } from '../../../src/core/exchange/csv';
import { anyAnnotation } from './anyAnnotation';
import { linkedCorpus } from './linkedCorpus';
import { corpusOf, sampleCorpus } from './sampleCorpus';

/** Reads a table strictly as RFC 4180 has it: the header's names to the cells of each row. */
function parse(csv: string): readonly Record<string, string>[] {
  assert.ok(csv.startsWith('\ufeff') && csv.endsWith('\r\n'));
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  cell.lastIndex = 1;
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const [, quoted, plain, end] = cell.exec(csv) ?? assert.fail(`no cell at ${at}: ${csv.slice(at, at + 40)}`);
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') rows.push([]);
  }
  const [header, ...body] = rows.slice(0, -1);
  assert.ok(body.every(row => row.length === header!.length));
  return body.map(row => Object.fromEntries(row.map((text, index) => [header![index]!, text])));
}

/** As a spreadsheet has it, and as it was written. */
const restored = (cell: string): string => (/^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(cell) ? cell.slice(1) : cell);

const row = (fields: object, quote = 'words') =>
  parse(
    toCsv(
      corpusOf('a.txt', quote, [{ id: 'a', quote, prefix: '', suffix: '', start: 0, end: quote.length, ...fields }]),
    ),
  )[0]!;

describe('CSV', () => {
  it('has a row for each annotation of the samples, with the passage where it stands', () => {
    const corpus = sampleCorpus();
    const rows = parse(toCsv(corpus));
    assert.equal(rows.length, 9);
    for (const { id, document, quote, start, end, state } of rows) {
      const { text } = corpus.documents.find(({ path }) => path === document)!;
      assert.deepEqual([state, text!.slice(Number(start), Number(end))], ['exact', quote], id);
    }
  });

  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', "'=1", "''@a"])
    it(`gives no spreadsheet ${JSON.stringify(text)} to run`, () => {
      const { note } = row({ note: text });
      assert.equal(note, `'${text}`);
      assert.equal(restored(note), text);
    });

  it('leaves alone what is no formula', () => {
    const { note, target, start } = row({ note: 'a=b, “c”\n"d"', target: "'tis" });
    assert.deepEqual([note, target, start], ['a=b, “c”\n"d"', "'tis", '0']);
  });

  it('has the links of an annotation in one cell, with paths from the corpus’ folder', () => {
    const [nine, ten] = parse(toCsv(linkedCorpus()));
    assert.equal(
      nine!.links,
      'contradicts wire.txt: Ten boats (The figures differ)\n\nsupports wire.txt: Nobody asked why\n\ncopied-from a b/ä: c.txt: elsewhere',
    );
    assert.equal(ten!.links, '');
  });

  it('says where no place is sure: by empty cells', () => {
    const lost = { id: 'a', quote: 'The ferry sank', prefix: '', suffix: '', start: 4, end: 9 };
    const [found] = parse(toCsv(corpusOf('a.txt', 'Nothing of the kind.', [lost])));
    assert.deepEqual([found!.state, found!.start, found!.end], ['lost', '', '']);
    const [unknown] = parse(toCsv(corpusOf('a.txt', undefined, [lost])));
    assert.deepEqual([unknown!.state, unknown!.start], ['unknown', '']);
  });

  it('keeps any text', () =>
    fc.assert(
      fc.property(anyAnnotation, ({ text, annotation }) => {
        const rows = parse(toCsv(corpusOf('a.txt', text, [annotation])));
        assert.equal(rows.length, 1);
        for (const field of ['id', 'quote', 'note', 'target', 'stance', 'basis', 'author'] as const)
          assert.equal(restored(rows[0]![field]!), annotation[field] ?? '', field);
      }),
    ));
});
