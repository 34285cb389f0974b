import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus } from '../../app/corpus';
import { type LinkIndex, type SeenLink } from '../../app/linkIndex';
import { likelyDocuments } from '../../app/strayLinks';
import { LINK_PROBLEM_CODES, linkSpans } from '../../core/sidecar/linkProblems';
import { COMMANDS } from '../names';
import { fixesInSidecar, quickFix } from './quickFix';

/** The most documents that are named; the command lists all. */
const MAX_NAMED = 3;

/** Quick fixes in a sidecar for links that lead nowhere, where its problems say so. */
export class LinkActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly links: LinkIndex,
  ) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return fixesInSidecar(document, context, LINK_PROBLEM_CODES, (article, code, diagnostic) => {
      const link = this.linkAt(article, document.offsetAt(diagnostic.range.start));
      if (!link) return [];
      const isGone = code === 'link-missing' || code === 'link-nowhere';
      const named = isGone ? likelyDocuments(this.corpus, this.store, link.stored).slice(0, MAX_NAMED) : [];
      const fix = (title: string, command: string, to?: string) =>
        quickFix(diagnostic, title, command, { kind: 'link', link, ...(to === undefined ? {} : { to }) });
      const pathOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
      return [
        ...named.map(to => fix(vscode.l10n.t('Point the Link to “{0}”', pathOf(to)), COMMANDS.repairLink, to)),
        fix(
          isGone
            ? vscode.l10n.t('Point the Link to Another Document…')
            : vscode.l10n.t('Point the Link to Another Passage…'),
          COMMANDS.repairLink,
        ),
        fix(vscode.l10n.t('Remove Link'), COMMANDS.removeLink),
      ];
    });
  }

  /** The link whose path begins at a place of the sidecar as it was last read. */
  private linkAt(article: string, start: number): SeenLink | undefined {
    const state = this.store.state(article);
    const annotation = this.store
      .annotations(article)
      .find(({ source }) => source.start <= start && start <= source.end);
    if (state?.source === undefined || !annotation) return undefined;
    const index = linkSpans(state.source, annotation)?.findIndex(span => span.start === start) ?? 0;
    return this.links.of(article, annotation).filter(({ direction }) => direction === 'out')[index];
  }
}
