import { type SourceComparison, type SourceFinding } from '../../app/acrossSources';
import { type Agreement } from '../../core/across/amount';
import { countedThing, kindOfThing } from '../../core/across/countedThing';
import { type Trace } from '../../core/across/traceQuote';
import { type LinkRelation } from '../../core/annotation/model';
import { type NumericClaim } from '../../core/detect/model';
import { type SourcePassage } from './sourcesView';

/** What `Tag…` makes of a row: a passage to tag, one to link it to, and what the two propose. */
export interface TagProposal {
  readonly passage: SourcePassage;
  readonly other?: SourcePassage;
  readonly relation?: LinkRelation;
  readonly target?: string;
  readonly note?: string;
}

/** Two figures of one thing contradict or support one another, or say the same. */
const RELATIONS: Readonly<Record<Agreement, LinkRelation>> = {
  differ: 'contradicts',
  consistent: 'supports',
  same: 'same-claim',
};

/** What is counted, where it has a name. */
const targetOf = (claim: NumericClaim): Pick<TagProposal, 'target'> => {
  const thing = countedThing(claim);
  return kindOfThing(thing) === undefined ? { target: thing } : {};
};

export const comparisonProposal = (
  { comparison }: Pick<SourceComparison, 'comparison'>,
  side: 'a' | 'b',
): Pick<TagProposal, 'relation' | 'target'> => ({
  relation: RELATIONS[comparison.agreement],
  ...targetOf(comparison[side].claim),
});

/** What was cut is taken from the longer text; words that were changed are still meant to be the same statement. */
export const traceProposal = (trace: Trace, side: 'here' | 'there'): Pick<TagProposal, 'relation'> => ({
  relation: trace.kind === 'trimmed' && trace.longer !== side ? 'copied-from' : 'same-claim',
});

export const findingProposal = (
  { finding }: Pick<SourceFinding, 'finding'>,
  side: 'here' | 'there',
): Pick<TagProposal, 'relation' | 'target'> =>
  finding.kind === 'differs'
    ? comparisonProposal(finding, side === 'here' ? 'a' : 'b')
    : traceProposal(finding.trace, side);
