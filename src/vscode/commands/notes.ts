import * as vscode from 'vscode';
import { placedPassages } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { notedPassages } from '../../app/notedPassages';
import { choosePassage, newAnnotation } from '../../app/tagging';
import {
  conversationOf,
  reopening,
  resolving,
  rewording,
  saying,
  type Speaking,
  unsaying,
} from '../../core/annotation/conversation';
import { type Annotation, type SidecarEdit } from '../../core/annotation/model';
import { NoteComment } from '../editor/noteComment';
import { type NoteSubject, type NoteThreads } from '../editor/noteThreads';
import { offsetOf, rangeOf, spanOfRange } from '../editor/positions';
import { showInformation, showStatus } from '../messages';
import { COMMANDS } from '../names';
import { type AnnotationReference } from '../references';
import { type Command } from './command';
import { type GoToPassage } from './goToPassage';
import { reportOutcome } from './outcome';
import { annotationMeant, annotationReferenceIn, articleEditor } from './references';
import { type TaggingParts } from './tagPassage';
import { type Span } from '../../core/text/span';

/** The commands of notes, in menus of comment threads and on the passage at the cursor. */
export class NoteCommands {
  readonly commands: readonly Command[];

  constructor(
    private readonly parts: TaggingParts,
    private readonly store: AnnotationStore,
    private readonly threads: NoteThreads,
    private readonly goToPassage: GoToPassage,
  ) {
    this.commands = [
      { id: COMMANDS.addNote, run: () => this.add() },
      { id: COMMANDS.openNote, run: argument => this.open(annotationMeant(parts.analysis, argument)) },
      { id: COMMANDS.nextNote, run: () => this.step(1) },
      { id: COMMANDS.previousNote, run: () => this.step(-1) },
      { id: COMMANDS.replyToNote, run: argument => this.reply(argument) },
      { id: COMMANDS.editComment, run: argument => this.edit(argument) },
      { id: COMMANDS.saveComment, run: argument => this.save(argument) },
      { id: COMMANDS.cancelComment, run: argument => this.cancel(argument) },
      { id: COMMANDS.deleteComment, run: argument => this.delete(argument) },
      { id: COMMANDS.resolveNote, run: argument => this.settle(argument, true) },
      { id: COMMANDS.reopenNote, run: argument => this.settle(argument, false) },
    ];
  }

  /** Opens a comment to be written about the selection, or the annotation, highlight or sentence at the cursor. */
  private async add(): Promise<void> {
    const article = articleEditor(this.parts.analysis);
    const chosen =
      article && choosePassage(article.record, spanOfRange(article.editor.document, article.editor.selection));
    if (!chosen) {
      say(vscode.l10n.t('There are no words to note here. Select a passage, or put the cursor in a sentence.'));
      return;
    }
    const { uri } = article.record;
    const same = placedPassages(article.record).find(({ span }) => isSame(span, chosen.span));
    const id = chosen.annotation?.id ?? same?.annotation.id;
    if (id !== undefined) await this.open({ document: uri, id });
    else await this.threads.draft(article.editor.document, { document: uri, id: undefined, span: chosen.span });
  }

  /** Opens a conversation and puts the keyboard into it; of an annotation that has none, begins one. */
  private async open(reference: AnnotationReference | undefined): Promise<void> {
    const stored = reference && this.store.annotation(reference.document, reference.id);
    if (!stored) {
      say(vscode.l10n.t('There is no annotation here. Put the cursor in a tagged passage.'));
      return;
    }
    await this.goToPassage.run(reference);
    const article = articleEditor(this.parts.analysis, reference.document);
    const span = article?.record.passages.get(reference.id)?.span;
    if (!span) return;
    const { document } = article.editor;
    if (conversationOf(stored).length === 0) {
      await this.threads.draft(document, { ...reference, span });
      return;
    }
    const thread = await this.threads.drawNow(reference);
    if (!thread) return;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    // VS Code has no way to put the keyboard into a certain thread; it goes to the one that begins last before the cursor.
    const { start } = rangeOf(document, span);
    const after = start.translate(0, 1);
    article.editor.selection = new vscode.Selection(after, after);
    await vscode.commands.executeCommand('editor.action.previousCommentThreadAction');
  }

  /** To the next note of the article, or the one before, around its end. */
  private async step(direction: 1 | -1): Promise<void> {
    const article = articleEditor(this.parts.analysis);
    if (!article) return;
    const { editor, record } = article;
    const noted = notedPassages(record);
    const here = offsetOf(editor.document, editor.selection.start);
    const next =
      direction === 1
        ? (noted.find(({ span }) => span.start > here) ?? noted[0])
        : (noted.findLast(({ span }) => span.start < here) ?? noted.at(-1));
    if (next) await this.open({ document: record.uri, id: next.annotation.id });
    else say(vscode.l10n.t('There are no notes in this article.'));
  }

  /** What was written into the box below a conversation. */
  private async reply(argument: unknown): Promise<void> {
    if (typeof argument !== 'object' || argument === null || !('thread' in argument) || !('text' in argument)) return;
    const subject = this.threads.subjectOf(argument.thread);
    if (subject && typeof argument.text === 'string') await this.say(subject, argument.text);
  }

