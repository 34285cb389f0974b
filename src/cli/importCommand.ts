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
import { print, tell } from './terminal';
import { UsageError } from './usageError';

/**
 * `pressmark import --format FORMAT FILE... --into DIR`: adds the annotations of files to the sidecars of the articles below a
 * folder. Resolves to 0, or to 1 where something was reported.
 */
export async function importCommand(args: readonly string[]): Promise<number> {
  const { files: names, format, folder } = optionsOf(args);
  await expectFolder(folder);
  const complain = (place: string, message: string): void => {
    tell(`pressmark: ${place}: ${message}\n`);
  };
  let unread = 0;
  const files: ImportFile[] = [];
  for (const name of names) {
    try {
      files.push({ name, bytes: await readFile(name) });
    } catch (error) {
      unread++;
      complain(name, (error as Error).message);
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
  for (const problem of problems)
    complain([problem.file, problem.place].filter(Boolean).join(':'), importProblemText(problem));
  print(`${added} annotations added, ${known} there already\n`);
  return problems.length + unread === 0 ? 0 : 1;
}

function optionsOf(args: readonly string[]): {
  readonly files: readonly string[];
  readonly format: ImportFormat;
  readonly folder: string;
} {
  const { values, positionals } = parsedArgs(args, { format: { type: 'string' }, into: { type: 'string' } });
  const format = IMPORT_FORMATS.find(known => known === values.format);
  if (!format) throw new UsageError(`--format is one of ${IMPORT_FORMATS.join(', ')}`);
  if (positionals.length === 0) throw new UsageError('no file given');
  if (values.into === undefined) throw new UsageError('--into names the folder of the articles');
  return { files: positionals, format, folder: values.into };
}
