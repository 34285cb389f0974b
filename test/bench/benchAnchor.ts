import { describeAnchor } from '../../src/core/anchor/describeAnchor';
import { isSure } from '../../src/core/anchor/resolution';
import { resolveAnchors } from '../../src/core/anchor/resolveAnchor';
import { STRENGTHS } from './anchor/newsroomEdits';
import { precision, recall, reviseAll, type Tally, total } from './anchor/revisions';
import { readArticles } from './anchor/trackedArticles';
import { loadText, tellFigure } from './figures';
import { newsText } from './newsText';
import { SeededRandom } from './seededRandom';

const GENERATED = 30;
const ROUNDS = 3;
const LONG = 200_000;
const ANNOTATIONS = 1000;

/** Prints how many passages are found again after newsroom edits, beside Hypothesis' way, and how long it takes. Returns the exit code. */
export function benchAnchor(): Promise<number> {
  console.log(loadText());
  const generated = Array.from({ length: GENERATED }, (_, i) => newsText(2000 + 300 * i, 20 + 2 * i, i + 1));
  const articles = [...readArticles(), ...generated];
  for (const strength of STRENGTHS) {
    const tallies = new Map(
      [...Array(ROUNDS).keys()].flatMap(round =>
        [...reviseAll(articles, strength, round + 1)].map(([name, tally]) => [`${name}#${round}`, tally] as const),
      ),
    );
    console.log(`\n${strength.padEnd(32)}Pressmark: precision, recall      Hypothesis: precision, recall`);
    const names = new Set([...tallies.keys()].map(name => name.split('#')[0]!));
    for (const name of names) {
      const rounds = new Map([...tallies].filter(([key]) => key.startsWith(`${name}#`)));
      console.log(`  ${name.padEnd(30)}${figures(total(rounds, 'ours'))}${figures(total(rounds, 'hypothesis'))}`);
    }
    const [ours, theirs] = [total(tallies, 'ours'), total(tallies, 'hypothesis')];
    console.log(`  ${'all'.padEnd(30)}${figures(ours)}${figures(theirs)}`);
    for (const [name, of] of [
      ['precision', precision],
      ['recall', recall],
    ] as const)
      tellFigure({
        bench: 'anchor',
        what: `Passages found again after ${strength} revision: ${name}`,
        unit: '%',
        values: { Pressmark: 100 * of(ours), 'Hypothesis’ way': 100 * of(theirs) },
        lessIsBetter: false,
      });
  }
  time();
  return Promise.resolve(0);
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`.padStart(10);

const figures = (tally: Tally): string =>
  `${percent(precision(tally))}${percent(recall(tally))}${`(${tally.right + tally.missed})`.padStart(9)}  `;

/** 1,000 annotations in a long article of which every sentence was rewritten. */
function time(): void {
  const first = newsText(LONG, 2000);
  const random = new SeededRandom(7);
  const sentences = [...first.matchAll(/[^\s.!?][^.!?\n]{20,}[.!?]+[”"’]?/g)];
  const spans = Array.from({ length: ANNOTATIONS }, (_, i) => {
    const { index, 0: words } = sentences[Math.floor(((i + 0.5) / ANNOTATIONS) * sentences.length)]!;
    return { start: index, end: index + words.length };
  });
  const anchors = spans.map(span => describeAnchor(first, span));
  const texts = {
    'every third word is another': first.replace(/\p{L}{4,}/gu, word =>
      random.below(3) ? word : `${word.slice(0, 2)}on`,
    ),
    'a word of every sentence is another': first.replace(/(\p{L}+ \p{L}+ \p{L}+) \p{L}+/gu, '$1 zone'),
    'pushed down by a new lead': `A new lead.\n\n${first}`,
    'quite another article': newsText(LONG, 2000, 99),
  };
  console.log(
    `\nResolving ${ANNOTATIONS} annotations in ${LONG / 1000} kB, milliseconds: the least and the median of seven runs`,
  );
  for (const [name, text] of Object.entries(texts)) {
    const times: number[] = [];
    let sure = 0;
    for (let run = 0; run < 7; run++) {
      const started = performance.now();
      sure = resolveAnchors(text, anchors).filter(isSure).length;
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    tellFigure({
      bench: 'anchor',
      what: `${ANNOTATIONS} annotations in ${LONG / 1000} kB, ${name}`,
      unit: 'ms',
      values: { Pressmark: times[3]! },
      aim: 'under 300',
      lessIsBetter: true,
    });
    console.log(
      `  ${name.padEnd(38)}${times[0]!.toFixed(0).padStart(5)}${times[3]!.toFixed(0).padStart(6)}   ${sure} are sure`,
    );
  }
}
