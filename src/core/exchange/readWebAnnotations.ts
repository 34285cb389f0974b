import { CREDIBILITIES, type Judgement, type Link, RELIABILITIES, type Reply } from '../annotation/model';
import { type Span } from '../text/span';
import {
  conversationFrom,
  importProblem,
  linkFrom,
  replyFrom,
  type ImportedAnnotation,
  type ImportProblem,
  type ImportReading,
} from './importedAnnotation';
import { stableId } from './stableId';
import { sidecarTime } from './times';
import {
  ANNOTATION_TERM,
  BODY_FIELDS,
  DOCUMENT_TERM,
  FIELD_TERM,
  idOfName,
  NOTE_TERM,
  RELATION_TERM,
  RESOLVED_BY_TERM,
  RESOLVED_TERM,
} from './webAnnotation';

type Json = Readonly<Record<string, unknown>>;

/** Where lists of annotations are in what programs export: Hypothesis' API and client, collections, pages, graphs. */
const LIST_KEYS = ['rows', 'annotations', 'items', '@graph'] as const;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const textsIn = (...values: readonly unknown[]): readonly string[] => values.flatMap(value => textIn(value) ?? []);

/**
 * Reads W3C Web Annotations: one, a list, a collection, a page or a graph; and what Hypothesis exports, whose annotations have the
 * same targets and bodies of their own (`text`, `tags`, `user`). As JSON, or with a JSON value on each line. Never throws.
 */
export function readWebAnnotations(source: string): ImportReading {
  const values = parseJson(source);
  if (values instanceof Error)
    return { annotations: [], problems: [importProblem('unreadable', '', { reason: values.message })] };
  const problems: ImportProblem[] = [];
  const annotations: ImportedAnnotation[] = [];
  const replies: Answer[] = [];
  for (const { value, place } of values)
    for (const found of annotationsIn(value, place, problems))
      if (listOf(found.value.references).length === 0)
        annotations.push(...readAnnotation(found.value, found.place, problems));
      else {
        const problem = importProblem('reply', found.place);
        problems.push(problem);
        replies.push({ value: found.value, problem });
      }
  const { answered, taken } = withReplies(annotations, replies);
  if (annotations.length === 0 && problems.length === 0) problems.push(importProblem('empty', ''));
  return { annotations: answered, problems: problems.filter(problem => !taken.has(problem)) };
}

/** A reply that is an annotation of its own, and what is told of it where it cannot be taken over. */
interface Answer {
  readonly value: Json;
  readonly problem: ImportProblem;
}

/** Hypothesis' replies are annotations of their own, which name the one that the conversation began with; ours is one conversation. */
function withReplies(
  annotations: readonly ImportedAnnotation[],
  answers: readonly Answer[],
): { readonly answered: readonly ImportedAnnotation[]; readonly taken: ReadonlySet<ImportProblem> } {
  const byId = new Map<string, Reply[]>(annotations.map(({ id }) => [id, []]));
  const taken = new Set<ImportProblem>();
  for (const { value, problem } of answers) {
    const root = textsIn(...listOf(value.references)).find(id => byId.has(id));
    const text = textIn(value.text);
    if (root === undefined || text === undefined) continue;
    byId.get(root)!.push(replyOf(value, text));
    taken.add(problem);
  }
  const answered = annotations.map(annotation => {
    const found = byId.get(annotation.id)!.toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1));
    if (found.length === 0) return annotation;
    const { conversation } = annotation;
    return { ...annotation, conversation: { ...conversation, replies: [...(conversation?.replies ?? []), ...found] } };
  });
  return { answered, taken };
}

/** A reply from a body, or from what of Hypothesis' is an annotation of its own. */
function replyOf(value: Json, text: string): Reply {
  const [id, created] = [textIn(value.id), textIn(value.created)];
  return replyFrom(text, {
    id: id === undefined ? undefined : idOfName(id),
    author: authorOf(value),
    created: created === undefined ? undefined : sidecarTime(created),
  });
}

