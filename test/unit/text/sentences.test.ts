import assert from 'node:assert/strict';
import { sentenceAt } from '../../../src/core/text/sentences';

/** The sentence at ^. */
const cases: readonly (readonly [text: string, sentence: string])[] = [
  ['One here. Two ^here. Three.', 'Two here.'],
  ['^One here. Two.', 'One here.'],
  ['Mr. Brandt ^came. He left.', 'Mr. Brandt came.'],
  ['A. B. Lind c^ame. He left.', 'A. B. Lind came.'],
  ['“We go.” She ^left.', 'She left.'],
  ['“We ^go.” She left.', '“We go.”'],
  ['It cost 1.5 ^million. Then more.', 'It cost 1.5 million.'],
  ['A line\nanother ^line\r\nthird', 'another line'],
  ['  padded ^line  ', 'padded line'],
  ['End.^', 'End.'],
  ['^', ''],
];

describe('the sentence at an offset', () => {
  for (const [marked, sentence] of cases)
    it(JSON.stringify(marked), () => {
      const text = marked.replace('^', '');
      const { start, end } = sentenceAt(text, marked.indexOf('^'));
      assert.equal(text.slice(start, end), sentence);
    });
  it('clamps an offset outside the text', () => assert.deepEqual(sentenceAt('A b.', 99), { start: 0, end: 4 }));
});
