// Builds, then runs one of the launchers of this folder: node test/run/run.mjs [--built] NAME [ARGUMENT …]
//   --built   what stands in dist/ is run as it is
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { bundle } from '../../esbuild.mjs';

const args = process.argv.slice(2);
const built = args[0] === '--built' && args.shift();
const [name, ...rest] = args;
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
try {
  if (!built) await bundle({ tests: true });
  const launchers = await import(`../../dist/test/run/${name}.js`);
  process.exit(await launchers[name](rest));
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  if (name === 'test') process.stdout.write('\n0 passed, 1 failed\n');
  process.exit(1);
}
