/** A constant that is made when it is first asked for: one that takes milliseconds must not delay what never needs it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
