import { type Codebook } from '../codebook/parseCodebook';
import { type SpeakerNames } from './series';

/** Under which names speakers count: a codebook's source under its own, whichever alias an article has. The first codebook counts. */
export const speakerNames = (codebooks: Iterable<Pick<Codebook, 'sources'>>): SpeakerNames =>
  new Map(
    [...codebooks]
      .flatMap(({ sources = [] }) =>
        sources.flatMap(({ name, aliases }) => aliases.map(alias => [alias, name] as const)),
      )
      .reverse(),
  );
