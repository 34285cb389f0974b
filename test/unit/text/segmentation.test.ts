import assert from 'node:assert/strict';
import { type PartKind, segment } from '../../../src/core/text/segmentation';

const BODY =
  'The bridge over the river opened on Monday after two years of work, and the town came to see it in the rain, with bands, flags, umbrellas and long speeches from the mayor.';

const articles: readonly (readonly [what: string, lines: readonly (readonly [PartKind, string])[]])[] = [
  [
    'front matter',
    [
      ['frontMatter', '---'],
      ['frontMatter', 'title: The bridge'],
      ['frontMatter', '---'],
      ['paragraph', BODY],
    ],
  ],
  [
    'what stands above an article',
    [
      ['breadcrumb', 'Home » Town » The bridge opens'],
      ['section', 'Town'],
      ['headline', 'The bridge opens after two years'],
      ['byline', 'By Ana Brandt'],
      ['caption', 'Photo: Lunden Post'],
      ['paragraph', BODY],
    ],
  ],
  [
    'links to other articles, and the article going on',
    [
      ['paragraph', BODY],
      ['boilerplate', 'RELATED:'],
      ['boilerplate', 'Mayor sees no end to the rain'],
      ['paragraph', BODY],
    ],
  ],
  [
    'what stands below an article',
    [
      ['paragraph', BODY],
      ['boilerplate', 'You may also like'],
      ['boilerplate', 'Mayor: ‘Glad to be here’'],
      ['boilerplate', 'Leave a Comment'],
      ['boilerplate', 'Save my name, email, and website in this browser.'],
      ['boilerplate', 'This website uses cookies.'],
    ],
  ],
  [
    'an embedded post',
    [
      ['paragraph', BODY],
      ['embed', 'Look at it! pic.twitter.com/abc'],
      ['embed', '— Ana Brandt (@brandt)'],
      ['embed', 'July 13, 2023'],
      ['paragraph', BODY],
    ],
  ],
];

describe('segmentation recognises', () => {
  for (const [what, lines] of articles)
    it(what, () => {
      const text = lines.map(([, line]) => line).join('\n');
      assert.deepEqual(
        segment(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]),
        lines,
      );
    });
  it('a dateline before its paragraph', () => {
    const text = `LUNDEN (Post) — ${BODY}`;
    assert.deepEqual(
      segment(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]),
      [
        ['dateline', 'LUNDEN (Post) —'],
        ['paragraph', BODY],
      ],
    );
  });
  for (const dateline of ['Berlin (dpa) -', 'Madrid, 3 may (EFE).-', 'PARIS, 3 mai (AFP) –', 'Lunden (Reuters) —'])
    it(`a dateline: ${dateline}`, () => {
      const text = `${dateline} ${BODY}`;
      assert.deepEqual(
        segment(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]),
        [
          ['dateline', dateline],
          ['paragraph', BODY],
        ],
      );
    });
  it('no breadcrumb in a name between guillemets', () => {
    assert.deepEqual(
      segment(`Naufrage du « Vieux Cygne » : la ville se tait\n${BODY}`).map(({ kind }) => kind),
      ['headline', 'paragraph'],
    );
  });
  it('nothing in an empty text', () => assert.deepEqual(segment('\n \r\n'), []));
  it('front matter that never ends as far as it looks like YAML', () => {
    assert.deepEqual(
      segment(`---\ntitle: A\n${BODY}`).map(({ kind }) => kind),
      ['frontMatter', 'frontMatter', 'paragraph'],
    );
  });
});
