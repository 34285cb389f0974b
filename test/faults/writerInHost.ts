import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { type TestAccess } from '../../src/extension';
import { COMMANDS } from '../../src/vscode/names';
import { CHANGES_EACH, judgementAfter, sentenceOf } from './changes';
import { Control } from './control';

/** What VS Code calls in place of a suite of tests: does the control folder's job, with the commands that a user has. */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const control = Control.beside(folder.fsPath);
  const writer = control.enlist();
  const article = vscode.Uri.joinPath(folder, 'launches.txt');
  await vscode.extensions.getExtension<TestAccess>('pressmark.pressmark')!.activate();
  const { job } = control;
  if (job.kind === 'save') await save(article, writer, control);
  else await interleave(article, writer, job.passages, control);
}

async function interleave(article: vscode.Uri, writer: number, passages: number, control: Control): Promise<void> {
  const { document } = await vscode.window.showTextDocument(article);
  const text = document.getText();
  const make = async (passage: number, change: number): Promise<void> => {
    const sentence = sentenceOf(writer, passage);
    const start = text.indexOf(sentence);
    const span = { start, end: start + sentence.length };
    const judgement = judgementAfter(change, writer, passage);
    await vscode.commands.executeCommand(COMMANDS.tagPassage, { document: article.toString(), ...span, judgement });
  };
  // Until the corpus is listed there is nothing to tag: the command says so, and that is it.
  while (!(await sidecarText(article)).includes(sentenceOf(writer, 0))) await make(0, 1);
  control.signal(`ready-${writer}`);
  await control.waitFor('go');
  for (let passage = 0; passage < passages; passage++) {
    for (let change = 1; change <= CHANGES_EACH; change++) {
      await make(passage, change);
      control.acknowledge(`${writer} ${passage} ${change}`);
    }
  }
  control.signal(`done-${writer}`);
  await control.waitFor('end');
}

/** Counts up in the bases of the annotations, in turn. */
async function save(article: vscode.Uri, writer: number, control: Control): Promise<void> {
  await vscode.window.showTextDocument(article);
  const ids = parseSidecar(await sidecarText(article)).annotations.map(({ id }) => id);
  for (let change = 0; ; change++) {
    const id = ids[change % ids.length]!;
    const basis = `${writer}.${change}`;
    const edit = { document: article.toString(), id, judgement: { stance: 'favor', basis } };
    do await vscode.commands.executeCommand(COMMANDS.editAnnotation, edit);
    while (change === 0 && !(await sidecarText(article)).includes(basis));
    control.acknowledge(`${id} ${basis}`);
  }
}

/** The sidecar as it stands on disk; empty where there is none. */
async function sidecarText(article: vscode.Uri): Promise<string> {
  try {
    return await readFile(`${article.fsPath}.pressmark.yaml`, 'utf8');
  } catch {
    return '';
  }
}
