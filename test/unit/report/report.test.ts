import assert from 'node:assert/strict';
import { type ReportDocument } from '../../../src/core/report/reportDocument';
import { type PageElement, type PageNode, toMarkup } from '../../../src/report/element';
import { drawReport } from '../../../src/report/report';
import { reportHead, reportSection } from '../../../src/report/reportPage';
import { saveReport } from '../../../src/report/saveReport';
import { type Section } from '../../../src/report/section';
import { fitted, textWidth, wrapped } from '../../../src/report/svg';

const OUTLETS = ['Skerrow Courier', 'Tolm Online', 'The Weekly Register of Harbours, Canals and Inland Navigation'];
const STANCES = ['favor', 'against', 'neutral', 'unclear', 'hedged'];

/** Articles of three outlets with every stance, most grades, and annotators who differ. */
const documents = (count: number): readonly ReportDocument[] =>
  Array.from({ length: count }, (_, at) => ({
    uri: `file:///corpus/${at}.txt`,
    path: `${at}.txt`,
    title: `Article ${at}`,
    publisher: OUTLETS[at % 3]!,
    date: `2025-05-${String(1 + (at % 28)).padStart(2, '0')}`,
    length: 1000,
    annotations: Array.from({ length: at % 4 }, (_, n) => ({
      id: `${at}-${n}`,
      words: `words ${n}`,
      author: n % 2 ? 'Ines Holm' : 'Theo Maddern',
      target: n % 3 ? 'harbour expansion' : 'ferry',
      stance: STANCES[(at + n) % 5]!,
      ...(n === 0 ? {} : { reliability: 'C' as const }),
      credibility: (1 + ((at + n) % 6)) as 1,
      span: { start: 10 * (n >> 1), end: 10 * (n >> 1) + 8 },
    })),
    quotes: [{ speaker: `Speaker ${at % 7}`, type: at % 2 ? 'indirect' : 'direct', start: 1, end: 9, words: 'w' }],
  }));

const drawing = (width: number) => ({ width, language: 'en' });
const all = (node: PageNode): readonly PageElement[] =>
  typeof node === 'string' ? [] : [node, ...node.children.flatMap(all)];
const textOf = (node: PageNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));

/** The numbers of a table's columns, by their headings. */
function sums({ table }: Section): Readonly<Record<string, number>> {
  return Object.fromEntries(
    table!.columns.flatMap(({ heading, isNumber }, at) =>
      isNumber ? [[heading, table!.rows.reduce((sum, row) => sum + Number(row[at]), 0)]] : [],
    ),
  );
}

describe('a drawn report', () => {
  const subject = { name: 'Harbour', documents: documents(40) };
  const { sections } = drawReport(subject, drawing(720));
  const section = (id: string): Section => sections.find(found => found.id === id)!;
  const passagesIn = (id: string): number =>
    [...section(id).marks.values()].reduce((sum, { passages }) => sum + passages.length, 0);

  it('has five charts, each with a table', () => {
    assert.deepEqual(
      sections.map(({ id }) => id),
      ['stances', 'grades', 'coverage', 'speakers', 'agreement'],
    );
    assert.ok(sections.every(({ chart, table }) => chart && table!.rows.length > 0));
  });

  for (const width of [300, 480, 720, 1200])
    it(`stays within ${width} pixels`, () => {
      for (const { id, chart } of drawReport(subject, drawing(width)).sections)
        for (const { name, attributes } of all(chart!)) {
          if (name !== 'rect') continue;
          const [x, size] = [Number(attributes.x), Number(attributes.width)];
          assert.ok(x >= 0 && x + size <= width + 0.1, `${id}: ${x} + ${size}`);
        }
    });

  it('leads from each mark to its passages, and tells how many they are', () => {
    for (const { id, chart, marks } of sections) {
      const drawn = all(chart!).flatMap(({ attributes }) => attributes['data-mark'] ?? []);
      assert.deepEqual(drawn, [...marks.keys()], id);
      for (const { title, passages } of marks.values())
        assert.ok(title.includes(String(passages.length)), `${id}: ${title}: ${passages.length}`);
    }
  });

  it('says in charts what it says in tables', () => {
    assert.equal(
      passagesIn('stances'),
      Object.values(sums(section('stances'))).reduce((sum, count) => sum + count),
    );
    assert.equal(passagesIn('stances'), 60);
    assert.equal(passagesIn('grades'), 60);
    assert.equal(
      passagesIn('grades'),
      Object.values(sums(section('grades'))).reduce((sum, count) => sum + count),
    );
    assert.equal(passagesIn('coverage'), sums(section('coverage')).Articles);
    const speakers = sums(section('speakers'));
    assert.equal(passagesIn('speakers'), speakers['in their own words']! + speakers['in reported speech']!);
  });

  it('tells stances apart by a sign, not by colour alone', () => {
    const signs = section('stances').key.map(({ sign }) => sign);
    assert.deepEqual(signs, ['↓', '↑', '–', '?', '•']);
  });

  it('draws nothing, and says so, where there is nothing', () => {
    for (const { id, chart, summary } of drawReport({ name: 'Empty', documents: [] }, drawing(720)).sections) {
      assert.equal(chart, undefined, id);
      assert.notEqual(summary, '', id);
    }
  });

  it('has no style attribute and no script: the panel’s policy forbids both', () => {
    const report = drawReport(subject, drawing(720));
    const pieces = [reportHead(report), ...report.sections.map(reportSection)].flatMap(all);
    assert.ok(pieces.length > 500);
    for (const { name, attributes } of pieces) {
      assert.notEqual(name, 'script');
      assert.deepEqual(
        Object.keys(attributes).filter(key => key === 'style' || key.startsWith('on')),
        [],
      );
    }
  });

  it('counts the same passages where a filter leaves some out, and says which', () => {
    const report = drawReport({ ...subject, filter: 'stance: against' }, drawing(720));
    assert.ok(textOf(reportHead(report)).includes('Only passages that match: stance: against'));
  });
});

