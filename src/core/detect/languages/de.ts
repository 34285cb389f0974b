import { germanFigures } from './germanFigures';
import { weakVerbs } from './germanVerbs';
import { type LanguageTable } from './languageTable';

const SAYING = weakVerbs(
  `sag erklär beton bestätig kritisier forder warn bericht teil mein behaupt äußer füg ergänz kündig versicher bekräftig räum antwort
  frag verkünd stell entgegn erwider mahn lob beklag vermut prognostizier verlang kommentier bezeichn bemerk dementier begründ erläuter
  zitier urteil resümier konstatier verteidig twitter informier titel führ meld betitel appellier argumentier attestier bedauer beteuer
  bezweifel droh erinner folger gratulier klag konter erzähl monier plädier lehn protestier raun schilder seufz signalisier spekulier spott unterstell
  verdeutlich verlautbar vermeld vernein wunder zürn ermahn ermunter präzisier rechtfertig reagier würdig
  lautet laut scherz witzel jubel`,
);
const STRONG_SAYING = `schrieb schreibt schrieben nannte nennt unterstrich unterstreicht unterstrichen wies wiesen weist rief ruft riefen hieß heißt
  gab gibt gaben sprach spricht sprachen hob hebt hoben gestand gesteht gestanden beschrieb beschreibt lautet lautete riet rät rieten versprach
  verspricht versprachen warf wirft warfen empfahl empfiehlt empfahlen schlug schlägt schlugen bestritt bestreitet bestritten widersprach
  widerspricht widersprachen verriet verrät schrie schreit gesagt geschrieben betont mitgeteilt angekündigt mitteilte mitteilten mitteilt hinzufügte ankündigte ankündigten bekanntgab einräumte klarstellte`;
const NAMING = weakVerbs(
  'bezeichn kritisier verurteil lob beschuldig charakterisier würdig geißel verspott bewert rüg preis',
);
const QUOTING = weakVerbs(
  'skandier ruf lach jubel schluchz brüll tön flüster schimpf wetter bemängel stöhn bilanzier begrüß',
);

