import { writeFileSync } from 'node:fs';
import { temporaryNameOf } from '../../../src/core/sidecar/sidecarName';
import { FileLock } from '../../../src/node/fileLock';
import { stateFolder } from '../../../src/node/stateFolder';
import { updateFile } from '../../../src/node/updateFile';

/** What updateFile.test.ts starts: another Pressmark that writes to the same file. */
async function main([job, file, name, count]: readonly string[]): Promise<void> {
  if (job === 'append')
    for (let i = 0; i < Number(count); i++) {
      await updateFile(file!, ({ source = '' }) => `${source}${name}${i}\n`);
      process.stdout.write(`${name}${i}\n`);
    }
  // Has its turn, has begun to write, and is never done.
  if (job === 'hang') {
    await new FileLock(stateFolder()!, file!).take();
    writeFileSync(temporaryNameOf(file!, process.pid), 'half a fi');
    process.stdout.write('held\n');
    setInterval(() => undefined, 1_000);
  }
}

void main(process.argv.slice(2));
