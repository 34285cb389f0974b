import { detect, type DetectOptions } from '../../../src/core/detect/detect';
import { type NumericClaim, type Quote } from '../../../src/core/detect/model';

/** Texts of cases carry their highlights: ⟦what it is⟧the words⟦/⟧. This takes the tags out. */
export const plainText = (marked: string): string => marked.replace(/⟦[^⟧]*⟧/g, '');

interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** The text with a tag around each highlight; a highlight inside another one is tagged inside it. */
function marked(text: string, highlights: readonly Tagged[]): string {
  const edges = highlights.flatMap(({ start, end, tag }) => [
    { at: start, order: -end, tag: `⟦${tag}⟧` },
    { at: end, order: -Infinity, tag: '⟦/⟧' },
  ]);
  edges.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = '';
  let at = 0;
  for (const edge of edges) {
    out += text.slice(at, edge.at) + edge.tag;
    at = edge.at;
  }
  return out + text.slice(at);
}

const quoteTag = ({ type, speaker, cue, group, unclosed, boilerplate, mode }: Quote): string =>
  [
    mode === 'thought' ? 'thought' : type,
    ...(speaker || cue ? [speaker?.text ?? '-'] : []),
    ...(cue ? [cue.text] : []),
    ...(group === undefined ? [] : [`#${group}`]),
    ...(unclosed ? ['unclosed'] : []),
    ...(boilerplate ? ['boilerplate'] : []),
  ].join('|');

/** The text with its quotes tagged `type|speaker|cue`; reported speech only where it is asked for. */
export function markedQuotes(text: string, options: DetectOptions & { readonly indirect?: boolean } = {}): string {
  const wanted = detect(text, options).quotes.filter(
    ({ type }) => (type === 'indirect') === (options.indirect ?? false),
  );
  return marked(
    text,
    wanted.map(quote => ({ ...quote, tag: quoteTag(quote) })),
  );
}

const amount = ({ value, min, max, from, to, by, direction }: NumericClaim): string =>
  [
    ...(value === undefined ? [] : [`${round(value)}`]),
    ...(min === undefined ? [] : [`≥${round(min)}`]),
    ...(max === undefined ? [] : [`≤${round(max)}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(direction === undefined ? [] : [direction]),
  ].join(' ');

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The text with its claims tagged `kind amount|currency or unit|of`. */
export function markedClaims(text: string, options: DetectOptions = {}): string {
  return marked(
    text,
    detect(text, options).claims.map(claim => ({
      ...claim,
      tag: [
        `${claim.kind} ${amount(claim)}`,
        ...((claim.currency ?? claim.unit) === undefined ? [] : [claim.currency ?? claim.unit]),
        ...(claim.of === undefined ? [] : [`of ${claim.of}`]),
      ].join('|'),
    })),
  );
}
