import * as vscode from 'vscode';
import { type ListedLink } from '../../app/corpusView';
import { isBroken } from '../../app/linkIndex';
import { visibleText } from '../../core/text/visibleText';
import { linkIcon, linkLine, linkStateText, linkText } from '../linkText';

/** A row for a link below its annotation's; `id` is the annotation's row's. `open`: as of annotationItem. */
export function linkItem(link: ListedLink, id: string, place: number, open: string): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(linkText(link)));
  item.id = `${id} link ${place}`;
  item.description = visibleText([link.title, linkStateText(link)].filter(Boolean).join(' · '));
  item.iconPath = new vscode.ThemeIcon(
    linkIcon(link),
    isBroken(link) ? new vscode.ThemeColor('list.warningForeground') : undefined,
  );
  item.contextValue = isBroken(link) ? 'link.broken' : 'link';
  item.tooltip = visibleText(linkLine(link));
  item.accessibilityInformation = { label: visibleText(vscode.l10n.t('Link: {0}', linkLine(link))) };
  item.command = { command: open, title: vscode.l10n.t('Go to Linked Passage') };
  return item;
}
