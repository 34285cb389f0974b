import { conversationOf } from '../core/annotation/conversation';
import { type DocumentRecord, placedPassages, type PlacedPassage } from './analysis';

/** The passages of an article that somebody wrote a comment on, in the order of the text; of those that begin together the shortest first. */
export const notedPassages = (record: DocumentRecord): readonly PlacedPassage[] =>
  placedPassages(record)
    .filter(({ annotation }) => conversationOf(annotation).length > 0)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
