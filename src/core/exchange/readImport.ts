import { type ExportedFile } from './exportedCorpus';
import { type ImportFormat } from './formats';
import { importProblem, type ImportReading } from './importedAnnotation';
import { readBrat } from './readBrat';
import { readWebAnnotations } from './readWebAnnotations';
import { unzip } from './zip';

const ANN = '.ann';

/** More bytes are no annotations of people. */
const MAX_BYTES = 200 * 1024 * 1024;

/** Reads a file; an archive is read file by file, named `archive/file`. Never throws. */
export function readImport(
  format: ImportFormat,
  name: string,
  bytes: Uint8Array,
): readonly (ImportReading & { readonly file: string })[] {
  try {
    switch (format) {
      case 'w3c':
        return [{ file: name, ...readWebAnnotations(decoded(bytes)) }];
      case 'brat': {
        if (!name.toLowerCase().endsWith('.zip'))
          return [{ file: name, ...readBrat(decoded(bytes), documentOf(name)) }];
        const files: readonly ExportedFile[] = unzip(bytes, path => path.endsWith(ANN), MAX_BYTES);
        if (files.length === 0) return [{ file: name, annotations: [], problems: [importProblem('empty', '')] }];
        return files.map(({ path, text }) => ({ file: `${name}/${path}`, ...readBrat(text, documentOf(path)) }));
      }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ file: name, annotations: [], problems: [importProblem('unreadable', '', { reason })] }];
  }
}

/** Throws a TypeError where the bytes are no UTF-8. */
const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

const documentOf = (path: string): string => (path.toLowerCase().endsWith(ANN) ? path.slice(0, -ANN.length) : path);
