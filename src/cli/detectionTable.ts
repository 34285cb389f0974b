import { type DocumentFacts } from '../core/annotation/model';
import { type NumericClaim, type Quote } from '../core/detect/model';
import { LineIndex } from '../core/text/lineIndex';
import { alignedRows } from './alignedRows';

const SNIPPET_LENGTH = 60;

/** An article's quotes and claims as aligned rows under its title, in text order; ends with a blank line. */
export function detectionTable(
  file: string,
  facts: DocumentFacts,
  text: string,
  { quotes, claims }: { readonly quotes: readonly Quote[]; readonly claims: readonly NumericClaim[] },
): string {
  const lines = new LineIndex(text);
  const place = (offset: number): string => {
    const { line, character } = lines.positionAt(offset);
    return `${line + 1}:${character + 1}`;
  };
  const rows = [
    ...quotes.map(quote => ({ start: quote.start, cells: quoteCells(quote, text) })),
    ...claims.map(claim => ({ start: claim.start, cells: claimCells(claim, text) })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ start, cells }) => [place(start), ...cells]);
  const title = facts.title === undefined ? file : `${facts.title} (${file})`;
  return `${title}\n${alignedRows([['place', 'what', 'text', 'said by, value'], ...rows])}\n`;
}

const quoteCells = ({ start, end, type, speaker, cue, boilerplate }: Quote, text: string): string[] => [
  `${type} quote`,
  snippet(text.slice(start, end)),
  [speaker?.text, cue && `(${cue.text})`, boilerplate && '[boilerplate]'].filter(part => part !== undefined).join(' '),
];

const claimCells = (
  { start, end, kind, value, min, max, currency, unit, boilerplate }: NumericClaim,
  text: string,
): string[] => {
  const amount =
    value !== undefined
      ? `${value}`
      : min !== undefined && max !== undefined
        ? `${min} to ${max}`
        : min !== undefined
          ? `at least ${min}`
          : max !== undefined
            ? `at most ${max}`
            : '';
  return [
    kind,
    snippet(text.slice(start, end)),
    [amount, currency ?? unit, boilerplate && '[boilerplate]'].filter(part => part !== undefined).join(' '),
  ];
};

function snippet(text: string): string {
  const line = text.slice(0, 4 * SNIPPET_LENGTH).replace(/\s+/g, ' ');
  return line.length > SNIPPET_LENGTH ? `${line.slice(0, SNIPPET_LENGTH - 1)}…` : line;
}
