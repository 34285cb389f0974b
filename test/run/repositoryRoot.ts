import * as path from 'node:path';

/** The project's folder. Holds in the bundles, which all lie in a folder below `dist/test/`. */
export const repositoryRoot = path.resolve(__dirname, '../../..');