/** German: what is said by whom, and how figures are written. */
export const de: LanguageTable = {
  language: 'de',
  signature: `
    allem allen aller alles also andere anderen bin bisher dessen dies doch dort du etwas gibt hier ins jetzt machen mehr nichts sagte sagt sowie vom was
    wer will wo worden zwei jahre jahren her all etwa rund weitere knapp mal hätte wollen je beiden keiner gegenüber innen teilte`,
  letters: 'äöüß',
  words: [
    [['speech', 'finite'], `${SAYING} ${STRONG_SAYING}`],
    [
      ['speech', 'base'],
      'sagen erklären betonen fordern warnen berichten schreiben meinen behaupten melden meldeten meldete meldet',
    ],
    [['hearer'], 'sagte berichtete erklärte teilte'],
    [
      ['thought', 'finite'],
      'glaubt glaubte glauben hofft hoffte hoffen denkt dachte findet fand fürchtet fürchtete erwartet erwartete erwarten sieht sah will wolle wollte weiß wusste hält hielt',
    ],
    [['naming', 'finite'], `nannte nennt nannten beschrieb beschreibt beschrieben ${NAMING}`],
    [['quoting', 'finite'], `fuhr fährt fuhren setzte setzten schloss schlossen las lesen liest ${QUOTING}`],
    [['auxiliary', 'be'], 'ist sind war waren sei seien wäre wären'],
    [
      ['auxiliary'],
      'hat haben hatte hatten habe wird werden wurde wurden werde würde würden kann können könnte könnten muss müssen soll sollen sollte darf dürfen müsse könne solle',
    ],
    [
      ['determiner'],
      'der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede jedes alle kein keine keinen viele mehrere einige',
    ],
    [
      ['determiner', 'possessive'],
      'sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere mein meine',
    ],
    [
      ['preposition'],
      'laut von in im an am auf für mit nach bei beim zu zum zur aus über unter vor hinter gegen um durch seit bis während wegen zwischen ohne ab als wie',
    ],
    [['subjectPronoun'], 'er sie es wir ich man jemand niemand'],
    [['objectPronoun'], 'ihn ihm ihnen sich uns mich mir dich dir euch'],
    [['coordinator'], 'und oder aber sondern denn'],
    [['subordinator'], 'wenn weil obwohl während nachdem bevor ob als da damit sodass falls sobald wie warum'],
    [['that'], 'dass daß'],
    [
      ['adverb'],
      'selbst auch noch schon nur nicht sehr wieder dann so weiter zudem außerdem jedoch allerdings gestern heute morgen bereits dabei damit dazu daher deshalb mit ferner unterdessen ähnlich ebenso anschließend später zuvor nun schließlich daraufhin folgendermaßen wörtlich',
    ],
    [['negation'], 'nicht kein keine nie niemals'],
    [['infinitiveMarker'], 'zu'],
    [
      ['title'],
      `herr frau dr prof präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin außenminister innenminister verteidigungsminister finanzminister
      premierminister ministerpräsident ministerpräsidentin sprecher sprecherin pressesprecher vorsitzender vorsitzende vorsitzenden chef chefin leiter leiterin direktor direktorin
      bürgermeister bürgermeisterin oberbürgermeister general generalsekretär abgeordneter abgeordnete senator staatsanwalt richter anwalt rechtsanwalt professor experte expertin
      us-präsident bundespräsident staatschef parteichef geschäftsführer politiker trainer autor journalist polizeisprecher regierungssprecher papst könig königin`,
    ],
    [
      ['time'],
      'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag woche monat jahr tag morgen abend nacht',
    ],
    [
      ['month', 'time'],
      'januar februar märz april mai juni juli august september oktober november dezember jan feb mrz apr jun jul aug sep sept okt nov dez',
    ],
    [
      ['abbreviation'],
      'dr prof hr fr nr st bzw usw ca etc evtl ggf inkl jan feb mrz apr jun jul aug sep sept okt nov dez mio mrd tsd bio tel abs art z u d v o a',
    ],
    [
      ['work'],
      'film buch roman song lied album serie sendung artikel zeitung zeitschrift magazin theaterstück oper programm spiel gemälde schiff titel ausstellung band dokumentation werk erstwerk debüt zeitschrift album single stück kinofilm spielfilm dokumentarfilm bestseller sachbuch',
    ],
    [
      ['coinage'],
      'sogenannte sogenannten sogenannter sogenanntes genannte genannten begriff wort namens motto titel slogan wahlspruch prinzip',
    ],
    [
      ['verb'],
      'kam kamen ging gingen macht machte machten steht stand gibt blieb bleibt liegt lag zeigt zeigte beginnt begann führt',
    ],
    [
      ['statement'],
      'erklärung aussage äußerung behauptung vorwurf bericht meldung mitteilung rede interview ansicht meinung',
    ],
  ],
  ...germanFigures,
  genders: {
    masculine:
      'herr präsident bundeskanzler kanzler minister außenminister innenminister verteidigungsminister finanzminister premierminister ministerpräsident sprecher pressesprecher leiter direktor bürgermeister oberbürgermeister staatsanwalt richter anwalt könig papst',
    feminine:
      'frau präsidentin bundeskanzlerin kanzlerin ministerin ministerpräsidentin sprecherin chefin leiterin direktorin bürgermeisterin expertin königin',
  },
  sourcePhrases: [
    'laut',
    'so',
    'nach angaben',
    'nach ansicht',
    'nach auffassung',
    'nach meinung',
    'nach einschätzung',
    'nach worten',
    'nach überzeugung',
    'nach darstellung',
    'nach aussage',
    'nach aussagen',
    'nach auskunft',
    'nach informationen',
    'nach schätzung',
    'nach schätzungen',
    'aus sicht',
  ],
  trailingSourcePhrases: ['zufolge'],
  cuePhrases: [
    'fügte hinzu',
    'teilte mit',
    'teilt mit',
    'teilten mit',
    'kündigte an',
    'gab bekannt',
    'gab an',
    'gaben an',
    'gibt an',
    'stellte klar',
    'stellte fest',
    'wies darauf hin',
    'räumte ein',
    'geht davon aus',
    'gehen davon aus',
    'ging davon aus',
  ],
  joiningPrepositions: 'von für der des in im aus bei beim',
  endings: { past: ['te', 'ten'], adverb: [], plural: ['en'] },
  nounsCapitalized: true,
  ordinalStop: true,
  verbSecond: true,
  citing: 'zitiert zitierte zitierten',
  wordingPhrases: ['mit den worten', 'mit folgenden worten', 'mit den folgenden worten'],
  oblique: 'dem einem diesem jedem keinem seinem ihrem unserem den einen diesen jeden keinen seinen ihren unseren',
  reportedMood:
    'sei seien habe werde könne müsse solle wolle dürfe gebe gehe komme bleibe wisse lasse stehe liege mache sehe halte nehme brauche tue',
  plainTitles: true,
  inwardGuillemets: true,
  closesWithLeftMark: true,
};
