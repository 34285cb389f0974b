import { CURRENCY_CODES, CURRENCY_MULTIPLES } from './currencyCodes';
import { type FigureTable } from './languageTable';
import { wordCodes, wordsOf, wordValues } from './wordValues';

const CARDINALS = wordValues(`
  cero 0 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 dieciséis 16
  dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21 veintiún 21 veintiun 21 veintiuna 21 veintidós 22 veintidos 22
  veintitrés 23 veintitres 23 veinticuatro 24 veinticinco 25 veintiséis 26 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30
  cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300
  trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700
  ochocientos 800 ochocientas 800 novecientos 900 novecientas 900`);

const SCALES = wordValues(`
  mil 1000 millón 1e6 millon 1e6 millones 1e6 millardo 1e9 millardos 1e9 billón 1e12 billon 1e12 billones 1e12 trillón 1e18 trillones 1e18
  mdd 1e6 mm 1e6 m 1e6 k 1000 mill 1e6 docena 12 docenas 12 dz 12 decena 10 decenas 10 quincena 15 veintena 20 treintena 30 cincuentena 50 centena 100
  centenar 100 centenares 100 millar 1000 millares 1000 lakh 1e5 crore 1e7`);

const FRACTIONS = wordValues(`
  mitad 1/2 medio 1/2 media 1/2 medios 1/2 tercio 1/3 tercios 1/3 cuarto 1/4 cuartos 1/4 quinto 1/5 quintos 1/5 quinta 1/5 sexto 1/6 sextos 1/6
  séptimo 1/7 séptimos 1/7 octavo 1/8 octavos 1/8 noveno 1/9 novenos 1/9 décimo 1/10 décimos 1/10 décima 1/10 décimas 1/10 centésimo 1/100
  centésima 1/100 centésimas 1/100 milésima 1/1000 milésimas 1/1000 millonésima 1e-6 millonésimas 1e-6`);

/** "la cuarta parte", "tres cuartas partes" */
const PARTS = Object.fromEntries(
  ['tercera', 'cuarta', 'quinta', 'sexta', 'séptima', 'octava', 'novena', 'décima'].flatMap((part, i) => [
    [`${part} parte`, 1 / (i + 3)],
    [`${part}s partes`, 1 / (i + 3)],
  ]),
);

const VAGUE = wordValues(
  'decenas 10 docenas 12 cientos 100 centenares 100 miles 1000 millares 1000 millones 1e6 billones 1e12',
);

const MULTIPLES = wordValues('doble 2 triple 3 cuádruple 4 quíntuple 5');

const CURRENCIES = wordCodes([
  'EUR: euro euros',
  'USD: dólar dólares dolar dolares',
  'GBP: esterlina esterlinas',
  'JPY: yen yenes',
  'CNY: yuan yuanes',
  'RUB: rublo rublos',
  'INR: rupia rupias',
  'PEN: sol soles',
  'PYG: guaraníes',
  ': céntimo céntimos centavo centavos peniques kopeks peso pesos libra libras franco francos bolívar bolívares corona coronas dinar dinares real reales lira liras',
]);

