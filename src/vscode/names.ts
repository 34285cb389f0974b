/**
 * Every id that package.json and the code share, declared once. test/unit/manifest.test.ts checks the two against each other.
 */
export const COMMANDS = {
  tagPassage: 'pressmark.tagPassage',
  editAnnotation: 'pressmark.editAnnotation',
  removeAnnotation: 'pressmark.removeAnnotation',
  goToPassage: 'pressmark.goToPassage',
  addNote: 'pressmark.addNote',
  openNote: 'pressmark.openNote',
  nextNote: 'pressmark.goToNextNote',
  previousNote: 'pressmark.goToPreviousNote',
  replyToNote: 'pressmark.replyToNote',
  editComment: 'pressmark.editComment',
  saveComment: 'pressmark.saveComment',
  cancelComment: 'pressmark.cancelComment',
  deleteComment: 'pressmark.deleteComment',
  resolveNote: 'pressmark.resolveNote',
  reopenNote: 'pressmark.reopenNote',
  reattach: 'pressmark.reattachAnnotation',
  acceptPlace: 'pressmark.acceptPlace',
  goToNearest: 'pressmark.goToNearestPlace',
  linkPassage: 'pressmark.linkToPassage',
  markForLink: 'pressmark.markPassageForLink',
  linkMarked: 'pressmark.linkMarkedPassage',
  goToLinked: 'pressmark.goToLinkedPassage',
  changeLink: 'pressmark.changeLink',
  repairLink: 'pressmark.repairLink',
  removeLink: 'pressmark.removeLink',
  undo: 'pressmark.undoLastAnnotationChange',
  redo: 'pressmark.redoAnnotationChange',
  openDocumentsRow: 'pressmark.openDocumentsRow',
  openAnnotationsRow: 'pressmark.openAnnotationsRow',
  openSidecar: 'pressmark.openSidecar',
  resolveMarkers: 'pressmark.resolveConflictMarkers',
  reattachSidecar: 'pressmark.reattachSidecar',
  editFacts: 'pressmark.editDocumentFacts',
  createCodebook: 'pressmark.createCodebook',
  renameCode: 'pressmark.renameCode',
  useFolder: 'pressmark.useFolderAsCorpus',
  leaveFolder: 'pressmark.stopUsingFolderAsCorpus',
  refresh: 'pressmark.refresh',
  toggleHighlights: 'pressmark.toggleHighlights',
  chooseHighlights: 'pressmark.chooseHighlights',
  nextHighlight: 'pressmark.goToNextHighlight',
  previousHighlight: 'pressmark.goToPreviousHighlight',
  nextUntagged: 'pressmark.goToNextUntaggedHighlight',
  previousUntagged: 'pressmark.goToPreviousUntaggedHighlight',
  startTagging: 'pressmark.startTaggingMode',
  stopTagging: 'pressmark.leaveTaggingMode',
  taggingKey: 'pressmark.taggingKey',
  taggingKeys: 'pressmark.showTaggingKeys',
  repeatTag: 'pressmark.repeatLastTag',
  tagSameAs: 'pressmark.tagSameAs',
  acceptProposal: 'pressmark.acceptProposedReliability',
  dismissHighlight: 'pressmark.dismissHighlight',
  restoreHighlights: 'pressmark.restoreDismissedHighlights',
  tagSpeaker: 'pressmark.tagAllQuotesOfSpeaker',
  adjustPassage: 'pressmark.adjustPassage',
  groupAnnotations: 'pressmark.groupAnnotationsBy',
  sortAnnotations: 'pressmark.sortAnnotationsBy',
  filterAnnotations: 'pressmark.filterAnnotations',
  clearAnnotationFilter: 'pressmark.clearAnnotationFilter',
  saveAnnotationFilter: 'pressmark.saveAnnotationFilter',
  savedAnnotationFilters: 'pressmark.showSavedAnnotationFilters',
  toggleReviewed: 'pressmark.toggleReviewed',
  nextToReview: 'pressmark.goToNextToReview',
  previousToReview: 'pressmark.goToPreviousToReview',
  editSelected: 'pressmark.editSelectedAnnotations',
  removeSelected: 'pressmark.removeSelectedAnnotations',
  showEveryone: 'pressmark.showEveryonesAnnotations',
  showMine: 'pressmark.showMyAnnotations',
  showOthers: 'pressmark.showOthersAnnotations',
  markPassDone: 'pressmark.markMyPassDone',
  reopenPass: 'pressmark.reopenMyPass',
  markFolderPassDone: 'pressmark.markMyPassDoneInFolder',
  showAgreement: 'pressmark.showAgreement',
  adjudicate: 'pressmark.adjudicate',
  nextDifference: 'pressmark.goToNextDifference',
  exportAnnotations: 'pressmark.exportAnnotations',
  importAnnotations: 'pressmark.importAnnotations',
  openReport: 'pressmark.openReport',
  saveReport: 'pressmark.saveReport',
  openSamples: 'pressmark.openSampleCorpus',
  openWalkthrough: 'pressmark.openWalkthrough',
  filterDocuments: 'pressmark.filterDocuments',
  clearDocumentFilter: 'pressmark.clearDocumentFilter',
  groupByStory: 'pressmark.groupDocumentsByStory',
  groupByFolder: 'pressmark.groupDocumentsByFolder',
  compareWith: 'pressmark.compareWith',
  compareWithOriginal: 'pressmark.compareWithOriginal',
  traceQuote: 'pressmark.traceQuote',
  showSourcesOfDocument: 'pressmark.showQuotesAndClaimsOfDocument',
  showSourcesOfCorpus: 'pressmark.showQuotesAndClaimsOfCorpus',
  openSourcesRow: 'pressmark.openQuotesAndClaimsRow',
  quotesOfSpeaker: 'pressmark.showQuotesOfSpeaker',
  tagFinding: 'pressmark.tagFinding',
} as const;

