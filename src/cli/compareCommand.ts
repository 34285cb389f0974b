import { type Agreement, AGREEMENTS } from '../core/across/amount';
import { type ClaimComparison, type ComparableClaim, compareClaims } from '../core/across/compareClaims';
import { drained } from '../core/drained';
import { folderOptions } from './corpusFolder';
import { passageJson, placeIn, warnOf, wordsAt } from './crossText';
import { type CorpusArticle, IndexedCorpus } from './indexedCorpus';
import { print, terminalJson } from './terminal';

/**
 * `pressmark compare [--json] DIR`: figures of one thing in several articles side by side, and whether they agree. Resolves to 1 where something
 * could not be read, else 0.
 */
export async function compareCommand(args: readonly string[]): Promise<number> {
  const { folder, json } = await folderOptions('compare', args);
  const { warn, status } = warnOf();
  const corpus = await IndexedCorpus.read(folder, warn);
  const counts: Record<Agreement, number> = { same: 0, consistent: 0, differ: 0 };
  let isFirst = true;
  for await (const pair of comparisons(corpus)) {
    counts[pair.agreement]++;
    if (json) process.stdout.write(`${isFirst ? '[' : ','}\n${terminalJson(pairJson(pair))}`);
    else print(pairText(pair));
    isFirst = false;
  }
  if (json) process.stdout.write(isFirst ? '[]\n' : '\n]\n');
  else process.stdout.write(`${AGREEMENTS.map(agreement => `${counts[agreement]} ${agreement}`).join(', ')}\n`);
  return status();
}

interface ComparedPair extends ClaimComparison {
  readonly first: CorpusArticle;
  readonly second: CorpusArticle;
}

/** Story by story, the earlier article first. What copies repeat is told of their original alone. */
async function* comparisons(corpus: IndexedCorpus): AsyncGenerator<ComparedPair, void> {
  const copies = new Set(
    drained(corpus.index.copyFamilies()).flatMap(family => family.copies.map(({ shorter }) => shorter)),
  );
  const done = new Set<string>();
  for (const { documents, related } of corpus.stories) {
    const own = documents.filter(file => !copies.has(file));
    const near = related.filter(file => !copies.has(file));
    const articles = await corpus.articles(corpus.inTime([...own, ...near]));
    const isOwn = new Set(own);
    for (const [at, first] of articles.entries())
      for (const second of articles.slice(at + 1)) {
        const key = `${first.file}\n${second.file}`;
        if ((!isOwn.has(first.file) && !isOwn.has(second.file)) || done.has(key)) continue;
        done.add(key);
        for (const comparison of compareClaims(first.comparable, second.comparable))
          yield { ...comparison, first, second };
      }
  }
}

function pairText({ agreement, a, b, first, second }: ComparedPair): string {
  const side = (article: CorpusArticle, claim: ComparableClaim): string =>
    `  ${placeIn(article, claim.claim)}: ${figureText(article, claim)}\n      ${wordsAt(article, claim.span)}\n`;
  return `${agreement}\n${side(first, a)}${side(second, b)}\n`;
}

/** The figure as it stands, and the whole that it was reckoned from. */
const figureText = (article: CorpusArticle, { claim, whole }: ComparableClaim): string =>
  whole ? `${wordsAt(article, claim)} (of ${wordsAt(article, whole)})` : wordsAt(article, claim);

function pairJson({ agreement, likeness, a, b, first, second }: ComparedPair): unknown {
  const side = (article: CorpusArticle, { claim, whole, span, amount }: ComparableClaim): unknown => ({
    ...passageJson(article, claim),
    sentence: passageJson(article, span),
    ...(whole ? { whole: passageJson(article, whole) } : {}),
    // JSON has no infinity.
    ...(Number.isFinite(amount.least) ? { min: amount.least } : {}),
    ...(Number.isFinite(amount.most) ? { max: amount.most } : {}),
  });
  return { agreement, likeness: Math.round(likeness * 1000) / 1000, claims: [side(first, a), side(second, b)] };
}
