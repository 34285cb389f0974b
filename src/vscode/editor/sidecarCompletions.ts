import * as vscode from 'vscode';
import { type Completion } from '../../core/sidecar/completions';

type CompletionsAt = (source: string, offset: number) => readonly Completion[];

/** Completes keys and codes of a kind of file, from the schema in schemas/, which is loaded when somebody first types in such a file. */
const completions = (load: () => Promise<CompletionsAt>): vscode.CompletionItemProvider => ({
  async provideCompletionItems(document, position) {
    const at = await load();
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

export const sidecarCompletions = completions(
  async () => (await import('../../core/sidecar/completions')).completionsAt,
);
export const codebookCompletions = completions(
  async () => (await import('../../core/sidecar/completions')).codebookCompletionsAt,
);
