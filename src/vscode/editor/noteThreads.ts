import * as vscode from 'vscode';
import { type Analysis, placedPassages, type PlacedPassage } from '../../app/analysis';
import { needsAttention } from '../../app/corpusView';
import { inSlices } from '../../app/inSlices';
import { type Clock, type Wait } from '../../app/ports';
import { conversationOf, type Said } from '../../core/annotation/conversation';
import { excerpt } from '../../core/annotation/excerpt';
import { type Span } from '../../core/text/span';
import { NOTES } from '../names';
import { type AnnotationReference } from '../references';
import { Refresher } from '../refresher';
import { NoteComment } from './noteComment';
import { rangeOf, rangesOf } from './positions';

/** Characters of a passage in its thread's title. */
const LABEL_LENGTH = 80;

/**
 * VS Code sends what is new of a thread a tenth of a second later, each by a timer of its own: those of threads that were drawn together
 * come together. So many are drawn, and then none for so many milliseconds.
 */
const THREADS_AT_ONCE = 50;
const REST_MS = 50;

/** A conversation as it is drawn. */
interface Drawn {
  readonly thread: vscode.CommentThread;
  /** What it was drawn from, to tell whether it is to be drawn anew. */
  readonly shown: string;
  readonly comments: readonly NoteComment[];
}

/** What a thread is about: an annotation, or a passage that is to become one. */
export interface NoteSubject {
  readonly document: string;
  /** Undefined where the passage is not tagged yet. */
  readonly id: string | undefined;
  readonly span: Span;
}

/** The threads of one document. */
class DocumentThreads {
  readonly drawn = new Map<string, Drawn>();
  /** Counts the drawings, so that one that was overtaken by the next stops. */
  drawing = 0;
}

/**
 * The notes of open articles as comment threads of the editor. The only one that creates threads; it reads annotations and writes
 * none. Threads are made for an article once it is seen, and go when it is closed; work comes in slices.
 */
