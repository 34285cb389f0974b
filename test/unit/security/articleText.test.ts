import assert from 'node:assert/strict';
import { excerpt } from '../../../src/core/annotation/excerpt';
import { visibleText } from '../../../src/core/text/visibleText';
import { print, tell, terminalJson, terminalText } from '../../../src/cli/terminal';
import { findingLine } from '../../../src/cli/finding';
import { type ExportedCorpus } from '../../../src/core/exchange/exportedCorpus';
import { toCsv } from '../../../src/core/exchange/csv';
import { element, toMarkup } from '../../../src/report/element';
import { saveReport } from '../../../src/report/saveReport';
import { labelText, messageText, statusText } from '../../../src/vscode/messageText';
import { harmlessMarkdown } from '../../../src/vscode/harmlessMarkdown';

/** What VS Code makes links of in a notification (`linkedText.ts`). */
const LINK_IN_MESSAGE = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;

type Case = readonly [what: string, text: string, shown: string];

describe('hostile text of articles and sidecars', () => {
  describe('is shown for what it is:', () => {
    const CASES: readonly Case[] = [
      ['an override of direction', 'pay \u202e005\u202c now', 'pay ⟨U+202E⟩005⟨U+202C⟩ now'],
      ['an isolate', 'a\u2067b\u2069', 'a⟨U+2067⟩b⟨U+2069⟩'],
      ['a blank without width', 'mini\u200bster', 'mini⟨U+200B⟩ster'],
      ['a joiner between Latin letters', 'ad\u200dmin', 'ad⟨U+200D⟩min'],
      ['a mark of direction in a text from left to right', 'a\u200fb', 'a⟨U+200F⟩b'],
      ['tags, which can carry a hidden text', 'x\u{e0041}', 'x⟨U+E0041⟩'],
      ['an escape of terminals', '\u001b[2Jx', '⟨U+001B⟩[2Jx'],
      ['the same in one character', '\u009b2Jx', '⟨U+009B⟩2Jx'],
      ['a filler', 'a\u3164b', 'a⟨U+3164⟩b'],
    ];
    for (const [what, text, shown] of CASES) it(what, () => assert.equal(visibleText(text), shown));
  });

  describe('is left as it is where that is how it is written:', () => {
    const CASES: readonly (readonly [what: string, text: string])[] = [
      ['a family in one emoji', '👩‍👩‍👧'],
      ['a joiner in Persian', 'می\u200cخواهم'],
      ['a joiner in Hindi', 'क\u094d\u200dष'],
      ['a mark of direction in Hebrew', 'שלום\u200f (abc)'],
      ['soft hyphens', 'Haus\u00adhalt'],
      ['tabs and line ends', 'a\tb\nc'],
    ];
    for (const [what, text] of CASES) it(what, () => assert.equal(visibleText(text), text));
  });

  it('becomes no link in a notification, which would run a command', () => {
    const message = 'Removed: [see the table](command:workbench.action.quit) and [x](https://evil.example/a)';
    assert.match(message, LINK_IN_MESSAGE);
    assert.doesNotMatch(messageText(message), LINK_IN_MESSAGE);
  });

  it('becomes no icon in the status bar, where the one in front is ours', () =>
    assert.equal(statusText('$(check) Tagged: $(trash) x\u202e'), '$(check) Tagged: \\$(trash) x⟨U+202E⟩'));

  it('becomes no icon where it was made safe before', () => assert.equal(labelText(labelText('$(a)')), '\\$(a)'));

  it('is left out of rows that are cut to length where it cannot be seen', () =>
    assert.equal(excerpt('pay \u202e005\u202c\u200b now', 40), 'pay 005 now'));

  it('becomes no icon in a picker', () => assert.equal(labelText('$(trash) x'), '\\$(trash) x'));

  it('fetches nothing and hides nothing in a comment', () =>
    assert.doesNotMatch(harmlessMarkdown('![a](https://evil.example/p.png)<img src=x>'), /!\[|<img/));

  describe('on a terminal', () => {
    it('moves no cursor and clears nothing', () =>
      assert.equal(terminalText('a\u001b]0;title\u0007b\rc\u001b[1A\n'), 'a⟨U+001B⟩]0;title⟨U+0007⟩bc⟨U+001B⟩[1A\n'));
    for (const [stream, write] of [
      ['stdout', print],
      ['stderr', tell],
    ] as const)
      it(`is made safe on its way to ${stream}`, () => {
        const target = process[stream] as { write: unknown };
        const own = target.write;
        const written: unknown[] = [];
        target.write = (text: unknown) => written.push(text) > 0;
        try {
          write('a\u001b[2J');
        } finally {
          target.write = own;
        }
        assert.deepEqual(written, ['a⟨U+001B⟩[2J']);
      });
    it('makes no second line in what check prints', () => {
      const finding = {
        file: 'a\nb',
        line: 1,
        column: 2,
        severity: 'error',
        code: 'not-yaml',
        message: 'x\r\ny',
      } as const;
      assert.equal(findingLine(finding), 'a b:1:2: error: x y [not-yaml]\n');
    });
    it('stays the same in JSON, written with escapes', () => {
      const value = { text: '\u001b[2J\u009b2J\u202e\u200b\u{e0041}é' };
      const json = terminalJson(value);
      // eslint-disable-next-line no-control-regex -- these must not be there
      assert.doesNotMatch(json, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]|\udb40/);
      assert.deepEqual(JSON.parse(json), value);
    });
  });

  describe('in a file that is exported', () => {
    const HOSTILE = ['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1', "'=1"];
    for (const quote of HOSTILE)
      it(`is no formula of a spreadsheet: ${JSON.stringify(quote)}`, () => {
        const annotation = { id: 'a', quote, prefix: '', suffix: '', start: 0, end: 1 };
        const document = {
          uri: 'file:///a.txt',
          path: 'a.txt',
          facts: {},
          text: 'x',
          annotations: [{ annotation, state: 'exact' }],
        };
        const csv = toCsv({ documents: [document] } as unknown as ExportedCorpus);
        const cell = csv.split('\r\n')[1]!.split(',')[6]!;
        assert.match(cell, /^"?'/);
      });

    it('is neither a tag nor an attribute in HTML', () => {
      const markup = toMarkup(element('p', { title: '"><script>' }, '<img src=x onerror=alert(1)>&'));
      assert.equal(markup, '<p title="&quot;&gt;&lt;script&gt;">&lt;img src=x onerror=alert(1)&gt;&amp;</p>');
    });

    const subject = {
      name: '<script>x</script> [a](http://evil.example) ![b](c)',
      documents: [],
      names: new Map<string, string>(),
    } as unknown as Parameters<typeof saveReport>[0];
    it('runs nothing and fetches nothing in a report', () => {
      const html = saveReport(subject, 'html', 'en', '2026-01-01');
      assert.match(html, /default-src 'none'/);
      assert.doesNotMatch(html, /<script/);
    });
    it('is no mark in a report in Markdown', () => {
      const markdown = saveReport(subject, 'markdown', 'en', '2026-01-01');
      assert.doesNotMatch(markdown, /(?<!\\)<script|(?<!\\)\[a|!\[b/);
    });
  });
});
