// Bundles what VS Code's hosts run: the start bundle (dist/web/extension.js), and beside it the parts that it loads when they are needed.
// rolldown, because it splits code into CommonJS files of our choice; each module is in one of them.
import { readFile } from 'node:fs/promises';
import { rolldown, watch } from 'rolldown';

/** The bundle that the hosts load themselves. Others find what they share with it in it. */
const START = 'extension.js';

/** Modules that are used together are in one file, whoever uses them; all else is put where it is used. */
const GROUPS = [
  ['detect', /src\/core\/(?:detect|text|corpus)\//],
  [
    'sidecars',
    /(?:src\/core\/(?:sidecar|anchor|codebook|annotation)|node_modules\/(?:yaml|approx-string-match)|schemas)\//,
  ],
  ['across', /src\/core\/across\//],
];

/** The modules that the start bundle cannot do without, in which it is put together. */
const ofStart = new Set();

const groups = GROUPS.map(([name, pattern]) => ({
  name,
  test: id => !ofStart.has(id) && pattern.test(id),
  includeDependenciesRecursively: false,
}));

const input = {
  input: { extension: 'src/start.ts' },
  platform: 'browser',
  tsconfig: false,
  // An import of types alone is none.
  transform: { target: 'es2022', typescript: { onlyRemoveTypeImports: false } },
  // No module of ours does anything by being loaded; what nobody calls is left out, with its tables.
  treeshake: { moduleSideEffects: false, propertyReadSideEffects: false },
  preserveEntrySignatures: 'allow-extension',
  plugins: [vscodeAsModule(), connected()],
};

const output = production => ({
  dir: 'dist/web',
  format: 'cjs',
  minify: production,
  sourcemap: !production,
  comments: false,
  entryFileNames: START,
  chunkFileNames: ({ name }) => `${name === 'extension' ? 'features' : name}.js`,
  codeSplitting: { groups },
});

export async function bundleParts(production) {
  const bundle = await rolldown(input);
  const { output: files } = await bundle.write(output(production));
  await bundle.close();
  return files;
}

export const watchParts = () => watch({ ...input, output: output(false) });

/**
 * `vscode` as a module with exports, of which there is one. Every `import * as vscode` of a CommonJS module would copy its 300 names, for
 * each of our files once more.
 */
function vscodeAsModule() {
  const id = '\0vscode';
  return {
    name: 'vscode as a module',
    resolveId: {
      filter: { id: /^vscode$/ },
      handler: (source, importer) => (importer === id ? { id: source, external: true } : id),
    },
    load: {
      filter: { id: /^\0vscode$/ },
      async handler() {
        const types = await readFile('node_modules/@types/vscode/index.d.ts', 'utf8');
        const names = [
          ...types.matchAll(/^\t?(?:export )?(?:abstract )?(?:class|enum|namespace|function|const|let) (\w+)/gm),
        ].map(([, name]) => name);
        const exports = [...new Set(names)].map(name => `export const ${name} = /* @__PURE__ */ api.${name};`);
        return ['const api = require("vscode");', ...exports].join('\n');
      },
    },
  };
}

/** An `import()` as it is written into a bundle. */
const IMPORT = /Promise\.resolve\(\)\.then\(\(\)\s*=>\s*require\(["'`](\.\/[\w.-]+\.js)["'`]\)\)/g;

/**
 * Lets the start bundle's `parts` (src/vscode/parts.ts) load what is imported dynamically, and tells it of each file which ones come before
 * it: what those files import.
 */
function connected() {
  return {
    name: 'connected parts',
    buildEnd() {
      ofStart.clear();
      const take = id => {
        if (ofStart.has(id)) return;
        ofStart.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) take(imported);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id).isEntry && id.endsWith('start.ts')) take(id);
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
      const before = (name, seen = new Set([START])) => {
        if (seen.has(name) || !byName.has(name)) return [];
        seen.add(name);
        return [...byName.get(name).imports.flatMap(imported => before(imported, seen)), name];
      };
      for (const chunk of chunks) {
        const { fileName, dynamicImports, imports } = chunk;
        const itself = fileName === START ? 'exports' : `require("./${START}")`;
        const found = new Set();
        chunk.code = chunk.code.replace(IMPORT, (_whole, file) => {
          found.add(file.slice(2));
          return `${itself}.parts.load(${JSON.stringify(before(file.slice(2)).map(name => `./${name}`))})`;
        });
        const missed = dynamicImports.filter(name => !found.has(name));
        if (missed.length) this.error(`${fileName}: no import() of ${missed.join(', ')} found`);
        if (fileName !== START) continue;
        const strange = imports.filter(name => name !== 'vscode');
        if (strange.length)
          this[process.env.LAX ? 'warn' : 'error'](`${START} needs ${strange.join(', ')}: a host loads it alone`);
        chunk.code = `${chunk.code.trimEnd()}\nexports.parts.begin(exports, require);\n`;
      }
    },
  };
}
