import { englishFigures } from './englishFigures';
import { regularVerbs } from './englishVerbs';
import { type LanguageTable } from './languageTable';

const SPEECH = regularVerbs(
  `acknowledge add admit affirm agree allege announce answer argue assert boast caution charge claim clarify comment complain concede
  conclude confess confirm contend counter declare demand deny disclose echo elaborate emphasize emphasise enthuse estimate
  exclaim explain fume gripe hint imply indicate insist interject intone joke lament maintain mention muse mutter note object observe
  offer opine plead pledge predict proclaim promise pronounce propose protest quip reason recall recommend recount reflect reiterate
  remark repeat reply report request respond retort reveal scoff shout snap speculate stress suggest surmise testify threaten
  thunder tweet underline underscore urge venture volunteer vow wonder yell post confide deadpan crow summarize summarise quote
  rejoin chide scream whisper signal advocate blog pray preach sneer grumble cite detail outline bemoan marvel assess advise chant cry apologize apologise
  aver attest avow bellow brag concur decree demur disagree elucidate exhort forewarn holler inquire enquire insinuate murmur mumble narrate persist
  postulate recite recollect relay snarl stammer stipulate theorize theorise utter verify whine deduce hypothesize specify kid`,
);
const SPEECH_TO_HEARER = regularVerbs(
  'advise ask assure caution inform instruct notify persuade remind urge warn reassure alert',
);
const THOUGHT = regularVerbs(
  `appreciate assume believe conclude consider decide determine discover doubt expect fear hope imagine learn notice prefer presume realize realise
  recognize recognise regret suspect want wish worry conceive anticipate envision envisage dream desire guess reckon trust plan intend refuse decline prefer favor favour oppose support endorse welcome hate dislike admire advocate approve propose consider anticipate disapprove disagree`,
);
const NAMING = regularVerbs(
  `accuse blast brand call characterize characterise condemn criticize criticise decry denounce deride describe dismiss dub hail label
  lambaste liken mock applaud bash berate castigate champion chastise chide commend compliment congratulate contradict decry defend denigrate deplore disavow discuss dispute disparage disown extol frame highlight insult lament laud promote rebuff rebuke rebut refute regard reject renounce reprimand repudiate ridicule scold shun skewer thank trumpet express voice reaffirm reiterate articulate invoke name portray praise ridicule slam slammed term tout bill depict deem introduce identify position nickname caricature categorize categorise designate pronounce`,
);

const QUOTING = regularVerbs(
  `continue react laugh smile sigh nod grin groan moan mock start finish end open recite tease repeat sob weep shrug praise gush fire
  chuckle interrupt quote headline scrawl chip proceed wail scold implore beg coax exhort correct agree enthuse probe prod beseech vent rant rave cry yell scream holler coach list`,
);

/** Verbs of saying and thinking with the word that leads to what they are about. */
const VERB_LEADS: readonly (readonly [verbs: string, leads: string])[] = [
  ['complain boast brag joke warn worry fret wonder rant', 'about'],
  ['complain boast warn', 'of'],
  ['warn argue lobby campaign rail inveigh protest', 'against'],
  ['lobby advocate argue apologize apologise press plead vouch', 'for'],
  ['agree disagree concur sympathize sympathise', 'with'],
  ['believe', 'in'],
  ['hint marvel', 'at'],
  ['insist elaborate expound', 'on'],
  ['object allude', 'to'],
];
const VERB_PHRASES = VERB_LEADS.flatMap(([verbs, leads]) => {
  const { finite, base, gerund } = regularVerbs(verbs);
  return `${finite} ${base} ${gerund}`.split(' ').flatMap(verb => leads.split(' ').map(lead => `${verb} ${lead}`));
});

/** Nouns of saying and thinking, each with the words that lead to what they are about. */
const NOUN_LEADS: readonly (readonly [nouns: string, leads: string])[] = [
  ['support praise admiration contempt disdain enthusiasm preference sympathy', 'for'],
  ['support', 'of'],
  ['opposition objection objections resistance', 'to'],
  [
    'criticism critique condemnation denunciation defense defence endorsement rejection denial praise approval disapproval description',
    'of',
  ],
  ['attack attacks', 'on'],
  [
    'concern concerns question questions doubt doubts skepticism scepticism worry worries anxiety fears anger complaint complaints debate debates',
    'about over',
  ],
  [
    'remark remarks comment comments statement statements claim claims warning warnings views speculation talk rumor rumors rumour rumours discussion',
    'about',
  ],
  ['comments statement statements views stance position', 'on'],
  [
    'fear fears hope hopes claim claims allegation allegations accusation accusations reports warnings suggestion suggestions talk prospect view',
    'of',
  ],
  ['call calls demand demands hope hopes desire', 'for'],
  ['belief faith confidence interest', 'in'],
  ['frustration disappointment dissatisfaction', 'with'],
];
const NOUNS = NOUN_LEADS.map(([nouns]) => nouns).join(' ');

