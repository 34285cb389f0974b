import { CREDIBILITIES, type Judgement, type Link, RELIABILITIES, type Reply } from '../annotation/model';
import { type Span } from '../text/span';
import { ATTRIBUTE_FIELDS, ATTRIBUTES, FIELDS_TYPE, NOTE_TYPE, PASSAGE_TYPE, unescaped } from './bratFormat';
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

/** What is said of one text-bound annotation. */
interface Draft {
  readonly line: number;
  readonly key: string;
  readonly type: string;
  readonly fragments: readonly Span[];
  readonly quote: string;
  readonly attributes: { readonly name: string; readonly value: string | undefined; readonly line: number }[];
  readonly notes: string[];
  fields?: Readonly<Record<string, unknown>>;
}

/** `T1<tab>Type 0 5;6 9<tab>words` */
const TEXT_BOUND = /^(T[^\t]+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/s;
/** `A1<tab>Name T1 value`, `M1<tab>Name T1` */
const ATTRIBUTE = /^[AM][^\t]*\t(\S+) (\S+)(?: (.*?))?\s*$/s;
/** `#1<tab>Type T1<tab>text` */
const COMMENT = /^#[^\t]*\t(\S+) (\S+)(?:\t(.*))?$/s;

/**
 * Reads an `.ann` file of brat. Text-bound annotations become annotations: a type and attributes that are not Pressmark's become
 * tags, comments the note. Relations, events and what else there is are reported: Pressmark has nothing like them. Lines are
 * counted from 1. `document`: the file's path without its ending. Never throws.
 */
export function readBrat(source: string, document: string): ImportReading {
  const problems: ImportProblem[] = [];
  const drafts = new Map<string, Draft>();
  const lines = source
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '');
  for (const { text, line } of lines.filter(({ text: { 0: kind } }) => kind === 'T')) {
    const [, key, type, places, quote] = TEXT_BOUND.exec(text) ?? [];
    if (key === undefined || drafts.has(key)) problems.push(importProblem('malformed', `${line}`));
    else {
      const fragments = places!.split(';').map(place => {
        const [start, end] = place.split(' ').map(Number);
        return { start: start!, end: end! };
      });
      drafts.set(key, { line, key, type: type!, fragments, quote: quote!, attributes: [], notes: [] });
    }
  }
  for (const { text, line } of lines) {
    if (text.startsWith('T')) continue;
    const draft = attach(text, line, drafts);
    if (draft === undefined)
      problems.push(importProblem('not-carried', `${line}`, { what: text.split(/[\t ]/, 2).join(' ') }));
    else if (draft === 'malformed') problems.push(importProblem('malformed', `${line}`));
  }
  const annotations = [...drafts.values()].map(draft => readDraft(draft, document, problems));
  if (annotations.length === 0 && problems.length === 0) problems.push(importProblem('empty', ''));
  return { annotations, problems: problems.toSorted((a, b) => Number(a.place) - Number(b.place)) };
}

/** Notes an attribute or a comment with what it is about; undefined for a line that is neither, or about something else. */
function attach(text: string, line: number, drafts: ReadonlyMap<string, Draft>): Draft | 'malformed' | undefined {
  if (/^[AM]/.test(text)) {
    const [, name, key, value] = ATTRIBUTE.exec(text) ?? [];
    if (name === undefined) return 'malformed';
    const draft = drafts.get(key!);
    draft?.attributes.push({ name, value: value === '' ? undefined : value, line });
    return draft;
  }
  if (!text.startsWith('#')) return undefined;
  const [, type, key, note] = COMMENT.exec(text) ?? [];
  if (type === undefined) return 'malformed';
  const draft = drafts.get(key!);
  if (!draft) return undefined;
  if (type !== FIELDS_TYPE) {
    draft.notes.push(type === NOTE_TYPE ? (note ?? '') : `${type}: ${note ?? ''}`);
    return draft;
  }
  try {
    const fields: unknown = JSON.parse(note ?? '');
    if (typeof fields !== 'object' || fields === null) return 'malformed';
    draft.fields = fields as Readonly<Record<string, unknown>>;
    return draft;
  } catch {
    return 'malformed';
  }
}

function readDraft(draft: Draft, document: string, problems: ImportProblem[]): ImportedAnnotation {
  const { line, key, fragments, quote, fields } = draft;
  const place = `${line}`;
  const texts = textFields(fields ?? {});
  const judgement = readJudgement(draft, problems);
  return {
    place,
    documents: [document, `${document}.txt`, `${document}.md`],
    id: texts.id ?? stableId('brat', document, key, JSON.stringify(fragments), quote),
    ...(quote === '' ? {} : { quote }),
    position: fragments,
    judgement,
    conversation: conversationFrom(
      repliesIn(fields?.replies),
      texts.resolved,
      texts.resolvedBy,
      linksIn(fields?.links),
    ),
    ...(texts.author === undefined ? {} : { author: texts.author }),
    ...(texts.created === undefined ? {} : { created: texts.created }),
    ...(texts.updated === undefined ? {} : { updated: texts.updated }),
  };
}

/** The replies in Pressmark's own comment; what is none is passed over. */
const repliesIn = (value: unknown): readonly Reply[] =>
  (Array.isArray(value) ? value : []).flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { text, id, author, created } = textFields(item as Readonly<Record<string, unknown>>);
    return text === undefined ? [] : replyFrom(text, { id, author, created });
  });

/** As repliesIn, of links. */
const linksIn = (value: unknown): readonly Link[] =>
  (Array.isArray(value) ? value : []).flatMap((item: unknown) =>
    typeof item === 'object' && item !== null ? linkFrom(item) : [],
  );

/** What of Pressmark's own comment is text. */
const textFields = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

function readJudgement({ type, attributes, notes, fields }: Draft, problems: ImportProblem[]): Judgement {
  const { stance, target, basis, note: emptyNote } = textFields(fields ?? {});
  const stored = Array.isArray(fields?.tags) ? fields.tags.filter(tag => typeof tag === 'string') : [];
  const tags: string[] = type === PASSAGE_TYPE ? [...stored] : [type, ...stored];
  const codes: Record<string, string | number> = {};
  for (const { name, value, line: at } of attributes) {
    const field = ATTRIBUTE_FIELDS.find(known => ATTRIBUTES[known] === name);
    const code =
      field === 'reliability'
        ? RELIABILITIES.find(grade => grade === value)
        : field === 'credibility'
          ? CREDIBILITIES.find(grade => String(grade) === value)
          : value;
    if (field && code === undefined)
      problems.push(importProblem('not-carried', `${at}`, { what: `${name} ${value ?? ''}` }));
    else if (field) codes[field] = code!;
    else tags.push(value === undefined ? name : `${name}: ${value}`);
  }
  const note = notes.map(text => (fields ? unescaped(text) : text)).join('\n\n') || emptyNote;
  return {
    ...(stance === undefined ? {} : { stance }),
    ...(target === undefined ? {} : { target }),
    ...codes,
    ...(basis === undefined ? {} : { basis }),
    ...(note === undefined ? {} : { note }),
    ...(tags.length > 0 || Array.isArray(fields?.tags) ? { tags } : {}),
  };
}
