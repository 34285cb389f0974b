import { withRoom } from '../withRoom';
import { clusterStories, type Release } from './clusterStories';
import { type CopyJudgement, type CopyKind, judgeCopy } from './copies';
import {
  dayIn,
  type Features,
  fingerprintIn,
  gramsIn,
  packFeatures,
  setDayIn,
  stemsIn,
  unpackFeatures,
  wordsIn,
} from './features';
import { PostingIndex } from './postingIndex';
import { RowStore } from './rowStore';

/** That a document shares text with a longer one. */
export interface CopyRelation extends CopyJudgement {
  readonly shorter: string;
  readonly longer: string;
}

/** Documents that are one text: the longest one, of equals the earliest, and what was made of it. */
export interface CopyFamily {
  readonly original: string;
  readonly copies: readonly CopyRelation[];
}

/** One event, and who tells of it. */
export interface Story {
  /** In the order in which they came; the first one's id is the story's. */
  readonly documents: readonly string[];
  /** Documents of other stories that are nearest to these: the same persons, or what came of it. */
  readonly related: readonly string[];
}

/** A relation as it is stored; `shared`: so many hashes both fingerprints have. */
export interface StoredRelation {
  readonly shorter: string;
  readonly longer: string;
  readonly kind: CopyKind;
  readonly shared: number;
}

/** Of its shingles a document is found by one in four and by its four least. */
const SAMPLE_MASK = 6;
const LEAST_SAMPLED = 4;
/** A shingle that more documents have is a page's furniture, or the family is long known: the latest so many are asked. */
const MOST_ASKED = 64;
/** As if so many more documents had none of the corpus' words. */
const UNSEEN_DOCUMENTS = 100;
/** So many sampled shingles in common, where a document has as many, make a candidate; of those of the one with fewer, this part. */
const LEAST_SHARED = 2;
const LEAST_SHARED_PART = 0.1;

/**
 * What is known of a corpus across its documents. Grows and shrinks by one document at a time; what it says depends on what it holds, but for families
 * of more than MOST_ASKED copies. A document takes some 2 kB. Ids are the caller's.
 */
export class CorpusIndex {
  private readonly numbers = new Map<string, number>();
  private readonly ids: (string | undefined)[] = [];
  private readonly rows = new RowStore();
  /** How many shingles each is found by. */
  private readonly samples: number[] = [];
  private readonly free: number[] = [];
  private readonly shingles = new PostingIndex();
  private readonly stems = new Map<number, number>();
  private readonly relations = new Map<number, Map<number, CopyRelation>>();
  /** Documents that were taken up, and that are not found by their shingles yet. */
  private readonly unlisted = new Set<number>();
  /** True where the relations and stems of those are known. */
  private areTakenUpCompared = false;
  /** Sampled shingles shared with each document, while one is looked up. */
  private shared = new Uint16Array(1024);

  get size(): number {
    return this.numbers.size;
  }

  has(id: string): boolean {
    return this.numbers.has(id);
  }

  documents(): IterableIterator<string> {
    return this.numbers.keys();
  }

  /** The number of a document while it is here; one that comes may get that of one that has left. */
  numberOf(id: string): number | undefined {
    return this.numbers.get(id);
  }

  documentOf(number: number): string | undefined {
    return this.ids[number];
  }

  /** Adds a document, or replaces what is known of it. */
  set(id: string, features: Features): void {
    this.setRow(id, packFeatures(features));
  }

  /** The same with what `rowOf` gave. */
  setRow(id: string, row: Uint32Array): void {
    this.delete(id);
    this.listAll();
    const number = this.place(id, row);
    const sample = sampleOf(fingerprintIn(row));
    this.compare(number, sample);
    this.list(number, sample);
  }

  /**
   * Takes up the row of a document that an index held that was stored. Nothing is compared yet, which is most of what `setRow` takes. Until `complete` was run to its end, the first
   * change waits for what that does.
   */
  takeUp(id: string, row: Uint32Array): void {
    this.unlisted.add(this.place(id, row));
    this.areTakenUpCompared = false;
  }

  /** What the index that was stored held of all these documents together: they need not be compared. In steps of a millisecond or so. */
  *takeUpShared(
    relations: Iterable<StoredRelation>,
    stems: Iterable<readonly [stem: number, documents: number]>,
  ): Generator<void, void> {
    this.areTakenUpCompared = true;
    let steps = 0;
    for (const [stem, documents] of stems) {
      this.stems.set(stem, documents);
      if (++steps % 4096 === 0) yield;
    }
    for (const { shorter, longer, kind, shared } of relations) {
      if (++steps % 512 === 0) yield;
      const [a, b] = [this.numbers.get(shorter), this.numbers.get(longer)];
      if (a === undefined || b === undefined) continue;
      const ofShorter = shared / fingerprintIn(this.rowAt(a)).length;
      const ofLonger = shared / fingerprintIn(this.rowAt(b)).length;
      this.note(a, b, { shorter, longer, kind, ofShorter, ofLonger });
    }
  }

