import { follow } from '../core/anchor/followChanges';
import { isSure } from '../core/anchor/resolution';
import { resolveEach } from '../core/anchor/resolveAnchor';
import { type Anchor, type Annotation, type Link } from '../core/annotation/model';
import { type LinkEndState } from '../core/sidecar/linkProblems';
import { type TextChange } from '../core/text/change';
import { type Span } from '../core/text/span';
import { type Analysis } from './analysis';
import { type OpenRecord } from './documentRecord';
import { type AnnotationStore } from './annotationStore';
import { type Corpus } from './corpus';
import { addressOf } from './corpusPaths';
import { type Disposable, Emitter } from './event';
import { type ArticleFiles, type DocumentUri } from './ports';
import { isSamePassage } from './tagging';

/** A link as it is stored: from an annotation of a document to a passage of another. */
export interface DocumentLink {
  readonly document: DocumentUri;
  readonly annotation: Annotation;
  readonly link: Link;
  /** The other document; undefined where the stored path leads nowhere, or out of the corpus. */
  readonly to: DocumentUri | undefined;
}

/** Where the other passage is; undefined until its document was read. */
export type LinkState = LinkEndState | undefined;

/** The end of a link that a passage leads to. */
export interface LinkPlace {
  readonly state: LinkState;
  /** Canonical offsets in the other document; absent where the passage has no place. */
  readonly span?: Span;
}

/** A link as it is seen from one of its ends. */
export interface SeenLink {
  /** `out`: this annotation has the link. `in`: another document's has, and it leads here. */
  readonly direction: 'out' | 'in';
  readonly stored: DocumentLink;
  readonly relation: string;
  /** The document at the other end. */
  readonly document: DocumentUri | undefined;
  /** The words at the other end. */
  readonly quote: string;
  /** The annotation at the other end; absent where there is none. */
  readonly annotation?: string;
  /** Of the passage that the link leads to. */
  readonly state: LinkState;
}

/** Where links lead in a text. */
interface TextPlaces {
  readonly text: OpenRecord['text'];
  readonly places: ReadonlyMap<DocumentLink, LinkPlace>;
}

const NO_LINKS: readonly DocumentLink[] = [];
const NO_PLACE: LinkPlace = { state: undefined };

/** True where an editor should look at a link: what it leads to is not there any more, or may be. */
export const isBroken = ({ state }: Pick<SeenLink, 'state'>): boolean =>
  state === 'nowhere' || state === 'missing' || (state !== undefined && !isSure({ state }));

/**
 * The links between documents, by both ends. Kept by document: what one sidecar says anew touches that document and those that its links
 * lead to, and nothing is read for it but articles to which a link leads where no annotation is.
 */
export class LinkIndex implements Disposable {
  private readonly outgoing = new Map<DocumentUri, readonly DocumentLink[]>();
  private readonly incoming = new Map<DocumentUri, Set<DocumentLink>>();
  /** Of passages that no annotation is about, in documents that are not open. */
  private readonly places = new WeakMap<DocumentLink, LinkPlace>();
  /** Of open documents, as long as they are: by their texts as they stand in the editor. */
  private readonly openPlaces = new Map<DocumentUri, TextPlaces>();
  private readonly unread = new Set<DocumentUri>();
  private readonly changes = new Emitter<ReadonlySet<DocumentUri>>();
  private readonly subscriptions: readonly Disposable[];
  private isReading = false;

  /** Fires with the documents at either end of links that are new, gone, or lead somewhere else now. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly corpus: Corpus,
    private readonly store: AnnotationStore,
    private readonly analysis: Analysis,
    private readonly files: Pick<ArticleFiles, 'read'>,
  ) {
    this.subscriptions = [
      store.onDidChange(uri => this.update(uri)),
      corpus.onDidChange(({ added, removed }) => {
        for (const uri of added) this.update(uri);
        this.touch([...added, ...removed]);
      }),
      analysis.onDidChange(uris => this.touch(uris)),
      analysis.onDidEdit(({ uri, changes }) => this.follow(uri, changes)),
    ];
  }

  /** The links that a document's annotations have, in the sidecar's order. */
  from(uri: DocumentUri): readonly DocumentLink[] {
    return this.outgoing.get(uri) ?? NO_LINKS;
  }

  /** The links that lead to a document. */
  to(uri: DocumentUri): readonly DocumentLink[] {
    const links = this.incoming.get(uri);
    return links ? [...links] : NO_LINKS;
  }

