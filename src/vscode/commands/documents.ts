import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Visibility } from '../../app/visibility';
import { type CorpusView } from '../../app/corpusView';
import { type History } from '../../app/history';
import { sidecarUriOf } from '../../app/sidecarUri';
import { type DocumentFacts } from '../../core/annotation/model';
import { type DocumentsView } from '../views/documentsView';
import { showInformation, showWarning } from '../messages';
import { COMMANDS } from '../names';
import { askText, runWizard, type Step } from '../pickers/wizard';
import { type Command } from './command';
import { reportOutcome } from './outcome';
import { activeDocument, annotationReferenceIn, documentIn } from './references';

/** Opens a document's sidecar, at the annotation that is meant. */
export const openSidecar = (store: AnnotationStore, visibility: Visibility): Command => ({
  id: COMMANDS.openSidecar,
  run: async argument => {
    const uri = documentIn(argument) ?? activeDocument();
    if (!uri) return;
    const sidecar = vscode.Uri.parse(sidecarUriOf(uri));
    const state = store.state(uri);
    if (!state) {
      void showInformation(vscode.l10n.t('This document has no sidecar yet: nothing in it is tagged.'));
      return;
    }
    if (visibility.isWithheld(uri, store.passes(uri)) && !(await mayUnblind())) return;
    const document = await vscode.workspace.openTextDocument(sidecar);
    const id = annotationReferenceIn(argument)?.id;
    const stored = state.parsed?.annotations.find(annotation => annotation.id === id);
    const at = document.positionAt(stored?.source.start ?? 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  },
});

/** A sidecar holds everybody's annotations, and blind annotators open it on purpose or not at all. */
async function mayUnblind(): Promise<boolean> {
  const open = vscode.l10n.t('Open All the Same');
  const chosen = await showWarning(
    vscode.l10n.t('The sidecar shows others’ annotations, and this folder is annotated double-blind.'),
    { modal: true, detail: vscode.l10n.t('Mark your pass over the article done before you look.') },
    open,
  );
  return chosen === open;
}

/** Corrects what is known of a document: title, publisher, date and address. Kept in its sidecar. */
export const editFacts = (view: CorpusView, history: History): Command => ({
  id: COMMANDS.editFacts,
  run: async argument => {
    const uri = documentIn(argument) ?? activeDocument();
    const overview = uri === undefined ? undefined : view.overview(uri);
    if (!uri || !overview) return;
    const facts = await runWizard<DocumentFacts>(
      vscode.l10n.t('Facts of “{0}”', overview.title),
      [
        factStep('title', vscode.l10n.t('Title')),
        factStep('publisher', vscode.l10n.t('Publisher')),
        factStep('date', vscode.l10n.t('Date of publication, for example 2026-11-22')),
        factStep('url', vscode.l10n.t('Address on the web')),
      ],
      overview.facts,
    );
    if (!facts) return;
    const change = () => history.change(uri, { kind: 'facts', facts }, facts);
    await reportOutcome(uri, await change(), change);
  },
});

function factStep(key: keyof DocumentFacts, prompt: string): Step<DocumentFacts> {
  return {
    applies: () => true,
    ask: async (facts, place) => {
      const result = await askText(place, { prompt, placeholder: '', value: facts[key] ?? '' });
      if (result.kind === 'back' || result.kind === 'cancel') return result;
      return { kind: result.kind, value: { ...facts, [key]: result.value === '' ? undefined : result.value } };
    },
  };
}

/** Shows only documents with certain words in title, publisher or path. */
export const filterDocuments = (documents: DocumentsView): Command => ({
  id: COMMANDS.filterDocuments,
  run: async () => {
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Documents'),
      prompt: vscode.l10n.t('Words in the title, the publisher or the path. Empty shows all.'),
      value: documents.filterText,
    });
    if (text !== undefined) await documents.setFilter(text);
  },
});

/** Shows all documents again. */
export const clearDocumentFilter = (documents: DocumentsView): Command => ({
  id: COMMANDS.clearDocumentFilter,
  run: () => documents.setFilter(''),
});
