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
    const shown = /\.(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*['"`]/;
    assert.deepEqual(
      sources.filter(({ source }) => shown.test(source)).map(({ file }) => file),
      [],
    );
  });
});