  /** The links of one annotation, as they are seen from there: its own, then those that lead to its passage. */
  of(uri: DocumentUri, annotation: Annotation): readonly SeenLink[] {
    const own = this.from(uri).filter(link => link.annotation.id === annotation.id);
    const others = this.to(uri).filter(link => this.isTo(link, uri, annotation));
    return own.length + others.length === 0
      ? []
      : [...own.map(link => this.outward(link)), ...others.map(link => this.inward(link))];
  }

  /** The links that lead to a place of an open document, whether an annotation is there or not. */
  at(record: OpenRecord, offset: number): readonly SeenLink[] {
    return this.to(record.uri).flatMap(link => {
      const { span } = this.placeOf(link);
      return span && span.start <= offset && offset <= span.end ? this.inward(link) : [];
    });
  }

  /** Where the passage is that a link leads to. */
  placeOf(stored: DocumentLink): LinkPlace {
    const { to, link } = stored;
    if (to === undefined) return { state: 'nowhere' };
    const document = this.corpus.document(to);
    if (!document || document.missing) return this.isListed(to) ? { state: 'missing' } : NO_PLACE;
    const annotation = link.annotation === undefined ? undefined : this.store.annotation(to, link.annotation);
    if (annotation) return this.analysis.record(to)?.passages.get(annotation.id) ?? NO_PLACE;
    const record = this.analysis.openRecord(to);
    if (record) return this.placesIn(record).get(stored) ?? NO_PLACE;
    return this.places.get(stored) ?? NO_PLACE;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changes.dispose();
    this.unread.clear();
  }

  private outward(stored: DocumentLink): SeenLink {
    const { link, to } = stored;
    const id = link.annotation;
    const annotation = to === undefined || id === undefined ? undefined : this.store.annotation(to, id);
    return {
      direction: 'out',
      stored,
      relation: link.relation,
      document: to,
      quote: annotation?.quote ?? link.quote,
      ...(annotation ? { annotation: annotation.id } : {}),
      state: this.placeOf(stored).state,
    };
  }

  private inward(stored: DocumentLink): SeenLink {
    const { document, annotation, link } = stored;
    return {
      direction: 'in',
      stored,
      relation: link.relation,
      document,
      quote: annotation.quote,
      annotation: annotation.id,
      state: this.placeOf(stored).state,
    };
  }

  /** A link that names an annotation leads to that one; else, or where that is gone, to what is about the same passage. */
  private isTo({ link }: DocumentLink, uri: DocumentUri, annotation: Annotation): boolean {
    if (link.annotation === annotation.id) return true;
    if (link.annotation !== undefined && this.store.annotation(uri, link.annotation)) return false;
    return isOfSameWords(link, annotation);
  }

  /** A document's links were stored otherwise; what stayed the same in them stays the same object. */
  private update(uri: DocumentUri): void {
    const before = this.from(uri);
    const now = this.derive(uri, before);
    // Who looks at a link to this document may see another annotation at its end.
    const sources = this.to(uri).map(({ document }) => document);
    if (before.length === 0 && now.length === 0) {
      if (sources.length) this.touch([uri]);
      return;
    }
    const [gone, fresh] = [before.filter(link => !now.includes(link)), now.filter(link => !before.includes(link))];
    for (const link of gone) this.drop(link);
    for (const link of fresh) this.enter(link);
    for (const to of new Set(fresh.flatMap(link => link.to ?? []))) this.readSoon(to);
    if (now.length) this.outgoing.set(uri, now);
    else this.outgoing.delete(uri);
    const ends = [...gone, ...fresh].flatMap(({ to }) => to ?? []);
    this.changes.fire(new Set([uri, ...ends, ...sources]));
  }

  private derive(uri: DocumentUri, before: readonly DocumentLink[]): readonly DocumentLink[] {
    const linked = this.store.annotations(uri).filter(({ links }) => links !== undefined);
    if (linked.length === 0) return NO_LINKS;
    const from = this.corpus.placeOf(uri);
    return linked.flatMap(annotation =>
      (annotation.links ?? []).map((link): DocumentLink => {
        const known = before.find(
          other =>
            other.annotation.id === annotation.id &&
            other.annotation.quote === annotation.quote &&
            JSON.stringify(other.link) === JSON.stringify(link),
        );
        return known ?? { document: uri, annotation, link, to: from && addressOf(from, link.document) };
      }),
    );
  }

  private enter(stored: DocumentLink): void {
    const { to } = stored;
    if (to === undefined) return;
    const links = this.incoming.get(to) ?? new Set();
    this.incoming.set(to, links.add(stored));
  }

  private drop(stored: DocumentLink): void {
    if (stored.to === undefined) return;
    const links = this.incoming.get(stored.to);
    links?.delete(stored);
    if (links?.size === 0) this.incoming.delete(stored.to);
  }

