import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { finished, often } from './harness/finished';
import { annotationRows, openArticle, pressmark, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

const NAME = 'lock.txt';
const TITLE = 'Lock gates to stay shut';
const QUOTE = '“They stay shut all winter,”';
const TEXT = [TITLE, `${QUOTE} said Lock Keeper Ines Moorland. Boats of 40 tonnes must wait.`, ''].join('\n\n');

/** The host's author, by the tests' settings. */
const ME = 'Host Tester';

const annotation = (id: string, author: string, says: string): string =>
  `  - id: ${id}\n    quote: ${QUOTE}\n    start: ${TEXT.indexOf(QUOTE)}\n    end: ${TEXT.indexOf(QUOTE) + QUOTE.length}\n    ${says}\n    author: ${author}\n`;

let root = '';
const article = () => workspaceFile(root, NAME);
const sidecar = () => sidecarOf(article());
const parsed = async () => parseSidecar(await readText(sidecar()));
const run = (command: string, ...rest: readonly unknown[]) =>
  vscode.commands.executeCommand(`pressmark.${command}`, ...rest);
const setBlind = (blind: boolean | undefined) =>
  vscode.workspace.getConfiguration('pressmark').update('doubleBlind', blind, vscode.ConfigurationTarget.Global);

/** The descriptions of the annotations view's rows of the article. */
const rows = async (): Promise<readonly string[]> =>
  (await annotationRows())
    .filter(({ id }) => id.startsWith(`${article().toString()}#`) || id.includes(`${NAME}#`))
    .map(({ description }) => description)
    .sort();
const rowsAre = (what: string, expected: readonly string[]) =>
  until(what, async () => JSON.stringify(await rows()) === JSON.stringify(expected), often);
const hoverText = async (document: vscode.TextDocument): Promise<string> => {
  const at = document.positionAt(TEXT.indexOf(QUOTE) + 2);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers.flatMap(({ contents }) => (contents as vscode.MarkdownString[]).map(({ value }) => value)).join('\n');
};

/** Answers the next quick pick with the item that the test chooses. */
async function answering<T>(
  choose: (items: readonly vscode.QuickPickItem[]) => unknown,
  work: () => Thenable<T>,
): Promise<T> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const before = window.showQuickPick;
  window.showQuickPick = (items: readonly vscode.QuickPickItem[]) => Promise.resolve(choose(items));
  try {
    return await work();
  } finally {
    window.showQuickPick = before;
  }
}

/**
 * Runs work that shows progress, as if the user clicked Cancel at once. All work in slices pauses after each of its steps meanwhile, since time flies:
 * how fast the machine is makes no difference.
 */
async function cancelling<T>(
  work: () => Thenable<T>,
): Promise<{ readonly result: T; readonly titles: readonly string[] }> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const { withProgress } = window;
  const titles: string[] = [];
  let time = performance.now();
  performance.now = () => (time += 1000);
  window.withProgress = ({ title = '' }: vscode.ProgressOptions, task: (...args: readonly unknown[]) => unknown) => {
    // A view that shows that something is under way does so without words.
    if (title !== '') titles.push(title);
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    return task({ report: () => undefined }, source.token);
  };
  try {
    return { result: await work(), titles };
  } finally {
    Reflect.deleteProperty(performance, 'now'); // the prototype's shows again
    window.withProgress = withProgress;
  }
}

