import { compileGrammar, type Grammar } from './grammar';
import { en } from './languages/en';
import { type Language } from './model';

export const GRAMMARS: Readonly<Record<Language, Grammar>> = {
  en: compileGrammar(en),
  de: compileGrammar(en),
  fr: compileGrammar(en),
  es: compileGrammar(en),
};

/** The tables of a language, ready for look-up. */
export const grammarOf = (language: Language): Grammar => GRAMMARS[language];
