import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCodebook } from '../core/codebook/parseCodebook';
import { checkSidecar, type CheckProblem } from '../core/sidecar/checkSidecar';
import { parseSidecar } from '../core/sidecar/parseSidecar';
import { articleNameOf, CODEBOOK_NAME, isSidecarName } from '../core/sidecar/sidecarName';
import { canonicalText } from '../core/text/canonicalText';
import { LineIndex } from '../core/text/lineIndex';
import { filesBelow } from './filesBelow';
import { placeOf } from './placeOf';
import { problemText } from './problemText';
import { readText } from './readText';
import { UsageError } from './usageError';

/** Something that `check` found. `line` and `column` count from 1. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: CheckProblem['severity'];
  readonly code: CheckProblem['code'];
  readonly message: string;
  readonly annotation?: string;
}

/**
 * `pressmark check DIR [--json]`: all that is wrong with the sidecars below a folder, and with its codebook. Resolves to 0 where
 * nothing is, else to 1.
 */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { folder, json } = optionsOf(args);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`${folder} is no folder`);
  const findings = await checkFolder(folder);
  if (json) process.stdout.write(`${JSON.stringify(findings, undefined, 2)}\n`);
  else
    for (const { file, line, column, severity, code, message } of findings)
      process.stdout.write(`${file}:${line}:${column}: ${severity}: ${message} [${code}]\n`);
  return findings.length === 0 ? 0 : 1;
}

function optionsOf(args: readonly string[]): { readonly folder: string; readonly json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError('check takes one folder');
    return { folder, json: values.json };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

/** All that is wrong below a folder, file by file; files are named relative to it. */
export async function checkFolder(folder: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  for (const file of await filesBelow(folder, path => isSidecarName(path) || path === CODEBOOK_NAME)) {
    const name = relative(folder, file);
    try {
      const source = await readText(file);
      const problems = isSidecarName(file)
        ? [...checkSidecar(source, await articleOf(file)), ...sharedIds(source, name, owners)]
        : parseCodebook(source).problems;
      findings.push(...problems.map(finding(name, source)));
    } catch (error) {
      const reason =
        error instanceof UnreadableArticle ? `${error.article}: ${error.message}` : (error as Error).message;
      const problem: CheckProblem = {
        code: 'unreadable',
        severity: 'error',
        span: { start: 0, end: 0 },
        arguments: { reason },
      };
      findings.push(finding(name, '')(problem));
    }
  }
  return findings;
}

function finding(file: string, source: string): (problem: CheckProblem) => Finding {
  const lines = new LineIndex(source);
  return problem => ({
    file,
    ...placeOf(source, problem.span.start, lines),
    severity: problem.severity,
    code: problem.code,
    message: problemText(problem),
    ...(problem.annotationId === undefined ? {} : { annotation: problem.annotationId }),
  });
}

class UnreadableArticle extends Error {
  constructor(
    readonly article: string,
    reason: string,
  ) {
    super(reason);
  }
}

/** The article's canonical text; undefined where it is not there. */
async function articleOf(sidecar: string): Promise<string | undefined> {
  const article = articleNameOf(sidecar)!;
  try {
    return canonicalText(await readText(article));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UnreadableArticle(article, (error as Error).message);
  }
}

/** Ids that another sidecar has too: they are to be unique within the corpus. */
function sharedIds(source: string, file: string, owners: Map<string, string>): readonly CheckProblem[] {
  return parseSidecar(source).annotations.flatMap(({ id, source: span }) => {
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, file);
    if (owner === undefined || owner === file) return [];
    return { code: 'duplicate-id', severity: 'error', span, arguments: { id, file: owner }, annotationId: id };
  });
}
