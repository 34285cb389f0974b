import { CURRENCY_CODES, CURRENCY_MULTIPLES } from './currencyCodes';
import { germanNumbers } from './germanNumbers';
import { type FigureTable } from './languageTable';
import { wordCodes, wordsOf, wordValues } from './wordValues';

const NUMBERS = germanNumbers();

const SCALES = wordValues(`
  hundert 100 tausend 1000 million 1e6 millionen 1e6 milliarde 1e9 milliarden 1e9 billion 1e12 billionen 1e12 billiarde 1e15 billiarden 1e15
  mio 1e6 m 1e6 mrd 1e9 bio 1e12 tsd 1000 dutzend 12`);

const FRACTIONS = wordValues(`
  hälfte 1/2 halb 1/2 halbe 1/2 halben 1/2 halber 1/2 halbes 1/2 drittel 1/3 dritteln 1/3 viertel 1/4 vierteln 1/4 fünftel 1/5 fünfteln 1/5
  sechstel 1/6 siebtel 1/7 achtel 1/8 neuntel 1/9 zehntel 1/10 zwölftel 1/12 zwanzigstel 1/20 hundertstel 1/100 tausendstel 1/1000
  millionstel 1e-6 milliardstel 1e-9`);

/** "jeder Dritte", "jede zweite Frau" */
const EVERY_SO_MANY = Object.fromEntries(
  Object.entries({
    zweit: 2,
    dritt: 3,
    viert: 4,
    fünft: 5,
    sechst: 6,
    siebt: 7,
    acht: 8,
    neunt: 9,
    zehnt: 10,
    zwanzigst: 20,
    hundertst: 100,
    tausendst: 1000,
  }).flatMap(([part, count]) =>
    ['jeder %e', 'jede %e', 'jedes %e', 'jeden %en', 'jedem %en'].map(phrase => [phrase.replace('%', part), 1 / count]),
  ),
);

const VAGUE = wordValues(`
  dutzende 12 dutzenden 12 hunderte 100 hunderten 100 hunderter 100 tausende 1000 tausenden 1000 tausender 1000 abertausende 1000 zehntausende 1e4
  zehntausenden 1e4 hunderttausende 1e5 hunderttausenden 1e5 millionen 1e6 milliarden 1e9`);

const MULTIPLES = wordValues(
  'doppelt 2 verdoppelt 2 verdreifacht 3 zweifach 2 dreifach 3 vierfach 4 fünffach 5 zehnfach 10',
);
/** How often, in one word. */
const TIMES = wordValues(
  'zweimal 2 dreimal 3 viermal 4 fünfmal 5 sechsmal 6 siebenmal 7 achtmal 8 neunmal 9 zehnmal 10',
);

const CURRENCIES = wordCodes([
  'EUR: euro euros',
  'USD: dollar dollars us-dollar us-dollars',
  'CHF: franken sfr',
  'GBP: pfund',
  'JPY: yen',
  'CNY: yuan renminbi',
  'RUB: rubel',
  'INR: rupie rupien',
  'PLN: złoty zloty',
  'UAH: hrywnja griwna',
  'ILS: schekel',
  ': cent cents rappen pence kopeken kronen krone lira lire peso pesos rial dinar mark dm d-mark schilling gulden',
]);

