import { relative, sep } from 'node:path';
import { isReviewed } from '../core/annotation/review';
import { articleFilter, DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../core/corpus/articleFilter';
import { Detector } from '../core/detect/detect';
import { parseSidecar } from '../core/sidecar/parseSidecar';
import { sidecarNameOf } from '../core/sidecar/sidecarName';
import { canonicalText } from '../core/text/canonicalText';
import { alignedRows } from './alignedRows';
import { folderOptions } from './corpusFolder';
import { warnOf } from './crossText';
import { filesBelow } from './filesBelow';
import { readText } from './readText';
import { print, terminalJson } from './terminal';

/** How much there is of each; `characters` in UTF-16 code units. */
interface Stats {
  documents: number;
  characters: number;
  annotatedDocuments: number;
  quotes: Record<string, number>;
  claims: Record<string, number>;
  annotations: number;
  reviewed: number;
  stances: Record<string, number>;
  reliability: Record<string, number>;
  credibility: Record<string, number>;
  authors: Record<string, number>;
}

/** `pressmark stats DIR [--json]`: what a folder holds, counted. Resolves to 1 where a file could not be read, else 0. */
export async function statsCommand(args: readonly string[]): Promise<number> {
  const { folder, json } = await folderOptions('stats', args);
  const { warn, status } = warnOf();
  const stats = await statsOf(folder, warn);
  if (json) process.stdout.write(`${terminalJson(stats)}\n`);
  else print(statsTable(stats));
  return status();
}

async function statsOf(folder: string, warn: (message: string) => void): Promise<Stats> {
  const filter = articleFilter(DEFAULT_INCLUDE, DEFAULT_EXCLUDE);
  const detector = new Detector();
  const tallies = new Map<string, Map<string, number>>();
  const count = (what: string, value: string | undefined): void => {
    if (value === undefined) return;
    const tally = tallies.get(what) ?? new Map<string, number>();
    tallies.set(what, tally.set(value, (tally.get(value) ?? 0) + 1));
  };
  const tallyOf = (what: string): Record<string, number> =>
    Object.fromEntries([...(tallies.get(what) ?? [])].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
  let [documents, characters, annotatedDocuments, annotated, reviewed] = [0, 0, 0, 0, 0];
  for (const path of await filesBelow(folder, name => filter.isArticle(name))) {
    try {
      const text = canonicalText(await readText(path));
      const { quotes, claims } = detector.detect(text);
      const { annotations } = parseSidecar(await sidecarOf(path));
      documents++;
      characters += text.length;
      if (annotations.length > 0) annotatedDocuments++;
      annotated += annotations.length;
      reviewed += annotations.filter(isReviewed).length;
      for (const { type } of quotes) count('quotes', type);
      for (const { kind } of claims) count('claims', kind);
      for (const { stance, reliability, credibility, author } of annotations) {
        count('stances', stance);
        count('reliability', reliability);
        count('credibility', credibility === undefined ? undefined : String(credibility));
        count('authors', author);
      }
    } catch (error) {
      warn(`${relative(folder, path).split(sep).join('/')}: ${(error as Error).message}`);
    }
  }
  return {
    documents,
    characters,
    annotatedDocuments,
    quotes: tallyOf('quotes'),
    claims: tallyOf('claims'),
    annotations: annotated,
    reviewed,
    stances: tallyOf('stances'),
    reliability: tallyOf('reliability'),
    credibility: tallyOf('credibility'),
    authors: tallyOf('authors'),
  };
}

async function sidecarOf(article: string): Promise<string> {
  try {
    return await readText(sidecarNameOf(article));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function statsTable(stats: Stats): string {
  const listed = (tally: Readonly<Record<string, number>>): string =>
    Object.entries(tally)
      .map(([name, count]) => `${count} ${name.replace(/\s+/g, ' ')}`)
      .join(', ');
  const total = (tally: Readonly<Record<string, number>>): string =>
    String(Object.values(tally).reduce((sum, count) => sum + count, 0));
  return alignedRows([
    ['documents', String(stats.documents), `${stats.annotatedDocuments} annotated, ${stats.characters} characters`],
    ['quotes', total(stats.quotes), listed(stats.quotes)],
    ['claims', total(stats.claims), listed(stats.claims)],
    ['annotations', String(stats.annotations), `${stats.reviewed} reviewed`],
    ['stances', total(stats.stances), listed(stats.stances)],
    ['reliability', total(stats.reliability), listed(stats.reliability)],
    ['credibility', total(stats.credibility), listed(stats.credibility)],
    ['authors', String(Object.keys(stats.authors).length), listed(stats.authors)],
  ]);
}
