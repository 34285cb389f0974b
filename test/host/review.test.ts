import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NO_FILTER, parseFilter } from '../../src/core/annotation/filter';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { type AnnotationsNode } from '../../src/vscode/views/annotationsView';
import { finished } from './harness/finished';
import { freshFolder, removeFolder } from './harness/freshFolder';
import { reading } from './harness/messages';
import { annotationRow, annotationRows, documentRow, openArticle, pressmark, sidecarOf } from './harness/pressmark';
import { until } from './harness/until';
import { readText, workspaceFile, writeText } from './harness/workspace';

type Row = Extract<AnnotationsNode, { readonly kind: 'annotation' }>;

const TEXT = [
  'Breakwater plan divides Osthaven',
  '“The breakwater will drown our beach,” said Tilda Roos, who rents out boats.',
  'Harbour master Jens Okby said: “Without it the ferries stop in March.”',
  'The council has put aside 4 million crowns.',
  '',
].join('\n\n');
const SIDECAR = [
  'version: 1',
  'document:',
  '  publisher: Osthaven Avis',
  'annotations:',
  '  - id: drown',
  '    quote: “The breakwater will drown our beach,”',
  '    stance: against',
  '    target: breakwater',
  '    reliability: C',
  '    tags: [beach]',
  '  - id: ferries',
  '    quote: “Without it the ferries stop in March.”',
  '    stance: favor',
  '    target: breakwater',
  '    reliability: B',
  '  - id: crowns',
  '    quote: 4 million crowns',
  '    credibility: 2',
  '  - id: gone',
  '    quote: Nobody has ever written this.',
  '',
].join('\n');

