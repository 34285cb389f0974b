import { SeededRandom } from './seededRandom';

/** How an article was made of another one of its story. */
export type MadeBy = 'copy' | 'retouched' | 'abridged' | 'agency';
/** What became of a quote on its way into another article. */
export type QuoteFate = 'verbatim' | 'trimmed' | 'altered' | 'paraphrase';

/** A quote as it stands in an article, without its marks. */
export interface MadeQuote {
  /** What was said: quotes with one number are one, however they are worded. */
  readonly said: number;
  readonly fate: QuoteFate | 'whole';
  readonly words: string;
}

/** A figure as it stands in an article. */
export interface MadeFigure {
  readonly thing: 'hurt' | 'cost';
  readonly words: string;
  /** Whether it can be true beside the story's first figure. */
  readonly agrees: boolean;
}

/** A made article and the truth about it. */
export interface MadeArticle {
  readonly id: string;
  readonly text: string;
  readonly story: number;
  /** The article whose text it has, and how it was made of it. */
  readonly source?: { readonly id: string; readonly by: MadeBy };
  readonly quotes: readonly MadeQuote[];
  readonly figures: readonly MadeFigure[];
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

const SYLLABLES = words(
  'ba den fol gri kel lom mar nis pol ran sed tal ven wist or ul im ar es ek dra sho lin mo pa qui ro su te va',
);
const FIRST_NAMES = words(
  'Ada Berit Clara Dorit Edda Frida Gesa Hanne Ivo Jonas Karl Lars Milo Nils Otto Piet Rasmus Sven Tom Uwe Vera Wanda Yara Zoe',
);
const NOUNS =
  words(`bridge harbour factory school hospital market station road library museum forest river tunnel airport stadium warehouse refinery pipeline dam
  theatre village island orchard vineyard reactor laboratory archive depot quarry mill brewery printing-house lighthouse canal ferry tram railway
  budget report contract survey licence permit lease petition hearing inquiry tender strategy programme scheme deadline agenda charter bylaw clause
  roof engine cable valve pump fence gate tower cellar staircase platform crane lorry container generator turbine battery sensor camera`);
const PEOPLE =
  words(`residents workers fishers farmers teachers nurses drivers students tenants sailors miners volunteers engineers inspectors passengers
  shopkeepers pensioners parents neighbours visitors auditors bakers carpenters clerks gardeners beekeepers librarians`);
const ADJECTIVES =
  words(`old new narrow wide northern southern eastern western wooden broken flooded public private municipal regional unfinished abandoned
  expensive modest crowded empty damaged restored temporary permanent hidden official secret annual early late heavy fragile steep shallow rusty`);
const VERBS = words(
  'repair replace inspect close reopen sell rebuild measure abandon defend extend finance photograph paint insure relocate shelter rename',
);
const MANNERS = words('quietly openly reluctantly carefully hastily gladly publicly formally gradually repeatedly');
const KINDS = [
  'fire',
  'flood',
  'strike',
  'collapse',
  'vote',
  'trial',
  'merger',
  'outbreak',
  'collision',
  'theft',
] as const;
const HAPPENED: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  fire: ['a fire broke out in', 'flames destroyed part of', 'a blaze swept through'],
  flood: ['water poured into', 'a flood reached', 'the river spilled over into'],
  strike: ['work stopped at', 'a walkout shut', 'staff laid down their tools at'],
  collapse: ['a roof came down at', 'a wall gave way at', 'part of the building collapsed at'],
  vote: ['the council voted on', 'a ballot decided the future of', 'members cast their votes about'],
  trial: ['a trial opened about', 'judges heard the case of', 'the court began to look into'],
  merger: ['two owners joined forces at', 'a takeover was agreed for', 'a merger was announced at'],
  outbreak: ['an illness spread at', 'doctors reported infections at', 'a virus was found at'],
  collision: ['two vehicles collided near', 'a crash blocked the way to', 'a lorry ran into a tram at'],
  theft: ['thieves broke into', 'valuable goods vanished from', 'burglars emptied'],
};
/** Other words for what quotes are made of: a paraphrase uses them. Not the product's own list. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['repair', ['mend', 'fix']],
  ['close', ['shut']],
  ['sell', ['dispose of']],
  ['rebuild', ['reconstruct']],
  ['old', ['ageing']],
  ['new', ['recent']],
  ['expensive', ['costly']],
  ['promised', ['pledged']],
  ['wait', ['hold out']],
  ['money', ['funds']],
  ['begin', ['start']],
  ['ask', ['question']],
  ['harbour', ['port']],
  ['hospital', ['clinic']],
  ['school', ['schoolhouse']],
  ['nobody', ['not a single person']],
  ['believe', ['think']],
  ['before', ['until after']],
]);
const FORMS = [
  (r: Pick) =>
    `we will not ${r(VERBS)} the ${r(ADJECTIVES)} ${r(NOUNS)} before the ${r(PEOPLE)} have seen the ${r(NOUNS)}`,
  (r: Pick) =>
    `nobody asked the ${r(PEOPLE)} whether the ${r(NOUNS)} was worth a ${r(ADJECTIVES)} ${r(NOUNS)} and a ${r(NOUNS)}`,
  (r: Pick) =>
    `I believe that the ${r(ADJECTIVES)} ${r(NOUNS)} belongs to the ${r(PEOPLE)} and not to those who ${r(VERBS)} a ${r(NOUNS)}`,
  (r: Pick) =>
    `our ${r(PEOPLE)} were promised a ${r(NOUNS)}, and what they got is a ${r(ADJECTIVES)} ${r(NOUNS)} without a ${r(NOUNS)}`,
  (r: Pick) =>
    `the money for the ${r(NOUNS)} was spent on a ${r(ADJECTIVES)} ${r(NOUNS)} that the ${r(PEOPLE)} never wanted`,
  (r: Pick) =>
    `if the ${r(PEOPLE)} have to wait for the ${r(NOUNS)}, then we must ${r(VERBS)} the ${r(ADJECTIVES)} ${r(NOUNS)} at once`,
  (r: Pick) =>
    `you can ${r(VERBS)} a ${r(NOUNS)} in a week, but you cannot ${r(VERBS)} the trust of ${r(ADJECTIVES)} ${r(PEOPLE)}`,
  (r: Pick) =>
    `the ${r(NOUNS)} stood there ${r(MANNERS)} for years, and only the ${r(PEOPLE)} knew that the ${r(NOUNS)} was ${r(ADJECTIVES)}`,
];
const FILLERS = [
  (r: Pick) => `The ${r(ADJECTIVES)} ${r(NOUNS)} had been waiting for a ${r(NOUNS)} since the ${r(PEOPLE)} left.`,
  (r: Pick) =>
    `Many ${r(PEOPLE)} remember how the ${r(NOUNS)} was ${r(MANNERS)} turned into a ${r(ADJECTIVES)} ${r(NOUNS)}.`,
  (r: Pick) =>
    `A ${r(NOUNS)} near the ${r(NOUNS)} was ${r(MANNERS)} handed over to ${r(PEOPLE)} from the ${r(ADJECTIVES)} quarter.`,
  (r: Pick) =>
    `Between the ${r(NOUNS)} and the ${r(ADJECTIVES)} ${r(NOUNS)} there is room for ${r(PEOPLE)}, and for a ${r(NOUNS)}.`,
  (r: Pick) =>
    `Plans to ${r(VERBS)} the ${r(NOUNS)} and to ${r(VERBS)} the ${r(ADJECTIVES)} ${r(NOUNS)} are being looked at by ${r(PEOPLE)}.`,
  (r: Pick) =>
    `It was ${r(MANNERS)} said among ${r(PEOPLE)} that a ${r(ADJECTIVES)} ${r(NOUNS)} costs more than a ${r(NOUNS)}.`,
  (r: Pick) =>
    `Last winter ${r(PEOPLE)} had to ${r(VERBS)} the ${r(NOUNS)} because of the ${r(ADJECTIVES)} ${r(NOUNS)}.`,
  (r: Pick) =>
    `For the ${r(PEOPLE)} of the ${r(ADJECTIVES)} ${r(NOUNS)}, little has changed; the ${r(NOUNS)} is still there.`,
];
const CUES = words('said added explained argued insisted');
const OUTLETS = words('Courier Herald Gazette Dispatch Observer Tribune Chronicle Standard Sentinel Echo Argus Beacon');

type Pick = (list: readonly string[]) => string;

interface Person {
  readonly name: string;
  readonly role: string;
}

interface Event {
  readonly story: number;
  readonly kind: (typeof KINDS)[number];
  readonly place: string;
  readonly site: string;
  readonly persons: readonly Person[];
  readonly said: readonly { readonly number: number; readonly words: string; readonly by: Person }[];
  readonly hurt: number;
  readonly cost: number;
  readonly date: string;
}

/** Makes `count` articles, story by story in mixed order, the same for the same seed. Holds one story at a time. */
export function* generatedCorpus(count: number, seed: number): Generator<MadeArticle, void> {
  const random = new SeededRandom(seed);
  let made = 0;
  let said = 0;
  for (let story = 0; made < count; story++) {
    const event = newEvent(random, story, said);
    said += event.said.length;
    const originals: MadeArticle[] = [];
    const size = Math.min(count - made, sizeOf(random));
    for (let at = 0; at < size; at++) {
      const id = `${String(made++).padStart(6, '0')}`;
      const isMadeOf = originals.length > 0 && random.below(4) === 0;
      const article = isMadeOf
        ? remade(random, id, random.pick(originals))
        : written(random, id, event, originals.length === 0);
      if (!isMadeOf) originals.push(article);
      yield article;
    }
  }
}

