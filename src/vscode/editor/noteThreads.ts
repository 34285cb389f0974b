import * as vscode from 'vscode';
import { type Analysis, type PlacedPassage } from '../../app/analysis';
import { needsAttention } from '../../app/corpusView';
import { inSlices } from '../../app/inSlices';
import { notedPassages } from '../../app/notedPassages';
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
const THREADS_AT_ONCE = 20;
const REST_MS = 50;

/**
 * An article with no more notes than this has a thread for each. Of one with more, those that are seen are drawn, and so many before and
 * after them: each is a widget of the editor, and with hundreds of them the window takes seconds to show a line that was put in.
 */
const DRAWN_WHOLE = 100;
const MARGIN = 25;

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
  constructor(readonly document: vscode.TextDocument) {}

  readonly drawn = new Map<string, Drawn>();
  /** Counts the drawings, so that one that was overtaken by the next stops. */
  drawing = 0;
  /** Whether there are too many notes to draw them all (see DRAWN_WHOLE). */
  isPartial = false;
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
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
        const uri = document.uri.toString();
        if (this.documents.get(uri)?.isPartial) this.refresher.some([uri]);
      }),
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

  /** The thread of an annotation, as its note is now, wherever in its article that stands; undefined where it has none. */
  async drawNow(reference: AnnotationReference): Promise<vscode.CommentThread | undefined> {
    const threads = this.threadsOf(reference.document);
    const author = threads && (await this.authorOf(threads.document.uri));
    const record = this.analysis.openRecord(reference.document);
    const passage = record && notedPassages(record).find(({ annotation }) => annotation.id === reference.id);
    if (!threads || !passage) return undefined;
    const { document, drawn } = threads;
    this.drawOne(document.uri, drawn, passage, rangeOf(document, passage.span), author);
    return this.threadOf(reference);
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

  /** Undefined for a document that no editor has shown since it was opened. */
  private threadsOf(uri: string): DocumentThreads | undefined {
    const known = this.documents.get(uri);
    if (known) return known;
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    if (!shown) return undefined;
    const threads = new DocumentThreads(shown.document);
    this.documents.set(uri, threads);
    return threads;
  }

  private async draw(uri: string): Promise<void> {
    if (!this.analysis.openRecord(uri)) return;
    const threads = this.threadsOf(uri);
    if (!threads) return;
    const { document } = threads;
    const drawing = ++threads.drawing;
    const author = await this.authorOf(document.uri);
    const isWanted = (): boolean => drawing === threads.drawing;
    if (!isWanted()) return;
    await inSlices(this.drawing(document, threads, author), this.clock, isWanted);
    if (isWanted()) this.drawings.fire(uri);
  }

  /**
   * Draws what differs from what is drawn, thread by thread, with rests (see inSlices). Threads stay where they were scrolled out of
   * sight, since somebody may be writing in one; only what is near is moved along, the rest once it comes near: VS Code moves what it shows.
   */
  private *drawing(
    document: vscode.TextDocument,
    threads: DocumentThreads,
    author: string | undefined,
  ): Generator<Promise<void> | void, void> {
    const record = this.analysis.openRecord(document.uri.toString());
    if (!record) return;
    const passages = notedPassages(record);
    threads.isPartial = passages.length > DRAWN_WHOLE;
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
    const isNear = threads.isPartial ? nearTo(visibleRangesOf(document), ranges) : () => true;
    let drawn = 0;
    for (const [index, passage] of passages.entries()) {
      const range = isNear(index) ? ranges[index]! : threads.drawn.get(passage.annotation.id)?.thread.range;
      if (!range) continue;
      const isNews = this.drawOne(document.uri, threads.drawn, passage, range, author);
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

/** Tells of each of these ranges, in the order of the text, whether it is seen, or one of the next before or after what is. */
function nearTo(visible: readonly vscode.Range[], ranges: readonly vscode.Range[]): (index: number) => boolean {
  const spans = visible.map(({ start, end }) => {
    const first = ranges.findIndex(range => range.end.isAfterOrEqual(start));
    const after = ranges.findIndex(range => range.start.isAfter(end));
    return { from: (first < 0 ? ranges.length : first) - MARGIN, to: (after < 0 ? ranges.length : after) + MARGIN };
  });
  return index => spans.some(({ from, to }) => from <= index && index < to);
}

const visibleRangesOf = (document: vscode.TextDocument): readonly vscode.Range[] =>
  vscode.window.visibleTextEditors
    .filter(editor => editor.document === document)
    .flatMap(editor => editor.visibleRanges);

const visibleDocuments = (): readonly string[] =>
  vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
