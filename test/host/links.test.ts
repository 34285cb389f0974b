import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Emitter } from '../../src/app/event';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { askAmongMany } from '../../src/vscode/pickers/linkPickers';
import { answering } from './harness/answering';
import { exists } from './harness/fileOperations';
import { often } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { reading } from './harness/messages';
import {
  annotationRow,
  annotationRows,
  documentRow,
  openArticle,
  pressmark,
  problems,
  type Row,
  select,
  sidecarOf,
} from './harness/pressmark';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

const WIRE = 'Boats leave the quay\n\n“Ten boats left before noon,” said warden Odd Selmer. Nobody asked why.\n';
const MAY = 'A quiet morning\n\nAt least nine boats left, the harbour office says.\n';
const QUOTE = 'Ten boats left before noon';
const FIGURE = 'At least nine boats left';

let root = '';
const [wire, may] = [() => workspaceFile(root, 'wire.txt'), () => workspaceFile(root, 'may.txt')];
const run = (command: string, argument?: unknown) => vscode.commands.executeCommand(`pressmark.${command}`, argument);
const annotations = async (article: vscode.Uri) => parseSidecar(await readText(sidecarOf(article))).annotations;
const link = async (article: vscode.Uri) => (await annotations(article))[0]?.links?.[0];

/** The rows of links below an annotation, as the view has them. */
async function linkNode(text: string): Promise<unknown> {
  const { annotations: view } = await pressmark();
  const below = async (parent?: never): Promise<readonly unknown[]> => {
    const nodes = view.getChildren(parent) as never[];
    return (await Promise.all(nodes.map(async node => [node, ...(await below(node))]))).flat();
  };
  for (const node of await below()) {
    const item = view.getTreeItem(node as never);
    if (item.contextValue?.startsWith('link') && (item.label as string).includes(text)) return node;
  }
  return undefined;
}

const linkRow = (what: string, condition: (row: Row) => boolean) =>
  annotationRow(what, row => row.state.startsWith('link') && condition(row));

async function hoverAt(article: vscode.Uri, words: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(article);
  const at = document.positionAt(document.getText().indexOf(words) + 2);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', article, at);
  return hovers.flatMap(({ contents }) => contents.map(part => (part as vscode.MarkdownString).value)).join('\n');
}

