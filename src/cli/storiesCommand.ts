import { type CopyRelation } from '../core/across/corpusIndex';
import { excerpt } from '../core/annotation/excerpt';
import { alignedRows } from './alignedRows';
import { expectFolder, onlyFolder } from './corpusFolder';
import { IndexedCorpus } from './indexedCorpus';
import { parsedArgs } from './parsedArgs';
import { percentOf, warnOf } from './crossText';
import { storyLines } from './storyLines';
import { print, terminalJson } from './terminal';
import { UsageError } from './usageError';

const TITLE_LENGTH = 70;

/**
 * `pressmark stories DIR`: which articles tell of one event, and which are copies. `--jsonl`: the stories of lines from stdin. Resolves to 1 where
 * something could not be read, else 0.
 */
export async function storiesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArgs(args, {
    json: { type: 'boolean', default: false },
    jsonl: { type: 'boolean', default: false },
  });
  if (values.jsonl) {
    if (positionals.length > 0 || values.json)
      throw new UsageError('--jsonl reads stdin and goes with neither a folder nor --json');
    return storyLines(process.stdin, process.stdout, process.stderr);
  }
  const folder = onlyFolder('stories', positionals);
  await expectFolder(folder);
  const { warn, status } = warnOf();
  const corpus = await IndexedCorpus.read(folder, warn);
  const stories = tellStories(corpus);
  if (values.json) process.stdout.write(`${terminalJson(stories)}\n`);
  else print(storyTable(stories));
  return status();
}

interface ToldDocument {
  readonly file: string;
  readonly title?: string;
  readonly date?: string;
  /** The longest text that this one is a copy or an abridgement of, or shares a good part with. */
  readonly copyOf?: { readonly file: string; readonly kind: CopyRelation['kind']; readonly share: number };
}

interface ToldStory {
  readonly documents: readonly ToldDocument[];
}

/** The stories told by most come first. */
function tellStories(corpus: IndexedCorpus): readonly ToldStory[] {
  const stories = corpus.stories.map(({ documents }) => ({
    documents: corpus.inTime(documents).map((file): ToldDocument => {
      const { title, date } = corpus.factsOf(file);
      const relation = corpus.index.originalOf(file);
      return {
        file,
        ...(title === undefined ? {} : { title }),
        ...(date === undefined ? {} : { date }),
        ...(relation
          ? {
              copyOf: { file: relation.longer, kind: relation.kind, share: Math.round(relation.ofShorter * 100) / 100 },
            }
          : {}),
      };
    }),
  }));
  return stories.sort((a, b) => b.documents.length - a.documents.length);
}

const KINDS: Readonly<Record<CopyRelation['kind'], string>> = {
  copy: 'copy of',
  abridged: 'abridged from',
  sharedText: 'same agency text as',
};

function storyTable(stories: readonly ToldStory[]): string {
  const told = stories.filter(({ documents }) => documents.length > 1);
  const tables = told.map(({ documents }) => {
    const title = documents.find(document => document.title !== undefined)?.title ?? documents[0]!.file;
    const rows = documents.map(({ file, date, copyOf }) => [
      date ?? '–',
      file,
      copyOf ? `${KINDS[copyOf.kind]} ${copyOf.file} (${percentOf(copyOf.share)})` : '',
    ]);
    return `${excerpt(title, TITLE_LENGTH)} (${documents.length} articles)\n${alignedRows(rows)}\n`;
  });
  const alone = stories.length - told.length;
  return `${tables.join('')}${told.length} ${told.length === 1 ? 'story' : 'stories'} told by several articles, ${alone} told by one alone\n`;
}
