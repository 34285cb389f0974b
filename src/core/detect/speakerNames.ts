import { type BlockRecord } from './blockChain';
import { type Gender, pronounGender } from './gender';
import { type Mention, type Quote } from './model';

/** A person or body named somewhere in a block; by one word only where a title tells the gender. Offsets count from the block's first character. */
export interface NameMention extends Mention {
  /** What stands beside the name, in lower case: "russian president". */
  readonly role?: string;
  /** What the role tells of it. */
  readonly gender?: Gender;
  /** An article stands before it: a ship, a paper, a body. */
  readonly isThing?: true;
}

/** A name with all that the article calls it. */
interface Known {
  readonly name: string;
  readonly roles: Set<string>;
  readonly genders: Set<Gender>;
  isThing: boolean;
}

/** What a mention is, whoever spoke before. */
interface Reference {
  /** Of a pronoun. */
  readonly pronoun?: Gender;
  /** The name it refers to, maybe its own. */
  readonly name?: string;
  /** It refers to a name that the article has in full. */
  readonly isKnown: boolean;
  /** It refers to one that a pronoun can mean. */
  readonly isPerson: boolean;
  /** It describes somebody in small letters. */
  readonly describes: boolean;
}

/** Somebody whom a pronoun may mean; `end` is where they were last spoken of. */
interface Person {
  readonly name: string;
  end: number;
}

/** A pronoun stands for nobody who was last spoken of further back than this. */
const PRONOUN_REACH = 1500;
/** So many persons are kept in mind; a pronoun that means none of them is not understood. */
const PERSONS_KEPT = 6;

/**
 * Gives each quote, one after the other, the fullest name in the article that its speaker refers to. A last name, a role ("the Russian
 * president") or a pronoun is linked only where one name alone fits; otherwise the quote keeps no name. A pronoun means whom the
 * article spoke of last, as subject or speaker; a further one only where a title or another pronoun tells the gender. Linear but for
 * look-ups.
 */
export class SpeakerNamer {
  /** Whoever was spoken of last comes last. */
  private persons: Person[] = [];
  private readonly learnt = new Map<string, Gender>();
  /** Pieces of one quotation share a mention: a pronoun keeps its meaning. By its offset. */
  private readonly pronouns = new Map<number, string | undefined>();

  constructor(private readonly names: Names) {}

  /**
   * Takes note of a block's topics from number `heard` on that start before `end`, and returns how many it has heard then. The block
   * starts at `first`; topics and quotes are to be given in text order.
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

  /** The quote with the name of its speaker; itself where that is the name it has. */
  named(quote: Quote): Quote {
    const { speaker } = quote;
    if (!speaker) return quote;
    const reference = this.names.referenceOf(speaker.text);
    const { pronoun } = reference;
    const name = pronoun ? this.meant(pronoun, speaker.start, speaker.end) : reference.name;
    // What somebody thinks does not make them the one who speaks.
    if (!pronoun && (name === undefined || quote.mode !== 'thought')) this.speakOf(reference, speaker.end);
    if (name === quote.speakerName) return quote;
    const { speakerName: _speakerName, ...rest } = quote;
    return name === undefined ? rest : { ...rest, speakerName: name };
  }

  private meant(gender: Gender, start: number, end: number): string | undefined {
    if (this.pronouns.has(start)) return this.pronouns.get(start);
    const person = this.antecedent(gender, start);
    this.pronouns.set(start, person?.name);
    if (!person) return undefined;
    this.learnt.set(person.name, gender);
    this.moveLast(person.name, end);
    return person.name;
  }

  private antecedent(gender: Gender, start: number): Person | undefined {
    for (let index = this.persons.length - 1; index >= 0; index--) {
      const person = this.persons[index]!;
      if (start - person.end >= PRONOUN_REACH) return undefined;
      const known = this.learnt.get(person.name) ?? this.names.genderOf(person.name);
      if (known === gender) return person;
      if (known === undefined) return index === this.persons.length - 1 ? person : undefined;
    }
    return undefined;
  }

  /** Somebody who is not known in full may be anybody, so nobody before them is meant by the next pronoun. */
  private speakOf({ name, isKnown, isPerson }: Reference, end: number): void {
    if (isPerson) this.moveLast(name!, end);
    else if (!isKnown && this.persons.length > 0) this.persons = [];
  }

  private moveLast(name: string, end: number): void {
    const last = this.persons.at(-1);
    if (last?.name === name) last.end = end;
    else this.persons = [...this.persons.filter(person => person.name !== name).slice(1 - PERSONS_KEPT), { name, end }];
  }
}

