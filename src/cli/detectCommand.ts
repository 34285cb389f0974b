import { readFile } from 'node:fs/promises';
import { deriveFacts } from '../core/corpus/facts';
import { detect, type DetectOptions } from '../core/detect/detect';
import { LANGUAGES } from '../core/detect/model';
import { canonicalText } from '../core/text/canonicalText';
import { detectionTable } from './detectionTable';
import { detectLines } from './detectLines';
import { tuneEngine } from './engineFlags';
import { parsedArgs } from './parsedArgs';
import { print, tell, terminalJson } from './terminal';
import { UsageError } from './usageError';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  stats: { type: 'boolean', default: false },
  language: { type: 'string' },
  threads: { type: 'string' },
} as const;

/** `pressmark detect`: articles as tables or JSON, or a stream of lines. Resolves to the exit status. */
export async function detectCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArgs(args, OPTIONS);
  const options = optionsOf(values.language);
  if (values.jsonl) {
    if (positionals.length > 0 || values.json)
      throw new UsageError('--jsonl reads stdin and goes with neither files nor --json');
    tuneEngine();
    return detectLines(process.stdin, process.stdout, process.stderr, {
      ...options,
      stats: values.stats,
      threads: threadsOf(values.threads),
    });
  }
  if (values.stats || values.threads !== undefined) throw new UsageError('--stats and --threads go with --jsonl');
  if (positionals.length === 0) throw new UsageError('no file given');
  return detectFiles(positionals, options, values.json);
}

function optionsOf(given: string | undefined): DetectOptions {
  if (given === undefined) return {};
  const language = LANGUAGES.find(code => code === given);
  if (!language) throw new UsageError(`--language is one of ${LANGUAGES.join(', ')}`);
  return { language };
}

function threadsOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const threads = Number(given);
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS)
    throw new UsageError(`--threads is a number from 1 to ${MOST_THREADS}`);
  return threads;
}

/** Reading and writing keep up with no more. */
const MOST_THREADS = 16;

async function detectFiles(files: readonly string[], options: DetectOptions, asJson: boolean): Promise<number> {
  let status = 0;
  const found: unknown[] = [];
  for (const file of files) {
    const text = await articleText(file);
    if (text === undefined) {
      status = 1;
      continue;
    }
    const { language, quotes, claims } = detect(text, options);
    const facts = deriveFacts(text);
    if (asJson) found.push({ file, ...facts, language, quotes, claims });
    else print(detectionTable(file, facts, text, { quotes, claims }));
  }
  if (asJson) process.stdout.write(`${terminalJson(found)}\n`);
  return status;
}

/** An article's canonical text; undefined, with a line on stderr, where the file cannot be read as UTF-8 text. */
async function articleText(file: string): Promise<string | undefined> {
  try {
    return canonicalText(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch (error) {
    const reason = error instanceof TypeError ? 'not UTF-8 text' : (error as Error).message;
    tell(`pressmark: ${file}: ${reason}\n`);
    return undefined;
  }
}
