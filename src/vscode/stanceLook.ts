import { COLORS } from './names';

/** Each stance by a shape, the same in trees and pickers as in the gutter, and by a colour that only repeats it. */
const LOOKS: Partial<Record<string, { readonly icon: string; readonly color: string }>> = {
  favor: { icon: 'arrow-up', color: COLORS.annotationFavor },
  against: { icon: 'arrow-down', color: COLORS.annotationAgainst },
  neutral: { icon: 'dash', color: COLORS.annotationNeutral },
  unclear: { icon: 'question', color: COLORS.annotationUnclear },
};

/** The codicon that stands for a stance; one for all stances of a codebook's own, and one for none. */
export const stanceIcon = (stance: string | undefined): string =>
  LOOKS[stance ?? '']?.icon ?? (stance === undefined ? 'bookmark' : 'circle-filled');

/** The theme colour that repeats a stance. */
export const stanceColor = (stance: string | undefined): string => LOOKS[stance ?? '']?.color ?? COLORS.annotationOther;
