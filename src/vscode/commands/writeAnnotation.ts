import * as vscode from 'vscode';
import { type DocumentRecord } from '../../app/documentRecord';
import { freshAnchor } from '../../app/anchorUpdates';
import { rowText } from '../../app/corpusView';
import { type MakeChange } from '../../app/history';
import { changedFields, dismissalOf, newAnnotation } from '../../app/tagging';
import { type Annotation, type Judgement, type Link, type SidecarEdit } from '../../core/annotation/model';
import { editSidecar } from '../../core/sidecar/editSidecar';
import { type Span } from '../../core/text/span';
import { reportOutcome } from './outcome';
import { type TaggingParts } from './tagPassage';
import { showStatus } from '../messages';

/** What writing annotations works with; `history` may be one that undoes several as one. */
export type Writing = Pick<TaggingParts, 'analysis' | 'view' | 'author' | 'clock' | 'newId' | 'last'> & {
  readonly history: { readonly change: MakeChange };
};

/** An article whose text is known, open or not. */
export type KnownArticle = DocumentRecord & { readonly text: { toString(): string } };

/** Tags a span of an article, with its links; says so, or why not. Resolves with whether it was saved. */
export async function addAnnotation(
  { view, author, clock, newId, history, last }: Writing,
  record: KnownArticle,
  span: Span,
  judgement: Judgement,
  links: readonly Link[] = [],
): Promise<boolean> {
  const name = await author.authorFor(vscode.Uri.parse(record.uri));
  const annotation: Annotation = {
    ...newAnnotation(record.text.toString(), span, judgement, {
      id: newId(),
      timestamp: clock.timestamp(),
      ...(name ? { author: name } : {}),
    }),
    ...(links.length ? { links } : {}),
  };
  const facts = view.overview(record.uri)?.facts;
  // What is tagged is not dismissed any more.
  const dismissed = dismissalOf(record, span)?.annotation;
  const { id: _id, ...fields } = annotation;
  const edit: SidecarEdit = dismissed
    ? { kind: 'change', id: dismissed.id, fields: { ...fields, dismissed: undefined } }
    : { kind: 'add', annotation };
  const add = () => history.change(record.uri, edit, facts);
  const isSaved = await reportOutcome(record.uri, await add(), add, asYaml(annotation));
  if (!isSaved) return false;
  last.take(judgement);
  showStatus(vscode.l10n.t('$(check) Tagged: {0}', rowText(annotation)));
  return true;
}

/** Makes a stored annotation say what is wanted; says so, or why not. Resolves with whether it was saved: false also where nothing differs. */
export async function changeAnnotation(
  { analysis, clock, history, last }: Omit<Writing, 'view' | 'author' | 'newId'>,
  document: string,
  stored: Annotation,
  wanted: Judgement,
): Promise<boolean> {
  const fields = changedFields(stored, wanted);
  if (!fields) return false;
  const record = analysis.openRecord(document);
  const anchor = record ? freshAnchor(record, stored.id) : {};
  const change = () =>
    history.change(document, {
      kind: 'change',
      id: stored.id,
      fields: { ...anchor, ...fields, updated: clock.timestamp() },
    });
  const isSaved = await reportOutcome(document, await change(), change);
  if (!isSaved) return false;
  last.take(wanted);
  showStatus(vscode.l10n.t('$(check) Annotation changed'));
  return true;
}

/** An annotation as it would stand in a sidecar, for the clipboard when it cannot be saved. */
function asYaml(annotation: Annotation): string {
  const result = editSidecar(undefined, { kind: 'add', annotation }, { articleName: '', facts: {} });
  return result.kind === 'edited' ? result.source : JSON.stringify(annotation, undefined, 2);
}
