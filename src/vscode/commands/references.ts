import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type OpenRecord } from '../../app/documentRecord';
import { type Annotation, CREDIBILITIES, type Judgement, RELIABILITIES } from '../../core/annotation/model';
import { passagesAt } from '../../app/tagging';
import { type Visibility } from '../../app/visibility';
import { spanOfRange } from '../editor/positions';
import { type AnnotationReference, type PassageReference } from '../references';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The annotation that a command's argument names: a reference, or a tree's row. Undefined for anything else. */
export function annotationReferenceIn(argument: unknown): AnnotationReference | undefined {
  if (!isRecord(argument)) return undefined;
  if (typeof argument.document === 'string' && typeof argument.id === 'string')
    return { document: argument.document, id: argument.id };
  const overview = argument.overview;
  if (!isRecord(overview) || !isRecord(overview.annotation)) return undefined;
  const { document } = overview;
  const { id } = overview.annotation;
  return typeof document === 'string' && typeof id === 'string' ? { document, id } : undefined;
}

/** The passage that a command's argument names; undefined for anything else. */
export function passageReferenceIn(argument: unknown): PassageReference | undefined {
  if (!isRecord(argument)) return undefined;
  const { document, start, end } = argument;
  return typeof document === 'string' && typeof start === 'number' && typeof end === 'number'
    ? { document, start, end }
    : undefined;
}

/**
 * The judgement that a command's argument brings along, so that a key of the user's own can tag without questions:
 * `"args": { "judgement": { "stance": "against", "reliability": "B" } }`. Values of a wrong type are left out; undefined where
 * there is none.
 */
export function judgementIn(argument: unknown): Judgement | undefined {
  if (!isRecord(argument) || !isRecord(argument.judgement)) return undefined;
  const { stance, target, reliability, credibility, basis, note, tags } = argument.judgement;
  const text = <K extends string>(key: K, value: unknown) =>
    typeof value === 'string' && value !== '' ? ({ [key]: value } as Record<K, string>) : {};
  const grade = RELIABILITIES.find(code => code === reliability);
  const credit = CREDIBILITIES.find(code => code === credibility);
  return {
    ...text('stance', stance),
    ...text('target', target),
    ...(grade ? { reliability: grade } : {}),
    ...(credit ? { credibility: credit } : {}),
    ...text('basis', basis),
    ...text('note', note),
    ...(Array.isArray(tags) ? { tags: tags.filter(tag => typeof tag === 'string') } : {}),
  };
}

/** The document that a command's argument names: an address, a tree's row, a reference, or the editor's or Explorer's file. */
export function documentIn(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (argument instanceof vscode.Uri) return argument.toString();
  if (!isRecord(argument)) return undefined;
  if (typeof argument.uri === 'string') return argument.uri;
  return annotationReferenceIn(argument)?.document ?? passageReferenceIn(argument)?.document;
}

/** What the active editor shows, whatever it is. */
export const activeDocument = (): string | undefined => vscode.window.activeTextEditor?.document.uri.toString();

/** An editor that shows an article of the corpus, with what is known of it. */
export interface ArticleEditor {
  readonly editor: vscode.TextEditor;
  readonly record: OpenRecord;
}

/** The active editor, or the visible one of a certain document. Undefined where it shows no article of the corpus. */
export function articleEditor(analysis: Analysis, document?: string): ArticleEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const isWanted = (editor: vscode.TextEditor): boolean =>
    document === undefined || editor.document.uri.toString() === document;
  const editor = [activeTextEditor, ...visibleTextEditors].find(
    candidate => candidate && isWanted(candidate) && (document !== undefined || candidate === activeTextEditor),
  );
  const record = editor && analysis.openRecord(editor.document.uri.toString());
  return editor && record && { editor, record };
}

/** The annotation that a command means: the one its argument names, else the one at the active editor's cursor, the user's own first. */
export function annotationMeant(
  analysis: Analysis,
  argument: unknown,
  visibility?: Pick<Visibility, 'isOwn'>,
): AnnotationReference | undefined {
  const named = annotationReferenceIn(argument);
  if (named) return named;
  const article = articleEditor(analysis);
  if (!article) return undefined;
  const { start } = spanOfRange(article.editor.document, article.editor.selection);
  const { uri } = article.record;
  const isMine = visibility && ((annotation: Annotation) => visibility.isOwn(uri, annotation));
  const [passage] = passagesAt(article.record, start, isMine);
  return passage && { document: uri, id: passage.annotation.id };
}
