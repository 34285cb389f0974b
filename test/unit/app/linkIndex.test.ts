import assert from 'node:assert/strict';
import { isBroken, type SeenLink } from '../../../src/app/linkIndex';
import { ListedLinks } from '../../../src/app/listedLinks';
import { at, link, linkedDesk, MAY, ROOT, sidecar, START, TO_PASSAGE, WIRE, WIRE_SIDECAR } from './linkedDesk';
import { settled } from './memoryPorts';

const seen = ({ direction, relation, quote, annotation, state, document }: SeenLink) => ({
  direction,
  relation,
  quote,
  annotation,
  state,
  document: document?.slice(ROOT.length + 1),
});

describe('links between documents', () => {
  it('are seen at both ends, where an annotation is about the passage', async () => {
    const { of, told } = await linkedDesk({
      'wire.txt': WIRE,
      'may.txt': MAY,
      'may.txt.pressmark.yaml': sidecar(TO_PASSAGE.replace('quote:', 'annotation: ten, quote:')),
      'wire.txt.pressmark.yaml': WIRE_SIDECAR,
    });
    assert.deepEqual(of('may.txt', 'nine').map(seen), [
      {
        direction: 'out',
        relation: 'supports',
        quote: 'Ten boats left the quay',
        annotation: 'ten',
        state: 'exact',
        document: 'wire.txt',
      },
    ]);
    assert.deepEqual(of('wire.txt', 'ten').map(seen), [
      {
        direction: 'in',
        relation: 'supports',
        quote: 'nine boats',
        annotation: 'nine',
        state: 'exact',
        document: 'may.txt',
      },
    ]);
    assert.deepEqual(of('wire.txt', 'mayor'), []);
    assert.ok(told.includes('may.txt') && told.includes('wire.txt'), told.join());
  });

  it('of the other end say what its annotation says by now', async () => {
    const { of, write } = await linkedDesk({
      'wire.txt': WIRE,
      'may.txt': MAY,
      'may.txt.pressmark.yaml': sidecar(link('annotation: ten, quote: Ten boats')),
      'wire.txt.pressmark.yaml': WIRE_SIDECAR,
    });
    assert.equal(of('may.txt', 'nine')[0]!.quote, 'Ten boats left the quay');
    await write('wire.txt.pressmark.yaml', WIRE_SIDECAR.replace('Ten boats left the quay', 'Ten boats left'));
    assert.equal(of('may.txt', 'nine')[0]!.quote, 'Ten boats left');
  });

  it('that name an annotation which is gone lead to the passage, and to who is about it now', async () => {
    const { of, write } = await linkedDesk({
      'wire.txt': WIRE,
      'may.txt': MAY,
      'may.txt.pressmark.yaml': sidecar(TO_PASSAGE.replace('quote:', 'annotation: ten, quote:')),
      'wire.txt.pressmark.yaml': WIRE_SIDECAR,
    });
    await write(
      'wire.txt.pressmark.yaml',
      `version: 1\nannotations:\n  - {id: other, quote: Ten boats left the quay, start: ${START}, end: ${START + 23}}\n`,
    );
    const [there] = of('may.txt', 'nine');
    assert.deepEqual([there!.annotation, there!.quote, there!.state], [undefined, 'Ten boats left the quay', 'exact']);
    assert.deepEqual(
      of('wire.txt', 'other').map(({ direction, quote }) => [direction, quote]),
      [['in', 'nine boats']],
    );
  });

  it('to a passage that nothing is said of are found in its article, once it is read', async () => {
    const { of } = await linkedDesk({
      'wire.txt': WIRE,
      'may.txt': MAY,
      'may.txt.pressmark.yaml': sidecar(
        TO_PASSAGE,
        link('id: l2, quote: The mayor said nothing'),
        link('id: l3, quote: Twelve ships sank in the harbour'),
      ),
    });
    assert.deepEqual(
      of('may.txt', 'nine').map(({ state }) => state),
      ['exact', 'moved', 'lost'],
    );
    assert.deepEqual(of('may.txt', 'nine').map(isBroken), [false, false, true]);
  });

  const GONE: readonly (readonly [what: string, document: string, state: SeenLink['state']])[] = [
    ['a document that is not there', 'other.txt', 'missing'],
    ['a document whose sidecar alone is there', 'alone.txt', 'missing'],
    ['a path out of the corpus', '../etc/hosts.txt', 'nowhere'],
    ['an absolute path', '/etc/hosts.txt', 'nowhere'],
    ['a path with code in it', 'wi%72e.txt', 'missing'],
  ];
  for (const [what, document, state] of GONE)
    it(`to ${what} are broken, and kept`, async () => {
      const { of } = await linkedDesk({
        'wire.txt': WIRE,
        'may.txt': MAY,
        'alone.txt.pressmark.yaml': WIRE_SIDECAR,
        'may.txt.pressmark.yaml': sidecar(TO_PASSAGE.replace('wire.txt', document)),
      });
      const [broken] = of('may.txt', 'nine');
      assert.equal(broken!.state, state);
      assert.ok(isBroken(broken!));
    });

  it('are broken when their document goes, and whole when it is back', async () => {
    const { of, write, told } = await linkedDesk({
      'wire.txt': WIRE,
      'may.txt': MAY,
      'may.txt.pressmark.yaml': sidecar(TO_PASSAGE),
    });
    await write('wire.txt', undefined);
    assert.equal(of('may.txt', 'nine')[0]!.state, 'missing');
    told.length = 0;
    await write('wire.txt', WIRE);
    assert.equal(of('may.txt', 'nine')[0]!.state, 'exact');
    assert.ok(told.includes('may.txt'), 'who shows the link is told');
  });

  it('that are changed in the sidecar are told of at both ends; what stayed the same is the same object', async () => {
    const { links, write, told } = await linkedDesk({
      'wire.txt': WIRE,
      'june.txt': WIRE,
      'may.txt': MAY,
      'may.txt.pressmark.yaml': sidecar(TO_PASSAGE, TO_PASSAGE.replace('l1', 'l2').replace('wire', 'june')),
    });
    const [first, second] = links.from(at('may.txt'));
    told.length = 0;
    await write('may.txt.pressmark.yaml', sidecar(TO_PASSAGE));
    assert.deepEqual(links.from(at('may.txt')), [first]);
    assert.equal(links.from(at('may.txt'))[0], first);
    assert.deepEqual(links.to(at('june.txt')), []);
    assert.equal(second!.to, at('june.txt'));
    assert.ok(told.includes('may.txt') && told.includes('june.txt'), told.join());
    await write('may.txt.pressmark.yaml', undefined);
    assert.deepEqual(links.to(at('wire.txt')), []);
  });

  describe('to an open document', () => {
    const open = async () => {
      const desk = await linkedDesk({
        'wire.txt': WIRE,
        'may.txt': MAY,
        'may.txt.pressmark.yaml': sidecar(TO_PASSAGE),
      });
      await desk.analysis.opened(at('wire.txt'), WIRE);
      const record = () => desk.analysis.openRecord(at('wire.txt'))!;
      return { ...desk, record };
    };

    it('lead to where the passage stands in the editor', async () => {
      const { analysis, links, record, of } = await open();
      const [stored] = links.to(at('wire.txt'));
      assert.deepEqual(links.placeOf(stored!).span, { start: START, end: START + 23 });
      analysis.edited(at('wire.txt'), `Rain.\n\n${WIRE}`);
      assert.deepEqual(links.placeOf(stored!).span, { start: START + 7, end: START + 30 });
      analysis.edited(at('wire.txt'), 'Snow fell all day.\n');
      assert.equal(of('may.txt', 'nine')[0]!.state, 'lost');
      assert.deepEqual(links.at(record(), START), []);
    });

    it('are told of when an edit changes nothing but their passage, and when that is taken back', async () => {
      const { analysis, of, told } = await open();
      assert.equal(of('may.txt', 'nine')[0]!.state, 'exact');
      const without = WIRE.replace('Ten boats left the quay', 'Snow fell in the night');
      for (const [text, state] of [
        [`Rain.\n\n${WIRE}`, undefined],
        [`Rain.\n\n${without}`, 'lost'],
        [`Rain.\n\n${without} It is.`, undefined],
        [`Rain.\n\n${WIRE}`, 'moved'],
      ] as const) {
        told.length = 0;
        analysis.edited(at('wire.txt'), text);
        assert.equal(told.includes('may.txt'), state !== undefined, text);
        const [link] = of('may.txt', 'nine');
        if (state) assert.equal(link!.state === 'uncertain' ? 'lost' : link!.state, state);
      }
    });

    it('are seen at the passage, and beside it not', async () => {
      const { links, record } = await open();
      const quotes = (offset: number) => links.at(record(), offset).map(({ direction, quote }) => [direction, quote]);
      assert.deepEqual(quotes(START), [['in', 'nine boats']]);
      assert.deepEqual(quotes(START + 23), [['in', 'nine boats']]);
      assert.deepEqual(quotes(START + 24), []);
    });

    it('lead into its file again once it is closed', async () => {
      const { analysis, of } = await open();
      analysis.edited(at('wire.txt'), 'Nothing is left of it.\n');
      assert.equal(of('may.txt', 'nine')[0]!.state, 'lost');
      analysis.closed(at('wire.txt'));
      await settled();
      assert.equal(of('may.txt', 'nine')[0]!.state, 'exact');
    });

    it('are listed once where an annotation shows them, with the other document’s title', async () => {
      const { store, links, record } = await open();
      const listed = new ListedLinks(links, uri => `T ${uri.slice(ROOT.length + 1)}`);
      const titles = (offset: number) => listed.at(record(), offset).map(({ title, direction }) => [title, direction]);
      assert.deepEqual(titles(START), [['T may.txt', 'in']]);
      assert.equal(listed.only(record(), START).length, 1);
      const annotation = {
        id: 'ten',
        quote: 'Ten boats left the quay',
        prefix: '',
        suffix: '',
        start: START,
        end: START + 23,
      };
      await store.edit(at('wire.txt'), { kind: 'add', annotation });
      assert.deepEqual(titles(START), [['T may.txt', 'in']]);
      assert.deepEqual(listed.only(record(), START), []);
      assert.equal(listed.of(at('wire.txt'), annotation).length, 1);
    });
  });

  it('of annotations that the user is not to see are seen at neither end, until they are', async () => {
    let isBlind = true;
    const { of, links, visibility } = await linkedDesk(
      {
        'wire.txt': WIRE,
        'may.txt': MAY,
        'may.txt.pressmark.yaml': sidecar(TO_PASSAGE).replace(
          'quote: nine boats',
          'quote: nine boats\n    author: Ada',
        ),
        'wire.txt.pressmark.yaml': WIRE_SIDECAR,
      },
      ({ author }) => !isBlind || author === undefined,
    );
    assert.deepEqual(links.from(at('may.txt')), []);
    assert.deepEqual(of('wire.txt', 'ten'), []);
    isBlind = false;
    visibility.fire();
    assert.equal(of('wire.txt', 'ten').length, 1);
    assert.equal(of('may.txt', 'nine').length, 1);
    isBlind = true;
    visibility.fire();
    assert.deepEqual(of('wire.txt', 'ten'), []);
  });

  it('read nothing of a corpus that has none', async () => {
    const { disk, write } = await linkedDesk({ 'wire.txt': WIRE, 'may.txt': MAY });
    const before = disk.reads.filter(uri => uri === at('wire.txt')).length;
    await write('may.txt.pressmark.yaml', 'version: 1\nannotations:\n  - {id: nine, quote: nine boats}\n');
    assert.equal(disk.reads.filter(uri => uri === at('wire.txt')).length, before);
  });

  it('of many to one article read it once for all of them', async () => {
    const { disk, write, of } = await linkedDesk({ 'wire.txt': WIRE, 'may.txt': MAY });
    const before = disk.reads.filter(uri => uri === at('wire.txt')).length;
    const many = Array.from({ length: 20 }, (_, i) => TO_PASSAGE.replace('l1', `l${i}`));
    await write('may.txt.pressmark.yaml', sidecar(...many));
    assert.equal(of('may.txt', 'nine').filter(({ state }) => state === 'exact').length, 20);
    assert.equal(disk.reads.filter(uri => uri === at('wire.txt')).length, before + 1);
  });
});
