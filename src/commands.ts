import type * as vscode from 'vscode';
import { type AcrossSources } from './app/acrossSources';
import { type Analysis } from './app/analysis';
import { type AnnotationIndex } from './app/annotationIndex';
import { type AnnotationStore } from './app/annotationStore';
import { type Codebooks } from './app/codebooks';
import { type Corpus } from './app/corpus';
import { type CorpusSession } from './app/corpusSession';
import { type CorpusView } from './app/corpusView';
import { type History } from './app/history';
import { type LinkIndex } from './app/linkIndex';
import { type ListedLinks } from './app/listedLinks';
import { type RenamedArticles } from './app/renamedArticles';
import { type SourceIndex } from './app/sourceIndex';
import { type Speakers } from './app/speakers';
import { type TeamWork } from './app/teamWork';
import { type Visibility } from './app/visibility';
import { workspaceArticleFiles } from './vscode/adapters/articleFiles';
import { systemClock } from './vscode/adapters/clock';
import { type StoredVisibilityChoice } from './vscode/adapters/visibilityChoice';
import { adjudicate, nextDifference } from './vscode/commands/adjudicate';
import { authorModes } from './vscode/commands/authorMode';
import { AdjustPassage } from './vscode/commands/adjustPassage';
import { acceptPlace, goToNearest, reattach } from './vscode/commands/attention';
import { clearDocumentFilter, editFacts, filterDocuments, openSidecar } from './vscode/commands/documents';
import { compareWith, compareWithOriginal } from './vscode/commands/compareDocuments';
import { createCodebook } from './vscode/commands/createCodebook';
import { dismissHighlight, restoreHighlights } from './vscode/commands/dismissHighlight';
import { EditAnnotation } from './vscode/commands/editAnnotation';
import { type BulkParts, editSelected, removeSelected } from './vscode/commands/editSelected';
import { exportCommand } from './vscode/commands/exportAnnotations';
import { clearAnnotationFilter, filterAnnotations } from './vscode/commands/filterAnnotations';
import { leaveFolder, refresh, useFolder } from './vscode/commands/folders';
import { GoToPassage } from './vscode/commands/goToPassage';
import { groupAnnotationsBy } from './vscode/commands/groupAnnotations';
import { groupDocuments } from './vscode/commands/groupDocuments';
import { chooseHighlights, goToHighlight, toggleHighlights } from './vscode/commands/highlighting';
import { importCommand } from './vscode/commands/importAnnotations';
import { NoteCommands } from './vscode/commands/notes';
import { LinkCommands } from './vscode/commands/links';
import { openAnnotationsRow, openDocumentsRow } from './vscode/commands/openRow';
import { passCommands } from './vscode/commands/passes';
import { showAgreement } from './vscode/commands/showAgreement';
import { openReport, saveReport } from './vscode/commands/report';
import { openSamples, openWalkthrough } from './vscode/commands/firstRun';
import { reattachSidecar } from './vscode/commands/reattachSidecar';
import { RemoveAnnotation } from './vscode/commands/removeAnnotation';
import { goToUnreviewed, toggleReviewed } from './vscode/commands/reviewing';
import { renameCode } from './vscode/commands/renameCode';
import { resolveMarkers } from './vscode/commands/resolveMarkers';
import { SavedFilters, saveAnnotationFilter, savedAnnotationFilters } from './vscode/commands/savedFilters';
import { sortAnnotationsBy } from './vscode/commands/sortAnnotations';
import { openSourcesRow, quotesOfSpeaker, sourcesScopes } from './vscode/commands/sources';
import { redoChange, undoChange } from './vscode/commands/stepHistory';
import { tagSameAs } from './vscode/commands/tagSameAs';
import { tagFinding } from './vscode/commands/tagFinding';
import { type TaggingMode } from './vscode/commands/taggingMode';
import { type TaggingParts, TagPassage } from './vscode/commands/tagPassage';
import { tagSpeaker } from './vscode/commands/tagSpeaker';
import { traceQuote } from './vscode/commands/traceQuote';
import { type AgreementDocuments } from './vscode/editor/agreementDocuments';
import { type NoteThreads } from './vscode/editor/noteThreads';
import { COMMANDS } from './vscode/names';
import { type Settings } from './vscode/settings';
import { type AnnotationsView } from './vscode/views/annotationsView';
import { type DocumentsView } from './vscode/views/documentsView';
import { type ReportPanel } from './vscode/views/reportPanel';
import { type SourcesView } from './vscode/views/sourcesView';
import { type Command } from './vscode/commands/command';

