import { type Span } from '../text/span';

/** How sure it is where an annotation's passage is. */
export const RESOLUTION_STATES = ['exact', 'moved', 'uncertain', 'lost'] as const;
export type ResolutionState = (typeof RESOLUTION_STATES)[number];

/**
 * Where an annotation's passage is. `exact`: at its place with its words. `moved`: elsewhere, or with slightly other words, and
 * there can be no doubt. `uncertain`: `span` is the best guess. `lost`: nowhere; no span.
 */
export interface Resolution {
  readonly state: ResolutionState;
  readonly span?: Span;
  /** 0..1: how much of quote and context is there. */
  readonly score: number;
}

/** What is said of a passage that is nowhere. */
export const LOST: Resolution = { state: 'lost', score: 0 };

/** True where there is no doubt about the place. */
export const isSure = ({ state }: Pick<Resolution, 'state'>): boolean => state === 'exact' || state === 'moved';
