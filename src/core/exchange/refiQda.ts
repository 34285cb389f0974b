import { conversationOf } from '../annotation/conversation';
import { excerpt } from '../annotation/excerpt';
import { type Annotation, CREDIBILITIES, type DocumentFacts, RELIABILITIES } from '../annotation/model';
import { resolvedPath } from '../corpus/relativePath';
import { CodePoints } from '../text/codePoints';
import {
  type ExportedAnnotation,
  type ExportedCorpus,
  type ExportedDocument,
  type ExportedFile,
  type LeftOut,
  unplacedIn,
} from './exportedCorpus';
import { stableGuid } from './stableId';
import { dateTime } from './times';
import { element, printXml, type XmlElement } from './xml';

/** Of the standard's schema for projects. */
const NAMESPACE = 'urn:QDA-XML:project:1.0';

/** Characters of a passage that name its selection. */
const NAME_LENGTH = 80;

/** What is coded, each a code of its own with its values below it. */
const SCHEMES = [
  { name: 'Stance', valuesOf: ({ stance }: Annotation) => listOf(stance), defined: 'stances' },
  { name: 'Target', valuesOf: ({ target }: Annotation) => listOf(target), defined: 'targets' },
  { name: 'Reliability', valuesOf: ({ reliability }: Annotation) => listOf(reliability), order: RELIABILITIES },
  { name: 'Credibility', valuesOf: ({ credibility }: Annotation) => listOf(credibility), order: CREDIBILITIES },
  { name: 'Tag', valuesOf: ({ tags }: Annotation) => tags ?? [], defined: 'tags' },
] as const;

/** The facts of an article, as variables of its source. */
const FACTS = [
  ['title', 'Title'],
  ['publisher', 'Publisher'],
  ['date', 'Date'],
  ['url', 'URL'],
] as const satisfies readonly (readonly [keyof DocumentFacts, string])[];

/**
 * A REFI-QDA project (https://www.qdasoftware.org, version 1.5 with the schema of 2019): `project.qde` and the annotated articles as
 * plain text, to be packed as a `.qdpx`. Positions count code points of that text. GUIDs are made of what they name, so that the same
 * export gives the same file. Passages whose place is not sure are left out.
 */
export function toRefiQda(corpus: ExportedCorpus): {
  readonly files: readonly ExportedFile[];
  readonly leftOut: readonly LeftOut[];
} {
  const documents = corpus.documents.filter(({ annotations }) => annotations.some(({ span }) => span));
  const placed = documents.flatMap(({ annotations }) => annotations.filter(({ span }) => span));
  const notes = documents.flatMap(notesOf);
  const authors = [
    ...new Set(
      placed.flatMap(({ annotation }) =>
        [annotation, ...conversationOf(annotation)].flatMap(({ author }) => listOf(author)),
      ),
    ),
  ].sort();
  const codes = codesOf(corpus, placed);
  const variables = FACTS.filter(([fact]) => documents.some(({ facts }) => facts[fact]));
  const project = element('Project', { xmlns: NAMESPACE, name: corpus.name, origin: 'Pressmark' }, [
    ...section(
      'Users',
      authors.map(name => element('User', { guid: userGuid(name), name })),
    ),
    ...section('CodeBook', section('Codes', codes)),
    ...section(
      'Variables',
      variables.map(([, name]) => element('Variable', { guid: variableGuid(name), name, typeOfVariable: 'Text' })),
    ),
    ...section('Sources', documents.map(sourceOf)),
    ...section('Notes', notes),
    ...section('Links', linksOf(documents)),
  ]);
  const sources = documents.map(({ path, text }) => ({ path: `Sources/${textGuid(path)}.txt`, text: text! }));
  return { files: [{ path: 'project.qde', text: printXml(project) }, ...sources], leftOut: unplacedIn(corpus) };
}

/** A list that the schema wants to be absent where it is empty. */
const section = (name: string, content: readonly XmlElement[]): readonly XmlElement[] =>
  content.length === 0 ? [] : [element(name, {}, content)];

