import { readdirSync, readFileSync } from 'node:fs';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { canonicalText } from '../../../src/core/text/canonicalText';
import { type Annotation, type DocumentFacts } from '../../../src/core/annotation/model';
import { type ExportedCorpus, placeAnnotations } from '../../../src/core/exchange/exportedCorpus';

/** One article with annotations, as a corpus. */
export const corpusOf = (
  path: string,
  text: string | undefined,
  annotations: readonly Annotation[],
  facts: DocumentFacts = {},
): ExportedCorpus => ({
  name: 'Test',
  definitions: {},
  documents: [
    { path, facts, ...(text === undefined ? {} : { text }), annotations: placeAnnotations(text, annotations) },
  ],
});

const SIDECAR = '.pressmark.yaml';

/** The annotated articles of samples/, as they are exported. */
export function sampleCorpus(): ExportedCorpus {
  const sidecars = readdirSync('samples', { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(SIDECAR) && file !== 'pressmark.yaml')
    .sort();
  const documents = sidecars.map(sidecar => {
    const path = sidecar.slice(0, -SIDECAR.length);
    const text = canonicalText(readFileSync(`samples/${path}`, 'utf8'));
    const { facts, annotations } = parseSidecar(readFileSync(`samples/${sidecar}`, 'utf8'));
    const stored = annotations.map(({ source: _source, ...annotation }) => annotation);
    return { path, facts, text, annotations: placeAnnotations(text, stored) };
  });
  return { name: 'Samples', documents, definitions: {} };
}
