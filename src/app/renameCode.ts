import { type Annotation, type AnnotationEdit } from '../core/annotation/model';
import { type Codebook, type CodebookEntry } from '../core/codebook/parseCodebook';
import { type AnnotationStore } from './annotationStore';
import { type Codebooks } from './codebooks';
import { type DocumentUri } from './ports';
import { type Visibility } from './visibility';

/** What codes there are. */
export const CODE_FIELDS = ['stance', 'target', 'tags'] as const;
export type CodeField = (typeof CODE_FIELDS)[number];

/** A code that annotations use. */
export interface UsedCode {
  readonly field: CodeField;
  readonly name: string;
  readonly annotations: number;
  /** The documents whose annotations use it. */
  readonly documents: readonly DocumentUri[];
  /** False where some document's codebook lists such codes, and not this one. */
  readonly listed: boolean;
}

/** A document's annotations, and the codebook that they go by. */
export interface CodedDocument {
  readonly uri: DocumentUri;
  readonly annotations: readonly Annotation[];
  readonly codebook: Codebook | undefined;
}

/**
 * What there is to rename, and in how many documents others' annotations are withheld. Whose annotations the user chose to see makes no
 * difference: a code is everybody's. What is withheld keeps its codes, and nothing tells whether there is any: `withheld` counts documents
 * whatever they hold.
 */
export function codedDocuments(
  store: Pick<AnnotationStore, 'documents' | 'everyAnnotation' | 'passes'>,
  visibility: Pick<Visibility, 'unwithheld' | 'isWithheld'>,
  codebooks: Pick<Codebooks, 'of'>,
): { readonly documents: readonly CodedDocument[]; readonly withheld: number } {
  const documents = store.documents.map((uri): CodedDocument => ({
    uri,
    annotations: visibility.unwithheld(uri, store.everyAnnotation(uri), store.passes(uri)),
    codebook: codebooks.of(uri),
  }));
  return { documents, withheld: documents.filter(({ uri }) => visibility.isWithheld(uri, store.passes(uri))).length };
}

/** The codes in use: those that left the codebook first, then by field and by name. */
export function codesInUse(documents: readonly CodedDocument[]): readonly UsedCode[] {
  const codes = new Map<string, UsedCode>();
  for (const { uri, annotations, codebook } of documents)
    for (const annotation of annotations)
      for (const field of CODE_FIELDS)
        for (const name of codesOf(annotation, field)) {
          const key = `${field} ${name}`;
          const known = codes.get(key) ?? { field, name, annotations: 0, documents: [], listed: true };
          codes.set(key, {
            ...known,
            annotations: known.annotations + 1,
            documents: known.documents.at(-1) === uri ? known.documents : [...known.documents, uri],
            listed: known.listed && isListed(codebook, field, name),
          });
        }
  const order = (code: UsedCode): number => CODE_FIELDS.indexOf(code.field);
  return [...codes.values()].sort(
    (a, b) => Number(a.listed) - Number(b.listed) || order(a) - order(b) || a.name.localeCompare(b.name),
  );
}

const codesOf = (annotation: Annotation, field: CodeField): readonly string[] => {
  const value = annotation[field];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

const LISTS = { stance: 'stances', target: 'targets', tags: 'tags' } as const;

/** The codebook's codes of a kind; none where it lists none. */
export const codesListed = (codebook: Codebook | undefined, field: CodeField): readonly CodebookEntry[] =>
  codebook?.[LISTS[field]] ?? [];

/** True where the codebook has the code, or no list of such codes that it could have left. */
const isListed = (codebook: Codebook | undefined, field: CodeField, name: string): boolean => {
  const list = codesListed(codebook, field);
  return list.length === 0 || list.some(entry => entry.name === name);
};

/** The edits that give annotations another code in place of one; a tag that is there already is not put there twice. */
export function renamingEdits(
  annotations: readonly Annotation[],
  { field, name }: Pick<UsedCode, 'field' | 'name'>,
  to: string,
  updated: string,
): readonly AnnotationEdit[] {
  return annotations
    .filter(annotation => codesOf(annotation, field).includes(name))
    .map((annotation): AnnotationEdit => {
      const renamed = [...new Set(codesOf(annotation, field).map(code => (code === name ? to : code)))];
      return {
        kind: 'change',
        id: annotation.id,
        fields: { [field]: field === 'tags' ? renamed : to, updated },
      };
    });
}
