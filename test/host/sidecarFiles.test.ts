import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AnnotationStore } from '../../src/app/annotationStore';
import { systemClock } from '../../src/vscode/adapters/clock';
import { WorkspaceSidecarFiles } from '../../src/vscode/adapters/sidecarFiles';

const SCHEME = 'pressmark-test';

/** A file system without files. */
class EmptyFileSystem implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = () => new vscode.Disposable(() => undefined);
  stat = (uri: vscode.Uri): vscode.FileStat => {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  };
  readDirectory = (): [string, vscode.FileType][] => [];
  createDirectory = (): void => undefined;
  readFile = (uri: vscode.Uri): Uint8Array => {
    throw vscode.FileSystemError.FileNotFound(uri);
  };
  writeFile = (uri: vscode.Uri): void => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  delete = (): void => undefined;
  rename = (): void => undefined;
}

describe('sidecar files', () => {
  const annotation = { id: 'aa11bb22', quote: 'q', prefix: '', suffix: '', start: 0, end: 1 };

  for (const isReadonly of [true, false]) {
    it(`say that a folder is read-only ${isReadonly ? 'before' : 'when'} writing is tried`, async () => {
      const scheme = `${SCHEME}-${isReadonly ? 'ro' : 'rw'}`;
      const provider = vscode.workspace.registerFileSystemProvider(scheme, new EmptyFileSystem(), { isReadonly });
      try {
        const store = new AnnotationStore(new WorkspaceSidecarFiles(), systemClock);
        const outcome = await store.edit(`${scheme}:/desk/a.txt`, { kind: 'add', annotation });
        assert.equal(outcome.kind, 'failed');
        assert.match(outcome.reason, /read-only/);
      } finally {
        provider.dispose();
      }
    });
  }
});
