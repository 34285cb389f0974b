import type fc from 'fast-check';
import { describeAnchor } from '../../../src/core/anchor/describeAnchor';
import { type Annotation, type Judgement } from '../../../src/core/annotation/model';
import { canonicalText } from '../../../src/core/text/canonicalText';
import { annotationArbitrary } from '../sidecar/arbitraries';

/** An article and an annotation of a passage in it, with any text in the passage and in all fields. */
export const anyAnnotation: fc.Arbitrary<{ readonly text: string; readonly annotation: Annotation }> =
  annotationArbitrary
    .map(annotation => {
      const quote = canonicalText(`.${annotation.quote}`).slice(1);
      const text = `Ahead of it.\n${onDisk(quote)}\nBehind it 😀.`;
      return { text, annotation: { ...annotation, ...describeAnchor(text, { start: 13, end: 13 + quote.length }) } };
    })
    .filter(({ annotation }) => annotation.quote !== '');

/** Half a surrogate pair is in no file. */
const onDisk = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** What an annotation says, comparable: passage and judgement. */
export const said = (annotation: Annotation): object => {
  const { quote, prefix, suffix, start, end, author } = annotation;
  const judgement: Judgement = annotation;
  const { stance, target, reliability, credibility, basis, note, tags } = judgement;
  return {
    id: annotation.id,
    ...{ quote, prefix, suffix, start, end, author },
    ...{ stance, target, reliability, credibility, basis, note, tags: tags?.length ? tags : undefined },
  };
};
