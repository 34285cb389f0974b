import { type Annotation, type Pass } from '../annotation/model';
import { isListOfTexts } from './mergeAnnotation';
import { faultsOf } from './sidecarProblem';
import { type MergedMap } from './mergeMap';
import { readSidecar, type SidecarReading } from './readSidecar';
import { ANNOTATION_FIELDS } from './sidecarFields';

/**
 * True where a merged sidecar, read again, can be edited, has no faults that neither side had, and says of every annotation what
 * `origins` demand: all that a side says, or of each field what a side says.
 */
export function mergedSays(
  source: string,
  ours: SidecarReading,
  theirs: SidecarReading,
  origins: ReadonlyMap<string, 'ours' | 'theirs' | MergedMap>,
): boolean {
  const { parsed } = readSidecar(source);
  const faultsBefore = faultsOf(ours.parsed.problems) + faultsOf(theirs.parsed.problems);
  if (!parsed.editable || faultsOf(parsed.problems) > faultsBefore) return false;
  const [our, their, result] = [byId(ours), byId(theirs), byId({ parsed })];
  // Items that are no annotations are named by their text.
  const wanted = [...origins].filter(([id]) => our.has(id) || their.has(id));
  return (
    saysPasses(parsed.passes, ours.parsed.passes, theirs.parsed.passes) &&
    result.size === wanted.length &&
    wanted.every(([id, origin]) => {
      const found = result.get(id);
      if (typeof origin === 'string') return isSame(found, (origin === 'ours' ? our : their).get(id));
      return [...ANNOTATION_FIELDS.keys()].every(name => {
        if (!found) return false;
        if (!origin.pairs.some(({ key }) => key === name)) return true;
        const side = origin.origins.get(name);
        const values = (side ? [side === 'ours' ? our : their] : [our, their]).map(version => version.get(id)?.[name]);
        if ((name === 'replies' || name === 'links') && !side)
          return found[name]?.every(item => isAmong(item, values.flat()));
        return isListOfTexts(name) || values.some(value => JSON.stringify(value) === JSON.stringify(found[name]));
      });
    })
  );
}

/** True where every pass is one side's, and what both have is there. */
function saysPasses(found: readonly Pass[], ours: readonly Pass[], theirs: readonly Pass[]): boolean {
  const isOf = (passes: readonly Pass[], { by, done }: Pass): boolean =>
    passes.some(pass => pass.by === by && pass.done === done);
  const isBy = (passes: readonly Pass[], { by }: Pass): boolean => passes.some(pass => pass.by === by);
  return (
    found.every(pass => isOf(ours, pass) || isOf(theirs, pass)) &&
    ours.every(pass => !isBy(theirs, pass) || isBy(found, pass))
  );
}

const byId = ({ parsed }: Pick<SidecarReading, 'parsed'>): ReadonlyMap<string, Annotation> =>
  new Map(parsed.stored.map(annotation => [annotation.id, annotation]));

const isAmong = (value: unknown, values: readonly unknown[]): boolean =>
  values.some(other => JSON.stringify(other) === JSON.stringify(value));

const isSame = (a: Annotation | undefined, b: Annotation | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  [...ANNOTATION_FIELDS.keys()].every(name => JSON.stringify(a[name]) === JSON.stringify(b[name]));
