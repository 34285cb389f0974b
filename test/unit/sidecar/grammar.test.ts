import assert from 'node:assert/strict';
import configuration from '../../../syntaxes/pressmark-sidecar.language-configuration.json';
import grammar from '../../../syntaxes/pressmark-sidecar.tmLanguage.json';
import { CREDIBILITIES, RELIABILITIES, STANCES } from '../../../src/core/annotation/model';
import { REMOVED } from '../../../src/core/sidecar/mergeAnnotation';
import { CONFLICTS } from '../../../src/core/sidecar/pieces';
import {
  ANNOTATION_FIELDS,
  FACT_FIELDS,
  PASS_FIELDS,
  LINK_FIELDS,
  REPLY_FIELDS,
  TOP_KEYS,
} from '../../../src/core/sidecar/sidecarFields';

const codes = grammar.repository.codes.patterns;
const keys = grammar.repository.keys.patterns;

/** The scope that a line's value gets; undefined where it is left to YAML. */
function scopeOf(line: string): string | undefined {
  const rule = codes.find(({ match }) => new RegExp(match).test(line));
  return rule?.captures[6].name;
}

describe('the sidecar grammar', () => {
  for (const name of [
    ...TOP_KEYS,
    ...FACT_FIELDS.keys(),
    ...PASS_FIELDS.keys(),
    ...ANNOTATION_FIELDS.keys(),
    ...REPLY_FIELDS.keys(),
    ...LINK_FIELDS.keys(),
    CONFLICTS,
    REMOVED,
  ])
    it(`knows the key ${name}`, () => assert.ok(keys.some(({ match }) => new RegExp(match).test(`${name}: x`))));

  const coded: readonly [string, readonly (string | number)[], RegExp][] = [
    ['stance', STANCES, /constant\.language\.stance/],
    ['reliability', RELIABILITIES, /constant\.language\.reliability/],
    ['credibility', CREDIBILITIES, /constant\.numeric\.credibility/],
  ];
  for (const [key, known, scope] of coded)
    it(`colours every ${key}, quoted or with a comment too`, () => {
      for (const code of known)
        for (const line of [`    ${key}: ${code}`, `  - ${key}: "${code}" # sure`])
          assert.match(scopeOf(line) ?? '', scope, line);
    });

  const lines: readonly [string, RegExp | undefined][] = [
    ['    reliability: Z', /invalid/],
    ['    credibility: 12', /invalid/],
    ['  - id: k3v9x2ma', /label\.id/],
    ['    created: 2026-11-22T09:00:00Z', /timestamp/],
    ['    done: 2026-11-22T09:00:00Z', /timestamp/],
    ['  date: 2024-05-12', /timestamp/],
    ['  date: last May', undefined],
    ['    stance: hedged', undefined],
    ['    instance: favor', undefined],
  ];
  for (const [line, scope] of lines)
    it(`${scope ? 'colours' : 'leaves to YAML'} ‹${line.trim()}›`, () => {
      if (scope) assert.match(scopeOf(line) ?? '', scope);
      else assert.equal(scopeOf(line), undefined);
    });

  it('takes whole words, umlauts included, for words', () => {
    const { pattern, flags } = configuration.wordPattern;
    assert.deepEqual('zoé_1 b-c'.match(new RegExp(pattern, `g${flags}`)), ['zoé_1', 'b-c']);
  });
});
