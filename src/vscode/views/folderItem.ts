import * as vscode from 'vscode';
import { type Rollup } from '../../core/annotation/rollup';
import { annotationsText, documentsText, reviewedText } from '../labels';
import { appendPlain } from '../markdownText';
import { rollupTexts } from './documentItem';
import { type FolderNode } from './folderRows';

/** A folder's row; `reviewed`: so many of its documents are. */
export function folderItem(
  { name, path, folder: { count } }: FolderNode,
  reviewed: number,
  isOpen: boolean,
): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, isOpen ? Expanded : Collapsed);
  item.id = `folder:${path}`;
  item.iconPath = vscode.ThemeIcon.Folder;
  item.description = reviewed ? reviewedText(reviewed, count) : String(count);
  item.contextValue = 'folder';
  const spoken = [name, documentsText(count), reviewed ? reviewedText(reviewed, count) : ''];
  item.accessibilityInformation = { label: spoken.filter(text => text !== '').join(', ') };
  return item;
}

/** What the annotations of all its documents come to. */
export function folderTooltip(
  { name, folder }: FolderNode,
  rollup: Rollup & { readonly documents: number },
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  const lines = [
    name,
    [documentsText(folder.count), rollup.documents ? reviewedText(rollup.documents, folder.count) : ''],
    [annotationsText(rollup.count), rollup.reviewed ? reviewedText(rollup.reviewed, rollup.count) : ''],
    ...rollupTexts(rollup),
  ].map(line => (typeof line === 'string' ? line : line.filter(text => text !== '').join(', ')));
  for (const line of lines.filter(text => text !== '')) {
    appendPlain(markdown, line);
    markdown.appendMarkdown('\n\n');
  }
  return markdown;
}
