import { compileGrammar, type Grammar } from './grammar';
import { de } from './languages/de';
import { en } from './languages/en';
import { es } from './languages/es';
import { fr } from './languages/fr';
import { type Language } from './model';

/** Every language's tables, ready for look-up. */
export const GRAMMARS: Readonly<Record<Language, Grammar>> = {
  en: compileGrammar(en),
  de: compileGrammar(de),
  fr: compileGrammar(fr),
  es: compileGrammar(es),
};

/** The tables of a language, ready for look-up. */
export const grammarOf = (language: Language): Grammar => GRAMMARS[language];