const ARTICLE = /^(?:the|der|die|das|le|la|l’|l'|el)\s+/i;
/** Behind these every noun has a capital. */
const GERMAN_ARTICLE = /^(?:der|die|das)\s/i;

/** The full names of an article, and what each is called for short. */
export class Names {
  /** By each word that a name ends or begins with; a word of several names gives none. */
  private readonly byWord = new Map<string, Known | undefined>();
  private readonly byRole = new Map<string, Known | undefined>();
  private readonly byName = new Map<string, Known>();
  /** By a mention’s text: an article has few speakers and is put together again at each edit. A memory, so no part of what is compared. */
  readonly #references = new Map<string, Reference>();

  constructor(records: readonly BlockRecord[]) {
    const short: NameMention[] = [];
    for (const { found } of records)
      for (const mention of found.names)
        if (mention.text.includes(' ')) this.add(mention);
        else short.push(mention);
    for (const known of this.byName.values()) {
      const words = known.name.split(/\s+/);
      for (const word of new Set([words[0]!, words.at(-1)!])) this.index(this.byWord, word, known);
      for (const role of known.roles) {
        const parts = role.split(' ');
        for (let from = 0; from < parts.length; from++) this.index(this.byRole, parts.slice(from).join(' '), known);
      }
    }
    for (const { text, gender } of short) if (gender) this.byWord.get(text)?.genders.add(gender);
  }

  /** True where these blocks name the same in the same order, so that one may stand for the other. */
  static areSame(a: readonly BlockRecord[], b: readonly BlockRecord[]): boolean {
    const namesOf = (records: readonly BlockRecord[]) => records.flatMap(({ found }) => found.names);
    const others = namesOf(b);
    const names = namesOf(a);
    return names.length === others.length && names.every((name, i) => isSameName(name, others[i]!));
  }

  referenceOf(text: string): Reference {
    let reference = this.#references.get(text);
    if (!reference) this.#references.set(text, (reference = this.refer(text.trim())));
    return reference;
  }

  private refer(text: string): Reference {
    const pronoun = pronounGender(text);
    const known = this.known(text) ?? (ARTICLE.test(text) ? this.described(text.replace(ARTICLE, '')) : undefined);
    const name = known?.name ?? (this.byWord.has(text) ? undefined : this.ownName(text));
    return {
      ...(pronoun ? { pronoun } : {}),
      ...(name === undefined ? {} : { name }),
      isKnown: known !== undefined,
      isPerson: known?.isThing === false,
      describes: /\s\p{Ll}/u.test(text),
    };
  }

  /** What is named in full or by its first or last word alone. */
  private known(text: string): Known | undefined {
    return this.byName.get(text) ?? this.byWord.get(text);
  }

  /** "the minister": the one whom the article calls so, nobody where it calls two so; "the Lunden Post". */
  private described(text: string): Known | undefined {
    return this.byRole.get(text.toLowerCase()) ?? this.known(text);
  }

  /** A mention that is a name, though the article has no longer one. */
  private ownName(text: string): string | undefined {
    if (!ARTICLE.test(text)) return nameIn(text);
    const described = text.replace(ARTICLE, '');
    const isName =
      /^\p{Lu}/u.test(described) && !GERMAN_ARTICLE.test(text) && !this.byRole.has(described.toLowerCase());
    return isName ? nameIn(text) : undefined;
  }

  /** What titles tell; undefined where they tell nothing or contradict each other. */
  genderOf(name: string): Gender | undefined {
    const genders = this.byName.get(name)?.genders;
    return genders?.size === 1 ? [...genders][0] : undefined;
  }

  private add({ text, role, gender, isThing }: NameMention): void {
    let known = this.byName.get(text);
    if (!known)
      this.byName.set(text, (known = { name: text, roles: new Set(), genders: new Set(), isThing: isThing === true }));
    if (role !== undefined) known.roles.add(role);
    if (gender) known.genders.add(gender);
    if (isThing) known.isThing = true;
  }

  private index(map: Map<string, Known | undefined>, key: string, known: Known): void {
    map.set(key, map.has(key) && map.get(key) !== known ? undefined : known);
  }
}

const isSameName = (a: NameMention, b: NameMention): boolean =>
  a.text === b.text && a.role === b.role && a.gender === b.gender && a.isThing === b.isThing;

/** A mention that is a name itself; a description in small letters is none. */
const nameIn = (text: string): string | undefined =>
  /^\p{Lu}/u.test(text) && !/\s\p{Ll}{3,}/u.test(text) && !NO_NAME.test(text) ? text : undefined;

/** Words that are no name though they may start a sentence. */
const NO_NAME =
  /^(?:I|We|You|They|It|This|That|These|Those|Who|Which|One|Others?|Some|Many|Most|All|Both|Everyone|Someone|Wir|Ich|Man|Nous|Je|On|Nosotros|Yo)\b/;
