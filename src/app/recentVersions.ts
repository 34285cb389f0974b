import { type SidecarVersion } from '../core/sidecar/sidecarVersion';

/**
 * Other windows do not know what is kept here, and may have removed on purpose what this one wrote. So it is kept for less time than
 * that takes, in milliseconds.
 */
const KEEP_MS = 500;

/** What sidecars lately read, for file systems on which windows cannot tell each other. */
export class RecentVersions {
  private readonly versions = new Map<string, readonly SidecarVersion[]>();

  /** The newest last. Times are milliseconds by any one clock. */
  list(uri: string, now: number): readonly SidecarVersion[] {
    const versions = this.versions.get(uri) ?? [];
    const kept = versions.filter(({ at }, index) => (versions[index + 1]?.at ?? at) >= now - KEEP_MS);
    if (kept.length > 0) this.versions.set(uri, kept);
    else this.versions.delete(uri);
    return kept;
  }

  forget(uri: string): void {
    this.versions.delete(uri);
  }

  /** A sidecar that read `found` (undefined: there was none) has been written. */
  note(uri: string, found: string | undefined, source: string, at: number): void {
    const versions = this.list(uri, at);
    const before: SidecarVersion = { source: found ?? '', at, written: false };
    const isKnown = versions.at(-1)?.source === before.source;
    this.versions.set(uri, [...versions, ...(isKnown ? [] : [before]), { source, at, written: true }]);
  }
}
