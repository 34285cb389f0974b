import { type Cleanup } from './cleanup';
import { type InstalledServer } from './installServer';
import { tryCommand } from './runCommand';
import { temporaryFolder } from './temporaryFolder';

/** Installs a VSIX with the server's own `--install-extension`, and returns the new extensions folder that it is in. */
export async function installExtension(server: InstalledServer, vsix: string, cleanup: Cleanup): Promise<string> {
  const extensions = await temporaryFolder('extensions', cleanup);
  const data = await temporaryFolder('install', cleanup);
  const args = ['--install-extension', vsix, '--extensions-dir', extensions, '--server-data-dir', data];
  // Kept back unless it fails: the server has much to say about the native modules that it does without.
  let output = '';
  const code = await tryCommand(server.node, [server.main, ...args, '--accept-server-license-terms'], {
    cwd: data,
    cleanup,
    onOutput: text => (output += text),
  });
  if (code !== 0) throw new Error(`The VSIX could not be installed:\n${output}`);
  return extensions;
}
