import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { newAnnotation } from '../../src/app/tagging';
import { editSidecar } from '../../src/core/sidecar/editSidecar';
import { generatedCorpus } from '../bench/generatedCorpus';

export const BRANCHES = ['morning', 'evening'] as const;
/** Articles in all, and those of them that read otherwise on the other branch: what a checkout changes. */
export const ARTICLES = 1_200;
export const REWRITTEN = 1_000;
/** Articles that only the other branch has a sidecar of. */
const ANNOTATED = 100;

/** The folder of the corpus that is not git's: another disk. */
export const SMALL_DISK = 'small';

/** Runs git in a folder; throws with what it said where it fails. */
export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Soak', '-c', 'user.email=soak@example.org', '-c', 'gc.auto=0', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

export const nameOf = (article: number): string =>
  `week${article % 12}/article-${String(article).padStart(4, '0')}.txt`;

/** Makes a corpus in an empty folder, under git, with two branches. */
export async function makeDesk(folder: string): Promise<void> {
  for (let week = 0; week < 12; week++) await mkdir(path.join(folder, `week${week}`));
  const texts = [...generatedCorpus(ARTICLES, 7)].map(({ text }) => text);
  const write = (article: number, text: string): Promise<void> => writeFile(path.join(folder, nameOf(article)), text);
  for (const [article, text] of texts.entries()) await write(article, text);
  await writeFile(path.join(folder, 'pressmark.yaml'), 'version: 1\ntitle: Soak\n');
  await writeFile(path.join(folder, '.gitignore'), `${SMALL_DISK}/\n`);
  git(folder, 'init', '-q', '-b', BRANCHES[0]);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'Morning edition');
  git(folder, 'checkout', '-qb', BRANCHES[1]);
  for (const [article, text] of texts.slice(0, REWRITTEN).entries()) {
    const [title, ...rest] = text.split('\n\n');
    const rewritten = [title, `Updated in the evening, for the ${article}th time.`, ...rest].join('\n\n');
    await write(article, rewritten);
    if (article < ANNOTATED)
      await writeFile(`${path.join(folder, nameOf(article))}.pressmark.yaml`, sidecarOf(rewritten, article));
  }
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'Evening edition');
  git(folder, 'checkout', '-q', BRANCHES[0]);
}

function sidecarOf(text: string, article: number): string {
  const start = text.lastIndexOf('“') + 1;
  const span = { start, end: text.indexOf('”', start) };
  const origin = { id: `evening${article}`, timestamp: '2026-01-02T03:04:05Z' };
  const annotation = newAnnotation(text, span, { stance: 'neutral', basis: 'evening' }, origin);
  const result = editSidecar(
    undefined,
    { kind: 'add', annotation },
    { articleName: path.basename(nameOf(article)), facts: {} },
  );
  if (result.kind !== 'edited') throw new Error(`No sidecar was made: ${result.kind}`);
  return result.source;
}
