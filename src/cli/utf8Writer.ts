/** No character takes more bytes in UTF-8 than so many for each of its UTF-16 units. */
const MOST_BYTES = 3;
const INITIAL_BYTES = 1 << 19;

/** Strings encoded one after the other: to join them first would widen all of them for one foreign letter. */
export class Utf8Writer {
  private buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  private length = 0;

  write(text: string): void {
    const needed = this.length + MOST_BYTES * text.length;
    if (needed > this.buffer.length) {
      const larger = Buffer.allocUnsafeSlow(2 * needed);
      this.buffer.copy(larger, 0, 0, this.length);
      this.buffer = larger;
    }
    this.length += this.buffer.write(text, this.length, 'utf8');
  }

  /** A view of the bytes so far, in memory that nothing else uses. */
  written(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }
}
