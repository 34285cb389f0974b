import { spanishFigures } from './spanishFigures';
import { type LanguageTable } from './languageTable';
import { spanishVerbs } from './romanceVerbs';

const SPEECH = spanishVerbs(
  `afirm asegur declar explic señal indic agreg anunci manifest destac expres contest confirm denunci coment subray reiter precis relat inform
  apunt opin lament acus critic tuite replic reclam alert alab elogi enfatiz remarc recalc argument revel narr cuestion puntualiz matiz aclar zanj
  detall aleg augur vaticin pronostic sentenci confes proclam ratific asever avis apostill brome ironiz recomend aconsej`,
);
const QUOTING = spanishVerbs('grit exclam espet susurr murmur suplic celebr salud inst rechaz justific plante');
const NAMING = spanishVerbs('calific tild tach denomin compar');

/** Spanish: what is said by whom, and how figures are written. */
export const es: LanguageTable = {
  language: 'es',
  signature: `
    algo antes cuatro da dijo dos eso estado esto hay mismo nada otra otras otro otros poco primer qué sí solo tan tanto tiene tienen tres uno años has
    cuya aquí allí ahora cerca cualquier mucho mucha muchos muchas menos mejor sean fuera tener hacer ver soy somos estamos quién cómo cuál dónde vez ello`,
  letters: 'áéíñóúü',
  words: [
    [
      ['speech', 'finite'],
      `dijo dice dijeron dicen decía dicho añadió añade añadieron añadido manifiesta sostuvo sostiene advirtió advierte recordó recuerda respondió responde
      preguntó pregunta escribió escribe insistió insiste reconoció reconoce pidió pide exigió exige prometió promete admitió admite negó niega concluyó
      concluye pedido exigido prometido admitido negado reconocido insistido advertido respondido escrito sostenido concluido expuso expone remachó`,
    ],
    [['speech', 'finite'], SPEECH.finite],
    [['speech', 'gerund'], SPEECH.gerund],
    [['naming', 'finite'], NAMING.finite],
    [
      ['quoting', 'finite'],
      `${QUOTING.finite} contó cuenta resumió resume sugirió sugiere urgió desmintió desmiente defendió defiende agradeció`,
    ],
    [['speech', 'base'], 'decir afirmar asegurar declarar'],
    [['speech', 'gerund'], 'diciendo añadiendo'],
    [['hearer'], 'dijo explicó aseguró'],
    [
      ['thought', 'finite'],
      'cree creía creen piensa pensaba espera esperaba teme temía quiere quería considera consideró sabe sabía',
    ],
    [
      ['naming', 'finite'],
      'calificó califica llamó llama describió describe tildó tilda acusó acusa denominó denomina',
    ],
    [['auxiliary', 'be'], 'es son era eran fue fueron ser sido sea está están estaba estaban estar será serán sería'],
    [['auxiliary'], 'ha han había habían haber he hemos puede pueden podría debe deben debería va van'],
    [
      ['determiner'],
      'el la los las un una unos unas este esta estos estas ese esa esos esas todo toda todos todas cada ningún ninguna varios varias algunos algunas',
    ],
    [['determiner', 'possessive'], 'su sus mi mis tu tus nuestro nuestra nuestros nuestras'],
    [
      ['preposition'],
      'de a en por con para sin sobre entre hasta desde contra durante tras ante bajo hacia según mediante del al',
    ],
    [['subjectPronoun'], 'él ella ellos ellas nosotros yo usted ustedes'],
    [['objectPronoun'], 'le les lo se me te nos'],
    [['coordinator'], 'y e o u pero ni sino'],
    [['subordinator'], 'cuando porque aunque si como mientras donde pues'],
    [['relative'], 'quien quienes cual cuales cuyo'],
    [['that'], 'que'],
    [['adverb'], 'también ya aún todavía siempre nunca muy más no ayer hoy mañana además luego después entonces así'],
    [['negation'], 'no nunca ni'],
    [
      ['title'],
      `señor señora sr sra don doña dr dra presidente presidenta ministro ministra primer primera secretario secretaria senador senadora diputado diputada alcalde alcaldesa director directora
      jefe jefa portavoz vocero vocera fiscal juez jueza abogado abogada profesor profesora doctor doctora rey reina príncipe princesa papa embajador gobernador gobernadora líder canciller expresidente
      candidato candidata general coronel analista economista experto experta investigador`,
    ],
    [['time'], 'lunes martes miércoles jueves viernes sábado domingo semana mes año día mañana tarde noche ayer'],
    [
      ['month', 'time'],
      'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
    ],
    [['abbreviation'], 'sr sra srta dr dra d ud uds etc núm pág av art'],
    [
      ['work'],
      'película libro novela canción álbum disco serie programa artículo periódico revista documental obra ópera juego cuadro titulado titulada exposición',
    ],
    [['coinage'], 'llamado llamada llamados llamadas denominado denominada término palabra apodado'],
    [
      ['verb'],
      'hizo hace tiene tenía tuvo viene puso pone dio da llegó queda sigue lleva llevó muestra mostró empezó comenzó',
    ],
    [['statement'], 'declaración comunicado discurso entrevista afirmación acusación'],
  ],
  ...spanishFigures,
  genders: {
    masculine:
      'señor sr don dr presidente ministro secretario senador diputado alcalde director vocero juez abogado rey príncipe embajador gobernador candidato experto',
    feminine:
      'señora sra doña dra presidenta ministra secretaria senadora diputada alcaldesa directora jefa vocera jueza abogada reina princesa gobernadora candidata experta',
  },
  sourcePhrases: ['según', 'de acuerdo con', 'en palabras de', 'a juicio de', 'en opinión de'],
  openingSourcePhrases: ['para'],
  cuePhrases: ['hizo hincapié', 'puso de relieve', 'dio a conocer', 'dejó claro', 'hizo saber'],
  joiningPrepositions: 'de del en para a al',
  endings: { past: [], adverb: ['mente'], plural: ['s'] },
  plainTitles: true,
  objectFirst: true,
  dropsSubject: true,
  citesWithin: true,
  inwardGuillemets: false,
  closesWithLeftMark: false,
};
