import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type OpenRecord } from '../../app/documentRecord';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Codebooks } from '../../app/codebooks';
import { type CorpusView } from '../../app/corpusView';
import { type History } from '../../app/history';
import { type LastTag } from '../../app/lastTag';
import { type Clock, type NewId } from '../../app/ports';
import { type Visibility } from '../../app/visibility';
import { type ProposedReliability, proposedReliability } from '../../app/proposedReliability';
import { choosePassage } from '../../app/tagging';
import { type Annotation, type Judgement } from '../../core/annotation/model';
import { type Span } from '../../core/text/span';
import { type AuthorSource } from '../adapters/author';
import { articleRemedyText } from '../articleProblemText';
import { rangeOf, spanOfRange } from '../editor/positions';
import { showInformation } from '../messages';
import { COMMANDS } from '../names';
import { askJudgement } from '../pickers/judgementWizard';
import { type Command } from './command';
import { type EditAnnotation } from './editAnnotation';
import { knownCodes } from './knownCodes';
import { type ArticleEditor, articleEditor, judgementIn, passageReferenceIn } from './references';
import { tagSelections } from './tagSelections';
import { addAnnotation } from './writeAnnotation';

/** What tagging works with. */
export interface TaggingParts {
  readonly analysis: Analysis;
  readonly codebooks: Codebooks;
  readonly view: CorpusView;
  readonly history: History;
  readonly author: AuthorSource;
  readonly visibility: Pick<Visibility, 'isOwn'>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly last: LastTag;
}

/** Says which annotations of a document tagging changes: the user's own, and those that are nobody's. */
export const mineIn =
  ({ visibility }: Pick<TaggingParts, 'visibility'>, uri: string) =>
  (annotation: Annotation): boolean =>
    annotation.author === undefined || visibility.isOwn(uri, annotation);

/** What the codebook of an article's folder proposes for a passage. */
export const proposalFor = (
  { codebooks, view }: Pick<TaggingParts, 'codebooks' | 'view'>,
  record: OpenRecord,
  span: Span,
): ProposedReliability | undefined =>
  proposedReliability(record, span, codebooks.of(record.uri), view.overview(record.uri)?.facts.publisher);

/**
 * Tags the selection, or the highlight or the sentence at the cursor; a passage that is tagged already is edited. Of several selections it
 * asks once, and says of all of them what was answered.
 */
export class TagPassage implements Command {
  readonly id = COMMANDS.tagPassage;

  constructor(
    private readonly parts: TaggingParts,
    private readonly edit: EditAnnotation,
    private readonly store: AnnotationStore,
  ) {}

  readonly run = async (argument: unknown): Promise<void> => {
    const reference = passageReferenceIn(argument);
    const article = articleEditor(this.parts.analysis, reference?.document);
    if (!article) return this.sayWhy(vscode.window.activeTextEditor?.document);
    const { editor, record } = article;
    if (!reference && editor.selections.length > 1) return this.tagSeveral(article, judgementIn(argument));
    const selection = reference ?? spanOfRange(editor.document, editor.selection);
    const chosen = choosePassage(record, selection, mineIn(this.parts, record.uri));
    if (!chosen) {
      void showInformation(
        vscode.l10n.t('There are no words to tag here. Select a passage, or put the cursor in a sentence.'),
      );
      return;
    }
    const judgement = judgementIn(argument);
    if (chosen.annotation)
      return this.edit.run({ document: record.uri, id: chosen.annotation.id, ...(judgement ? { judgement } : {}) });
    const wanted = judgement ?? (await this.ask(article, chosen.span));
    if (wanted) await addAnnotation(this.parts, article.record, chosen.span, wanted);
  };

  private async tagSeveral(article: ArticleEditor, given: Judgement | undefined): Promise<void> {
    const { codebooks, view } = this.parts;
    const { editor, record } = article;
    const passages = vscode.l10n.t('{0} passages', editor.selections.length);
    const wanted = given ?? (await askJudgement(passages, {}, knownCodes(codebooks, view, record.uri)));
    if (!wanted) return;
    const judge = (judgement: Judgement): Judgement => ({ ...judgement, ...wanted });
    await tagSelections(this.parts, this.store, article, judge, { sentences: true });
  }

  /** Shows the passage selected while it is asked about, so that everybody sees what is being tagged. */
  private async ask({ editor, record }: ArticleEditor, span: Span): Promise<Judgement | undefined> {
    const { codebooks, view } = this.parts;
    const before = editor.selections;
    const range = rangeOf(editor.document, span);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    try {
      const codes = knownCodes(codebooks, view, record.uri);
      const proposed = proposalFor(this.parts, record, span);
      return await askJudgement(record.text.slice(span.start, span.end), {}, proposed ? { ...codes, proposed } : codes);
    } finally {
      editor.selections = before;
    }
  }

  private sayWhy(document: vscode.TextDocument | undefined): void {
    const problem = document && this.parts.view.overview(document.uri.toString())?.articleProblem;
    const message = problem
      ? articleRemedyText(problem)
      : document
        ? vscode.l10n.t('This file is not an article of the corpus, so it cannot be tagged.')
        : vscode.l10n.t('Open an article to tag a passage in it.');
    void showInformation(message);
  }
}
