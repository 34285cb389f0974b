/** The value that this share of the values does not exceed: 0.5 for the median. NaN of none. */
export const share = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? NaN;

/** Median, 95th and 99th percentile and the most, as one line. */
export function distribution(values: readonly number[]): string {
  const at = (part: number): string => share(values, part).toFixed(2).padStart(7);
  return `median ${at(0.5)}   95 % ${at(0.95)}   99 % ${at(0.99)}   max ${at(1)}`;
}
