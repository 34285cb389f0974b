// Bundles the code of VS Code's hosts: dist/web/extension.js, which a host loads, and the parts beside it that are loaded when they are
// needed (src/vscode/parts.ts), and what the Node host runs in a thread. esbuild splits code into ES modules only; here they become CommonJS modules, which both hosts can run.
import { build, context, transform } from 'esbuild';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const FOLDER = 'dist/web';
const START = './extension.js';
const FEATURES = './features.js';

/** An import of types alone is none: it would put what is loaded later where it is only talked about. */
const typesAside = { tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } } };

/** Bundles all of it; `options` are esbuild's. With `watching` goes on doing so. */
export async function bundleParts({ sourcemap, ...rest }, watching = false) {
  // Within the files: what is made of them here is mapped to the sources, too.
  const options = { ...rest, ...typesAside, sourcemap: sourcemap && 'inline' };
  let featureFiles;
  let startContext;
  const features = featureBundles(options, async files => {
    featureFiles = files;
    await startContext?.rebuild();
  });
  const start = startBundle(options, () => featureFiles);
  if (watching) {
    await (await context(features)).watch();
    startContext = await context(start);
    await startContext.watch();
  } else {
    await build(features);
    await build(start);
  }
}

/**
 * What is loaded once there is a corpus or something is asked, and what is loaded even later; `tell` is told of the files. The thread of the
 * Node host detects as well, and loads the same parts.
 */
const featureBundles = (options, tell) => ({
  ...options,
  entryPoints: { features: 'src/extension.ts', digest: 'src/node/digestProgram.ts' },
  external: ['node:*'],
  outdir: FOLDER,
  format: 'esm',
  splitting: true,
  chunkNames: '[hash]',
  plugins: [
    vscodeAsModule,
    written(async files => {
      await removeOldParts(files);
      const { target, minify, sourcemap } = options;
      for (const file of files.values()) {
        const { code } = await transform(withExports(file), {
          format: 'cjs',
          charset: 'utf8',
          target,
          minify,
          sourcemap,
        });
        file.text = connected(calledAsMethods(code), file, `require("${START}")`, files);
      }
      await tell(files);
    }),
  ],
});

/** What a host loads. It has a copy of the little that it shares with the features. */
const startBundle = (options, featureFiles) => ({
  ...options,
  entryPoints: ['src/start.ts'],
  outfile: join(FOLDER, START),
  plugins: [
    {
      name: 'features apart',
      setup: ({ onResolve }) => onResolve({ filter: /^\.\/extension$/ }, () => ({ path: FEATURES, external: true })),
    },
    vscodeAsModule,
    written(files => {
      const file = files.get(START);
      file.text = `${connected(file.text, file, 'module.exports', featureFiles())}\nmodule.exports.parts.begin(module.exports, require);\n`;
    }),
  ],
});

/**
 * `vscode` as a module with exports, of which there is one. Every `import * as vscode` of a CommonJS module would copy its 300 names, for
 * each of our files once more.
 */
const vscodeAsModule = {
  name: 'vscode as a module',
  setup({ onResolve, onLoad }) {
    const namespace = 'vscode-as-module';
    onResolve({ filter: /^vscode$/ }, ({ path, namespace: importer }) =>
      importer === namespace ? { path, external: true } : { path, namespace, sideEffects: false },
    );
    onLoad({ filter: /./, namespace }, async () => {
      const types = await readFile('node_modules/@types/vscode/index.d.ts', 'utf8');
      const declaration = /^\t?(?:export )?(?:abstract )?(?:class|enum|namespace|function|const|let) (\w+)/gm;
      const names = new Set([...types.matchAll(declaration)].map(([, name]) => name));
      const exports = [...names].map(name => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`);
      return { contents: ['import * as api from "vscode";', ...exports].join('\n') };
    });
  },
};

/** Writes what was bundled, after `change` changed its text: files by their names, and which others each imports at once and later. */
const written = change => ({
  name: 'written',
  setup({ initialOptions, onEnd }) {
    Object.assign(initialOptions, { write: false, metafile: true });
    onEnd(async ({ errors, outputFiles, metafile }) => {
      if (errors.length) return;
      const imports = new Map(Object.entries(metafile.outputs).map(([path, output]) => [nameOf(path), output.imports]));
      const imported = (name, kind) =>
        imports.get(name).flatMap(one => (one.kind === kind && one.path.endsWith('.js') ? nameOf(one.path) : []));
      const files = new Map(
        outputFiles.map(({ path, text }) => {
          const name = nameOf(path);
          return [
            name,
            { name, text, needs: imported(name, 'import-statement'), later: imported(name, 'dynamic-import') },
          ];
        }),
      );
      await change(files);
      await mkdir(FOLDER, { recursive: true });
      for (const { name, text } of files.values()) await writeFile(join(FOLDER, name), text);
    });
  },
});

const nameOf = path => `./${basename(path)}`;

/** The one `export` of an ES module that esbuild made: its last statement. */
const EXPORTS = /\bexport\s*\{([^{}]*)\};?(?=\s*(?:\/\/# sourceMappingURL=\S*\s*)?$)/;

/** The text of a module with what it exports set at its end, once and for all: no file of ours assigns to what it exports (layers.test.ts). What esbuild itself writes for that takes half a kilobyte in each. */
function withExports({ name, text }) {
  const result = text.replace(EXPORTS, (_whole, list) => {
    const values = list
      .split(',')
      .map(one => one.trim().split(/\s+as\s+/))
      .flatMap(([own, exported = own]) => (own ? `${exported}:${own}` : []));
    return `Object.assign(exports,{${values.join()}});`;
  });
  if (/\bexport\s*\{/.test(result)) throw new Error(`${name}: its export is not at its end`);
  return result;
}

/** A call of what another file exports, as esbuild writes it. */
const CALL = /(\b(?:await|case|do|else|in|of|return|throw|typeof|void|yield)|[^\w$)\]])\(0, ?([\w$]+\.[\w$]+)\)\(/g;

/** Calls what other files export with these as `this`, which no function of a module asks for: four characters less, over a thousand times. */
const calledAsMethods = text =>
  text.replace(CALL, (_whole, before, name) => `${before}${/\w/.test(before) ? ' ' : ''}${name}(`);

/** An `import()` as it is written into a bundle. */
const IMPORT = /\bimport\((["'`])(\.\/[\w.-]+\.js)\1\)/g;

/** The text of a file in which each `import()` is a call of `load`, of `parts` in `start`, with all files that it needs in their order. */
function connected(text, { name, later }, start, files) {
  const found = new Set();
  const result = text.replace(IMPORT, (_whole, _quote, imported) => {
    found.add(imported);
    return `${start}.parts.load(${JSON.stringify(withNeeds(imported, files))})`;
  });
  const missed = later.filter(imported => !found.has(imported));
  if (missed.length) throw new Error(`${name}: no import() of ${missed.join(', ')} found`);
  return result;
}

/** A file exports at its end: those that need one another would find nothing. */
function withNeeds(name, files, seen = new Set(), above = []) {
  if (above.includes(name)) throw new Error(`${[...above, name].join(' needs ')}: in a circle`);
  if (seen.has(name)) return [];
  seen.add(name);
  return [...files.get(name).needs.flatMap(needed => withNeeds(needed, files, seen, [...above, name])), name];
}

/** Their names change with what is in them. */
async function removeOldParts(files) {
  const found = await readdir(FOLDER).catch(() => []);
  for (const name of found) if (name !== basename(START) && !files.has(`./${name}`)) await rm(join(FOLDER, name));
}
