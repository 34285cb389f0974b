// Bundles Pressmark: one source, a node and a browser bundle, the command line. Options:
//   --production   minified, no source maps        --tests   the test suites and launchers too        --watch
import { build, context } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';

const has = option => process.argv.includes(option);
const production = has('--production');

const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  sourcemap: !production,
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
};
const node = { ...shared, platform: 'node', target: 'node20' };
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], conditions: ['browser'] };

const bundles = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...browser, entryPoints: ['src/extension.ts'], outfile: 'dist/web/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

if (has('--watch')) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await rm('dist', { recursive: true, force: true });
  if (has('--tests')) bundles.push(...(await testBundles()));
  await Promise.all(bundles.map(options => build(options)));
}

/** Each suite becomes one file: an entry that imports every *.test.ts below its folder. */
async function testBundles() {
  const suite = async folder => {
    const files = (await readdir(`test/${folder}`, { recursive: true })).filter(file => file.endsWith('.test.ts')).sort();
    return files.map(file => `import './${folder}/${file}';`).join('\n');
  };
  const entry = async folder => ({ contents: await suite(folder), resolveDir: 'test', sourcefile: `${folder}.ts`, loader: 'ts' });
  return [{ ...node, stdin: await entry('unit'), outfile: 'dist/test/unit.js', external: ['mocha'] }];
}
