import { type ArticleNames, type Reference } from './articleNames';
import { type Gender } from './gender';
import { type Mention, type Quote } from './model';

/** Somebody whom a pronoun may mean; `end` is where they were last spoken of. */
interface Person {
  readonly name: string;
  readonly end: number;
}

/** What a pronoun told of somebody. */
interface Told {
  readonly name: string;
  readonly gender: Gender;
}

/** Whom the pronoun at an offset was found to mean. */
interface Meaning {
  readonly start: number;
  readonly name: string | undefined;
}

/** All that naming remembers of the text before. */
export interface NamerState {
  /** Whoever was spoken of last comes last. */
  readonly persons: readonly Person[];
  readonly told: readonly Told[];
  /** The latest comes last. Pieces of one quotation share a mention: a pronoun keeps its meaning. */
  readonly meanings: readonly Meaning[];
}

export const NOBODY_YET: NamerState = { persons: [], told: [], meanings: [] };

/** A pronoun stands for nobody who was last spoken of further back than this. */
const PRONOUN_REACH = 1500;
/** So many persons are kept in mind; a pronoun that means none of them is not understood. */
const PERSONS_KEPT = 6;
/** Of so many it is kept what a pronoun told; of whom it was told first is forgotten first. */
const TOLD_KEPT = 64;
/** A mention is shared within a paragraph and by the next few. */
const MEANINGS_KEPT = 12;

/** True where naming goes on alike from both states, the second one `by` characters further on. */
export function isSameNamerState(a: NamerState, b: NamerState, by: number): boolean {
  if (a.persons.length !== b.persons.length || a.meanings.length !== b.meanings.length) return false;
  if (a.told !== b.told) {
    if (a.told.length !== b.told.length) return false;
    for (let i = 0; i < a.told.length; i++)
      if (a.told[i]!.name !== b.told[i]!.name || a.told[i]!.gender !== b.told[i]!.gender) return false;
  }
  for (let i = 0; i < a.persons.length; i++) {
    const one = a.persons[i]!;
    const other = b.persons[i]!;
    if (one.name !== other.name || one.end + by !== other.end) return false;
  }
  for (let i = 0; i < a.meanings.length; i++) {
    const one = a.meanings[i]!;
    const other = b.meanings[i]!;
    if (one.name !== other.name || one.start + by !== other.start) return false;
  }
  return true;
}

/** The state `by` characters further on. */
export const shiftedNamerState = ({ persons, told, meanings }: NamerState, by: number): NamerState => ({
  persons: persons.map(person => ({ ...person, end: person.end + by })),
  told,
  meanings: meanings.map(meaning => ({ ...meaning, start: meaning.start + by })),
});

/**
 * Finds, speaker after speaker, the fullest name in the article that each refers to. A last name, a role ("the Russian president") or a
 * pronoun is linked only where one name alone fits. A pronoun means whom the article spoke of last, as subject or speaker; a further one
 * only where a title or another pronoun tells the gender. Linear but for look-ups.
 */
export class SpeakerNamer {
  private persons: readonly Person[] = NOBODY_YET.persons;
  private told: readonly Told[] = NOBODY_YET.told;
  private meanings: readonly Meaning[] = NOBODY_YET.meanings;

  constructor(private readonly names: ArticleNames) {}

  /** What it remembers; to be set where the text before was read by another one. */
  get state(): NamerState {
    return { persons: this.persons, told: this.told, meanings: this.meanings };
  }

  set state({ persons, told, meanings }: NamerState) {
    this.persons = persons;
    this.told = told;
    this.meanings = meanings;
  }

  /**
   * Takes note of a block's topics from number `heard` on that start before `end`, and returns how many it has heard then. The block
   * starts at `first`, in whose offsets topics and `end` count; topics and speakers are to be given in text order.
   */
  hear(topics: readonly Mention[], first: number, heard: number, end: number): number {
    let next = heard;
    for (; next < topics.length && topics[next]!.start < end; next++) this.hearOne(topics[next]!, first);
    return next;
  }

  private hearOne({ text, start, end }: Mention, first: number): void {
    const reference = this.names.referenceOf(text);
    if (reference.pronoun) this.meant(reference.pronoun, first + start, first + end);
    // A word with a capital that the article names nowhere else may be any word; a description brings in somebody without a name.
    else if (reference.isKnown || reference.describes) this.speakOf(reference, first + end);
  }

  /** The name of the speaker of a quote of the block that starts at `first`; undefined where the text supports none. */
  nameOf({ speaker, mode }: Quote, first: number): string | undefined {
    if (!speaker) return undefined;
    const reference = this.names.referenceOf(speaker.text);
    const { pronoun } = reference;
    const name = pronoun ? this.meant(pronoun, first + speaker.start, first + speaker.end) : reference.name;
    // What somebody thinks does not make them the one who speaks.
    if (!pronoun && (name === undefined || mode !== 'thought')) this.speakOf(reference, first + speaker.end);
    return name;
  }

  private meant(gender: Gender, start: number, end: number): string | undefined {
    for (let i = this.meanings.length - 1; i >= 0; i--)
      if (this.meanings[i]!.start === start) return this.meanings[i]!.name;
    const name = this.antecedent(gender, start);
    this.meanings = pushed(this.meanings, { start, name }, MEANINGS_KEPT);
    if (name === undefined) return undefined;
    if (this.toldOf(name) === undefined) this.told = pushed(this.told, { name, gender }, TOLD_KEPT);
    this.moveLast(name, end);
    return name;
  }

  private antecedent(gender: Gender, start: number): string | undefined {
    for (let index = this.persons.length - 1; index >= 0; index--) {
      const person = this.persons[index]!;
      if (start - person.end >= PRONOUN_REACH) return undefined;
      const known = this.toldOf(person.name) ?? this.names.genderOf(person.name);
      if (known === gender) return person.name;
      if (known === undefined) return index === this.persons.length - 1 ? person.name : undefined;
    }
    return undefined;
  }

  /** Somebody who is not known in full may be anybody, so nobody before them is meant by the next pronoun. */
  private speakOf({ name, isKnown, isPerson }: Reference, end: number): void {
    if (isPerson) this.moveLast(name!, end);
    else if (!isKnown && this.persons.length > 0) this.persons = NOBODY_YET.persons;
  }

  private toldOf(name: string): Gender | undefined {
    for (const told of this.told) if (told.name === name) return told.gender;
    return undefined;
  }

  private moveLast(name: string, end: number): void {
    const { persons } = this;
    let at = persons.length - 1;
    while (at >= 0 && persons[at]!.name !== name) at--;
    const others = at < 0 ? persons : persons.slice(0, at).concat(persons.slice(at + 1));
    this.persons = pushed(others, { name, end }, PERSONS_KEPT);
  }
}

/** The list with one more, and of those before the latest only, so that there are no more than `most`. */
function pushed<T>(list: readonly T[], item: T, most: number): readonly T[] {
  const longer = list.length < most ? list.slice() : list.slice(list.length - most + 1);
  longer.push(item);
  return longer;
}
