import { cp, mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../run/cleanup';
import { installExtension } from '../run/installExtension';
import { installServer, VSCODE_VERSION } from '../run/installServer';
import { packageVsix, vsixFile } from '../run/packageVsix';
import { repositoryRoot } from '../run/repositoryRoot';
import { temporaryFolder } from '../run/temporaryFolder';
import { type Theme } from './scene';
import { SCENES } from './scenes';
import { webpOf } from './webp';
import { Workbench } from './workbench';

/** By the suffix of the pictures' names. */
const THEMES: Readonly<Record<string, Theme>> = {
  '': { name: 'Default Dark Modern', scheme: 'dark' },
  '-light': { name: 'Default Light Modern', scheme: 'light' },
  '-hc': { name: 'Default High Contrast', scheme: 'dark', contrast: 'more' },
  '-hc-light': { name: 'Default High Contrast Light', scheme: 'light', contrast: 'more' },
};

/**
 * `npm run screenshots [-- SCENE …]`: pictures of the samples in the real workbench. The README's and the walkthrough's, dark and light, go
 * to `media`; everything else, and high contrast, to `out/screenshots`, to be looked at.
 */
export async function screenshots(names: readonly string[]): Promise<number> {
  const cleanup = new Cleanup();
  let failed = 0;
  try {
    // Installed, as a reader would see it: under development, VS Code says so in its title.
    const packaged = await packageVsix();
    if (packaged !== 0) return packaged;
    const server = await installServer(VSCODE_VERSION, cleanup);
    const extensionsFolder = await installExtension(server, await vsixFile(), cleanup);
    const pictures = path.join(repositoryRoot, 'media/screenshots');
    const looks = path.join(repositoryRoot, 'out/screenshots');
    const steps = path.join(repositoryRoot, 'media/walkthrough');
    for (const each of [pictures, looks, steps]) await mkdir(each, { recursive: true });
    for (const scene of SCENES.filter(({ name }) => names.length === 0 || names.includes(name))) {
      for (const [suffix, theme] of Object.entries(THEMES)) {
        const folder = path.join(await temporaryFolder('screenshots', cleanup), 'skerrow');
        await cp(path.join(repositoryRoot, 'samples'), folder, { recursive: true });
        await scene.prepare?.(folder);
        const workbench = await Workbench.open(
          {
            folder: scene.withoutFolder ? undefined : folder,
            extensionsFolder,
            size: scene.size ?? { width: 1280, height: 760 },
            scale: 1.5,
            settings: { ...QUIET_LOOK, 'workbench.colorTheme': theme.name, ...scene.settings },
          },
          cleanup,
        );
        try {
          await scene.play(workbench, theme);
          await workbench.isIdle();
        } catch (error) {
          failed++;
          const seen = path.join(looks, `${scene.name}${suffix}-failed.png`);
          console.error(`${scene.name}${suffix}: ${String(error)} (${path.relative(repositoryRoot, seen)})`);
          await workbench.screenshot(seen);
          await workbench.close();
          continue;
        }
        const file = path.join(
          scene.inReadme && theme.contrast === undefined ? pictures : looks,
          `${scene.name}${suffix}.png`,
        );
        await workbench.screenshot(file);
        if (scene.step && theme.contrast === undefined) {
          const { name, clip } = scene.step;
          const png = await workbench.page.screenshot({ clip, scale: 'css', animations: 'disabled', caret: 'hide' });
          await writeFile(path.join(steps, `${name}${suffix}.webp`), await webpOf(png, workbench.page));
        }
        await workbench.close();
        console.log(path.relative(repositoryRoot, file));
      }
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await cleanup.run();
  }
}

/** What has nothing to say about Pressmark is left out of the pictures. */
const QUIET_LOOK = {
  'pressmark.author': 'Ines Holm',
  'remote.autoForwardPorts': false,
  'workbench.statusBar.visible': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'default',
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.lineHeight': 22,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
};