describe('several annotators', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    root = freshFolder('teams');
    editor = await openArticle(`${root}/${NAME}`, TEXT);
    await writeText(
      sidecar(),
      `version: 1\nannotations:\n${annotation('mine', ME, 'stance: favor')}${annotation('bens', 'Ben Okafor', 'stance: against')}`,
    );
    await rowsAre('both are listed, each with whose it is', ['Against · annotated by Ben Okafor', 'In favor']);
  });
  afterEach(async () => {
    await setBlind(undefined);
    await run('showEveryonesAnnotations');
    await removeFolder(root);
  });

  it('are told apart in rows and hovers, and shown or hidden', async () => {
    assert.match(await hoverText(editor.document), /Annotation by Ben Okafor/);
    const { teamStatus } = await pressmark();
    await run('showMyAnnotations');
    await rowsAre('only mine', ['In favor']);
    assert.equal(teamStatus.text, '$(person) Only my annotations');
    assert.doesNotMatch(await hoverText(editor.document), /Ben/);
    await run('showOthersAnnotations');
    await rowsAre('only others’', ['Against · annotated by Ben Okafor']);
    await run('showEveryonesAnnotations');
    await rowsAre('everyone’s', ['Against · annotated by Ben Okafor', 'In favor']);
  });

  it('see nothing of each other where it is double-blind, until the own pass is done, which can be undone', async () => {
    const { teamStatus } = await pressmark();
    await setBlind(true);
    await rowsAre('his is hidden', ['In favor']);
    assert.doesNotMatch(await hoverText(editor.document), /Ben/);
    assert.match(teamStatus.text ?? '', /Double-blind/);
    await run('markMyPassDone');
    assert.deepEqual(
      (await parsed()).passes.map(({ by }) => by),
      [ME],
    );
    await rowsAre('his is shown', ['Against · annotated by Ben Okafor', 'In favor']);
    assert.equal(teamStatus.text, '$(pass) My pass is done');
    await run('reopenMyPass');
    await rowsAre('his is hidden again', ['In favor']);
    await run('undoLastAnnotationChange');
    await rowsAre('the pass is done again', ['Against · annotated by Ben Okafor', 'In favor']);
  });

  it('tag the passage of another as their own', async () => {
    await writeText(sidecar(), `version: 1\nannotations:\n${annotation('bens', 'Ben Okafor', 'stance: against')}`);
    await rowsAre('his alone is there', ['Against · annotated by Ben Okafor']);
    const at = editor.document.positionAt(TEXT.indexOf(QUOTE) + 2);
    editor.selection = new vscode.Selection(at, at);
    await run('tagPassage', { judgement: { stance: 'neutral' } });
    const found = (await parsed()).annotations.map(({ author, stance, quote }) => `${author}: ${stance} ${quote}`);
    assert.deepEqual(found.toSorted(), [`Ben Okafor: against ${QUOTE}`, `${ME}: neutral ${QUOTE}`]);
  });

  for (const order of [
    ['mine', 'bens'],
    ['bens', 'mine'],
  ] as const)
    it(`come after the reader’s own, which alone is removed at the cursor; in the file: ${order.join(', ')}`, async () => {
      const text = {
        mine: annotation('mine', ME, 'stance: favor'),
        bens: annotation('bens', 'Ben Okafor', 'stance: against'),
      };
      await writeText(sidecar(), `version: 1\nannotations:\n${order.map(id => text[id]).join('')}`);
      const { store } = await pressmark();
      const ids = () => store.everyAnnotation(article().toString()).map(({ id }) => id);
      await until('both are read', () => ids().join() === order.join(), often);
      const hover = await hoverText(editor.document);
      assert.ok(hover.includes('**In favor**'), hover);
      assert.ok(hover.indexOf('**In favor**') < hover.indexOf('**Against**'), hover);
      const at = editor.document.positionAt(TEXT.indexOf(QUOTE) + 2);
      editor.selection = new vscode.Selection(at, at);
      await finished(run('removeAnnotation'));
      assert.deepEqual(
        (await parsed()).annotations.map(({ id }) => id),
        ['bens'],
      );
    });

  it('keep their annotation when somebody else hits the tagging mode’s Backspace in it', async () => {
    await writeText(sidecar(), `version: 1\nannotations:\n${annotation('bens', 'Ben Okafor', 'stance: against')}`);
    await rowsAre('his alone is there', ['Against · annotated by Ben Okafor']);
    const source = await readText(sidecar());
    const at = editor.document.positionAt(TEXT.indexOf(QUOTE) + 2);
    editor.selection = new vscode.Selection(at, at);
    await run('dismissHighlight', { orRemove: true });
    assert.equal(await readText(sidecar()), source);
    await run('tagPassage', { judgement: { stance: 'neutral' } });
    await finished(run('dismissHighlight', { orRemove: true }));
    assert.deepEqual(
      (await parsed()).stored.map(({ author }) => author),
      ['Ben Okafor'],
    );
  });

  it('decide that a passage which one alone marked is not to be tagged, which is undone as one', async () => {
    await writeText(
      sidecar(),
      `version: 1\npasses:\n  - by: ${ME}\n    done: 2025-05-20T08:00:00Z\nannotations:\n${annotation('bens', 'Ben Okafor', 'stance: against')}`,
    );
    await rowsAre('his alone is there', ['Against · annotated by Ben Okafor']);
    const reference = { document: article().toString(), id: 'bens' };
    const choose = (items: readonly vscode.QuickPickItem[]) => items.find(({ label }) => label.includes('Reject'));
    await answering(choose, () => run('adjudicate', reference));
    const { annotations, dismissals } = await parsed();
    assert.deepEqual(
      [
        annotations.map(({ id }) => id),
        dismissals.map(({ author, quote, adjudicates }) => [author, quote, adjudicates]),
      ],
      [['bens'], [[ME, QUOTE, ['bens']]]],
    );
    await rowsAre('it is settled, and stays', ['Against · annotated by Ben Okafor · settled']);
    await run('undoLastAnnotationChange');
    await rowsAre('it is not settled', ['Against · annotated by Ben Okafor']);
  });

  it('are compared on a page that leads to where they differ, and one decides, which is undone as one', async () => {
    await run('showAgreement', { uri: article().toString() });
    const page = vscode.window.activeTextEditor!.document;
    assert.match(page.getText(), new RegExp(`Annotators: Ben Okafor, ${ME}`));
    assert.match(page.getText(), /\| Stance +\| +1 \| +0\.0 \|/);
    assert.match(
      page.getText(),
      /Stance: Against \(Ben Okafor\), In favor \(Host Tester\)|Stance: In favor \(Host Tester\), Against \(Ben Okafor\)/,
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', page.uri);
    assert.deepEqual(
      links.map(({ range, target }) => `${page.getText(range)} ${target?.path}`),
      [`${QUOTE} pressmark.goToPassage`, '[Adjudicate] pressmark.adjudicate'],
    );
    const choose = (items: readonly vscode.QuickPickItem[]) => items.find(({ label }) => label.includes('Ben Okafor'));
    await answering(choose, () => run('adjudicate', { document: article().toString(), id: 'mine' }));
    const result = (await parsed()).annotations.find(({ adjudicates }) => adjudicates);
    assert.deepEqual(
      [result?.stance, result?.author, result?.quote, result?.adjudicates?.toSorted()],
      ['against', ME, QUOTE, ['bens', 'mine']],
    );
    await rowsAre('both are settled, and stay', [
      'Against',
      'Against · annotated by Ben Okafor · settled',
      'In favor · settled',
    ]);
    await until(
      'the page says so',
      () => page.getText().includes('Nowhere, or it is settled'),
      vscode.workspace.onDidChangeTextDocument,
    );
    await run('undoLastAnnotationChange');
    await rowsAre('nothing is settled', ['Against · annotated by Ben Okafor', 'In favor']);
  });

  it('are told what each link of that page leads to', async () => {
    await run('showAgreement', { uri: article().toString() });
    const page = vscode.window.activeTextEditor!.document;
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', page.uri);
    assert.deepEqual(
      links.map(({ range, tooltip }) => [page.getText(range), tooltip]),
      [
        [QUOTE, 'Go to Passage'],
        ['[Adjudicate]', 'Adjudicate'],
      ],
    );
    const { path, query } = links[0]!.target!;
    await vscode.commands.executeCommand(path, ...(JSON.parse(query) as readonly unknown[]));
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.deepEqual([document.uri.toString(), document.getText(selection)], [article().toString(), QUOTE]);
  });

  it('are compared no further once that is cancelled, and anew when it is asked for again', async () => {
    const all = (items: readonly vscode.QuickPickItem[]) => items.find(({ label }) => label === 'All Documents');
    const { titles } = await cancelling(() => answering(all, () => run('showAgreement')));
    assert.deepEqual(titles, ['Comparing annotations']);
    const text = () => vscode.window.activeTextEditor!.document.getText();
    assert.equal(text(), 'Stopped. Show agreement again to compare.');
    await run('showAgreement');
    await until(
      'the page has figures',
      () => /^# Agreement: all documents$/m.test(text()) && text().includes(TITLE),
      vscode.workspace.onDidChangeTextDocument,
    );
  });
});
