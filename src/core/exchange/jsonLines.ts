import { type ExportedCorpus } from './exportedCorpus';

/**
 * A line of JSON for each annotation: all its fields under the names they have in a sidecar, `document` with path and facts, and
 * `place`: the state of its anchor, and where it is now (UTF-16 offsets in the canonical text) where that is sure.
 */
export const toJsonLines = ({ documents }: ExportedCorpus): string =>
  documents
    .flatMap(({ path, facts, annotations }) =>
      annotations.map(({ annotation, state, span }) => {
        const { start, end, ...fields } = annotation;
        const stored = start < 0 ? {} : { start, end };
        return `${JSON.stringify({ ...fields, ...stored, document: { path, ...facts }, place: { state, ...span } })}\n`;
      }),
    )
    .join('');
