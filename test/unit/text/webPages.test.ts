import assert from 'node:assert/strict';
import { type PartKind, segment } from '../../../src/core/text/segmentation';

/** Parts whose highlights are flagged. */
const NOT_THE_ARTICLES: ReadonlySet<PartKind> = new Set(['boilerplate', 'breadcrumb', 'embed']);

/**
 * Pages as they are scraped, line by line: `-` a line that is the page's, `+` one that is the article's, `b` a byline, `c` a caption or a
 * credit, `d` a paragraph with a dateline.
 */
const PAGES: Readonly<Record<string, string>> = {
  'an English page': `
- Skip to main content
- Menu Search Log in
- Home > Town > Bridge
+ Bridge opens after two years and 12 million dollars
b By Ana Brandt
- Share
- Share this article
- Facebook | Twitter | WhatsApp | Email
- Listen to this article
c Photo: Lunden Post
c The bridge at dawn (Photo: Ana Brandt)
d LUNDEN (Post) — The bridge over the river opened on Monday after two years of work and a bill of 12 million dollars, the mayor said in a long speech in the rain.
- Advertisement
+ “We waited for this day,” she said, “and so did the 300 people who live on the other bank, the school, the mill and the two inns that had lost their guests.”
- Story continues below advertisement
+ More than 40 boats came up the river.
- Read more: Who pays for the bridge
+ She added: “Read more, talk less.”
- View this post on Instagram
- @lundenpost
- — Lunden Post (@lundenpost)
- July 13, 2023
+ Home owners on the bank were glad of it, and a man who had rowed people over for 30 years said that he would now row for pleasure only, and at no charge at all.
- Related Stories
- Mayor: ‘40 bridges are not enough’
- Five things to know about the mill
+ The bank on the far side has been quiet for 50 years, and those who live there say that they would like it to stay as quiet as that for 50 more, whatever the mayor says.
- Sign up for our daily newsletter
- Comments (12)
- Save my name, email, and website in this browser for the next time I comment.
- “Great, 3 more years of work!”
- We use cookies to give you the best of this site.
- Accept all
- © 2023 Lunden Post. All rights reserved.`,
  'a German page': `
- Zum Inhalt springen
- Startseite > Stadt > Brücke
+ Brücke nach zwei Jahren eröffnet
b Von Ana Brandt
- Teilen
- Auf Facebook teilen
- Artikel anhören
c Foto: Lundener Post
+ Die Brücke über den Fluss ist am Montag nach zwei Jahren Bauzeit eröffnet worden, und die ganze Stadt kam trotz des Regens, mit Fahnen, Musik und langen Reden der Bürgermeisterin.
- Anzeige
+ „Darauf haben 300 Menschen gewartet“, sagte sie, „und die Schule, die Mühle und die beiden Gasthäuser am anderen Ufer, die in den zwei Jahren kaum noch Gäste hatten.“
- Lesen Sie auch: Wer die Brücke bezahlt
+ Mehr als 40 Boote kamen den Fluss herauf.
- Das könnte Sie auch interessieren
- Bürgermeisterin: „40 Brücken reichen nicht“
- Weiterlesen
+ Am anderen Ufer ist es seit 50 Jahren still, und wer dort wohnt, der hätte gern, dass es noch einmal 50 Jahre so still bleibt, was immer die Bürgermeisterin auch sagen mag.
- Mehr zum Thema
- Die Mühle in fünf Bildern
- Kommentare
- Ihre E-Mail-Adresse wird nicht veröffentlicht.
- „Na endlich, nach 2 Jahren!“
- Diese Website verwendet Cookies.
- Alle akzeptieren
- Impressum`,
  'a French page': `
- Aller au contenu
- Accueil > Ville > Le pont
+ Le pont ouvert après deux ans de travaux
b Par Ana Brandt
- Partager
- Partager sur Facebook
- Écouter l’article
c Crédit photo : La Poste de Lunden
+ Le pont sur la rivière a ouvert lundi après deux ans de travaux, et toute la ville est venue le voir sous la pluie, avec des drapeaux, de la musique et un long discours de la maire.
- Publicité
+ « Ces 300 personnes attendaient ce jour, a-t-elle dit, comme l’école, le moulin et les deux auberges de l’autre rive, qui avaient perdu leurs clients pendant deux ans. »
- À lire aussi : Qui paie le pont
+ Plus de 40 bateaux ont remonté la rivière.
- Sur le même sujet
- La maire : « 40 ponts ne suffisent pas »
+ L’autre rive est calme depuis 50 ans, et ceux qui y vivent aimeraient bien qu’elle le reste pendant 50 ans encore, quoi qu’en dise la maire, qui n’y a jamais habité un seul jour.
- Abonnez-vous à notre lettre
- Laisser un commentaire
- Votre adresse e-mail ne sera pas publiée.
- « Enfin, après 2 ans ! »
- Nous utilisons des cookies pour mesurer l’audience.
- Tout accepter
- Mentions légales`,
  'a Spanish page': `
- Ir al contenido
- Inicio > Ciudad > El puente
+ El puente abre tras dos años de obras
b Por Ana Brandt
- Compartir
- Compartir en Facebook
- Escuchar
c Foto: El Correo de Lunden
+ El puente sobre el río abrió el lunes tras dos años de obras, y toda la ciudad vino a verlo bajo la lluvia, con banderas, música y un largo discurso de la alcaldesa ante los vecinos.
- Publicidad
+ «Lo esperaban 300 personas —dijo—, la escuela, el molino y las dos posadas de la otra orilla, que en estos dos años se habían quedado casi sin huéspedes y sin pan.»
- Lea también: Quién paga el puente
+ Más de 40 barcos subieron por el río.
- Te puede interesar
- La alcaldesa: «40 puentes no bastan»
+ La otra orilla está en calma desde hace 50 años, y a quienes viven allí les gustaría que siguiera así otros 50, diga lo que diga la alcaldesa, que nunca ha vivido en ella ni un día.
- Suscríbete a nuestro boletín
- Comentarios
- Tu dirección de correo electrónico no será publicada.
- «¡Por fin, tras 2 años!»
- Este sitio utiliza cookies.
- Aceptar todas
- Aviso legal`,
};

