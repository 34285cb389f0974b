import { LONE_SURROGATE } from '../text/loneSurrogate';

/** An element: its attributes (absent ones are left out) and what is in it, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  /** Elements, or text alone. */
  readonly content: readonly XmlElement[] | string;
}

export const element = (
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'] = [],
): XmlElement => ({ name, attributes, content });

/** A whole XML 1.0 document. A character that XML has no way to say (most control characters, half a surrogate pair) becomes U+FFFD. */
export const printXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${printElement(root, '')}`;

function printElement({ name, attributes, content }: XmlElement, indent: string): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`,
  );
  const head = `${indent}<${name}${pairs.join('')}`;
  if (content.length === 0) return `${head}/>\n`;
  if (typeof content === 'string') return `${head}>${escaped(content, /[&<>\r]/g)}</${name}>\n`;
  return `${head}>\n${content.map(child => printElement(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

/** What XML has no place for. */
const UNSAYABLE = new RegExp(String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|${LONE_SURROGATE}`, 'g');

/** Readers fold a bare carriage return, and in attributes all white space: as references they stay. */
const escaped = (text: string, special: RegExp): string =>
  text.replace(UNSAYABLE, '\ufffd').replace(special, character => `&#${character.charCodeAt(0)};`);
