import assert from 'node:assert/strict';
import { Analysis } from '../../../src/app/analysis';
import { AnnotationStore } from '../../../src/app/annotationStore';
import { Corpus } from '../../../src/app/corpus';
import { CorpusSession } from '../../../src/app/corpusSession';
import { Emitter } from '../../../src/app/event';
import { LinkIndex, type SeenLink } from '../../../src/app/linkIndex';
import { type Annotation } from '../../../src/core/annotation/model';
import { MemoryFiles, MemoryFilter, MemoryMembership, MemoryWatch, settled, stillClock } from './memoryPorts';

export const ROOT = 'file:///desk';
export const at = (path: string): string => `${ROOT}/${path}`;

export const WIRE = 'Ten boats left\n\nTen boats left the quay on Monday. The mayor said nothing. Nobody asked why.\n';
export const MAY = 'Boats leave\n\nAt least nine boats left.\n';
export const START = WIRE.indexOf('Ten boats left the quay');

export const link = (fields: string): string => `      - {relation: supports, document: wire.txt, ${fields}}\n`;
export const sidecar = (...links: readonly string[]): string =>
  `version: 1\nannotations:\n  - id: nine\n    quote: nine boats\n    links:\n${links.join('')}`;
export const TO_PASSAGE = link(`id: l1, quote: Ten boats left the quay, start: ${START}, end: ${START + 23}`);
export const WIRE_SIDECAR = `version: 1\nannotations:\n  - {id: ten, quote: Ten boats left the quay, suffix: " on Monday", start: ${START}, end: ${START + 23}}\n  - {id: mayor, quote: The mayor said nothing.}\n`;

/** A corpus with links, in memory; `write` changes a file of it as another program does. */
export async function linkedDesk(
  files: Readonly<Record<string, string>>,
  isShown: (annotation: Annotation) => boolean = () => true,
) {
  const texts = Object.entries(files).map(([path, text]) => [at(path), text] as const);
  const disk = new MemoryFiles({ [at('pressmark.yaml')]: '', ...Object.fromEntries(texts) });
  const watch = new MemoryWatch();
  const corpus = new Corpus(disk, watch, new MemoryMembership(disk), new MemoryFilter());
  const visibility = new Emitter<void>();
  const store = new AnnotationStore(disk.sidecars, stillClock, {
    visible: (_document, annotations) => annotations.filter(isShown),
    onDidChange: visibility.event,
  });
  const analysis = new Analysis(disk, store, stillClock, () => undefined, assert.fail);
  const session = new CorpusSession(corpus, store, analysis);
  const links = new LinkIndex(corpus, store, analysis, disk);
  const told: string[] = [];
  links.onDidChange(uris => told.push(...[...uris].map(uri => uri.slice(ROOT.length + 1))));
  await corpus.setFolders([{ uri: ROOT, name: 'desk' }]);
  await settled();
  const of = (path: string, id: string): readonly SeenLink[] => links.of(at(path), store.annotation(at(path), id)!);
  const write = async (path: string, text: string | undefined): Promise<void> => {
    const isNew = !disk.files.has(at(path));
    if (text === undefined) disk.files.delete(at(path));
    else disk.files.set(at(path), text);
    const kind = text === undefined ? 'deleted' : isNew ? 'created' : 'changed';
    watch.report(ROOT, { [kind]: [at(path)] });
    await settled();
    await settled();
  };
  const dispose = (): void => {
    for (const one of [links, session, analysis, store, corpus]) one.dispose();
  };
  return { disk, store, corpus, analysis, links, of, write, told, visibility, dispose };
}
