import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { comparableClaims, compareClaims } from '../../src/core/across/compareClaims';
import { CorpusIndex } from '../../src/core/across/corpusIndex';
import { FeatureReader } from '../../src/core/across/features';
import { TRACE_KINDS, type TraceKind, traceQuote } from '../../src/core/across/traceQuote';
import { TracedDocument } from '../../src/core/across/tracedDocument';
import { deriveFacts } from '../../src/core/corpus/facts';
import { Detector } from '../../src/core/detect/detect';
import { contains, overlaps, type Span } from '../../src/core/text/span';
import { loadText } from './figures';
import { generatedCorpus, type MadeArticle } from './generatedCorpus';

const SIZES = [1_000, 10_000, 100_000];
const SEED = 20250514;
/** Quotes and figures are traced in so many of a corpus' first articles. */
const TRACED_ARTICLES = 2_000;
const BATCH = 50;
const STEP_MS = 2;

/**
 * Indexes generated corpora and prints how long that takes, what it takes of memory, how both grow, and how much of the truth is found. Sizes can be given as
 * arguments. Returns the exit code.
 */
export function benchAcross(args: readonly string[]): number {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  console.log(loadText());
  let before: { readonly size: number; readonly seconds: number } | undefined;
  for (const size of sizes) {
    const seconds = measure(size);
    if (before) {
      const growth = seconds / before.seconds / (size / before.size);
      console.log(`  growth from ${before.size}: ${growth.toFixed(2)} times linear`);
    }
    before = { size, seconds };
  }
  return 0;
}

function* batches<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Seconds of processor time that the index took, detection and stories included. */
function measure(size: number): number {
  const held = memory();
  const index = new CorpusIndex();
  const reader = new FeatureReader();
  const detector = new Detector();
  const truth: Omit<MadeArticle, 'text'>[] = [];
  const kept: MadeArticle[] = [];
  const seconds = { detection: 0, features: 0, index: 0, stories: 0 };
  let characters = 0;
  let longestStep = 0;
  // By the batch: asking for the processor's time takes as long as reading an article's features.
  for (const batch of batches(generatedCorpus(size, SEED))) {
    const start = now();
    const detections = batch.map(({ text }) => detector.detect(text));
    const detected = now();
    const features = batch.map(({ text }, at) => reader.read(text, detections[at]!, deriveFacts(text)));
    const read = now();
    for (const [at, { id }] of batch.entries()) index.set(id, features[at]!);
    seconds.detection += detected - start;
    seconds.features += read - detected;
    seconds.index += now() - read;
    for (const article of batch) {
      const { text, ...rest } = article;
      truth.push(rest);
      if (kept.length < TRACED_ARTICLES) kept.push(article);
      characters += text.length;
    }
  }
  const start = now();
  const stories = index.stories();
  let step = stories.next();
  for (let last = performance.now(), since = start; !step.done;) {
    step = stories.next();
    // Steps of a few milliseconds together: those of which the clock says that they are long may only have been interrupted.
    if (performance.now() - last < STEP_MS && !step.done) continue;
    longestStep = Math.max(longestStep, (now() - since) * 1e3);
    [last, since] = [performance.now(), now()];
  }
  seconds.stories = now() - start;
  const total = Object.values(seconds).reduce((sum, part) => sum + part, 0);
  console.log(`\n${size} articles, ${(characters / 1e6).toFixed(0)} M characters`);
  console.log(
    `  ${total.toFixed(1)} s of processor time: ${Object.entries(seconds)
      .map(([name, part]) => `${name} ${part.toFixed(1)}`)
      .join(', ')}; longest step of stories ${longestStep.toFixed(0)} ms`,
  );
  judgeCopies(index, truth);
  judgeStories(step.value, truth);
  judgeQuotes(index, kept);
  const removed = now();
  for (const { id } of kept) index.setRow(id, index.rowOf(id)!);
  console.log(`  one article replaced: ${(((now() - removed) / kept.length) * 1e3).toFixed(2)} ms`);
  truth.length = 0;
  kept.length = 0;
  console.log(`  memory of the index and the stories: ${((memory() - held) / 1e6).toFixed(0)} MB`);
  return total;
}