export class NoteThreads implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController(
    NOTES.controller,
    vscode.l10n.t('Pressmark Notes'),
  );
  private readonly documents = new Map<string, DocumentThreads>();
  private readonly subjects = new WeakMap<vscode.CommentThread, NoteSubject>();
  private readonly drafts = new Map<vscode.CommentThread, NoteComment>();
  private readonly drawings = new vscode.EventEmitter<string>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly refresher = new Refresher(changed => this.refresh(changed));

  /** Fires with a document's address once its threads are as its notes are. */
  readonly onDidDraw = this.drawings.event;

  constructor(
    private readonly analysis: Analysis,
    /** Who is writing here, as far as that is known without asking. */
    private readonly authorOf: (document: vscode.Uri) => Promise<string | undefined>,
    private readonly clock: Clock,
    private readonly wait: Wait,
  ) {
    this.controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('What a colleague should know. Markdown; Ctrl+Enter saves'),
    };
    this.subscriptions = [
      this.controller,
      this.drawings,
      this.refresher,
      vscode.window.onDidChangeVisibleTextEditors(() => this.refresher.some(visibleDocuments())),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri.toString())),
      vscode.workspace.onDidChangeConfiguration(() => this.refresher.all()),
      analysis.onDidChange(uris => this.refresher.some(uris)),
      // VS Code itself moves what it has drawn; the ranges are brought up to date once the editor rests.
      analysis.onDidEdit(({ uri }) => {
        const threads = this.documents.get(uri);
        if (!threads) return;
        // A drawing that is under way is of the text before.
        threads.drawing++;
        this.refresher.atRest(uri);
      }),
    ];
    this.refresher.some(visibleDocuments());
  }

  /** What a thread is about; undefined for one that is not ours, or is gone. */
  subjectOf(thread: unknown): NoteSubject | undefined {
    return typeof thread === 'object' && thread !== null
      ? this.subjects.get(thread as vscode.CommentThread)
      : undefined;
  }

  /** The thread of an annotation; undefined where it has none, or where its article is not open. */
  threadOf({ document, id }: AnnotationReference): vscode.CommentThread | undefined {
    return this.documents.get(document)?.drawn.get(id)?.thread;
  }

  /** Opens a thread in which a comment about a passage is being written. */
  async draft(document: vscode.TextDocument, subject: NoteSubject): Promise<void> {
    for (const thread of this.drafts.keys()) this.discard(thread);
    const author = await this.authorOf(document.uri);
    const thread = this.controller.createCommentThread(document.uri, rangeOf(document, subject.span), []);
    const comment = new NoteComment(thread, undefined, author);
    thread.comments = [comment];
    thread.label = labelOf(document.getText(thread.range));
    thread.contextValue = NOTES.thread.draft;
    thread.canReply = false;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.subjects.set(thread, subject);
    this.drafts.set(thread, comment);
  }

  /** Closes a thread in which something was being written. */
  discard(thread: vscode.CommentThread): void {
    if (this.drafts.delete(thread)) thread.dispose();
  }

  /** Lets a comment be rewritten, or shows it again as it was. */
  setEditing(comment: NoteComment, isEdited: boolean): void {
    if (isEdited) comment.edit();
    else comment.show();
    const { thread } = comment;
    thread.comments = [...thread.comments];
    if (isEdited) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  /** Waits until the threads of a document that is shown are as its notes are. */
  async drawNow(document: string): Promise<void> {
    await this.draw(document);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private refresh(changed: 'all' | ReadonlySet<string>): void {
    const seen = [...this.documents.keys(), ...visibleDocuments()];
    for (const uri of new Set(changed === 'all' ? seen : seen.filter(one => changed.has(one)))) void this.draw(uri);
  }

  private forget(uri: string): void {
    const threads = this.documents.get(uri);
    if (!threads) return;
    threads.drawing++;
    for (const { thread } of threads.drawn.values()) thread.dispose();
    this.documents.delete(uri);
  }

  private async draw(uri: string): Promise<void> {
    const document = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri);
    if (!document || !this.analysis.openRecord(uri)) return;
    const threads = this.documents.get(uri) ?? new DocumentThreads();
    this.documents.set(uri, threads);
    const drawing = ++threads.drawing;
    const author = await this.authorOf(document.uri);
    const isWanted = (): boolean => drawing === threads.drawing;
    if (!isWanted()) return;
    await inSlices(this.drawing(document, threads, author), this.clock, isWanted);
    if (isWanted()) this.drawings.fire(uri);
  }

  /** Draws what differs from what is drawn, thread by thread, with rests (see inSlices). */
  private *drawing(
    document: vscode.TextDocument,
    threads: DocumentThreads,
    author: string | undefined,
  ): Generator<Promise<void> | void, void> {
    const record = this.analysis.openRecord(document.uri.toString());
    if (!record) return;
    const passages = placedPassages(record).filter(({ annotation }) => conversationOf(annotation).length > 0);
    const ids = new Set(passages.map(({ annotation }) => annotation.id));
    for (const [id, { thread }] of threads.drawn) {
      if (ids.has(id)) continue;
      thread.dispose();
      threads.drawn.delete(id);
      yield;
    }
    // All at once, so that they are of one text.
    const ranges = rangesOf(
      document,
      passages.map(({ span }) => span),
    );
    let drawn = 0;
    for (const [index, passage] of passages.entries()) {
      const isNews = this.drawOne(document.uri, threads.drawn, passage, ranges[index]!, author);
      yield isNews && ++drawn % THREADS_AT_ONCE === 0 ? this.wait(REST_MS) : undefined;
    }
  }

  /** Returns whether there was anything to draw but a thread that moved: those together cost less than one after the other. */
  private drawOne(
    document: vscode.Uri,
    drawn: Map<string, Drawn>,
    passage: PlacedPassage,
    range: vscode.Range,
    author: string | undefined,
  ): boolean {
    const { annotation, span } = passage;
    const { id, quote, resolved, resolvedBy } = annotation;
    const said = conversationOf(annotation);
    const attention = needsAttention({ passage });
    const shown = JSON.stringify([said, resolved, resolvedBy, attention, quote, author]);
    const before = drawn.get(id);
    const thread = before?.thread ?? this.controller.createCommentThread(document, range, []);
    this.subjects.set(thread, { document: document.toString(), id, span });
    if (!thread.range?.isEqual(range)) thread.range = range;
    if (before?.shown === shown) return false;
    const comments = commentsOf(thread, said, author, before?.comments ?? []);
    drawn.set(id, { thread, shown, comments });
    thread.comments = comments;
    thread.label = [
      labelOf(quote),
      ...(resolved === undefined ? [] : [resolvedText(resolvedBy)]),
      ...(attention ? [vscode.l10n.t('place uncertain')] : []),
    ].join(' · ');
    thread.contextValue = resolved === undefined ? NOTES.thread.open : NOTES.thread.resolved;
    thread.state = resolved === undefined ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
    if (!before) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    return true;
  }
}

/** The comments of a thread: those that say what they said before, and one that is being rewritten, stay the same objects. */
function commentsOf(
  thread: vscode.CommentThread,
  conversation: readonly Said[],
  author: string | undefined,
  before: readonly NoteComment[],
): readonly NoteComment[] {
  return conversation.map(said => {
    const wanted = new NoteComment(thread, said, author);
    const isSame = (known: NoteComment): boolean =>
      known.isEdited
        ? (known.said?.reply?.id ?? 'note') === (said.reply?.id ?? 'note')
        : known.contextValue === wanted.contextValue && JSON.stringify(known.said) === JSON.stringify(said);
    return before.find(isSame) ?? wanted;
  });
}

/** A thread's title: the passage. */
const labelOf = (quote: string): string => excerpt(quote, LABEL_LENGTH);

const resolvedText = (by: string | undefined): string =>
  by === undefined ? vscode.l10n.t('resolved') : vscode.l10n.t('resolved by {0}', by);

const visibleDocuments = (): readonly string[] =>
  vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
