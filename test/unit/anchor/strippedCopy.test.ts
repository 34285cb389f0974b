import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { isSure } from '../../../src/core/anchor/resolution';
import { resolveAnchors } from '../../../src/core/anchor/resolveAnchor';
import { newAnnotation } from '../../../src/app/tagging';
import { type Annotation } from '../../../src/core/annotation/model';
import { detect } from '../../../src/core/detect/detect';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { canonicalText } from '../../../src/core/text/canonicalText';

const FOLDER = '../shared/corpus';

describe('an article and a stripped copy of it', function () {
  if (!existsSync(FOLDER)) return;

  it('share the sidecar: each quote that stands in both is found in the copy, at its place', () => {
    const read = (number: string): string => {
      const file = readdirSync(FOLDER).find(name => name.startsWith(number))!;
      return canonicalText(readFileSync(path.join(FOLDER, file), 'utf8'));
    };
    const [article, copy] = [read('002'), read('003')];
    const shared = detect(article).quotes.filter(({ start, end }) => copy.includes(article.slice(start, end)));
    assert.ok(shared.length > 0);
    let source: string | undefined;
    for (const [i, quote] of shared.entries()) {
      const annotation = newAnnotation(article, quote, {}, { id: `quote${i}`, timestamp: '2026-01-02T03:04:05Z' });
      const result = editSidecar(source, { kind: 'add', annotation }, { articleName: 'copy.txt', facts: {} });
      assert.equal(result.kind, 'edited');
      source = result.kind === 'edited' ? result.source : source;
    }
    const annotations: readonly Annotation[] = parseSidecar(source!).annotations;
    assert.equal(annotations.length, shared.length);
    for (const [i, found] of resolveAnchors(copy, annotations).entries()) {
      const { quote } = annotations[i]!;
      assert.ok(isSure(found), `${found.state}: ${quote}`);
      assert.equal(copy.slice(found.span!.start, found.span!.end), quote);
      if (copy.indexOf(quote) === copy.lastIndexOf(quote)) assert.equal(found.span!.start, copy.indexOf(quote));
    }
  });
});
