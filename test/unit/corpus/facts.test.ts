import assert from 'node:assert/strict';
import { deriveFacts } from '../../../src/core/corpus/facts';

const BODY =
  'The bridge over the river opened on Monday after two years of work, and the town came to see it in the rain, with bands, flags, umbrellas and long speeches.';

const titles: readonly (readonly [what: string, text: string, title: string | undefined])[] = [
  ['the headline', `The bridge opens\n\n${BODY}`, 'The bridge opens'],
  [
    'the headline below breadcrumbs and a section name',
    `Home » Town\nTown\n\nThe bridge opens today\n\nby admin\n\n${BODY}`,
    'The bridge opens today',
  ],
  [
    'the headline, not the navigation around it',
    `Skip to content\nHome » News » Town » The bridge opens at last\nMenu  Search  Log in\n\nTown\n\nThe bridge opens at last\n\nby admin\n\n${BODY}`,
    'The bridge opens at last',
  ],
  [
    'a headline with a name between guillemets',
    `Naufrage du « Vieux Cygne » : la ville se tait\n\n${BODY}`,
    'Naufrage du « Vieux Cygne » : la ville se tait',
  ],
  ['a headline without its full stop', `Mayor: the bridge opens today.\n\n${BODY}`, 'Mayor: the bridge opens today'],
  ['the first clause of a long paragraph', BODY, 'The bridge over the river opened on Monday after two years of work…'],
  ['the first sentence of a long paragraph', `The bridge opened. ${BODY}`, 'The bridge opened'],
  ['a heading of Markdown without its mark', `# The bridge opens today\n\n${BODY}`, 'The bridge opens today'],
  [
    'mended where its encoding was broken',
    `The bridge: itâ€™s \ufffd open\u0007 today\n\n${BODY}`,
    'The bridge: it’s open today',
  ],
  ['any word there is', 'Bridge', 'Bridge'],
  ['absent where there is no word', ' \n…\n', undefined],
];

describe('the title of an article is', () => {
  for (const [what, text, title] of titles) it(what, () => assert.equal(deriveFacts(text).title, title));
  it('cut at a word where no clause ends', () => {
    const { title } = deriveFacts('word '.repeat(80));
    assert.match(title!, /^(?:word ){10,}word…$/);
    assert.ok(title!.length <= 101);
  });
});

describe('the facts of an article', () => {
  it('come from front matter', () => {
    const text =
      '---\ntitle: "The \\"old\\" bridge" \nsource: Lunden Post # paper\ndate: 2024-05-01T10:00Z\nurl: https://example.org/a?b=c\n---\n\nBody';
    assert.deepEqual(deriveFacts(text), {
      title: 'The "old" bridge',
      publisher: 'Lunden Post',
      date: '2024-05-01',
      url: 'https://example.org/a?b=c',
    });
  });
  it('take a date that stands before the text', () => {
    assert.deepEqual(deriveFacts('date 2023-07-14 The bridge opened.'), {
      title: 'The bridge opened',
      date: '2023-07-14',
    });
  });
  it('read no more than the top of a long text', () => {
    assert.equal(deriveFacts('\n'.repeat(20000) + 'The bridge opens').title, undefined);
  });
});