/** What commands work on. */
export interface CommandParts {
  readonly context: vscode.ExtensionContext;
  readonly settings: Settings;
  readonly tagging: TaggingParts & { readonly visibility: Visibility };
  readonly review: BulkParts;
  readonly corpus: Corpus;
  readonly session: CorpusSession;
  readonly store: AnnotationStore;
  readonly analysis: Analysis;
  readonly view: CorpusView;
  readonly history: History;
  readonly index: AnnotationIndex;
  readonly links: LinkIndex;
  readonly listed: ListedLinks;
  readonly sourceIndex: SourceIndex;
  readonly across: AcrossSources;
  readonly speakers: Speakers;
  readonly team: TeamWork;
  readonly agreement: AgreementDocuments;
  readonly renamed: RenamedArticles;
  readonly codebooks: Codebooks;
  readonly authorChoice: StoredVisibilityChoice;
  readonly documents: DocumentsView;
  readonly annotations: AnnotationsView;
  readonly sources: SourcesView;
  readonly notes: NoteThreads;
  readonly report: ReportPanel;
  readonly taggingMode: TaggingMode;
}

/** Every command, connected with what it works on; loaded when the first is called. */
export function commandsOf(parts: CommandParts): readonly Command[] {
  const { context, settings, tagging, review, corpus, session, store, analysis, view, history, index, links, listed } =
    parts;
  const { sourceIndex, across, speakers, team, agreement, renamed, codebooks, authorChoice } = parts;
  const { documents, annotations, sources, notes, report, taggingMode } = parts;
  const { author, visibility } = tagging;
  const exchange = { articles: workspaceArticleFiles, store, visibility, clock: systemClock, view, codebooks, history };
  const savedFilters = new SavedFilters(context.workspaceState);
  const edit = new EditAnnotation(tagging, store);
  const remove = new RemoveAnnotation(analysis, store, history, visibility);
  const goToPassage = new GoToPassage(analysis, store);
  const linking = { ...tagging, corpus, store, sources: across };
  const linkCommands = new LinkCommands({ ...linking, links, listed, index, sourceIndex, annotations, goToPassage });
  context.subscriptions.push(linkCommands);
  const titleOf = (uri: string): string | undefined => view.overview(uri)?.title;
  return [
    new TagPassage(tagging, edit, store),
    edit,
    remove,
    goToPassage,
    ...new NoteCommands(tagging, store, notes, goToPassage).commands,
    reattach(tagging),
    acceptPlace(tagging),
    goToNearest(tagging),
    undoChange(history, titleOf),
    redoChange(history, titleOf),
    openDocumentsRow(documents, view, goToPassage),
    openAnnotationsRow(annotations, goToPassage, link => linkCommands.show(link, true)),
    ...linkCommands.commands,
    openSidecar(store, visibility),
    resolveMarkers(store),
    reattachSidecar(renamed),
    editFacts(view, history),
    createCodebook(corpus),
    renameCode(tagging, store),
    useFolder(corpus),
    leaveFolder(corpus),
    refresh(session),
    toggleHighlights(settings),
    chooseHighlights(settings),
    goToHighlight(COMMANDS.nextHighlight, analysis, settings, 1),
    goToHighlight(COMMANDS.previousHighlight, analysis, settings, -1),
    goToHighlight(COMMANDS.nextUntagged, analysis, settings, 1, 'untagged'),
    goToHighlight(COMMANDS.previousUntagged, analysis, settings, -1, 'untagged'),
    ...taggingMode.commands,
    tagSameAs(tagging, store),
    dismissHighlight(tagging, remove),
    restoreHighlights(tagging, store),
    tagSpeaker(tagging, settings),
    new AdjustPassage(tagging, store),
    groupAnnotationsBy(annotations),
    sortAnnotationsBy(annotations),
    filterAnnotations({ annotations, index, saved: savedFilters }),
    clearAnnotationFilter(annotations),
    saveAnnotationFilter(annotations, savedFilters),
    savedAnnotationFilters(annotations, savedFilters),
    toggleReviewed(review),
    goToUnreviewed(COMMANDS.nextToReview, annotations, goToPassage, 1),
    goToUnreviewed(COMMANDS.previousToReview, annotations, goToPassage, -1),
    editSelected(review, edit),
    removeSelected(review),
    ...authorModes(authorChoice),
    ...passCommands({ corpus, store, view, history, author, clock: systemClock }),
    showAgreement(team, corpus, document => agreement.pageOf(document)),
    adjudicate({ ...tagging, team }),
    nextDifference({ ...tagging, team }),
    exportCommand(exchange),
    importCommand(exchange),
    openReport(report),
    saveReport(report),
    openSamples(context.extensionUri),
    openWalkthrough(context.extension.id),
    filterDocuments(documents),
    clearDocumentFilter(documents),
    ...groupDocuments(documents),
    compareWith(view, sourceIndex),
    compareWithOriginal(view, sourceIndex),
    traceQuote(across, sourceIndex, analysis),
    ...sourcesScopes(sources),
    openSourcesRow(sources),
    tagFinding(linking, sources),
    quotesOfSpeaker({ analysis, sources: across, speakers, view }),
  ];
}