describe('reviewing', () => {
  let root = '';
  let sidecar: vscode.Uri;
  let uri = '';
  const only = (filter: string) => parseFilter(`document:"${uri}" ${filter}`);
  const stored = async () => parseSidecar(await readText(sidecar)).annotations;

  /** What the view shows of this document: groups and their rows. */
  const shown = async () =>
    (await annotationRows()).map(({ id, label }) => (id.startsWith(uri) ? id.slice(uri.length + 1) : label));

  /** The row's node, as a menu or a key would give it to a command. */
  async function row(id: string): Promise<Row> {
    const { annotations } = await pressmark();
    const rows = annotations.getChildren().flatMap(group => annotations.getChildren(group));
    const found = rows.find((node): node is Row => node.kind === 'annotation' && node.overview.annotation.id === id);
    assert.ok(found, id);
    return found;
  }
  const run = (command: string, ...args: readonly unknown[]) =>
    finished(vscode.commands.executeCommand(`pressmark.${command}`, ...args));
  const rowWith = (id: string, words: string) =>
    annotationRow(`${id} says ${words}`, row => row.id === `${uri}#${id}` && row.spoken.includes(words));

  beforeEach(async () => {
    root = freshFolder('review');
    const article = workspaceFile(root, 'breakwater.txt');
    [sidecar, uri] = [sidecarOf(article), article.toString()];
    await writeText(sidecar, SIDECAR);
    await openArticle(`${root}/breakwater.txt`, TEXT);
    await annotationRow(
      'the lost passage is found to be so',
      row => row.id === `${uri}#gone` && row.state === 'annotation.attention',
    );
    const { annotations } = await pressmark();
    await annotations.setFilter(only(''));
  });
  afterEach(async () => {
    const { annotations } = await pressmark();
    await annotations.setFilter(NO_FILTER);
    await annotations.setGrouping('document');
    await annotations.setSorting('document');
    await removeFolder(root);
  });

  it('shows what passes the filter, says which in words, and shows all again', async () => {
    const { annotations } = await pressmark();
    await annotations.setFilter(only('stance:against,none'));
    assert.deepEqual(await shown(), ['Needs attention', 'gone', 'Breakwater plan divides Osthaven', 'drown', 'crowns']);
    assert.match(
      annotations.message ?? '',
      /^3 of \d+ annotations: Document: Breakwater plan divides Osthaven; Stance: Against or No stance$/,
    );
    await run('clearAnnotationFilter');
    assert.equal(annotations.message, undefined);
    assert.ok((await shown()).includes('ferries'));
  });

  const GROUPED = [
    ['outlet', ['Osthaven Avis']],
    ['speaker', ['Jens Okby', 'Tilda Roos', 'No speaker']],
    ['target', ['breakwater', 'No target']],
    ['stance', ['In favor', 'Against', 'No stance']],
    ['reliability', ['B: Usually reliable', 'C: Fairly reliable', 'Not rated']],
    ['credibility', ['2: Probably true', 'Not rated']],
    ['tag', ['beach', 'No tag']],
    ['review', ['Not reviewed']],
  ] as const;
  for (const [grouping, groups] of GROUPED)
    it(`groups by ${grouping}`, async () => {
      const { annotations } = await pressmark();
      await annotations.setGrouping(grouping);
      const rows = (await annotationRows()).filter(({ state }) => state === 'group' || state === 'attention');
      assert.deepEqual(
        rows.map(({ label }) => label),
        ['Needs attention', ...groups],
      );
    });

  it('says of every row its kind, passage, stance, reliability and state', async () => {
    const spoken = async (id: string) => (await annotationRows()).find(row => row.id === `${uri}#${id}`)?.spoken;
    assert.equal(
      await spoken('drown'),
      'Annotation: “The breakwater will drown our beach,”, Against: breakwater, reliability C, Fairly reliable, not reviewed',
    );
    assert.match(
      (await spoken('gone'))!,
      /^Annotation: Nobody .*, no stance, reliability not rated, passage not found, not reviewed, /,
    );
  });

  it('marks as reviewed in the sidecar, checks the box, and takes it back', async () => {
    const { annotations } = await pressmark();
    await run('toggleReviewed', await row('drown'));
    const [annotation] = await stored();
    assert.match(annotation?.reviewed ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal(annotation?.reviewedBy, 'Host Tester');
    assert.equal(annotation?.updated, undefined);
    await rowWith('drown', ', reviewed');
    const item = annotations.getTreeItem(await row('drown'));
    assert.equal(
      (item.checkboxState as { state: vscode.TreeItemCheckboxState }).state,
      vscode.TreeItemCheckboxState.Checked,
    );
    await documentRow(
      'the document says how far it is',
      row => row.id === uri && row.description.endsWith(', 1 of 4 reviewed'),
    );
    await run('undoLastAnnotationChange');
    await rowWith('drown', 'not reviewed');
    assert.equal(await readText(sidecar), SIDECAR);
  });

  it('says so where an annotation was changed after its review', async () => {
    await run('toggleReviewed', await row('drown'));
    const later = (await readText(sidecar)).replace(/( *)reviewed:/, '$1updated: 2999-01-01T00:00:00Z\n$1reviewed:');
    await writeText(sidecar, later);
    await rowWith('drown', 'changed since review');
  });

  it('marks all that are selected, undone as one; the document is reviewed', async () => {
    const rows = await Promise.all(['gone', 'drown', 'ferries', 'crowns'].map(row));
    await run('toggleReviewed', rows[1], rows);
    assert.equal((await stored()).filter(({ reviewed }) => reviewed).length, 4);
    await run('undoLastAnnotationChange');
    assert.equal(await readText(sidecar), SIDECAR);
    await run('removeSelectedAnnotations', rows[0], rows.slice(0, 1));
    const left = await Promise.all(['drown', 'ferries', 'crowns'].map(row));
    await run('toggleReviewed', left[0], left);
    const { spoken } = await documentRow(
      'the document is reviewed',
      ({ id, description }) => id === uri && description.includes('3 of 3'),
    );
    assert.match(spoken, /^Breakwater plan divides Osthaven, reviewed, .*, 1 against, 1 in favor, reliability B to C$/);
  });

  it('removes all that are selected, undone as one', async () => {
    const rows = await Promise.all(['drown', 'crowns'].map(row));
    await run('removeSelectedAnnotations', rows[0], rows);
    assert.deepEqual(
      (await stored()).map(({ id }) => id),
      ['ferries', 'gone'],
    );
    await run('undoLastAnnotationChange');
    assert.equal(await readText(sidecar), SIDECAR);
  });

  it('draws one row again, and not the tree, where one annotation changes', async () => {
    const { annotations } = await pressmark();
    const before = await row('drown');
    const fired: (readonly AnnotationsNode[] | undefined)[] = [];
    const listener = annotations.onDidChangeTreeData(nodes => fired.push(nodes));
    await vscode.commands.executeCommand('pressmark.editAnnotation', {
      document: uri,
      id: 'drown',
      judgement: { stance: 'unclear', target: 'breakwater', reliability: 'C', tags: ['beach'] },
    });
    await until('the row is drawn again', () => fired.length > 0, annotations.onDidChangeTreeData);
    await rowWith('drown', 'Unclear');
    listener.dispose();
    assert.deepEqual(fired, [[before]]);
  });

  it('leaves the box as it is stored where the sidecar cannot be written', async () => {
    const drown = await row('drown');
    const broken = `${SIDECAR}<<<<<<< ours\n`;
    await writeText(sidecar, broken);
    const { messages } = await reading(() => vscode.commands.executeCommand('pressmark.toggleReviewed', drown));
    assert.match(messages[0]?.text ?? '', /Nothing was saved/);
    assert.equal(await readText(sidecar), broken);
  });
});