interface Placed<T = unknown> {
  readonly value: T;
  readonly place: string;
}

function parseJson(source: string): readonly Placed[] | Error {
  const text = source.replace(/^\ufeff/, '');
  try {
    return [{ value: JSON.parse(text), place: '' }];
  } catch (error) {
    const lines = text.split('\n').map((line, index) => ({ line: line.trim(), place: `${index + 1}` }));
    try {
      return lines.filter(({ line }) => line).map(({ line, place }) => ({ value: JSON.parse(line) as unknown, place }));
    } catch {
      return error as Error;
    }
  }
}

/** The annotations in a value, with where they are: `rows[3]`, `first.items[0]`. */
function* annotationsIn(value: unknown, place: string, problems: ImportProblem[]): Iterable<Placed<Json>> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* annotationsIn(item, `${place}[${index}]`, problems);
    return;
  }
  const key = isObject(value) ? (LIST_KEYS.find(name => Array.isArray(value[name])) ?? 'first') : '';
  if (isObject(value) && 'target' in value) yield { value, place };
  else if (isObject(value) && value[key] !== undefined)
    yield* annotationsIn(value[key], place === '' ? key : `${place}.${key}`, problems);
  else problems.push(importProblem('malformed', place));
}

/** The annotation that a value is; none where it has no passage. */
function readAnnotation(value: Json, place: string, problems: ImportProblem[]): readonly ImportedAnnotation[] {
  const report = (code: ImportProblem['code'], values?: ImportProblem['arguments']): void => {
    problems.push(importProblem(code, place, values));
  };
  const targets = listOf(value.target).map(target => readTarget(target));
  const target = targets.find(({ quote, position }) => quote !== undefined || position);
  if (!target) {
    report('no-passage');
    return [];
  }
  if (targets.length > 1) report('not-carried', { what: 'target' });
  const documents = [...new Set([...target.documents, ...textsIn(value.uri)])];
  const judgement = readJudgement(value, report);
  const [created, updated] = [textIn(value.created), textIn(value.modified) ?? textIn(value.updated)];
  const author = authorOf(value);
  const { quote, prefix, suffix, position } = target;
  return [
    {
      place,
      documents,
      id:
        idOfName(textIn(value.id) ?? textIn(value['@id']) ?? '') ||
        stableId('w3c', ...documents, quote ?? '', JSON.stringify(position ?? judgement)),
      ...(quote === undefined ? {} : { quote }),
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
      ...(position ? { position } : {}),
      judgement,
      conversation: conversationFrom(
        listOf(value.body).flatMap(body => (isReply(body) ? replyOf(body, body.value) : [])),
        textIn(value[RESOLVED_TERM]),
        textIn(value[RESOLVED_BY_TERM]),
        listOf(value.body).flatMap(body => (isLink(body) ? linkOf(body) : [])),
      ),
      ...(author === undefined ? {} : { author }),
      ...(created === undefined ? {} : { created: sidecarTime(created) }),
      ...(updated === undefined ? {} : { updated: sidecarTime(updated) }),
    },
  ];
}

type Target = Pick<ImportedAnnotation, 'documents' | 'quote' | 'prefix' | 'suffix' | 'position'>;

function readTarget(target: unknown): Target {
  if (!isObject(target)) return { documents: textsIn(target) };
  const sources = listOf(target.source).flatMap(source =>
    isObject(source) ? textsIn(source.id, source['@id'], source.via, source.canonical) : textsIn(source),
  );
  const documents = [...sources, ...textsIn(target.via, target.canonical)];
  const selectors = listOf(target.selector).flatMap(withRefinements);
  const quoting = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' && textIn(exact) !== undefined);
  const placing = selectors.find(({ type }) => type === 'TextPositionSelector');
  const [quote, prefix, suffix] = [textIn(quoting?.exact), textIn(quoting?.prefix), textIn(quoting?.suffix)];
  const position = placing && positionOf(placing);
  return {
    documents,
    ...(quote === undefined ? {} : { quote: lineEndsOf(quote) }),
    ...(prefix === undefined ? {} : { prefix: lineEndsOf(prefix) }),
    ...(suffix === undefined ? {} : { suffix: lineEndsOf(suffix) }),
    ...(position ? { position: [position] } : {}),
  };
}

