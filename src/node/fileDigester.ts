import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { articleDigest, type DigestReading } from '../core/across/articleDigest';
import { FeatureReader } from '../core/across/features';
import { fileStamp } from '../core/corpus/fileStamp';
import { Detector } from '../core/detect/detect';
import { type Language } from '../core/detect/model';
import { canonicalText } from '../core/text/canonicalText';

/** A file to be digested; one that still has this stamp is not read. */
export interface FileRequest {
  readonly path: string;
  readonly stamp?: string;
  readonly language?: Language;
}

/** Larger files are left to others: they are rare, and one would hold the others up. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Digests files in plain UTF-8 one after the other; keeps the memory that it reads in. */
export class FileDigester {
  private readonly detector = new Detector();
  private readonly features = new FeatureReader();
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private bytes = Buffer.alloc(64 * 1024);

  /** Never throws. */
  digest({ path, stamp: known, language }: FileRequest, withFeatures: boolean): DigestReading {
    let file: number | undefined;
    try {
      // A pipe that is put in an article's place must not keep us waiting.
      file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      const stats = fstatSync(file);
      if (!stats.isFile() || stats.size > MOST_BYTES) return undefined;
      const stamp = fileStamp(stats.mtime.getTime(), stats.size);
      if (stamp === known) return { kind: 'unchanged' };
      const bytes = this.read(file, stats.size);
      // Others look closer at what may be no text.
      if (bytes.length !== stats.size || bytes.includes(0)) return undefined;
      const text = canonicalText(this.decoder.decode(bytes));
      const detection = this.detector.detect(text, language ? { language } : {});
      const digest = articleDigest(text, detection, language, withFeatures ? this.features : undefined);
      return { kind: 'digest', digest, stamp };
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  private read(file: number, size: number): Uint8Array {
    if (this.bytes.length < size) this.bytes = Buffer.alloc(2 * size);
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read)
      read = readSync(file, this.bytes, length, size - length, null);
    return this.bytes.subarray(0, length);
  }
}
