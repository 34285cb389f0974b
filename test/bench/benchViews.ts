import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { anchorsOf } from '../../src/core/anchor/describeAnchor';
import { CREDIBILITIES, type Judgement, RELIABILITIES, STANCES } from '../../src/core/annotation/model';
import { detect } from '../../src/core/detect/detect';
import { editSidecar } from '../../src/core/sidecar/editSidecar';
import { Cleanup } from '../run/cleanup';
import { temporaryFolder } from '../run/temporaryFolder';
import { newsText } from './newsText';
import { runInHost } from './runInHost';
import { SeededRandom } from './seededRandom';

const ARTICLES = 400;
const TAGGED = 50;
const LENGTH = 12_000;
const TARGETS = ['harbour expansion', 'ferry', 'tolls', 'the mayor', 'seals', 'breakwater', 'budget'];
const TAGS = ['money', 'vote', 'denial', 'official', 'to ask'];
const OUTLETS = ['Norrby Posten', 'Osthaven Avis', 'Kustbladet', 'The Quay'];

/**
 * Filters, groups and ticks off 20,000 annotations of 400 articles in a real VS Code (the Node extension host of our server) and prints
 * how long the annotations view takes. Returns the exit code: not 0 where one tick draws more than its row and groups.
 */
export async function benchViews(): Promise<number> {
  const cleanup = new Cleanup();
  const corpus = await temporaryFolder('bench', cleanup);
  await mkdir(path.join(corpus, '.vscode'));
  // Else the first tick would ask who reviews, and wait.
  await writeFile(path.join(corpus, '.vscode/settings.json'), '{ "pressmark.author": "Editor 0" }');
  for (let i = 0; i < ARTICLES; i++) {
    const name = path.join(corpus, `article-${String(i).padStart(3, '0')}.txt`);
    const text = newsText(LENGTH, TAGGED * 2, i + 1);
    await writeFile(name, text);
    await writeFile(`${name}.pressmark.yaml`, sidecarOf(text, path.basename(name), i));
  }
  return runInHost('viewsInHost', corpus, cleanup);
}

/** A sidecar that tags fifty highlights of an article, with judgements that differ. */
function sidecarOf(text: string, articleName: string, article: number): string {
  const random = new SeededRandom(article + 1);
  const { quotes, claims } = detect(text);
  const anchorOf = anchorsOf(text);
  const edits = [...quotes, ...claims].slice(0, TAGGED).map((passage, i) => {
    const judgement: Judgement = {
      stance: random.pick(STANCES),
      target: random.pick(TARGETS),
      reliability: random.pick(RELIABILITIES),
      credibility: random.pick(CREDIBILITIES),
      ...(random.below(2) ? { tags: [random.pick(TAGS)] } : {}),
    };
    const origin = { id: `b${article}x${i}`, author: `Editor ${article % 3}`, created: '2026-01-02T03:04:05Z' };
    return { kind: 'add', annotation: { ...origin, ...anchorOf(passage), ...judgement } } as const;
  });
  const facts = { title: `Article ${article}`, publisher: random.pick(OUTLETS) };
  const result = editSidecar(undefined, { kind: 'group', edits }, { articleName, facts });
  if (result.kind !== 'edited') throw new Error(`No sidecar was made: ${result.kind}`);
  return result.source;
}
