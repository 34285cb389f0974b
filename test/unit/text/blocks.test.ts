import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockAt } from '../../../src/core/text/blocks';

const paragraphs = (text: string): string[] => {
  const found: string[] = [];
  for (let at = 0, block = blockAt(text, 0); block; at += block.length, block = blockAt(text, at))
    found.push(text.slice(at + block.indent, at + block.indent + block.size));
  return found;
};

describe('blocks', () => {
  it('are the lines that hold something, without blanks around them', () => {
    assert.deepEqual(paragraphs('\n  One \r\n\r\nTwo\rThree\n'), ['One', 'Two', 'Three']);
  });
  it('cover any text without gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r', '\t'), { maxLength: 30 }), units => {
        const text = units.join('');
        let at = 0;
        for (let block = blockAt(text, 0); block; block = blockAt(text, at)) {
          assert.ok(block.length > 0 && block.indent + block.size <= block.length);
          at += block.length;
        }
        assert.equal(at, text.length);
      }),
    );
  });
});
