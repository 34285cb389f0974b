import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { type SidecarVersion } from '../core/sidecar/sidecarVersion';
import { keyOf } from './fileLock';
import { ifThere } from './ifThere';

/** Several times as long as versions are asked for. */
const KEEP_MS = 10_000;
const KEEP_COUNT = 128;

/** `key-sequence-at-written`: sequence and microseconds in digits. */
const NAME = /^(?<key>[0-9a-f]{32})-(?<sequence>\d{12})-(?<at>\d+)-(?<written>[01])$/;

/** The texts that files lately had, kept in a folder so that all Pressmarks know them. Noted under the lock of their file. */
export class VersionFiles {
  private known = new Map<string, SidecarVersion>();

  constructor(
    private readonly folder: string,
    private readonly target: string,
  ) {}

  /** The versions of the last seconds, the newest last. */
  list(): readonly SidecarVersion[] {
    const known = new Map<string, SidecarVersion>();
    for (const name of this.names()) {
      const version = this.known.get(name) ?? this.read(name);
      if (version) known.set(name, version);
    }
    this.known = known;
    return [...known.values()];
  }

  /** Adds versions after those that there are. */
  note(versions: readonly SidecarVersion[]): void {
    const names = this.names();
    let sequence = Number(NAME.exec(names.at(-1) ?? '')?.groups!.sequence ?? 0);
    for (const { source, at, written } of versions) {
      const number = String(++sequence).padStart(12, '0');
      const name = `${keyOf(this.target)}-${number}-${Math.round(at * 1000)}-${written ? 1 : 0}`;
      writeFileSync(path.join(this.folder, name), source, { mode: 0o600 });
    }
    this.clear(names.slice(0, Math.max(0, names.length + versions.length - KEEP_COUNT)));
  }

  forget(): void {
    this.remove(this.names());
  }

  private names(): readonly string[] {
    const start = `${keyOf(this.target)}-`;
    return readdirSync(this.folder)
      .filter(name => name.startsWith(start) && NAME.test(name))
      .sort();
  }

  private read(name: string): SidecarVersion | undefined {
    const source = ifThere(() => readFileSync(path.join(this.folder, name), 'utf8'));
    const { at, written } = NAME.exec(name)!.groups!;
    return source === undefined ? undefined : { source, at: Number(at) / 1000, written: written === '1' };
  }

  /** Removes versions that are too many, and what is old, of whatever file. */
  private clear(tooMany: readonly string[]): void {
    const since = (Date.now() - KEEP_MS) * 1000;
    const isOld = (name: string): boolean => Number(NAME.exec(name)?.groups!.at ?? Infinity) < since;
    this.remove([...tooMany, ...readdirSync(this.folder).filter(isOld)]);
  }

  private remove(names: readonly string[]): void {
    for (const name of names) ifThere(() => unlinkSync(path.join(this.folder, name)));
  }
}