  private edit(argument: unknown): void {
    if (argument instanceof NoteComment) this.threads.setEditing(argument, true);
  }

  private cancel(argument: unknown): void {
    if (!(argument instanceof NoteComment)) return;
    if (argument.said) this.threads.setEditing(argument, false);
    else this.threads.discard(argument.thread);
  }

  /** A comment that was written or rewritten. */
  private async save(argument: unknown): Promise<void> {
    if (!(argument instanceof NoteComment)) return;
    const { thread, said, body } = argument;
    const subject = this.threads.subjectOf(thread);
    const text = typeof body === 'string' ? body : body.value;
    if (!said) {
      this.threads.discard(thread);
      if (subject) await this.say(subject, text);
      return;
    }
    const stored = subject && this.annotationOf(subject);
    this.threads.setEditing(argument, false);
    if (!stored || text.trim() === '') return;
    const edit = rewording(stored, said, text.trimEnd(), await this.speaking(subject.document));
    if (edit) await this.change(subject.document, edit, text);
  }

  /** Takes a comment back at once and offers to undo. */
  private async delete(argument: unknown): Promise<void> {
    if (!(argument instanceof NoteComment) || !argument.said) return;
    const subject = this.threads.subjectOf(argument.thread);
    const stored = subject && this.annotationOf(subject);
    if (!stored) return;
    const edit = unsaying(stored, argument.said, await this.speaking(subject.document));
    if (!(await this.change(subject.document, edit))) return;
    const undo = vscode.l10n.t('Undo');
    if ((await showInformation(vscode.l10n.t('Comment deleted'), undo)) === undo)
      await vscode.commands.executeCommand(COMMANDS.undo);
  }

  /** Resolves or reopens the conversation of a thread, a row, or the annotation at the cursor. */
  private async settle(argument: unknown, isResolved: boolean): Promise<void> {
    const subject = this.threads.subjectOf(argument);
    const reference = subject?.id === undefined ? this.referenceMeant(argument) : { ...subject, id: subject.id };
    const stored = reference && this.store.annotation(reference.document, reference.id);
    if (!stored || conversationOf(stored).length === 0) {
      say(vscode.l10n.t('There is no note here. Put the cursor in a passage that has one.'));
      return;
    }
    if ((stored.resolved !== undefined) === isResolved) {
      say(isResolved ? vscode.l10n.t('This note is resolved already.') : vscode.l10n.t('This note is open already.'));
      return;
    }
    const edit = isResolved ? resolving(stored, await this.speaking(reference.document)) : reopening(stored);
    if (!(await this.change(reference.document, edit))) return;
    const thread = this.threads.threadOf(reference);
    if (thread && isResolved) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    const message = isResolved ? vscode.l10n.t('$(check) Note resolved') : vscode.l10n.t('$(comment) Note reopened');
    showStatus(message);
  }

  /** What an argument names, else the shortest passage with a note at the cursor, else the annotation there. */
  private referenceMeant(argument: unknown): AnnotationReference | undefined {
    const { analysis } = this.parts;
    const article = annotationReferenceIn(argument) ? undefined : articleEditor(analysis);
    if (!article) return annotationMeant(analysis, argument);
    const { start } = spanOfRange(article.editor.document, article.editor.selection);
    const noted = notedPassages(article.record)
      .filter(({ span }) => span.start <= start && start <= span.end)
      .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
    return noted[0]
      ? { document: article.record.uri, id: noted[0].annotation.id }
      : annotationMeant(analysis, argument);
  }

  /** Adds a comment to a conversation, or begins one. */
  private async say(subject: NoteSubject, written: string): Promise<void> {
    const text = written.trimEnd();
    if (text.trim() === '') return;
    const by = await this.speaking(subject.document);
    const stored = this.annotationOf(subject);
    if (stored) await this.change(subject.document, saying(stored, text, by, this.parts.newId), text);
    else await this.tag(subject, text, by);
  }

  /** A note on a passage that was not tagged: an annotation that holds nothing else yet. */
  private async tag({ document, span }: NoteSubject, note: string, by: Speaking): Promise<void> {
    const record = this.parts.analysis.openRecord(document);
    if (!record) return;
    const origin = { id: this.parts.newId(), ...by };
    const annotation = newAnnotation(record.text.toString(), span, { note }, origin);
    await this.change(document, { kind: 'add', annotation }, note);
  }

  private annotationOf({ document, id }: NoteSubject): Annotation | undefined {
    return id === undefined ? undefined : this.store.annotation(document, id);
  }

  private async speaking(document: string): Promise<Speaking> {
    const author = await this.parts.author.authorFor(vscode.Uri.parse(document));
    return { ...(author === undefined ? {} : { author }), timestamp: this.parts.clock.timestamp() };
  }

  /** `text`: what would be lost if it cannot be saved and the user gives up. */
  private async change(document: string, edit: SidecarEdit, text?: string): Promise<boolean> {
    const { history, view } = this.parts;
    const make = () => history.change(document, edit, view.overview(document)?.facts);
    return reportOutcome(document, await make(), make, text);
  }
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const say = (message: string): void => void showInformation(message);
