import { mixed } from './words';

/** A sum over numbers from `start` on, for a file that is damaged to be told by; `seed`: what else it depends on. In integers of 32 bits, so that engines need no others. */
export function checksum(words: Uint32Array, start: number, seed: number): number {
  let sum = seed | 0;
  for (let at = start; at < words.length; at++) sum = (Math.imul(sum ^ words[at]!, 0x01000193) + 1) | 0;
  return mixed(sum);
}