const listOf = (value: string | number | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : [String(value)];

const userGuid = (name: string): string => stableGuid('user', name);
const codeGuid = (scheme: string, value?: string): string =>
  stableGuid('code', scheme, ...(value === undefined ? [] : [value]));
const variableGuid = (name: string): string => stableGuid('variable', name);
const textGuid = (path: string): string => stableGuid('text', path);
const selectionGuid = (path: string, id: string): string => stableGuid('selection', path, id);
const noteGuid = (path: string, { id }: Annotation, index: number): string =>
  index === 0 ? stableGuid('note', path, id) : stableGuid('note', path, id, `${index}`);

/** A code for each value that is used, below one for what it is a value of. */
function codesOf({ definitions }: ExportedCorpus, placed: readonly ExportedAnnotation[]): readonly XmlElement[] {
  return SCHEMES.flatMap(scheme => {
    const { name } = scheme;
    const used = new Set(placed.flatMap(({ annotation }) => scheme.valuesOf(annotation)));
    const entries = 'defined' in scheme ? (definitions[scheme.defined] ?? []) : [];
    const order: readonly string[] = 'order' in scheme ? scheme.order.map(String) : entries.map(entry => entry.name);
    const rank = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
    const values = [...used].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    if (values.length === 0) return [];
    const children = values.map(value => {
      const definition = entries.find(entry => entry.name === value)?.definition;
      return element('Code', { guid: codeGuid(name, value), name: value, isCodable: 'true' }, [
        ...(definition ? [element('Description', {}, definition)] : []),
      ]);
    });
    return element('Code', { guid: codeGuid(name), name, isCodable: 'false' }, children);
  });
}

function sourceOf({ path, facts, text, annotations }: ExportedDocument): XmlElement {
  const points = new CodePoints(text!);
  const selections = annotations.flatMap(({ annotation, span }) => {
    if (!span) return [];
    const { start, end } = points.fromUnits(span);
    const { id, quote, basis, author, created, updated } = annotation;
    const creator = author ? userGuid(author) : undefined;
    const codings = SCHEMES.flatMap(({ name, valuesOf }) =>
      [...new Set<string>(valuesOf(annotation))].map(value =>
        element(
          'Coding',
          {
            guid: stableGuid('coding', path, id, name, value),
            creatingUser: creator,
            creationDateTime: dateTime(created),
          },
          [element('CodeRef', { targetGUID: codeGuid(name, value) })],
        ),
      ),
    );
    return element(
      'PlainTextSelection',
      {
        guid: selectionGuid(path, id),
        name: excerpt(quote, NAME_LENGTH),
        startPosition: start,
        endPosition: end,
        creatingUser: creator,
        creationDateTime: dateTime(created),
        modifiedDateTime: dateTime(updated),
      },
      [
        ...(basis ? [element('Description', {}, basis)] : []),
        ...codings,
        ...conversationOf(annotation).map((_said, index) =>
          element('NoteRef', { targetGUID: noteGuid(path, annotation, index) }),
        ),
      ],
    );
  });
  const values = FACTS.flatMap(([fact, name]) => {
    const value = facts[fact];
    if (!value) return [];
    return element('VariableValue', {}, [
      element('VariableRef', { targetGUID: variableGuid(name) }),
      element('TextValue', {}, value),
    ]);
  });
  const attributes = {
    guid: stableGuid('source', path),
    name: path,
    plainTextPath: `internal://${textGuid(path)}.txt`,
  };
  return element('TextSource', attributes, [...selections, ...values]);
}

/** The links from one passage to another, where both are in the project: the schema has no link to what is not. */
function linksOf(documents: readonly ExportedDocument[]): readonly XmlElement[] {
  const selections = new Set(
    documents.flatMap(({ path, annotations }) =>
      annotations.flatMap(({ annotation: { id }, span }) => (span ? selectionGuid(path, id) : [])),
    ),
  );
  return documents.flatMap(({ path, annotations }) =>
    annotations.flatMap(({ annotation: { id, links = [] } }) =>
      links.flatMap((link, index): readonly XmlElement[] => {
        const document = resolvedPath(path, link.document);
        const [originGUID, targetGUID] = [
          selectionGuid(path, id),
          document !== undefined && link.annotation !== undefined ? selectionGuid(document, link.annotation) : '',
        ];
        if (!selections.has(originGUID) || !selections.has(targetGUID)) return [];
        const guid = stableGuid('link', path, id, `${index}`);
        return [element('Link', { guid, name: link.relation, direction: 'OneWay', originGUID, targetGUID })];
      }),
    ),
  );
}

/** A note for each comment of a conversation, by who wrote it. */
function notesOf({ path, annotations }: ExportedDocument): readonly XmlElement[] {
  return annotations.flatMap(({ annotation, span }) =>
    span
      ? conversationOf(annotation).map(({ author, created, text }, index) => {
          const attributes = {
            guid: noteGuid(path, annotation, index),
            name: excerpt(annotation.quote, NAME_LENGTH),
            creatingUser: author ? userGuid(author) : undefined,
            creationDateTime: dateTime(created),
          };
          return element('Note', attributes, [element('PlainTextContent', {}, text)]);
        })
      : [],
  );
}
