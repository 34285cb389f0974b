import { anchorsOf } from '../anchor/describeAnchor';
import { foldText } from '../anchor/foldText';
import { isSure } from '../anchor/resolution';
import { resolveAnchors } from '../anchor/resolveAnchor';
import { type Anchor, type Annotation, type Judgement, JUDGEMENT_FIELDS, UNKNOWN_POSITION } from '../annotation/model';
import { CodePoints } from '../text/codePoints';
import { type Span } from '../text/span';
import { LINE_ENDS } from './bratFormat';
import { type ImportedAnnotation, type ImportProblem, importProblem } from './importedAnnotation';

/** An annotation to be added, and where it came from. */
export interface Addition {
  readonly annotation: Annotation;
  readonly imported: ImportedAnnotation;
}

/** What an import does to one document. */
export interface ImportPlan {
  /** In the order of the file. */
  readonly additions: readonly Addition[];
  /** So many are there already, and say the same. */
  readonly known: number;
  readonly problems: readonly { readonly problem: ImportProblem; readonly imported: ImportedAnnotation }[];
}

/**
 * What is to be added to a document (`text`: canonical) that has `stored` annotations. Passages are found by their words and what stands around
 * them; one that is not found is added all the same, as the file has it, and so is listed for attention. Nothing that is stored is
 * touched: what is there already is left out, and where it says something else that is told.
 */
export function planImport(
  text: string,
  stored: readonly Annotation[],
  imported: readonly ImportedAnnotation[],
): ImportPlan {
  const describe = anchorsOf(text);
  const anchorOf = anchorsIn(text, describe);
  const anchors = imported.map(anchorOf);
  const found = resolveAnchors(
    text,
    anchors.filter(anchor => anchor !== undefined),
  );
  const taken = new Map(stored.map(annotation => [annotation.id, annotation]));
  const additions: Addition[] = [];
  const problems: ImportPlan['problems'][number][] = [];
  const report = (
    imported: ImportedAnnotation,
    code: ImportProblem['code'],
    values?: ImportProblem['arguments'],
  ): void => {
    problems.push({ problem: importProblem(code, imported.place, values), imported });
  };
  let known = 0;
  let next = 0;
  for (const [index, one] of imported.entries()) {
    const anchor = anchors[index];
    if (!anchor) {
      report(one, 'no-passage');
      continue;
    }
    const { state, span } = found[next++]!;
    const isFound = span !== undefined && isSure({ state });
    const annotation: Annotation = {
      id: one.id,
      ...(isFound ? describe(span) : asGiven(anchor)),
      ...one.judgement,
      ...one.conversation,
      ...(one.author === undefined ? {} : { author: one.author }),
      ...(one.created === undefined ? {} : { created: one.created }),
      ...(one.updated === undefined ? {} : { updated: one.updated }),
    };
    const same = taken.get(one.id);
    if (same) {
      if (saysTheSame(same, annotation)) known++;
      else report(one, 'differs', { id: one.id });
      continue;
    }
    taken.set(one.id, annotation);
    additions.push({ annotation, imported: one });
    if (anchor.joined) report(one, 'joined');
    if (!isFound) report(one, state === 'uncertain' ? 'uncertain' : 'lost');
  }
  return { additions, known, problems };
}

const asGiven = ({ quote, prefix, suffix }: Anchor): Anchor => ({
  quote,
  prefix,
  suffix,
  start: UNKNOWN_POSITION,
  end: UNKNOWN_POSITION,
});

/** What a passage is looked for by, and whether it was in pieces with words between; undefined where there are neither words nor a place of some. */
function anchorsIn(
  text: string,
  describe: (span: Span) => Anchor,
): (imported: ImportedAnnotation) => (Anchor & { readonly joined: boolean }) | undefined {
  const points = new CodePoints(text);
  const wordsAt = ({ start, end }: Span): string => text.slice(start, end);
  return ({ quote, prefix, suffix, position = [] }) => {
    const readings = [position.map(piece => points.toUnits(piece)), position];
    const pieces = readings.find(spans => {
      const words = spans.map(wordsAt).join(' ');
      return quote === undefined ? words.trim() !== '' : isSameText(words, quote);
    });
    if (pieces && pieces.length > 0) {
      const start = Math.min(...pieces.map(piece => piece.start));
      const end = Math.max(...pieces.map(piece => piece.end));
      const between = pieces.slice(1).map((piece, index) => wordsAt({ start: pieces[index]!.end, end: piece.start }));
      const joined = between.some(words => words.replace(LINE_ENDS, '').trim() !== '');
      // Of words that stand where they should, with nothing said of what is around them, that is around them which is there.
      const anchor = describe({ start, end });
      if (anchor.quote === '') return undefined;
      if (prefix === undefined && suffix === undefined) return { ...anchor, joined };
      return { start, end, quote: wordsAt({ start, end }), ...contextOf(prefix, suffix), joined };
    }
    // A position that does not hold the words counts in another text.
    if (quote === undefined || quote.trim() === '') return undefined;
    return { quote, ...contextOf(prefix, suffix), start: UNKNOWN_POSITION, end: UNKNOWN_POSITION, joined: false };
  };
}

const contextOf = (prefix = '', suffix = ''): Pick<Anchor, 'prefix' | 'suffix'> => ({ prefix, suffix });

const isSameText = (a: string, b: string): boolean => a === b || foldText(a).text.trim() === foldText(b).text.trim();

/**
 * True where what is stored (`a`) is of the same words as what comes in, judges them alike, what is empty being absent, and has all its
 * replies and links.
 */
function saysTheSame(a: Annotation, b: Annotation): boolean {
  const value = (annotation: Annotation, field: keyof Judgement): string => {
    const content = annotation[field];
    return content === undefined || content === '' || (Array.isArray(content) && content.length === 0)
      ? ''
      : JSON.stringify(content);
  };
  const texts = new Set(a.replies?.map(({ text }) => text));
  const hasReplies = (b.replies ?? []).every(({ text }) => texts.has(text));
  const ends = (links: Annotation['links'] = []): readonly string[] =>
    links.map(({ relation, document, quote }) => JSON.stringify([relation, document, quote]));
  const linked = new Set(ends(a.links));
  const hasLinks = ends(b.links).every(end => linked.has(end));
  return (
    hasReplies &&
    hasLinks &&
    isSameText(a.quote, b.quote) &&
    JUDGEMENT_FIELDS.every(field => value(a, field) === value(b, field))
  );
}
