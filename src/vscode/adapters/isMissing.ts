import * as vscode from 'vscode';

/** True for the error that says: there is no such file or folder. Any other one says nothing about whether there is. */
export const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
