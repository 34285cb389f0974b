/**
 * What draws nothing and can make a text look like another: controls but for tab and line ends; what turns the direction of text; blanks
 * without width; tags; what fills or varies.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- these are what is shown
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g;

/** Letters that are written from right to left: the marks of direction beside them are orthography. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Scripts and pictures whose parts are joined or parted by U+200D and U+200C; the variation selector is of the picture before it. */
const JOINED =
  /[\p{Extended_Pictographic}\p{M}\ufe0f\u0600-\u08ff\u0900-\u0fff\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]$/u;

/**
 * The text with what cannot be seen shown for what it is, as `⟨U+202E⟩`; nothing else changes. Joiners in scripts and emoji that need
 * them, and marks of direction in a text from right to left, are left: there they are part of the writing. Soft hyphens are too: pages
 * are full of them, and a word is the same with one. For all that people read; what programs read keeps the text as it is.
 */
export function visibleText(text: string): string {
  const isRightToLeft = RIGHT_TO_LEFT.test(text);
  return text.replace(INVISIBLE, (character, at: number) => {
    const isJoiner = character === '\u200c' || character === '\u200d';
    if (isJoiner && JOINED.test(text.slice(Math.max(0, at - 2), at))) return character;
    const isMark = character === '\u200e' || character === '\u200f' || character === '\u061c';
    if (isMark && isRightToLeft) return character;
    return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