/** How Spanish writes figures. */
export const spanishFigures: FigureTable = {
  figures: [
    [['cardinal'], wordsOf(CARDINALS)],
    [['scale'], wordsOf(SCALES)],
    [['fraction'], wordsOf(FRACTIONS)],
    [['half'], 'medio media'],
    [['vague'], wordsOf(VAGUE)],
    [['few'], 'varios varias unos unas algunos algunas'],
    [['percent'], 'porciento porcentaje'],
    [['percentagePoint'], 'punto puntos porcentuales'],
    [['decimalWord'], 'coma'],
    [['joiner'], 'y'],
    [['multiple'], wordsOf(MULTIPLES)],
    [['compared'], 'de que del'],
    [
      ['duration'],
      `segundo segundos minuto minutos hora horas día días semana semanas mes meses año años década décadas siglo siglos noche noches milenios
      trimestre trimestres semestre semestres`,
    ],
    [
      ['measure'],
      `kilómetro kilómetros km metro metros m centímetro centímetros cm milímetro milímetros mm kilogramo kilogramos kilo kilos kg gramo gramos g mg
      miligramos tonelada toneladas t quintales litro litros l mililitros ml hectárea hectáreas ha grado grados celsius fahrenheit centígrado centígrados
      milla millas pie pies pulgada pulgadas nudos vatio vatios kilovatios megavatio megavatios gigavatios kw mw gw kwh mwh gwh hercios hz mhz ghz
      byte bytes megabytes gigabytes mb gb tb km² m² m³ cuadrados cuadrado cúbicos cúbico barril barriles galones onza onzas acres calorías decibelios caballos`,
    ],
    [['currency'], `${wordsOf(CURRENCIES)} ${wordsOf(CURRENCY_CODES)}`],
    [['times'], 'veces'],
    [['rangeJoiner'], 'a al o y hasta'],
    [
      ['rise'],
      `subió subieron sube suben subido aumentó aumentaron aumenta aumentado aumentar aumento creció crecieron crece crecido crecimiento alza incremento
      incrementó incrementado avanzó ascenso escaló repuntó repunte pasó pasaron pasa pasan elevó disparó dispararon encareció encarecieron`,
    ],
    [
      ['fall'],
      `bajó bajaron baja bajan bajado cayó cayeron cae caído disminuyó disminuido disminución descenso descendió descendido caída redujo reducido
      reducción retrocedió retroceso perdió perdieron pérdida recortó recorte desplomó rebaja abarató abarataron`,
    ],
    [['article'], 'un una uno'],
    [
      ['label'],
      `artículo artículos página páginas pág número núm nro nº capítulo habitación línea canal boeing airbus grupo tomo vol versión versículo salmo
      sala puerta tel teléfono fax isbn apolo iphone calle avenida carretera km nivel clase categoría`.replace(
        ' km ',
        ' ',
      ),
    ],
    [['of'], 'de del'],
    [['by'], 'en'],
    [['from'], 'entre de del desde'],
    [['clock'], 'h hrs horas'],
    [['plural'], 'personas gente'],
    [['negative'], 'menos negativo'],
  ],
  numbers: {
    un: 1,
    una: 1,
    uno: 1,
    ...CARDINALS,
    ...SCALES,
    ...FRACTIONS,
    ...VAGUE,
    ...MULTIPLES,
    ...CURRENCY_MULTIPLES,
  },
  decimalSeparator: ',',
  currencies: { ...CURRENCY_CODES, ...CURRENCIES },
  currencyAdjectives: {},
  modifiers: {
    min: [
      'al menos',
      'más de',
      'más del',
      'por lo menos',
      'como mínimo',
      'un mínimo de',
      'no menos de',
      'cuando menos',
      'superior a',
      'por encima de',
      'a partir de',
    ],
    max: [
      'como máximo',
      'menos de',
      'menos del',
      'hasta',
      'no más de',
      'a lo sumo',
      'un máximo de',
      'apenas',
      'inferior a',
      'por debajo de',
    ],
    approx: [
      'cerca de',
      'casi',
      'unos',
      'unas',
      'alrededor de',
      'aproximadamente',
      'en torno a',
      'en torno al',
      'cerca del',
      'alrededor del',
      'más o menos',
      'prácticamente',
      'un promedio de',
      'una media de',
    ],
  },
  trailingModifiers: {
    min: ['o más', 'y más', 'como mínimo', 'por lo menos', 'al menos'],
    max: ['o menos', 'como máximo', 'a lo sumo'],
    approx: ['aproximadamente', 'más o menos', 'de media', 'en promedio'],
  },
  percentPhrases: ['por ciento', 'por cien', 'puntos porcentuales', 'punto porcentual', 'puntos básicos'],
  proportionPhrases: ['de cada', 'de', 'sobre'],
  sharePhrases: PARTS,
  joinsTens: true,
};
