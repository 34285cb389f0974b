import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, normalize, relative } from 'node:path';

const LAYERS = [
  'core',
  'app',
  'node',
  'report',
  'webview',
  'vscode',
  'cli',
  'commands',
  'extension',
  'start',
  'nodeExtension',
] as const;
type Layer = (typeof LAYERS)[number];

/** What each layer may import from, besides itself. */
const ALLOWED: Record<Layer, readonly Layer[]> = {
  core: [],
  app: ['core'],
  node: ['core'],
  report: ['core'],
  webview: ['core', 'report'],
  vscode: ['app', 'core', 'node', 'report'],
  cli: ['app', 'core', 'node', 'report'],
  commands: ['vscode', 'app'],
  extension: ['commands', 'vscode', 'app', 'core', 'node'],
  start: ['extension', 'vscode', 'app', 'core', 'node'],
  nodeExtension: ['start', 'extension', 'node'],
};

/** Libraries, by the folder that may use them. */
const LIBRARIES: readonly (readonly [folder: string, library: string])[] = [
  ['core/sidecar', 'yaml'],
  ['core/codebook', 'yaml'],
  ['core/anchor', 'approx-string-match'],
  ['core/exchange', 'fflate'],
  ['core/report', 'd3-time'],
  ['report', 'd3-scale'],
  ['report', '@vscode/l10n'],
  ['webview', '@vscode/l10n'],
  ['vscode', 'vscode'],
  ['commands.ts', 'vscode'],
  ['extension.ts', 'vscode'],
  ['start.ts', 'vscode'],
  ['nodeExtension.ts', 'vscode'],
];

const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);
const layerOf = (path: string): Layer => LAYERS.find(layer => path === `${layer}.ts` || path.startsWith(`${layer}/`))!;

interface Import {
  readonly from: string;
  readonly to: string;
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file, source: readFileSync(join('src', file), 'utf8') }));

const imports: readonly Import[] = sources.flatMap(({ file, source }) => {
  const names = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  );
  return [...names].map(([, name, dynamic]) => ({ from: file, to: name ?? dynamic! }));
});

const asText = (found: readonly Import[]): string[] => found.map(({ from, to }) => `${from} imports ${to}`);

describe('layers', () => {
  it('reads the imports of the whole source', () => {
    assert.ok(imports.length > 100);
    assert.ok(imports.some(({ to }) => to === 'vscode'));
  });

  it('core and app import neither vscode nor Node', () => {
    const wrong = imports.filter(({ from, to }) => /^(core|app)\//.test(from) && (to === 'vscode' || isNode(to)));
    assert.deepEqual(asText(wrong), []);
  });

  it('only the command line, and what it shares with the extension in Node, import Node', () => {
    const wrong = imports.filter(({ from, to }) => isNode(to) && !['cli', 'node'].includes(layerOf(from)));
    assert.deepEqual(asText(wrong), []);
  });

  it('the extension knows no more of Node than the shape of what its host hands in', () => {
    const wrong = imports.filter(({ from, to }) => layerOf(from) === 'vscode' && /\/node\/(?!localFiles$)/.test(to));
    assert.deepEqual(asText(wrong), []);
  });

  it('no file assigns to what it exports: bundled files export the values themselves (parts.mjs)', () => {
    const wrong = sources.filter(({ source }) => /(?:^|\n)export (?:let|var) /.test(source));
    assert.deepEqual(
      wrong.map(({ file }) => file),
      [],
    );
  });

  it('a layer imports from the layers below it only', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith('.')) return false;
      const target = relative('src', normalize(join('src', from, '..', to)));
      const own = layerOf(from);
      const other = LAYERS.find(layer => target === layer || target.startsWith(`${layer}/`));
      return other !== undefined && other !== own && !ALLOWED[own].includes(other);
    });
    assert.deepEqual(asText(wrong), []);
  });

  it('a contribution never imports another one', () => {
    // What contributions share stands beside their folders, in src/vscode itself.
    const areaOf = (path: string): string | undefined =>
      /^vscode\/(adapters|commands|editor|pickers|views)\//.exec(path)?.[1];
    const SERVES: Partial<Record<string, readonly string[]>> = {
      // Commands ask through pickers, act on views and editors, and take the author from its adapter.
      commands: ['pickers', 'views', 'editor', 'adapters'],
    };
    const wrong = imports.filter(({ from, to }) => {
      const own = areaOf(from);
      const other = to.startsWith('.') ? areaOf(`${normalize(join(from, '..', to))}`) : undefined;
      return own !== undefined && other !== undefined && own !== other && !SERVES[own]?.includes(other);
    });
    assert.deepEqual(asText(wrong), []);
  });

  it('a library is used in its folder only', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        !to.startsWith('.') &&
        !isNode(to) &&
        !LIBRARIES.some(([folder, library]) => library === to && from.startsWith(folder)),
    );
    assert.deepEqual(asText(wrong), []);
  });
});
