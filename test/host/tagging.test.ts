import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { annotationRow, documentRow, openArticle, problems, select, sidecarOf } from './harness/pressmark';
import { finished } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

const NAME = 'pier.txt';
const TITLE = 'Pier to be rebuilt';
const TEXT = [
  TITLE,
  '“We will rebuild it before winter,” said Mayor Runa Falk. She called the old pier “a hazard”.',
  'At least 28 people were hurt. Nothing was said of the cost.',
  '',
].join('\n\n');

let root = '';
const article = () => workspaceFile(root, NAME);
const sidecar = () => sidecarOf(article());
const stored = async () => parseSidecar(await readText(sidecar())).annotations;
const tag = (judgement: object) => vscode.commands.executeCommand('pressmark.tagPassage', { judgement });
const hoverText = async (document: vscode.TextDocument, words: string): Promise<string> => {
  const at = document.positionAt(document.getText().indexOf(words) + 2);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  const contents = hovers.flatMap(hover => hover.contents as vscode.MarkdownString[]);
  return contents.map(content => content.value).join('\n');
};

describe('tagging', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    root = freshFolder('tagging');
    editor = await openArticle(`${root}/${NAME}`, TEXT);
  });
  afterEach(async () => {
    await removeFolder(root);
  });

  it('stores the selection in readable YAML beside the article, and shows it everywhere', async () => {
    select(editor, 'Nothing was said of the cost');
    await tag({
      stance: 'against',
      target: 'Runa Falk',
      reliability: 'B',
      credibility: 2,
      basis: 'seen',
      note: 'Ask.',
    });
    const [annotation] = await stored();
    assert.equal(annotation?.quote, 'Nothing was said of the cost');
    assert.equal(TEXT.slice(annotation.start, annotation.end), annotation.quote);
    assert.equal(annotation.author, 'Host Tester');
    const { stance, target, reliability, credibility, basis, note } = annotation;
    assert.deepEqual(
      { stance, target, reliability, credibility, basis, note: note?.trim() },
      { stance: 'against', target: 'Runa Falk', reliability: 'B', credibility: 2, basis: 'seen', note: 'Ask.' },
    );
    await documentRow('the row counts it', row => row.description === '2 quotes, 1 claim, 1 annotation');
    const row = await annotationRow('the annotations view lists it', ({ label }) => label === annotation.quote);
    assert.equal(
      row.spoken,
      'Annotation: Nothing was said of the cost, Against: Runa Falk, reliability B, Usually reliable, credibility 2, Probably true, not reviewed',
    );
    assert.match(await hoverText(editor.document, annotation.quote), /\*\*Against\*\*[\s\S]*Usually[\s\S]*Ask/);
  });

  const PLACES: readonly (readonly [what: string, cursorIn: string, quote: string])[] = [
    ['the quote at the cursor', 'rebuild it', '“We will rebuild it before winter,”'],
    ['the numeric claim at the cursor', '28', 'At least 28 people'],
    ['the sentence at the cursor', 'the cost', 'Nothing was said of the cost.'],
  ];
  for (const [what, cursorIn, quote] of PLACES) {
    it(`takes ${what} when nothing is selected`, async () => {
      select(editor, cursorIn);
      editor.selection = new vscode.Selection(editor.selection.active, editor.selection.active);
      await tag({ stance: 'neutral' });
      assert.deepEqual(
        (await stored()).map(annotation => annotation.quote),
        [quote],
      );
    });
  }

  it('edits the tagged passage at the cursor, and removes it; undo and redo take that back and make it again', async () => {
    select(editor, 'a hazard');
    await tag({ stance: 'neutral' });
    await vscode.commands.executeCommand('pressmark.editAnnotation', {
      ...(await reference()),
      judgement: { stance: 'against' },
    });
    assert.equal((await stored())[0]?.stance, 'against');
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.equal((await stored())[0]?.stance, 'neutral');
    await vscode.commands.executeCommand('pressmark.redoAnnotationChange');
    assert.equal((await stored())[0]?.stance, 'against');
    await finished(vscode.commands.executeCommand('pressmark.removeAnnotation', await reference()));
    assert.deepEqual(await stored(), []);
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.equal((await stored())[0]?.stance, 'against');
  });

  it('asks once of several selections, and undoes what was said of all of them as one', async () => {
    const at = (words: string): vscode.Selection => {
      select(editor, words);
      return editor.selection;
    };
    const cursor = at('the cost').active;
    editor.selections = [at('We will rebuild'), at('At least 28 people'), new vscode.Selection(cursor, cursor)];
    await tag({ stance: 'neutral', tags: ['seen'] });
    assert.deepEqual(
      (await stored()).map(({ quote, stance, tags }) => [quote, stance, tags?.join()]),
      [
        ['We will rebuild', 'neutral', 'seen'],
        ['At least 28 people', 'neutral', 'seen'],
        ['Nothing was said of the cost.', 'neutral', 'seen'],
      ],
    );
    await vscode.commands.executeCommand('pressmark.undoLastAnnotationChange');
    assert.deepEqual(await stored(), []);
  });

  it('says of a passage what was said last, or what was said of another one that is picked; basis and note are of that one', async () => {
    select(editor, 'a hazard');
    await tag({ stance: 'against', target: 'the pier', reliability: 'B', basis: 'seen', note: 'Ask.' });
    select(editor, 'At least 28 people');
    await vscode.commands.executeCommand('pressmark.repeatLastTag');
    await tag({ stance: 'neutral' });
    select(editor, 'Nothing was said of the cost');
    const window = vscode.window as unknown as Record<string, unknown>;
    const own = window.showQuickPick;
    window.showQuickPick = (items: readonly vscode.QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => label === 'Against: the pier'));
    try {
      await vscode.commands.executeCommand('pressmark.tagSameAs');
    } finally {
      window.showQuickPick = own;
    }
    const said = (await stored()).map(({ quote, stance, target, reliability, basis, note }) =>
      [quote, stance, target, reliability, basis, note?.trim()].join(' | '),
    );
    // Of the same passage, made in the same second, either may be the first in the sidecar.
    assert.deepEqual(said.toSorted(), [
      'At least 28 people | against | the pier | B |  | ',
      'At least 28 people | neutral |  |  |  | ',
      'Nothing was said of the cost | against | the pier | B |  | ',
      'a hazard | against | the pier | B | seen | Ask.',
    ]);
  });

  describe('by single keys', () => {
    const run = (command: string) => finished(vscode.commands.executeCommand(`pressmark.${command}`));
    const press = (key: string) => finished(vscode.commands.executeCommand('pressmark.taggingKey', { key }));
    beforeEach(() => run('startTaggingMode'));
    afterEach(() => run('leaveTaggingMode'));

    it('tags the next untagged highlight with stance, reliability and credibility: four keys', async () => {
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await run('goToNextUntaggedHighlight');
      await Promise.all(['a', 'B', '2'].map(press));
      const annotations = await stored();
      assert.deepEqual(
        annotations.map(({ quote, stance, reliability, credibility }) => ({ quote, stance, reliability, credibility })),
        [{ quote: '“We will rebuild it before winter,”', stance: 'against', reliability: 'B', credibility: 2 }],
      );
    });

    it('goes on to what is not tagged, and repeats the last tag there', async () => {
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await run('goToNextUntaggedHighlight');
      await press('f');
      await press('C');
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await run('goToNextUntaggedHighlight');
      assert.equal(editor.document.getText(editor.selection), '“a hazard”');
      await run('repeatLastTag');
      assert.deepEqual(
        (await stored()).map(({ quote, stance, reliability }) => [quote, stance, reliability]),
        [
          ['“We will rebuild it before winter,”', 'favor', 'C'],
          ['“a hazard”', 'favor', 'C'],
        ],
      );
    });

    it('tags several selections at once, and leaves the article as it was', async () => {
      const at = (words: string): vscode.Selection => {
        select(editor, words);
        return editor.selection;
      };
      editor.selections = [at('We will rebuild'), at('Nothing was said')];
      await press('n');
      assert.deepEqual(
        (await stored()).map(({ quote, stance }) => [quote, stance]),
        [
          ['We will rebuild', 'neutral'],
          ['Nothing was said', 'neutral'],
        ],
      );
      assert.equal(editor.document.getText(), TEXT);
    });

    it('changes nothing where a key has no meaning or no highlight is at the cursor', async () => {
      select(editor, 'rebuild it');
      await press('z');
      const plain = editor.document.positionAt(TEXT.indexOf('Nothing was'));
      editor.selection = new vscode.Selection(plain, plain);
      await press('f');
      assert.equal(editor.document.getText(), TEXT);
      assert.deepEqual(await vscode.workspace.findFiles(`${NAME}.pressmark.yaml`), []);
    });
  });

  it('goes from an annotation to its passage, also after text was put in before it', async () => {
    select(editor, 'a hazard');
    await tag({ stance: 'against' });
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'UPDATE. '));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('pressmark.goToPassage', await reference());
    const shown = vscode.window.activeTextEditor!;
    assert.equal(shown.document.getText(shown.selection), 'a hazard');
  });

  it('offers tagging as a code action on a highlight, and nothing beside plain text', async () => {
    const titles = async (words: string): Promise<string[]> => {
      const { document } = editor;
      const at = document.positionAt(document.getText().indexOf(words) + 1);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
      );
      return actions.map(action => action.title);
    };
    assert.deepEqual(await titles('rebuild it'), ['Tag Quote…', 'Dismiss Highlight']);
    assert.deepEqual(await titles('28 people'), ['Tag Numeric Claim…', 'Dismiss Highlight']);
    assert.deepEqual(await titles('Nothing was'), []);
  });

  it('says in a hover what was found: type, speaker and cue of a quote, value of a claim', async () => {
    assert.match(
      await hoverText(editor.document, 'rebuild it'),
      /Direct quote[\s\S]*Runa Falk[\s\S]*said[\s\S]*command:pressmark\.tagPassage/,
    );
    assert.match(await hoverText(editor.document, '28 people'), /Count[\s\S]*28[\s\S]*people/);
  });

  it('says what changes and amounts come to, with their currency, and percentage points as points', async () => {
    const { document } = await openArticle(
      `${root}/figures.txt`,
      'Sales rose 12% to $1.2bn. Turnout fell from 40% to 38%, that is 2 percentage points. They owe 120 MEUR.\n',
    );
    for (const [words, expected] of [
      ['12%', /Change\*\*: up by 12%/],
      ['$1.2bn', /Change\*\*: up, to 1,200,000,000 USD(?![\s\S]*Unit)/],
      ['from 40%', /Change\*\*: down from 40% to 38%/],
      ['2 percentage', /Percentage\*\*: 2\n\nUnit: percentage points/],
      ['120 MEUR', /Amount of money\*\*: 120,000,000 EUR/],
    ] as const)
      assert.match(await hoverText(document, words), expected);
  });

  it('shows what editors and articles say as text, never as markup, a link or an icon', async () => {
    select(editor, 'a hazard');
    const hostile = '[click](command:evil.run) $(alert) **bold** <img src=x> | `code`';
    await tag({ stance: 'against', target: hostile, note: `${hostile}\n\n# Heading` });
    const shown = await until(
      'the annotation is in the hover',
      async () => {
        const text = await hoverText(editor.document, 'a hazard');
        return text.includes('Annotation') ? text : undefined;
      },
      saved(),
    );
    for (const markup of [
      /(?<!\\)\[click\]/,
      /(?<!\\)\$\(alert\)/,
      /(?<!\\)\*\*bold/,
      /(?<![\\&])<img/,
      /^# Heading/m,
      /(?<!\\)`code/,
    ])
      assert.doesNotMatch(shown, markup);
    assert.match(shown, /evil/);
  });

  it('says beside the text what it does not say itself', async () => {
    select(editor, 'a hazard');
    await tag({ stance: 'against', target: 'old pier', reliability: 'C' });
    const { document } = editor;
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await until(
      'the hints are there',
      async () => {
        const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          whole,
        );
        return found.some(({ label }) => label === 'Against: old pier · C–') ? found : undefined;
      },
      vscode.languages.onDidChangeDiagnostics,
      saved(),
    );
    assert.ok(hints.length >= 1);
  });

  it('keeps what a hand wrote into the sidecar through adding, editing and removing', async () => {
    select(editor, 'a hazard');
    await tag({ stance: 'against' });
    const [first] = await stored();
    const source = await readText(sidecar());
    const byHand = source
      .replace('version: 1', 'version: 1\ndesk: foreign # our own key')
      .replace(/( *)stance: against/, '$1mood: grim\n$1# checked by two people\n$1stance: against')
      .replace(/( *)(start: \d+)\n *(end: \d+)/, '$1$3\n$1$2');
    assert.match(byHand, /end: \d+\n *start: \d+/);
    await writeText(sidecar(), byHand);
    select(editor, 'Nothing was said');
    await tag({ stance: 'neutral' });
    const second = (await stored()).find(({ id }) => id !== first!.id)!;
    await vscode.commands.executeCommand('pressmark.editAnnotation', {
      document: editor.document.uri.toString(),
      id: second.id,
      judgement: { stance: 'favor' },
    });
    await finished(
      vscode.commands.executeCommand('pressmark.removeAnnotation', {
        document: editor.document.uri.toString(),
        id: second.id,
      }),
    );
    assert.equal(await readText(sidecar()), byHand);
  });

  it('changes a sidecar through its editor while that has unsaved changes', async () => {
    select(editor, 'a hazard');
    await tag({ stance: 'against' });
    const open = await vscode.workspace.openTextDocument(sidecar());
    const sidecarEditor = await vscode.window.showTextDocument(open, { preview: false });
    await sidecarEditor.edit(edit => edit.insert(new vscode.Position(0, 0), '# not saved yet\n'));
    const shown = await vscode.window.showTextDocument(article(), { preview: false });
    select(shown, 'Nothing was said');
    await tag({ stance: 'neutral' });
    assert.match(open.getText(), /^# not saved yet\n[\s\S]*a hazard[\s\S]*Nothing was said/);
    assert.equal(open.isDirty, true);
    await open.save();
    assert.equal((await stored()).length, 2);
    await vscode.window.showTextDocument(open);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(article());
  });

  it('a passage that leaves the article is listed first, and in Problems, and is never dropped', async () => {
    select(editor, 'a hazard');
    await tag({ stance: 'against' });
    await writeText(article(), `${TITLE}\n\nThe whole story was withdrawn on Monday by the paper.\n`);
    await documentRow('the row says so', row => row.label === TITLE && row.description.startsWith('1 to check'));
    const attention = await annotationRow('it is listed first', row => row.label === 'Needs attention');
    assert.equal(attention.children[0]?.state, 'annotation.attention');
    await problems('Problems says so', sidecar(), found => found.some(({ code }) => code === 'lost'));
    assert.equal((await stored()).length, 1);
  });

  async function reference(): Promise<{ document: string; id: string }> {
    return { document: editor.document.uri.toString(), id: (await stored())[0]!.id };
  }
});

/** Fires after any file was written. */
const saved = (): vscode.Event<unknown> => {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(workspaceFile(), '**'));
  return listener => {
    const subscriptions = [watcher, watcher.onDidChange(listener), watcher.onDidCreate(listener)];
    return { dispose: () => subscriptions.forEach(subscription => void subscription.dispose()) };
  };
};
