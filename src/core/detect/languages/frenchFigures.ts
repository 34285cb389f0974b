import { CURRENCY_CODES, CURRENCY_MULTIPLES } from './currencyCodes';
import { type FigureTable } from './languageTable';
import { wordCodes, wordsOf, wordValues } from './wordValues';

const CARDINALS = wordValues(`
  zéro 0 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16 vingt 20
  vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 octante 80 nonante 90`);

const SCALES = wordValues(`
  cent 100 cents 100 mille 1000 million 1e6 millions 1e6 milliard 1e9 milliards 1e9 billion 1e12 billions 1e12 billiard 1e15 trillion 1e18
  trillions 1e18 md 1e9 mds 1e9 mrd 1e9 mio 1e6 k 1000 m 1e6 lakh 1e5 crore 1e7 dizaine 10 dizaines 10 douzaine 12 douzaines 12 quinzaine 15 vingtaine 20
  trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60 centaine 100 centaines 100 millier 1000 milliers 1000`);

const FRACTIONS = wordValues(`
  moitié 1/2 demi 1/2 demie 1/2 demis 1/2 tiers 1/3 quart 1/4 quarts 1/4 quatrième 1/4 quatrièmes 1/4 cinquième 1/5 cinquièmes 1/5 sixième 1/6
  sixièmes 1/6 septième 1/7 septièmes 1/7 huitième 1/8 huitièmes 1/8 neuvième 1/9 neuvièmes 1/9 dixième 1/10 dixièmes 1/10 vingtième 1/20
  vingtièmes 1/20 centième 1/100 centièmes 1/100 millième 1/1000 millièmes 1/1000 millionième 1e-6 millionièmes 1e-6 milliardième 1e-9
  billionième 1e-12 billionièmes 1e-12`);

const VAGUE = wordValues('dizaines 10 douzaines 12 centaines 100 milliers 1000 millions 1e6 milliards 1e9');

const MULTIPLES = wordValues('double 2 triple 3 quadruple 4 quintuple 5 décuple 10');

const CURRENCIES = wordCodes([
  'EUR: euro euros',
  'USD: dollar dollars',
  'GBP: sterling',
  'JPY: yen yens',
  'CNY: yuan yuans',
  'RUB: rouble roubles',
  'INR: roupie roupies',
  'UAH: hryvnia hryvnias',
  'PLN: zloty zlotys',
  'XAF: fcfa cfa',
  ': centime centimes cent cents pence kopecks franc francs livre livres peso pesos couronne couronnes dinar dinars dirham dirhams rial rials lire lires',
]);

/** How French writes figures. */
export const frenchFigures: FigureTable = {
  figures: [
    [['cardinal'], wordsOf(CARDINALS)],
    [['scale'], wordsOf(SCALES)],
    [['fraction'], wordsOf(FRACTIONS)],
    [['half'], 'demi demie'],
    [['vague'], wordsOf(VAGUE)],
    [['few'], 'quelques plusieurs'],
    [['percent'], 'pourcent pourcents pourcentage pourcentages'],
    [['percentagePoint'], 'point points'],
    [['decimalWord'], 'virgule'],
    [['joiner'], 'et'],
    [['multiple'], wordsOf(MULTIPLES)],
    [['compared'], "du de que d' qu'"],
    [
      ['duration'],
      `seconde secondes minute minutes heure heures jour jours semaine semaines mois an ans année années décennie décennies siècle siècles nuit nuits
      millénaire millénaires trimestre trimestres semestre semestres`,
    ],
    [
      ['measure'],
      `kilomètre kilomètres km mètre mètres m centimètre centimètres cm millimètre millimètres mm kilogramme kilogrammes kilos kilo kg gramme grammes
      g mg milligrammes tonne tonnes t quintaux litre litres l millilitres ml hectolitres hectare hectares ha degré degrés celsius fahrenheit mille milles
      mile miles pied pieds pouce pouces nœuds watt watts kilowatt kilowatts mégawatt mégawatts gigawatt gigawatts kw mw gw kwh mwh gwh twh
      kilowattheures mégawattheures térawattheures volts ampères hertz hz mhz ghz octet octets mégaoctets gigaoctets mo go km² m² m³ mètre-carré carrés
      carré cubes cube baril barils calories joules décibels chevaux acre acres`,
    ],
    [['currency'], `${wordsOf(CURRENCIES).replace(/\bcents?\b/g, '')} ${wordsOf(CURRENCY_CODES)}`],
    [['times'], 'fois'],
    [['rangeJoiner'], 'à au ou et'],
    [
      ['rise'],
      `hausse hausses augmenté augmente augmentent augmentation augmenter progressé progresse progression grimpé grimpe bondi bondit monté monte
      passé passe passent passant passée passées passés croissance accru accroissement gagné gagne relevé`,
    ],
    [
      ['fall'],
      `baisse baisses baissé diminué diminue diminution recul reculé recule chute chuté tombé tombe réduit réduction perdu perd plongé plonge
      replié abaissé`,
    ],
    [['article'], 'un une'],
    [
      ['label'],
      `article articles page pages p pp numéro n° no chapitre chambre ligne quai chaîne boeing airbus groupe tome vol version verset psaume alinéa bus salle porte
      bâtiment tél téléphone fax isbn apollo iphone route autoroute étape niveau classe catégorie`,
    ],
    [['of'], "de des du d'"],
    [['by'], 'de'],
    [['from'], 'entre de'],
    [['clock'], 'h heures heure'],
    [['plural'], 'gens personnes'],
    [['negative'], 'moins négatif négative'],
  ],
  numbers: { un: 1, une: 1, ...CARDINALS, ...SCALES, ...FRACTIONS, ...VAGUE, ...MULTIPLES, ...CURRENCY_MULTIPLES },
  decimalSeparator: ',',
  currencies: { ...CURRENCY_CODES, ...CURRENCIES },
  currencyAdjectives: {},
  modifiers: {
    min: [
      'au moins',
      'plus de',
      "plus d'",
      'minimum',
      'au minimum',
      'un minimum de',
      "un minimum d'",
      'pas moins de',
      "pas moins d'",
      'bien plus de',
      "bien plus d'",
      'supérieur à',
      'supérieure à',
      'au-delà de',
      'dépassant',
    ],
    max: [
      'au plus',
      'moins de',
      "moins d'",
      "jusqu' à",
      'maximum',
      'au maximum',
      'un maximum de',
      "un maximum d'",
      'pas plus de',
      "pas plus d'",
      'à peine',
      'tout juste',
      'inférieur à',
      'inférieure à',
    ],
    approx: [
      'environ',
      'près de',
      "près d'",
      'presque',
      'quelque',
      'autour de',
      "autour d'",
      'à peu près',
      'approximativement',
      'aux alentours de',
      "aux alentours d'",
      'de l ordre de',
      'quasiment',
      'plus ou moins',
      'en moyenne',
      'pratiquement',
    ],
  },
  trailingModifiers: {
    min: ['ou plus', 'et plus', 'au moins', 'au minimum'],
    max: ['ou moins', 'au plus', 'au maximum', 'maximum', 'tout au plus'],
    approx: ['environ', 'à peu près', 'en moyenne', 'ou presque'],
  },
  percentPhrases: ['pour cent', 'pour cents', 'points de pourcentage', 'point de pourcentage', 'points de base'],
  proportionPhrases: ['sur'],
  joinsTens: true,
  countsByTwenties: true,
};
