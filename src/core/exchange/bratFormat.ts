import { LONE_SURROGATE } from '../text/loneSurrogate';

/**
 * What writing and reading brat standoff share (https://brat.nlplab.org/standoff.html): how Pressmark's annotations are said in it.
 */

/** The type of text-bound annotation that stands for a passage. */
export const PASSAGE_TYPE = 'Passage';

/** The attributes, by the field that they hold. A value is one word; what is not goes into the note below. */
export const ATTRIBUTES = { stance: 'Stance', reliability: 'Reliability', credibility: 'Credibility' } as const;
export type AttributeField = keyof typeof ATTRIBUTES;
export const ATTRIBUTE_FIELDS = Object.keys(ATTRIBUTES) as readonly AttributeField[];

/** The comment in which brat shows what a person wrote. */
export const NOTE_TYPE = 'AnnotatorNotes';

/** A second comment: what has no place of its own in brat, as JSON. Where it stands, the first one has its line ends as escapes. */
export const FIELDS_TYPE = 'Pressmark';

/** What some reader of lines takes for the end of one; brat's own, in Python, takes all of these. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
export const LINE_ENDS = /[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]+/g;

/** What is escaped: line ends, and half a surrogate pair, which no file can hold. */
const UNSAFE = new RegExp(`${LINE_ENDS.source}|${LONE_SURROGATE}`, 'g');

/** A text on one line, so that `unescaped` gives it back. */
export const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replace(UNSAFE, escapes);

/** The text that was escaped. */
export const unescaped = (line: string): string =>
  line.replace(/\\(?:u([\da-f]{4})|(n)|(\\))/g, (_all, code: string | undefined, lineEnd: string | undefined) =>
    code !== undefined ? String.fromCharCode(parseInt(code, 16)) : lineEnd !== undefined ? '\n' : '\\',
  );

/** JSON on one line, for every reader of lines. */
export const jsonLine = (value: object): string => JSON.stringify(value).replace(LINE_ENDS, escapes);

const escapes = (characters: string): string =>
  characters
    .split('')
    .map(unit => (unit === '\n' ? '\\n' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('');

/** What a document's `.txt` and `.ann` are called, without their endings: `a.txt` is `a`, `a.md` stays `a.md`. */
export const bratName = (path: string): string => (path.endsWith('.txt') ? path.slice(0, -'.txt'.length) : path);
