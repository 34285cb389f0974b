import { CURRENCY_CODES, CURRENCY_MULTIPLES } from './currencyCodes';
import { type FigureTable } from './languageTable';
import { wordCodes, wordsOf, wordValues } from './wordValues';

const CARDINALS = wordValues(`
  zero 0 nought 0 naught 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13
  fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60
  seventy 70 eighty 80 ninety 90`);

const SCALES = wordValues(`
  hundred 100 thousand 1000 million 1e6 billion 1e9 trillion 1e12 quadrillion 1e15 quintillion 1e18 mil 1e6 mln 1e6 mio 1e6 mn 1e6
  m 1e6 mm 1e6 b 1e9 bn 1e9 bln 1e9 bil 1e9 tn 1e12 tln 1e12 trn 1e12 k 1e3 grand 1e3 dozen 12 doz 12 dozs 12 dz 12 dzs 12 score 20
  lakh 1e5 lakhs 1e5 lac 1e5 crore 1e7 crores 1e7`);

/** Halves and quarters are nouns and parts of a number ("and a half"); the others may be ranks ("the fifth"). */
const FRACTIONS = wordValues(`
  half 1/2 halves 1/2 third 1/3 thirds 1/3 quarter 1/4 quarters 1/4 fourth 1/4 fourths 1/4 fifth 1/5 fifths 1/5 sixth 1/6 sixths 1/6
  seventh 1/7 sevenths 1/7 eighth 1/8 eighths 1/8 ninth 1/9 ninths 1/9 tenth 1/10 tenths 1/10 eleventh 1/11 elevenths 1/11
  twelfth 1/12 twelfths 1/12 fifteenth 1/15 fifteenths 1/15 sixteenth 1/16 sixteenths 1/16 twentieth 1/20 twentieths 1/20 thirtieth 1/30
  fortieth 1/40 fiftieth 1/50 hundredth 1/100 hundredths 1/100 thousandth 1/1000 thousandths 1/1000 millionth 1e-6 millionths 1e-6
  billionth 1e-9 billionths 1e-9 trillionth 1e-12 trillionths 1e-12`);

const VAGUE = wordValues(`
  dozens 12 scores 20 hundreds 100 thousands 1000 millions 1e6 billions 1e9 trillions 1e12 tens 10`);

const MULTIPLES = wordValues(
  'twice 2 double 2 doubled 2 triple 3 tripled 3 treble 3 thrice 3 quadruple 4 quadrupled 4 quintuple 5',
);

/** Words with "fold" compare by themselves. */
const FOLDS = wordValues(`
  twofold 2 threefold 3 fourfold 4 fivefold 5 sixfold 6 sevenfold 7 eightfold 8 ninefold 9 tenfold 10 twentyfold 20 hundredfold 100
  thousandfold 1000`);

const CURRENCIES = wordCodes([
  'USD: dollar dollars bucks greenbacks',
  'EUR: euro euros',
  'GBP: pound pounds sterling quid',
  'JPY: yen',
  'CNY: yuan renminbi 元',
  'INR: rupee rupees rs',
  'RUB: ruble rubles rouble roubles',
  'ILS: shekel shekels',
  'ZAR: rand',
  'THB: baht',
  'PLN: zloty zlotys złoty złotys',
  'UAH: hryvnia hryvnias hryvnya',
  'HUF: forint forints',
  'BRL: reais',
  'MYR: ringgit',
  'IDR: rupiah rupiahs',
  'NGN: naira',
  'BTC: bitcoin bitcoins',
  ': cent cents pence penny pennies p ¢ franc francs peso pesos krona kronor krone kroner lira liras lire rial rials riyal riyals dinar dinars dirham dirhams shilling shillings guilder guilders drachmas',
]);