  /** Something about these documents is new: what they are called, or where in them a link leads, if it does. */
  private touch(uris: Iterable<DocumentUri>): void {
    const touched = new Set<DocumentUri>();
    for (const uri of uris) {
      if (!this.analysis.openRecord(uri)) this.openPlaces.delete(uri);
      for (const { to } of this.from(uri)) if (to !== undefined) touched.add(to);
      const links = this.incoming.get(uri);
      if (!links) continue;
      touched.add(uri);
      for (const { document } of links) touched.add(document);
      this.readSoon(uri);
    }
    if (touched.size) this.changes.fire(touched);
  }

  /** Passages that no annotation is about are looked for here, one document after the other. */
  private readSoon(uri: DocumentUri): void {
    this.unread.add(uri);
    if (!this.isReading) void this.read();
  }

  private async read(): Promise<void> {
    this.isReading = true;
    try {
      for (const uri of this.unread) {
        this.unread.delete(uri);
        const wanted = this.to(uri).filter(({ link }) => !this.annotationOf(uri, link));
        if (wanted.length === 0 || this.analysis.openRecord(uri)) continue;
        const reading = await this.files.read(uri);
        if (reading.kind !== 'text') continue;
        const before = wanted.map(link => this.places.get(link)?.state);
        this.place(reading.text, wanted).forEach((place, link) => this.places.set(link, place));
        if (wanted.every((link, i) => this.places.get(link)?.state === before[i])) continue;
        this.changes.fire(new Set([uri, ...wanted.map(({ document }) => document)]));
      }
    } finally {
      this.isReading = false;
    }
  }

  private annotationOf(uri: DocumentUri, { annotation }: Link): Annotation | undefined {
    return annotation === undefined ? undefined : this.store.annotation(uri, annotation);
  }

  /** Looked for again where the text is another one. */
  private placesIn(record: OpenRecord): ReadonlyMap<DocumentLink, LinkPlace> {
    const { uri, text } = record;
    const known = this.openPlaces.get(uri);
    const links = this.to(uri);
    if (known?.text === text && links.every(link => known.places.has(link))) return known.places;
    const places = this.place(text.toString(), links);
    this.openPlaces.set(uri, { text, places });
    return places;
  }

  /** An open document was edited: what was changed before a passage moves it, what was changed in one has it looked for again. */
  private follow(uri: DocumentUri, changes: readonly TextChange[]): void {
    const record = this.analysis.openRecord(uri);
    const known = this.openPlaces.get(uri);
    if (!record || !known) return;
    const links = this.to(uri).filter(link => known.places.has(link));
    const placeOf = (link: DocumentLink): LinkPlace => known.places.get(link)!;
    if (!links.some(link => isAffected(link, placeOf(link), changes))) {
      const places = new Map(links.map(link => [link, placeAfter(placeOf(link), changes)]));
      this.openPlaces.set(uri, { text: record.text, places });
      return;
    }
    const now = this.placesIn(record);
    const news = links.filter(link => now.get(link)?.state !== placeOf(link).state);
    if (news.length) this.changes.fire(new Set([uri, ...news.map(({ document }) => document)]));
  }

  private place(text: string, links: readonly DocumentLink[]): ReadonlyMap<DocumentLink, LinkPlace> {
    // Several links may lead to one passage, and anchors of the same words that are looked for together get places of their own.
    const found = resolveEach(
      text,
      links.map(({ link }) => link),
    );
    return new Map(links.map((stored, i) => [stored, found[i]!]));
  }

  /** False while the folder is still being listed. */
  private isListed(uri: DocumentUri): boolean {
    return this.corpus.folders.some(({ folder, state }) => state === 'corpus' && uri.startsWith(`${folder.uri}/`));
  }
}

/** True where an edit may change whether a link's passage is found: it is in the passage, or puts in as much as half of one that is gone. */
const isAffected = ({ link }: DocumentLink, { span }: LinkPlace, changes: readonly TextChange[]): boolean =>
  changes.some(({ start, end, text }) =>
    span ? start <= span.end && span.start <= end : text.length * 2 >= link.quote.length,
  );

/** A place after changes, none of which are in it. */
const placeAfter = (place: LinkPlace, changes: readonly TextChange[]): LinkPlace =>
  place.span ? { ...place, span: follow(place.span, changes) } : place;

/** True of two anchors, as stored, that are of one passage, give or take some words at the ends. */
const isOfSameWords = (a: Anchor, b: Anchor): boolean =>
  a.start >= 0 && b.start >= 0
    ? isSamePassage(a, b) && (a.quote.includes(b.quote) || b.quote.includes(a.quote))
    : a.quote === b.quote;
