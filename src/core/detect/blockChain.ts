import { type Block, blockAt } from '../text/blocks';
import { partOf } from '../text/segmentation';
import { type CarriedState, INITIAL_STATE, isSameState, stateForNext } from './carriedState';
import { type BlockDetection, detectBlock } from './detectBlock';
import { type DocumentStyle } from './documentStyle';
import { openingOf } from './marks';
import { type Tokens } from './tokens';

/** A block with what was found in it and the state it was read in. Holds no offset of the text, so it outlives edits elsewhere. */
export interface BlockRecord {
  readonly block: Block;
  readonly before: CarriedState;
  readonly after: CarriedState;
  readonly found: BlockDetection;
}

/** Reads blocks one after the other from `start`, each in the state that the one before left. */
export class BlockChain {
  readonly records: BlockRecord[];
  private position: number;

  /** `tokens` are of the style's language, and free to be filled. `records` are the blocks before `start` that stand as they are. */
  constructor(
    private readonly text: string,
    private readonly style: DocumentStyle,
    private readonly tokens: Tokens,
    records: readonly BlockRecord[] = [],
    start = 0,
  ) {
    this.records = records.slice();
    this.position = start;
  }

  get start(): number {
    return this.position;
  }

  /** Reads the block at the current position; false where the text has ended. */
  readNext(): boolean {
    const { text, tokens } = this;
    const block = blockAt(text, this.position);
    if (!block) return false;
    const first = this.position + block.indent;
    const before = this.enter(first);
    const content = text.slice(first, first + block.size);
    const { kind, zone } =
      block.size > 0 ? partOf(content, before.zone) : { kind: 'paragraph' as const, zone: before.zone };
    const next = this.position + block.length;
    const { state, found } = detectBlock(
      tokens,
      text,
      { start: first, end: first + block.size },
      {
        carried: before,
        zone,
        nextOpens: openingOf(text, next),
        kind,
        singleFirst: this.style.singleFirst,
      },
    );
    this.records.push({ block, before, after: state, found });
    this.position = next;
    return true;
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
