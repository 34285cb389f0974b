import { element, type PageElement, type PageNode } from './element';
import { type Mark } from './section';

/** The size of a chart's letters in pixels; report.css has the same. */
const LETTER = 12;
/** Width of a letter over its size, on average, in the typefaces that interfaces are set in; a little much, so that nothing is cut off. */
const LETTER_WIDTH = 0.56;

/** About how wide a text is, in pixels: there is no page to measure it in. */
export const textWidth = (text: string, size = LETTER): number => [...text].length * size * LETTER_WIDTH;

/** A text cut to a width, with an ellipsis where something is missing. */
export function fitted(text: string, width: number, size = LETTER): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text].slice(0, Math.max(1, Math.floor(width / size / LETTER_WIDTH) - 1)).join('');
  return `${letters.trimEnd()}…`;
}

/** A text on lines of a width at most, cut between words. */
export function wrapped(text: string, width: number, size = LETTER): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, size) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map(line => fitted(line, width, size));
}

/** Text at a point; `look` is its class. */
export const label = (
  x: number,
  y: number,
  text: string,
  look = '',
  anchor: 'start' | 'middle' | 'end' = 'start',
): PageElement =>
  element('text', { x, y, class: look || undefined, 'text-anchor': anchor === 'start' ? undefined : anchor }, text);

/** A label that may be too long for its room: cut, and whole in a tooltip. */
export function fittedLabel(x: number, y: number, text: string, width: number, look = ''): PageElement {
  const shown = fitted(text, width);
  return shown === text
    ? label(x, y, text, look)
    : element('text', { x, y, class: look || undefined }, shown, element('title', {}, text));
}

export const line = (x1: number, y1: number, x2: number, y2: number, look: string): PageElement =>
  element('line', { x1, y1, x2, y2, class: look });

export const rectangle = (x: number, y: number, width: number, height: number, look: string, rx = 0): PageElement =>
  element('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), class: look, rx: rx || undefined });

/** A chart that collects its elements and marks. */
export class Chart {
  readonly marks = new Map<string, Mark>();
  private readonly nodes: PageNode[] = [];

  constructor(private readonly width: number) {}

  add(...nodes: readonly PageNode[]): void {
    this.nodes.push(...nodes);
  }

  /**
   * Something that stands for passages: it can be pointed at and chosen in `area`, which shows when it has the focus. Labels among its
   * nodes are drawn over it, apart: the mark's title says what they say, and more.
   */
  mark(key: string, mark: Mark, area: PageElement, ...nodes: readonly PageElement[]): void {
    this.marks.set(key, mark);
    const isLabel = ({ name }: PageElement): boolean => name === 'text';
    const shapes = nodes.filter(node => !isLabel(node));
    this.nodes.push(
      element('g', { class: 'mark', 'data-mark': key }, element('title', {}, mark.title), ...shapes, area),
      ...nodes.filter(isLabel).map(node => ({ ...node, attributes: { ...node.attributes, 'aria-hidden': 'true' } })),
    );
  }

  /** The whole, which says `title` where it is one picture. */
  svg(height: number, title: string): PageElement {
    const { width } = this;
    return element(
      'svg',
      { role: 'img', 'aria-label': title, width, height, viewBox: `0 0 ${Math.round(width)} ${Math.ceil(height)}` },
      ...this.nodes,
    );
  }
}

/** Where a mark can be pointed at: drawn only while it has the focus. */
export const area = (x: number, y: number, width: number, height: number): PageElement =>
  rectangle(x, y, width, height, 'area', 2);
