import { windows1252Byte } from '../text/mojibake';

/**
 * A line made fit to be shown: UTF-8 that was read as Windows-1252 ("itâ€™s") is read again, control and replacement characters and
 * byte order marks go, blanks become single. Linear time.
 */
export function mendedText(text: string): string {
  let mended = '';
  for (let i = 0; i < text.length;) {
    const character = utf8At(text, i);
    mended += character ? character.text : text[i]!;
    i += character ? character.length : 1;
  }
  return mended
    .replace(/[\p{Cc}\p{Cf}\ufffd\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The character whose UTF-8 bytes stand at `at` as Windows-1252 characters; undefined where none does. */
function utf8At(text: string, at: number): { readonly text: string; readonly length: number } | undefined {
  const lead = windows1252Byte(text.charCodeAt(at));
  const length =
    lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (length === 0 || at + length > text.length) return undefined;
  let code = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = windows1252Byte(text.charCodeAt(at + i));
    if (byte < 0x80 || byte > 0xbf) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isShortest = code >= (length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80);
  return isShortest && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? { text: String.fromCodePoint(code), length }
    : undefined;
}
