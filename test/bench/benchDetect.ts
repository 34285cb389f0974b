import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { installOnce } from '../run/installOnce';
import { repositoryRoot } from '../run/repositoryRoot';
import { runCommand } from '../run/runCommand';
import { converse } from './converse';
import { share } from './distribution';
import { loadText, tellFigure } from './figures';
import { hardTexts } from './hardTexts';
import { newsText } from './newsText';

/** The libraries that Pressmark is compared with, and what wink reads English with. */
const PEERS = ['compromise@14.17.0', 'wink-nlp@2.4.0', 'wink-eng-lite-web-model@1.8.1'];
/** Characters for each system, shorter and longer: a start of half a second and a half of a minute's work count otherwise. Compromise's speed is that of its texts alone. */
const RUNS = [
  { length: 20e6, rounds: 3 },
  { length: 100e6, rounds: 1 },
];
const COMPROMISE_LENGTH = 2e6;
const HARD_LENGTH = 10e6;

/** Prints how fast `detect --jsonl` is beside other libraries, and on texts made to slow it down. Returns the exit code. */
export async function benchDetect(): Promise<number> {
  const cleanup = new Cleanup();
  console.log(loadText());
  try {
    const articles = await readArticles();
    await compare(articles, await installPeers(cleanup));
    await tryHardTexts(articles);
    return 0;
  } finally {
    await cleanup.run();
  }
}

const ours = [path.join(repositoryRoot, 'dist/cli.js'), 'detect', '--jsonl', '--stats'];

/** All of them in turn, round by round, so that a busy moment of the machine meets each of them. */
async function compare(articles: readonly string[], peers: string): Promise<void> {
  const peer = (name: string): readonly string[] => [path.join(repositoryRoot, 'test/bench/peer.mjs'), name, peers];
  const systems: Readonly<Record<string, readonly string[]>> = {
    Pressmark: ours,
    'Pressmark, two threads': [...ours, '--threads=2'],
    'wink-nlp': peer('wink'),
    compromise: peer('compromise'),
  };
  for (const { length, rounds } of RUNS) {
    const speeds = new Map(Object.keys(systems).map((name): [string, number[]] => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, command] of Object.entries(systems)) {
        const texts = repeated(articles, name === 'compromise' ? COMPROMISE_LENGTH : length);
        const { seconds } = await converse(command, texts);
        speeds.get(name)!.push(sizeOf(texts) / seconds / 1e6);
      }
    }
    tellSpeeds(speeds, length);
  }
}

function tellSpeeds(speeds: ReadonlyMap<string, readonly number[]>, length: number): void {
  const what = `Detection of ${length / 1e6} million characters in one process, start-up included`;
  console.log(
    `\n${what}: million characters a second, the median and each run; how many times as fast as wink-nlp and compromise`,
  );
  const values = Object.fromEntries([...speeds].map(([name, runs]) => [name, median(runs)]));
  for (const [name, runs] of speeds) {
    const times = ['wink-nlp', 'compromise'].map(other => (median(runs) / values[other]!).toFixed(1));
    const beside = name.startsWith('Pressmark') ? `   ${times.join(' and ')} times` : '';
    const each = runs.map(speed => speed.toFixed(2)).join(', ');
    console.log(`  ${name.padEnd(24)}${median(runs).toFixed(2).padStart(7)}   (${each})${beside}`);
  }
  tellFigure({
    bench: 'detect',
    what,
    unit: 'million characters a second',
    values,
    aim: '6 times wink-nlp, 90 times compromise',
    lessIsBetter: false,
  });
}

async function tryHardTexts(articles: readonly string[]): Promise<void> {
  const news = await ownTime(repeated(articles, HARD_LENGTH));
  console.log(`\nTime for each character, news being 1 (${(news * 1e6).toFixed(0)} ns; without start-up)`);
  const ratios: number[] = [];
  for (const [name, text] of Object.entries(hardTexts(HARD_LENGTH))) {
    ratios.push((await ownTime([text])) / news);
    console.log(`  ${name.padEnd(24)}${ratios.at(-1)!.toFixed(2).padStart(6)}`);
  }
  tellFigure({
    bench: 'detect',
    what: 'Time for each character of the slowest of the hard texts, news being 1',
    unit: '',
    values: { Pressmark: Math.max(...ratios) },
    aim: 'at most 3',
    lessIsBetter: true,
  });
}

/** Milliseconds for each character, as the command itself counts. */
async function ownTime(texts: readonly string[]): Promise<number> {
  const { lastWord } = await converse(ours, texts);
  const { chars, ms } = JSON.parse(lastWord) as { readonly chars: number; readonly ms: number };
  return ms / chars;
}

/** The texts of the gold sets, where they lie beside the project; else generated ones. */
async function readArticles(): Promise<readonly string[]> {
  const folder = path.join(repositoryRoot, '../shared/eval/gold');
  if (!existsSync(folder)) return Array.from({ length: 400 }, (_, seed) => newsText(4000, 25, seed));
  const files = (await readdir(folder)).filter(file => file.endsWith('.jsonl'));
  const sets = await Promise.all(files.map(file => readFile(path.join(folder, file), 'utf8')));
  const lines = sets.flatMap(set => set.trim().split('\n'));
  return [...new Set(lines.map(line => (JSON.parse(line) as { readonly text: string }).text))];
}

/** Into the cache folder: they are no part of the project. */
function installPeers(cleanup: Cleanup): Promise<string> {
  return installOnce(`peers-${PEERS.join('-')}`, cleanup, folder =>
    runCommand('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...PEERS], {
      cwd: folder,
      cleanup,
    }),
  );
}

/** Evenly spread articles of about this size together, repeated where they do not suffice. */
function repeated(articles: readonly string[], size: number): readonly string[] {
  const share = Math.min(1, size / sizeOf(articles));
  const taken = articles.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share));
  const rounds = Math.max(1, Math.round(size / sizeOf(taken)));
  return Array.from({ length: rounds }, () => taken).flat();
}

const sizeOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

const median = (values: readonly number[]): number => share(values, 0.5);
