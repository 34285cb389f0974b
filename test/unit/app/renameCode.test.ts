import assert from 'node:assert/strict';
import { codedDocuments, codesInUse, renamingEdits } from '../../../src/app/renameCode';
import { type Annotation, type Judgement } from '../../../src/core/annotation/model';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';

const annotation = (id: string, judgement: Judgement): Annotation => ({
  id,
  quote: 'x',
  prefix: '',
  suffix: '',
  start: 0,
  end: 1,
  ...judgement,
});

describe('renaming codes', () => {
  const codebook = parseCodebook('stances: [for, against]\ntags: [denial]\n');
  const pier = [
    annotation('a', { stance: 'for', target: 'pier', tags: ['denial', 'claim'] }),
    annotation('b', { stance: 'favor', tags: ['claim'] }),
  ];
  const ferry = [annotation('c', { stance: 'favor', tags: ['denial'] })];

  it('leaves out what is withheld, and says of how many documents, whether or not there was any', () => {
    const withheld = new Set(['ferry', 'quay']);
    const all: Record<string, readonly Annotation[]> = { pier, ferry, quay: [] };
    const { documents, ...rest } = codedDocuments(
      { documents: Object.keys(all), everyAnnotation: uri => all[uri] as [], passes: () => [] },
      { isWithheld: uri => withheld.has(uri), unwithheld: (uri, found) => (withheld.has(uri) ? [] : found) },
      { of: () => codebook },
    );
    assert.deepEqual(rest, { withheld: 2 });
    assert.deepEqual(
      documents.map(({ uri, annotations }) => [uri, annotations.map(({ id }) => id).join()]),
      [
        ['pier', 'a,b'],
        ['ferry', ''],
        ['quay', ''],
      ],
    );
  });

  it('lists the codes in use, those first that the codebook does not list where it lists such codes', () => {
    const codes = codesInUse([
      { uri: 'pier', annotations: pier, codebook },
      { uri: 'ferry', annotations: ferry, codebook },
    ]);
    assert.deepEqual(
      codes.map(({ field, name, annotations, documents, listed }) =>
        [field, name, annotations, documents.join('+'), listed ? 'listed' : 'left'].join(' '),
      ),
      [
        'stance favor 2 pier+ferry left',
        'tags claim 2 pier left',
        'stance for 1 pier listed',
        'target pier 1 pier listed',
        'tags denial 2 pier+ferry listed',
      ],
    );
  });

  it('changes the annotations that have the code, and puts no tag there twice', () => {
    const fieldsOf = (name: string, to: string) =>
      renamingEdits(pier, { field: 'tags', name }, to, 'now').map(
        edit => edit.kind === 'change' && [edit.id, edit.fields.tags],
      );
    assert.deepEqual(fieldsOf('claim', 'denial'), [
      ['a', ['denial']],
      ['b', ['denial']],
    ]);
    assert.deepEqual(fieldsOf('denial', 'refusal'), [['a', ['refusal', 'claim']]]);
    assert.deepEqual(renamingEdits(pier, { field: 'stance', name: 'favor' }, 'for', 'now'), [
      { kind: 'change', id: 'b', fields: { stance: 'for', updated: 'now' } },
    ]);
  });
});
