import { performance } from 'node:perf_hooks';
import * as os from 'node:os';
import { CREDIBILITIES, RELIABILITIES, STANCES } from '../../src/core/annotation/model';
import { type ReportDocument } from '../../src/core/report/reportDocument';
import { reportSeries } from '../../src/core/report/series';
import { saveReport } from '../../src/report/saveReport';
import { distribution } from './distribution';
import { SeededRandom } from './seededRandom';

const ARTICLES = 400;
const TAGGED = 25;
const QUOTES = 40;
const LENGTH = 12_000;
const RUNS = 7;
const TARGETS = ['harbour expansion', 'ferry', 'tolls', 'the mayor', 'seals', 'breakwater', 'budget'];
const OUTLETS = ['Norrby Posten', 'Osthaven Avis', 'Kustbladet', 'The Quay'];

/** Counts and draws the report on 20,000 annotations by two annotators of 400 articles, and saves it; prints how long each takes. */
export function benchReport(): Promise<number> {
  console.log(`Load of this machine, 1 minute: ${os.loadavg()[0]!.toFixed(1)} on ${os.availableParallelism()} cores`);
  const documents = Array.from({ length: ARTICLES }, (_, article) => documentOf(article));
  const count = documents.reduce((sum, { annotations }) => sum + annotations.length, 0);
  console.log(`${count} annotations, ${RUNS} times. Milliseconds of processor time:`);
  measure('counted', () => reportSeries(documents));
  measure('saved as HTML', () => saveReport({ name: 'Bench', documents }, 'html', 'en', '2026-01-02'));
  measure('saved as Markdown', () => saveReport({ name: 'Bench', documents }, 'markdown', 'en', '2026-01-02'));
  return Promise.resolve(0);
}

function measure(what: string, work: () => unknown): void {
  const times: number[] = [];
  const started = performance.now();
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const wall = ((performance.now() - started) / RUNS).toFixed(0);
  console.log(`  ${what.padEnd(20)}${distribution(times)}  (wall clock, mean: ${wall})`);
}

function documentOf(article: number): ReportDocument {
  const random = new SeededRandom(article + 1);
  const path = `article-${article}.txt`;
  const day = String(1 + (article % 28)).padStart(2, '0');
  return {
    uri: `file:///bench/${path}`,
    path,
    title: `Article ${article}`,
    publisher: random.pick(OUTLETS),
    date: `2026-0${1 + (article % 9)}-${day}`,
    length: LENGTH,
    annotations: ['Ines Holm', 'Theo Maddern'].flatMap(author =>
      Array.from({ length: TAGGED }, (_, i) => ({
        id: `${author.slice(0, 1)}${article}x${i}`,
        author,
        words: 'They asked us about the bridge, too, and nobody had read a page of it by then.',
        stance: random.pick(STANCES),
        target: TARGETS[(article + i) % TARGETS.length]!,
        reliability: random.pick(RELIABILITIES),
        credibility: random.pick(CREDIBILITIES),
        span: { start: i * 400 + random.below(3), end: i * 400 + 80 },
      })),
    ),
    quotes: Array.from({ length: QUOTES }, (_, i) => ({
      speaker: `Speaker ${random.below(120)}`,
      type: 'direct' as const,
      words: 'Nothing of the kind was promised.',
      start: i * 250,
      end: i * 250 + 33,
    })),
  };
}
