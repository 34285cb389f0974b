import { isWordCharacter } from '../text/characters';
import { type StandIn } from '../text/mojibake';

/** The longest entity that is read, with its & and ;. */
const LONGEST = 9;

/**
 * The mark, dash or blank that an HTML entity at `at` stands for, left in a text that was cut out of a page: &quot; &#8220; &#x201C;
 * &nbsp;. Undefined for letters and for anything else.
 */
export function entitySignAt(text: string, at: number): StandIn | undefined {
  if (text.charCodeAt(at) !== 38) return undefined;
  let end = at + 2;
  while (end < at + LONGEST && text.charCodeAt(end) !== 59) end++;
  if (text.charCodeAt(end) !== 59) return undefined;
  const code = meaningOf(text.slice(at + 1, end));
  const isSign = code > 0 && code < 0x10000 && !isWordCharacter(code);
  return isSign ? { code, length: end + 1 - at } : undefined;
}

function meaningOf(name: string): number {
  if (!name.startsWith('#')) return NAMED.get(name) ?? 0;
  const digits = name.slice(1);
  if (/^\d+$/.test(digits)) return Number(digits);
  return /^[xX][\da-fA-F]+$/.test(digits) ? Number.parseInt(digits.slice(1), 16) : 0;
}

const NAMED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    quot: '"',
    apos: "'",
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    nbsp: '\u00a0',
    thinsp: '\u2009',
    amp: '&',
    euro: '€',
    pound: '£',
    yen: '¥',
    deg: '°',
    minus: '−',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
  }).map(([name, sign]) => [name, sign.charCodeAt(0)]),
);
