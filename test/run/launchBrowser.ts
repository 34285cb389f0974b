import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { cacheFolder } from './cacheFolder';
import { type Cleanup } from './cleanup';
import { installBrowser } from './installBrowser';
import { repositoryRoot } from './repositoryRoot';
import { temporaryFolder } from './temporaryFolder';

/** Starts a headless browser that shows text in the same fonts on every machine. */
export async function launchBrowser(cleanup: Cleanup): Promise<Browser> {
  const { executable, environment } = await installBrowser(cleanup);
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment, FONTCONFIG_FILE: await writeFontConfiguration(cleanup) },
    // There is no user namespace for the sandbox in most containers; nothing but our own server is opened.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--font-render-hinting=none'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  cleanup.add(() => browser.close());
  return browser;
}

/** The fonts that our packages bring come first; those of the machine fill in for other scripts. */
async function writeFontConfiguration(cleanup: Cleanup): Promise<string> {
  const fonts = path.join(repositoryRoot, 'node_modules/@expo-google-fonts');
  const file = path.join(await temporaryFolder('fonts', cleanup), 'fonts.conf');
  const prefer = (generic: string, family: string): string =>
    `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${fonts}</dir>`,
    '<dir>/usr/share/fonts</dir>',
    `<cachedir>${path.join(cacheFolder(), 'fonts')}</cachedir>`,
    prefer('sans-serif', 'Inter'),
    prefer('system-ui', 'Inter'),
    prefer('monospace', 'JetBrains Mono'),
    '</fontconfig>',
  ];
  await writeFile(file, lines.join('\n'));
  return file;
}
