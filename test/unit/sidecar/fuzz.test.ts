import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type SidecarEdit } from '../../../src/core/annotation/model';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';
import { chooseAlternative } from '../../../src/core/sidecar/chooseAlternative';
import { mergeConflictMarkers } from '../../../src/core/sidecar/conflictMarkers';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { mergeSidecars } from '../../../src/core/sidecar/mergeSidecars';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { MAX_SIDECAR_LENGTH } from '../../../src/core/sidecar/readYaml';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { STARTS } from './branches';
import { hostileYaml } from './hostileYaml';

/** FUZZ_RUNS=50000 for bar 6 of the issue. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 60);

/** No input may keep the host busy for longer; processor time, so that a busy machine does not count. */
const HANG_MS = 1_000;

const ORIGIN = { articleName: 'a.txt', facts: {} };
const EDITS: readonly SidecarEdit[] = [
  { kind: 'add', annotation: { id: 'new', quote: 'x', prefix: '', suffix: '', start: 3, end: 4 } },
  { kind: 'change', id: 'kept', fields: { stance: 'against', note: 'a\nb' } },
  { kind: 'remove', id: 'kept' },
  { kind: 'facts', facts: { title: 'A vote' } },
];

function timed<T>(work: () => T): T {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  assert.ok((user + system) / 1000 < HANG_MS, `${(user + system) / 1000} ms`);
  return result;
}

describe('hostile files', () => {
  it('crash nothing, hold nothing up, and are never written to where they do not parse', function () {
    this.timeout(60_000 + RUNS * 100);
    fc.assert(
      fc.property(hostileYaml, fc.constantFrom(...STARTS), (source, other) => {
        const { editable, problems, annotations } = timed(() => parseSidecar(source));
        timed(() => parseCodebook(source));
        for (const edit of EDITS) {
          const result = timed(() => editSidecar(source, edit, ORIGIN));
          if (!editable) assert.equal(result.kind, 'refused');
          if (result.kind === 'edited') assert.ok(parseSidecar(result.source).editable, result.source);
        }
        const changed = `${other}# x\n`;
        for (const [base, ours, theirs] of [
          ['', source, other],
          ['', other, source],
          [other, source, changed],
          [source, changed, other],
        ] as const) {
          const result = timed(() => mergeSidecars(base, ours, theirs));
          if (ours === theirs || theirs === base) continue;
          if (!editable && base !== source) assert.equal(result.kind, 'refused');
          if (result.kind === 'merged') assert.ok(parseSidecar(result.source).editable, result.source);
        }
        const resolved = timed(() => mergeConflictMarkers(source));
        if (resolved?.kind === 'merged') assert.doesNotMatch(resolved.source, /^<{7} ours/m);
        for (const problem of problems) {
          const { start, end } = problem.span;
          assert.ok(start <= end && end <= source.length, JSON.stringify(problem));
          if (problem.code === 'unresolved-conflict') timed(() => chooseAlternative(source, problem, 'alternative'));
        }
        if (!editable && annotations.length === 0) assert.ok(problems.length > 0);
      }),
      { numRuns: RUNS },
    );
  });

  const TOO_MUCH: readonly (readonly [what: string, source: string, code: string, line: number, column: number])[] = [
    ['too long', `version: 1\nnote: ${'x'.repeat(MAX_SIDECAR_LENGTH)}\n`, 'too-large', 1, 1],
    ['too deep, in flow style', `version: 1\nx: ${'['.repeat(200)}${']'.repeat(200)}\n`, 'too-deep', 2, 104],
    [
      'too deep, in block style',
      `x:\n${Array.from({ length: 200 }, (_, i) => `${' '.repeat(i + 1)}a:\n`).join('')}`,
      'too-deep',
      102,
      102,
    ],
    ['that is nothing but marks', `version: 1\nx:\n${'-\n'.repeat(700_000)}`, 'too-large', 499997, 1],
    ['never closed', `version: 1\nannotations: [${'['.repeat(50)}\n`, 'not-yaml', 3, 1],
  ];
  for (const [what, source, code, line, column] of TOO_MUCH)
    it(`one ${what} is a problem with line and column`, () => {
      const [problem] = parseSidecar(source).problems;
      const at = new LineIndex(source).positionAt(problem!.span.start);
      assert.deepEqual([problem!.code, at.line + 1, at.character + 1], [code, line, column]);
    });

  it('an alias bomb is read as what is written, not as what it would be', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let level = 1; level < 40; level++) lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    const { editable, problems } = parseSidecar(`version: 1\n${lines.join('\n')}\n`);
    assert.deepEqual([editable, problems], [true, []]);
  });
});
