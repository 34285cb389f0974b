/** What a host tells of one life. */
export interface SoakReport {
  /** What was done and measured. */
  readonly lines: readonly string[];
  /** What was not as it should be. */
  readonly wrong: readonly string[];
  /** What was made and not disposed of. Empty for a life that was not measured. */
  readonly leftOver: readonly string[];
  /** By how much the host's memory has grown, in megabytes; undefined for a life that was not measured. */
  readonly growth?: number;
  /** Why the life came to an early end. */
  readonly failure?: string;
}
