/** What a line that a web page adds tells of the lines behind it. */
export type PageLineKind =
  /** A heading that other articles follow. */
  | 'links'
  /** A heading or a form behind the article. */
  | 'footer'
  /** A line of its own anywhere: a share button, an advert, a notice. */
  | 'line';

/** Phrases in the four languages, in lower case with straight apostrophes. `whole`: the line is nothing else; `start`: it goes on. */
export interface PageLines {
  readonly kind: PageLineKind;
  readonly whole: readonly string[];
  readonly start: readonly string[];
}

const phrases = (list: string): readonly string[] => list.trim().split(/\s*[|\n]\s*/);

export const PAGE_LINES: readonly PageLines[] = [
  {
    kind: 'links',
    whole: phrases(`
      you may also like | you might also like | you may also be interested in | you might be interested in | related | related articles
      related stories | related posts | related news | related topics | related content | related coverage | related links | recommended
      recommended for you | recommended stories | recommended reading | recommended articles | more from | more on this | more on this story
      more on this topic | more like this | more stories | more news | more in world | more to explore | further reading | most read | most popular | most viewed
      most shared | most commented | trending | trending now | trending stories | popular | popular stories | popular now | read also | also read
      read next | read this next | up next | next up | keep reading | top stories | latest news | latest stories | latest | more top stories
      editors' picks | editor's picks | editors picks | editor's choice | see also | don't miss | in case you missed it | around the web
      from around the web | from our partners | sponsored links | promoted stories | paid content | in other news | more for you | in this story
      das könnte sie auch interessieren | das könnte dich auch interessieren | das könnte ihnen auch gefallen | mehr zum thema | mehr dazu | weitere artikel
      weitere themen | weitere meldungen | weitere nachrichten | lesen sie auch | auch interessant | auch lesenswert | meistgelesen | meist gelesen
      am häufigsten gelesen | die meistgelesenen artikel | beliebte artikel | empfohlene artikel | empfehlungen der redaktion | aus dem ressort
      verwandte artikel | ähnliche artikel | mehr aus | neueste nachrichten | neueste artikel | passend zum thema | themen in diesem artikel
      à lire aussi | lire aussi | à lire également | lire également | à voir aussi | voir aussi | sur le même sujet | sur le même thème
      dans la même rubrique | les plus lus | articles les plus lus | les plus partagés | nos derniers articles | articles similaires | articles liés
      à ne pas manquer | vous aimerez aussi | cela pourrait vous intéresser | ces articles pourraient vous intéresser | recommandé pour vous
      nos articles recommandés | pour aller plus loin | l'actualité en direct | à la une | contenus sponsorisés
      le puede interesar | te puede interesar | también te puede interesar | también le puede interesar | te recomendamos | le recomendamos
      noticias relacionadas | artículos relacionados | contenido relacionado | temas relacionados | lea también | lee también | leer también
      lea además | vea también | ver también | más noticias | más información | lo más leído | lo más visto | lo último | las más leídas
      más leídas | más sobre este tema | últimas noticias | no te pierdas | contenido patrocinado | recomendados | artículos recomendados`),
    start: phrases(`
      more on this topic | more stories from | more news from | more from our | das könnte sie auch | mehr zum thema
      ces articles pourraient | también te puede`),
  },
  {
    kind: 'footer',
    whole: phrases(`
      leave a comment | leave a reply | post a comment | add a comment | write a comment | comments | comment | view comments | show comments
      reader comments | join the conversation | join the discussion | your privacy | your privacy choices | we value your privacy | manage consent
      cookie settings | cookie preferences | cookie policy | privacy policy | privacy & cookies policy | terms of use | terms of service
      terms and conditions | terms & conditions | about the author | about the authors | about us | contact us | follow us | stay connected
      sign up for our newsletter | newsletter | newsletters | subscribe to our newsletter | our newsletters | advertise with us | site map | corrections
      kommentar schreiben | kommentar verfassen | kommentar hinterlassen | schreiben sie einen kommentar | kommentare | kommentieren
      diskutieren sie mit | diskutiere mit | ihre meinung | impressum | datenschutz | datenschutzerklärung | cookie-einstellungen | über den autor
      über die autorin | über uns | agb | nutzungsbedingungen | folgen sie uns | newsletter abonnieren | zur startseite
      laisser un commentaire | ajouter un commentaire | écrire un commentaire | commentaires | réagir | réagissez | vos réactions | les commentaires
      politique de confidentialité | politique de cookies | mentions légales | gestion des cookies | paramétrer les cookies | nous respectons votre vie privée
      conditions générales d'utilisation | à propos de l'auteur | à propos | nous contacter | suivez-nous | newsletter gratuite | inscrivez-vous à notre newsletter
      deja un comentario | dejar un comentario | deja una respuesta | escribe un comentario | añadir comentario | comentarios | ver comentarios
      comentar | política de privacidad | política de cookies | aviso legal | términos y condiciones | términos de uso | configuración de cookies
      configurar cookies | sobre el autor | sobre la autora | quiénes somos | contacto | síguenos | suscríbete a nuestro boletín | valoramos tu privacidad`),
    start: phrases(`
      leave a comment | leave a reply | kommentar schreiben | laisser un commentaire | deja un comentario`),
  },
  {
    kind: 'line',
    whole: phrases(`
      advertisement | advertisements | advertising | ad | sponsored | sponsored content | paid post | promoted | story continues below advertisement
      article continues below | article continues after advertisement | continue reading below | scroll to continue | read more | continue reading
      read full story | read the full story | show more | load more | see more | view more | view all | view gallery | see all | share | share this | share this article
      share this story | share article | tweet | tweet this | post | pin it | print | print article | email | email this | email article | copy link | link copied
      save | save article | bookmark | follow | gift article | gift this article | report a typo | report this ad | skip to content | skip to main content
      skip to navigation | skip ad | menu | open menu | search | sign in | log in | log out | register | subscribe | subscribe now | donate | author
      authors | back to top | top | home | loading | close | listen | listen to this article | play | watch | watch live | live | video | facebook | twitter
      whatsapp | telegram | linkedin | reddit | pinterest | instagram | youtube | messenger | flipboard | accept all | accept all cookies | accept cookies
      accept | reject all | decline | i accept | i agree | got it | manage cookies | manage options | manage preferences | breaking news | exclusive | getty images | reuters
      anzeige | anzeigen | werbung | gesponsert | teilen | artikel teilen | merken | drucken | artikel drucken | per e-mail teilen | weiterlesen | mehr lesen
      mehr anzeigen | mehr erfahren | jetzt lesen | zur merkliste hinzufügen | artikel merken | artikel anhören | vorlesen | zum inhalt springen | suche | suchen
      anmelden | abmelden | registrieren | abonnieren | jetzt abonnieren | alle akzeptieren | akzeptieren | ablehnen | zustimmen | einstellungen | schließen | nach oben | startseite
      link kopieren | zum hauptinhalt springen | der artikel geht unter der anzeige weiter
      publicité | partager | partager cet article | partager l'article | imprimer | envoyer par mail | envoyer par e-mail | enregistrer | copier le lien | lire la suite
      lire l'article | voir plus | voir tout | écouter | écouter l'article | rechercher | recherche | se connecter | connexion | s'abonner | je m'abonne | s'inscrire | accueil
      fermer | aller au contenu | aller au contenu principal | tout accepter | accepter | tout refuser | refuser | continuer sans accepter | retour en haut | la suite après la publicité
      la suite après cette publicité | article réservé aux abonnés | réservé aux abonnés | ajouter à vos favoris | suivre
      publicidad | anuncio | anuncios | patrocinado | compartir | compartir en facebook | compartir en twitter | imprimir | enviar por correo | guardar | copiar enlace | leer más | seguir leyendo | ver más
      ver todo | escuchar | buscar | iniciar sesión | registrarse | suscribirse | suscríbete | inicio | cerrar | ir al contenido | saltar al contenido | aceptar | aceptar todo
      aceptar todas | aceptar cookies | rechazar | rechazar todo | volver arriba | contenido exclusivo para suscriptores | menú | menü`),
    start: phrases(`
      this website uses cookies | this site uses | we use cookies | by continuing to use | by clicking "accept | save my name, email | your email address will not
      required fields are marked | sign up for | sign up to | sign up here | subscribe to | click here | click to share | follow us on | follow us at | share on
      share this | share via | like us on | find us on | join us on | all rights reserved | © | copyright © | copyright (c) | (c) 20 | see also | see also: | read also
      also read | also read: | read more: | read more about | read more on | read next: | related: | related article | related story | download our app | download the app | get the latest
      get our free | get our app | get breaking news | support our journalism | support quality journalism | already a subscriber | already have an account
      become a member | become a subscriber | this article was originally published | this story was originally published | originally published at | recommended: | don't miss:
      watch: | watch more: | listen: | more: | tags: | topics: | filed under | posted in | powered by | enable javascript | please enable javascript
      you have reached your | you've read | to continue reading | log in to comment | you must be logged in | please log in | notify me of
      what do you think? let us know | have something to say | the views expressed | the opinions expressed | notice: | enter your email | unsubscribe at any time
      diese website verwendet | diese webseite verwendet | diese seite verwendet | wir verwenden cookies | wir nutzen cookies | wir und unsere partner | alle rechte vorbehalten | lesen sie auch | lesen sie auch:
      lesen sie hier | mehr dazu: | mehr zum thema: | lesen sie mehr | jetzt abonnieren | jetzt registrieren | melden sie sich | newsletter: | zum newsletter | schlagwörter: | themen:
      auf facebook teilen | auf twitter teilen | auf x teilen | auf whatsapp teilen | teilen auf | ihre e-mail-adresse wird nicht | erforderliche felder sind | meinen namen, meine e-mail | sie müssen angemeldet sein
      ce site utilise | nous utilisons des cookies | nous et nos partenaires | tous droits réservés | à lire aussi | à lire aussi : | lire aussi | lire aussi : | à lire : | lire également :
      abonnez-vous | inscrivez-vous | suivez-nous sur | retrouvez-nous sur | partager sur | partagez sur | partager via | votre adresse e-mail ne sera | votre adresse email ne sera
      les champs obligatoires | vous devez être connecté | déjà abonné | il vous reste | la suite est réservée | recevez notre | recevez nos | téléchargez l'application | mots-clés : | mots clés :
      enregistrer mon nom, mon e-mail | cliquez ici
      este sitio utiliza | este sitio usa | este sitio web utiliza | utilizamos cookies | usamos cookies | nosotros y nuestros socios | todos los derechos | lea también | lea también: | lee también
      lee también: | le puede interesar: | te puede interesar: | suscríbete | suscríbase | regístrate | síguenos en | síganos en | compartir en | comparte en | haz clic | haga clic
      tu dirección de correo | su dirección de correo | los campos obligatorios | guarda mi nombre, correo | debes iniciar sesión | ya eres suscriptor | descarga nuestra | recibe las | recibe nuestro | etiquetas: | más en:`),
  },
];
