/** Median, 95th and 99th percentile and the most, as one line. */
export function distribution(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(2).padStart(7);
  return `median ${at(0.5)}   95 % ${at(0.95)}   99 % ${at(0.99)}   max ${at(1)}`;
}