export const VIEWS = {
  container: 'pressmark',
  documents: 'pressmark.documents',
  annotations: 'pressmark.annotations',
  sources: 'pressmark.quotesAndClaims',
} as const;

/** The type of the report's panel, for `activeWebviewPanelId`. */
export const REPORT_PANEL = 'pressmark.report';

/** The walkthrough that package.json contributes. */
export const WALKTHROUGH = 'start';

/** Context keys, for `when` clauses. */
export const CONTEXT_KEYS = {
  /** Why the documents view is empty, or 'ready'. */
  corpusState: 'pressmark.corpusState',
  /** The active editor shows an article of the corpus. */
  inDocument: 'pressmark.inDocument',
  /** The corpus has at least one annotation. */
  hasAnnotations: 'pressmark.hasAnnotations',
  isFiltered: 'pressmark.documentsFiltered',
  /** How documents are grouped: 'folder' or 'story'. */
  documentGrouping: 'pressmark.documentGrouping',
  /** Articles are compared with one another. */
  comparesSources: 'pressmark.comparesSources',
  /** What quotes and claims are shown of: 'document' or 'corpus'. */
  sourcesScope: 'pressmark.quotesAndClaimsScope',
  /** Whether the annotations view is filtered: 'off', 'on', or 'empty' where nothing passes. */
  annotationFilter: 'pressmark.annotationFilter',
  /** Whose annotations are shown: 'all', 'mine' or 'others'. */
  authors: 'pressmark.authors',
  /** The active article is annotated by a pass that its reader has marked done. */
  passDone: 'pressmark.passDone',
  /** Letters and digits tag instead of being typed. */
  tagging: 'pressmark.tagging',
  /** The cursor is in an annotated passage. */
  inPassage: 'pressmark.inPassage',
  /** A passage is marked, to be linked to another. */
  hasLinkMark: 'pressmark.hasLinkMark',
} as const;

/** The controller of notes in editors, and what menus ask of a thread (`commentThread ==`) and of a comment in it (`comment ==`). */
export const NOTES = {
  controller: 'pressmark.notes',
  thread: { open: 'open', resolved: 'resolved', draft: 'draft' },
  comment: { own: 'own', others: 'others' },
} as const;

export const SETTINGS = {
  section: 'pressmark',
  include: 'include',
  exclude: 'exclude',
  author: 'author',
  doubleBlind: 'doubleBlind',
  language: 'language',
  compareSources: 'compareSources',
  highlightsEnabled: 'highlights.enabled',
  highlightKinds: 'highlights.kinds',
  inlayHints: 'inlayHints',
} as const;

/** Colours that package.json contributes. */
export const COLORS = {
  quoteDirect: 'pressmark.quoteDirect',
  quotePartial: 'pressmark.quotePartial',
  quoteScare: 'pressmark.quoteScare',
  quoteTitle: 'pressmark.quoteTitle',
  quoteUnmarked: 'pressmark.quoteUnmarked',
  quoteIndirect: 'pressmark.quoteIndirect',
  quoteBackground: 'pressmark.quoteBackground',
  claim: 'pressmark.claim',
  claimBackground: 'pressmark.claimBackground',
  annotationBackground: 'pressmark.annotationBackground',
  annotationFavor: 'pressmark.annotationFavor',
  annotationAgainst: 'pressmark.annotationAgainst',
  annotationNeutral: 'pressmark.annotationNeutral',
  annotationUnclear: 'pressmark.annotationUnclear',
  annotationOther: 'pressmark.annotationOther',
} as const;

export const SIDECAR_LANGUAGE = 'pressmark-sidecar';
