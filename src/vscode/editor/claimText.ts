import { env, l10n } from 'vscode';
import { type NumericClaim } from '../../core/detect/model';

/** A claim's value in figures: "28 or more", "about 20%", "3 to 5", "up from 4% to 12%", "up, to 3 EUR" (without the comma it would be a bound). */
export function claimText(claim: NumericClaim): string {
  const { value, min, max, from, to, by, direction, modifier } = claim;
  const format = (number: number): string => figure(claim, number);
  if (claim.kind === 'change') {
    const parts = [
      direction === 'up' ? l10n.t('up') : direction === 'down' ? l10n.t('down') : '',
      by === undefined ? '' : l10n.t('by {0}', format(by)),
      from === undefined ? '' : l10n.t('from {0}', format(from)),
      to === undefined ? '' : l10n.t('to {0}', format(to)),
    ].filter(part => part !== '');
    if (parts.length) return parts.join(by === undefined && from === undefined ? ', ' : ' ');
  }
  if (min !== undefined && max !== undefined) return l10n.t('{0} to {1}', format(min), format(max));
  if (min !== undefined) return l10n.t('{0} or more', format(min));
  if (max !== undefined) return l10n.t('{0} or less', format(max));
  if (value === undefined) return l10n.t('no exact figure');
  return modifier?.means === 'approx' ? l10n.t('about {0}', format(value)) : format(value);
}

function figure({ kind, currency, unit }: NumericClaim, number: number): string {
  const format = (value: number, maximumFractionDigits: number, style: 'decimal' | 'percent' = 'decimal'): string =>
    new Intl.NumberFormat(env.language, { maximumFractionDigits, style }).format(value);
  // Percentage points are a unit of their own.
  if (unit === '%' || (kind === 'percent' && unit === undefined)) return format(number / 100, 2, 'percent');
  if (currency) return `${format(number, 2)} ${currency}`;
  switch (kind) {
    case 'money':
      return format(number, 2);
    case 'fraction':
      return format(number, 1, 'percent');
    case 'ratio':
      return `${format(number, 4)}×`;
    default:
      return format(number, 4);
  }
}
