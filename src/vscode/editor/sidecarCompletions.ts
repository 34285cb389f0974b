import * as vscode from 'vscode';
import { codebookCompletionsAt, type Completion, completionsAt } from '../../core/sidecar/completions';

/** Completes keys and codes of a kind of file, from the schema in schemas/. */
const completions = (at: (source: string, offset: number) => readonly Completion[]): vscode.CompletionItemProvider => ({
  provideCompletionItems(document, position) {
    return at(document.getText(), document.offsetAt(position)).map(completion => {
      const { Property, EnumMember } = vscode.CompletionItemKind;
      const item = new vscode.CompletionItem(completion.label, completion.kind === 'key' ? Property : EnumMember);
      item.insertText = completion.insertText;
      item.detail = completion.detail;
      item.range = new vscode.Range(
        document.positionAt(completion.replace.start),
        document.positionAt(completion.replace.end),
      );
      if (completion.description) item.documentation = completion.description;
      return item;
    });
  },
});

export const sidecarCompletions = completions(completionsAt);
export const codebookCompletions = completions(codebookCompletionsAt);
