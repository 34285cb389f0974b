import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { temporaryFolder } from '../run/temporaryFolder';
import { generatedCorpus } from './generatedCorpus';
import { runInHost } from './runInHost';

const SIZES = [1000, 10_000];
const SEED = 7;
/** A busy machine takes long over the largest. */
const MINUTES = 45;
/** So many articles a folder holds. */
const PER_FOLDER = 500;

/**
 * Opens generated corpora in a real VS Code (the Node extension host of our server) and prints how long it takes until they are listed and compared, and what that takes of the host's
 * memory and time; then the same in a new window, which has the stored index. Sizes can be given as arguments. Returns the exit code.
 */
export async function benchCorpus(args: readonly string[]): Promise<number> {
  for (const size of args.length > 0 ? args.map(Number) : SIZES) {
    const cleanup = new Cleanup();
    const corpus = await temporaryFolder('bench', cleanup);
    await writeFile(path.join(corpus, 'pressmark.yaml'), 'targets: [harbour]\n');
    let count = 0;
    for (const { text } of generatedCorpus(size, SEED)) {
      const folder = path.join(corpus, `part-${String(Math.floor(count / PER_FOLDER)).padStart(3, '0')}`);
      if (count % PER_FOLDER === 0) await mkdir(folder);
      await writeFile(path.join(folder, `article-${String(count++).padStart(6, '0')}.txt`), text);
    }
    const known = { profile: await temporaryFolder('bench-profile', cleanup), port: await freePort() };
    try {
      for (const isReopened of [false, true]) {
        process.env.BENCH_REOPENED = isReopened ? '1' : '';
        const status = await runInHost('corpusInHost', corpus, new Cleanup(), { minutes: MINUTES, known });
        if (status !== 0) return status;
      }
    } finally {
      await cleanup.run();
    }
  }
  return 0;
}

/** Free now, and likely a moment later. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
