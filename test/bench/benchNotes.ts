import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { newAnnotation } from '../../src/app/tagging';
import { type Annotation, type Reply } from '../../src/core/annotation/model';
import { detect } from '../../src/core/detect/detect';
import { editSidecar } from '../../src/core/sidecar/editSidecar';
import { Cleanup } from '../run/cleanup';
import { temporaryFolder } from '../run/temporaryFolder';
import { newsText } from './newsText';
import { runInHost } from './runInHost';

const LENGTH = 200_000;
const NOTES = 500;

/**
 * Opens an article with 500 conversations in a real VS Code (the Node extension host of our server), writes in it and answers in it, and
 * prints how long Pressmark holds the host up at once. Returns the exit code.
 */
export async function benchNotes(): Promise<number> {
  const cleanup = new Cleanup();
  const corpus = await temporaryFolder('bench', cleanup);
  const text = newsText(LENGTH, 2 * NOTES);
  await writeFile(path.join(corpus, 'discussed.txt'), text);
  await writeFile(path.join(corpus, 'discussed.txt.pressmark.yaml'), sidecarOf(text));
  return runInHost('notesInHost', corpus, cleanup);
}

/** A sidecar with a note and two replies on every other quote or so. */
function sidecarOf(text: string): string {
  const { quotes } = detect(text);
  const replies: readonly Reply[] = ['Ines Holm', 'Theo Maddern'].map((author, i) => ({
    id: `r${i}`,
    author,
    created: `2026-11-22T1${i}:00:00Z`,
    text: 'The recording has it **too**, at 12:40.\n\n- asked twice\n- no answer',
  }));
  const annotations = Array.from({ length: NOTES }, (_, i): Annotation => {
    const quote = quotes[Math.floor(((i + 0.5) / NOTES) * quotes.length)]!;
    const origin = { id: `bench${i}`, author: 'Ada Ferrin', timestamp: '2026-11-22T09:00:00Z' };
    return { ...newAnnotation(text, quote, { note: 'Is that *so*?' }, origin), replies };
  });
  return written(annotations);
}

/** Each written alone, and their lines put together: to add them one by one would take minutes. */
function written(annotations: readonly Annotation[]): string {
  const sources = annotations.map(annotation => {
    const result = editSidecar(undefined, { kind: 'add', annotation }, { articleName: 'discussed.txt', facts: {} });
    if (result.kind !== 'edited') throw new Error('An annotation cannot be written.');
    return result.source;
  });
  const key = 'annotations:\n';
  const head = sources[0]!.slice(0, sources[0]!.indexOf(key) + key.length);
  return head + sources.map(source => source.slice(source.indexOf(key) + key.length)).join('');
}