/** How German writes figures. */
export const germanFigures: FigureTable = {
  figures: [
    [
      ['cardinal'],
      wordsOf(NUMBERS)
        .split(' ')
        .filter(word => !/^ein(?:e[nmr]?)?$/.test(word))
        .join(' '),
    ],
    [['scale'], wordsOf(SCALES)],
    [['fraction'], wordsOf(FRACTIONS)],
    [['half'], 'halb halbe halben halber halbes'],
    [['vague'], wordsOf(VAGUE)],
    [['few'], 'mehrere mehreren einige einigen wenige wenigen paar'],
    [['percent'], 'prozent prozentige prozentigen prozentiger prozentiges prozentpunkt prozentpunkte prozentpunkten'],
    [['percentagePoint'], 'prozentpunkt prozentpunkte prozentpunkten basispunkte basispunkten'],
    [['percent'], 'basispunkte basispunkten'],
    [['decimalWord'], 'komma'],
    [['joiner'], 'und'],
    [
      ['duration'],
      `sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahrzehnt jahrzehnte
      jahrzehnten jahrhundert jahrhunderte jahrhunderten jahrtausende nacht nächte nächten jährige jähriger jährigen jähriges jährigem wochenende wochenenden`,
    ],
    [
      ['measure'],
      `kilometer kilometern km meter metern m zentimeter zentimetern nanometer nanometern cm mm millimeter millimetern quadratmeter quadratmetern quadratkilometer
      quadratkilometern kubikmeter kubikmetern hektar hektaren ha kilogramm kilo kilos kg gramm g mg tonne tonnen t zentner liter litern l
      milliliter ml hektoliter grad celsius fahrenheit meile meilen fuß zoll seemeilen knoten watt megawatt gigawatt kilowatt mw gw kw
      kilowattstunde kilowattstunden megawattstunden kwh mwh twh terawattstunden volt ampere hertz hz mhz ghz ps km² m² m³ qm
      byte bit megabyte gigabyte terabyte mb gb tb barrel kalorien joule dezibel stundenkilometer stundenkilometern km/h`,
    ],
    [['currency'], `${wordsOf(CURRENCIES)} ${wordsOf(CURRENCY_CODES)}`],
    [['times'], 'mal fach fache fachen'],
    [['multiple', 'times'], wordsOf(TIMES)],
    [['multiple'], wordsOf(MULTIPLES)],
    [['compared'], 'so wie'],
    [['rangeJoiner'], 'bis und oder auf'],
    [
      ['rise'],
      `stieg stiegen steigt steigen gestiegen erhöhte erhöhten erhöht erhöhen wuchs wuchsen wächst gewachsen zunahm zugenommen nahm kletterte
      geklettert zulegte zugelegt legte plus anstieg zuwachs zunahme steigerung erhöhung verteuerte verteuert angehoben hob`,
    ],
    [
      ['fall'],
      `fiel fielen fällt fallen sank sanken sinkt sinken gesunken gefallen abgenommen verringerte verringert reduzierte reduziert reduzieren
      senkte senkten gesenkt schrumpfte geschrumpft brach eingebrochen rückgang minus verlust einbruch abnahme senkung kürzte gekürzt ging verlor verloren`,
    ],
    [['changeNoun'], 'plus minus anstieg zuwachs rückgang verlust'],
    [['article'], 'ein eine einen einem einer'],
    [
      ['label'],
      `artikel seite seiten az aktenzeichen nummer nr kapitel paragraph absatz abs zimmer raum linie gleis kanal platz boeing airbus klasse gruppe bd band art
      tel telefon fax isbn version stufe block halle tor bundesstraße autobahn apollo psalm vers iphone windows haus`,
    ],
    [['of'], 'der des von'],
    [['by'], 'um'],
    [['from'], 'zwischen von'],
    [['clock'], 'uhr'],
    [['negative'], 'minus'],
  ],
  numbers: { ...NUMBERS, ...SCALES, ...FRACTIONS, ...VAGUE, ...MULTIPLES, ...TIMES, ...CURRENCY_MULTIPLES },
  decimalSeparator: ',',
  currencies: { ...CURRENCY_CODES, ...CURRENCIES },
  currencyAdjectives: { us: 'USD', kanadische: 'CAD', australische: 'AUD', schweizer: 'CHF', britische: 'GBP' },
  modifiers: {
    min: [
      'mindestens',
      'mehr als',
      'über',
      'wenigstens',
      'zumindest',
      'nicht weniger als',
      'gut',
      'minimal',
      'ab',
      'deutlich über',
      'weit über',
      'deutlich mehr als',
      'weit mehr als',
    ],
    max: [
      'höchstens',
      'weniger als',
      'unter',
      'bis zu',
      'maximal',
      'nicht mehr als',
      'knapp',
      'keine',
      'allenfalls',
      'nicht einmal',
      'deutlich unter',
    ],
    approx: [
      'etwa',
      'rund',
      'ungefähr',
      'circa',
      'zirka',
      'ca',
      'fast',
      'nahezu',
      'gegen',
      'beinahe',
      'schätzungsweise',
      'an die',
      'um die',
      'geschätzt',
      'geschätzte',
      'geschätzten',
      'annähernd',
      'durchschnittlich',
      'im schnitt',
    ],
  },
  trailingModifiers: {
    min: ['oder mehr', 'und mehr', 'oder darüber', 'mindestens'],
    max: ['oder weniger', 'höchstens', 'maximal'],
    approx: ['oder so', 'ungefähr', 'in etwa'],
  },
  percentPhrases: ['vom hundert'],
  proportionPhrases: ['von', 'von je', 'aus'],
  sharePhrases: EVERY_SO_MANY,
  compoundNumbers: true,
};
