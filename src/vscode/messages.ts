import * as vscode from 'vscode';
import { messageText, statusText } from './messageText';

/** As `window.showInformationMessage`, with a message in which nothing is a link. The other two likewise. */
export const showInformation = <T extends string>(message: string, ...buttons: readonly T[]): Thenable<T | undefined> =>
  vscode.window.showInformationMessage<T>(messageText(message), ...buttons);

export const showWarning = <T extends string>(
  message: string,
  ...rest: readonly T[] | readonly [vscode.MessageOptions, ...T[]]
): Thenable<T | undefined> =>
  typeof rest[0] === 'object'
    ? vscode.window.showWarningMessage<T>(messageText(message), detailed(rest[0]), ...(rest.slice(1) as T[]))
    : vscode.window.showWarningMessage<T>(messageText(message), ...(rest as readonly T[]));

export const showError = <T extends string>(message: string, ...buttons: readonly T[]): Thenable<T | undefined> =>
  vscode.window.showErrorMessage<T>(messageText(message), ...buttons);

const detailed = (options: vscode.MessageOptions): vscode.MessageOptions =>
  options.detail === undefined ? options : { ...options, detail: messageText(options.detail) };

/** So long is a message in the status bar, in milliseconds. */
const STATUS_MS = 4000;

/** Says in the status bar what was done: a text of ours, which may begin with an icon. */
export const showStatus = (text: string): void => void vscode.window.setStatusBarMessage(statusText(text), STATUS_MS);
