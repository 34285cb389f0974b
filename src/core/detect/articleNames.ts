import { isBlank, isCapital, isLetter } from '../text/characters';
import { type BlockRecord } from './blockChain';
import { type Gender, pronounGender } from './gender';
import { type Mention } from './model';

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
  /** Most names have none. */
  roles: Set<string> | undefined;
  /** What titles tell; `contradicted` where they do not agree. */
  gender: Gender | 'contradicted' | undefined;
  isThing: boolean;
}

/** What a mention is, whoever spoke before. */
export interface Reference {
  /** Of a pronoun. */
  readonly pronoun: Gender | undefined;
  /** The name it refers to, maybe its own. */
  readonly name: string | undefined;
  /** It refers to a name that the article has in full. */
  readonly isKnown: boolean;
  /** It refers to one that a pronoun can mean. */
  readonly isPerson: boolean;
  /** It describes somebody in small letters. */
  readonly describes: boolean;
}

/** The full names of an article, and what each is called for short. Reads the article's blocks when it is first asked. */
export class ArticleNames {
  /** By each word that a name ends or begins with; a word of several names gives none. */
  readonly #byWord = new Map<string, Known | undefined>();
  readonly #byRole = new Map<string, Known | undefined>();
  readonly #byName = new Map<string, Known>();
  /** By a mention's text: an article has few speakers and is put together again at each edit. */
  readonly #references = new Map<string, Reference>();
  #records: readonly BlockRecord[] | undefined;

  constructor(records: readonly BlockRecord[]) {
    this.#records = records;
  }

  /** True where these blocks name the same in the same order, so that one may stand for the other. */
  static areSame(a: readonly BlockRecord[], b: readonly BlockRecord[]): boolean {
    const namesOf = (records: readonly BlockRecord[]) => records.flatMap(({ found }) => found.names);
    const others = namesOf(b);
    const names = namesOf(a);
    return names.length === others.length && names.every((name, i) => isSameName(name, others[i]!));
  }

  /** What the words of a speaker or a subject refer to. */
  referenceOf(text: string): Reference {
    let reference = this.#references.get(text);
    if (!reference) this.#references.set(text, (reference = this.refer(text.trim())));
    return reference;
  }

  /** What titles tell of a name; undefined where they tell nothing or contradict each other. */
  genderOf(name: string): Gender | undefined {
    const gender = this.#byName.get(name)?.gender;
    return gender === 'contradicted' ? undefined : gender;
  }

  /** True where all that was asked of `other` would be answered alike. */
  answersLike(other: ArticleNames): boolean {
    for (const [text, before] of other.#references) {
      const now = this.referenceOf(text);
      const isSame = now.name === before.name && now.isKnown === before.isKnown && now.isPerson === before.isPerson;
      if (!isSame || (now.name !== undefined && this.genderOf(now.name) !== other.genderOf(now.name))) return false;
    }
    return true;
  }

  private refer(text: string): Reference {
    this.read();
    const article = articleLength(text);
    const known = this.known(text) ?? (article > 0 ? this.described(text.slice(article)) : undefined);
    return {
      pronoun: pronounGender(text),
      name: known?.name ?? (this.#byWord.has(text) ? undefined : this.ownName(text, article)),
      isKnown: known !== undefined,
      isPerson: known?.isThing === false,
      describes: smallLetters(text) > 0,
    };
  }

  /** What is named in full or by its first or last word alone. */
  private known(text: string): Known | undefined {
    return this.#byName.get(text) ?? this.#byWord.get(text);
  }

  /** "the minister": the one whom the article calls so, nobody where it calls two so; "the Lunden Post". */
  private described(text: string): Known | undefined {
    return this.#byRole.get(text.toLowerCase()) ?? this.known(text);
  }

  /** A mention that is a name, though the article has no longer one. */
  private ownName(text: string, article: number): string | undefined {
    if (article === 0) return nameIn(text);
    const described = text.slice(article);
    const isName =
      isCapital(described.charCodeAt(0)) && !GERMAN_ARTICLE.test(text) && !this.#byRole.has(described.toLowerCase());
    return isName ? nameIn(text) : undefined;
  }

  private read(): void {
    if (!this.#records) return;
    const short: NameMention[] = [];
    for (const { found } of this.#records)
      for (const mention of found.names)
        if (mention.text.includes(' ')) this.add(mention);
        else short.push(mention);
    this.#records = undefined;
    for (const known of this.#byName.values()) {
      const { name, roles } = known;
      index(this.#byWord, name.slice(0, name.indexOf(' ')), known);
      index(this.#byWord, name.slice(name.lastIndexOf(' ') + 1), known);
      if (!roles) continue;
      // "harbour minister" is called the minister too.
      for (const role of roles)
        for (let from = 0; from >= 0; from = nextWord(role, from)) index(this.#byRole, role.slice(from), known);
    }
    for (const { text, gender } of short) {
      const known = gender && this.#byWord.get(text);
      if (known) tell(known, gender);
    }
  }

  private add({ text, role, gender, isThing }: NameMention): void {
    let known = this.#byName.get(text);
    if (!known) {
      known = { name: text, roles: undefined, gender: undefined, isThing: isThing === true };
      this.#byName.set(text, known);
    }
    if (role !== undefined) (known.roles ??= new Set()).add(role);
    if (gender) tell(known, gender);
    if (isThing) known.isThing = true;
  }
}

function tell(known: Known, gender: Gender): void {
  known.gender = known.gender === undefined || known.gender === gender ? gender : 'contradicted';
}

/** What two names are called alike means neither. */
function index(map: Map<string, Known | undefined>, key: string, known: Known): void {
  map.set(key, map.has(key) && map.get(key) !== known ? undefined : known);
}

/** Where the word behind the next blank starts, -1 where none follows. */
function nextWord(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? -1 : blank + 1;
}

const isSameName = (a: NameMention, b: NameMention): boolean =>
  a.text === b.text && a.role === b.role && a.gender === b.gender && a.isThing === b.isThing;

const ARTICLE = /^(?:the|der|die|das|le|la|l’|l'|el)\s+/i;
/** Behind these every noun has a capital. */
const GERMAN_ARTICLE = /^(?:der|die|das)\s/i;
const ARTICLE_INITIALS = 'tTdDlLeE';

/** The characters of the article that a mention begins with, 0 where it has none. */
const articleLength = (text: string): number =>
  ARTICLE_INITIALS.includes(text.charAt(0)) ? (ARTICLE.exec(text)?.[0].length ?? 0) : 0;

/** The most small letters in a row that begin a word behind the first. */
function smallLetters(text: string): number {
  let most = 0;
  const { length } = text;
  for (let at = 1; at < length; at++) {
    if (!isBlank(text.charCodeAt(at - 1))) continue;
    let end = at;
    while (end < length && isSmall(text.charCodeAt(end))) end++;
    most = Math.max(most, end - at);
  }
  return most;
}

const isSmall = (code: number): boolean => isLetter(code) && !isCapital(code);

/** A particle within a name is no longer than this: van, de, al. */
const LONGEST_PARTICLE = 2;

/** A mention that is a name itself; a description in small letters is none. */
const nameIn = (text: string): string | undefined =>
  isCapital(text.charCodeAt(0)) && smallLetters(text) <= LONGEST_PARTICLE && !NO_NAME.test(text) ? text : undefined;

/** Words that are no name though they may start a sentence. */
const NO_NAME =
  /^(?:I|We|You|They|It|This|That|These|Those|Who|Which|One|Others?|Some|Many|Most|All|Both|Everyone|Someone|Wir|Ich|Man|Nous|Je|On|Nosotros|Yo)\b/;
