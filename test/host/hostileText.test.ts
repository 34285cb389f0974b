import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NO_FILTER, withFacet } from '../../src/core/annotation/filter';
import { DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../../src/core/corpus/articleFilter';
import { Settings } from '../../src/vscode/settings';
import { often } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { reading } from './harness/messages';
import { annotationRow, documentRow, openArticle, pressmark, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { workspaceFile, writeText } from './harness/workspace';

const NAME = 'tide.txt';
const HOSTILE = '[see](command:workbench.action.quit) <img src=x> $(trash) ab\u202edc';
const TEXT = `Tide tables\n\nThey wrote ${HOSTILE} on the wall.\n`;
const SIDECAR = `version: 1
document:
  title: "Tide \\u202Etables"
annotations:
  - id: hostile
    quote: ${JSON.stringify(HOSTILE)}
    start: 24
    stance: favor
    target: "[x](command:workbench.action.quit) \\u200b"
    note: "![a](https://example.invalid/p.png) <b>b</b>"
    author: "$(trash) [y](command:workbench.action.quit)"
`;

/** What Markdown or VS Code would make something of, where it stands without a backslash. */
const ALIVE =
  /(?<!\\)\[(?:see|x|y)\\?\]\(command|<(?:img|b)\b|(?<!\\)\$\(trash\) (?:ab|\\?\[y)|(?<!\\)!\[a|[\u202a-\u202e\u200b]/;

const LINK = /\[[^\]]+\]\(command:/;
const ALIVE_ICON = /(?<!\\)\$\(trash\)|[\u202a-\u202e]/;

describe('hostile text', () => {
  let root = '';
  beforeEach(() => {
    root = freshFolder('hostile-text');
  });
  afterEach(() => removeFolder(root));
  const open = async (): Promise<vscode.TextEditor> => {
    await writeText(sidecarOf(workspaceFile(root, NAME)), SIDECAR);
    return openArticle(`${root}/${NAME}`, TEXT);
  };

  it('is text in hovers, and only commands of ours are run from there', async () => {
    const { document } = await open();
    const position = document.positionAt(TEXT.indexOf('see'));
    const ours = await until(
      'the hover names the annotation',
      async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          position,
        );
        const contents = hovers.flatMap(hover => hover.contents as vscode.MarkdownString[]);
        return contents.find(({ value }) => value.includes('pressmark.removeAnnotation'));
      },
      often,
    );
    assert.doesNotMatch(ours.value, ALIVE);
    assert.ok(ours.value.includes('200B'), ours.value);
    const links = [...ours.value.matchAll(/\]\(command:([\w.]+)/g)].map(([, command]) => command!);
    assert.ok(links.length > 0 && links.every(command => command.startsWith('pressmark.')), links.join());
    assert.notEqual(ours.isTrusted, true);
    assert.notEqual(ours.supportHtml, true);
  });

  it('is shown for what it is in the trees', async () => {
    await open();
    const document = await documentRow('the title', row => row.label.startsWith('Tide ⟨U+202E⟩tables'));
    assert.ok(document);
    const annotation = await annotationRow(
      'the annotation',
      row => row.label.includes('They wrote') || row.label.includes('[see]'),
    );
    assert.doesNotMatch(`${annotation.label}${annotation.description}`, /[\u202a-\u202e\u200b]/);
  });

  it('is no link in a notification', async () => {
    await open();
    await annotationRow('the annotation', row => row.label.includes('[see]'));
    const { messages } = await reading(() =>
      vscode.commands.executeCommand('pressmark.removeAnnotation', {
        document: workspaceFile(root, NAME).toString(),
        id: 'hostile',
      }),
    );
    assert.equal(messages.length, 1);
    assert.match(messages[0]!.text, /\[see\]/);
    assert.doesNotMatch(messages[0]!.text, LINK);
  });

  it('is no link where an input says what it asks for', async () => {
    await open();
    const { annotations } = await pressmark();
    try {
      await annotations.setFilter(withFacet(NO_FILTER, 'target', ['[x](command:workbench.action.quit) \u200b']));
      const [input] = await asked<vscode.InputBoxOptions>('showInputBox', () =>
        vscode.commands.executeCommand('pressmark.saveAnnotationFilter'),
      );
      assert.match(input?.prompt ?? '', /\[x\]/);
      assert.doesNotMatch(input?.prompt ?? '', LINK);
    } finally {
      await annotations.setFilter(NO_FILTER);
    }
  });

  it('is no icon in a picker or in the status bar', async () => {
    const editor = await open();
    const reference = { document: editor.document.uri.toString(), id: 'hostile' };
    await annotationRow('the annotation', row => row.label.includes('[see]'));
    const [items] = await asked<readonly vscode.QuickPickItem[]>('showQuickPick', () =>
      vscode.commands.executeCommand('pressmark.tagSameAs'),
    );
    const item = items?.find(({ detail }) => detail?.includes('[see]'));
    assert.match(item?.detail ?? '', /\\\$\(trash\)/);
    assert.doesNotMatch(`${item?.label}${item?.description}${item?.detail}`, ALIVE_ICON);
    const said = await asked<string>('setStatusBarMessage', () =>
      vscode.commands.executeCommand('pressmark.tagPassage', {
        document: reference.document,
        start: TEXT.indexOf('[see]'),
        end: TEXT.indexOf(' on the wall'),
        judgement: { basis: 'It is written there' },
      }),
    );
    assert.match(said.join(), /\$\(trash\)/);
    assert.doesNotMatch(said.join(), ALIVE_ICON);
  });
});

/** What `window` is asked to show while `work` goes on; nothing of it is shown, and nothing answered. */
async function asked<T>(name: keyof typeof vscode.window, work: () => PromiseLike<unknown>): Promise<readonly T[]> {
  const window = vscode.window as unknown as Record<string, unknown>;
  const own = window[name];
  const shown: T[] = [];
  window[name] = (first: T) => {
    shown.push(first);
    return Promise.resolve(undefined);
  };
  try {
    await work();
  } finally {
    window[name] = own;
  }
  return shown;
}

describe("the report's panel", () => {
  it('runs only the script of ours, fetches nothing and obeys no links with commands', async () => {
    const window = vscode.window as unknown as Record<string, unknown>;
    const own = window.createWebviewPanel as typeof vscode.window.createWebviewPanel;
    let panel: vscode.WebviewPanel | undefined;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    window.createWebviewPanel = (...args: Parameters<typeof own>) => (panel = own(...args));
    try {
      await vscode.commands.executeCommand('pressmark.openReport');
      const { html, options } = panel!.webview;
      const nonce = /nonce-(\w{12,})/.exec(html)?.[1] ?? '';
      const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
      assert.ok(html.includes(`http-equiv="Content-Security-Policy" content="${policy}"`), html);
      assert.deepEqual(html.match(/<script[^>]*nonce="\w+"|<script/g), [`<script nonce="${nonce}"`]);
      assert.ok(!options.enableCommandUris && !options.enableForms);
    } finally {
      window.createWebviewPanel = own;
      panel?.dispose();
    }
  });
});

describe('settings of another type than they are', () => {
  it('are taken as if they were not set', async () => {
    const configuration = vscode.workspace.getConfiguration('pressmark');
    const settings = new Settings();
    try {
      for (const value of [5, { a: 1 }]) {
        for (const name of ['include', 'exclude'])
          await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
        const { include, exclude } = settings.articleFilter;
        assert.deepEqual([include, exclude], [DEFAULT_INCLUDE, DEFAULT_EXCLUDE]);
      }
    } finally {
      settings.dispose();
      for (const name of ['include', 'exclude'])
        await configuration.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
