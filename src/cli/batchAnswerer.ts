import { type DetectOptions, Detector } from '../core/detect/detect';
import { type LineBatch } from './lineBatches';
import { decodedLines, lineRecord } from './lineRecord';
import { Utf8Writer } from './utf8Writer';

/** What a batch of lines was answered with. */
export interface BatchAnswer {
  /** The answers' lines, in UTF-8. */
  readonly output: Uint8Array;
  /** A line for each bad line; empty where there was none. */
  readonly errors: string;
  /** Characters of the texts, and the milliseconds that detection took. */
  readonly characters: number;
  readonly milliseconds: number;
}

/** Answers `{"id","text"}` lines with `{"id","quotes","claims"}` lines. */
export class BatchAnswerer {
  private readonly detector = new Detector();

  constructor(private readonly options: DetectOptions) {}

  /** A bad line is named and left out, a blank one passed over. */
  answer({ bytes, firstLine }: LineBatch): BatchAnswer {
    const output = new Utf8Writer();
    let errors = '';
    let characters = 0;
    let milliseconds = 0;
    let number = firstLine - 1;
    for (const line of decodedLines(bytes)) {
      number++;
      if (line.trim() === '') continue;
      const record = lineRecord(line);
      if (typeof record === 'string') {
        errors += `line ${number}: ${record}\n`;
        continue;
      }
      const started = performance.now();
      const { quotes, claims } = this.detector.detect(record.text, this.options);
      milliseconds += performance.now() - started;
      characters += record.text.length;
      output.write(JSON.stringify({ id: record.id, quotes, claims }));
      output.write('\n');
    }
    return { output: output.written(), errors, characters, milliseconds };
  }
}
