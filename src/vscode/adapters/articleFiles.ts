import * as vscode from 'vscode';
import { type ArticleFiles, type ArticleReading, type FileEntry, MAX_ARTICLE_SIZE } from '../../app/ports';
import { fileStamp } from '../../core/corpus/fileStamp';
import { canonicalText } from '../../core/text/canonicalText';
import { isMissing } from './isMissing';

/** A NUL this early tells a binary file, as git and VS Code tell it. */
const BINARY_PROBE_BYTES = 8192;

/** Reads articles through the workspace's file systems, as the editor would decode them. */
export const workspaceArticleFiles: ArticleFiles = {
  async *walk(folder, skip, signal): AsyncIterable<readonly FileEntry[]> {
    const pending: { readonly uri: vscode.Uri; readonly path: string }[] = [
      { uri: vscode.Uri.parse(folder), path: '' },
    ];
    for (let next = pending.pop(); next && !signal.aborted; next = pending.pop()) {
      const { uri, path } = next;
      const files: FileEntry[] = [];
      for (const [name, type] of await (path ? readFolder(uri) : readTop(uri))) {
        const below = path ? `${path}/${name}` : name;
        const child = vscode.Uri.joinPath(uri, name);
        // A linked folder is not entered: it could lead out of the workspace, or around in a circle.
        if (type === vscode.FileType.Directory) {
          if (!skip(below)) pending.push({ uri: child, path: below });
        } else if (type & vscode.FileType.File) files.push({ uri: child.toString(), path: below });
      }
      yield files;
    }
  },

  async isFolder(uri): Promise<boolean> {
    try {
      return (await vscode.workspace.fs.stat(vscode.Uri.parse(uri))).type === vscode.FileType.Directory;
    } catch {
      return false;
    }
  },

  async read(address): Promise<ArticleReading> {
    const uri = vscode.Uri.parse(address);
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      if (size > MAX_ARTICLE_SIZE) return { kind: 'tooLarge', bytes: size };
      const bytes = await vscode.workspace.fs.readFile(uri);
      const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
      if (!isUtf16 && bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return { kind: 'binary' };
      const text = canonicalText(await vscode.workspace.decode(bytes, { uri }));
      return {
        kind: 'text',
        text,
        undecodable: text.includes('\ufffd') && !isUtf16 && !isUtf8(bytes),
        stamp: fileStamp(mtime, size),
      };
    } catch (error) {
      if (isMissing(error)) return { kind: 'missing' };
      return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
  },

  async stampOf(address): Promise<string | undefined> {
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(address));
      return fileStamp(mtime, size);
    } catch {
      return undefined; // Reading it will tell why.
    }
  },
};

/** As readFolder, but one that may be there and does not answer is told from one that is gone: its server may be away for a moment. */
async function readTop(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(uri);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readFolder(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(uri);
  } catch {
    return []; // It vanished, or is not ours to read: what can be read is listed.
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
