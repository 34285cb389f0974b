import * as vscode from 'vscode';
import { type CommandParts } from './commands';
import { AcrossSources } from './app/acrossSources';
import { Analysis } from './app/analysis';
import { AnnotationIndex } from './app/annotationIndex';
import { AnnotationStore } from './app/annotationStore';
import { Codebooks } from './app/codebooks';
import { Corpus } from './app/corpus';
import { CorpusSession } from './app/corpusSession';
import { CorpusView } from './app/corpusView';
import { History } from './app/history';
import { LastTag } from './app/lastTag';
import { LinkAnchors } from './app/linkAnchors';
import { LinkIndex } from './app/linkIndex';
import { LinksAlong } from './app/linksAlong';
import { ListedLinks } from './app/listedLinks';
import { type Folder, type Membership } from './app/ports';
import { RenamedArticles } from './app/renamedArticles';
import { SourceIndex } from './app/sourceIndex';
import { Speakers } from './app/speakers';
import { TeamWork } from './app/teamWork';
import { Visibility } from './app/visibility';
import { isFiltering, matcher } from './core/annotation/filter';
import { type Language } from './core/detect/model';
import { speakerNames } from './core/report/speakerNames';
import { CODEBOOK_NAME } from './core/sidecar/sidecarName';
import type { LocalFiles } from './node/localFiles';
import { workspaceArticleFiles } from './vscode/adapters/articleFiles';
import { AuthorSource } from './vscode/adapters/author';
import { systemClock, systemWait } from './vscode/adapters/clock';
import { localDigestReader } from './vscode/adapters/digestReader';
import { workspaceFileWatch } from './vscode/adapters/fileWatch';
import { workspaceIndexStorage } from './vscode/adapters/indexStorage';
import { newRandomId } from './vscode/adapters/newId';
import { releaseMemory } from './vscode/adapters/releaseMemory';
import { SecondLook } from './vscode/adapters/secondLook';
import { WorkspaceSidecarFiles } from './vscode/adapters/sidecarFiles';
import { StoredVisibilityChoice } from './vscode/adapters/visibilityChoice';
import { type LateCommands } from './vscode/commands/lateCommands';
import { showPassages } from './vscode/commands/showPassages';
import { reviewByCheckbox } from './vscode/commands/reviewing';
import { TaggingMode } from './vscode/commands/taggingMode';
import { CopiedArticleOffers } from './vscode/copiedArticleOffers';
import { AgreementDocuments } from './vscode/editor/agreementDocuments';
import { ActiveArticle } from './vscode/editor/activeArticle';
import { anchorsOnSave } from './vscode/editor/anchorsOnSave';
import { ArticleProblems } from './vscode/editor/articleProblems';
import { AttentionActions } from './vscode/editor/attentionActions';
import { codebookProblems } from './vscode/editor/codebookProblems';
import { Highlights } from './vscode/editor/highlights';
import { Hovers } from './vscode/editor/hovers';
import { InlayHints } from './vscode/editor/inlayHints';
import { LinkActions } from './vscode/editor/linkActions';
import { NoteThreads } from './vscode/editor/noteThreads';
import { passageAtCursor } from './vscode/editor/passageAtCursor';
import { ReattachActions } from './vscode/editor/reattachActions';
import { sidecarActions } from './vscode/editor/sidecarActions';
import { schemaCompletions } from './vscode/editor/schemaCompletions';
import { SidecarProblems } from './vscode/editor/sidecarProblems';
import { SourceReferences } from './vscode/editor/sourceReferences';
import { TagActions } from './vscode/editor/tagActions';
import { TextDocuments } from './vscode/editor/textDocuments';
import { TraceHovers } from './vscode/editor/traceHovers';
import { fileExists } from './vscode/fileExists';
import { SIDECAR_LANGUAGE, VIEWS } from './vscode/names';
import { SidecarCompanions } from './vscode/sidecarCompanions';
import { RenamedArticleOffers } from './vscode/renamedArticleOffers';
import { Settings } from './vscode/settings';
import { TeamStatus } from './vscode/teamStatus';
import { type AnnotationsNode, AnnotationsView } from './vscode/views/annotationsView';
import { type DocumentsNode, DocumentsView } from './vscode/views/documentsView';
import { type LateTree } from './vscode/views/lateTree';
import { ProgressBadges } from './vscode/views/progressBadges';
import { ReportPanel } from './vscode/views/reportPanel';
import { SourceProgress } from './vscode/views/sourceProgress';
import { type SourcesNode, SourcesView } from './vscode/views/sourcesView';
import { workspaceFolders } from './vscode/workspaceFolders';

/**
 * What the tests in the extension host look at: the rows of trees cannot be read through VS Code's API. `contributions` are all that
 * work while an article is edited: the typing bench times them.
 */
