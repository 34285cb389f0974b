import { toBrat } from './brat';
import { toClaimReviews } from './claimReview';
import { toCsv } from './csv';
import { type ExportedCorpus, type LeftOut } from './exportedCorpus';
import { type ExportFormat } from './formats';
import { toJsonLines } from './jsonLines';
import { toRefiQda } from './refiQda';
import { toWebAnnotations } from './webAnnotation';
import { zip } from './zip';

/** The file that a corpus becomes in a format, and the annotations that are not in it. */
export function printExport(
  format: ExportFormat,
  corpus: ExportedCorpus,
): { readonly bytes: Uint8Array; readonly leftOut: readonly LeftOut[] } {
  const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'csv':
      return { bytes: encoded(toCsv(corpus)), leftOut: [] };
    case 'jsonl':
      return { bytes: encoded(toJsonLines(corpus)), leftOut: [] };
    case 'w3c':
      return { bytes: encoded(toWebAnnotations(corpus)), leftOut: [] };
    case 'claimreview': {
      const { text, leftOut } = toClaimReviews(corpus);
      return { bytes: encoded(text), leftOut };
    }
    case 'brat':
    case 'refi-qda': {
      const { files, leftOut } = format === 'brat' ? toBrat(corpus) : toRefiQda(corpus);
      return { bytes: zip(files), leftOut };
    }
  }
}
