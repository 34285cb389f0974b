import { excerpt } from '../core/annotation/excerpt';
import { sharedCount } from '../core/across/fingerprint';
import { gramsOf } from '../core/across/quoteGrams';
import { GramSharers } from '../core/across/gramSharers';
import { traceAmong, type TracedQuote } from '../core/across/traceAmong';
import { type TraceReason } from '../core/across/paraphrase';
import { type Trace, traceQuote, type WordChange } from '../core/across/traceQuote';
import { type SpokenPassage, TracedDocument } from '../core/across/tracedDocument';
import { WordReader } from '../core/across/words';
import { type Quote } from '../core/detect/model';
import { expectFolder } from './corpusFolder';
import { passageJson, percentOf, placeIn, warnOf, wordsAt } from './crossText';
import { drained } from '../core/drained';
import { type CorpusArticle, IndexedCorpus } from './indexedCorpus';
import { parsedArgs } from './parsedArgs';
import { print, terminalJson } from './terminal';
import { UsageError } from './usageError';

/**
 * `pressmark trace DIR [FILE:LINE | --quote TEXT]`: where quotes stand elsewhere in the corpus. Resolves to 1 where something could not be read, else 0.
 */
export async function traceCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArgs(args, {
    json: { type: 'boolean', default: false },
    quote: { type: 'string' },
  });
  const [folder, place, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('trace takes a folder, and perhaps FILE:LINE');
  if (place !== undefined && values.quote !== undefined)
    throw new UsageError('trace takes FILE:LINE or --quote, not both');
  await expectFolder(folder);
  const wanted = place === undefined ? undefined : placeOf(place);
  const { warn, status } = warnOf();
  const corpus = await IndexedCorpus.read(folder, warn);
  const found =
    values.quote !== undefined
      ? traceWords(corpus, values.quote)
      : wanted
        ? traceLine(corpus, wanted.file, wanted.line)
        : traceAll(corpus);
  const write = values.json ? new JsonList() : new Listing();
  for await (const quote of found) write.add(quote);
  write.end();
  return status();
}

/** A quote, the article that it is of where it is of one, and its places elsewhere with theirs. */
interface FoundQuote {
  readonly article?: CorpusArticle;
  readonly here: TracedDocument;
  readonly passage: SpokenPassage;
  readonly traces: readonly (Trace & { readonly article: CorpusArticle })[];
}

