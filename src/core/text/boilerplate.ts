/**
 * Lines that a web page adds to an article. Short fixed phrases in the four languages, compared in lower case: no line is boilerplate
 * for its shape alone.
 */

const plain = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[:…»›>→.\s]+$/, '')
    .trim();

/** A heading that other articles follow. */
const LINK_HEADINGS = new Set([
  ...[
    'you may also like',
    'you might also like',
    'related',
    'related articles',
    'related stories',
    'related posts',
    'related news',
    'related topics',
    'related content',
  ],
  ...[
    'recommended',
    'recommended for you',
    'recommended stories',
    'more from',
    'more on this story',
    'more stories',
    'most read',
    'most popular',
    'trending',
    'trending now',
  ],
  ...[
    'read also',
    'also read',
    'read next',
    'up next',
    'top stories',
    'latest news',
    'editors picks',
    'editor’s picks',
    "editor's picks",
    'see also',
    'don’t miss',
    'around the web',
  ],
  ...[
    'das könnte sie auch interessieren',
    'mehr zum thema',
    'lesen sie auch',
    'meistgelesen',
    'à lire aussi',
    'lire aussi',
    'sur le même sujet',
    'les plus lus',
  ],
  ...[
    'le puede interesar',
    'te puede interesar',
    'noticias relacionadas',
    'lea también',
    'lo más leído',
    'también te puede interesar',
  ],
]);

/** A heading or a form behind the article. */
const FOOTER_HEADINGS = new Set([
  ...[
    'leave a comment',
    'leave a reply',
    'post a comment',
    'add a comment',
    'comments',
    'your privacy',
    'we value your privacy',
    'cookie settings',
    'privacy & cookies policy',
    'cookie policy',
    'terms of use',
    'about the author',
    'join the conversation',
  ],
  ...[
    'kommentar schreiben',
    'kommentare',
    'laisser un commentaire',
    'commentaires',
    'deja un comentario',
    'deja una respuesta',
    'comentarios',
  ],
]);

/** Lines of their own anywhere: shares, adverts, notices. */
const WHOLE_LINES = new Set([
  ...[
    'advertisement',
    'advertising',
    'sponsored',
    'sponsored content',
    'read more',
    'continue reading',
    'share',
    'share this',
    'share this article',
    'tweet',
    'print',
    'email',
    'copy link',
    'follow us',
  ],
  ...[
    'skip to content',
    'skip to main content',
    'menu',
    'search',
    'sign in',
    'log in',
    'subscribe',
    'author',
    'back to top',
    'home',
    'loading',
    'close',
    'listen',
    'facebook',
    'twitter',
    'whatsapp',
  ],
  ...[
    'anzeige',
    'werbung',
    'teilen',
    'publicité',
    'partager',
    'publicidad',
    'compartir',
    'weiterlesen',
    'lire la suite',
    'leer más',
  ],
]);

const LINE_STARTS = startsWithAny([
  ...[
    'this website uses cookies',
    'this site uses',
    'we use cookies',
    'by continuing to use',
    'save my name, email',
    'your email address will not',
    'required fields are marked',
  ],
  ...[
    'sign up for',
    'sign up to',
    'subscribe to',
    'click here',
    'follow us on',
    'share on ',
    'share this ',
    'like us on',
    'all rights reserved',
    '© ',
    'copyright ©',
    'copyright (c)',
    'see also ',
    'see also:',
    'read also',
    'also read',
    'read more:',
  ],
  ...[
    'read more about',
    'related:',
    'related article',
    'download our app',
    'get the latest',
    'support our journalism',
    'this article was originally published',
    'recommended:',
    'don’t miss:',
    'watch:',
    'more:',
  ],
  ...[
    'diese website verwendet',
    'wir verwenden cookies',
    'alle rechte vorbehalten',
    'lesen sie auch',
    'ce site utilise',
    'nous utilisons des cookies',
    'tous droits réservés',
    'à lire aussi',
    'lire aussi',
  ],
  ...[
    'este sitio utiliza',
    'este sitio usa',
    'utilizamos cookies',
    'todos los derechos',
    'lea también',
    'suscríbete',
    'abonnez-vous',
  ],
]);

/** True for a heading that a list of other articles follows. */
export const opensLinks = (line: string): boolean => line.length < 60 && LINK_HEADINGS.has(plain(line));

/** True for a heading behind which nothing is the article's. */
export const opensFooter = (line: string): boolean => line.length < 60 && FOOTER_HEADINGS.has(plain(line));

/** True for a line that is boilerplate by itself. */
export function isBoilerplateLine(line: string): boolean {
  if (line.length < 60 && (WHOLE_LINES.has(plain(line)) || isNavigation(line))) return true;
  return LINE_STARTS.test(line);
}

/** What a site says of its cookies, however long: nobody reports it between marks. */
export const isCookieNotice = (line: string): boolean => COOKIE_NOTICE.test(line.slice(0, 200));

const COOKIE_NOTICE =
  /^(?:we|our|this|by|wir|diese|nous|ce|este|utili[sz]amos)\b[^.!?“"«]{0,80}\b(?:us(?:e|es|ing)|store|verwende\w*|nutze\w*|utilis\w+|utiliza\w*)\b[^.!?“"«]{0,40}\bcookies?\b/i;

/** A bar of links: "Menu Search Log in". */
const isNavigation = (line: string): boolean =>
  line
    .toLowerCase()
    .split(/[\s|·•/]+/)
    .every(word => NAVIGATION_WORDS.has(word));

const NAVIGATION_WORDS = new Set(
  'menu search log in out sign up login register subscribe home share save print close more next previous back account newsletter'.split(
    ' ',
  ),
);

/** A line of an embedded post: its link, its author's handle, or its date alone. */
export function isEmbedLine(line: string): boolean {
  const head = line.slice(0, 400);
  if (/\bpic\.(?:twitter|x)\.com\/|\bt\.co\//.test(head)) return true;
  if (line.length > 120) return false;
  return (
    /^[—–-]\s?[^()]{1,100}\(@\w{1,30}\)/.test(line) ||
    /^(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2}\.? \p{L}{3,9} \d{4})$/u.test(line)
  );
}

/** Who made the text or the picture: bylines, photo credits, sources. */
export const isCredit = (line: string): boolean =>
  line.length < 140 &&
  /^(?:by|von|par|por|photo|photos|photograph|image|picture|source|sursa|quelle|fuente|credit|caption|file photo|foto|bild|crédit photo|translat\w+ by|edited by|reported by|written by)(?:\s?[:/]\s?|\s)(?=\S)/i.test(
    line,
  ) &&
  !/[.!?]$/.test(line);

/** One anchored test for many phrases in any case; a blank in a phrase is any blank. */
function startsWithAny(phrases: readonly string[]): RegExp {
  const escaped = phrases.map(phrase => phrase.replace(/[.()]/g, '\\$&').replace(/ /g, '\\s'));
  return new RegExp(`^(?:${escaped.join('|')})`, 'i');
}
