/** What a word can be in a sentence. Bits: a word can be several things ("claims"). Tables list words by these names. */
export const WordClass = {
  /** Any form of a verb of saying. */
  speech: 1 << 0,
  /** Any form of a verb of thinking, wanting, finding. */
  thought: 1 << 1,
  /** Any form of a verb that puts words on something: called, described, accused. */
  naming: 1 << 2,
  /** A verb form that has a subject of its own: said, says. */
  finite: 1 << 3,
  /** Infinitive and plural present: say. */
  base: 1 << 4,
  gerund: 1 << 5,
  /** The verb names its hearer before what is said: told them that. */
  hearer: 1 << 6,
  auxiliary: 1 << 7,
  be: 1 << 8,
  determiner: 1 << 9,
  possessive: 1 << 10,
  preposition: 1 << 11,
  subjectPronoun: 1 << 12,
  objectPronoun: 1 << 13,
  coordinator: 1 << 14,
  subordinator: 1 << 15,
  relative: 1 << 16,
  that: 1 << 17,
  adverb: 1 << 18,
  /** Stands before a name and is no part of it: President, Mr, spokesman. */
  title: 1 << 19,
  time: 1 << 20,
  abbreviation: 1 << 21,
  /** A thing that has a title: book, film, programme. */
  work: 1 << 22,
  /** A word that speaks of words: term, word, so-called. */
  term: 1 << 23,
  /** Any other common finite verb; it ends a noun phrase. */
  verb: 1 << 24,
  negation: 1 << 25,
  infinitiveMarker: 1 << 26,
  /** A noun that says something: statement, report. */
  statement: 1 << 27,
  month: 1 << 28,
  /** A group of people or an office that speaks without a name: police, officials. */
  person: 1 << 29,
  /** A verb that is a cue only right beside quotation marks: read, chanted, laughed. */
  quoting: 1 << 30,
  /** Before marks it says that the words are a coinage: so-called, the term. */
  coinage: 1 << 31,
} as const;
export type WordClassName = keyof typeof WordClass;

/** What else is to be known of a word. */
export const TraitClass = {
  /** A title that only men bear: Mr, chairman. */
  masculine: 1 << 0,
  feminine: 1 << 1,
  /** A pronoun that can stand for one man: he. */
  masculinePronoun: 1 << 2,
  femininePronoun: 1 << 3,
  /** It brings in somebody who has no name: a, another. */
  indefinite: 1 << 4,
  /** A small word within a name: van, de. */
  particle: 1 << 5,
  /** A preposition that joins nouns to one phrase: of, for. */
  joining: 1 << 6,
  /** The first word of a phrase that reports: according to. */
  opensReport: 1 << 7,
  /** With a capital it ends the name of a street: Street, Ave. */
  street: 1 << 8,
  /** Behind a number it begins the name of a street: rue, place. */
  road: 1 << 9,
  /** A verb form that says of a clause that somebody else claims it: sei, werde. */
  reportedMood: 1 << 10,
  /** It brings in who said so: as the mayor explained. */
  likening: 1 << 11,
} as const;

/** What a word can be in a figure. */
export const FigureClass = {
  /** one … ninety, zero. */
  cardinal: 1 << 0,
  /** hundred, thousand, million, mln. */
  scale: 1 << 1,
  /** half, third, quarter, tenths. */
  fraction: 1 << 2,
  /** dozens, hundreds, thousands, millions. */
  vague: 1 << 3,
  /** first, 2nd. */
  ordinal: 1 << 4,
  /** several, few: only before a scale. */
  few: 1 << 5,
  percent: 1 << 6,
  percentagePoint: 1 << 7,
  duration: 1 << 8,
  measure: 1 << 9,
  currency: 1 << 10,
  /** times, fold: three times. */
  times: 1 << 11,
  /** twice, double. */
  multiple: 1 << 12,
  /** and, between the parts of a number. */
  joiner: 1 << 13,
  /** to, through, or, between two bounds. */
  rangeJoiner: 1 << 14,
  rise: 1 << 15,
  fall: 1 << 16,
  /** a, an before a scale or a fraction. */
  article: 1 << 17,
  /** A word before a number that makes it a name: page, Article, No. */
  label: 1 << 18,
  of: 1 << 19,
  by: 1 << 20,
  from: 1 << 21,
  /** o'clock, am, pm, GMT. */
  clock: 1 << 22,
  /** half of a compound: "and a half". */
  half: 1 << 23,
  /** An irregular plural: people, men, children. */
  plural: 1 << 24,
  /** in, of: "two in five". */
  outOf: 1 << 25,
  idiom: 1 << 26,
  /** minus. */
  negative: 1 << 29,
  /** as, what: twice as many, double what it was. */
  compared: 1 << 28,
  /** point, Komma: between a number in words and its decimals. */
  decimalWord: 1 << 30,
  /** A rise or a fall that is said behind its figure: a 5% increase, 5% lower. */
  changeNoun: 1 << 31,
} as const;
export type FigureClassName = keyof typeof FigureClass;
