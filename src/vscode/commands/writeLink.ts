import * as vscode from 'vscode';
import { newLink } from '../../app/linking';
import { type Annotation, type Judgement, type Link, type LinkRelation } from '../../core/annotation/model';
import { fileNameOf } from '../../app/sidecarUri';
import { relationTextOf } from '../linkText';
import { showError, showInformation, showStatus } from '../messages';
import { anchorOf, type LinkedPassage, type LinkingParts, textOf } from './linkEnds';
import { reportOutcome } from './outcome';
import { addAnnotation, changeAnnotation } from './writeAnnotation';

/** What is said of a link that is to be made. */
export interface Relation {
  readonly relation: LinkRelation;
  readonly note?: string;
}

/** The link from one passage to another, to be stored with the first; undefined where it cannot be, which is told. */
export async function linkBetween(
  parts: LinkingParts,
  from: LinkedPassage,
  to: LinkedPassage,
  { relation, note }: Relation,
): Promise<Link | undefined> {
  const [here, there] = [from, to].map(({ document }) => parts.corpus.placeOf(document));
  const anchor = await anchorOf(parts, to);
  if (!anchor) {
    void showError(vscode.l10n.t('{0} cannot be opened.', fileNameOf(to.document)));
    return undefined;
  }
  const author = await parts.author.authorFor(vscode.Uri.parse(from.document));
  const link =
    here &&
    there &&
    newLink(
      here,
      there,
      { anchor, ...(to.annotation ? { annotation: to.annotation.id } : {}) },
      {
        id: parts.newId(),
        relation,
        timestamp: parts.clock.timestamp(),
        ...(note ? { note } : {}),
        ...(author ? { author } : {}),
      },
    );
  if (!link)
    void showInformation(
      vscode.l10n.t(
        'The two documents are in different folders of the workspace: there is no path from one to the other.',
      ),
    );
  return link;
}

/** Links two passages, in one step to undo; where nothing was said of the first yet, it becomes an annotation. Resolves with whether it was saved. */
export async function linkPassages(
  parts: LinkingParts,
  from: LinkedPassage,
  to: LinkedPassage,
  relation: Relation,
): Promise<boolean> {
  const link = await linkBetween(parts, from, to, relation);
  if (!link) return false;
  const isSaved = from.annotation
    ? await addLink(parts, from.document, from.annotation, link)
    : await tagWithLink(parts, from, {}, link);
  if (isSaved) sayLinked(link);
  return isSaved;
}

/** Tags a passage, or changes what is said of it, and links it, in one step to undo. Resolves with whether anything was saved. */
export async function tagWithLink(
  parts: LinkingParts,
  { document, span, annotation }: LinkedPassage,
  judgement: Judgement,
  link: Link | undefined,
): Promise<boolean> {
  const text = annotation ? '' : await textOf(parts, document);
  const record = parts.analysis.record(document);
  return parts.history.asOne(async change => {
    const writing = { ...parts, history: { change } };
    if (annotation) {
      const isChanged = await changeAnnotation(writing, document, annotation, judgement);
      return link ? addLink(writing, document, annotation, link) : isChanged;
    }
    if (text === undefined || !record || !span) {
      void showError(vscode.l10n.t('{0} cannot be opened.', fileNameOf(document)));
      return false;
    }
    return addAnnotation(writing, { ...record, text }, span, judgement, link ? [link] : []);
  });
}

function sayLinked({ relation }: Link): void {
  const text = relationTextOf({ relation, direction: 'out' });
  showStatus(vscode.l10n.t('$(check) Linked: {0}', text));
}

async function addLink(
  { history }: { readonly history: Pick<LinkingParts['history'], 'change'> },
  document: string,
  { id }: Annotation,
  link: Link,
): Promise<boolean> {
  const add = () => history.change(document, { kind: 'link', id, link });
  return reportOutcome(document, await add(), add);
}

/** Makes a stored link say something else; says so, or why not. */
export async function changeLink(
  { history }: Pick<LinkingParts, 'history'>,
  document: string,
  { id }: Annotation,
  was: Link,
  link: Link,
): Promise<void> {
  const change = () => history.change(document, { kind: 'link', id, was, link });
  if (await reportOutcome(document, await change(), change)) sayLinked(link);
}

/** Takes a link away; says so, or why not. */
export async function removeLink(
  { history }: Pick<LinkingParts, 'history'>,
  document: string,
  { id }: Annotation,
  link: Link,
): Promise<void> {
  const remove = () => history.change(document, { kind: 'link', id, was: link });
  if (await reportOutcome(document, await remove(), remove)) showStatus(vscode.l10n.t('$(check) Link removed'));
}