function judgeCopies(index: CorpusIndex, truth: readonly Omit<MadeArticle, 'text'>[]): void {
  const rootOf = new Map(truth.map(({ id, source }) => [id, source?.id ?? id]));
  const found = new Set<string>();
  let right = 0;
  for (const { shorter, longer } of index.copyRelations()) {
    found.add(pairOf(shorter, longer));
    if (rootOf.get(shorter) === rootOf.get(longer)) right++;
  }
  const made = truth.filter(({ source }) => source !== undefined);
  const recalled = made.filter(({ id, source }) => found.has(pairOf(id, source!.id)));
  console.log(`  near-duplicates: ${shares(right, found.size, recalled.length, made.length)}`);
  for (const by of ['copy', 'retouched', 'abridged', 'agency']) {
    const all = made.filter(({ source }) => source!.by === by);
    const some = recalled.filter(({ source }) => source!.by === by);
    console.log(`    ${by}: recall ${percent(some.length, all.length)} of ${all.length}`);
  }
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function judgeStories(
  stories: readonly { readonly documents: readonly string[] }[],
  truth: readonly Omit<MadeArticle, 'text'>[],
): void {
  const storyOf = new Map(truth.map(({ id, story }) => [id, story]));
  const sizes = new Map<number, number>();
  for (const { story } of truth) sizes.set(story, (sizes.get(story) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  for (const { documents } of stories) {
    const counts = new Map<number, number>();
    for (const id of documents) counts.set(storyOf.get(id)!, (counts.get(storyOf.get(id)!) ?? 0) + 1);
    for (const [story, count] of counts) {
      precision += (count * count) / documents.length;
      recall += (count * count) / sizes.get(story)!;
    }
  }
  console.log(
    `  stories: ${stories.length} of ${sizes.size}; B³ ${shares(precision, truth.length, recall, truth.length)}`,
  );
}

/** A story's first article beside each other one that was not made of another: its quotes, which are whole, and its figures, which are exact. */
function judgeQuotes(index: CorpusIndex, articles: readonly MadeArticle[]): void {
  const detector = new Detector();
  const stories = new Map<number, MadeArticle[]>();
  for (const article of articles) {
    if (article.source) continue;
    const story = stories.get(article.story);
    if (story) story.push(article);
    else stories.set(article.story, [article]);
  }
  const expected: Record<string, number> = {};
  const hit: Record<string, number> = {};
  const told: Record<TraceKind, number> = { verbatim: 0, trimmed: 0, altered: 0, paraphrase: 0 };
  const right: Record<TraceKind, number> = { verbatim: 0, trimmed: 0, altered: 0, paraphrase: 0 };
  let sameKind = 0;
  const figures = { expected: 0, aligned: 0, right: 0, told: 0, judged: 0 };
  for (const [first, ...others] of stories.values()) {
    const here = read(detector, first!);
    for (const other of others) {
      const there = read(detector, other);
      for (const quote of first!.quotes) {
        const place = placeOf(first!.text, quote.words);
        const passage = here.traced.passages.find(({ isVerbatim, quote: q }) => isVerbatim && contains(q, place));
        const target = other.quotes.find(({ said }) => said === quote.said);
        const targetPlace = target && placeOf(other.text, target.words);
        if (target) expected[target.fate] = (expected[target.fate] ?? 0) + 1;
        if (!passage) continue;
        let isFound = false;
        for (const trace of traceQuote(here.traced, passage, there.traced, index.weightOf)) {
          told[trace.kind]++;
          if (!target || !overlaps(trace.span, targetPlace!)) continue;
          right[trace.kind]++;
          if (!isFound) hit[target.fate] = (hit[target.fate] ?? 0) + 1;
          if (!isFound && trace.kind === target.fate) sameKind++;
          isFound = true;
        }
      }
      judgeFigures(here, there, first!, other, index, figures);
    }
  }
  const lexical = ['verbatim', 'trimmed', 'altered'] as const;
  const sum = (counts: Record<string, number>, kinds: readonly string[]): number =>
    kinds.reduce((total, kind) => total + (counts[kind] ?? 0), 0);
  console.log(
    `  quotes verbatim, trimmed or altered: ${shares(sum(right, lexical), sum(told, lexical), sum(hit, lexical), sum(expected, lexical))}`,
  );
  console.log(
    `  paraphrases: ${shares(right.paraphrase, told.paraphrase, hit.paraphrase ?? 0, expected.paraphrase ?? 0)}`,
  );
  for (const kind of TRACE_KINDS)
    console.log(
      `    ${kind}: precision ${percent(right[kind], told[kind])} of ${told[kind]}, recall ${percent(hit[kind] ?? 0, expected[kind] ?? 0)} of ${expected[kind] ?? 0}`,
    );
  console.log(`    called what they are: ${percent(sameKind, sum(hit, TRACE_KINDS))}`);
  console.log(
    `  figures: aligned ${shares(figures.aligned, figures.told, figures.aligned, figures.expected)}, agreement right ${percent(figures.right, figures.judged)}`,
  );
}

type Read = ReturnType<typeof read>;

function read(detector: Detector, { id, text }: MadeArticle) {
  const { quotes, claims } = detector.detect(text);
  return { traced: new TracedDocument(id, text, quotes), claims };
}

function judgeFigures(
  here: Read,
  there: Read,
  first: MadeArticle,
  other: MadeArticle,
  index: CorpusIndex,
  figures: { expected: number; aligned: number; right: number; told: number; judged: number },
): void {
  const pairs = compareClaims(
    comparableClaims(here.traced, here.claims, index.weightOf),
    comparableClaims(there.traced, there.claims, index.weightOf),
  );
  figures.told += pairs.length;
  for (const figure of other.figures) {
    figures.expected++;
    const mine = placeOf(first.text, first.figures.find(({ thing }) => thing === figure.thing)!.words);
    const theirs = placeOf(other.text, figure.words);
    const pair = pairs.find(({ a, b }) => overlaps(a.claim, mine) && overlaps(b.claim, theirs));
    if (!pair) continue;
    figures.aligned++;
    figures.judged++;
    if ((pair.agreement !== 'differ') === figure.agrees) figures.right++;
  }
}

/** Where words stand in a text, whether they begin a sentence there or not. */
function placeOf(text: string, words: string): Span {
  const start = text.toLowerCase().indexOf(words.toLowerCase());
  return { start, end: start + words.length };
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

const shares = (right: number, told: number, hit: number, expected: number): string =>
  `precision ${percent(right, told)} of ${told}, recall ${percent(hit, expected)} of ${expected}`;

/** Seconds of processor time: a busy machine does not count. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Bytes in use once garbage is gone. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
