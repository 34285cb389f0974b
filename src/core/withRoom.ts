type NumberList = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The list, where it is at least so long; else one that is, and at least twice as long as the list, and begins with the same numbers. */
export function withRoom<T extends NumberList>(list: T, length: number): T {
  if (length <= list.length) return list;
  const wider = new (list.constructor as new (length: number) => T)(Math.max(length, 2 * list.length));
  wider.set(list);
  return wider;
}