/** Of things these do, not say, something: they report only clauses ("added that", not "added rooms"). */
const CLAUSE_ONLY =
  'add adds added adding maintain maintains maintained maintaining offer offers offered offering reflect reflects reflected reflecting find finds finding name names named naming answer answers answered answering respond responds responded responding reason reasons declare post posts posted posting state state stating threaten signal signals';

const MONTHS = 'january february march april may june july august september october november december';

/** English: what is said by whom, and how figures are written. */
export const en: LanguageTable = {
  language: 'en',
  signature: `
    said above below doing done get gets getting give given go goes going got hers least less made make makes making more need new next off ours own put
    really same say saying says see seen take taken theirs time told two use used want way years yours according added weeks day days months second three
    s t re ve ll d m war son plus solo era sin men`,
  letters: '',
  words: [
    [
      ['speech', 'finite'],
      `said says stated states say write ruled emailed texted messaged argue insist admit acknowledge suggest agree explain told tells wrote writes swore swears ${SPEECH.finite}`,
    ],
    [['speech', 'base'], `say tell write swear ${SPEECH.base}`],
    [['speech', 'gerund'], `saying stating telling writing swearing ${SPEECH.gerund}`],
    [
      ['hearer'],
      `told tell tells telling asked ask ${SPEECH_TO_HEARER.finite} ${SPEECH_TO_HEARER.base} ${SPEECH_TO_HEARER.gerund}`,
    ],
    [['speech', 'finite'], SPEECH_TO_HEARER.finite],
    [['speech', 'base'], SPEECH_TO_HEARER.base],
    [['speech', 'gerund'], SPEECH_TO_HEARER.gerund],
    [
      ['thought', 'finite'],
      `thought think believe mean want oppose reject know seek prefer expect assume suppose thinks knew knows felt feels found finds saw sees understood understands showed shows sought seeks forgot forgets ${THOUGHT.finite}`,
    ],
    [['thought', 'base'], `think know feel find see understand show seek ${THOUGHT.base}`],
    [['thought', 'gerund'], `thinking knowing feeling finding seeing understanding showing seeking ${THOUGHT.gerund}`],
    [
      ['naming', 'finite'],
      `attacked blamed blames questioned challenged backed hammered viewed addressed compared ${NAMING.finite}`,
    ],
    [['naming', 'base'], NAMING.base],
    [
      ['naming', 'gerund'],
      `attacking blaming questioning challenging backing hammering viewing addressing comparing ${NAMING.gerund}`,
    ],
    [
      ['quoting', 'finite'],
      `means meant read reads spoke ran sang sings began begins came went goes shot ${QUOTING.finite}`,
    ],
    [['quoting', 'base'], 'read'],
    [['quoting'], CLAUSE_ONLY],
    [['quoting', 'gerund'], `meaning reading singing ${QUOTING.gerund}`],
    [['auxiliary', 'be'], "is are was were be been being am isn't aren't wasn't weren't"],
    [
      ['auxiliary'],
      `has have had having do does did will would can could may might must shall should doesn't don't didn't won't wouldn't can't couldn't
      hasn't haven't hadn't shouldn't mustn't cannot ought`,
    ],
    [
      ['determiner'],
      'the a an this that these those some any each every another both all no several many few most other such either neither',
    ],
    [['determiner', 'possessive'], 'his her its their our my your whose'],
    [
      ['preposition'],
      `of in on at by for from with to about over under after before during against among between into through without within across
      toward towards upon near despite except like since until amid following including behind beyond along around inside outside via per
      regarding concerning`,
    ],
    [
      ['subjectPronoun'],
      'he she they it i we you who one everyone everybody someone somebody anyone nobody many others some another both most few several all each neither',
    ],
    [['objectPronoun'], 'him her them me us himself herself themselves itself myself ourselves yourself whom it you'],
    [['coordinator'], 'and or but nor yet'],
    [
      ['subordinator'],
      `when while because although though if as since until unless whereas after before once where whether so how why what whatever than lest`,
    ],
    [['relative'], 'who which that whose whom where'],
    [['that'], 'that'],
    [
      ['adverb'],
      `also again later earlier then now once still already always never ever just even only often sometimes further too instead however
      moreover meanwhile nevertheless nonetheless thus therefore perhaps soon ago here there repeatedly publicly previously recently
      subsequently flatly simply not well much very quite rather almost indeed first last afterward afterwards together back out up down away
      today yesterday tomorrow tonight long twice since largely`,
    ],
    [['negation'], 'not never no nor neither'],
    [['infinitiveMarker'], 'to'],
    [
      ['title'],
      `mr mrs ms miss dr prof sir dame lord lady rev reverend fr sister brother saint st hon president vice prime minister chancellor premier
      secretary senator sen representative rep congressman congresswoman governor gov mayor judge justice general gen lieutenant lt colonel col
      captain capt major maj sergeant sgt admiral adm commander chief director chairman chairwoman chair chairperson ceo cfo coo founder co-founder
      professor doctor detective inspector officer constable sheriff deputy attorney ambassador envoy pope king queen prince princess cardinal
      bishop archbishop imam rabbi coach manager editor author analyst economist spokesman spokeswoman spokesperson leader head speaker
      commissioner councillor councilman councilwoman candidate nominee strategist adviser advisor aide counsel counselor pollster host
      anchor reporter correspondent journalist activist researcher scientist expert historian lawyer prosecutor superintendent principal
      trooper whip lawmaker legislator politician businessman billionaire mogul magnate tycoon frontrunner front-runner treasurer
      delegate official owner partner executive actor actress singer rapper comedian veteran officer whistleblower critic ex former
      republican democrat democratic democratic gop rival challenger incumbent opponent colleague running mate supporter`,
    ],
    [
      ['person'],
      `police officials authorities prosecutors investigators critics experts researchers analysts scientists lawmakers witnesses residents
      supporters government ministry department administration campaign party spokesman spokeswoman spokesperson agency company court commission committee council
      report study survey poll statement source sources`,
    ],
    [
      ['time'],
      'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun week month year morning afternoon evening night weekend today yesterday tomorrow tonight',
    ],
    [['month', 'time'], `${MONTHS} jan feb mar apr jun jul aug sept sep oct nov dec`],
    [
      ['abbreviation'],
      `mr mrs ms dr prof sen rep gov gen lt col capt maj sgt adm rev hon st jr sr vs etc inc ltd co corp no jan feb mar apr jun jul aug sept sep oct
      nov dec mass calif ariz fla tex ill ind pa va wis mich minn conn ala ark del ga kan ky la md miss mo mont neb nev okla ore tenn vt wash wyo
      approx dept est fig vol pp ed eds al`,
    ],
    [
      ['work'],
      `book film movie novel song album play poem essay article column editorial documentary series show program programme podcast paper
      newspaper magazine memoir track single musical opera painting handbook manual guide guidebook brochure leaflet pamphlet booklet exhibition ship video episode headline report sitcom drama chapter
      titled entitled hymn anthem story game autobiography biography sequel comedy piece ballad hit bestseller best-seller star actor actress host creator`,
    ],
    [
      ['term'],
      'term word words phrase so-called dubbed nicknamed known called termed expression slogan adjective noun letter moniker',
    ],
    [
      ['verb'],
      `became become becomes began begins came comes continued got gets gave gives goes went kept keeps left led leads made makes met meets put puts ran
      runs seemed seems set showed shows stood stands started starts stayed stopped took takes tried tries turned turns used won wins lost loses
      appeared appears appear seem helped helps held holds brought brings bought sent sends built paid pays read reads received released included includes
      followed follows allowed allows needed needs looks looked worked works lived lives died dies killed moved moves`,
    ],
    [
      ['statement'],
      `statement statements remarks remark comment comments claim claims allegation allegations belief assertion argument speech interview tweet
      letter email memo warning promise pledge suggestion view opinion hope fear concern concerns rumor rumors accusation report reports
      message post announcement question states ${NOUNS}`,
    ],
  ],
  ...englishFigures,
  genders: {
    masculine: 'mr sir lord king prince chairman spokesman businessman congressman councilman actor father brother fr',
    feminine:
      'mrs ms miss dame lady queen princess chairwoman spokeswoman businesswoman congresswoman councilwoman actress sister',
  },
  sourcePhrases: ['according to', 'in the words of', 'as per'],
  openingSourcePhrases: ['per'],
  cuePhrases: [
    ...VERB_PHRASES,
    'was quoted as saying',
    'were quoted as saying',
    'is quoted as saying',
    'been quoted as saying',
    'quoted as saying',
    'went on to say',
    'goes on to say',
    'pointed out',
    'points out',
    'pointing out',
    'point out',
    'made clear',
    'makes clear',
    'went on',
    'goes on',
    'referred to',
    'refers to',
    'referring to',
    'spoke of',
    'speaks of',
    'talked about',
    'talks about',
    'talked of',
    'thinks of',
    'spelled out',
    'pointed to',
    'points to',
    'pointing to',
    'called for',
    'calls for',
    'calling for',
    'called on',
    'calls on',
    'calling on',
    'pushed for',
    'put it',
    'puts it',
    'chimed in',
    'chimes in',
    'fired back',
    'fires back',
    'shot back',
    'hit back',
    'weighed in',
    'wrote about',
    'writes about',
    'asked about',
    'asked for',
    'stood by',
    'stands by',
    'sided with',
    'came out against',
    'took issue with',
    'thought about',
    'thinks about',
    'thinking about',
    'talking about',
    'talk about',
    'speak about',
    'swore off',
    'pushed back',
    'laid out',
    'lays out',
    'laying out',
    'focused on',
    'focuses on',
    'spoke about',
    'speaks about',
    'speaking about',
    'lashed out at',
  ],
  seemingPhrases: ['seem to', 'seems to', 'seemed to', 'appear to', 'appears to', 'appeared to'],
  nounPhrases: NOUN_LEADS.flatMap(([nouns, leads]) =>
    nouns.split(' ').flatMap(noun => leads.split(' ').map(lead => `${noun} ${lead}`)),
  ),
  joiningPrepositions: 'of for in at from with on near behind',
  endings: { past: ['ed'], adverb: ['ly'], plural: ['s'] },
  inwardGuillemets: false,
  closesWithLeftMark: false,
};
