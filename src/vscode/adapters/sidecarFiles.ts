import * as vscode from 'vscode';
import { type FoundSidecar, type SidecarFiles, type SidecarReading, type SidecarUpdate } from '../../app/ports';
import { RecentVersions } from '../../app/recentVersions';
import { changeBetween } from '../../core/text/change';
import type { LocalFiles } from '../../node/localFiles';
import { isMissing } from './isMissing';

/** Far above any sidecar a person makes; parsing more would hold the host up. */
const MAX_SIDECAR_BYTES = 50 * 1024 * 1024;

/** A document with changes that are not on disk yet, at this address. */
const dirtyDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(document => document.isDirty && document.uri.toString() === uri.toString());

/** Where there is no lock: so often is a change made again because somebody wrote first. */
const MAX_ATTEMPTS = 100;

/** Sidecars on the workspace's file systems. Where one is open with unsaved changes, it is read and changed in its editor. */
export class WorkspaceSidecarFiles implements SidecarFiles {
  private readonly recent = new RecentVersions();

  /** `localFiles`: where the host has files of its own; there windows and programs take turns. */
  constructor(private readonly localFiles?: LocalFiles) {}

  async read(address: string): Promise<SidecarReading> {
    const uri = vscode.Uri.parse(address);
    const edited = dirtyDocument(uri);
    if (edited) return { kind: 'source', source: edited.getText() };
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > MAX_SIDECAR_BYTES)
        return { kind: 'unreadable', reason: vscode.l10n.t('The file is larger than 50 MB.') };
      const bytes = await vscode.workspace.fs.readFile(uri);
      return { kind: 'source', source: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
    } catch (error) {
      if (isMissing(error)) return { kind: 'missing' };
      if (error instanceof TypeError) return { kind: 'unreadable', reason: notUtf8() };
      return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async update(address: string, change: (found: FoundSidecar) => string | undefined): Promise<SidecarUpdate> {
    const uri = vscode.Uri.parse(address);
    const reading = await this.read(address);
    const edited = dirtyDocument(uri);
    if (edited) {
      // What stands in an editor is what somebody sees there: nothing is put back behind his back.
      const found = { kind: 'source', source: edited.getText() } as const;
      const source = change({ reading: found, at: 0, versions: [] });
      if (source === undefined) return 'unchanged';
      await replaceText(edited, source);
      return 'written';
    }
    const writeProtected = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false;
    if (writeProtected) {
      if (change({ reading, at: 0, versions: [] }) === undefined) return 'unchanged';
      throw new Error(vscode.l10n.t('This folder is on a file system that is read-only.'));
    }
    const { localFiles } = this;
    try {
      if (uri.scheme !== 'file' || !localFiles || reading.kind === 'unreadable')
        return await this.updateElsewhere(uri, reading, change);
      return await localFiles.update(uri.fsPath, ({ source, at, versions }) =>
        change({ reading: source === undefined ? { kind: 'missing' } : { kind: 'source', source }, at, versions }),
      );
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
        throw new Error(notUtf8(), { cause: error });
      const code = error instanceof vscode.FileSystemError ? error.code : '';
      const isReadOnly = code === 'NoPermissions' || /EACCES|EPERM|EROFS|read-?only/i.test(String(error));
      if (isReadOnly) throw new Error(vscode.l10n.t('The file or its folder is read-only.'), { cause: error });
      throw error;
    }
  }

  /** A rename would be no safer than writing right after another look: VS Code deletes what it renames over before it renames. */
  private async updateElsewhere(
    uri: vscode.Uri,
    first: SidecarReading,
    change: (found: FoundSidecar) => string | undefined,
  ): Promise<SidecarUpdate> {
    const address = uri.toString();
    let reading = first;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const at = performance.now();
      if (reading.kind === 'missing') this.recent.forget(address);
      const source = change({ reading, at, versions: this.recent.list(address, at) });
      if (source === undefined) return 'unchanged';
      const before = textOf(reading);
      reading = await this.read(address);
      if (textOf(reading) !== before) continue;
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(source));
      this.recent.note(address, before, source, performance.now());
      return 'written';
    }
    return 'contested';
  }
}

const textOf = (reading: SidecarReading): string | undefined =>
  reading.kind === 'source' ? reading.source : undefined;

const notUtf8 = (): string =>
  vscode.l10n.t('The file is not UTF-8. Open it with “Reopen with Encoding” and save it as UTF-8.');

/** Changes only the lines that differ, so that the editor's undo and cursor stay useful. */
async function replaceText(document: vscode.TextDocument, source: string): Promise<void> {
  const before = document.getText();
  const normalised = document.eol === vscode.EndOfLine.CRLF ? source.replace(/\r?\n/g, '\r\n') : source;
  const change = changeBetween(before, normalised);
  if (!change) return;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(change.start), document.positionAt(change.end));
  edit.replace(document.uri, range, change.text);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('The editor that has the file open refused the change.'));
}
