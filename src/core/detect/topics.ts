import { bearerOf } from './apposition';
import { type Mention } from './model';
import { nounPhraseAfter } from './nounPhrase';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

/** Whom a sentence is about: a name, a pronoun or a description of a person, as it stands in the text. */
export type Topic = Mention;

/** How far into a sentence its subject may stand behind what is set in front of it ("In the evening, Brandt came"). */
const FRONTED_TOKENS = 25;

const PRONOUN = TraitClass.masculinePronoun | TraitClass.femininePronoun;

const FRONTED = WordClass.preposition | WordClass.subordinator | WordClass.gerund;

/** The subjects of the block's sentences outside marks, as far as they can be traits; a pronoun in a later sentence may stand for them. */
export function topicsIn(tokens: Tokens): readonly Topic[] {
  const topics: Topic[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (token > 0 && tokens.sentence[token] === tokens.sentence[token - 1]) continue;
    const topic = topicAt(tokens, token);
    if (topic) topics.push(topic);
  }
  return topics;
}

function topicAt(tokens: Tokens, sentenceFirst: number): Topic | undefined {
  const first = subjectStart(tokens, sentenceFirst);
  if (first < 0 || tokens.quoteAt[first]! >= 0) return undefined;
  if (tokens.has(first, WordClass.subjectPronoun) && !tokens.has(first, WordClass.determiner))
    return tokens.hasTrait(first, PRONOUN) ? tokens.mention(first, first) : undefined;
  const phrase = nounPhraseAfter(tokens, first, tokens.count);
  if (!phrase) return undefined;
  const bearer = bearerOf(tokens, phrase);
  if (
    tokens.isCapitalized(bearer.first) &&
    tokens.isCapitalized(bearer.last) &&
    !tokens.has(bearer.first, WordClass.determiner)
  )
    return tokens.mention(bearer.first, bearer.last);
  // "The minister", "A neighbour": a body or a thing is nobody whom a pronoun of one person can mean.
  return tokens.has(phrase.last, WordClass.title) || isIndefinite(tokens, phrase.first)
    ? tokens.mention(phrase.first, phrase.last)
    : undefined;
}

/** Past "Then", "And", and what is set in front with a comma; -1 where no subject can follow. */
function subjectStart(tokens: Tokens, sentenceFirst: number): number {
  const sentence = tokens.sentence[sentenceFirst];
  let first = sentenceFirst;
  while (tokens.has(first, WordClass.adverb | WordClass.coordinator) && tokens.sentence[first + 1] === sentence)
    first++;
  if (tokens.isSign(first, ',') || tokens.isSign(first, '#')) first++;
  if (!tokens.has(first, FRONTED)) return tokens.sentence[first] === sentence ? first : -1;
  for (let token = first; token < first + FRONTED_TOKENS && tokens.sentence[token] === sentence; token++)
    if (tokens.isSign(token, ',')) return tokens.sentence[token + 1] === sentence ? token + 1 : -1;
  return -1;
}

const isIndefinite = (tokens: Tokens, first: number): boolean =>
  tokens.is(first, TokenKind.word) &&
  tokens.has(first, WordClass.determiner) &&
  tokens.hasTrait(first, TraitClass.indefinite);