function placeOf(place: string): { readonly file: string; readonly line: number } {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(place);
  if (!match) throw new UsageError(`${place} is no FILE:LINE`);
  return { file: match[1]!.replace(/^\.\//, ''), line: Number(match[2]) };
}

/** Story by story, with what lies near and what shares runs of words. */
async function* traceAll(corpus: IndexedCorpus): AsyncGenerator<FoundQuote, void> {
  const sharers = drained(GramSharers.of(corpus.index));
  const told = new Set<string>();
  for (const { documents, related } of corpus.stories) {
    const others = new Set(related);
    for (const document of documents) for (const other of sharers.sharing(document)) others.add(other);
    for (const document of documents) others.delete(document);
    if (documents.length + others.size < 2) continue;
    const own = await corpus.articles(corpus.inTime(documents));
    const near = await corpus.articles(corpus.inTime([...others]));
    const byFile = new Map([...own, ...near].map(article => [article.file, article]));
    const texts = own.map(({ traced }) => traced);
    const nearTexts = near.map(({ traced }) => traced);
    for (const quote of traceAmong(texts, nearTexts, corpus.index.weightOf, told)) yield foundQuote(quote, byFile);
  }
}

function foundQuote(
  { document, passage, traces }: TracedQuote,
  byFile: ReadonlyMap<string, CorpusArticle>,
): FoundQuote {
  const article = byFile.get(document)!;
  return {
    article,
    here: article.traced,
    passage,
    traces: traces.map(trace => ({ ...trace, article: byFile.get(trace.document)! })),
  };
}

/** The quotes on a line of an article: in its story, near it, and wherever runs of their words stand. */
async function* traceLine(corpus: IndexedCorpus, file: string, line: number): AsyncGenerator<FoundQuote, void> {
  if (!corpus.index.has(file)) throw new UsageError(`${file} is no article of the folder`);
  const article = await corpus.article(file);
  const story = corpus.storyOf(file);
  for (const passage of article.traced.passages) {
    if (!passage.isVerbatim) continue;
    const { start, end } = passage.quote;
    const first = article.lines.positionAt(start).line + 1;
    if (line < first || line > article.lines.positionAt(end).line + 1) continue;
    const near = [...(story?.documents ?? []), ...(story?.related ?? [])];
    yield* traceIn(corpus, article.traced, passage, near, article);
  }
}

/** Words that are in no article: wherever runs of them stand, and where those are in the stories of these. */
async function* traceWords(corpus: IndexedCorpus, text: string): AsyncGenerator<FoundQuote, void> {
  const quote: Quote = { type: 'direct', start: 0, end: text.length };
  const here = new TracedDocument('', text, [quote], [quote]);
  const passage = here.passages[0];
  if (!passage) throw new UsageError('--quote holds no word');
  // In other words it can be anywhere: a corpus that is small is read whole.
  const near = corpus.index.size <= SMALL_CORPUS ? [...corpus.index.documents()] : [];
  yield* traceIn(corpus, here, passage, near);
}

const SMALL_CORPUS = 2000;

async function* traceIn(
  corpus: IndexedCorpus,
  here: TracedDocument,
  passage: SpokenPassage,
  near: readonly string[],
  article?: CorpusArticle,
): AsyncGenerator<FoundQuote, void> {
  const files = new Set([
    ...near,
    ...withGrams(corpus, gramsOf(new WordReader().read(here.text, passage.quote.start, passage.quote.end))),
  ]);
  files.delete(here.id);
  const traces: (Trace & { readonly article: CorpusArticle })[] = [];
  for (const file of corpus.inTime([...files])) {
    const there = await corpus.article(file);
    for (const trace of traceQuote(here, passage, there.traced, corpus.index.weightOf))
      traces.push({ ...trace, article: there });
  }
  yield { ...(article ? { article } : {}), here, passage, traces };
}

const CHANGES: Readonly<Record<WordChange['kind'], (here: string, there: string) => string>> = {
  replaced: (here, there) => `“${here}” became “${there}”`,
  leftOut: here => `“${here}” is left out`,
  added: (_, there) => `“${there}” was added`,
};

/** Quotes with their places below them, as they are found. */
class Listing {
  private quotes = 0;
  private places = 0;

  add({ article, here, passage, traces }: FoundQuote): void {
    const { start, end } = passage.quote;
    const place = article ? `${placeIn(article, passage.quote)}: ` : '';
    const speaker = passage.speaker === undefined ? '' : ` (${passage.speaker})`;
    let text = `${place}${excerpt(here.text.slice(start, end), LINE_LENGTH)}${speaker}\n`;
    for (const trace of traces) {
      text += `  ${kindText(trace).padEnd(11)} ${placeIn(trace.article, trace.span)}: ${wordsAt(trace.article, trace.span)}\n`;
      for (const line of whyOf(here, trace)) text += `              ${line}\n`;
    }
    print(`${text}\n`);
    this.quotes++;
    this.places += traces.length;
  }

  end(): void {
    process.stdout.write(`${counted(this.quotes, 'quote')}, ${counted(this.places, 'place')} elsewhere\n`);
  }
}

const LINE_LENGTH = 160;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const kindText = ({ kind, longer }: Trace): string => (kind === 'trimmed' && longer === 'there' ? 'longer' : kind);

function whyOf(here: TracedDocument, trace: Trace & { readonly article: CorpusArticle }): readonly string[] {
  if (trace.kind === 'verbatim') return [];
  if (trace.kind === 'trimmed')
    return trace.withinSentence ? [`cut within the sentence ${trace.longer === 'here' ? 'there' : 'here'}`] : [];
  const there = trace.article.traced.text;
  if (trace.kind === 'altered')
    return trace.changes.map(change =>
      CHANGES[change.kind](
        excerpt(here.text.slice(change.here.start, change.here.end), LINE_LENGTH),
        excerpt(there.slice(change.there.start, change.there.end), LINE_LENGTH),
      ),
    );
  return [`${percentOf(trace.likeness)} alike: ${trace.reasons.map(reasonText).join('; ')}`];
}

function reasonText(reason: TraceReason): string {
  switch (reason.code) {
    case 'sameSpeaker':
      return `same speaker, ${reason.name}`;
    case 'sharedWords':
      return `same words, ${reason.words.join(', ')}`;
    case 'sharedMeaning':
      return `words that mean the same, ${reason.words.map(([one, other]) => `${one} and ${other}`).join(', ')}`;
    case 'sharedNames':
      return `same names, ${reason.names.join(', ')}`;
    case 'sharedNumbers':
      return `same numbers, ${reason.numbers.join(', ')}`;
  }
}

/** One JSON array, an element at a time. */
class JsonList {
  private isEmpty = true;

  add({ article, here, passage, traces }: FoundQuote): void {
    const { quote, speaker } = passage;
    const element = {
      quote: article ? passageJson(article, quote) : { text: here.text },
      ...(speaker === undefined ? {} : { speaker }),
      traces: traces.map(
        ({ article: there, kind, span, likeness, longer, withinSentence, changes, reasons, passage: other }) => ({
          kind,
          ...passageJson(there, span),
          ...(other?.speaker === undefined ? {} : { speaker: other.speaker }),
          likeness: Math.round(likeness * 1000) / 1000,
          ...(longer === undefined ? {} : { longer, withinSentence }),
          ...(kind === 'altered'
            ? {
                changes: changes.map(change => ({
                  kind: change.kind,
                  here: here.text.slice(change.here.start, change.here.end),
                  there: there.traced.text.slice(change.there.start, change.there.end),
                })),
              }
            : {}),
          reasons,
        }),
      ),
    };
    process.stdout.write(`${this.isEmpty ? '[' : ','}\n${terminalJson(element)}`);
    this.isEmpty = false;
  }

  end(): void {
    process.stdout.write(this.isEmpty ? '[]\n' : '\n]\n');
  }
}

/** The articles whose quotes have one of these grams (quoteGrams.ts) in them. */
const withGrams = ({ index }: IndexedCorpus, grams: Uint32Array): readonly string[] =>
  [...index.documents()].filter(file => sharedCount(grams, index.gramsOf(file)!) > 0);
