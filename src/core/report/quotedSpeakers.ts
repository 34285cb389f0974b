import { excerpt } from '../annotation/excerpt';
import { type Quote, withNested } from '../detect/model';
import { type ReadableText } from '../text/editedText';
import { REPORT_WORDS, type ReportQuote } from './reportDocument';

/**
 * The quotes of an article that have a speaker with a name, in text order. Pieces of one quotation that its attribution breaks count
 * once; a web page's boilerplate does not.
 */
export function quotedSpeakers(text: Pick<ReadableText, 'slice'>, quotes: readonly Quote[]): readonly ReportQuote[] {
  const groups = new Set<number>();
  return withNested(quotes).flatMap(({ start, end, type, speakerName, group, boilerplate }): ReportQuote[] => {
    if (speakerName === undefined || boilerplate || (group !== undefined && groups.has(group))) return [];
    if (group !== undefined) groups.add(group);
    return [{ start, end, type, speaker: speakerName, words: excerpt(text.slice(start, end), REPORT_WORDS) }];
  });
}
