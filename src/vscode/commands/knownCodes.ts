import { type Codebooks } from '../../app/codebooks';
import { type CorpusView } from '../../app/corpusView';
import { type DocumentUri } from '../../app/ports';
import { type CodebookEntry } from '../../core/codebook/parseCodebook';
import { type KnownCodes } from '../pickers/judgementWizard';

/** Stances of the codebook; its targets and tags in its order, then those in use, most used first. */
export function knownCodes(codebooks: Codebooks, view: CorpusView, document: DocumentUri): KnownCodes {
  const codebook = codebooks.of(document);
  return {
    ...(codebook?.stances ? { stances: codebook.stances } : {}),
    targets: withThoseInUse(codebook?.targets, view.targets),
    tags: withThoseInUse(codebook?.tags, view.tags),
    ...(codebook ? { codebook } : {}),
  };
}

function withThoseInUse(listed: readonly CodebookEntry[] = [], inUse: readonly string[]): readonly CodebookEntry[] {
  const names = new Set(listed.map(({ name }) => name));
  return [...listed, ...inUse.filter(name => !names.has(name)).map(name => ({ name }))];
}
