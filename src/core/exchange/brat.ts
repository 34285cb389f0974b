import { type Annotation, CREDIBILITIES, RELIABILITIES } from '../annotation/model';
import { CodePoints } from '../text/codePoints';
import { type Span } from '../text/span';
import {
  ATTRIBUTE_FIELDS,
  ATTRIBUTES,
  bratName,
  escaped,
  FIELDS_TYPE,
  jsonLine,
  LINE_ENDS,
  NOTE_TYPE,
  PASSAGE_TYPE,
} from './bratFormat';
import {
  type ExportedCorpus,
  type ExportedDocument,
  type ExportedFile,
  type LeftOut,
  unplacedIn,
} from './exportedCorpus';

/** The values that brat takes for attributes: nothing that its lines or its configuration give a meaning to. */
const WORD = /^[\p{L}\p{N}_.-]+$/u;

/**
 * brat standoff: for each annotated article its text and an `.ann` beside it, and the configuration that brat needs to show them.
 * Positions count code points of that text. A passage over several lines has a fragment for each, since a line end cannot stand in
 * an `.ann`. Passages whose place is not sure are left out.
 */
export function toBrat(corpus: ExportedCorpus): {
  readonly files: readonly ExportedFile[];
  readonly leftOut: readonly LeftOut[];
} {
  const documents = corpus.documents.filter(({ annotations }) => annotations.some(({ span }) => span));
  const files = documents.flatMap((document): ExportedFile[] => [
    { path: `${bratName(document.path)}.txt`, text: document.text! },
    { path: `${bratName(document.path)}.ann`, text: standoff(document) },
  ]);
  return {
    files: [{ path: 'annotation.conf', text: configuration(documents) }, ...files],
    leftOut: [...unplacedIn(corpus), ...documents.flatMap(blankIn)],
  };
}

const blankIn = ({ path, text, annotations }: ExportedDocument): readonly LeftOut[] =>
  annotations
    .filter(({ span }) => span && fragmentsOf(text!, span).length === 0)
    .map(({ annotation: { id } }): LeftOut => ({ path, id, reason: 'blank' }));

function standoff({ text, annotations }: ExportedDocument): string {
  const points = new CodePoints(text!);
  const lines: string[] = [];
  let attributes = 0;
  let comments = 0;
  let passages = 0;
  for (const { annotation, span } of annotations) {
    const fragments = span ? fragmentsOf(text!, span) : [];
    if (fragments.length === 0) continue;
    const id = `T${++passages}`;
    const places = fragments.map(fragment => points.fromUnits(fragment)).map(({ start, end }) => `${start} ${end}`);
    const words = fragments.map(({ start, end }) => text!.slice(start, end)).join(' ');
    lines.push(`${id}\t${PASSAGE_TYPE} ${places.join(';')}\t${words}`);
    for (const field of ATTRIBUTE_FIELDS) {
      const value = attributeOf(annotation, field);
      if (value !== undefined) lines.push(`A${++attributes}\t${ATTRIBUTES[field]} ${id} ${value}`);
    }
    if (annotation.note) lines.push(`#${++comments}\t${NOTE_TYPE} ${id}\t${escaped(annotation.note)}`);
    lines.push(`#${++comments}\t${FIELDS_TYPE} ${id}\t${jsonLine(remainingFields(annotation))}`);
  }
  return lines.map(line => `${line}\n`).join('');
}

/** A passage without the line ends in it, and without lines of blanks. */
function fragmentsOf(text: string, { start, end }: Span): readonly Span[] {
  const fragments: Span[] = [];
  let from = start;
  for (const { index, 0: ends } of text.slice(start, end).matchAll(LINE_ENDS)) {
    fragments.push({ start: from, end: start + index });
    from = start + index + ends.length;
  }
  fragments.push({ start: from, end });
  return fragments.filter(fragment => text.slice(fragment.start, fragment.end).trim() !== '');
}

function attributeOf(annotation: Annotation, field: (typeof ATTRIBUTE_FIELDS)[number]): string | undefined {
  const value = annotation[field]?.toString();
  return value !== undefined && WORD.test(value) ? value : undefined;
}

/** What attributes and notes do not hold. Anchors are left out: the passage has been found, and the text lies beside. */
function remainingFields(annotation: Annotation): object {
  const { quote: _quote, prefix: _prefix, suffix: _suffix, start: _start, end: _end, ...others } = annotation;
  const { occurrence: _occurrence, note, ...fields } = others;
  const inAttributes = ATTRIBUTE_FIELDS.filter(field => attributeOf(annotation, field) !== undefined);
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => !inAttributes.some(field => field === name))),
    ...(note === '' ? { note } : {}),
  };
}

/** brat's `annotation.conf`: the one type, and the values that occur. */
function configuration(documents: readonly ExportedDocument[]): string {
  const stances = documents.flatMap(({ annotations }) =>
    annotations.flatMap(({ annotation }) => attributeOf(annotation, 'stance') ?? []),
  );
  const values = {
    stance: [...new Set(stances)].sort(),
    reliability: RELIABILITIES,
    credibility: CREDIBILITIES,
  };
  const attributes = ATTRIBUTE_FIELDS.filter(field => values[field].length > 0).map(
    field => `${ATTRIBUTES[field]}\tArg:${PASSAGE_TYPE}, Value:${values[field].join('|')}`,
  );
  return ['[entities]', PASSAGE_TYPE, '[relations]', '[events]', '[attributes]', ...attributes, ''].join('\n');
}
