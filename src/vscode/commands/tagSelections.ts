import { type OpenRecord, placedPassages } from '../../app/documentRecord';
import { type AnnotationStore } from '../../app/annotationStore';
import { choosePassage, markedPassage } from '../../app/tagging';
import { type Annotation, type Judgement } from '../../core/annotation/model';
import { type Span } from '../../core/text/span';
import { spanOfRange } from '../editor/positions';
import { type ArticleEditor } from './references';
import { mineIn, type TaggingParts } from './tagPassage';
import { addAnnotation, changeAnnotation, type Writing } from './writeAnnotation';

/** What becomes of a passage's judgement. */
export type Judge = (judgement: Judgement, record: OpenRecord, span: Span) => Judgement;

/**
 * Judges what each of an editor's selections means: a tagged passage anew, a highlight or selected words for the first time; with
 * `sentences`, the sentence where there is none of them. All of it is undone as one. Resolves with what was said of each.
 */
export function tagSelections(
  parts: TaggingParts,
  store: AnnotationStore,
  { editor, record }: ArticleEditor,
  judge: Judge,
  { sentences }: { readonly sentences: boolean },
): Promise<readonly Judgement[]> {
  const selections = editor.selections.map(selection => spanOfRange(editor.document, selection));
  return parts.history.asOne(async change => {
    const judgements: Judgement[] = [];
    for (const selection of selections) {
      const judged = await tag({ ...parts, history: { change } }, store, record.uri, selection, judge, sentences);
      if (judged) judgements.push(judged);
    }
    return judgements;
  });
}

/** Undefined where the selection means nothing. */
async function tag(
  parts: Omit<TaggingParts, 'history'> & Writing,
  store: AnnotationStore,
  uri: string,
  selection: Span,
  judge: Judge,
  sentences: boolean,
): Promise<Judgement | undefined> {
  // As it is by now: the tag before this one changed it.
  const record = parts.analysis.openRecord(uri);
  const isMine = mineIn(parts, uri);
  const chosen = record && (sentences ? choosePassage : markedPassage)(record, selection, isMine);
  if (!chosen) return undefined;
  const tagged = chosen.annotation ?? annotationOf(record, chosen.span, isMine);
  const stored = store.annotation(uri, tagged?.id ?? '');
  const judgement = judge(stored ?? {}, record, chosen.span);
  if (stored) await changeAnnotation(parts, uri, stored, judgement);
  else if (Object.keys(judgement).length > 0) await addAnnotation(parts, record, chosen.span, judgement);
  return judgement;
}

/** The annotation of exactly this passage. */
export const annotationOf = (
  record: OpenRecord,
  { start, end }: Span,
  isMine: (annotation: Annotation) => boolean,
): Annotation | undefined =>
  placedPassages(record).find(({ span, annotation }) => span.start === start && span.end === end && isMine(annotation))
    ?.annotation;
