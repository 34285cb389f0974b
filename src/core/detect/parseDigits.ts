import { isDigit } from '../text/characters';

/** The longest run of digits and separators that is read as a number; longer ones are no figure anybody asserts. */
const LONGEST = 40;

/**
 * The value of digits with separators; undefined where they are no number (addresses, dates, lists) or an identifier with a leading
 * zero. Two different separators, or one that comes back, say which is which whatever the language; one alone is read as the
 * language writes it. Groups are of three; or, behind commas, of two with three at the end (12,34,567).
 */
export function parseDigits(digits: string, decimal: '.' | ','): number | undefined {
  if (digits.length > LONGEST) return undefined;
  let at = 0;
  while (at < digits.length && isDigit(digits.charCodeAt(at))) at++;
  if (at === digits.length) return digits.length > 1 && digits.startsWith('0') ? undefined : Number(digits);
  // "1.3e6"
  const exponent = digits.search(/[eE]/);
  if (exponent > 0) return scientific(digits.slice(0, exponent), Number(digits.slice(exponent + 1)), decimal);
  if (at === 0) return Number(digits.replace(',', '.')) || undefined;
  const parts = digits.split(/[^\d]/);
  const signs = digits.replace(/\d/g, '');
  const last = signs.at(-1)!;
  const isMixed = parts.length > 2 && last !== signs[0] && (last === '.' || last === ',');
  const isLone = parts.length === 2 && (last === '.' || last === ',');
  const hasFraction = isMixed || (isLone && isFraction(parts[0]!, parts[1]!, last, decimal));
  const groups = hasFraction ? parts.slice(0, -1) : parts;
  if (isMixed && signs.slice(0, -1).includes(last)) return undefined;
  if (groups.length > 1 && !areGroups(groups, signs.slice(0, groups.length - 1))) return undefined;
  if (groups[0]!.length > 1 && groups[0]!.startsWith('0')) return undefined;
  const whole = groups.join('');
  return finite(Number(hasFraction ? `${whole}.${parts.at(-1)!}` : whole));
}

/** What stands behind the only separator: digits of a fraction, unless they look like a group of three. */
function isFraction(before: string, after: string, sign: string, decimal: '.' | ','): boolean {
  if (sign === decimal || after.length !== 3) return sign === decimal || after.length < 3 || before.length < 3;
  return before === '0' || before.length > 3;
}

function areGroups(groups: readonly string[], signs: string): boolean {
  for (const sign of signs) if (sign !== signs[0]) return false;
  const first = groups[0]!;
  if (first.length > 3 || first.length === 0) return false;
  if (groups.slice(1).every(group => group.length === 3)) return true;
  // Lakhs and crores: 1,00,000.
  const inner = groups.slice(1, -1);
  return (
    signs.startsWith(',') &&
    first.length <= 2 &&
    groups.at(-1)!.length === 3 &&
    inner.length > 0 &&
    inner.every(group => group.length === 2)
  );
}

function scientific(digits: string, exponent: number, decimal: '.' | ','): number | undefined {
  const value = parseDigits(digits, decimal);
  return value === undefined ? undefined : finite(value * 10 ** exponent);
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);
