import * as vscode from 'vscode';
import { type CompletionsAt } from '../../core/sidecar/completions';

/** Completes keys and codes of a kind of file, from its schema, which is read when somebody first types in such a file. */
export function schemaCompletions(
  kind: 'sidecar' | 'codebook',
  extensionUri: vscode.Uri,
): vscode.CompletionItemProvider {
  let loaded: Promise<CompletionsAt> | undefined;
  const load = (): Promise<CompletionsAt> =>
    (loaded ??= completionsFrom(kind, extensionUri).catch((error: unknown) => {
      loaded = undefined; // What could not be read may be readable later.
      throw error;
    }));
  return {
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
  };
}

async function completionsFrom(kind: 'sidecar' | 'codebook', extensionUri: vscode.Uri): Promise<CompletionsAt> {
  const file = vscode.Uri.joinPath(extensionUri, 'schemas', `${kind}.schema.json`);
  const [bytes, { codebookCompletions, sidecarCompletions }] = await Promise.all([
    vscode.workspace.fs.readFile(file),
    import('../../core/sidecar/completions'),
  ]);
  const schema: unknown = JSON.parse(new TextDecoder().decode(bytes));
  // Pressmark's own file, as it was built with.
  return kind === 'sidecar'
    ? sidecarCompletions(schema as Parameters<typeof sidecarCompletions>[0])
    : codebookCompletions(schema as Parameters<typeof codebookCompletions>[0]);
}
