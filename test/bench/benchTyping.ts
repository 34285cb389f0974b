import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { AnnotationStore } from '../../src/app/annotationStore';
import { newAnnotation } from '../../src/app/tagging';
import { detect } from '../../src/core/detect/detect';
import { Cleanup } from '../run/cleanup';
import { temporaryFolder } from '../run/temporaryFolder';
import { MemoryFiles, stillClock } from '../unit/app/memoryPorts';
import { newsText } from './newsText';
import { runInHost } from './runInHost';

const LENGTH = 1_000_000;
const HIGHLIGHTS = 5000;
const TAGGED = 50;

/**
 * Types into a long article in a real VS Code (the Node extension host of our server) and prints how long Pressmark works for each
 * keystroke. Returns the exit code.
 */
export async function benchTyping(): Promise<number> {
  const cleanup = new Cleanup();
  const corpus = await temporaryFolder('bench', cleanup);
  const text = newsText(LENGTH, HIGHLIGHTS);
  await writeFile(path.join(corpus, 'long.txt'), text);
  await writeFile(path.join(corpus, 'long.txt.pressmark.yaml'), await sidecarOf(text));
  return runInHost('typingInHost', corpus, cleanup);
}

/** A sidecar that tags every hundredth quote or so. */
async function sidecarOf(text: string): Promise<string> {
  const article = 'file:///long.txt';
  const disk = new MemoryFiles({ [article]: text });
  const store = new AnnotationStore(disk.sidecars, stillClock);
  const { quotes } = detect(text);
  for (let i = 0; i < TAGGED; i++) {
    const quote = quotes[Math.floor(((i + 0.5) / TAGGED) * quotes.length)]!;
    const origin = { id: `bench${i}`, timestamp: stillClock.timestamp() };
    await store.edit(article, { kind: 'add', annotation: newAnnotation(text, quote, { stance: 'favor' }, origin) });
  }
  return disk.files.get(`${article}.pressmark.yaml`)!;
}
