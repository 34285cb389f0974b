import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { repositoryRoot } from '../run/repositoryRoot';
import { tryCommand } from '../run/runCommand';
import { temporaryFolder } from '../run/temporaryFolder';
import { barChart } from './barChart';
import { type Figure, FIGURES_VARIABLE, loadText, shown } from './figures';

/** What is run, one after the other: what needs a quiet machine must not share it. */
const BENCHES = ['detect', 'anchor', 'start', 'typing', 'views', 'notes', 'corpus'] as const;

/** What hosts load: the start bundle, and with it the parts that are loaded later. */
const CODE = 'dist/web';
const START_BUNDLE = 'extension.js';
/** The most that the start bundle is to weigh, in kilobytes. */
const START_BUDGET = 350;

const DOCUMENT = path.join(repositoryRoot, 'docs/benchmarks.md');
const CHARTS = path.join(repositoryRoot, 'docs/benchmarks');
const BEGIN = '<!-- measured by npm run bench -->';
const END = '<!-- end of what npm run bench measured -->';

/**
 * `npm run bench [NAME …]`: runs the benches, all or those that are named, and writes what they measured into docs/benchmarks.md, with a chart of each figure that was measured of
 * others too. Returns the exit code: not 0 where a bench failed; its figures are missing then.
 */
export async function benchAll(names: readonly string[]): Promise<number> {
  const cleanup = new Cleanup();
  try {
    const file = path.join(await temporaryFolder('figures', cleanup), 'figures.jsonl');
    const chosen = BENCHES.filter(bench => names.length === 0 || names.includes(bench));
    const loads: string[] = [];
    let failed = 0;
    const started = Date.now();
    for (const bench of chosen) {
      console.log(`\n=== bench:${bench}`);
      loads.push(`${bench} ${/[\d.]+ on/.exec(loadText())![0].replace(' on', '')}`);
      const code = await tryCommand('npm', ['run', '--silent', `bench:${bench}`], {
        cwd: repositoryRoot,
        cleanup,
        environment: { [FIGURES_VARIABLE]: file },
        onOutput: text => process.stdout.write(text),
      });
      if (code !== 0) failed++;
    }
    const lines = existsSync(file) ? (await readFile(file, 'utf8')).trim().split('\n') : [];
    const figures = lines.map(line => JSON.parse(line) as Figure).concat(await bundleSizes());
    await write(figures, loads);
    console.log(`\n${figures.length} figures in docs/benchmarks.md, ${Math.round((Date.now() - started) / 1000)} s`);
    return failed === 0 ? 0 : 1;
  } finally {
    await cleanup.run();
  }
}

async function bundleSizes(): Promise<readonly Figure[]> {
  const folder = path.join(repositoryRoot, CODE);
  const parts = (await readdir(folder)).filter(file => file.endsWith('.js'));
  const sizes = new Map(
    await Promise.all(parts.map(async file => [file, (await stat(path.join(folder, file))).size / 1000] as const)),
  );
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const figure = { bench: 'start', unit: 'KB', lessIsBetter: true };
  return [
    {
      ...figure,
      what: `\`${CODE}/${START_BUNDLE}\`, minified`,
      values: { Pressmark: sizes.get(START_BUNDLE)! },
      aim: `under ${START_BUDGET}`,
    },
    { ...figure, what: `All ${parts.length} files of \`${CODE}/\`, minified`, values: { Pressmark: total } },
  ];
}

async function write(figures: readonly Figure[], loads: readonly string[]): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const rows = figures.map(({ bench, what, unit, values, aim }) => {
    const [own, ...others] = Object.entries(values).map(([who, value], i) =>
      i === 0 ? `${shown(value)} ${unit}`.trim() : `${who} ${shown(value)}`,
    );
    return `| ${bench} | ${what} | ${own} | ${others.join(', ')} | ${aim ?? ''} |`;
  });
  const charts: string[] = [];
  await mkdir(CHARTS, { recursive: true });
  const beside = figures.filter(({ values }) => Object.keys(values).length > 1);
  for (const bench of new Set(beside.map(figure => figure.bench))) {
    const own = beside.filter(figure => figure.bench === bench);
    const name = `${bench}.svg`;
    await writeFile(path.join(CHARTS, name), barChart(own));
    charts.push(`![${own.map(altText).join('. ')}](benchmarks/${name})`);
  }
  const text = [
    BEGIN,
    '',
    `Measured on ${date}, two cores; load of the machine before each: ${loads.join(', ')}.`,
    '',
    '| Bench | What | Pressmark | Others, in the same run | Aim |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...charts.flatMap(chart => [chart, '']),
    END,
  ].join('\n');
  const before = await readFile(DOCUMENT, 'utf8');
  const [head, rest] = before.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (tail === undefined) throw new Error(`docs/benchmarks.md has no “${BEGIN}” with “${END}” behind it.`);
  await writeFile(DOCUMENT, `${head}${text}${tail}`);
}

const altText = ({ what, unit, values }: Figure): string =>
  `${what}: ${Object.entries(values)
    .map(([who, value]) => `${who} ${shown(value)} ${unit}`.trim())
    .join(', ')}`;