describe('links between articles', () => {
  beforeEach(async () => {
    root = freshFolder('links');
    await openArticle(`${root}/wire.txt`, WIRE);
    await openArticle(`${root}/may.txt`, MAY);
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  const show = async (article: vscode.Uri, words: string): Promise<void> =>
    select(await vscode.window.showTextDocument(article), words);

  /** Links the figure to the quote, of which nothing is said. */
  async function linked(): Promise<void> {
    await show(may(), FIGURE);
    await answering(() => run('linkToPassage'), /^Contradicts/, /Boats leave the quay/, /Ten boats/);
  }

  it('are made at a selection, by relation, document and passage, in one step to undo', async () => {
    await linked();
    const after = await readText(sidecarOf(may()));
    const [annotation, ...others] = await annotations(may());
    assert.equal(others.length, 0);
    assert.equal(annotation!.quote, FIGURE);
    const { id, created, ...made } = annotation!.links![0]!;
    const start = WIRE.indexOf('“');
    assert.match(id!, /^[a-z0-9]{8}$/);
    assert.match(created!, /^\d{4}-.*Z$/);
    assert.equal(made.relation, 'contradicts');
    assert.equal(made.document, 'wire.txt');
    assert.equal(made.quote, WIRE.slice(made.start, made.end));
    assert.ok(made.start === start || made.start === start + 1, 'at the quote, with its marks or without');
    assert.equal(await exists(sidecarOf(wire())), false);
    await run('undoLastAnnotationChange');
    assert.deepEqual(await annotations(may()), []);
    await run('redoAnnotationChange');
    assert.equal(await readText(sidecarOf(may())), after);
  });

  it('are seen at both ends: in the row, below it, and in hovers, where nothing is said of the other passage', async () => {
    await linked();
    const row = await annotationRow('the row says so', ({ label, description }) => {
      return label.includes('nine boats') && description.includes('contradicts “Boats leave the quay”');
    });
    assert.match(row.children[0]!.label, /^contradicts: .*Ten boats left before noon/);
    assert.match(row.children[0]!.spoken, /^Link: contradicts “Boats leave the quay”/);
    assert.match(await hoverAt(may(), FIGURE), /contradicts .*Boats leave the quay/);
    assert.match(await hoverAt(wire(), QUOTE), /contradicted by .*A quiet morning/);
    assert.doesNotMatch(await hoverAt(wire(), 'Nobody asked'), /contradicted by/);
  });

  it('are seen below the other passage’s annotation, once there is one', async () => {
    await linked();
    await show(wire(), QUOTE);
    await run('tagPassage', { judgement: { stance: 'neutral' } });
    const row = await annotationRow('the other row says so', ({ label, description }) => {
      return label.includes('Ten boats') && description.includes('contradicted by “A quiet morning”');
    });
    assert.match(row.children[0]!.label, /^contradicted by: .*nine boats left/);
    assert.equal((await hoverAt(wire(), QUOTE)).match(/contradicted by/g)?.length, 1);
  });

  it('are made from a passage that was marked before, and stored with that', async () => {
    await show(wire(), QUOTE);
    await run('markPassageForLink');
    await show(may(), FIGURE);
    await answering(() => run('linkMarkedPassage'), /^Supports/);
    assert.equal((await link(wire()))?.relation, 'supports');
    assert.equal((await link(wire()))?.document, 'may.txt');
    assert.equal((await link(wire()))?.quote, FIGURE);
    assert.equal(await exists(sidecarOf(may())), false);
    const { messages } = await reading(() => run('linkMarkedPassage'));
    assert.match(messages[0]!.text, /Mark a passage first/);
  });

  it('lead to no passage of the same document', async () => {
    await show(may(), FIGURE);
    await run('markPassageForLink');
    await show(may(), 'harbour office');
    const { messages } = await reading(() => run('linkMarkedPassage'));
    assert.match(messages[0]!.text, /A link leads to another document/);
    assert.equal(await exists(sidecarOf(may())), false);
    // The mark is used up, so that the next test begins without one.
    await show(wire(), QUOTE);
    await answering(() => run('linkMarkedPassage'), /^Supports/);
  });

  it('are made to what was chosen, whatever is found in that moment', async () => {
    const window = vscode.window as unknown as Record<string, unknown>;
    const own = window.createQuickPick as () => vscode.QuickPick<vscode.QuickPickItem>;
    let pick: vscode.QuickPick<vscode.QuickPickItem> | undefined;
    window.createQuickPick = () => (pick = own());
    const news = new Emitter<void>();
    const found: { label: string; value: string }[] = [];
    const find = (): void => {
      found.unshift({ label: `found ${found.length}`, value: `found ${found.length}` });
      news.fire();
    };
    const enter = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const shown = async (): Promise<void> => {
      await until('it is in the list', () => pick!.items.length === found.length + 2, often);
      // Once around, so that the workbench has it as well.
      await vscode.commands.executeCommand('setContext', 'pressmark.test.shown', true);
    };
    const moments: readonly (() => Promise<unknown>)[] = [
      async () => {
        find();
        await shown();
        await enter();
      },
      async () => {
        find();
        await enter();
      },
      async () => {
        const entering = enter();
        find();
        await entering;
      },
    ];
    try {
      for (const moment of moments) {
        const chosen = askAmongMany<string>(
          { title: 'Link', placeholder: 'To what?' },
          { find: () => Promise.resolve([...found]), notice: () => 'More may come', onDidChange: news.event },
          () => ['quay', 'pier'].map(value => ({ label: value, value })),
        );
        await until('it is asked', () => pick?.activeItems.length === 1, often);
        const [active] = pick!.activeItems;
        await moment();
        assert.equal(await chosen, active!.label);
      }
    } finally {
      window.createQuickPick = own;
    }
  });

  it('are offered while the sources are still being read: articles at once, which is said, and the rest when it is known', async () => {
    const { sourceIndex } = await pressmark();
    const window = vscode.window as unknown as Record<string, unknown>;
    const own = window.createQuickPick as () => vscode.QuickPick<vscode.QuickPickItem>;
    let pick: vscode.QuickPick<vscode.QuickPickItem> | undefined;
    window.createQuickPick = () => (pick = own());
    Object.defineProperty(sourceIndex, 'state', { configurable: true, value: { kind: 'reading', done: 1, total: 9 } });
    try {
      await show(may(), FIGURE);
      const unanswered = answering(() => run('linkToPassage'), /^Supports/, /^never$/);
      const linking = assert.rejects(unanswered, /ended without .*never/);
      const isThere = ({ label }: vscode.QuickPickItem): boolean => label.includes('Boats leave the quay');
      await until('the articles are there', () => pick?.items.some(isThere), often);
      assert.match(pick!.placeholder!, /^Sources are still being read/);
      assert.ok(pick!.busy);
      Reflect.deleteProperty(sourceIndex, 'state');
      (sourceIndex as unknown as { readonly changes: { fire: () => void } }).changes.fire();
      await until('it knows all', () => pick?.placeholder?.startsWith('A passage, or a document') && !pick.busy, often);
      pick!.hide();
      await linking;
      assert.equal(await exists(sidecarOf(may())), false);
    } finally {
      Reflect.deleteProperty(sourceIndex, 'state');
      window.createQuickPick = own;
    }
  });

  it('name the annotation that is about the other passage', async () => {
    await show(wire(), QUOTE);
    await run('tagPassage', { judgement: { stance: 'neutral' } });
    const [there] = await annotations(wire());
    await annotationRow('it is listed', ({ label }) => label.includes('Ten boats'));
    await show(may(), FIGURE);
    await answering(() => run('linkToPassage'), /^Same claim/, /bookmark.*Ten boats/);
    assert.equal((await link(may()))?.annotation, there!.id);
    assert.equal((await link(may()))?.relation, 'same-claim');
  });

  const selected = (): string => {
    const editor = vscode.window.activeTextEditor!;
    return `${editor.document.uri.path.split('/').at(-1)}: ${editor.document.getText(editor.selection)}`;
  };

  it('are followed from either end', async () => {
    await linked();
    await linkRow('it is listed', ({ label }) => label.startsWith('contradicts'));
    await show(may(), FIGURE);
    await run('goToLinkedPassage');
    await until(
      'the quote is selected',
      () => /^wire\.txt: “?Ten boats/.test(selected()),
      vscode.window.onDidChangeTextEditorSelection,
    );
    await run('goToLinkedPassage');
    await until(
      'the figure is selected',
      () => selected() === `may.txt: ${FIGURE}`,
      vscode.window.onDidChangeTextEditorSelection,
    );
  });

  it('get another relation, which is taken back and made again', async () => {
    await linked();
    const before = await readText(sidecarOf(may()));
    await answering(() => run('changeLink'), /^Supports/);
    const after = before.replace('relation: contradicts', 'relation: supports');
    assert.equal(
      (await readText(sidecarOf(may()))).replace(/ *updated: .*\n/, ''),
      after.replace(/ *updated: .*\n/, ''),
    );
    await linkRow('the row says so', ({ label }) => label.startsWith('supports'));
    await run('undoLastAnnotationChange');
    assert.equal(await readText(sidecarOf(may())), before);
    await run('redoAnnotationChange');
    assert.equal((await link(may()))?.relation, 'supports');
  });

  it('are removed by their row, which is taken back', async () => {
    await linked();
    const before = await readText(sidecarOf(may()));
    await linkRow('it is listed', ({ label }) => label.startsWith('contradicts'));
    await run('removeLink', await linkNode('Ten boats'));
    assert.equal(await link(may()), undefined);
    assert.equal((await annotations(may()))[0]?.quote, FIGURE);
    await until(
      'no row is left of it',
      async () => !(await annotationRows()).some(({ state }) => state.startsWith('link')),
      (await pressmark()).annotations.onDidChangeTreeData,
    );
    await run('undoLastAnnotationChange');
    assert.equal(await readText(sidecarOf(may())), before);
  });

  it('are removed from their other end too', async () => {
    await linked();
    await show(wire(), QUOTE);
    await until(
      'the other end knows',
      async () => (await hoverAt(wire(), QUOTE)).includes('contradicted by'),
      vscode.languages.onDidChangeDiagnostics,
    );
    await run('removeLink');
    assert.equal(await link(may()), undefined);
  });

  describe('whose document is gone', () => {
    const PATH = 'wire.txt';
    const actions = async (): Promise<readonly vscode.CodeAction[]> => {
      const sidecar = await vscode.workspace.openTextDocument(sidecarOf(may()));
      const at = sidecar.positionAt(sidecar.getText().indexOf(PATH) + 1);
      const ask = 'vscode.executeCodeActionProvider';
      return vscode.commands.executeCommand<vscode.CodeAction[]>(ask, sidecar.uri, new vscode.Range(at, at));
    };
    const apply = async (title: string): Promise<void> => {
      const found = await actions();
      const action = found.find(candidate => candidate.title === title);
      assert.ok(action?.command, found.map(candidate => candidate.title).join(', '));
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments as unknown[]));
    };
    let before: string;
    const broken = async (code: string): Promise<vscode.Diagnostic> => {
      const [found] = await problems('Problems names it', sidecarOf(may()), list =>
        list.some(each => each.code === code),
      );
      return found!;
    };

    beforeEach(async () => {
      await show(wire(), QUOTE);
      await run('tagPassage', { judgement: { stance: 'neutral' } });
      await annotationRow('it is listed', ({ label }) => label.includes('Ten boats'));
      await show(may(), FIGURE);
      await answering(() => run('linkToPassage'), /^Contradicts/, /bookmark.*Ten boats/);
      before = await readText(sidecarOf(may()));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    // Refresh, so that it does not depend on watchers, which lose some of what other tests do beside these.
    it('stay, and say so in their row and in Problems, where the path stands', async () => {
      await vscode.workspace.fs.delete(wire());
      await run('refresh');
      const found = await broken('link-missing');
      assert.match(found.message, /^This link leads to “wire\.txt”, which is not there\./);
      assert.equal(before.split('\n')[found.range.start.line]!.slice(found.range.start.character), PATH);
      await linkRow('the row says so', ({ state, description }) => {
        return state === 'link.broken' && description.includes('document is missing');
      });
      assert.equal(await readText(sidecarOf(may())), before);
      await writeText(wire(), WIRE);
      await run('refresh');
      await problems('it is found again', sidecarOf(may()), list => list.length === 0);
    });

    it('are led by a quick fix to where it went with its sidecar, which is taken back', async () => {
      const to = workspaceFile(root, 'old', 'cable.txt');
      await vscode.workspace.fs.rename(wire(), to);
      await vscode.workspace.fs.rename(sidecarOf(wire()), sidecarOf(to));
      await run('refresh');
      await broken('link-missing');
      await documentRow('the other is listed', ({ id, description }) => {
        return id === to.toString() && description.endsWith('1 annotation');
      });
      await apply(`Point the Link to “${root}/old/cable.txt”`);
      assert.equal(await readText(sidecarOf(may())), before.replace(PATH, 'old/cable.txt'));
      await problems('nothing is wrong any more', sidecarOf(may()), list => list.length === 0);
      await run('undoLastAnnotationChange');
      assert.equal(await readText(sidecarOf(may())), before);
    });

    it('are removed by a quick fix', async () => {
      await vscode.workspace.fs.delete(wire());
      await run('refresh');
      await broken('link-missing');
      await apply('Remove Link');
      assert.equal(await link(may()), undefined);
    });

    it('are led to another passage where theirs is gone', async () => {
      await vscode.workspace.fs.delete(sidecarOf(wire()));
      await writeText(wire(), 'Boats leave the quay\n\n“Snow fell on the pier all night,” said warden Odd Selmer.\n');
      const found = await broken('link-lost');
      assert.match(found.message, /not in “wire\.txt” any more/);
      await answering(() => apply('Point the Link to Another Passage…'), /Snow fell/);
      assert.match((await link(may()))!.quote, /Snow fell on the pier/);
      assert.equal((await link(may()))!.annotation, undefined);
      await problems('nothing is wrong any more', sidecarOf(may()), list => list.length === 0);
    });
  });
});
