import * as vscode from 'vscode';
import { completionsAt } from '../../core/sidecar/completions';

/** Completes keys and codes in sidecars, from the schema in schemas/. */
export const sidecarCompletions: vscode.CompletionItemProvider = {
  provideCompletionItems(document, position) {
    return completionsAt(document.getText(), document.offsetAt(position)).map(completion => {
      const { Property, EnumMember } = vscode.CompletionItemKind;
      const item = new vscode.CompletionItem(completion.label, completion.kind === 'key' ? Property : EnumMember);
      item.insertText = completion.insertText;
      item.detail = completion.detail;
      item.range = new vscode.Range(
        document.positionAt(completion.replace.start),
        document.positionAt(completion.replace.end),
      );
      return item;
    });
  },
};
