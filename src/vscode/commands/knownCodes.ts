import { type Codebooks } from '../../app/codebooks';
import { type CorpusView } from '../../app/corpusView';
import { type DocumentUri } from '../../app/ports';
import { type KnownCodes } from '../pickers/judgementWizard';

/** Stances of the codebook; targets of the codebook first, in its order, then those in use, most used first. */
export function knownCodes(codebooks: Codebooks, view: CorpusView, document: DocumentUri): KnownCodes {
  const codebook = codebooks.of(document);
  const listed = codebook?.targets ?? [];
  const names = new Set(listed.map(({ name }) => name));
  const inUse = view.targets.filter(name => !names.has(name)).map(name => ({ name }));
  return { ...(codebook?.stances ? { stances: codebook.stances } : {}), targets: [...listed, ...inUse] };
}
