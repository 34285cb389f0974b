import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text as textOf } from 'node:stream/consumers';

/** How long a command took for some texts. */
export interface Conversation {
  /** From its start to its end. */
  readonly seconds: number;
  /** The last line it wrote to stderr. */
  readonly lastWord: string;
}

/** Gives texts to a Node script, one JSON line each, and reads its answers. Throws where it fails. */
export async function converse(args: readonly string[], texts: readonly string[]): Promise<Conversation> {
  const input = chunks(texts);
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'pipe' });
  const ended = once(child, 'close') as Promise<[code: number | null]>;
  const errors = textOf(child.stderr);
  child.stdout.resume();
  await pipeline(Readable.from(input), child.stdin);
  const [code] = await ended;
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${(await errors).slice(-2000)}`);
  return { seconds, lastWord: (await errors).trim().split('\n').at(-1) ?? '' };
}

/** Made before the clock runs: what is measured shares the processor with who asks. */
function chunks(texts: readonly string[]): readonly Buffer[] {
  const made: Buffer[] = [];
  let lines: string[] = [];
  let length = 0;
  for (const [id, text] of texts.entries()) {
    const line = `${JSON.stringify({ id: String(id), text })}\n`;
    lines.push(line);
    length += line.length;
    if (length < CHUNK && id < texts.length - 1) continue;
    made.push(Buffer.from(lines.join('')));
    lines = [];
    length = 0;
  }
  return made;
}

/** Characters that are written at once. */
const CHUNK = 1 << 16;
