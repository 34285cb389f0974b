import { type Words, wordHash } from './words';

const MONTHS = `january januar janvier enero jan|february februar février febrero feb|march märz mars marzo mar|april avril abril apr|may mai mayo
  june juni juin junio jun|july juli juillet julio jul|august août agosto aug|september septembre septiembre sep sept|october oktober octobre octubre oct okt
  november novembre noviembre nov|december dezember décembre diciembre dec dez`;
const MONTH_OF: ReadonlyMap<number, number> = new Map(
  MONTHS.split(/[|\n]/).flatMap((names, month) =>
    names
      .trim()
      .split(' ')
      .map((name): [number, number] => [wordHash(name), month]),
  ),
);
const FIRST_YEAR = 1900;
const YEAR_OF: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 200 }, (_, index): [number, number] => [
    wordHash(String(FIRST_YEAR + index)),
    FIRST_YEAR + index,
  ]),
);
/** What follows these lies ahead. */
const AHEAD: ReadonlySet<number> = new Set(
  'by until till before bis vor jusque avant hasta antes'.split(' ').map(wordHash),
);
/** Between a month and its year stands a day at most, or "de". */
const REACH = 2;
const DAY = 864e5;

/**
 * The latest month that a text names with its year ("May 2024", "June 4, 2023"), as the days from 1970 to its first day; undefined where it
 * names none. Months that a text says are still to come are passed over.
 */
export function latestMonth(words: Words): number | undefined {
  let latest: number | undefined;
  for (let at = 1; at < words.length; at++) {
    const year = YEAR_OF.get(words.hashes[at]!);
    if (year === undefined) continue;
    for (let before = at - 1; before >= Math.max(0, at - REACH); before--) {
      const month = MONTH_OF.get(words.hashes[before]!);
      if (month === undefined) continue;
      if (before > 0 && AHEAD.has(words.hashes[before - 1]!)) break;
      const day = Date.UTC(year, month) / DAY;
      if (latest === undefined || day > latest) latest = day;
      break;
    }
  }
  return latest;
}

/** A fact's date as days since 1970; undefined where it is none that can be read. */
export function dayOfDate(date: string | undefined): number | undefined {
  const match = date === undefined ? null : /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date);
  if (!match) return undefined;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3] ?? 1)) / DAY;
  return Number.isFinite(day) ? day : undefined;
}
