import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';

/**
 * Makes a profile have a language pack without a text in it: VS Code itself stays English and asks extensions for the language. The real packs cannot be had from
 * the npm registry. `language` is a BCP 47 tag.
 */
export async function installLanguagePack(dataFolder: string, language: string): Promise<void> {
  const folder = path.join(dataFolder, 'data');
  const texts = path.join(folder, 'language-pack.json');
  await mkdir(folder, { recursive: true });
  await writeFile(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: language,
    label: language,
    extensions: [{ extensionIdentifier: { id: 'pressmark.language-pack' }, version: '1.0.0' }],
    translations: { vscode: texts },
  };
  await writeFile(path.join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
