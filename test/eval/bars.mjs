// Scores the built command line on the gold sets and fails where a figure is below its bar. Usage, after `npm run build`:
//   node test/eval/bars.mjs [FOLDER]      FOLDER holds evaluate.mjs and the sets; ../shared/eval unless given; absent: nothing to do
import { spawnSync } from 'node:child_process';
import console from 'node:console';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const folder = process.argv[2] ?? join('..', 'shared', 'eval');
const script = join(folder, 'evaluate.mjs');
if (!existsSync(script)) {
  console.log(`no ${script}: nothing to score`);
  process.exit(0);
}

const exact = row => 100 * row.exact.F1;
const taken = row => row.negatives.taken;
/** set, what, the figure's name, how to read it, at least (or at most, where `most`). */
const BARS = [
  ['corpus', 'quotes', 'exact F1', exact, 100],
  ['corpus', 'quotes', 'speaker', row => 100 * row.speaker.accuracy, 100],
  ['corpus', 'quotes', 'cue', row => 100 * row.cue.accuracy, 100],
  ['corpus', 'claims', 'exact F1', exact, 100],
  ['corpus', 'claims', 'value', row => 100 * row.value.accuracy, 100],
  ['gum-dev', 'claims', 'exact F1', exact, 89],
  ['gum-dev', 'claims', 'negatives taken', taken, 12, 'most'],
  ['gum-dev', 'claims', 'value', row => 100 * row.value.accuracy, 98],
  ['newsquant-dev', 'claims', 'exact F1', exact, 96.5],
  ['newsquant-dev', 'claims', 'negatives taken', taken, 8, 'most'],
  ['newsquant-dev', 'claims', 'value', row => 100 * row.value.accuracy, 98.5],
  ['recognizers-english', 'claims', 'overlap recall', row => 100 * row.overlap.R, 92.5],
  ['recognizers-english', 'claims', 'value', row => 100 * row.value.accuracy, 90],
  ['recognizers-german', 'claims', 'overlap recall', row => 100 * row.overlap.R, 89],
  ['recognizers-french', 'claims', 'overlap recall', row => 100 * row.overlap.R, 89],
  ['recognizers-spanish', 'claims', 'overlap recall', row => 100 * row.overlap.R, 89],
  ['polnear-dev', 'quotes', 'exact F1', exact, 97],
  ['polnear-dev', 'quotes', 'refused', row => row.negatives.refused, 55],
  ['polnear-dev', 'quotes', 'speaker', row => 100 * row.speaker.accuracy, 92],
  ['polnear-dev', 'quotes', 'cue', row => 100 * row.cue.accuracy, 90],
  ['gum-dev', 'quotes', 'exact F1', exact, 78],
  ['polnear-attr-dev', 'attributions', 'F1 at cover 0.3', row => 100 * row.coverage['0.3'].F1, 77],
  ['polnear-attr-dev', 'attributions', 'F1 at cover 0.8', row => 100 * row.coverage['0.8'].F1, 72],
  ['polnear-attr-dev', '  of speech', 'recall at cover 0.3', row => 100 * row.coverage['0.3'].R, 83],
  ['polnear-attr-dev', 'attributions', 'speaker', row => 100 * row.speaker.accuracy, 90],
  ['german-dev', 'quotes', 'exact F1', exact, 88],
  ['german-dev', 'quotes', 'speaker', row => 100 * row.speaker.accuracy, 77],
  ['german-dev', 'quotes', 'cue', row => 100 * row.cue.accuracy, 90],
];

const sets = [...new Set(BARS.map(([set]) => set))].join(',');
const run = spawnSync('node', [script, `--set=${sets}`, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
if (run.status !== 0) {
  console.error(run.stderr || run.stdout);
  process.exit(1);
}
const rows = JSON.parse(run.stdout);
let failed = 0;
for (const [set, what, name, read, bar, most] of BARS) {
  const row = rows.find(candidate => candidate.set === set && candidate.what === what);
  const figure = row ? read(row) : NaN;
  const passed = most ? figure <= bar : figure >= bar - 1e-9;
  if (!passed) failed++;
  console.log(
    `${passed ? 'ok  ' : 'FAIL'} ${set} ${what.trim()} ${name}: ${figure.toFixed(1)} (${most ? 'at most' : 'at least'} ${bar})`,
  );
}
console.log(`${BARS.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