/** Most stories are told by few. */
const sizeOf = (random: SeededRandom): number => random.pick([1, 1, 1, 2, 2, 3, 4, 6, 9]);

function newEvent(random: SeededRandom, story: number, firstSaid: number): Event {
  const pick: Pick = list => random.pick(list);
  const name = (): string => capital(Array.from({ length: 2 + random.below(2) }, () => pick(SYLLABLES)).join(''));
  const persons = ['mayor', 'union leader', 'manager', 'police chief'].map(role => ({
    name: `${pick(FIRST_NAMES)} ${name()}`,
    role,
  }));
  const place = name();
  const day = 1 + random.below(28);
  const month = 1 + random.below(12);
  return {
    story,
    kind: random.pick(KINDS),
    place,
    site: `the ${pick(ADJECTIVES)} ${pick(NOUNS)} of ${place}`,
    persons,
    said: Array.from({ length: 6 }, (_, at) => ({
      number: firstSaid + at,
      words: random.pick(FORMS)(pick),
      by: random.pick(persons),
    })),
    hurt: 3 + random.below(60),
    cost: 10 * (11 + random.below(80)),
    date: `20${15 + random.below(10)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  };
}

/** An article of its own. The first of a story has all quotes and figures as they are. */
function written(random: SeededRandom, id: string, event: Event, isFirst: boolean): MadeArticle {
  const pick: Pick = list => random.pick(list);
  const { place, site, persons, kind } = event;
  const quotes: MadeQuote[] = [];
  const figures: MadeFigure[] = [];
  const paragraphs: string[] = [
    `${capital(pick(HAPPENED[kind]))} ${site}, the ${pick(OUTLETS)} has learned. ${random.pick(FILLERS)(pick)}`,
  ];
  for (const { number, words: said, by } of event.said) {
    if (!isFirst && random.below(3) === 0) continue;
    const quote = isFirst ? { said: number, fate: 'whole' as const, words: said } : reworded(random, number, said);
    quotes.push(quote);
    const cue = pick(CUES);
    const text = capital(quote.words);
    const attributed =
      random.below(2) === 0
        ? `“${text},” ${cue} ${by.name}, the ${by.role} of ${place}.`
        : `${by.name} ${cue}: “${text}.”`;
    paragraphs.push(`${attributed} ${random.pick(FILLERS)(pick)}`);
  }
  const hurt = isFirst
    ? { thing: 'hurt' as const, words: `${event.hurt} ${'people'}`, agrees: true }
    : hurtFigure(random, event.hurt);
  const cost = isFirst
    ? { thing: 'cost' as const, words: `${event.cost} million euros`, agrees: true }
    : costFigure(random, event.cost);
  figures.push(hurt, cost);
  paragraphs.push(
    `In ${place}, ${hurt.words} were hurt at ${site}, according to ${persons[3]!.name}. ${random.pick(FILLERS)(pick)}`,
  );
  paragraphs.push(
    `The damage to ${site} in ${place} will cost ${cost.words}, ${persons[2]!.name} estimated. ${random.pick(FILLERS)(pick)}`,
  );
  while (paragraphs.length < 12) {
    const fill = Array.from({ length: 2 }, () => random.pick(FILLERS)(pick)).join(' ');
    paragraphs.splice(
      1 + random.below(paragraphs.length),
      0,
      `${fill} ${pick(persons.map(person => person.name))} was in ${place}.`,
    );
  }
  const title = `${capital(kind)} in ${place}: what is known of ${site}`;
  const front = random.below(4) === 0 ? '' : `---\ntitle: ${title}\ndate: ${event.date}\n---\n\n`;
  return { id, text: `${front}${title}\n\n${paragraphs.join('\n\n')}\n`, story: event.story, quotes, figures };
}

function reworded(random: SeededRandom, number: number, said: string): MadeQuote {
  const list = said.split(' ');
  switch (random.below(5)) {
    case 0: {
      const length = Math.ceil(list.length * (0.5 + random.below(30) / 100));
      return { said: number, fate: 'trimmed', words: list.slice(0, length).join(' ').replace(/,$/, '') };
    }
    case 1: {
      const changed = [...list];
      for (let times = 1 + random.below(2); times > 0; times--) {
        const at = 1 + random.below(changed.length - 2);
        if (random.below(3) === 0) changed.splice(at, 1);
        else changed[at] = random.pick(random.below(2) === 0 ? NOUNS : ADJECTIVES);
      }
      const altered = changed.join(' ');
      return { said: number, fate: altered === said ? 'verbatim' : 'altered', words: altered };
    }
    case 2: {
      const reordered = said.replace(/^(.*?), (and|but|then) (.*)$/, '$3, $2 $1').split(' ');
      const other = reordered.map(word => (SYNONYMS.has(word) ? random.pick(SYNONYMS.get(word)!) : word));
      const dropped = other.filter(word => !['the', 'a', 'have', 'was'].includes(word) || random.below(2) === 0);
      return { said: number, fate: 'paraphrase', words: `as I told you, ${dropped.join(' ')}` };
    }
    default:
      return { said: number, fate: 'verbatim', words: said };
  }
}

function hurtFigure(random: SeededRandom, hurt: number): MadeFigure {
  const figure = (text: string, agrees: boolean): MadeFigure => ({ thing: 'hurt', words: `${text} people`, agrees });
  switch (random.below(5)) {
    case 0:
      return figure(`at least ${Math.max(2, hurt - 1 - random.below(2))}`, true);
    case 1:
      return figure(`${hurt + 6 + random.below(9)}`, false);
    case 2:
      return figure(`more than ${hurt + 5}`, false);
    case 3:
      return figure(`about ${hurt}`, true);
    default:
      return figure(`${hurt}`, true);
  }
}

function costFigure(random: SeededRandom, cost: number): MadeFigure {
  const figure = (text: string, agrees: boolean): MadeFigure => ({ thing: 'cost', words: text, agrees });
  switch (random.below(4)) {
    case 0:
      return figure(`nearly ${cost + 5} million euros`, true);
    case 1:
      return figure(`${Math.round(cost * 1.4)} million euros`, false);
    case 2:
      return figure(`€${cost}m`, true);
    default:
      return figure(`${cost} million euros`, true);
  }
}

/** A text that was made of another one. */
function remade(random: SeededRandom, id: string, of: MadeArticle): MadeArticle {
  const by = random.pick<MadeBy>(['copy', 'retouched', 'abridged', 'agency']);
  const body = of.text.replace(/^---[\s\S]*?---\n\n/, '');
  const paragraphs = body.trim().split('\n\n');
  const made = { copy: asPage, retouched, abridged, agency }[by](random, paragraphs);
  return { id, text: `${made}\n`, story: of.story, source: { id: of.id, by }, quotes: [], figures: [] };
}

/** The same text as a saved web page. */
const asPage = (random: SeededRandom, paragraphs: readonly string[]): string =>
  [
    'Skip to content',
    `Home » News » ${random.pick(OUTLETS)}`,
    ...paragraphs.slice(0, 4),
    'You may also like',
    ...paragraphs.slice(4),
    'Leave a Comment',
    'Save my name in this browser for the next time I comment.',
    'This website uses cookies to improve your experience. Accept Read More',
  ].join('\n\n');

/** One word in thirty is another one. */
const retouched = (random: SeededRandom, paragraphs: readonly string[]): string =>
  paragraphs
    .map(paragraph =>
      paragraph
        .split(' ')
        .map(word => (random.below(30) === 0 ? random.pick(ADJECTIVES) : word))
        .join(' '),
    )
    .join('\n\n');

const abridged = (random: SeededRandom, paragraphs: readonly string[]): string =>
  paragraphs.slice(0, Math.ceil(paragraphs.length * (0.35 + random.below(30) / 100))).join('\n\n');

/** A paper's own beginning and end around most of an agency's text. */
function agency(random: SeededRandom, paragraphs: readonly string[]): string {
  const pick: Pick = list => random.pick(list);
  const own = (): string => Array.from({ length: 3 }, () => random.pick(FILLERS)(pick)).join(' ');
  const kept = paragraphs.slice(1, Math.ceil(paragraphs.length * 0.7));
  return [`From the ${pick(NOUNS)} desk`, own(), ...kept, own(), own()].join('\n\n');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
