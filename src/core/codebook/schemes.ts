/**
 * Lists of stances that others have defined, by the name that a codebook calls them by. `favor-against`: Pressmark's own, after SemEval-2016
 * task 6 (with "unclear" for what cannot be told); `sdqc`: of rumours in conversations (Zubiaga et al. 2016, RumourEval 2017);
 * `fnc-1`: of articles toward headlines (Fake News Challenge, stage 1).
 */
export const STANCE_SCHEMES = {
  'favor-against': ['favor', 'against', 'neutral', 'unclear'],
  sdqc: ['support', 'deny', 'query', 'comment'],
  'fnc-1': ['agree', 'disagree', 'discuss', 'unrelated'],
} as const;
export type StanceScheme = keyof typeof STANCE_SCHEMES;

/**
 * What the credibilities 1 to 6 are called. The codes that are stored are the same. `admiralty`: AJP-2.1; `claimreview`: the five ratings that
 * fact-checkers commonly publish as schema.org ClaimReview, from "true" (1) to "false" (5), and 6 for what is not proven either way.
 */
export const CREDIBILITY_SCHEMES = ['admiralty', 'claimreview'] as const;
export type CredibilityScheme = (typeof CREDIBILITY_SCHEMES)[number];

/** Colours that a codebook can give to an entry. They only repeat what names and shapes say. */
export const CODE_COLOURS = ['blue', 'green', 'orange', 'purple', 'red', 'yellow'] as const;
export type CodeColour = (typeof CODE_COLOURS)[number];
