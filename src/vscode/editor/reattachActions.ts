import * as vscode from 'vscode';
import { type RenamedArticles } from '../../app/renamedArticles';
import { documentUriOf, fileNameOf } from '../../app/sidecarUri';
import { COMMANDS } from '../names';
import { type Reattachment } from '../references';
import { quickFix } from './quickFix';

/** The most articles that are named; the command lists all. */
const MAX_NAMED = 3;

/** Quick fixes for a sidecar whose article is missing: the articles that it may be of, and any other. */
export class ReattachActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(private readonly renamed: RenamedArticles) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const diagnostic = diagnostics.find(({ code }) => code === 'article-missing');
    const uri = documentUriOf(document.uri.toString());
    if (!diagnostic || uri === undefined) return [];
    const action = (title: string, argument: Reattachment | string) =>
      quickFix(diagnostic, title, COMMANDS.reattachSidecar, argument);
    const named = this.renamed.of(uri).slice(0, MAX_NAMED);
    return [
      ...named.map(({ uri: to }) => action(vscode.l10n.t('Re-attach to “{0}”', fileNameOf(to)), { uri, to })),
      action(vscode.l10n.t('Re-attach to Another Article…'), uri),
    ];
  }
}
