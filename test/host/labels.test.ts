import assert from 'node:assert/strict';
import schema from '../../schemas/sidecar.schema.json';
import { credibilityLabels, type Label, reliabilityLabels, stanceLabels } from '../../src/vscode/labels';

const { stance, reliability, credibility } = schema.definitions.annotation.properties;

describe('labels', () => {
  const codes = [
    ['stances', stance.anyOf[0]!.oneOf!, stanceLabels()],
    ['reliabilities', reliability.oneOf, reliabilityLabels()],
    ['credibilities', credibility.oneOf, credibilityLabels()],
  ] as const;
  for (const [name, listed, labels] of codes) {
    it(`of ${name} are the same in the pickers as in the schema`, () => {
      const words: Readonly<Record<string, Label>> = labels;
      const shown = listed.map(({ const: code }) => ({
        const: code,
        title: words[code]!.label,
        description: words[code]!.definition,
      }));
      assert.deepEqual(listed, shown);
    });
  }
});
