import { drained } from '../drained';
import { type TextChange } from '../text/change';
import { type ReadableText } from '../text/editedText';
import { type Span } from '../text/span';
import { assembling, type Assembly, type TellPlace } from './assemble';
import { BlockChain, type BlockRecord } from './blockChain';
import { type DocumentStyle, isSameStyle, StyleReader } from './documentStyle';
import { grammarOf } from './grammars';
import { type Language, type NumericClaim, type Quote } from './model';
import { Tokens } from './tokens';

/** What detection can be told; all of it optional. */
export interface DetectOptions {
  /** Overrides the language that the text itself suggests. */
  readonly language?: Language;
}

/** What was found in one text. Lists are in text order; offsets count in that text. */
export class Detection {
  constructor(
    readonly style: DocumentStyle,
    /** How it was found, block by block, and how it was put together: redetect's memory, nobody else's. */
    readonly assembly: Assembly,
  ) {}

  get records(): readonly BlockRecord[] {
    return this.assembly.records;
  }

  get language(): Language {
    return this.style.language;
  }

  get quotes(): readonly Quote[] {
    return this.assembly.quotes;
  }

  get claims(): readonly NumericClaim[] {
    return this.assembly.claims;
  }

  /** How many quotes that stand in the text as such (reported speech does not), and how many claims. */
  get counts(): { readonly quotes: number; readonly claims: number } {
    return this.assembly.counts;
  }

  /** What touches `span`, and maybe some of what is near it; cheap in a long text. Claims do not say which quote they stand in. */
  near(span: Span): { readonly quotes: readonly Quote[]; readonly claims: readonly NumericClaim[] } {
    return this.assembly.near(span);
  }

  /** Tells where each highlight and each quote right within one stands, in no order that matters. Takes a small part of the time of the lists. */
  forEachPlace(tell: TellPlace): void {
    this.assembly.forEachPlace(tell);
  }
}

/** The most tokens of one paragraph that a detector keeps room for: a hostile text has millions. */
const MOST_KEPT = 1 << 16;

/**
 * Finds quotes and numeric claims. Keeps the memory that it reads paragraphs in, so one detector reads many texts faster than a new
 * one for each; no result depends on what it read before.
 */
export class Detector {
  private readonly styles = new StyleReader();
  private readonly tokens = new Map<Language, Tokens>();

  /** Linear time on any input; never throws. */
  detect(text: string, options: DetectOptions = {}): Detection {
    return drained(this.detecting(text, options));
  }

  /** The same, paragraph by paragraph. Between two steps the detector must not be used for another text. */
  *detecting(text: string, options: DetectOptions = {}): Generator<void, Detection> {
    const style = this.styles.read(text, options.language);
    const chain = new BlockChain(text, style, this.tokensOf(style.language));
    while (chain.readNext()) yield;
    return new Detection(style, yield* assembling(chain.records));
  }

  /**
   * The detection of `text`, given that of the text before `change`. Equals `detect(text, options)`, and reads only the blocks that
   * the change touches and those after them that are read in another state than before.
   */
  redetect(before: Detection, text: ReadableText, change: TextChange, options: DetectOptions = {}): Detection {
    const style = this.styles.read(text, options.language);
    if (!isSameStyle(style, before.style)) return this.detect(text.toString(), options);
    const { records } = before;
    const { kept, start } = untouched(records, change.start);
    const chain = new BlockChain(text, style, this.tokensOf(style.language), records.slice(0, kept), start);
    const growth = change.text.length - (change.end - change.start);
    let old = kept;
    let oldStart = start;
    do {
      // The old block that starts where this one does, in text that the change did not touch.
      while (old < records.length && (oldStart < chain.start - growth || oldStart <= change.end))
        oldStart += records[old++]!.block.length;
      const record = records[old];
      if (record && oldStart === chain.start - growth && chain.wouldReuse(record)) {
        for (let index = old; index < records.length; index++) chain.records.push(records[index]!);
        break;
      }
    } while (chain.readNext());
    return new Detection(style, drained(assembling(chain.records, before.assembly)));
  }

  private tokensOf(language: Language): Tokens {
    let tokens = this.tokens.get(language);
    if (!tokens || tokens.capacity > MOST_KEPT) this.tokens.set(language, (tokens = new Tokens(grammarOf(language))));
    return tokens;
  }
}

/** What one detector would find in one text. */
export const detect = (text: string, options?: DetectOptions): Detection => new Detector().detect(text, options);

/**
 * How many blocks a change at `offset` leaves as they are, and where the next one starts. The block before the touched one is not among
 * them: whether its quotation goes on depends on how the next one begins.
 */
function untouched(records: readonly BlockRecord[], offset: number): { readonly kept: number; readonly start: number } {
  let kept = 0;
  let start = 0;
  while (kept < records.length && start + records[kept]!.block.length < offset) start += records[kept++]!.block.length;
  if (kept > 0) start -= records[--kept]!.block.length;
  return { kept, start };
}