  /** Makes what was taken up ready for changes, in steps of a millisecond or so; compares it where `takeUpShared` did not say what comes of that. */
  *complete(): Generator<void, void> {
    let steps = 0;
    for (const number of this.unlisted) {
      this.listLate(number);
      if (++steps % 16 === 0) yield;
    }
  }

  /** The relations, as `takeUpShared` takes them. */
  *storedRelations(): Generator<StoredRelation, void> {
    for (const { shorter, longer, kind, ofShorter } of this.copyRelations()) {
      const shared = Math.round(ofShorter * fingerprintIn(this.rowOf(shorter)!).length);
      yield { shorter, longer, kind, shared };
    }
  }

  /** In how many documents each stem is. */
  get stemCounts(): ReadonlyMap<number, number> {
    return this.stems;
  }

  /** What a document's quotes are found by. */
  gramsOf(id: string): Uint32Array | undefined {
    const row = this.rowOf(id);
    return row && gramsIn(row);
  }

  /** Days since 1970 of a document's date; undefined where it is not known. */
  dayOf(id: string): number | undefined {
    const number = this.numbers.get(id);
    return number === undefined ? undefined : dayIn(this.rowAt(number));
  }

  /** Gives a document another date, or none; nothing else that is known of it changes. */
  setDay(id: string, day: number | undefined): void {
    const number = this.numbers.get(id);
    if (number !== undefined) setDayIn(this.rowAt(number), day);
  }

  rowOf(id: string): Uint32Array | undefined {
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.rows.get(number);
  }

