import { relative } from 'node:path';
import { type Codebook, parseCodebook } from '../core/codebook/parseCodebook';
import { checkSidecar, type CheckProblem } from '../core/sidecar/checkSidecar';
import { linkProblems } from '../core/sidecar/linkProblems';
import { parseSidecar, type ParsedSidecar } from '../core/sidecar/parseSidecar';
import { isSidecarName } from '../core/sidecar/sidecarName';
import { articleOf, corpusFilesBelow, folderOptions } from './corpusFolder';
import { type Finding, findingLine, findingsOf, unreadable } from './finding';
import { linkStates } from './linkStates';
import { readText } from './readText';
import { print, terminalJson } from './terminal';

/**
 * `pressmark check DIR [--json]`: all that is wrong with the sidecars below a folder, and with its codebook. Resolves to 0 where
 * nothing is, else to 1.
 */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { folder, json } = await folderOptions('check', args);
  const findings = await checkFolder(folder);
  if (json) process.stdout.write(`${terminalJson(findings)}\n`);
  else print(findings.map(findingLine).join(''));
  return findings.length === 0 ? 0 : 1;
}

/** All that is wrong below a folder, file by file; files are named relative to it. */
export async function checkFolder(folder: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  const files = await corpusFilesBelow(folder);
  const codebook = await codebookAmong(files);
  for (const file of files) {
    const name = relative(folder, file);
    try {
      const source = await readText(file);
      if (!isSidecarName(file)) {
        findings.push(...findingsOf(name, source, parseCodebook(source).problems));
        continue;
      }
      const parsed = parseSidecar(source);
      const problems = [
        ...checkSidecar(parsed, await articleOf(file), codebook),
        ...sharedIds(parsed, name, owners),
        ...(await brokenLinks(folder, file, source, parsed)),
      ];
      findings.push(...findingsOf(name, source, problems));
    } catch (error) {
      findings.push(...unreadable(name, error as Error));
    }
  }
  return findings;
}

/** The folder's codebook; undefined where there is none or it cannot be read, which is told of when its turn comes. */
async function codebookAmong(files: readonly string[]): Promise<Codebook | undefined> {
  const file = files.find(name => !isSidecarName(name));
  const source = file === undefined ? undefined : await readText(file).catch(() => undefined);
  return source === undefined ? undefined : parseCodebook(source);
}

/** Links that do not lead to a passage for certain. */
async function brokenLinks(
  folder: string,
  file: string,
  source: string,
  { annotations }: ParsedSidecar,
): Promise<readonly CheckProblem[]> {
  const states = await linkStates(folder, file, annotations);
  return linkProblems(source, annotations, ({ links }, index) => states.get(links![index]!));
}

/** Ids that another sidecar has too: they are to be unique within the corpus. */
function sharedIds({ stored }: ParsedSidecar, file: string, owners: Map<string, string>): readonly CheckProblem[] {
  return stored.flatMap(({ id, source: span }) => {
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, file);
    if (owner === undefined || owner === file) return [];
    return { code: 'duplicate-id', severity: 'error', span, arguments: { id, file: owner }, annotationId: id };
  });
}