describe('segmentation tells the page from the article', () => {
  for (const [name, page] of Object.entries(PAGES))
    it(name, () => {
      const lines = page.trim().split('\n');
      const text = lines.map(line => line.slice(2)).join('\n\n');
      const kindAt = new Map(segment(text).map(({ kind, start }) => [start, kind]));
      let at = 0;
      const read = lines.map(line => {
        const kind = kindAt.get(at);
        at += line.length; // two characters of the mark, two line breaks
        return `${signOf(kind)} ${line.slice(2)}`;
      });
      assert.deepEqual(read, lines);
    });

  const article =
    'Share prices fell on Monday as the mill closed for good, and the town of 300 people lost the only work that it had ever had on that side of the river, the mayor said late.';
  for (const line of [
    'Watch out for the river, she told the 40 children.',
    'Related matters took up the rest of the day.',
    'Comments by the mayor drew 40 boos.',
    '“Subscribe!” he shouted.',
    'Print runs fell by 5%.',
    'Search parties found 3 boats.',
    'Tags were found on 40 of the birds.',
    'Trending down for years, prices fell by 3%.',
    'Werbung für das Rathaus kostete 300 Euro.',
    'Kommentare wollte sie nicht abgeben.',
    'Publicité et radio ont coûté 300 euros.',
    'Comentarios de 40 vecinos llegaron al alcalde.',
    'We ate 40 cookies in the USA, she said.',
    'Close to 40 people came.',
    'Home is where the 3 of them met.',
  ])
    it(`leaves the article its line: ${line}`, () => {
      const kinds = segment(`${article}\n${line}\n${article}`).map(({ kind }) => kind);
      assert.deepEqual(kinds, ['paragraph', 'paragraph', 'paragraph']);
    });
});

function signOf(kind: PartKind | undefined): string {
  if (kind === 'byline') return 'b';
  if (kind === 'caption') return 'c';
  if (kind === 'dateline') return 'd';
  return kind === undefined || NOT_THE_ARTICLES.has(kind) ? '-' : '+';
}
