import { compileGrammar, type Grammar } from './grammar';
import { de } from './languages/de';
import { en } from './languages/en';
import { es } from './languages/es';
import { fr } from './languages/fr';
import { type LanguageTable } from './languages/languageTable';
import { type Language } from './model';
import { once } from './once';

/** What is known of each language. */
export const TABLES: Readonly<Record<Language, LanguageTable>> = { en, de, fr, es };

const GRAMMARS: Readonly<Record<Language, () => Grammar>> = {
  en: once(() => compileGrammar(en)),
  de: once(() => compileGrammar(de)),
  fr: once(() => compileGrammar(fr)),
  es: once(() => compileGrammar(es)),
};

/** The tables of a language, ready for look-up. They are made ready when they are first asked for. */
export const grammarOf = (language: Language): Grammar => GRAMMARS[language]();
