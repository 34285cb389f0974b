import { STANCES, type Stance } from '../core/annotation/model';
import { type Codebook } from '../core/codebook/parseCodebook';
import { type CodeColour } from '../core/codebook/schemes';
import { COLORS } from './names';

/** Each stance by a shape, the same in trees and pickers as in the gutter, and by a colour that only repeats it. */
const LOOKS: Readonly<Record<Stance, { readonly icon: string; readonly color: string }>> = {
  favor: { icon: 'arrow-up', color: COLORS.annotationFavor },
  against: { icon: 'arrow-down', color: COLORS.annotationAgainst },
  neutral: { icon: 'dash', color: COLORS.annotationNeutral },
  unclear: { icon: 'question', color: COLORS.annotationUnclear },
};

/** What a codebook's colours are in every theme, high contrast included. */
export const CODE_COLORS: Readonly<Record<CodeColour, string>> = {
  blue: 'charts.blue',
  green: 'charts.green',
  orange: 'charts.orange',
  purple: 'charts.purple',
  red: 'charts.red',
  yellow: 'charts.yellow',
};

/** The stances of other schemes are drawn like the nearest of ours. */
const COUNTERPARTS: Readonly<Record<string, Stance>> = {
  support: 'favor',
  deny: 'against',
  query: 'unclear',
  comment: 'neutral',
  agree: 'favor',
  disagree: 'against',
  discuss: 'neutral',
  unrelated: 'unclear',
};

/** Which of our stances a stance is drawn like; undefined for none, and for a codebook's own. */
export const stanceMark = (stance = ''): Stance | undefined =>
  STANCES.find(known => known === stance) ?? (Object.hasOwn(COUNTERPARTS, stance) ? COUNTERPARTS[stance] : undefined);

/** The codicon that stands for a stance; one for all stances of a codebook's own, and one for none. */
export function stanceIcon(stance: string | undefined): string {
  const mark = stanceMark(stance);
  return mark ? LOOKS[mark].icon : stance === undefined ? 'bookmark' : 'circle-filled';
}

/** The theme colour that repeats a stance: what the codebook gives it, else its own. */
export function stanceColor(stance: string | undefined, codebook?: Codebook): string {
  const colour = codebook?.stances?.find(({ name }) => name === stance)?.colour;
  const mark = stanceMark(stance);
  return colour ? CODE_COLORS[colour] : mark ? LOOKS[mark].color : COLORS.annotationOther;
}
