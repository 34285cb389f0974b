import * as vscode from 'vscode';
import { FirstLook } from './app/firstLook';
import { CODEBOOK_NAME } from './core/sidecar/sidecarName';
import type { TestAccess } from './extension';
import type { LocalFiles } from './node/localFiles';
import { systemClock } from './vscode/adapters/clock';
import { workspaceFileWatch } from './vscode/adapters/fileWatch';
import { WorkspaceMembership } from './vscode/adapters/membership';
import { LateCommands } from './vscode/commands/lateCommands';
import { showError } from './vscode/messages';
import { SIDECAR_LANGUAGE, VIEWS } from './vscode/names';
import { Parts } from './vscode/parts';
import type { AnnotationsNode } from './vscode/views/annotationsView';
import type { DocumentsNode } from './vscode/views/documentsView';
import { LateTree } from './vscode/views/lateTree';
import type { SourcesNode } from './vscode/views/sourcesView';
import { workspaceFolders } from './vscode/workspaceFolders';

/** The build connects this to the other files of Pressmark's code (parts.mjs). */
export const parts = new Parts(systemClock);

/** What a host without files of its own calls: the web worker. */
export function activate(context: vscode.ExtensionContext): Promise<TestAccess> | undefined {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web');
  parts.readWith(async file =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file))),
  );
  return start(context);
}

/**
 * Registers what VS Code may ask for, and loads all else (extension.ts) once there is a corpus, or something is asked. Returns something to
 * tests only. `localFiles` where the host has files of its own.
 */
export function start(context: vscode.ExtensionContext, localFiles?: LocalFiles): Promise<TestAccess> | undefined {
  let features: Promise<TestAccess> | undefined;
  const wake = (): Promise<TestAccess> => {
    features ??= open().catch((error: unknown) => {
      features = undefined; // What could not be read may be readable later.
      const reason = error instanceof Error ? error.message : String(error);
      void showError(
        vscode.l10n.t(
          'Pressmark could not load its own files ({0}). Reload the window; if that does not help, install Pressmark again.',
          reason,
        ),
      );
      throw error;
    });
    return features;
  };
  const wakeAlone = (): void => void wake().catch(() => undefined);
  const look = new FirstLook(new WorkspaceMembership(context.workspaceState), workspaceFileWatch, wakeAlone);
  const rows = { showCollapseAll: true };
  const trees = {
    documents: new LateTree<DocumentsNode>(VIEWS.documents, rows, wake),
    annotations: new LateTree<AnnotationsNode>(
      VIEWS.annotations,
      { ...rows, canSelectMany: true, manageCheckboxStateManually: true },
      wake,
    ),
    sources: new LateTree<SourcesNode>(VIEWS.sources, rows, wake),
  };
  const commands = new LateCommands(wake);
  const open = async (): Promise<TestAccess> => {
    const { openFeatures } = await import('./extension');
    const access = openFeatures(context, { localFiles, membership: look.handedOver, trees, commands });
    waiting.dispose();
    return access;
  };

  // A codebook or a sidecar is checked and completed wherever it is opened.
  const wakeFor = ({ languageId, uri }: vscode.TextDocument): void => {
    if (languageId === SIDECAR_LANGUAGE || uri.path.endsWith(`/${CODEBOOK_NAME}`)) wakeAlone();
  };
  const takeFolders = (): void => void look.setFolders(workspaceFolders().map(({ uri }) => uri));
  const waiting = vscode.Disposable.from(
    look,
    vscode.workspace.onDidOpenTextDocument(wakeFor),
    vscode.workspace.onDidChangeWorkspaceFolders(takeFolders),
  );
  context.subscriptions.push(waiting, ...Object.values(trees), commands);
  vscode.workspace.textDocuments.forEach(wakeFor);
  takeFolders();
  return context.extensionMode === vscode.ExtensionMode.Test ? wake() : undefined;
}
