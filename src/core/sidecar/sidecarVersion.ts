/** A text that a sidecar lately had. */
export interface SidecarVersion {
  readonly source: string;
  /** When it came to read so: milliseconds, by the clock of the file system that it is on. */
  readonly at: number;
  /** True where Pressmark wrote it; false where it was found so, and written over. */
  readonly written: boolean;
}
