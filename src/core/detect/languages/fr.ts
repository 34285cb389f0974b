import { frenchFigures } from './frenchFigures';
import { type LanguageTable } from './languageTable';
import { frenchVerbs } from './romanceVerbs';

const SPEECH = frenchVerbs(
  `déclar affirm expliqu ajout assur indiqu précis estim soulign rappel confirm racont regrett insist martel répliqu rétorqu clam proclam
  déplor critiqu réclam détaill suggér argument témoign interrog tweet plaisant ironis nuanc observ rassur alert martel exhort évoqu révél signal jur avou constat réaffirm questionn`,
);
const QUOTING = frenchVerbs(
  'exclam inquièt inquiét indign félicit étonn agac insurg emport alarm amus tonn cri hurl gliss soupir murmur tranch tacl condamn plaid abond',
);
const NAMING = frenchVerbs('qualifi surnomm dénonc stigmatis compar fustig');

/** French: what is said by whom, and how figures are written. */
export const fr: LanguageTable = {
  language: 'fr',
  signature: `
    selon autre autres ayant cela celle celui deux dit donc fait faire fois font ici jours même moins non peu qu quel quelle ta trois y an ans années c d
    j l n as s m tel telle nouveau nouvelle celles ceux jusqu environ puis`,
  letters: 'àâçèéêëîïôùûüÿœæ',
  words: [
    [
      ['speech', 'finite'],
      `dit disent disait annonce annoncé annonçait rappelle confie confié écrit écrivait répond répondu répondait reconnaît reconnu dénonce dénoncé demande
      demandé prévient prévenu promis promet accuse accusé conclut conclu poursuit poursuivi lance lancé lâche lâché résume résumé réagi réagit commente
      commenté juge jugé soutient soutenu soutenait avertit averti rapporte rapporté cite cité note noté martèle martèlent suggère suggèrent révèle révèlent
      relève relevé relevait tempère réitère concède concédé souffle soufflé prétend prétendu`,
    ],
    [['speech', 'finite'], SPEECH.finite],
    [['speech', 'gerund'], SPEECH.gerund],
    [['naming', 'finite'], NAMING.finite],
    [
      ['quoting', 'finite'],
      `${QUOTING.finite} renchérit renchéri assène asséné admet admis nie dément démenti défend exige plaint plaignait réjouit réjoui félicitée indignée inquiétée exclamée étonnée plainte dite dits dites`,
    ],
    [['speech', 'base'], 'dire déclarer affirmer'],
    [['speech', 'gerund'], 'disant'],
    [['hearer'], 'dit déclaré confié assuré'],
    [
      ['thought', 'finite'],
      'pense pensait croit croyait espère espérait craint craignait veut voulait souhaite souhaitait considère considérait trouve trouvait sait savait attend juge',
    ],
    [
      ['naming', 'finite'],
      'qualifie qualifié qualifiait appelle appelé décrit décrivait surnomme surnommé accuse accusé traite traité dénonce dénoncé',
    ],
    [['auxiliary', 'be'], 'est sont était étaient été être fut soit serait seraient sera seront'],
    [
      ['auxiliary'],
      'a ont avait avaient eu avoir aura aurait auraient peut peuvent pourrait doit doivent devrait va vont',
    ],
    [
      ['determiner'],
      "le la les l' un une des du ce cet cette ces tout toute tous toutes chaque aucun aucune plusieurs quelques",
    ],
    [['determiner', 'possessive'], 'son sa ses leur leurs notre nos votre vos mon ma mes'],
    [
      ['preposition'],
      "de d' à en dans sur pour par avec sans sous chez vers entre contre depuis pendant après avant lors dès près jusque jusqu' au aux",
    ],
    [['subjectPronoun'], "il elle ils elles on nous vous je tu j' c' ce"],
    [['objectPronoun'], "lui leur eux se me te moi toi s' m' t'"],
    [['coordinator'], 'et ou mais ni car'],
    [
      ['subordinator'],
      "quand lorsque lorsqu' parce puisque puisqu' quoique quoiqu' si comme tandis alors afin pourquoi comment",
    ],
    [['relative'], 'qui dont où lequel laquelle'],
    [['that'], "que qu'"],
    [
      ['adverb'],
      "aussi encore déjà toujours jamais pas ne n' plus très bien hier aujourd'hui demain également ensuite enfin ainsi notamment",
    ],
    [['negation'], "ne n' pas jamais"],
    [
      ['title'],
      `m mme mlle président présidente ministre premier première secrétaire général sénateur sénatrice député députée maire directeur directrice chef porte-parole parole procureur
      juge avocat avocate professeur docteur roi reine prince princesse pape commissaire ambassadeur gouverneur responsable patron économiste analyste expert chercheur ancien ancienne candidat candidate`,
    ],
    [['time'], 'lundi mardi mercredi jeudi vendredi samedi dimanche semaine mois année jour matin soir nuit hier'],
    [['month', 'time'], 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
    [['abbreviation'], 'm mm mme mlle dr st ste etc av bd no art p'],
    [
      ['work'],
      'film livre roman chanson album série émission article journal magazine documentaire pièce opéra programme jeu tableau intitulé intitulée titré titre exposition',
    ],
    [['coinage'], 'dit-le terme mot expression prétendu soi-disant surnommé baptisé'],
    [
      ['verb'],
      'fait font faisait prend pris met mis donne donné vient vient reste devient permet montre montré arrive commence commencé',
    ],
    [['statement'], 'déclaration communiqué discours entretien interview propos affirmation accusation'],
  ],
  ...frenchFigures,
  genders: {
    masculine: 'm président premier sénateur député directeur avocat roi prince candidat',
    feminine: 'mme mlle présidente première sénatrice députée directrice avocate reine princesse candidate',
  },
  sourcePhrases: ['selon', "d' après", 'à en croire', 'aux yeux de', 'de l avis de'],
  openingSourcePhrases: ['pour'],
  cuePhrases: ['fait savoir', 'mis en garde', 'fait valoir', 'fait remarquer', 'laissé entendre'],
  joiningPrepositions: "de d' du des à au aux pour en",
  endings: { past: [], adverb: ['ment'], plural: ['s', 'x'] },
  plainTitles: true,
  objectFirst: true,
  citesWithin: true,
  inwardGuillemets: false,
  closesWithLeftMark: false,
};
