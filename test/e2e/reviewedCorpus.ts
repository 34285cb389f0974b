import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { describeAnchor } from '../../src/core/anchor/describeAnchor';
import { type Credibility, type Reliability } from '../../src/core/annotation/model';
import { detect } from '../../src/core/detect/detect';
import { editSidecar } from '../../src/core/sidecar/editSidecar';
import { canonicalText } from '../../src/core/text/canonicalText';

const TARGETS = { h: 'harbour expansion', f: 'Lucan Ferrin', s: 'seabed survey', t: 'TolmLine' } as const;
const STANCES = { '+': 'favor', '-': 'against', '=': 'neutral', '?': 'unclear' } as const;

/**
 * What two annotators say of the quotes of each article, in their order: stance, target, grade (`-hB2`), or nothing (`.`). Titles and
 * reported speech are left out. The second one's come after a bar.
 */
const JUDGEMENTS: Readonly<Record<string, string>> = {
  'averne-dispatch/2025-05-16-minister-to-fishermen.txt': '+fD4 ?hD4 =hD5 +hD5 -hD5 -hC3 | =fD4 ?hD5 =hD5 +hD4 . -hC3',
  'fanal-averne/2025-05-21-collision-ferry.txt': '=tB1 =tB2 -tC4 ?tC4 | =tB1 =tB2 -tC3 ?tC4',
  'kesslaender-bote/2025-05-15-hafenausbau-skerrow.txt':
    '=hC2 +hC2 =hC3 -hC3 -hB2 -hB2 -fB3 | =hC2 +hC2 +hC3 -hC3 -hB2 -hB3 -fB3',
  'lorrin-press-agency/2025-05-12-seabed-survey.txt': '. . =sA2 -sC4 -hB2',
  'lorrin-press-agency/2025-05-20-ferry-collision.txt': '=tB1 =tB1 +tC3 =tB2 =tB1 -tB2',
  'tolm-online/2025-05-12-seabed-survey.txt': '-hB2 -hB2 -sD5 =sC3 -sC4 -hB3',
  'tolm-online/2025-05-17-fishers-march.txt': '+hD4 -hC3 -fD3 +hD4',
  'tolm-online/2025-05-20-ferry-live.txt': '=tD4 -tE4 -tE5 =tF6 +tD4 -tC3 -hC3',
  'averne-review/2025-05-22-grey-heron.md': '+tC3 =tC3 -tB2 -tB2 -tB3 +tC4 +tC4 =tB2',
  'averne-review/2025-05-24-the-sound-in-figures.md': '-hB3',
  'skerrow-courier/2025-05-14-harbour-interview.md': '. +hC2 +hC3 . +hC3 =hC3 . | ?hC2 +hC2 =hC3 =hC3 +hC3 =hC4 -fB1',
  'skerrow-courier/2025-05-18-progress-they-call-it.md': '-hB3 -hB3 -hB3 -fB2 -hB3 -fC3 -hC3 -fC3',
};

/** Annotates a copy of the samples to the end, as two people would have it. */
export async function reviewCorpus(folder: string): Promise<void> {
  for (const [article, judgements] of Object.entries(JUDGEMENTS)) {
    const text = canonicalText(await readFile(path.join(folder, article), 'utf8'));
    const quotes = detect(text).quotes.filter(({ type }) => type !== 'title' && type !== 'indirect');
    const sidecar = path.join(folder, `${article}.pressmark.yaml`);
    let source = existsSync(sidecar) ? await readFile(sidecar, 'utf8') : undefined;
    for (const [who, part] of judgements.split(' | ').entries()) {
      for (const [at, judgement] of part.split(' ').entries()) {
        const quote = quotes[at];
        if (judgement === '.' || !quote) continue;
        const [stance, target, reliability, credibility] = judgement as unknown as [
          keyof typeof STANCES,
          keyof typeof TARGETS,
          Reliability,
          string,
        ];
        const time = '2025-05-26T09:00:00Z';
        const annotation = {
          ...describeAnchor(text, quote),
          id: `${'pq'[who]!}${String(quote.start).padStart(7, '0')}`,
          stance: STANCES[stance],
          target: TARGETS[target],
          reliability,
          credibility: Number(credibility) as Credibility,
          author: ['Ines Holm', 'Theo Maddern'][who]!,
          created: time,
          updated: time,
        };
        const edited = editSidecar(
          source,
          { kind: 'add', annotation },
          { articleName: path.basename(article), facts: {} },
        );
        if (edited.kind !== 'edited') throw new Error(`${article}: ${judgement}: ${edited.kind}`);
        source = edited.source;
      }
    }
    if (source !== undefined) await writeFile(sidecar, source);
  }
}
