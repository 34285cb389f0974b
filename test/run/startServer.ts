import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cleanup } from './cleanup';
import { type InstalledServer } from './installServer';
import { repositoryRoot } from './repositoryRoot';

export interface ServerOptions {
  /** The profile: settings, state, logs. */
  readonly dataFolder: string;
  /** A free one unless given: what VS Code keeps of a workspace it keeps by the server's address. */
  readonly port?: string | undefined;
  /** Where extensions are installed; by default inside the profile. */
  readonly extensionsFolder?: string;
  /** User settings, on top of those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The language of the interface, of which the profile has a language pack. */
  readonly language?: string | undefined;
}

/** A VS Code server that runs, on a port of this machine only. */
export interface RunningServer {
  /** `localhost:<port>`: the page's authority, and that of `vscode-remote:` addresses. */
  readonly authority: string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** Settings under which VS Code asks nothing, fetches nothing and looks the same each time. */
const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'window.dialogStyle': 'custom',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.openRepositoryInParentFolders': 'never',
  // Every few seconds the extension host would list all sockets of the machine.
  'remote.autoForwardPorts': false,
};

/** Starts the server on a free port; resolves when it listens. */
export async function startServer(
  server: InstalledServer,
  options: ServerOptions,
  cleanup: Cleanup,
): Promise<RunningServer> {
  const { dataFolder } = options;
  const userFolder = path.join(dataFolder, 'data/User');
  await mkdir(userFolder, { recursive: true });
  const settings = { ...QUIET_SETTINGS, ...options.settings };
  await writeFile(path.join(userFolder, 'settings.json'), JSON.stringify(settings, undefined, 2));

  const args = [
    ['--import', path.join(repositoryRoot, 'test/run/dieWithParent.mjs'), server.main],
    [
      '--host',
      '127.0.0.1',
      '--port',
      options.port ?? '0',
      '--without-connection-token',
      '--accept-server-license-terms',
    ],
    ['--server-data-dir', dataFolder, '--telemetry-level', 'off', '--disable-workspace-trust'],
    // Lets the page name the extension under development and the tests; 1.139 wants to be told.
    ['--enable-smoke-test-driver'],
    // A window that is closed is gone: by default its watchers are kept for three hours.
    ['--reconnection-grace-time', '60'],
    options.language ? ['--locale', options.language] : [],
    options.extensionsFolder ? ['--extensions-dir', options.extensionsFolder] : [],
  ].flat();
  // A process group of its own, so that extension hosts and watchers end with it.
  const child = spawn(server.node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: await serverEnvironment(dataFolder),
  });
  const killGroup = (signal: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-(child.pid ?? NaN), signal);
    } catch {
      return false;
    }
  };
  const ended = new Promise<number>(resolve => child.once('exit', code => resolve(code ?? 1)));
  const stop = cleanup.add(async () => {
    killGroup('SIGTERM');
    for (let waits = 0; killGroup(0) && waits < 40; waits++) await pause(50);
    killGroup('SIGKILL');
  });

  let output = '';
  const port = await new Promise<string>((resolve, reject) => {
    const fail = (): void => reject(new Error(`VS Code's server did not start:\n${output}`));
    const deadline = setTimeout(fail, 60_000);
    child.once('error', reject).once('exit', fail);
    const read = (text: string): void => {
      output += text;
      const found = /^Web UI available at http:\/\/localhost:(\d+)/m.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(deadline);
      child.stdout.off('data', read).resume();
      resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  });
  return { authority: `localhost:${port}`, ended, stop };
}

/**
 * Ours, without what an outer VS Code or npm has put there, and without a marketplace. Sockets and other temporary files
 * go into the profile, to be removed with it.
 */
async function serverEnvironment(dataFolder: string): Promise<NodeJS.ProcessEnv> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|npm_|NODE_OPTIONS$|ELECTRON_|XDG_RUNTIME_DIR$)/.test(name),
  );
  const temporary = path.join(dataFolder, 'tmp');
  await mkdir(temporary, { recursive: true });
  return { ...Object.fromEntries(kept), TMPDIR: temporary, EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":""}' };
}
