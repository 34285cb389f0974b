import { groupSpeakers, type KnownSpeaker } from '../core/across/speakers';
import { countedThing } from '../core/across/countedThing';
import { speakerNameOf } from '../core/across/speakerNames';
import { type NumericClaim, type Quote } from '../core/detect/model';
import { type AcrossSources, type IsWanted, type SourceArticle } from './acrossSources';
import { type Codebooks } from './codebooks';
import { type Disposable } from './event';
import { type DocumentUri } from './ports';
import { type SourceIndex } from './sourceIndex';

/** One person, or body, under all names that articles give. */
export interface SpeakerEntry {
  /** The codebook's name, else the fullest one in use. */
  readonly name: string;
  readonly names: readonly string[];
  /** Quotes in the corpus. */
  readonly count: number;
}

/** What figures of the corpus count, and how many there are. */
export interface ThingEntry {
  /** As core/across/countedThing makes it. */
  readonly thing: string;
  readonly count: number;
}

/** A quote or a figure and its article. */
export interface PlacedQuote {
  readonly article: SourceArticle;
  readonly quote: Quote;
}
export interface PlacedClaim {
  readonly article: SourceArticle;
  readonly claim: NumericClaim;
}

/** Who is quoted in the corpus and what is counted in it, and where. Lists come from the index; the articles are read when their passages are asked for. */
export class Speakers implements Disposable {
  private readonly subscriptions: readonly Disposable[];
  private list: readonly SpeakerEntry[] | undefined;

  constructor(
    private readonly index: SourceIndex,
    private readonly sources: AcrossSources,
    private readonly codebooks: Pick<Codebooks, 'all' | 'onDidChange'>,
  ) {
    const forget = (): void => {
      this.list = undefined;
    };
    this.subscriptions = [index.onDidChange(forget), codebooks.onDidChange(forget)];
  }

  /** Those with most quotes first. */
  get all(): readonly SpeakerEntry[] {
    return (this.list ??= groupSpeakers(
      [...this.index.speakers.names()].map(({ name, count }) => ({ speaker: name, quote: count })),
      this.known(),
    )
      .map(({ name, names, quotes }) => ({ name, names, count: quotes.reduce((sum, { quote }) => sum + quote, 0) }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)));
  }

  /** Whose name this is; undefined where nobody of that name is quoted. */
  named(name: string): SpeakerEntry | undefined {
    return this.all.find(speaker => speaker.name === name || speaker.names.includes(name));
  }

  /** The quotes of one article by who says them, those with most quotes first; those without a name are left out. */
  ofArticle(article: SourceArticle): readonly { readonly name: string; readonly quotes: readonly Quote[] }[] {
    const spoken = this.sources.quotesOf(article).flatMap(quote => {
      const speaker = speakerNameOf(quote);
      return speaker === undefined ? [] : [{ speaker, quote }];
    });
    return groupSpeakers(spoken, this.known()).map(({ name, quotes }) => ({
      name,
      quotes: quotes.map(({ quote }) => quote),
    }));
  }

  /** The first quotes of a speaker in time order, of those without a date the last; so many at most. */
  async quotesOf({ names }: SpeakerEntry, most: number, isWanted?: IsWanted): Promise<readonly PlacedQuote[]> {
    const wanted = new Set(names);
    const documents = new Set(names.flatMap(name => [...this.index.speakers.documentsOf(name)]));
    return this.collect(documents, most, isWanted, article =>
      this.sources
        .quotesOf(article)
        .filter(quote => wanted.has(speakerNameOf(quote) ?? ''))
        .map(quote => ({ article, quote })),
    );
  }

  /** What is counted, the most frequent first. */
  get things(): readonly ThingEntry[] {
    return [...this.index.things.names()]
      .map(({ name, count }) => ({ thing: name, count }))
      .sort((a, b) => b.count - a.count || (a.thing < b.thing ? -1 : 1));
  }

  /** The first figures that count a thing, in time order; so many at most. */
  async claimsOf(thing: string, most: number, isWanted?: IsWanted): Promise<readonly PlacedClaim[]> {
    return this.collect(new Set(this.index.things.documentsOf(thing)), most, isWanted, article =>
      article.claims
        .filter(claim => !claim.boilerplate && countedThing(claim) === thing)
        .map(claim => ({ article, claim })),
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private known(): readonly KnownSpeaker[] {
    return [...this.codebooks.all].flatMap(({ codebook }) => codebook.sources ?? []);
  }

  private async collect<T>(
    documents: ReadonlySet<DocumentUri>,
    most: number,
    isWanted: IsWanted = () => true,
    passagesIn: (article: SourceArticle) => readonly T[],
  ): Promise<readonly T[]> {
    const found: T[] = [];
    for (const uri of this.index.inTime(documents)) {
      if (found.length >= most || !isWanted()) break;
      const article = await this.sources.article(uri);
      if (article) found.push(...passagesIn(article));
    }
    return found.slice(0, most);
  }
}