  /** Forgets a document. */
  delete(id: string): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    const row = this.rowAt(number);
    const isListed = !this.unlisted.delete(number);
    if (isListed || this.areTakenUpCompared) this.uncount(row);
    if (isListed) for (const shingle of sampleOf(fingerprintIn(row))) this.shingles.remove(shingle, number);
    for (const other of this.relations.get(number)?.keys() ?? []) {
      const relations = this.relations.get(other)!;
      relations.delete(number);
      if (relations.size === 0) this.relations.delete(other);
    }
    this.relations.delete(number);
    this.numbers.delete(id);
    this.ids[number] = undefined;
    this.rows.delete(number);
    this.free.push(number);
  }

  /** How a document shares text with others. */
  copiesOf(id: string): readonly CopyRelation[] {
    const number = this.numbers.get(id);
    return number === undefined ? [] : [...(this.relations.get(number)?.values() ?? [])];
  }

  /** Of the longer texts that a document shares text with, the one that has most of it. */
  originalOf(id: string): CopyRelation | undefined {
    let best: CopyRelation | undefined;
    for (const relation of this.copiesOf(id))
      if (relation.shorter === id && (!best || relation.ofShorter > best.ofShorter)) best = relation;
    return best;
  }

  /** Each pair of documents that share text, once. */
  *copyRelations(): Generator<CopyRelation, void> {
    for (const [number, relations] of this.relations)
      for (const [other, relation] of relations) if (number < other) yield relation;
  }

  /**
   * Copies and abridgements under their longest original: each document but an original belongs to the longest text that has it. Shared text alone
   * makes no family. In the order of the documents; in steps.
   */
  *copyFamilies(): Generator<void, readonly CopyFamily[]> {
    const originals = new Map<number, CopyRelation[]>();
    const families: [original: number, relation: CopyRelation][] = [];
    let steps = 0;
    for (const [number, relations] of this.relations) {
      if (++steps % 256 === 0) yield;
      let best: { readonly longer: number; readonly relation: CopyRelation } | undefined;
      for (const [other, relation] of relations) {
        if (relation.kind === 'sharedText' || relation.shorter !== this.ids[number]) continue;
        if (!best || this.isLonger(other, best.longer)) best = { longer: other, relation };
      }
      if (best) families.push([best.longer, best.relation]);
    }
    const parents = new Map<number, number>();
    for (const [longer, { shorter }] of families) {
      parents.set(this.numbers.get(shorter)!, longer);
      if (++steps % 256 === 0) yield;
    }
    for (const [longer, relation] of families) {
      if (++steps % 256 === 0) yield;
      let root = longer;
      for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
      const copies = originals.get(root);
      if (copies) copies.push(relation);
      else originals.set(root, [relation]);
    }
    return [...originals]
      .sort(([a], [b]) => a - b)
      .map(([original, copies]) => ({ original: this.ids[original]!, copies }));
  }

  /** Groups the documents into stories, in steps of a few milliseconds at most. Each document is in one; stories of one document too. */
  *stories(release?: Release): Generator<void, readonly Story[]> {
    const ids = [...this.numbers.keys()];
    const numbers = [...this.numbers.values()];
    yield;
    const documents = {
      length: ids.length,
      at: (index: number): Features => unpackFeatures(this.rowAt(numbers[index]!)),
      stemsOf: (index: number): Uint32Array => stemsIn(this.rowAt(numbers[index]!)),
    };
    const { storyOf, related } = yield* clusterStories(documents, stem => this.stems.get(stem) ?? 1, release);
    const stories = new Map<number, number[]>();
    for (let index = 0; index < ids.length; index++) {
      const story = stories.get(storyOf[index]!);
      if (story) story.push(index);
      else stories.set(storyOf[index]!, [index]);
      if (index % 256 === 255) yield;
    }
    const told: Story[] = [];
    for (const own of stories.values()) {
      const near = new Set(own.flatMap(related));
      told.push({ documents: own.map(index => ids[index]!), related: Array.from(near, index => ids[index]!) });
      if (told.length % 256 === 0) yield;
    }
    return told;
  }

  /** How much a word tells: the fewer documents are about it, the more. Of a small corpus little is known, and all words tell much alike. */
  readonly weightOf = (stem: number): number =>
    Math.log((this.size + UNSEEN_DOCUMENTS) / (1 + (this.stems.get(stem) ?? 0)));

  private uncount(row: Uint32Array): void {
    for (const stem of stemsIn(row)) {
      const count = (this.stems.get(stem) ?? 0) - 1;
      if (count > 0) this.stems.set(stem, count);
      else this.stems.delete(stem);
    }
  }

  private rowAt(number: number): Uint32Array {
    return this.rows.get(number)!;
  }

  private place(id: string, row: Uint32Array): number {
    const number = this.free.pop() ?? this.ids.length;
    this.numbers.set(id, number);
    this.ids[number] = id;
    this.rows.set(number, row);
    return number;
  }

  private compare(number: number, sample: Uint32Array): void {
    for (const stem of stemsIn(this.rowAt(number))) this.stems.set(stem, (this.stems.get(stem) ?? 0) + 1);
    this.relate(number, sample);
  }

  private list(number: number, sample: Uint32Array): void {
    this.samples[number] = sample.length;
    for (const shingle of sample) this.shingles.add(shingle, number);
  }

  private listLate(number: number): void {
    this.unlisted.delete(number);
    const sample = sampleOf(fingerprintIn(this.rowAt(number)));
    if (!this.areTakenUpCompared) this.compare(number, sample);
    this.list(number, sample);
  }

  private listAll(): void {
    for (const number of this.unlisted) this.listLate(number);
  }

  private relate(number: number, sample: Uint32Array): void {
    this.shared = withRoom(this.shared, this.ids.length);
    const touched: number[] = [];
    for (const shingle of sample) this.shingles.countInto(shingle, this.shared, touched, MOST_ASKED);
    for (const other of touched) {
      const fewer = Math.min(sample.length, this.samples[other]!);
      const least = Math.min(fewer, Math.max(LEAST_SHARED, LEAST_SHARED_PART * fewer));
      if (this.shared[other]! >= least) this.judge(number, other);
      this.shared[other] = 0;
    }
  }

  private judge(a: number, b: number): void {
    const [shorter, longer] = this.isLonger(b, a) ? [a, b] : [b, a];
    const judgement = judgeCopy(fingerprintIn(this.rowAt(shorter)), fingerprintIn(this.rowAt(longer)));
    if (!judgement) return;
    this.note(a, b, { shorter: this.ids[shorter]!, longer: this.ids[longer]!, ...judgement });
  }

  private note(a: number, b: number, relation: CopyRelation): void {
    this.relationsOf(a).set(b, relation);
    this.relationsOf(b).set(a, relation);
  }

  private relationsOf(number: number): Map<number, CopyRelation> {
    let relations = this.relations.get(number);
    if (!relations) this.relations.set(number, (relations = new Map<number, CopyRelation>()));
    return relations;
  }

  /** Longer by words; of equals the one of the earlier day, else the one whose id comes first. */
  private isLonger(a: number, b: number): boolean {
    const [one, other] = [this.rowAt(a), this.rowAt(b)];
    if (wordsIn(one) !== wordsIn(other)) return wordsIn(one) > wordsIn(other);
    const days = (dayIn(one) ?? Infinity) - (dayIn(other) ?? Infinity);
    return days < 0 || (!(days > 0) && this.ids[a]! < this.ids[b]!);
  }
}

/** What a document is found by. Sampling by value keeps the same of what two texts share in both, however long they are. */
const sampleOf = (fingerprint: Uint32Array): Uint32Array =>
  fingerprint.filter((shingle, at) => at < LEAST_SAMPLED || (shingle & SAMPLE_MASK) === 0);
