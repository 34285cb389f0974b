import { type Annotation, type Link } from '../../../src/core/annotation/model';
import { type ExportedCorpus, placeAnnotations } from '../../../src/core/exchange/exportedCorpus';

const WIRE = 'Ten boats left the quay. Nobody asked why.\n';
const MAY = 'At least nine boats left.\n';
const nowhere = { prefix: '', suffix: '', start: -1, end: -1 };

/** To an annotation, to a passage without one, and to a document that is in no export. */
export const LINKS: readonly Link[] = [
  {
    id: 'l1',
    relation: 'contradicts',
    document: '../wire.txt',
    annotation: 'ten',
    quote: 'Ten boats',
    ...nowhere,
    note: 'The figures differ',
    author: 'Ines Holm',
    created: '2026-11-22T12:00:00Z',
  },
  { id: 'l2', relation: 'supports', document: '../wire.txt', quote: 'Nobody asked why', ...nowhere, prefix: 'quay. ' },
  { relation: 'copied-from', document: '../a b/ä: c.txt', quote: 'elsewhere', ...nowhere },
];

/** Two articles, one of which links to the other. */
export function linkedCorpus(): ExportedCorpus {
  const ten: Annotation = { id: 'ten', quote: 'Ten boats', prefix: '', suffix: ' left the quay', start: 0, end: 9 };
  const nine: Annotation = { id: 'nine', quote: 'nine boats', prefix: 'At least ', suffix: ' left', start: 9, end: 19 };
  return {
    name: 'Linked',
    documents: [
      { path: 'may/may.txt', facts: {}, text: MAY, annotations: placeAnnotations(MAY, [{ ...nine, links: LINKS }]) },
      { path: 'wire.txt', facts: {}, text: WIRE, annotations: placeAnnotations(WIRE, [ten]) },
    ],
    definitions: {},
  };
}
