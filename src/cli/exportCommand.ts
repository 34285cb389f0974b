import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type AnnotationStore } from '../app/annotationStore';
import { exportAnnotations, type ExportProblem } from '../app/exportAnnotations';
import { parseCodebook } from '../core/codebook/parseCodebook';
import { EXPORT_FORMATS, type ExportFormat } from '../core/exchange/formats';
import { isSidecarName, sidecarNameOf } from '../core/sidecar/sidecarName';
import { exportProblemText } from './exchangeText';
import { corpusFilesBelow, expectFolder, onlyFolder } from './corpusFolder';
import { documentsOf, nodeArticles, nodeClock, nodeStore, unwatched } from './nodeFiles';
import { parsedArgs } from './parsedArgs';
import { placeOf } from './placeOf';
import { readText } from './readText';
import { print, tell, terminalJson } from './terminal';
import { UsageError } from './usageError';

/** Formats that are archives: nothing for a terminal. */
const ARCHIVES: readonly ExportFormat[] = ['brat', 'refi-qda'];

/**
 * `pressmark export --format FORMAT [-o FILE [--json]] DIR`: the annotations of the sidecars below a folder. Resolves to 0, or to 1
 * where something could not be exported; what nobody rated is no claim, and its absence from `claimreview` no failure.
 */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const { folder, format, output, json } = optionsOf(args);
  await expectFolder(folder);
  const files = await corpusFilesBelow(folder);
  const documents = documentsOf(folder, files.filter(isSidecarName));
  if (output !== undefined) {
    const own = [...files, ...documents.map(({ path }) => `${folder}/${path}`)].map(file => resolve(file));
    if (own.includes(resolve(output))) throw new UsageError(`${output} is a file of the corpus`);
  }
  const sources = await Promise.all(files.filter(file => !isSidecarName(file)).map(readText));
  const parts = { articles: nodeArticles, store: nodeStore(), clock: nodeClock };
  const codebooks = sources.map(parseCodebook);
  const name = basename(resolve(folder));
  const exported = (await exportAnnotations(format, name, documents, codebooks, parts, unwatched))!;
  const problems = exported.problems.map(problem => ({
    ...placeOfProblem(problem, parts.store),
    message: exportProblemText(problem),
  }));
  if (!json)
    for (const { file, line, column, message } of problems)
      tell(`pressmark: ${line === undefined ? file : `${file}:${line}:${column}`}: ${message}\n`);
  if (output === undefined) await new Promise(done => process.stdout.write(exported.bytes, done));
  else {
    try {
      await writeFile(output, exported.bytes);
    } catch (error) {
      tell(`pressmark: ${output}: ${(error as Error).message}\n`);
      return 1;
    }
    const { annotations } = exported;
    if (json) process.stdout.write(`${terminalJson({ file: output, format, annotations, problems })}\n`);
    else print(`${output}: ${annotations} annotations\n`);
  }
  return exported.problems.every(problem => problem.kind === 'leftOut' && problem.annotation.reason === 'unrated')
    ? 0
    : 1;
}

function optionsOf(args: readonly string[]): {
  readonly folder: string;
  readonly format: ExportFormat;
  readonly output: string | undefined;
  readonly json: boolean;
} {
  const { values, positionals } = parsedArgs(args, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean', default: false },
  });
  const format = EXPORT_FORMATS.find(known => known === values.format);
  if (!format) throw new UsageError(`--format is one of ${EXPORT_FORMATS.join(', ')}`);
  const folder = onlyFolder('export', positionals);
  if (values.output === undefined && ARCHIVES.includes(format)) throw new UsageError(`${format} needs -o FILE`);
  // What is exported takes stdout else.
  if (values.json && values.output === undefined) throw new UsageError('--json needs -o FILE');
  return { folder, format, output: values.output, json: values.json };
}

/** The file that a problem is about, and where in it, as far as there is a place. */
function placeOfProblem(
  problem: ExportProblem,
  store: AnnotationStore,
): { readonly file: string; readonly line?: number; readonly column?: number } {
  const { path, uri } = problem.document;
  if (problem.kind === 'article') return { file: path };
  const state = store.state(uri);
  const offset =
    problem.kind === 'fault'
      ? problem.fault.span.start
      : problem.kind === 'leftOut'
        ? state?.parsed?.annotations.find(({ id }) => id === problem.annotation.id)?.source.start
        : undefined;
  if (offset === undefined || state?.source === undefined) return { file: sidecarNameOf(path) };
  return { file: sidecarNameOf(path), ...placeOf(state.source, offset) };
}
