import { setFlagsFromString } from 'node:v8';

/** What the engine is told before it works through a long input. It says so and goes on where it does not know one of them. */
const FLAGS = [
  // Detection is many small functions that call each other. Put into one another as far as the engine goes by itself (920), they took
  // it a third of all processor time of the first seconds to compile, and ran no faster: a tenth less in all for 20 million characters.
  '--max-inlined-bytecode-size-cumulative=400',
  // First turns of loops compiled apart: a twelfth of all processor time for 20 million characters, and no gain to be measured for more.
  '--no-turbo-loop-peeling',
  // Nearly all that is made is gone at the next look: room for more of it soon is fewer looks.
  '--semi-space-growth-factor=4',
];

/** For this process and the threads that it starts from now on. */
export const tuneEngine = (): void => FLAGS.forEach(flag => setFlagsFromString(flag));