/** A selector and those that narrow it down. */
const withRefinements = (selector: unknown): readonly Json[] =>
  isObject(selector) ? [selector, ...listOf(selector.refinedBy).flatMap(withRefinements)] : [];

function positionOf({ start, end }: Json): Span | undefined {
  const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  return isPosition(start) && isPosition(end) && start < end ? { start, end } : undefined;
}

/** As in the canonical text. */
const lineEndsOf = (text: string): string => text.replace(/\r\n?/g, '\n');

function readJudgement(
  value: Json,
  report: (code: ImportProblem['code'], values?: ImportProblem['arguments']) => void,
): Judgement {
  const fields: Record<string, string | number> = {};
  const tags = listOf(value.tags).flatMap(tag => textsIn(tag));
  const notes = [...textsIn(value.text), ...textsIn(value.bodyValue)];
  for (const body of listOf(value.body)) {
    if (isReply(body) || (isLink(body) && linkOf(body).length > 0)) continue;
    const text = isObject(body) ? bodyText(body) : textIn(body);
    const field = isObject(body) ? BODY_FIELDS.find(name => body[FIELD_TERM] === name) : undefined;
    if (text === undefined) report('not-carried', { what: 'body' });
    else if (field) {
      const code = field === 'credibility' ? CREDIBILITIES.find(grade => String(grade) === text) : text;
      const isGrade = field !== 'reliability' || RELIABILITIES.some(grade => grade === text);
      if (code === undefined || !isGrade) report('not-carried', { what: `${field}: ${text}` });
      else fields[field] = code;
    } else if (isObject(body) && listOf(body.purpose).includes('tagging')) tags.push(text);
    else notes.push(text);
  }
  return {
    ...fields,
    ...(notes.length > 0 ? { note: notes.join('\n\n') } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

const isReply = (body: unknown): body is Json & { readonly value: string } =>
  isObject(body) && listOf(body.purpose).includes('replying') && typeof body.value === 'string';

/** A passage of another article to which Pressmark linked; what others link to is an address, which becomes a note. */
const isLink = (body: unknown): body is Json =>
  isObject(body) && listOf(body.purpose).includes('linking') && textIn(body[RELATION_TERM]) !== undefined;

function linkOf(body: Json): readonly Link[] {
  const { quote, prefix, suffix } = readTarget(body);
  const [id, annotation, created] = [body.id, body[ANNOTATION_TERM], body.created].map(textIn);
  return linkFrom({
    ...(id === undefined ? {} : { id: idOfName(id) }),
    relation: body[RELATION_TERM],
    document: body[DOCUMENT_TERM],
    ...(annotation === undefined ? {} : { annotation: idOfName(annotation) }),
    quote,
    prefix,
    suffix,
    note: body[NOTE_TERM],
    author: authorOf(body),
    ...(created === undefined ? {} : { created: sidecarTime(created) }),
  });
}

/** The text of a body, or the address of one that lies elsewhere. An empty text is one. */
const bodyText = (body: Json): string | undefined =>
  typeof body.value === 'string' ? body.value : (textIn(body.source) ?? textIn(body.id) ?? textIn(body['@id']));

/** A creator's name; of Hypothesis' users the name that they show, else that of their account. */
function authorOf(value: Json): string | undefined {
  const creator = listOf(value.creator)[0];
  const info = isObject(value.user_info) ? textIn(value.user_info.display_name) : undefined;
  const account = textIn(value.user);
  return (
    (isObject(creator) ? (textIn(creator.name) ?? textIn(creator.nickname) ?? textIn(creator.id)) : textIn(creator)) ??
    info ??
    /^acct:([^@]+)@/.exec(account ?? '')?.[1] ??
    account
  );
}
