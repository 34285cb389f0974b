import { readFile } from 'node:fs/promises';
import { importAnnotations, type ImportFile, type ImportParts } from '../app/importAnnotations';
import { articleFilter, DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../core/corpus/articleFilter';
import { IMPORT_FORMATS, type ImportFormat } from '../core/exchange/formats';
import { isSidecarName } from '../core/sidecar/sidecarName';
import { importProblemText } from './exchangeText';
import { expectFolder } from './corpusFolder';
import { filesBelow } from './filesBelow';
import { documentsOf, nodeArticles, nodeStore, unwatched } from './nodeFiles';
import { parsedArgs } from './parsedArgs';
import { print, tell, terminalJson } from './terminal';
import { UsageError } from './usageError';

/**
 * `pressmark import --format FORMAT FILE... --into DIR [--json]`: adds the annotations of files to the sidecars of the articles below a
 * folder. Resolves to 0, or to 1 where something was reported.
 */
export async function importCommand(args: readonly string[]): Promise<number> {
  const { files: names, format, folder, json } = optionsOf(args);
  await expectFolder(folder);
  const complaints: Complaint[] = [];
  const files: ImportFile[] = [];
  for (const name of names) {
    try {
      files.push({ name, bytes: await readFile(name) });
    } catch (error) {
      complaints.push({ file: name, code: 'unreadable', message: (error as Error).message });
    }
  }
  const filter = articleFilter(DEFAULT_INCLUDE, DEFAULT_EXCLUDE);
  const documents = documentsOf(
    folder,
    await filesBelow(folder, path => filter.isArticle(path) || isSidecarName(path)),
  );
  const store = nodeStore();
  for (const { uri } of documents) await store.reload(uri);
  const change: ImportParts['change'] = (document, edit, facts) => store.edit(document, edit, facts);
  const parts = { articles: nodeArticles, store, change };
  const { added, known, problems } = await importAnnotations(format, files, documents, parts, unwatched);
  for (const problem of problems) {
    const { file, place, code } = problem;
    complaints.push({ file, ...(place ? { place } : {}), code, message: importProblemText(problem) });
  }
  if (json) process.stdout.write(`${terminalJson({ added, known, problems: complaints })}\n`);
  else {
    for (const { file, place, message } of complaints)
      tell(`pressmark: ${place === undefined ? file : `${file}:${place}`}: ${message}\n`);
    print(`${added} ${added === 1 ? 'annotation' : 'annotations'} added, ${known} there already\n`);
  }
  return complaints.length === 0 ? 0 : 1;
}

/** What is told of a file; `place` is a line or a name within it. */
interface Complaint {
  readonly file: string;
  readonly place?: string;
  readonly code: string;
  readonly message: string;
}

function optionsOf(args: readonly string[]): {
  readonly files: readonly string[];
  readonly format: ImportFormat;
  readonly folder: string;
  readonly json: boolean;
} {
  const { values, positionals } = parsedArgs(args, {
    format: { type: 'string' },
    into: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const format = IMPORT_FORMATS.find(known => known === values.format);
  if (!format) throw new UsageError(`--format is one of ${IMPORT_FORMATS.join(', ')}`);
  if (positionals.length === 0) throw new UsageError('no file given');
  if (values.into === undefined) throw new UsageError('--into names the folder of the articles');
  return { files: positionals, format, folder: values.into, json: values.json };
}
