import * as os from 'node:os';
import * as path from 'node:path';

/** Where what is fetched or unpacked once is kept: `PRESSMARK_CACHE`, else the user's cache folder. */
export function cacheFolder(): string {
  const own = process.env.PRESSMARK_CACHE;
  if (own) return path.resolve(own);
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'pressmark');
}
