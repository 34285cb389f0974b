import { PAGE_LINES, type PageLineKind } from './pageLines';

/**
 * Lines that a web page adds to an article: short fixed phrases in the four languages (pageLines.ts), found by their first word. No line
 * is boilerplate for its shape alone.
 */

interface Phrase {
  readonly text: string;
  readonly kind: PageLineKind;
  /** The line is nothing else, but for signs behind it. */
  readonly isWhole: boolean;
}

/** The longest line that is nothing but a phrase. */
const WHOLE_LENGTH = 64;

/** What a first word ends at. */
const ENDS_WORD = ' \t\u00a0:,;.…»›>→|?!';

/** Phrases by their first word, the longest first. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly Phrase[]> = byFirstWord();

function byFirstWord(): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const { kind, whole, start } of PAGE_LINES)
    for (const [texts, isWhole] of [
      [whole, true],
      [start, false],
    ] as const)
      for (const text of texts) {
        const word = firstWord(text);
        const known = index.get(word);
        if (known) known.push({ text, kind, isWhole });
        else index.set(word, [{ text, kind, isWhole }]);
      }
  for (const list of index.values()) list.sort((a, b) => b.text.length - a.text.length);
  return index;
}

/** Up to the first blank or sign; all of it where it starts with one. */
function firstWord(line: string): string {
  let end = 0;
  while (end < line.length && !ENDS_WORD.includes(line.charAt(end))) end++;
  return end === 0 ? line : line.slice(0, end);
}

/** What kind of a page's line this is; undefined where it is none that is known. Reads no more than its first characters. */
export function pageLineKind(line: string): PageLineKind | undefined {
  const head = line.slice(0, WHOLE_LENGTH).toLowerCase();
  const candidates = BY_FIRST_WORD.get(firstWord(head).replace('’', "'"));
  if (candidates) {
    const plain = head
      .replace(/’/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
      .replace(/\s+/g, ' ');
    for (const { text, kind, isWhole } of candidates)
      if (plain.startsWith(text) && (isWhole ? isEnd(plain, line, text.length) : isBoundary(plain, text.length)))
        return kind;
  }
  return line.length < WHOLE_LENGTH && isNavigation(head) ? 'line' : undefined;
}

/** Nothing but signs stands behind the phrase, or a count in brackets: "Comments (12)". */
const isEnd = (plain: string, line: string, at: number): boolean =>
  line.length < WHOLE_LENGTH && /^\s?(?:\(\d{1,6}\)|\d{1,6})?[\s:…»›>→!?]*(?:\.{3})?$/.test(plain.slice(at));

const LETTER = /\p{L}|\d/u;

/** The phrase ends where a word does; behind a colon something follows: "Related:" alone is a heading. */
const isBoundary = (plain: string, at: number): boolean =>
  plain.charAt(at - 1) === ':'
    ? plain.length > at
    : !LETTER.test(plain.charAt(at - 1)) || !LETTER.test(plain.charAt(at));

/** What a site says of its cookies, however long: nobody reports it between marks. */
export function isCookieNotice(line: string): boolean {
  const head = line.slice(0, COOKIE_REACH);
  return (head.includes('ookie') || head.includes('OOKIE')) && COOKIE_NOTICE.test(head);
}

const COOKIE_REACH = 200;
const COOKIE_NOTICE =
  /^(?:we|our|this|by|wir|diese|nous|ce|este|esta|utili[sz]amos|usamos)\b[^.!?“"«„]{0,80}(?:\bus(?:e|es|ing)\b|store|verwende|nutze|utilis|utiliza|usamos|(?:sitio|web|página) usa\b)[^.!?“"«„]{0,40}\bcookies?\b/i;

/** A bar of links: "Menu Search Log in", "Facebook | Twitter | E-Mail". */
const isNavigation = (head: string): boolean => {
  for (const [word] of head.matchAll(/[^\s|·•/,]+/g)) if (!NAVIGATION_WORDS.has(word)) return false;
  return true;
};

const NAVIGATION_WORDS = new Set(
  `menu search log in out sign up login register subscribe home share save print close more next previous back account newsletter facebook twitter x
  whatsapp telegram linkedin reddit email e-mail mail messenger pinterest copy link tweet teilen drucken merken suche anmelden startseite partager
  imprimer accueil connexion envoyer compartir imprimir guardar buscar inicio flipboard xing`.split(/\s+/),
);

/** A line of an embedded post: its link, its author's handle, or its date alone. */
export function isEmbedLine(line: string): boolean {
  const dot = line.indexOf('.co');
  if (dot > 0 && dot < 400 && /\bpic\.(?:twitter|x)\.com\/|\bt\.co\//.test(line.slice(0, 400))) return true;
  if (line.length > EMBED_LENGTH) return false;
  const first = line.charCodeAt(0);
  if (first === 0x2014 || first === 0x2013 || first === 45) return /^[—–-]\s?[^()]{1,100}\(@\w{1,30}\)/.test(line);
  // A date alone, a handle alone, "View this post on Instagram".
  const last = line.charCodeAt(line.length - 1);
  if (first === 64) return /^@\w{1,30}$/.test(line);
  if (last >= 48 && last <= 57 && line.length < 40 && EMBED_DATE.test(line)) return true;
  return EMBED_NOTICE.test(line);
}

const EMBED_LENGTH = 120;
const EMBED_DATE = /^(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2}\.? (?:de )?\p{L}{3,10}\.?(?: de)? \d{4})$/u;
const EMBED_NOTICE =
  /^(?:view this (?:post|profile|photo) on|a post shared by|sieh dir diesen beitrag|ein beitrag geteilt von|voir cette publication|une publication partagée|ver esta publicación|una publicación compartida)\b/i;

/** Who made the text or the picture: bylines, photo credits, sources. */
export function isCredit(line: string): boolean {
  if (line.length >= CREDIT_LENGTH) return false;
  const last = line.charCodeAt(line.length - 1);
  if (last === 46 || last === 33 || last === 63) return false;
  return CREDIT.test(line) || AGENCY.test(line);
}

const CREDIT_LENGTH = 140;
const CREDIT =
  /^(?:by|von|par|por|text|texte|texto|photo|photos|photograph|photographs|photography|image|images|picture|pictures|source|sources|sursa|quelle|quellen|fuente|fuentes|credit|caption|file photo|foto|fotos|fotografía|fotografia|imagen|bild|bilder|video|vidéo|vídeo|illustration|ilustración|graphic|grafik|infographie|crédit|crédits|crédit photo|symbolbild|archivbild|archivfoto|translat\w+ by|edited by|reported by|written by|reporting by|writing by|editing by|additional reporting by|aktualisiert|redaktion|rédaction|redacción)(?:\s?[:/]\s?|\s)(?=\S)/i;
/** "The bridge at dawn (Photo: Ana Brandt)", "A crowd. © Lunden Post", "… / AFP". */
const AGENCY =
  /(?:\((?:photo|foto|image|bild|picture|crédit|credit|imagen)\b[^()]{0,60}\)|(?:©|\/|\|)\s?(?:getty images|afp|reuters|dpa|ap|epa|efe|picture alliance|imago|shutterstock|europa press)\b[^.!?]{0,30})$/i;
