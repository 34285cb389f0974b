import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Cleanup } from '../run/cleanup';
import { launchBrowser } from '../run/launchBrowser';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { faultsOf } from './axe';

describe('the site of README and docs', () => {
  const cleanup = new Cleanup();
  after(() => cleanup.run());

  it('has no fault that axe-core knows, in light and dark', async () => {
    const folder = await temporaryFolder('site', cleanup);
    execFileSync(process.execPath, ['site.mjs', folder], { cwd: repositoryRoot });
    const pages = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.html'));
    assert.ok(pages.length > 10);
    const page = await (await launchBrowser(cleanup)).newPage({ viewport: { width: 1100, height: 900 } });
    const faults: string[] = [];
    for (const file of pages) {
      await page.goto(pathToFileURL(path.join(folder, file)).href);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const fault of await faultsOf(page)) faults.push(`${file}, ${colorScheme}: ${fault.slice(0, 300)}`);
      }
    }
    assert.deepEqual(faults, []);
  });
});
