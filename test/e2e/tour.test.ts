import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { type CorpusCopy, copyCorpus, readSidecar, type StoredAnnotation } from './corpusCopy';
import { eventually } from './eventually';
import { Workbench } from './workbench';

/** What an editor answers about the first three highlights of an article, by keyboard. */
const JUDGEMENTS = [
  {
    stance: 'favor',
    target: 'the alliance',
    isNewTarget: true,
    reliability: 'C',
    credibility: 2,
    basis: 'on the record',
  },
  {
    stance: 'against',
    target: 'the alliance',
    isNewTarget: false,
    reliability: 'B',
    credibility: 3,
    basis: 'two outlets',
  },
  { stance: 'neutral', target: 'the talks', isNewTarget: true, reliability: 'F', credibility: 6, basis: 'unsourced' },
] as const;

const STANCE_LABELS = { favor: 'In favor', against: 'Against', neutral: 'Neutral' } as const;

describe('an editor annotates a corpus', () => {
  const cleanup = new Cleanup();
  let corpus: CorpusCopy;
  let workbench: Workbench;
  let article: string;
  let stored: readonly StoredAnnotation[];

  before(async () => {
    corpus = await copyCorpus(cleanup);
    workbench = await Workbench.open(
      {
        folder: corpus.folder,
        settings: { 'pressmark.author': 'Ada Brook' },
        size: { width: 1400, height: 1500 },
      },
      cleanup,
    );
  });
  afterEach(function () {
    return workbench.keepPicture(this.currentTest);
  });
  after(() => cleanup.run());

  it('sees every document in the tree', async () => {
    await workbench.runCommand('Pressmark: Focus on Documents View');
    if (!corpus.hasCodebook) {
      await workbench.saysWhenEmpty('Use This Folder as a Corpus');
      await workbench.runCommand('Pressmark: Use Folder as Corpus');
    }
    const documents = await eventually('all documents to be counted', async () => {
      const rows = (await workbench.rows('Documents')).filter(row => /\d+ (quotes?|claims?)/.test(row.label));
      return rows.length === corpus.articles.length && rows;
    });
    for (const { label } of documents) assert.match(label, /^\S.*, not annotated yet, /);
  });

  it('sees quotes and claims marked in an article', async () => {
    article = corpus.articles[0] ?? '';
    await workbench.openFile(article);
    const decorations = await workbench.marked();
    assert.ok(decorations.some(({ line, text }) => line === 'solid box' && /\d|[a-z]/i.test(text)));
    assert.ok(decorations.some(({ line, text }) => line.endsWith('below') && /^[“"‘'«„]/.test(text)));
  });

  it('tags three passages, by keyboard alone', async () => {
    for (const [index, judgement] of JUDGEMENTS.entries()) {
      await workbench.runCommand('Pressmark: Go to Next Highlight');
      await workbench.runCommand('Pressmark: Tag Passage…');
      const input = await workbench.quickInput();
      await input.asks('stance');
      await input.choose(STANCE_LABELS[judgement.stance]);
      await input.asks('Toward whom');
      await input.type(judgement.target);
      await input.choose(judgement.isNewTarget ? `New target: ${judgement.target}` : judgement.target);
      await input.asks('How reliable');
      await input.chooseFirst(`${judgement.reliability}: `);
      await input.asks('How credible');
      await input.chooseFirst(`${judgement.credibility}: `);
      if (corpus.hasCodebook) {
        await input.asks('Tags');
        await input.accept();
      }
      await input.asks('Basis');
      await input.type(judgement.basis);
      await input.accept();
      await input.asks('Note');
      await input.type(`Passage ${index + 1}`);
      await input.accept();
      await input.closed();
      await eventually(
        'the annotation on disk',
        async () => (await readSidecar(corpus.folder, article)).length === index + 1,
      );
    }
  });

  it('finds them in the sidecar on disk, and the article as it was', async () => {
    stored = await readSidecar(corpus.folder, article);
    const text = (await readFile(path.join(corpus.folder, article), 'utf8')).replaceAll('\r\n', '\n');
    assert.deepEqual(new Set(stored.map(noteOf)), new Set(JUDGEMENTS.map((_, index) => `Passage ${index + 1}`)));
    for (const annotation of stored) {
      assert.equal(text.slice(annotation.start, annotation.end), annotation.quote);
      const index = Number(noteOf(annotation).slice(-1)) - 1;
      const { isNewTarget: _, ...expected } = JUDGEMENTS[index] ?? assert.fail();
      assert.deepEqual(pickKeys(annotation, Object.keys(expected)), expected);
      assert.equal(annotation.author, 'Ada Brook');
    }
  });

  it('finds them again after the window is reloaded, in the tree and in the editor', async () => {
    await workbench.reload();
    await workbench.runCommand('Pressmark: Focus on Documents View');
    await workbench.expandRow('Documents', /, in progress, .*3 annotations/);
    for (const { reliability, credibility, stance, target } of JUDGEMENTS) {
      const words = [STANCE_LABELS[stance], target, `reliability ${reliability},`, `credibility ${credibility},`];
      await eventually(`a row with ${words.join(' ')}`, async () =>
        (await workbench.rows('Documents')).some(({ label }) => words.every(word => label.includes(word))),
      );
    }

    await workbench.openFile(article);
    const outlined = await eventually('the tagged passages', async () => {
      const found = (await workbench.decorations()).filter(({ outline }) => outline === 'solid');
      return found.length >= stored.length && found.map(({ text }) => text.trim());
    });
    for (const { quote } of stored)
      assert.ok(
        outlined.some(text => quote.includes(text)),
        quote,
      );
    for (const { stance, target, reliability, credibility } of JUDGEMENTS) {
      const words = [STANCE_LABELS[stance], target, `${reliability}${credibility}`];
      await eventually(`a hint with ${words.join(' ')}`, async () =>
        (await workbench.hints()).some(hint => words.every(word => hint.includes(word))),
      );
    }
  });

  it('tags highlights in tagging mode, with four keys each, and leaves the article as it was', async () => {
    const onDisk = () => readFile(path.join(corpus.folder, article), 'utf8');
    const text = await onDisk();
    await workbench.runCommand('Pressmark: Start Tagging Mode');
    await workbench.statusSays('TAGGING');
    for (const round of [1, 2]) {
      for (const key of ['Tab', 'a', 'Shift+B', '2']) await workbench.page.keyboard.press(key);
      await eventually('the annotation on disk', async () => {
        const tagged = (await readSidecar(corpus.folder, article)).filter(isTaggedByKeys);
        return tagged.length === round;
      });
    }
    await workbench.page.keyboard.press('Escape');
    await workbench.statusSays('Tag by keys');
    assert.equal(await onDisk(), text);
    assert.equal(await workbench.unsaved(), 0);
  });
});

const isTaggedByKeys = ({ stance, reliability, credibility, note }: StoredAnnotation): boolean =>
  stance === 'against' && reliability === 'B' && credibility === 2 && note === undefined;

/** A note as it was typed: in the sidecar it is a block scalar, which ends in a line break. */
const noteOf = (annotation: StoredAnnotation): string => String(annotation.note).trimEnd();

function pickKeys(from: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map(key => [key, from[key]]));
}
