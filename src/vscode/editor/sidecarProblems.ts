import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore, type SidecarState } from '../../app/annotationStore';
import { type Codebooks } from '../../app/codebooks';
import { type Corpus } from '../../app/corpus';
import { type LinkIndex, type LinkState } from '../../app/linkIndex';
import { type RenamedArticles } from '../../app/renamedArticles';
import { rowText } from '../../app/corpusView';
import { documentUriOf, fileNameOf, sidecarUriOf } from '../../app/sidecarUri';
import { type Annotation } from '../../core/annotation/model';
import { linkProblems } from '../../core/sidecar/linkProblems';
import { type SidecarProblem } from '../../core/sidecar/sidecarProblem';
import { checkAgainstCodebook } from '../../core/codebook/checkAgainstCodebook';
import { type Span } from '../../core/text/span';
import { visibleText } from '../../core/text/visibleText';
import { inMarks } from '../labels';
import { Refresher } from '../refresher';
import { diagnosticsIn, problemDiagnostic } from './diagnostics';
import { linkProblemText } from './linkProblemText';

const TOP: Span = { start: 0, end: 0 };

/** Puts what is wrong with sidecars into the Problems panel, where it is. */
export class SidecarProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('pressmark');
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly analysis: Analysis,
    private readonly renamed: RenamedArticles,
    private readonly codebooks: Codebooks,
    private readonly links: LinkIndex,
  ) {
    const refresher = new Refresher(changed => this.refresh(changed));
    this.subscriptions = [
      this.collection,
      refresher,
      store.onDidChange(uri => refresher.some([uri])),
      analysis.onDidChange(uris => refresher.some([...uris].filter(uri => store.state(uri)))),
      codebooks.onDidChange(() => refresher.all()),
      links.onDidChange(uris => refresher.some([...uris].filter(uri => links.from(uri).length > 0))),
      renamed.onDidFind(uris => refresher.some(uris)),
      corpus.onDidChange(({ folders, added, removed, sidecars }) => {
        if (folders) refresher.all();
        else refresher.some([...added, ...removed, ...sidecars]);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private refresh(changed: 'all' | ReadonlySet<string>): void {
    for (const uri of changed === 'all' ? this.all() : changed) {
      const sidecar = vscode.Uri.parse(sidecarUriOf(uri));
      const found = this.diagnostics(this.store.state(uri));
      // VS Code keeps an empty list for good, and tells the window of it.
      if (found.length) this.collection.set(sidecar, found);
      else if (this.collection.has(sidecar)) this.collection.delete(sidecar);
    }
  }

  /** The documents of all sidecars that are there, and of those of which something was said while they were. */
  private all(): ReadonlySet<string> {
    const told = [...this.collection].flatMap(([sidecar]) => documentUriOf(sidecar.toString()) ?? []);
    return new Set([...this.store.documents, ...told]);
  }

  private diagnostics(state: SidecarState | undefined): vscode.Diagnostic[] {
    if (!state) return [];
    const diagnostic = diagnosticsIn(state.source ?? '');
    const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;
    if (state.unreadable !== undefined) return [diagnostic(TOP, state.unreadable, error, 'unreadable')];
    return [
      ...(state.parsed?.problems ?? [])
        .filter(problem => this.isSeen(state, problem))
        .map(problem => problemDiagnostic(diagnostic, problem)),
      ...this.orphaned(state.document).map(message => diagnostic(TOP, message, warning, 'article-missing')),
      ...[...this.unfound(state), ...this.otherwise(state), ...this.broken(state)].map(({ span, message, code }) =>
        diagnostic(span, message, warning, code),
      ),
    ];
  }

  /** What is wrong with an annotation that the user is not to see says something of it. */
  private isSeen({ document, parsed }: SidecarState, { annotationId: id }: SidecarProblem): boolean {
    const isHidden =
      parsed?.annotations.some(annotation => annotation.id === id) &&
      !this.store.annotations(document).some(annotation => annotation.id === id);
    return id === undefined || !isHidden;
  }

  private orphaned(uri: string): readonly string[] {
    if (!this.corpus.document(uri)?.missing) return [];
    const [found] = this.renamed.of(uri);
    if (found)
      return [
        vscode.l10n.t(
          'The article “{0}” is not beside this sidecar. It may have been renamed to “{1}”, where its passages stand: see the quick fix.',
          fileNameOf(uri),
          vscode.workspace.asRelativePath(vscode.Uri.parse(found.uri)),
        ),
      ];
    return [
      vscode.l10n.t(
        'The article “{0}” is not beside this sidecar. Put it back, or rename the sidecar after the article.',
        fileNameOf(uri),
      ),
    ];
  }

  /** Annotations that are not as the codebook has it. */
  private otherwise({ document }: SidecarState): readonly { span: Span; message: string; code: string }[] {
    const findings = checkAgainstCodebook(this.store.annotations(document), this.codebooks.of(document));
    return findings.map(({ code, annotation: { source: span }, value }) => ({
      span,
      code,
      message:
        code === 'unlisted-stance'
          ? vscode.l10n.t(
              '“{0}” is no stance of the codebook. Give another one, or rename it everywhere: Pressmark: Rename Code.',
              value,
            )
          : vscode.l10n.t('The codebook asks for “{0}” here.', value),
    }));
  }

  /** Links that do not lead to a passage for certain, of annotations that the user is to see. */
  private broken({ document, source }: SidecarState): readonly { span: Span; message: string; code: string }[] {
    const links = this.links.from(document);
    if (links.length === 0) return [];
    const stateOf = ({ id }: Annotation, index: number): LinkState => {
      const link = links.filter(({ annotation }) => annotation.id === id)[index];
      return link && this.links.placeOf(link).state;
    };
    const problems = linkProblems(source ?? '', this.store.annotations(document), stateOf);
    return problems.map(({ span, code, arguments: { document: path } }) => ({
      span,
      code,
      message: linkProblemText(code, String(path)),
    }));
  }

  /** Annotations whose passage is not, or not with certainty, in the article. */
  private unfound(state: SidecarState): readonly { span: Span; message: string; code: string }[] {
    const passages = this.analysis.record(state.document)?.passages;
    return this.store.annotations(state.document).flatMap(annotation => {
      const { id, source } = annotation;
      const words = inMarks(visibleText(rowText(annotation)));
      const found = passages?.get(id)?.state;
      if (found === 'lost')
        return [
          {
            span: source,
            code: 'lost',
            message: vscode.l10n.t('This passage is not in the article any more: {0}', words),
          },
        ];
      if (found === 'uncertain') {
        const message = vscode.l10n.t(
          'The article has changed, and where this passage is now is not certain: {0}',
          words,
        );
        return [{ span: source, code: 'uncertain', message }];
      }
      return [];
    });
  }
}
