import { mixed } from './words';

/**
 * Tells texts apart: two different ones have the same key about once in 2^64 pairs. `reading` is what else decides what is found in the text (the
 * language that it is read in). No protection against who makes texts of one key on purpose: they would only miss what is new in their own.
 */
export function textKey(text: string, reading: string): string {
  let first = 0x811c9dc5;
  let second = 0x9e3779b1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul((second + code) | 0, 0x85ebca6b) ^ (second >>> 15);
  }
  return `${mixed(first).toString(36)}.${mixed(second).toString(36)}.${text.length.toString(36)}.${reading}`;
}

/** What else decided when the text with this key was read: see `textKey`. */
export const languageRead = (key: string): string => key.slice(key.lastIndexOf('.') + 1);
