import { mergeSidecars } from '../core/sidecar/mergeSidecars';
import { type ParsedSidecar, parseSidecar } from '../core/sidecar/parseSidecar';
import { type SidecarVersion } from '../core/sidecar/sidecarVersion';
import { type FoundSidecar } from './ports';

/**
 * What is gone from a sidecar that was written over so soon after it was written here was written over by a program that had read it
 * before. Milliseconds between the two, whenever it is noticed: twice what such a program was seen to take on a busy machine, and less
 * than a person takes to find an annotation in the file, delete it, change something else and save.
 */
const SETTLING_MS = 2_000;

/** What is known of a version: what it says of each annotation, comparable. Undefined where it is no sidecar that can be edited. */
type Statements = ReadonlyMap<string, string> | undefined;

/** A sidecar that lacks something since then, and what it should have been. */
interface Debt {
  readonly since: number;
  readonly tip: string;
}

/**
 * Finds what another program wrote over without having read it. Such a program read a version before, and everything written here since
 * is gone at once. Who removes something on purpose has read the last version.
 */
export class OverwrittenChanges {
  private readonly statements = new WeakMap<SidecarVersion, Statements>();
  private readonly debts = new Map<string, Debt>();

  /** What a sidecar must read to have again what was written over; undefined where nothing was. `uri` names it from call to call. */
  restore(uri: string, { reading, at, versions }: FoundSidecar): string | undefined {
    const tip = versions.at(-1);
    const source = reading.kind === 'source' ? reading.source : '';
    const debt = this.debts.get(uri);
    this.debts.delete(uri);
    // To the letter what it was before: that is meant.
    if (!tip || source === '' || versions.some(version => version.source === source)) return undefined;
    // A program may write again and again before it can be given back.
    const since = debt?.tip === tip.source ? Math.min(debt.since, at) : at;
    const lately = versions.filter((version, i) => (versions[i + 1] ?? version).at >= since - SETTLING_MS);
    const changed = new Set(
      lately.flatMap((version, i) => (version.written ? this.changed(lately[i - 1], version) : [])),
    );
    const now = statementsOf(parseSidecar(source));
    const origin = lately.findLast(version => {
      const said = this.statementsOf(version);
      return said && now && [...changed].every(id => said.get(id) === now.get(id));
    });
    if (!origin || origin === tip) return undefined;
    const merged = mergeSidecars(origin.source, tip.source, source);
    if (merged.kind !== 'merged' || merged.source === source) return undefined;
    this.debts.set(uri, { since, tip: tip.source });
    return merged.source;
  }

  /** The annotations of which two versions do not say the same. */
  private changed(before: SidecarVersion | undefined, after: SidecarVersion): readonly string[] {
    const [was, is] = [before && this.statementsOf(before), this.statementsOf(after)];
    if (!was || !is) return [];
    return [...new Set([...was.keys(), ...is.keys()])].filter(id => was.get(id) !== is.get(id));
  }

  private statementsOf(version: SidecarVersion): Statements {
    if (!this.statements.has(version)) this.statements.set(version, statementsOf(parseSidecar(version.source)));
    return this.statements.get(version);
  }
}

const statementsOf = ({ editable, stored }: ParsedSidecar): Statements =>
  editable
    ? new Map(stored.map(({ source: _source, ...annotation }) => [annotation.id, JSON.stringify(annotation)]))
    : undefined;
