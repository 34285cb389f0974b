import * as vscode from 'vscode';
import { type Membership } from '../../app/ports';
import { CODEBOOK_NAME, SIDECAR_SUFFIX } from '../../core/sidecar/sidecarName';
import { workspaceArticleFiles } from './articleFiles';
import { isMissing } from './isMissing';

const ADOPTED = 'pressmark.adoptedFolders';

/** Folders looked into, at the most, where the file system has no search of its own. */
const MAX_FOLDERS_WALKED = 500;

/** VS Code's own search. On any other file system it waits for an extension that searches there, for good where there is none. */
const isSearched = (uri: vscode.Uri): boolean => uri.scheme === 'file' || uri.scheme === 'vscode-remote';

/** Which folders are corpora: what the user said in this workspace, else a codebook or a sidecar on disk. */
export class WorkspaceMembership implements Membership {
  constructor(private readonly memento: vscode.Memento) {}

  isAdopted(folder: string): boolean {
    return this.adopted().includes(folder);
  }

  async setAdopted(folder: string, adopted: boolean): Promise<void> {
    const others = this.adopted().filter(other => other !== folder);
    await this.memento.update(ADOPTED, adopted ? [...others, folder] : others);
  }

  async holdsMarkers(folder: string): Promise<boolean> {
    const uri = vscode.Uri.parse(folder);
    if (await isThere(vscode.Uri.joinPath(uri, CODEBOOK_NAME))) return true;
    if (!isSearched(uri)) return this.walkFinds(folder);
    const pattern = new vscode.RelativePattern(uri, `**/*${SIDECAR_SUFFIX}`);
    return (await vscode.workspace.findFiles(pattern, '**/node_modules/**', 1)).length > 0;
  }

  private async walkFinds(folder: string): Promise<boolean> {
    const signal = new AbortController();
    const skip = (path: string): boolean => /(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path);
    let folders = 0;
    for await (const batch of workspaceArticleFiles.walk(folder, skip, signal.signal)) {
      if (batch.some(file => file.path.endsWith(SIDECAR_SUFFIX))) return true;
      if (++folders >= MAX_FOLDERS_WALKED) return false;
    }
    return false;
  }

  private adopted(): readonly string[] {
    return this.memento.get<readonly string[]>(ADOPTED, []);
  }
}

/** Rejects where that cannot be told. */
async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
