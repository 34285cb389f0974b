import assert from 'node:assert/strict';
import { describeAnchor } from '../../../src/core/anchor/describeAnchor';
import { type FollowedPassage } from '../../../src/core/anchor/followedEdit';
import { followPassages, type Following } from '../../../src/core/anchor/followPassages';

describe('following a passage in an editor', () => {
  it('has its last letter again when that is deleted by a key and put back, also where its marks were restyled before', () => {
    const first = 'He spoke on the radio.\n\n“We will not move a stone.” Nobody asked.\n';
    const start = first.indexOf('“We');
    const annotation = describeAnchor(first, { start, end: start + '“We will not'.length });
    let text = first;
    let following: Following = {
      passages: new Map<string, FollowedPassage>([['a', { annotation, state: 'exact', score: 1, span: annotation }]]),
      removals: [],
    };
    const edit = (at: number, deleted: number, put: string): void => {
      const before = text;
      text = before.slice(0, at) + put + before.slice(at + deleted);
      following = followPassages(before, text, following, [{ start: at, end: at + deleted, text: put }]);
    };
    edit(start, 1, '"');
    edit(annotation.end - 1, 1, '');
    edit(annotation.end - 1, 0, 't');
    const { span } = following.passages.get('a')!;
    assert.equal(text.slice(span!.start, span!.end), '"We will not');
  });
});
