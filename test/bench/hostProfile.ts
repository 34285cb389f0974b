import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';

/** Profiles the host's own thread where BENCH_PROFILE names a file; what is returned ends that and writes it, as Chromium's developer tools read it. */
export async function profileWhereAsked(): Promise<() => Promise<void>> {
  const file = process.env.BENCH_PROFILE;
  if (!file) return () => Promise.resolve();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    await writeFile(file, JSON.stringify(profile));
  };
}
