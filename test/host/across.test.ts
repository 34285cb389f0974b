import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { answering } from './harness/answering';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { documentRow, documentRows, openArticle, pressmark, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

const COUNCIL = [
  'Norrby gives up ferry harbour',
  'The council of Norrby voted on Monday to close the old ferry harbour, and the vote was closer than anybody in the town hall had expected.',
  '“We will not sell the harbour before the fishermen have been heard,” said Mayor Ada Lind. Exactly 28 people were hurt in the crush outside.',
  'The ferry harbour of Norrby has been losing money for eleven years, and its quay has been closed to lorries since the storm of 2019.',
  'Fishermen from the northern islands came with their boats, blew their horns, and stayed in front of the town hall until the evening.',
  '',
].join('\n\n');
const COPY = COUNCIL.replace('Norrby gives up ferry harbour', 'Ferry harbour to close').replace(
  'Exactly 28 people were',
  'Exactly 34 people were',
);
const REPORT = [
  'Council closes harbour',
  'Norrby gives up its ferry harbour: so the council decided on Monday after a long debate in a crowded town hall.',
  '“We will not sell the harbour before the fishermen are ready,” Mayor Ada Lind said.',
  'The quay at the ferry harbour of Norrby is closed to lorries, and the fishermen blew their horns in protest.',
  '',
].join('\n\n');

let root = '';
const article = (name: string): vscode.Uri => workspaceFile(`${root}/${name}`);

interface SpokenRow {
  readonly spoken: string;
  readonly passage?: { readonly document: string };
}

/** Waits until the index knows the articles of this test. */
async function compared(): Promise<void> {
  const { sourceIndex } = await pressmark();
  await until(
    'the articles are compared',
    () => sourceIndex.isSettled && sourceIndex.storyOf(article('report.txt').toString())?.documents.length === 3,
    sourceIndex.onDidChange as unknown as vscode.Event<unknown>,
  );
}

async function sourceRows(depth = 3): Promise<readonly SpokenRow[]> {
  const { sources } = await pressmark();
  const below = async (
    node: Awaited<ReturnType<typeof sources.getChildren>>[number],
    left: number,
  ): Promise<readonly SpokenRow[]> => [
    node,
    ...(left > 0
      ? (await Promise.all((await sources.getChildren(node)).map(child => below(child, left - 1)))).flat()
      : []),
  ];
  return (await Promise.all((await sources.getChildren()).map(node => below(node, depth)))).flat();
}

describe('articles that tell of one event', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    root = freshFolder('across');
    await writeText(article('council.txt'), COUNCIL);
    await writeText(article('copy.txt'), COPY);
    editor = await openArticle(`${root}/report.txt`, REPORT);
    await compared();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('pressmark.groupDocumentsByFolder');
    await vscode.commands.executeCommand('pressmark.showQuotesAndClaimsOfDocument');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await removeFolder(root);
  });

  it('are listed as a story, copies below their original', async () => {
    await vscode.commands.executeCommand('pressmark.groupDocumentsByStory');
    const copy = await documentRow('the copy below its original', row => row.label.includes(' in common: '));
    assert.match(copy.spoken, /copy of “.*” \(\d+%\)/);
    const rows = await documentRows();
    const story = rows.find(row => row.state === 'story' && /^Story: .*, 3 documents/.test(row.spoken));
    assert.equal(story?.children.length, 2);
    const ids = [article('council.txt'), article('copy.txt')].map(String);
    const original = story.children.find(row => row.children.some(({ id }) => ids.includes(id)));
    assert.ok(original && ids.includes(original.id));
    assert.match(original.spoken, /, 1 copy/);
  });

  it('answer Find All References on a quote with the places where it stands', async () => {
    const at = editor.document.positionAt(REPORT.indexOf('We will not'));
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      editor.document.uri,
      at,
    );
    const words = await Promise.all(
      found.map(async ({ uri, range }) => (await vscode.workspace.openTextDocument(uri)).getText(range)),
    );
    assert.deepEqual(words.sort(), [
      'We will not sell the harbour before the fishermen have been heard',
      'We will not sell the harbour before the fishermen have been heard',
      '“We will not sell the harbour before the fishermen are ready,”',
    ]);
  });

  it('say in the hover of a quote where else it stands', async () => {
    const at = editor.document.positionAt(REPORT.indexOf('We will not'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map(part => (part as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /also in 2 documents: 2 altered/);
  });

  it('show an altered quote and a differing figure as findings, with both passages', async () => {
    const { sources } = await pressmark();
    await vscode.commands.executeCommand('pressmark.showQuotesAndClaimsOfDocument');
    const altered = await until(
      'the altered quote',
      async () =>
        (await sourceRows()).find(
          ({ spoken }) =>
            spoken.startsWith('altered: “have been heard” became “are ready”') ||
            spoken.startsWith('altered: “are ready” became “have been heard”'),
        ),
      sources.onDidChangeTreeData as vscode.Event<unknown>,
    );
    assert.equal(altered.passage?.document, editor.document.uri.toString());
    await vscode.window.showTextDocument(article('copy.txt'));
    const differs = await until(
      'the differing figure',
      async () =>
        (await sourceRows(1)).find(({ spoken }) =>
          /^figures differ: (Exactly )?34 people, .*; (Exactly )?28 people/.test(spoken),
        ),
      sources.onDidChangeTreeData as vscode.Event<unknown>,
    );
    const passages = (await sources.getChildren(differs as never)).map(({ passage }) => passage?.document);
    assert.deepEqual(passages, [article('copy.txt'), article('council.txt')].map(String));
  });

  it('let a finding be tagged with a link to its other passage, all of it one step to undo', async () => {
    const { sources } = await pressmark();
    await vscode.commands.executeCommand('pressmark.showQuotesAndClaimsOfDocument');
    const altered = await until(
      'the altered quote',
      async () => (await sourceRows()).find(({ spoken }) => /^altered: .*(have been heard|are ready)/.test(spoken)),
      sources.onDidChangeTreeData as vscode.Event<unknown>,
    );
    await answering(() => vscode.commands.executeCommand('pressmark.tagFinding', altered), /^Copied from/);
    const [annotation, ...others] = parseSidecar(await readText(sidecarOf(editor.document.uri))).annotations;
    assert.equal(others.length, 0);
    assert.match(annotation!.quote, /We will not sell the harbour before the fishermen are ready/);
    const [link] = annotation!.links!;
    assert.equal(link!.relation, 'copied-from');
    assert.match(link!.document, /^(council|copy)\.txt$/);
    assert.match(link!.quote, /We will not sell the harbour before the fishermen have been heard/);
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.deepEqual(parseSidecar(await readText(sidecarOf(editor.document.uri))).annotations, []);
  });

  it('list a speaker’s quotes of the whole corpus', async () => {
    const { sources } = await pressmark();
    await vscode.commands.executeCommand('pressmark.showQuotesAndClaimsOfCorpus');
    const rows = await until(
      'Ada Lind with her quotes',
      async () => {
        const found = (await sourceRows(2)).filter(({ passage }) => passage?.document.includes(`/${root}/`));
        return found.length >= 3 && found;
      },
      sources.onDidChangeTreeData as vscode.Event<unknown>,
    );
    assert.ok(rows.some(({ spoken }) => /We will not sell .*Ada Lind/.test(spoken)));
  });
});