describe('the labels of a chart', () => {
  const { sections } = drawReport({ name: 'Harbour', documents: documents(40) }, drawing(720));
  for (const { id, chart } of sections)
    it(`do not run into one another: ${id}`, () => {
      const labels = all(chart!).flatMap(({ name, attributes, children }) => {
        if (name !== 'text') return [];
        const { x = 0, y = 0, class: look = '', 'text-anchor': anchor = 'start' } = attributes;
        const text = children.filter(child => typeof child === 'string').join('');
        const width = textWidth(text, String(look).includes('small') ? 11 : 12);
        const start = Number(x) - width * { start: 0, middle: 0.5, end: 1 }[String(anchor) as 'start'];
        return [{ text, y: Number(y), start, end: start + width }];
      });
      assert.ok(labels.length > 3);
      const met = labels.flatMap((a, at) =>
        labels
          .slice(at + 1)
          .filter(b => Math.abs(a.y - b.y) < 8 && a.start < b.end && b.start < a.end)
          .map(b => `${a.text} | ${b.text}`),
      );
      assert.deepEqual(met, []);
    });
});

describe('a saved report', () => {
  const HOSTILE = '</style><script>alert(1)</script> | [x](http://evil.example) `a` *b* <img src=x onerror=y>';
  const hostile: readonly ReportDocument[] = [
    {
      uri: 'file:///a.txt',
      path: 'a.txt',
      title: HOSTILE,
      publisher: HOSTILE,
      annotations: [
        { id: '1', words: HOSTILE, stance: HOSTILE, target: HOSTILE, basis: HOSTILE, note: 'one\n\n# two' },
      ],
      quotes: [{ speaker: HOSTILE, type: 'direct', start: 0, end: 4, words: HOSTILE }],
    },
  ];
  const save = (format: 'html' | 'markdown'): string =>
    saveReport({ name: HOSTILE, documents: hostile }, format, 'en', '2025-05-26');

  it('as HTML runs nothing and fetches nothing, whatever articles say', () => {
    const html = save('html');
    assert.ok(html.startsWith('<!DOCTYPE html>\n<html lang="en">'));
    assert.ok(html.includes(`content="default-src 'none'; style-src 'unsafe-inline'"`));
    assert.equal(html.match(/<script|<img|<link|<iframe|<a\b/g), null);
    assert.equal(html.match(/<style>/g)?.length, 1);
    assert.equal(html.match(/<\/style>/g)?.length, 1);
  });

  it('as HTML holds every passage', () => {
    const html = saveReport({ name: 'Harbour', documents: documents(9) }, 'html', 'en', '2025-05-26');
    assert.equal(html.match(/words \d/g)?.length, 12);
    assert.ok(html.includes('Made with Pressmark on 2025-05-26.'));
  });

  it('as Markdown keeps its tables whole and its texts plain', () => {
    const lines = save('markdown').split('\n');
    const rows = lines.filter(line => line.startsWith('| '));
    assert.ok(rows.length > 8);
    const cells = (line: string): number => line.replaceAll(/\\./g, '').split('|').length;
    for (const [at, line] of rows.entries())
      if (/^\| :?-/.test(line)) assert.equal(cells(rows[at - 1]!), cells(line), line);
    const passage = rows.at(-1)!;
    assert.equal(cells(passage), 11);
    assert.ok(passage.includes('\\[x\\](http://evil.example)'));
    assert.ok(!lines.some(line => /^# two|(?<!\\)<script/.test(line)));
  });
});

describe('texts of charts', () => {
  it('are cut to their room, with an ellipsis', () => {
    assert.equal(fitted('Skerrow Courier', 200), 'Skerrow Courier');
    assert.equal(fitted('Skerrow Courier', 60), 'Skerrow…');
  });
  it('are wrapped between words', () => assert.deepEqual(wrapped('Cannot be judged', 64, 11), ['Cannot be', 'judged']));
  it('are escaped', () =>
    assert.equal(
      toMarkup({ name: 'p', attributes: { title: '"<&>' }, children: ['<b>&"'] }),
      '<p title="&quot;&lt;&amp;&gt;">&lt;b&gt;&amp;&quot;</p>',
    ));
});
