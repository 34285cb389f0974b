// Bundles Pressmark: the extension's entry in Node (all else of it: parts.mjs), the command line, the report's page. Options:
//   --production   minified, no source maps        --tests   the test suites and launchers too        --watch
import { build, context } from 'esbuild';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleParts } from './parts.mjs';

const node = { platform: 'node', target: 'node20' };
/** yaml's build for browsers is made of ES modules, of which what nobody calls is left out: 40 KB. It needs no browser. */
const shaken = { alias: { yaml: join(import.meta.dirname, 'node_modules/yaml/browser/index.js') } };
/** What both hosts run is bundled once, for the web-worker host; the Node host's bundle loads it. */
const loadedFromWeb = {
  name: 'loaded from web/',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/start$/ }, () => ({ path: './web/extension.js', external: true }));
  },
};
const browser = {
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
};

/** Style sheets are texts: they go into pages that are made, not beside them. */
const styleSheets = { '.css': 'text' };

const product = [
  {
    ...node,
    entryPoints: ['src/nodeExtension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [loadedFromWeb],
  },
  {
    ...node,
    ...shaken,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    loader: styleSheets,
  },
  { ...browser, entryPoints: ['src/webview/reportView.ts'], outfile: 'dist/webview/report.js', loader: styleSheets },
];

/** Bundles into `dist/`. */
export async function bundle({ production = false, tests = false } = {}) {
  const bundles = tests ? [...product, ...(await testBundles())] : product;
  await Promise.all([
    packSamples(),
    bundleParts(complete(browser, production)),
    ...bundles.map(options => build(complete(options, production))),
  ]);
  if (tests) await chmod('dist/test/run/code.js', 0o755);
}

/** All of samples/ in one file, by path: a web host can read a file of the extension, but not list its folders. */
async function packSamples() {
  const entries = await readdir('samples', { recursive: true, withFileTypes: true });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(
    files.map(async file => [file.slice('samples/'.length).replaceAll('\\', '/'), await readFile(file, 'utf8')]),
  );
  await mkdir('dist', { recursive: true });
  await writeFile('dist/samples.json', JSON.stringify(Object.fromEntries(texts)));
}

function complete(options, production) {
  return {
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: !production,
    minify: production,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    ...options,
  };
}

async function testBundles() {
  const host = async kind => ({
    stdin: await suite('host', "import './host/harness/suite';", "export { run } from './host/harness/run';"),
    outfile: `dist/test/host/${kind}.js`,
    define: { __EXTENSION_HOST__: JSON.stringify(kind), 'process.env.NODE_DEBUG': 'undefined' },
  });
  const launcher = { ...node, packages: 'external', outdir: 'dist/test/run' };
  return [
    { ...node, stdin: await suite('unit'), outfile: 'dist/test/unit.js', external: ['mocha'], loader: styleSheets },
    { ...node, entryPoints: ['test/unit/node/writerProcess.ts'], outdir: 'dist/test/unit/node' },
    { ...node, stdin: await suite('e2e'), outfile: 'dist/test/e2e/suite.js', packages: 'external' },
    { ...node, ...(await host('node')), external: ['vscode', 'mocha'] },
    {
      ...browser,
      ...(await host('web')),
      external: ['vscode'],
      plugins: [browserBuilds],
    },
    { ...launcher, entryPoints: ['hostTests', 'packageVsix', 'start', 'test'].map(name => `test/run/${name}.ts`) },
    { ...launcher, entryPoints: ['test/e2e/screenshots.ts'] },
    {
      ...launcher,
      entryPoints: ['Across', 'All', 'Anchor', 'Corpus', 'Detect', 'Notes', 'Report', 'Start', 'Typing', 'Views'].map(
        name => `test/bench/bench${name}.ts`,
      ),
    },
    { ...launcher, entryPoints: ['benchFaults', 'soak'].map(name => `test/faults/${name}.ts`) },
    {
      ...node,
      entryPoints: ['soak', 'writer'].map(name => `test/faults/${name}InHost.ts`),
      outdir: 'dist/test/faults',
      external: ['vscode', 'mocha'],
    },
    {
      ...node,
      entryPoints: ['corpus', 'notes', 'typing', 'views'].map(name => `test/bench/${name}InHost.ts`),
      outdir: 'dist/test/bench',
      external: ['vscode', 'mocha'],
    },
    { ...launcher, entryPoints: ['test/run/code.ts'], banner: { js: '#!/usr/bin/env node' } },
    {
      ...launcher,
      entryPoints: ['test/run/suiteReporter.ts'],
      footer: { js: 'module.exports = module.exports.SuiteReporter;' }, // as mocha's command line wants it
    },
  ];
}

/** What the tests import, for a host without Node: mocha's browser build, which sets a global, and assert's port. */
const browserBuilds = {
  name: 'browser builds',
  setup({ onResolve, onLoad }) {
    // mocha's is neither an ES module, as its package says, nor exports what it makes.
    const contents = {
      mocha: async () => `${await readFile('node_modules/mocha/mocha.js', 'utf8')}; module.exports = globalThis.Mocha;`,
      'node:assert/strict': () => "module.exports = require('assert/').strict;",
    };
    const namespace = 'browser-builds';
    onResolve({ filter: /^(mocha|node:assert\/strict)$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /./, namespace }, async ({ path }) => ({ contents: await contents[path](), resolveDir: 'test' }));
  },
};

/** A suite is one entry that imports every *.test.ts below its folder. */
async function suite(folder, first = '', last = '') {
  const files = (await readdir(`test/${folder}`, { recursive: true })).filter(file => file.endsWith('.test.ts')).sort();
  const contents = [first, ...files.map(file => `import './${folder}/${file}';`), last].join('\n');
  return { contents, resolveDir: 'test', sourcefile: `${folder}.ts`, loader: 'ts' };
}

if (process.argv[1] === import.meta.filename) {
  const has = option => process.argv.includes(option);
  if (has('--watch')) {
    await packSamples();
    await bundleParts(complete(browser, false), true);
    for (const options of product) await (await context(complete(options, false))).watch();
  } else {
    await bundle({ production: has('--production'), tests: has('--tests') });
  }
}
