import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { type TestAccess } from '../../src/extension';
import { COMMANDS } from '../../src/vscode/names';
import { CHANGES_EACH, judgementAfter, sentenceOf } from './changes';
import { Control } from './control';

/** The launcher ends everything long before. */
const DEADLINE_MS = 3_600_000;
/** A command that comes too early shows a message each time: without a rest they drown the window that is to list the corpus. */
const RETRY_MS = 100;

/** What VS Code calls in place of a suite of tests: does the control folder's job, with the commands that a user has. */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const control = Control.beside(folder.fsPath);
  const writer = control.enlist();
  const article = vscode.Uri.joinPath(folder, 'launches.txt');
  await vscode.extensions.getExtension<TestAccess>('pressmark.pressmark')!.activate();
  const { job } = control;
  if (job.kind === 'save') await save(article, writer, control);
  else if (job.kind === 'interleave') await interleave(article, writer, job.passages, control);
}

async function interleave(article: vscode.Uri, writer: number, passages: number, control: Control): Promise<void> {
  const { document } = await vscode.window.showTextDocument(article);
  const text = document.getText();
  const make = async (passage: number, change: number): Promise<void> => {
    const sentence = sentenceOf(writer, passage);
    const start = text.indexOf(sentence);
    const place = { document: article.toString(), start, end: start + sentence.length };
    const judgement = judgementAfter(change, writer, passage);
    const id = change === 1 ? undefined : await idOf(article, sentence);
    // One that is lost is told in the end; the others go on.
    if (change > 1 && id === undefined) return;
    if (id === undefined) await vscode.commands.executeCommand(COMMANDS.tagPassage, { ...place, judgement });
    else await vscode.commands.executeCommand(COMMANDS.editAnnotation, { document: place.document, id, judgement });
  };
  // Until the corpus is listed there is nothing to tag: the command says so, and that is it.
  // (The sentence alone may stand in the sidecar as what surrounds another passage.)
  for (; (await idNow(article, sentenceOf(writer, 0))) === undefined; await pause(RETRY_MS)) await make(0, 1);
  control.signal(`ready-${writer}`);
  await control.waitFor('go', DEADLINE_MS);
  for (let passage = 0; passage < passages; passage++) {
    for (let change = passage === 0 ? 2 : 1; change <= CHANGES_EACH; change++) {
      await make(passage, change);
      control.acknowledge(`${writer} ${passage} ${change}`);
    }
  }
  control.signal(`done-${writer}`);
  await control.waitFor('end', DEADLINE_MS);
}

/** Counts up in the bases of the annotations, in turn. */
async function save(article: vscode.Uri, writer: number, control: Control): Promise<void> {
  await vscode.window.showTextDocument(article);
  const ids = parseSidecar(await sidecarText(article)).annotations.map(({ id }) => id);
  for (let change = 0; ; change++) {
    const id = ids[change % ids.length]!;
    const basis = `${writer}.${change}`;
    const edit = { document: article.toString(), id, judgement: { stance: 'favor', basis } };
    await vscode.commands.executeCommand(COMMANDS.editAnnotation, edit);
    while (change === 0 && !(await sidecarText(article)).includes(basis)) {
      await pause(RETRY_MS);
      await vscode.commands.executeCommand(COMMANDS.editAnnotation, edit);
    }
    control.acknowledge(`${id} ${basis}`);
  }
}

/**
 * The annotation that was made of a sentence: a script that wrote over it may only be found out in a moment. Undefined where it is not
 * there after five seconds.
 */
async function idOf(article: vscode.Uri, sentence: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const id = await idNow(article, sentence);
    if (id !== undefined) return id;
    await pause(50);
  }
  return undefined;
}

/** The id of the annotation of a sentence, as the sidecar stands; undefined where it has none. */
async function idNow(article: vscode.Uri, sentence: string): Promise<string | undefined> {
  const { annotations } = parseSidecar(await sidecarText(article));
  return annotations.find(({ quote }) => quote === sentence)?.id;
}

/** The sidecar as it stands on disk; empty where there is none. */
async function sidecarText(article: vscode.Uri): Promise<string> {
  try {
    return await readFile(`${article.fsPath}.pressmark.yaml`, 'utf8');
  } catch {
    return '';
  }
}
