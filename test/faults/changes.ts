import { type Judgement } from '../../src/core/annotation/model';

/** How many changes a writer makes of each passage: the first tags it. */
export const CHANGES_EACH = 4;

/** The sentence that a writer tags; it stands in the article once. */
export const sentenceOf = (writer: number, passage: number): string =>
  `Boat ${passage} of yard ${writer} was launched on a calm day.`;

/** What a writer says of a passage after so many changes (1 or more): each says something that stays. */
export function judgementAfter(change: number, writer: number, passage: number): Judgement {
  const mark = `${writer}.${passage}`;
  return {
    stance: 'against',
    ...(change > 1 ? { target: `yard ${mark}` } : {}),
    ...(change > 2 ? { basis: `seen from boat ${mark}` } : {}),
    ...(change > 3 ? { note: `Ask boat ${mark}.` } : {}),
  };
}

/** An article in which the passages of all writers stand, taking turns. */
export function articleOf(writers: number, passages: number): string {
  const lines = Array.from({ length: passages }, (_, passage) =>
    Array.from({ length: writers }, (_, writer) => sentenceOf(writer, passage)).join(' '),
  );
  return `Launches of the year\n\n${lines.join('\n\n')}\n`;
}
