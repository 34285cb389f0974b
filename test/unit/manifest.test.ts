import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from '../../src/core/corpus/articleFilter';
import { HIGHLIGHT_KINDS, DEFAULT_HIGHLIGHT_KINDS } from '../../src/core/detect/highlightKinds';
import { LANGUAGES } from '../../src/core/detect/model';
import {
  COLORS,
  COMMANDS,
  CONTEXT_KEYS,
  NOTES,
  REPORT_PANEL,
  SETTINGS,
  SIDECAR_LANGUAGE,
  VIEWS,
  WALKTHROUGH,
} from '../../src/vscode/names';

interface Property {
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: { readonly enum: readonly string[] };
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly icon?: string }[];
    readonly menus: Record<string, readonly { readonly command: string; readonly when?: string }[]>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly views: Record<string, readonly { readonly id: string; readonly icon: string }[]>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly viewsWelcome: readonly { readonly when: string }[];
    readonly configuration: { readonly properties: Record<string, Property> };
    readonly colors: readonly { readonly id: string; readonly defaults: Record<string, string> }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly image: Record<string, string> };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly language: string; readonly path: string }[];
  };
}

/** Menus of editors, trees and comments: where these have the focus, the keyboard opens them. */
const FOCUSABLE_MENUS = [
  'view/title',
  'view/item/context',
  'editor/title',
  'editor/context',
  'comments/commentThread/title',
  'comments/commentThread/context',
  'comments/comment/title',
  'comments/comment/context',
];

const source = readFileSync('package.json', 'utf8');
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { contributes } = JSON.parse(source) as Manifest;
const sorted = (names: Iterable<string>): string[] => [...names].sort();

describe('manifest', () => {
  it('contributes exactly the commands that the code registers', () =>
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(COMMANDS))));

  it('names only its own commands in menus and keys', () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(({ command }) => command);
    const known = new Set<string>(Object.values(COMMANDS));
    assert.deepEqual(
      used.filter(command => !known.has(command)),
      [],
    );
  });

  it('contributes exactly the views that the code fills', () => {
    const [container] = contributes.viewsContainers.activitybar;
    assert.equal(container?.id, VIEWS.container);
    const views = contributes.views[VIEWS.container]!.map(({ id }) => id);
    assert.deepEqual(sorted(views), sorted([VIEWS.documents, VIEWS.annotations, VIEWS.sources]));
  });

  it('contributes exactly the colours that the code uses, each for four kinds of theme', () => {
    assert.deepEqual(sorted(contributes.colors.map(({ id }) => id)), sorted(Object.values(COLORS)));
    for (const { id, defaults } of contributes.colors)
      assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
  });

  it('asks only for context keys that the code sets', () => {
    const clauses = [...source.matchAll(/"(?:when|enablement)": "([^"]+)"/g)].map(([, clause]) => clause!);
    const asked = clauses.flatMap(clause => clause.match(/pressmark\.\w+/g) ?? []);
    const known = new Set<string>([
      ...Object.values(CONTEXT_KEYS),
      ...Object.values(VIEWS),
      NOTES.controller,
      REPORT_PANEL,
    ]);
    assert.ok(asked.length > 20);
    assert.deepEqual(
      asked.filter(name => !known.has(name)),
      [],
    );
  });

  it('asks of comment threads and comments only what the code says of them', () => {
    for (const [key, values] of [
      ['commentThread', NOTES.thread],
      ['comment', NOTES.comment],
    ] as const) {
      const asked = [...source.matchAll(new RegExp(`\\b${key} [!=]= (\\w+)`, 'g'))].map(([, value]) => value);
      assert.ok(asked.length > 1, key);
      for (const value of asked) assert.ok(Object.values<string | undefined>(values).includes(value), value);
    }
  });

  it('contributes exactly the settings that the code reads', () => {
    const { section, ...names } = SETTINGS;
    const declared = Object.keys(contributes.configuration.properties);
    assert.deepEqual(sorted(declared), sorted(Object.values(names).map(name => `${section}.${name}`)));
  });

  it('offers the same highlight kinds and languages as the code', () => {
    const kinds = contributes.configuration.properties['pressmark.highlights.kinds'];
    assert.deepEqual(kinds?.items?.enum, HIGHLIGHT_KINDS);
    assert.deepEqual(kinds?.default, DEFAULT_HIGHLIGHT_KINDS);
    const language = contributes.configuration.properties['pressmark.language'];
    assert.deepEqual(language?.enum, ['auto', ...LANGUAGES]);
  });

  it('takes the same files for articles as the command line', () => {
    const { properties } = contributes.configuration;
    assert.equal(properties['pressmark.include']?.default, DEFAULT_INCLUDE);
    assert.equal(properties['pressmark.exclude']?.default, DEFAULT_EXCLUDE);
  });

  it('has a text for every placeholder, and no text that nothing uses', () => {
    const placeholders = [...source.matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual(sorted(new Set(placeholders)), sorted(Object.keys(texts)));
  });

  it('offers every command to the keyboard: in the palette, by a key, or in the menu of what can have the focus', () => {
    const { menus, keybindings } = contributes;
    const hidden = new Set(menus.commandPalette!.filter(({ when }) => when === 'false').map(({ command }) => command));
    const offered = new Set([
      ...keybindings.map(({ command }) => command),
      ...FOCUSABLE_MENUS.flatMap(menu => (menus[menu] ?? []).map(({ command }) => command)),
    ]);
    // Enter on a row of a tree runs the row's own command.
    const trees = readdirSync('src/vscode/views').map(file => readFileSync(`src/vscode/views/${file}`, 'utf8'));
    const ofRows = Object.entries(COMMANDS)
      .filter(([name]) => trees.some(tree => tree.includes(`COMMANDS.${name}`)))
      .map(([, id]): string => id);
    assert.deepEqual(
      contributes.commands
        .map(({ command }) => command)
        .filter(command => hidden.has(command) && !offered.has(command) && !ofRows.includes(command)),
      [],
    );
  });

  it('leads through the first steps with commands and pictures that are there', () => {
    const [walkthrough] = contributes.walkthroughs;
    assert.equal(walkthrough?.id, WALKTHROUGH);
    const known = new Set<string>([...Object.values(COMMANDS), ...Object.values(VIEWS).map(view => `${view}.focus`)]);
    for (const { id, description, media, completionEvents } of walkthrough.steps) {
      const events = completionEvents.filter(event => event.startsWith('onCommand:')).map(event => event.slice(10));
      const links = [...texts[description.slice(1, -1)]!.matchAll(/\(command:([\w.]+)/g)].map(
        ([, command]) => command!,
      );
      assert.ok(links.length > 0 && events.length > 0, id);
      assert.deepEqual(
        [...links, ...events].filter(command => command.startsWith('pressmark.') && !known.has(command)),
        [],
      );
      assert.deepEqual(
        Object.values(media.image).filter(file => !existsSync(file)),
        [],
      );
    }
  });

  it('points to files that are there', () => {
    const files = [
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map(({ path }) => path),
    ];
    assert.deepEqual(
      files.filter(file => !existsSync(file)),
      [],
    );
    assert.ok(contributes.grammars.every(({ language }) => language === SIDECAR_LANGUAGE));
  });
});
