import { type Block, blockAt } from '../text/blocks';
import { isBlank } from '../text/characters';
import { LONGEST_WORD } from '../text/hardWrap';
import { type ReadableText } from '../text/editedText';
import { partOf } from '../text/segmentation';
import { type CarriedState, INITIAL_STATE, isSameState, stateForNext } from './carriedState';
import { type BlockDetection, detectBlock } from './detectBlock';
import { type DocumentStyle } from './documentStyle';
import { OPENING_LENGTH, openingOf } from './marks';
import { type Tokens } from './tokens';

/** A block with what was found in it and the state it was read in. Holds no offset of the text, so it outlives edits elsewhere. */
export interface BlockRecord {
  readonly block: Block;
  readonly before: CarriedState;
  readonly after: CarriedState;
  readonly found: BlockDetection;
}

/** Characters that are looked at together in a text that is in pieces; more where a paragraph is longer. */
const WINDOW = 1 << 14;

/** Reads blocks one after the other from `start`, each in the state that the one before left. */
export class BlockChain {
  readonly records: BlockRecord[];
  private position: number;
  /** A stretch of the text around the position, from `windowStart` on: to read a few blocks, a text in pieces is not put together. */
  private window: string;
  private windowStart = 0;

  /** `tokens` are of the style's language, and free to be filled. `records` are the blocks before `start` that stand as they are. */
  constructor(
    private readonly text: ReadableText,
    private readonly style: DocumentStyle,
    private readonly tokens: Tokens,
    records: readonly BlockRecord[] = [],
    start = 0,
  ) {
    this.records = records.slice();
    this.position = start;
    this.window = typeof text === 'string' ? text : '';
  }

  get start(): number {
    return this.position;
  }

  /** Reads the block at the current position; false where the text has ended. */
  readNext(): boolean {
    const { tokens } = this;
    const block = this.nextBlock();
    if (!block) return false;
    const { window, windowStart } = this;
    const first = this.position + block.indent;
    const span = { start: first - windowStart, end: first + block.size - windowStart };
    const before = this.enter(first);
    const { kind, zone } =
      block.size > 0
        ? partOf(window.slice(span.start, span.end), before.zone)
        : { kind: 'paragraph' as const, zone: before.zone };
    const next = this.position + block.length;
    const { state, found } = detectBlock(tokens, window, span, {
      carried: before,
      zone,
      nextOpens: openingOf(window, next - windowStart),
      kind,
      singleFirst: this.style.singleFirst,
    });
    this.records.push({ block, before, after: state, found });
    this.position = next;
    return true;
  }

  /** The block at the position, read in a window that also holds the beginning of the one behind it. */
  private nextBlock(): Block | undefined {
    for (let size = WINDOW; ; size *= 2) {
      const block = blockAt(this.window, this.position - this.windowStart, this.style.wrap);
      const isToTheEnd = this.windowStart + this.window.length >= this.text.length;
      if (isToTheEnd || (block && this.holdsOpening(this.position - this.windowStart + block.length))) return block;
      this.windowStart = this.position;
      this.window = this.text.slice(this.position, this.position + size);
    }
  }

  /** True where the window reaches beyond the mark that the next block may open with, and the word that would have to fit on the line before. */
  private holdsOpening(start: number): boolean {
    const { window } = this;
    let at = start;
    while (at < window.length && isBlank(window.charCodeAt(at))) at++;
    return at + Math.max(OPENING_LENGTH, LONGEST_WORD) <= window.length;
  }

  /** True where these old records, of the same text from here on, would be read in the same state now. */
  wouldReuse(record: BlockRecord): boolean {
    return isSameState(this.enter(this.position + record.block.indent), record.before);
  }

  private enter(first: number): CarriedState {
    const last = this.records.at(-1);
    if (!last) return INITIAL_STATE;
    // From the last block's first character to this one's.
    return stateForNext(last.after, first - (this.position - last.block.length + last.block.indent));
  }
}
