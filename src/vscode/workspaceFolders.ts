import * as vscode from 'vscode';
import { type Folder } from '../app/ports';

/** The workspace's folders as the corpus takes them. */
export const workspaceFolders = (): readonly Folder[] =>
  (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ uri: uri.toString().replace(/\/$/, ''), name }));
