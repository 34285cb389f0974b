import { isBlank, isLetter } from '../text/characters';
import { LANGUAGES, type Language } from './model';
import { SIGNATURES } from './signatures';

/** How a whole article is written: what one paragraph alone does not tell. */
export interface DocumentStyle {
  readonly language: Language;
  /** Single marks are its first marks, as in British papers: a paragraph between them is speech, not a heading. */
  readonly singleFirst: boolean;
}

/** The style shows in the first lines: no more is read, so that an edit further down need not ask again. */
const READ_LENGTH = 2048;
/** Another language must be ahead of English by so many words: a short text is taken for English. */
const LEAST_LEAD = 2;

/** Reads the style off the text's first characters. Constant time. `language` overrides what they suggest. */
export function documentStyle(text: string, language?: Language): DocumentStyle {
  const head = text.slice(0, READ_LENGTH);
  return { language: language ?? languageOf(head), singleFirst: isSingleFirst(head) };
}

/** The language whose frequent words are most; English where none leads. */
function languageOf(head: string): Language {
  const counts = LANGUAGES.map(language => (language === 'en' ? LEAST_LEAD : 0));
  let start = -1;
  for (let at = 0; at <= head.length; at++) {
    if (at < head.length && isLetter(head.charCodeAt(at))) {
      if (start < 0) start = at;
      continue;
    }
    if (start >= 0) {
      const languages = SIGNATURES.classes[SIGNATURES.find(head, start, at)]!;
      if (languages !== 0)
        for (let index = 0; index < counts.length; index++) if (languages & (1 << index)) counts[index]!++;
    }
    start = -1;
  }
  return LANGUAGES.reduce(
    (best, language, index) => (counts[index]! > counts[LANGUAGES.indexOf(best)]! ? language : best),
    'en',
  );
}

/** More words open with a single mark than with a double one. */
function isSingleFirst(head: string): boolean {
  let singles = 0;
  let doubles = 0;
  for (let at = 0; at < head.length - 1; at++) {
    const code = head.charCodeAt(at);
    if (code === 34 || code === 0x201c || code === 0x201e || code === 0xab) doubles++;
    else if (
      (code === 39 || code === 0x2018) &&
      isLetter(head.charCodeAt(at + 1)) &&
      (at === 0 || isBlank(head.charCodeAt(at - 1)))
    )
      singles++;
    else if (code === 39 && head.charCodeAt(at + 1) === 39) doubles++;
  }
  return singles > doubles;
}
