import { readSidecar, type ParsedSidecar } from './readSidecar';

/**
 * Reads a sidecar's text as it is on disk. Never throws. An annotation that lacks its id or its quote, or has one of a wrong
 * type, is reported and not listed; any other value that cannot be used is reported and left out. An empty file is a sidecar
 * without annotations. From a file with conflict markers our side is read, and it cannot be edited.
 */
export const parseSidecar = (source: string): ParsedSidecar => readSidecar(source).parsed;

export { type ParsedSidecar, type StoredAnnotation } from './readSidecar';
export { type SidecarProblem, type SidecarProblemCode } from './sidecarProblem';
