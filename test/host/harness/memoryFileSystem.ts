import * as vscode from 'vscode';

/** Files in memory on a scheme of their own, as an extension may bring along: no watchers, no rename that replaces. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  private readonly folders = new Set<string>(['/']);
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  /** Called after a file was read, with its path. */
  onDidRead: (path: string) => void = () => undefined;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const size = this.files.get(uri.path)?.length;
    if (size !== undefined) return { type: vscode.FileType.File, ctime: 0, mtime: Date.now(), size };
    if (this.folders.has(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const below = (paths: Iterable<string>, type: vscode.FileType): [string, vscode.FileType][] =>
      [...paths]
        .filter(path => path !== '/' && path.slice(0, path.lastIndexOf('/') || 1) === uri.path)
        .map(path => [path.slice(path.lastIndexOf('/') + 1), type]);
    return [...below(this.files.keys(), vscode.FileType.File), ...below(this.folders, vscode.FileType.Directory)];
  }

  createDirectory(uri: vscode.Uri): void {
    this.folders.add(uri.path);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    this.onDidRead(uri.path);
    return bytes;
  }

  writeFile(
    uri: vscode.Uri,
    bytes: Uint8Array,
    options: { readonly create: boolean; readonly overwrite: boolean },
  ): void {
    const isThere = this.files.has(uri.path);
    if (!isThere && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (isThere && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    this.files.set(uri.path, bytes);
    this.tell(isThere ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  delete(uri: vscode.Uri): void {
    this.stat(uri);
    for (const paths of [this.files, this.folders])
      for (const path of [...paths.keys()]) if (isIn(path, uri.path)) paths.delete(path);
    this.tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri, { overwrite }: { readonly overwrite: boolean }): void {
    this.stat(from);
    if (this.files.has(to.path) && !overwrite) throw vscode.FileSystemError.FileExists(to);
    const moved = (path: string): string => to.path + path.slice(from.path.length);
    for (const path of [...this.folders].filter(one => isIn(one, from.path))) {
      this.folders.delete(path);
      this.folders.add(moved(path));
    }
    for (const [path, bytes] of [...this.files].filter(([one]) => isIn(one, from.path))) {
      this.files.delete(path);
      this.files.set(moved(path), bytes);
    }
    this.tell(vscode.FileChangeType.Deleted, from);
    this.tell(vscode.FileChangeType.Created, to);
  }

  private tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.changes.fire([{ type, uri }]);
  }
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
