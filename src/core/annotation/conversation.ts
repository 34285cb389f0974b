import { type Annotation, type Judgement, JUDGEMENT_FIELDS, type Reply, type SidecarEdit } from './model';

/** One comment of a conversation: the annotation's note, or a reply. */
export interface Said {
  readonly author?: string;
  /** ISO 8601. */
  readonly created?: string;
  /** Markdown. */
  readonly text: string;
  /** The reply that it is; absent for the note. */
  readonly reply?: Reply;
}

/** Who says something, and when. */
export interface Speaking {
  readonly author?: string;
  /** Now: ISO 8601, UTC, whole seconds. */
  readonly timestamp: string;
}

/** What was said of an annotation's passage: its note, then the replies in their order; none where there is neither. */
export function conversationOf({ note, replies = [], author, created }: Annotation): readonly Said[] {
  const own = { ...(author === undefined ? {} : { author }), ...(created === undefined ? {} : { created }) };
  return [
    ...(note ? [{ ...own, text: note }] : []),
    ...replies.map(({ id: _id, ...reply }, index) => ({ ...reply, reply: replies[index]! })),
  ];
}

/**
 * The edit that adds a comment. The first word of who made the annotation is its note; whatever else is said is a reply, so that
 * nobody's words stand under another's name. `newId` names a reply.
 */
export function saying(annotation: Annotation, text: string, by: Speaking, newId: () => string): SidecarEdit {
  const { id, author, note, replies } = annotation;
  if (author === by.author && !note && !replies)
    return { kind: 'change', id, fields: { note: text, updated: by.timestamp } };
  const reply = { id: newId(), ...(by.author === undefined ? {} : { author: by.author }), created: by.timestamp, text };
  return { kind: 'reply', id, reply };
}

/** The edit that gives a comment other words; undefined where they are the same. */
export function rewording({ id }: Annotation, said: Said, text: string, by: Speaking): SidecarEdit | undefined {
  if (said.text === text) return undefined;
  if (!said.reply) return { kind: 'change', id, fields: { note: text, updated: by.timestamp } };
  return { kind: 'reply', id, was: said.reply, reply: { ...said.reply, text } };
}

/** The edit that takes a comment back. An annotation that held nothing else goes with it. */
export function unsaying(annotation: Annotation, { reply }: Said, by: Speaking): SidecarEdit {
  const { id } = annotation;
  const says = JUDGEMENT_FIELDS.filter(field => !isEmpty(annotation[field]));
  const isLast = conversationOf(annotation).length === 1;
  if (isLast && says.every(field => field === 'note')) return { kind: 'remove', id };
  return reply
    ? { kind: 'reply', id, was: reply }
    : { kind: 'change', id, fields: { note: undefined, updated: by.timestamp } };
}

const isEmpty = (value: Judgement[keyof Judgement]): boolean =>
  value === undefined || (typeof value === 'object' && value.length === 0);

/** The edit that settles a conversation. */
export const resolving = ({ id }: Annotation, { author, timestamp }: Speaking): SidecarEdit => ({
  kind: 'change',
  id,
  fields: { resolved: timestamp, resolvedBy: author },
});

/** The edit that opens it again. */
export const reopening = ({ id }: Annotation): SidecarEdit => ({
  kind: 'change',
  id,
  fields: { resolved: undefined, resolvedBy: undefined },
});
