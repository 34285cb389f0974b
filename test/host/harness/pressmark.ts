import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Judgement } from '../../../src/core/annotation/model';
import { type TestAccess } from '../../../src/extension';
import { reading } from './messages';
import { until } from './until';
import { readText, workspaceFile, writeText } from './workspace';

/** A row of a tree as a screen reader would read it, with what is below it. */
export interface Row {
  /** What VS Code knows the row by; a document's is its address. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  readonly state: string;
  readonly children: readonly Row[];
}

/** Pressmark as it runs in this host. */
export async function pressmark(): Promise<TestAccess> {
  const extension = vscode.extensions.getExtension<TestAccess>('pressmark.pressmark');
  assert.ok(extension);
  return extension.activate();
}

async function rowsOf<T>(provider: vscode.TreeDataProvider<T>, parent?: T): Promise<readonly Row[]> {
  const nodes = (await provider.getChildren(parent)) ?? [];
  return Promise.all(
    nodes.map(async node => {
      const item = await provider.getTreeItem(node);
      return {
        id: item.id ?? '',
        label: typeof item.label === 'string' ? item.label : (item.label?.label ?? ''),
        description: typeof item.description === 'string' ? item.description : '',
        spoken: item.accessibilityInformation?.label ?? '',
        state: item.contextValue ?? '',
        children: await rowsOf(provider, node),
      };
    }),
  );
}

const flat = (rows: readonly Row[]): readonly Row[] => rows.flatMap(row => [row, ...flat(row.children)]);

/** All rows of the documents view, top to bottom. */
export const documentRows = async (): Promise<readonly Row[]> => flat(await rowsOf((await pressmark()).documents));

/** All rows of the annotations view, top to bottom. */
export const annotationRows = async (): Promise<readonly Row[]> => flat(await rowsOf((await pressmark()).annotations));

/** Waits until a row of the documents view is as the condition says. */
export async function documentRow(what: string, condition: (row: Row) => boolean): Promise<Row> {
  const { documents } = await pressmark();
  return until(what, async () => (await documentRows()).find(condition), documents.onDidChangeTreeData);
}

/** Waits until a row of the annotations view is as the condition says. */
export async function annotationRow(what: string, condition: (row: Row) => boolean): Promise<Row> {
  const { annotations } = await pressmark();
  return until(what, async () => (await annotationRows()).find(condition), annotations.onDidChangeTreeData);
}

/** Waits until no row of the documents view is as the condition says. */
export async function noDocumentRow(what: string, condition: (row: Row) => boolean): Promise<void> {
  const { documents } = await pressmark();
  await until(what, async () => !(await documentRows()).some(condition), documents.onDidChangeTreeData);
}

/** A new article of the corpus, listed and shown in an editor. Watchers would take a quarter of a second to tell of it. */
export async function openArticle(name: string, text: string): Promise<vscode.TextEditor> {
  const file = workspaceFile(name);
  await writeText(file, text);
  await vscode.commands.executeCommand('pressmark.refresh');
  await documentRow(
    `${name} is listed with its counts`,
    // Not by its title: an article that another test has just deleted may have had the same.
    row => row.id === file.toString() && row.description !== '',
  );
  return vscode.window.showTextDocument(file);
}

/** Selects the first place of some words in an editor. */
export function select(editor: vscode.TextEditor, words: string): void {
  const { document } = editor;
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `the article holds “${words}”`);
  editor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + words.length));
}

/** The sidecar of a file. */
export const sidecarOf = (file: vscode.Uri): vscode.Uri => file.with({ path: `${file.path}.pressmark.yaml` });

/** Waits until the sidecar's problems in the Problems panel are as the condition says; returns them. */
export async function problems(
  what: string,
  sidecar: vscode.Uri,
  condition: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(
    what,
    () => {
      const found = vscode.languages.getDiagnostics(sidecar);
      return condition(found) ? found : undefined;
    },
    vscode.languages.onDidChangeDiagnostics,
  );
}

/** Tags what is selected in the active editor without questions, and returns what the sidecar then reads. */
export async function tagSelection(article: vscode.Uri, judgement: Judgement): Promise<string> {
  const { messages } = await reading(() => vscode.commands.executeCommand('pressmark.tagPassage', { judgement }));
  assert.deepEqual(messages, []);
  return readText(sidecarOf(article));
}
