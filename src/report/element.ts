/** A piece of a page: HTML or SVG, without a DOM, so that a page, a file and the command line draw alike. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
}

export type PageNode = PageElement | string;

/** An element; attributes that are undefined are left out, numbers are pixels to a tenth. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly PageNode[]
): PageElement => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'number' ? String(Math.round(value * 10) / 10) : value]],
    ),
  ),
  children,
});

/** HTML's elements without an end tag, as far as reports have them. */
const VOID: readonly string[] = ['br', 'meta'];

/** An element as markup, for HTML: everything in texts and attributes is escaped. */
export function toMarkup(node: PageNode): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `<${node.name}${attributes.join('')}>`;
  return VOID.includes(node.name) ? start : `${start}${node.children.map(toMarkup).join('')}</${node.name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, letter => ESCAPES[letter]!);
