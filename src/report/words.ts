import * as l10n from '@vscode/l10n';
import { type Credibility, type Reliability } from '../core/annotation/model';
import { type Drawing, type KeyEntry } from './section';

/** A stance: its name, the sign that repeats its colour, and the class of its marks. */
export function stanceKey(stance: string): KeyEntry {
  switch (stance) {
    case 'favor':
      return { look: 'favor', sign: '↑', text: l10n.t('In favor') };
    case 'against':
      return { look: 'against', sign: '↓', text: l10n.t('Against') };
    case 'neutral':
      return { look: 'neutral', sign: '–', text: l10n.t('Neutral') };
    case 'unclear':
      return { look: 'unclear', sign: '?', text: l10n.t('Unclear') };
    default:
      return { look: 'other', sign: '•', text: stance };
  }
}

export const reliabilityText = (reliability: Reliability): string =>
  ({
    A: l10n.t('Completely reliable'),
    B: l10n.t('Usually reliable'),
    C: l10n.t('Fairly reliable'),
    D: l10n.t('Not usually reliable'),
    E: l10n.t('Unreliable'),
    F: l10n.t('Cannot be judged'),
  })[reliability];

export const credibilityText = (credibility: Credibility): string =>
  ({
    1: l10n.t('Confirmed'),
    2: l10n.t('Probably true'),
    3: l10n.t('Possibly true'),
    4: l10n.t('Doubtful'),
    5: l10n.t('Improbable'),
    6: l10n.t('Cannot be judged'),
  })[credibility];

export const outletText = (outlet: string | undefined): string => outlet ?? l10n.t('outlet not known');
export const targetText = (target: string | undefined): string => target ?? l10n.t('no target named');

export const passagesText = (count: number): string =>
  count === 1 ? l10n.t('1 passage') : l10n.t('{0} passages', count);
export const articlesText = (count: number): string =>
  count === 1 ? l10n.t('1 article') : l10n.t('{0} articles', count);
export const quotesText = (count: number): string => (count === 1 ? l10n.t('1 quote') : l10n.t('{0} quotes', count));
export const outletsText = (count: number): string => (count === 1 ? l10n.t('1 outlet') : l10n.t('{0} outlets', count));

/** “12 May”, or “12 May 2025”. */
export const dayText = (day: string, { language }: Pick<Drawing, 'language'>, withYear = false): string =>
  new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

export const monthText = (day: string, { language }: Pick<Drawing, 'language'>): string =>
  new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A number with so many digits behind the point, or what the language has for it. */
export const decimalText = (value: number, digits: number, { language }: Pick<Drawing, 'language'>): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
