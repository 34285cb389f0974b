/** What can be reached from an object through properties, maps and sets, but not through functions. */
export function* reachable(root: object): Generator<object, void> {
  const seen = new Set<object>();
  const pending: unknown[] = [root];
  while (pending.length) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    yield value;
    if (ArrayBuffer.isView(value)) continue;
    if (value instanceof Map) for (const [key, item] of value) pending.push(key, item);
    if (value instanceof Set) pending.push(...value);
    for (const { value: property } of Object.values(Object.getOwnPropertyDescriptors(value))) pending.push(property);
  }
}

/** How many listeners the emitters (src/app/event.ts) have that can be reached from an object. */
export function countListeners(root: object): number {
  let count = 0;
  for (const { listeners } of reachable(root) as Generator<{ readonly listeners?: unknown }, void>)
    if (listeners instanceof Set) count += listeners.size;
  return count;
}

/** How many objects there are of each class that can be reached. */
export function countObjects(root: object): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const found of reachable(root)) {
    const name = (found.constructor as { readonly name?: string } | undefined)?.name ?? 'none';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
