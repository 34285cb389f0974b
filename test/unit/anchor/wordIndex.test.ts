import assert from 'node:assert/strict';
import { FewWords, WordIndex, wordsOf } from '../../../src/core/anchor/wordIndex';

const TEXT = 'The ferry, the Ferry’s bell and ferrymen. Été, été; 港の計画は港だ. THE END of the9 İ line';

describe('words that are looked for one by one', () => {
  for (const text of [TEXT.replace('İ', 'I'), TEXT])
    it(`stand where an index of all has them: …${text.slice(-8)}`, () => {
      const [few, all] = [new FewWords(text, 65), WordIndex.of(text)];
      for (const { text: word } of wordsOf(text)) assert.deepEqual(few.placesOf(word), all.placesOf(word), word);
      assert.deepEqual(few.placesOf('absent'), []);
    });

  it('are told no oftener than is asked', () => {
    assert.equal(new FewWords('a b '.repeat(50), 7).placesOf('b').length, 7);
  });
});
