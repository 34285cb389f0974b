import { type BlockRecord } from './blockChain';
import { type Mention, type Quote } from './model';

/** A person or body named in full somewhere in a block. Offsets count from the block's first character. */
export interface NameMention extends Mention {
  /** What stands before the name, in lower case: "russian president". */
  readonly role?: string;
}

/** A name with all that the article calls it. */
interface Known {
  readonly name: string;
  readonly roles: Set<string>;
}

/** A pronoun stands for a name of the last speaker no further back than this. */
const PRONOUN_REACH = 1500;

/**
 * Gives each quote, one after the other, the fullest name in the article that its speaker refers to. A last name, a role ("the Russian
 * president") or a pronoun is linked only where one name alone fits; otherwise the quote keeps no name. Linear but for look-ups.
 */
export class SpeakerNamer {
  private last: { readonly name: string; readonly end: number } | undefined;

  constructor(private readonly names: Names) {}

  /** The quote with the name of its speaker; itself where that is the name it has. */
  named(quote: Quote): Quote {
    const { speaker } = quote;
    if (!speaker) return quote;
    const name = this.names.of(speaker, this.last);
    if (name === undefined) {
      // An unnamed speaker between a name and a pronoun: the pronoun may be theirs.
      if (!PRONOUN.test(speaker.text)) this.last = undefined;
    } else if (quote.mode !== 'thought') {
      // What somebody thinks does not make them the one who speaks.
      this.last = { name, end: speaker.end };
    }
    if (name === quote.speakerName) return quote;
    const { speakerName: _speakerName, ...rest } = quote;
    return name === undefined ? rest : { ...rest, speakerName: name };
  }
}

const PRONOUN = /^(?:he|she|er|sie|il|elle|él|ella)$/i;
const ARTICLE = /^(?:the|der|die|das|le|la|l’|l'|el)\s+/i;

/** The full names of an article, and what each is called for short. */
export class Names {
  /** By each word that a name ends or begins with; a word of several names gives none. */
  private readonly byWord = new Map<string, Known | undefined>();
  private readonly byRole = new Map<string, Known | undefined>();
  private readonly byName = new Map<string, Known>();

  constructor(records: readonly BlockRecord[]) {
    for (const { found } of records) for (const mention of found.names) this.add(mention);
    for (const known of this.byName.values()) {
      const words = known.name.split(/\s+/);
      for (const word of new Set([words[0]!, words.at(-1)!])) this.index(this.byWord, word, known);
      for (const role of known.roles) {
        const parts = role.split(' ');
        for (let from = 0; from < parts.length; from++) this.index(this.byRole, parts.slice(from).join(' '), known);
      }
    }
  }

  /** True where these blocks name the same in the same order, so that one may stand for the other. */
  static areSame(a: readonly BlockRecord[], b: readonly BlockRecord[]): boolean {
    const namesOf = (records: readonly BlockRecord[]) => records.flatMap(({ found }) => found.names);
    const others = namesOf(b);
    const names = namesOf(a);
    return (
      names.length === others.length &&
      names.every(({ text, role }, i) => text === others[i]!.text && role === others[i]!.role)
    );
  }

  /** The name that a mention refers to; `last` is the last speaker that has one. */
  of(speaker: Mention, last: { readonly name: string; readonly end: number } | undefined): string | undefined {
    const text = speaker.text.trim();
    if (PRONOUN.test(text))
      return last && this.isPerson(last.name) && speaker.start - last.end < PRONOUN_REACH ? last.name : undefined;
    const known = this.byName.get(text) ?? this.byWord.get(text);
    if (known) return known.name;
    if (this.byWord.has(text)) return undefined;
    if (ARTICLE.test(text)) {
      const role = text.replace(ARTICLE, '').toLowerCase();
      const named = this.byRole.get(role);
      if (named) return named.name;
      // "the president" fits two: the one who spoke last, if it is one of them.
      return last && this.byName.get(last.name) && hasRole(this.byName.get(last.name)!, role)
        ? last.name
        : /^\p{Lu}/u.test(text.replace(ARTICLE, '')) && !this.byRole.has(role)
          ? nameIn(text)
          : undefined;
    }
    return nameIn(text);
  }

  /** Known in full: a single word may be a place or a paper. */
  private isPerson(name: string): boolean {
    return this.byName.has(name);
  }

  private add({ text, role }: NameMention): void {
    let known = this.byName.get(text);
    if (!known) this.byName.set(text, (known = { name: text, roles: new Set() }));
    if (role !== undefined) known.roles.add(role);
  }

  private index(map: Map<string, Known | undefined>, key: string, known: Known): void {
    map.set(key, map.has(key) && map.get(key) !== known ? undefined : known);
  }
}

const hasRole = ({ roles }: Known, role: string): boolean =>
  [...roles].some(own => own === role || own.endsWith(` ${role}`));

/** A mention that is a name itself; a description in small letters is none. */
const nameIn = (text: string): string | undefined =>
  /^\p{Lu}/u.test(text) && !/\s\p{Ll}{3,}/u.test(text) && !NO_NAME.test(text) ? text : undefined;

/** Words that are no name though they may start a sentence. */
const NO_NAME =
  /^(?:I|We|You|They|It|This|That|These|Those|Who|Which|One|Others?|Some|Many|Most|All|Both|Everyone|Someone|Wir|Ich|Man|Nous|Je|On|Nosotros|Yo)\b/;
