import { canBeOne, nameStems } from './speakerNames';

/** Who is said to be whom: a codebook's sources. */
export interface KnownSpeaker {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A quote and whose it is said to be. `T` is the caller's, who knows where it stands. */
export interface SpokenQuote<T> {
  readonly speaker: string;
  /** Days since 1970; absent where it is not known. */
  readonly day?: number;
  readonly quote: T;
}

/** One person, or body, under all of their names. */
export interface Speaker<T> {
  /** The codebook's name, else the fullest one that the articles use. */
  readonly name: string;
  /** The names that articles use, the most frequent first. */
  readonly names: readonly string[];
  /** In time order; those of unknown date last, in the order in which they came. */
  readonly quotes: readonly SpokenQuote<T>[];
}

/**
 * All quotes by who said them. Names are one person's where the codebook says so; else where one holds the other and ends alike, and no third
 * person has that ending too: "Putin" is Vladimir Putin, but "Brandt" is nobody where there are Ana and Jo Brandt. Those with most quotes first.
 */
export function groupSpeakers<T>(
  quotes: Iterable<SpokenQuote<T>>,
  known: readonly KnownSpeaker[] = [],
): readonly Speaker<T>[] {
  const knownNames = new Map(
    known.flatMap(({ name, aliases }) => [name, ...aliases].map((alias): [string, string] => [folded(alias), name])),
  );
  const byName = new Map<string, SpokenQuote<T>[]>();
  const arrivals = new Map<SpokenQuote<T>, number>();
  for (const quote of quotes) {
    arrivals.set(quote, arrivals.size);
    const list = byName.get(quote.speaker);
    if (list) list.push(quote);
    else byName.set(quote.speaker, [quote]);
  }
  const persons = personsOf([...byName.keys()], knownNames);
  const speakers = [...persons].map(([name, names]): Speaker<T> => {
    const all = names.flatMap(alias => byName.get(alias)!);
    return {
      name,
      names: [...names].sort((a, b) => byName.get(b)!.length - byName.get(a)!.length || (a < b ? -1 : 1)),
      quotes: all.sort((a, b) => byDay(a, b) || arrivals.get(a)! - arrivals.get(b)!),
    };
  });
  return speakers.sort((a, b) => b.quotes.length - a.quotes.length || (a.name < b.name ? -1 : 1));
}

/** The names by whose they are. */
function personsOf(names: readonly string[], knownNames: ReadonlyMap<string, string>): Map<string, string[]> {
  const persons = new Map<string, string[]>();
  const add = (person: string, name: string): void => {
    const list = persons.get(person);
    if (list) list.push(name);
    else persons.set(person, [name]);
  };
  /** Persons by the last word of their names, the fullest names first. */
  const byLast = new Map<number, { readonly person: string; readonly stems: readonly number[] }[]>();
  const enter = (person: string, stems: readonly number[]): void => {
    const last = stems.at(-1);
    if (last === undefined) return;
    const list = byLast.get(last);
    if (list) list.push({ person, stems });
    else byLast.set(last, [{ person, stems }]);
  };
  for (const person of new Set(knownNames.values())) enter(person, nameStems(person));
  const rest = names.filter(name => {
    const person = knownNames.get(folded(name));
    if (person !== undefined) add(person, name);
    return person === undefined;
  });
  const sized = rest.map(name => ({ name, stems: nameStems(name) }));
  sized.sort((a, b) => b.stems.length - a.stems.length || (a.name < b.name ? -1 : 1));
  for (const { name, stems } of sized) {
    const fits = (byLast.get(stems.at(-1) ?? -1) ?? []).filter(person => canBeOne(person.stems, stems));
    if (fits.length === 1) add(fits[0]!.person, name);
    else {
      add(name, name);
      // A last name that several have is no person that others could be.
      if (fits.length === 0) enter(name, stems);
    }
  }
  return persons;
}

/** Of unknown date last. */
function byDay(
  { day: a = Infinity }: { readonly day?: number },
  { day: b = Infinity }: { readonly day?: number },
): number {
  return a === b ? 0 : a - b;
}

const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
