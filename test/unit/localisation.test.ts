import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file, source: readFileSync(join('src', file), 'utf8') }));
const used = sources.flatMap(({ source }) =>
  [...source.matchAll(/\bl10n\.t\(\s*'((?:\\.|[^'\\])*)'/g)].map(([, text]) => text!.replace(/\\(.)/g, '$1')),
);

describe('localisation', () => {
  it('the bundle for translators holds exactly the texts of the code (else: npm run l10n)', () =>
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(used)].sort()));

  it('every call names its text literally, so that it can be extracted', () => {
    const calls = sources.reduce((sum, { source }) => sum + (source.match(/\bl10n\.t\(/g) ?? []).length, 0);
    assert.equal(used.length, calls);
  });

  it('no message is shown that is not localised', () => {
    const shown = /\bshow(?:Information|Warning|Error|Status)(?:Message)?\(\s*['"`]/;
    assert.deepEqual(
      sources.filter(({ source }) => shown.test(source)).map(({ file }) => file),
      [],
    );
  });
});

const LANGUAGES = ['de', 'es', 'fr'] as const;

describe('translations', () => {
  /** What a translation has to have as it is: placeholders, icons, links' addresses, code, lines. */
  const partsOf = (text: string): readonly string[] => [
    ...new Set(text.match(/\{\d+\}|\$\([a-z~-]+\)|\]\([^)]*\)|`[^`]*`/g) ?? []),
    ...(text.match(/\n/g) ?? []),
  ];
  for (const language of LANGUAGES)
    for (const name of ['l10n/bundle.l10n', 'package.nls']) {
      const english = JSON.parse(readFileSync(`${name}.json`, 'utf8')) as Record<string, string>;
      const translated = JSON.parse(readFileSync(`${name}.${language}.json`, 'utf8')) as Record<string, string>;

      it(`${name}.${language}.json has each of the ${Object.keys(english).length} texts, and no other`, () =>
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort()));

      it(`${name}.${language}.json keeps placeholders, icons, links, code and lines`, () => {
        const wrong = Object.keys(english).filter(
          key =>
            translated[key]?.trim() === '' ||
            String(partsOf(english[key]!).toSorted()) !== String(partsOf(translated[key] ?? '').toSorted()),
        );
        assert.deepEqual(wrong, []);
      });

      it(`${name}.${language}.json is in another language than English`, () => {
        const same = Object.keys(english).filter(
          key => translated[key] === english[key] && /\p{L}{3}/u.test(english[key]!),
        );
        assert.ok(same.length < Object.keys(english).length / 20, same.join('\n'));
      });
    }
});
