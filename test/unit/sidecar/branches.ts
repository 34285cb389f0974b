import fc from 'fast-check';
import { type Annotation, type Link, type Reply, type SidecarEdit } from '../../../src/core/annotation/model';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { annotationArbitrary, judgementArbitrary, linkArbitrary, replyArbitrary } from './arbitraries';

const ORIGIN = { articleName: 'harbour-vote.txt', facts: { title: 'Harbour vote postponed' } };

/** Files as people leave them; the annotations `kept` and `also` are in most. */
export const STARTS: readonly string[] = [
  '',
  'version: 1\n',
  'version: 1\nannotations: []\n',
  'version: 1\nannotations:\n  - id: kept # the first\n    quote: “Not now,” she said.\n    mine: {a: 1}\n',
  '\ufeff# ours\nannotations:\n- quote: "one\n    two"\n  id: kept\n\n# two\n- id: also\n  quote: x\n  note: |+\n    text\n\n\nversion: 1\nlast: here',
  'version: 1\nannotations:\n  - id: kept\n    quote: x\n    replies:\n    # of the first day\n    - text: See the minutes. # page 4\n      mine: 1\n      id: r1\n    - {id: r2, created: 2026-11-22T09:15:00Z, text: Seen.}\n    resolved: 2026-11-22T10:00:00Z\n',
  'version: 1\nannotations:\n  - id: kept\n    quote: x\n    links:\n    # the agency\n    - document: wire.txt # of the day\n      mine: 1\n      relation: copied-from\n      quote: x\n    - {relation: supports, document: ../b.txt, quote: y, id: l2}\n    tags: [a]\n',
  '---\nversion: 1\ndocument:\n  # as printed\n  title: A vote\nours: [1,\n  2]\nannotations: # all\n  - id: kept\n    quote: x\n    start: 4\n    end: 5\n\n  - id: also\n    quote: y\n    start: 9\n    end: 10\n    tags: [a, b]\n    conflicts:\n      - stance: favor\n',
  'version: 1\n# who is done\npasses:\n  # the first\n  - by: Ann\n    done: 2026-11-21T09:00:00Z # at last\n    mood: grim\n  - by: Cleo\n\nannotations:\n  - id: kept\n    quote: x\n',
  'annotations:\n    # about it\n    -   id: kept\n        quote: x\n\n    -   {id: also, quote: y}\nversion: 1',
];

/** What somebody does to a file: an edit of an annotation, told apart by `pick`, or a hand in the text. */
export type Action =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | { readonly kind: 'change'; readonly pick: number; readonly fields: object }
  | { readonly kind: 'reply'; readonly pick: number; readonly of: number; readonly reply: Reply | undefined }
  | { readonly kind: 'link'; readonly pick: number; readonly of: number; readonly link: Link | undefined }
  | { readonly kind: 'remove'; readonly pick: number }
  | { readonly kind: 'facts'; readonly title: string }
  | { readonly kind: 'pass'; readonly by: string; readonly done: string | undefined }
  | { readonly kind: 'comment'; readonly pick: number; readonly text: string }
  | { readonly kind: 'key'; readonly pick: number; readonly value: number };

const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), annotation: annotationArbitrary }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      pick: fc.nat(8),
      fields: fc
        .tuple(judgementArbitrary, fc.constantFrom('2026-11-22T09:00:00Z', '2026-11-23T09:00:00Z'), fc.nat(90))
        .map(([fields, updated, start]) => ({ ...fields, updated, ...(start < 20 ? { start, end: start + 5 } : {}) })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('reply' as const),
      pick: fc.nat(8),
      of: fc.nat(4),
      reply: fc.option(replyArbitrary, { nil: undefined, freq: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      pick: fc.nat(8),
      of: fc.nat(4),
      link: fc.option(linkArbitrary, { nil: undefined, freq: 3 }),
    }),
  },
  fc.record({ kind: fc.constant('remove' as const), pick: fc.nat(8) }),
  fc.record({ kind: fc.constant('facts' as const), title: fc.constantFrom('A vote', 'No vote', 'x') }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      by: fc.constantFrom('Ann', 'Ben', 'no'),
      done: fc.constantFrom(undefined, '2026-11-22T09:00:00Z', '2026-11-23T09:00:00Z'),
    }),
  },
  fc.record({ kind: fc.constant('comment' as const), pick: fc.nat(8), text: fc.constantFrom('seen', 'why?', 'ok') }),
  fc.record({ kind: fc.constant('key' as const), pick: fc.nat(8), value: fc.nat(3) }),
);

export const actionsArbitrary = fc.array(actionArbitrary, { maxLength: 5 });

/** The file after the actions; one that cannot be done is left out. */
export const acted = (source: string, actions: readonly Action[]): string => actions.reduce(act, source);

function act(source: string, action: Action): string {
  const { annotations } = parseSidecar(source);
  const chosen = 'pick' in action ? annotations[action.pick % Math.max(1, annotations.length)] : undefined;
  if ('pick' in action && !chosen) return source;
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n';
  switch (action.kind) {
    case 'comment': {
      const indent = /^ */.exec(source.slice(chosen!.source.start))![0];
      const at = chosen!.source.start;
      return `${source.slice(0, at)}${indent}# ${action.text}${lineBreak}${source.slice(at)}`;
    }
    case 'key': {
      const lines = source.slice(chosen!.source.start, chosen!.source.end);
      const first = /^( *- +)(?=id|quote)/.exec(lines)?.[1];
      const at = chosen!.source.start + (first?.length ?? 0);
      const added = `mood: ${action.value}${lineBreak}${' '.repeat(first?.length ?? 0)}`;
      const isThere = /\bmood:/.test(lines);
      return first && !isThere ? source.slice(0, at) + added + source.slice(at) : source;
    }
    default: {
      const edit = editOf(action, chosen);
      const result = editSidecar(source === '' ? undefined : source, edit, ORIGIN);
      return result.kind === 'edited' ? result.source : source;
    }
  }
}

function editOf(
  action: Action & { kind: 'add' | 'change' | 'reply' | 'link' | 'remove' | 'facts' | 'pass' },
  chosen: Annotation | undefined,
): SidecarEdit {
  const id = chosen?.id;
  switch (action.kind) {
    case 'add':
    case 'pass':
      return action;
    case 'change':
      return { kind: 'change', id: id!, fields: action.fields };
    case 'reply': {
      // One that is there is changed or taken away; else one is added.
      const was = chosen!.replies?.[action.of];
      return { kind: 'reply', id: id!, ...(was ? { was } : {}), ...(action.reply ? { reply: action.reply } : {}) };
    }
    case 'link': {
      const was = chosen!.links?.[action.of];
      return { kind: 'link', id: id!, ...(was ? { was } : {}), ...(action.link ? { link: action.link } : {}) };
    }
    case 'remove':
      return { kind: 'remove', id: id! };
    case 'facts':
      return { kind: 'facts', facts: { title: action.title } };
  }
}

/** A base and two branches of it. */
export const branchesArbitrary = fc
  .record({
    start: fc.constantFrom(...STARTS),
    crlf: fc.boolean(),
    before: actionsArbitrary,
    ours: actionsArbitrary,
    theirs: actionsArbitrary,
    hasBase: fc.constantFrom(true, true, true, false),
  })
  .map(({ start, crlf, before, ours, theirs, hasBase }) => {
    const base = acted(crlf ? start.replaceAll('\n', '\r\n') : start, before);
    return { base: hasBase ? base : '', ours: acted(base, ours), theirs: acted(base, theirs) };
  });
