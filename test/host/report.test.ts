import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFileSystem } from './harness/memoryFileSystem';
import { reading } from './harness/messages';
import { annotationRow, openArticle, sidecarOf } from './harness/pressmark';
import { readText, writeText } from './harness/workspace';

const SCHEME = 'pressmark-report';
const NAME = 'report-of-the-weir.txt';
const WORDS = 'It will hold for fifty years';
const SIDECAR = [
  'version: 1',
  'document:',
  '  publisher: The Oxley Gauge',
  'annotations:',
  '  - id: rr11ss22',
  `    quote: ${WORDS}`,
  '    start: 16',
  '    end: 44',
  '    stance: favor',
  '    target: the rebuilt weir',
  '',
].join('\n');

describe('the report, in the panel', () => {
  const file = (name: string) => vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
  let provider: vscode.Disposable;
  let article: vscode.Uri;

  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider(SCHEME, new MemoryFileSystem(), { isCaseSensitive: true });
    const editor = await openArticle(NAME, `Weir to stand\n\n“${WORDS},” said engineer Maud Penrose.\n`);
    article = editor.document.uri;
    await writeText(sidecarOf(article), SIDECAR);
    await annotationRow('the annotation', row => row.label === WORDS);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(sidecarOf(article));
    provider.dispose();
  });

  const save = async (format: string, target: vscode.Uri): Promise<readonly string[]> =>
    (await reading(() => vscode.commands.executeCommand('pressmark.saveReport', { format, target }))).messages.map(
      ({ text }) => text,
    );

  it('runs its page, which counts, draws and is saved as HTML', async () => {
    const target = file('report.html');
    await save('html', target);
    const html = await readText(target);
    assert.match(html, /The Oxley Gauge, the rebuilt weir, In favor: 1 passage/);
    assert.match(html, /Maud Penrose: 1 quote/);
    assert.match(html, /<\/html>\n$/);
  });

  it('is saved as Markdown, also while it is behind another tab', async () => {
    await vscode.window.showTextDocument(article);
    const target = file('report.md');
    await save('markdown', target);
    assert.match(await readText(target), /\| the rebuilt weir \| The Oxley Gauge \| .*1 \|/);
  });

  it('is never written over an article', async () => {
    const before = await readText(article);
    const messages = await save('markdown', article);
    assert.ok(messages.some(text => text.includes('was not overwritten')));
    assert.equal(await readText(article), before);
  });
});
