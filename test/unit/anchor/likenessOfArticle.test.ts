import assert from 'node:assert/strict';
import { describeAnchor } from '../../../src/core/anchor/describeAnchor';
import { likenessOfArticle } from '../../../src/core/anchor/likenessOfArticle';

const TEXT =
  'The mill stood still.\n\nIt was the third of May, and a Sunday, which is no day for work anyway.\n\nIts wheel was “past all mending”, the miller told us in the yard. Nobody else spoke.\n';
const anchorOf = (words: string) => {
  const start = TEXT.indexOf(words);
  return describeAnchor(TEXT, { start, end: start + words.length });
};
const anchors = ['The mill', '“past all mending”', 'Nobody else spoke.'].map(anchorOf);

describe('a text and an article’s annotations', () => {
  const CASES = [
    ['the article', TEXT, 'same'],
    ['the article with a letter changed where nothing is annotated', TEXT.replace('a Sunday', 'a Monday'), 'same'],
    ['the article with a word more', TEXT.replace('third of May', 'very third of May'), 'alike'],
    ['the article below a line', `A line.\n${TEXT}`, 'alike'],
    ['the article without most of it', TEXT.slice(130), 'other'],
    ['another article', 'The mill works again. Nobody else spoke.', 'other'],
    ['nothing', '', 'other'],
  ] as const;
  for (const [what, text, expected] of CASES)
    it(`${what}: ${expected}`, () => assert.equal(likenessOfArticle(text, anchors), expected));

  it('a word or two prove nothing', () => {
    const short = { quote: 'mill', prefix: '', suffix: '', start: 4, end: 8 };
    assert.equal(likenessOfArticle(TEXT, [short]), 'other');
    assert.equal(likenessOfArticle(TEXT, []), 'other');
  });

  it('what was written by hand, without a place, is looked for by its words', () => {
    const quote = 'the miller told us in the yard. Nobody else spoke.';
    assert.equal(likenessOfArticle(TEXT, [{ quote, prefix: '', suffix: '', start: -1, end: -1 }]), 'alike');
  });
});
