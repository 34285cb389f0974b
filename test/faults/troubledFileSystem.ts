import * as vscode from 'vscode';
import { setTimeout as pause } from 'node:timers/promises';
import { MemoryFileSystem } from '../host/harness/memoryFileSystem';

/** How the file system fares. `away`: no call is answered; `failing`: every other one. `slow`: each takes its time. */
export type Trouble = 'none' | 'away' | 'failing' | 'full' | 'forbidden' | 'slow';

const SLOW_MS = 20;

/** Files in memory that cannot always be had, and watchers that are counted. */
export class TroubledFileSystem implements vscode.FileSystemProvider {
  private readonly files = new MemoryFileSystem();
  private calls = 0;
  readonly onDidChangeFile = this.files.onDidChangeFile;
  trouble: Trouble = 'none';
  /** Watchers that VS Code asked for and has not given back. */
  watchers = 0;

  watch(): vscode.Disposable {
    this.watchers++;
    return new vscode.Disposable(() => this.watchers--);
  }

  /** A file's text, in any trouble; empty where there is none. */
  peek(uri: vscode.Uri): string {
    try {
      return new TextDecoder().decode(this.files.readFile(uri));
    } catch {
      return '';
    }
  }

  stat = this.troubled('stat', false);
  readDirectory = this.troubled('readDirectory', false);
  readFile = this.troubled('readFile', false);
  createDirectory = this.troubled('createDirectory', true);
  writeFile = this.troubled('writeFile', true);
  delete = this.troubled('delete', true);
  rename = this.troubled('rename', true);

  private troubled<
    K extends 'stat' | 'readDirectory' | 'readFile' | 'createDirectory' | 'writeFile' | 'delete' | 'rename',
  >(name: K, writes: boolean): (...args: Parameters<MemoryFileSystem[K]>) => Promise<ReturnType<MemoryFileSystem[K]>> {
    return async (...args) => {
      const call = this.calls++;
      if (this.trouble === 'slow') await pause(SLOW_MS);
      if (this.trouble === 'away' || (this.trouble === 'failing' && call % 2))
        throw vscode.FileSystemError.Unavailable('The server is away.');
      if (this.trouble === 'forbidden' && writes) throw vscode.FileSystemError.NoPermissions('No leave to write.');
      if (this.trouble === 'full' && writes) throw new Error('ENOSPC: no space left on device');
      const method = this.files[name] as (...args: Parameters<MemoryFileSystem[K]>) => ReturnType<MemoryFileSystem[K]>;
      return method.apply(this.files, args);
    };
  }
}