export interface TestAccess {
  readonly corpus: Corpus;
  readonly store: AnnotationStore;
  readonly analysis: Analysis;
  readonly documents: DocumentsView;
  readonly annotations: AnnotationsView;
  readonly sources: SourcesView;
  readonly sourceIndex: SourceIndex;
  readonly teamStatus: TeamStatus;
  readonly notes: NoteThreads;
  readonly contributions: Readonly<Record<string, object>>;
}

/** What is there from the start: what VS Code may ask for before anything else is loaded. */
export interface Start {
  /** Where the host has files of its own. */
  readonly localFiles: LocalFiles | undefined;
  readonly membership: Membership;
  readonly trees: {
    readonly documents: LateTree<DocumentsNode>;
    readonly annotations: LateTree<AnnotationsNode>;
    readonly sources: LateTree<SourcesNode>;
  };
  readonly commands: LateCommands;
}

/**
 * Builds the ports, the app on them and the contributions on the app. The only place that knows everything; loaded once there is a corpus,
 * or something is asked of Pressmark (start.ts).
 */
export function openFeatures(context: vscode.ExtensionContext, start: Start): TestAccess {
  const { localFiles, membership, trees, commands } = start;
  const settings = new Settings();
  const log = vscode.window.createOutputChannel('Pressmark', { log: true });
  const corpus = new Corpus(workspaceArticleFiles, workspaceFileWatch, membership, settings.articleFilter);
  const sidecarFiles = new WorkspaceSidecarFiles(localFiles);
  const codebooks = new Codebooks(corpus, sidecarFiles);
  const author = new AuthorSource(context.globalState);
  const authorChoice = new StoredVisibilityChoice(context.workspaceState, settings);
  const visibility = new Visibility(codebooks, author, authorChoice);
  const store = new AnnotationStore(sidecarFiles, systemClock, visibility);
  const reportDefect = (what: string, error: unknown): void =>
    log.error(what, error instanceof Error ? error : String(error));
  const languageOf = (): Language | undefined => settings.language;
  const digestReader = localDigestReader(localFiles);
  const analysis = new Analysis(workspaceArticleFiles, store, systemClock, languageOf, reportDefect, digestReader);
  const session = new CorpusSession(corpus, store, analysis);
  const history = new History(store);
  const renamed = new RenamedArticles(corpus, store, workspaceArticleFiles, systemClock);
  const links = new LinkIndex(corpus, store, analysis, workspaceArticleFiles);
  const foldersOfCorpus = (): readonly Folder[] => corpus.folders.map(({ folder }) => folder);
  const linksAlong = new LinksAlong(store, foldersOfCorpus, fileExists);
  const index = new AnnotationIndex(corpus, store, analysis, codebooks, visibility, links);
  const view = new CorpusView(corpus, store, analysis, index);
  const team = new TeamWork(view, store, analysis, visibility);

  const sourceIndex = new SourceIndex({
    corpus,
    analysis,
    store,
    clock: systemClock,
    wait: systemWait,
    release: releaseMemory,
    storage: workspaceIndexStorage(context),
    languageOf,
    reportDefect,
  });
  // What is stored need not be read.
  if (settings.compareSources) analysis.hold(sourceIndex.setEnabled(true));
  const across = new AcrossSources(sourceIndex, analysis, systemClock);
  const speakers = new Speakers(sourceIndex, across, codebooks);

  const documents = new DocumentsView(
    { corpus, view, store, analysis, sources: sourceIndex, settings, clock: systemClock },
    context.workspaceState,
    trees.documents,
  );
  const sources = new SourcesView({
    corpus,
    view,
    analysis,
    index: sourceIndex,
    sources: across,
    speakers,
    memento: context.workspaceState,
    tree: trees.sources,
  });
  const annotations = new AnnotationsView(index, corpus, context.workspaceState, trees.annotations);
  const tagging = {
    analysis,
    codebooks,
    view,
    history,
    author,
    visibility,
    clock: systemClock,
    newId: newRandomId,
    last: new LastTag(),
  };
  const review = { annotations, history, author, clock: systemClock, view, codebooks };
  const report = new ReportPanel({
    corpus,
    view,
    store,
    analysis,
    clock: systemClock,
    newId: newRandomId,
    extensionUri: context.extensionUri,
    titleOf: uri => codebooks.of(uri)?.title,
    names: () => speakerNames([...codebooks.all].map(({ codebook }) => codebook)),
    filter: () => {
      const { filter } = annotations;
      return { isWanted: matcher(filter), words: isFiltering(filter) ? annotations.filterText(filter) : undefined };
    },
    show: showPassages(view),
  });
  const listed = new ListedLinks(links, uri => index.titleOf(uri));
  const everywhere: vscode.DocumentSelector = { pattern: '**' };
  const textDocuments = new TextDocuments(corpus, analysis);
  const media = vscode.Uri.joinPath(context.extensionUri, 'media');
  const highlights = new Highlights(analysis, codebooks, settings, visibility, media);
  const inlayHints = new InlayHints(analysis, settings, visibility);
  const tagActions = new TagActions(analysis);
  const taggingMode = new TaggingMode(tagging, store);
  const teamStatus = new TeamStatus(corpus, store, visibility, author);
  const agreement = new AgreementDocuments(team, view, store, analysis, systemClock);
  const notes = new NoteThreads(analysis, document => author.knownAuthor(document), systemClock, systemWait);
  const sidecarProblems = new SidecarProblems(corpus, store, analysis, renamed, codebooks, links);

  context.subscriptions.push(
    log,
    settings,
    corpus,
    store,
    analysis,
    session,
    links,
    index,
    new LinkAnchors(store, links, analysis, workspaceArticleFiles),
    codebooks,
    sourceIndex,
    across,
    speakers,
    documents,
    annotations,
    sources,
    new SourceProgress(sourceIndex, text => documents.setProgress(text)),
    author,
    authorChoice,
    visibility,
    new ProgressBadges(view, index),
    textDocuments,
    taggingMode,
    notes,
    report,
    teamStatus,
    agreement,
    annotations.onDidFilter(() => report.retell()),
    codebooks.onDidChange(() => report.retell()),
    new SecondLook(store, corpus),
    new ActiveArticle(corpus),
    passageAtCursor(analysis),
    highlights,
    sidecarProblems,
    renamed,
    new SidecarCompanions(store, history, linksAlong),
    new RenamedArticleOffers(corpus, store, renamed),
    new CopiedArticleOffers(corpus, store, workspaceArticleFiles, newRandomId),
    new ArticleProblems(corpus, analysis),
    codebookProblems(codebooks),
    reviewByCheckbox(review),
    anchorsOnSave(analysis, store, systemClock),
    settings.onDidChangeLanguage(() => analysis.restart()),
    settings.onDidChangeCompareSources(() => {
      analysis.hold(sourceIndex.setEnabled(settings.compareSources));
      analysis.restart();
    }),
    vscode.languages.registerHoverProvider(everywhere, new Hovers(analysis, codebooks, settings, visibility, listed)),
    vscode.languages.registerHoverProvider(everywhere, new TraceHovers(across, analysis)),
    vscode.languages.registerReferenceProvider(everywhere, new SourceReferences(across, analysis)),
    vscode.languages.registerInlayHintsProvider(everywhere, inlayHints),
    vscode.languages.registerCodeActionsProvider(everywhere, tagActions, {
      providedCodeActionKinds: TagActions.kinds,
    }),
    vscode.languages.registerCodeActionsProvider({ language: SIDECAR_LANGUAGE }, new AttentionActions(store), {
      providedCodeActionKinds: AttentionActions.kinds,
    }),
    vscode.languages.registerCodeActionsProvider({ language: SIDECAR_LANGUAGE }, sidecarActions, {
      providedCodeActionKinds: sidecarActions.kinds,
    }),
    vscode.languages.registerCodeActionsProvider({ language: SIDECAR_LANGUAGE }, new ReattachActions(renamed), {
      providedCodeActionKinds: ReattachActions.kinds,
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: SIDECAR_LANGUAGE },
      new LinkActions(corpus, store, links),
      { providedCodeActionKinds: LinkActions.kinds },
    ),
    vscode.languages.registerCompletionItemProvider(
      { language: SIDECAR_LANGUAGE },
      schemaCompletions('sidecar', context.extensionUri),
      ' ',
    ),
    vscode.languages.registerCompletionItemProvider(
      { pattern: `**/${CODEBOOK_NAME}` },
      schemaCompletions('codebook', context.extensionUri),
      ' ',
    ),
    vscode.workspace.onDidChangeWorkspaceFolders(() => openFolders(corpus)),
  );
  const parts: CommandParts = {
    context,
    settings,
    tagging,
    review,
    corpus,
    session,
    store,
    analysis,
    view,
    history,
    index,
    links,
    listed,
    sourceIndex,
    across,
    speakers,
    team,
    agreement,
    renamed,
    codebooks,
    authorChoice,
    documents,
    annotations,
    sources,
    notes,
    report,
    taggingMode,
  };
  commands.take(async () => {
    const { commandsOf } = await import('./commands');
    return commandsOf(parts);
  });
  openFolders(corpus);
  const contributions = {
    textDocuments,
    highlights,
    inlayHints,
    tagActions,
    notes,
    sidecarProblems,
    documents,
    annotations,
  };
  return { corpus, store, analysis, documents, annotations, sources, sourceIndex, notes, teamStatus, contributions };
}

/** Takes the workspace's folders; the documents view shows that it is at it. */
function openFolders(corpus: Corpus): void {
  void vscode.window.withProgress({ location: { viewId: VIEWS.documents } }, () =>
    corpus.setFolders(workspaceFolders()),
  );
}
