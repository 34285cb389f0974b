import { writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isSure } from '../core/anchor/resolution';
import { resolveAnchors } from '../core/anchor/resolveAnchor';
import { parseCodebook } from '../core/codebook/parseCodebook';
import { articleFilter, DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../core/corpus/articleFilter';
import { deriveFacts } from '../core/corpus/facts';
import { Detector } from '../core/detect/detect';
import { quotedSpeakers } from '../core/report/quotedSpeakers';
import { reportAnnotation, type ReportDocument } from '../core/report/reportDocument';
import { speakerNames } from '../core/report/speakerNames';
import { isFault } from '../core/sidecar/sidecarProblem';
import { parseSidecar } from '../core/sidecar/parseSidecar';
import { CODEBOOK_NAME, sidecarNameOf } from '../core/sidecar/sidecarName';
import { canonicalText } from '../core/text/canonicalText';
import { reportData, saveReport } from '../report/saveReport';
import { type ReportFormat } from '../report/formats';
import { expectFolder, onlyFolder } from './corpusFolder';
import { filesBelow } from './filesBelow';
import { findingLine, findingsOf } from './finding';
import { parsedArgs } from './parsedArgs';
import { readText } from './readText';
import { print, tell, terminalJson } from './terminal';
import { UsageError } from './usageError';

/**
 * `pressmark report [--html | --markdown | --json] [-o FILE] DIR`: the report on the articles below a folder, as VS Code saves it. Resolves to 0,
 * or to 1 where a file could not be read or written; what is wrong with sidecars goes to stderr as `check` prints it.
 */
export async function reportCommand(args: readonly string[]): Promise<number> {
  const { folder, format, output } = optionsOf(args);
  await expectFolder(folder);
  const filter = articleFilter(DEFAULT_INCLUDE, DEFAULT_EXCLUDE);
  const detector = new Detector();
  const documents: ReportDocument[] = [];
  let status = 0;
  const articles = await filesBelow(folder, path => filter.isArticle(path));
  if (output !== undefined && articles.some(article => resolve(article) === resolve(output)))
    throw new UsageError(`${output} is a file of the corpus`);
  for (const article of articles) {
    try {
      documents.push(await documentOf(folder, article, detector));
    } catch (error) {
      tell(`pressmark: ${article}: ${(error as Error).message}\n`);
      status = 1;
    }
  }
  const day = new Date().toISOString().slice(0, 10);
  const codebook = parseCodebook(await readText(join(folder, CODEBOOK_NAME)).catch(() => ''));
  const names = speakerNames([codebook]);
  const subject = { name: codebook.title ?? basename(resolve(folder)), documents, names };
  const report =
    format === 'json' ? `${terminalJson(reportData(subject, 'en'))}\n` : saveReport(subject, format, 'en', day);
  if (output === undefined) {
    await new Promise(done => process.stdout.write(report, done));
    return status;
  }
  try {
    await writeFile(output, report);
  } catch (error) {
    tell(`pressmark: ${output}: ${(error as Error).message}\n`);
    return 1;
  }
  print(`${output}: ${documents.length} articles\n`);
  return status;
}

async function documentOf(folder: string, article: string, detector: Detector): Promise<ReportDocument> {
  const text = canonicalText(await readText(article));
  const path = relative(folder, article).split(sep).join('/');
  const source = await readText(sidecarNameOf(article)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const { facts: stored, annotations, problems } = parseSidecar(source);
  for (const finding of findingsOf(sidecarNameOf(path), source, problems.filter(isFault))) tell(findingLine(finding));
  const resolutions = resolveAnchors(text, annotations);
  const facts = { ...deriveFacts(text), ...stored };
  return {
    uri: pathToFileURL(article).href,
    path,
    title: facts.title ?? basename(article),
    ...(facts.publisher === undefined ? {} : { publisher: facts.publisher }),
    ...(facts.date === undefined ? {} : { date: facts.date }),
    length: text.length,
    annotations: annotations.map((annotation, at) =>
      reportAnnotation(annotation, isSure(resolutions[at]!) ? resolutions[at]!.span : undefined),
    ),
    quotes: quotedSpeakers(text, detector.detect(text).quotes),
  };
}

function optionsOf(args: readonly string[]): {
  readonly folder: string;
  readonly format: ReportFormat | 'json';
  readonly output: string | undefined;
} {
  const { values, positionals } = parsedArgs(args, {
    html: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    output: { type: 'string', short: 'o' },
  });
  const formats = (['html', 'markdown', 'json'] as const).filter(format => values[format]);
  if (formats.length > 1) throw new UsageError(`--${formats[0]} and --${formats[1]} are not taken together`);
  return {
    folder: onlyFolder('report', positionals),
    format: formats[0] ?? 'html',
    output: values.output,
  };
}
