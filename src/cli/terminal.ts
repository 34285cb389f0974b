import { visibleText } from '../core/text/visibleText';

/**
 * A text for the terminal: what articles, sidecars and names of files hold may not move the cursor, colour what stands elsewhere, or say
 * something else than it seems to. Line ends that are not ours were taken out where the line was made.
 */
export const terminalText = (text: string): string => visibleText(text.replaceAll('\r', ''));

/** JSON that is as safe on a terminal and reads back as the same: what cannot be seen is escaped. */
export const terminalJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g,
    found =>
      [...found]
        .flatMap(character => character.split(''))
        .map(escaped)
        .join(''),
  );

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Writes for people, on stdout. */
export const print = (text: string): void => void process.stdout.write(terminalText(text));

/** Writes for people, on stderr. */
export const tell = (text: string): void => void process.stderr.write(terminalText(text));
