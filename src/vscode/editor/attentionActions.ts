import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { COMMANDS } from '../names';
import { type AnnotationReference } from '../references';
import { fixesInSidecar, quickFix } from './quickFix';

/** Quick fixes in a sidecar for passages that need attention, where its problems say so. */
export class AttentionActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(private readonly store: AnnotationStore) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return fixesInSidecar(document, context, ['lost', 'uncertain'], (article, code, diagnostic) => {
      const start = document.offsetAt(diagnostic.range.start);
      const annotation = this.store
        .state(article)
        ?.parsed?.annotations.find(each => each.source.start <= start && start <= each.source.end);
      if (!annotation) return [];
      const reference: AnnotationReference = { document: article, id: annotation.id };
      const fix = (title: string, command: string) => quickFix(diagnostic, title, command, reference);
      return [
        ...(code === 'uncertain' ? [fix(vscode.l10n.t('Accept This Place'), COMMANDS.acceptPlace)] : []),
        fix(vscode.l10n.t('Go to Nearest Place'), COMMANDS.goToNearest),
        fix(vscode.l10n.t('Re-attach to Selection'), COMMANDS.reattach),
      ];
    });
  }
}
