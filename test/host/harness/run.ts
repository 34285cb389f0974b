import { suite } from './suite';

/** What VS Code calls: runs the host tests, throws when one failed. */
export async function run(): Promise<void> {
  const failures = await new Promise<number>(resolve => suite.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