/** How English writes figures: number words, units, currencies, modifiers. */
export const englishFigures: FigureTable = {
  figures: [
    [['cardinal'], wordsOf(CARDINALS)],
    [['scale'], wordsOf(SCALES)],
    [['fraction'], wordsOf(FRACTIONS)],
    [['half'], 'half quarter'],
    [['vague'], wordsOf(VAGUE)],
    [
      ['ordinal'],
      `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
      eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth billionth`,
    ],
    [['few'], 'several few couple'],
    [['percent'], 'percent pct percentage percents pc'],
    [['percentagePoint'], 'point points'],
    [['decimalWord'], 'point'],
    [
      ['duration'],
      `second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries sec secs min mins
      hr hrs yr yrs night nights weekend weekends fortnight fortnights millennium millennia`,
    ],
    [
      ['measure'],
      `km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres m cm centimeter centimeters centimetre centimetres
      mm millimeter millimeters millimetre millimetres nm micron microns foot feet ft inch inches yard yards yd yds furlong furlongs
      kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos gram grams gramme grammes g mg milligram milligrams t ton tons tonne tonnes
      megaton megatons kiloton kilotons pound pounds lb lbs ounce ounces oz liter liters litre litres l ml cl gallon gallons pint pints
      quart quarts barrel barrels bushel bushels bpd acre acres hectare hectares ha km2 km² m2 m² m³ sqft sqm sq square cubic
      degree degrees c f celsius fahrenheit centigrade kelvin º ºc ºf mph kph kmph knot knots kt kts radian radians rad
      watt watts megawatt megawatts kilowatt kilowatts gigawatt gigawatts terawatt terawatts mw gw kw tw kwh mwh gwh twh mah volt volts amp amps
      joule joules calorie calories kcal hz mhz ghz khz hertz decibel decibels db horsepower hp bhp cc psi rpm fps
      bit bits byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes kb mb gb tb mbps gbps kbps pixels megapixels mp
      carat carats nautical metric becquerels sieverts lbf teaspoon teaspoons tablespoon tablespoons`,
    ],
    [['currency'], `${wordsOf(CURRENCIES)} ${wordsOf(CURRENCY_CODES)}`],
    [['times'], `times fold x ${wordsOf(FOLDS)}`],
    [['multiple'], `${wordsOf(MULTIPLES)} ${wordsOf(FOLDS)}`],
    [['joiner'], 'and'],
    [['rangeJoiner'], 'to or through and'],
    [
      ['rise'],
      `rose rise rises rising risen increased increase increases increasing grew grow grows grown growing growth climbed climb climbs climbing
      jumped jump jumps jumping soared soar soars soaring surged surge surges surging gained gain gains up raise raised raises raising higher doubled
      advanced advance rallied expanded expand hike hiked rebounded edged swelled ballooned boost boosted spiked spike uptick`,
    ],
    [
      ['fall'],
      `fell fall falls falling fallen decreased decrease decreases decreasing drop drops dropped dropping declined decline declines declining
      down lost lose loses slipped slip slips plunged plunge plunges tumbled tumble shrank shrink shrunk cut cuts cutting reduced reduce reduces
      reducing reduction lower lowered slashed slash slump slumped sank sunk sink dipped dip slid slide contracted contraction eased plummeted
      retreated halved dive dived`,
    ],
    [
      ['changeNoun'],
      `rise increase growth jump surge gain raise higher hike advance rebound boost spike uptick climb fall decrease drop decline plunge cut cuts
      reduction lower slump dip slide contraction tumble loss`,
    ],
    [['fall'], 'loss'],
    [['article'], 'a an'],
    [
      ['label'],
      `article section chapter page pages p pp no nos nr nrs number numbers room flight route highway interstate rule title version v ver grade level
      phase volume vol part step figure fig table appendix exhibit item paragraph line channel act proposition prop amendment resolution type
      category class group zone district unit platform gate gates bus train apollo boeing airbus windows ios android iphone super bowl world war
      area door season episode question case building apartment apt suite box lesson tier stage size model formula verse psalm surah terminal pier
      exit isbn issn doi imo mmsi tel phone fax mobile id ward precinct junction clause photo footnote division`,
    ],
    [['of'], 'of'],
    [['by'], 'by'],
    [['from'], 'from between'],
    [['clock'], "o'clock am pm a.m. p.m. gmt est et pt edt pst cet cest utc bst noon midnight bc bce b.c. a.d. ad ce"],
    [
      ['plural'],
      'people men women children police cattle sheep fish aircraft spacecraft crew staff personnel troops mice geese feet teeth deer',
    ],
    [['compared'], 'as what'],
    [['negative'], 'minus negative'],
    [['idiom'], 'another thing day'],
  ],
  numbers: { ...CARDINALS, ...SCALES, ...FRACTIONS, ...VAGUE, ...MULTIPLES, ...FOLDS, ...CURRENCY_MULTIPLES },
  decimalSeparator: '.',
  currencies: { ...CURRENCY_CODES, ...CURRENCIES },
  currencyAdjectives: {
    us: 'USD',
    'u.s.': 'USD',
    american: 'USD',
    canadian: 'CAD',
    australian: 'AUD',
    singapore: 'SGD',
    british: 'GBP',
    swiss: 'CHF',
    mexican: 'MXN',
    hong: 'HKD',
    kong: 'HKD',
    swedish: 'SEK',
    norwegian: 'NOK',
    danish: 'DKK',
    turkish: 'TRY',
    iranian: 'IRR',
    saudi: 'SAR',
    pakistani: 'PKR',
    indian: 'INR',
    russian: 'RUB',
    japanese: 'JPY',
    egyptian: 'EGP',
    argentine: 'ARS',
    chilean: 'CLP',
    colombian: 'COP',
    philippine: 'PHP',
  },
  modifiers: {
    min: [
      'at least',
      'more than',
      'over',
      'above',
      'a minimum of',
      'minimum of',
      'no fewer than',
      'no less than',
      'not less than',
      'not fewer than',
      'upwards of',
      'upward of',
      'in excess of',
      'greater than',
      'exceeding',
      'well over',
      'well above',
      'north of',
      'better than',
      'higher than',
      'bigger than',
      'larger than',
      'longer than',
      'surpassing',
      'topping',
      'beyond',
      'just over',
      'slightly more than',
      'a little over',
      'a little more than',
    ],
    max: [
      'at most',
      'up to',
      'fewer than',
      'less than',
      'under',
      'below',
      'no more than',
      'not more than',
      'a maximum of',
      'maximum of',
      'as many as',
      'as much as',
      'as high as',
      'lower than',
      'smaller than',
      'shorter than',
      'as few as',
      'as little as',
      'well under',
      'well below',
      'south of',
      'at the most',
      'just under',
      'just below',
      'slightly less than',
      'a little under',
      'not exceeding',
      'capped at',
    ],
    approx: [
      'about',
      'nearly',
      'around',
      'some',
      'roughly',
      'approximately',
      'almost',
      'close to',
      'closer to',
      'near',
      'nearer to',
      'an estimated',
      'estimated',
      'estimated at',
      'circa',
      'or so',
      'something like',
      'somewhere around',
      'in the region of',
      'in the neighborhood of',
      'in the neighbourhood of',
      'in the range of',
      'of the order of',
      'on the order of',
      'more or less',
      'virtually',
      'practically',
      'approx',
      'approaching',
      'an average of',
      'averaging',
    ],
  },
  trailingModifiers: {
    min: [
      'or more',
      'or higher',
      'or better',
      'or greater',
      'or above',
      'or over',
      'plus',
      'and up',
      'and over',
      'and above',
      'at least',
      'at a minimum',
    ],
    max: ['or less', 'or fewer', 'or lower', 'or under', 'or below', 'at most', 'at the most', 'tops', 'maximum'],
    approx: ['or so', 'or thereabouts', 'approximately', 'give or take', 'on average', 'roughly'],
  },
  percentPhrases: ['per cent', 'per cents', 'basis points', 'basis point'],
  proportionPhrases: ['in', 'out of', 'in every', 'out of every', 'of every', 'over'],
};
