import { type Workbench } from './workbench';

/** A picture to be: what is done in a new workbench on the samples until it shows what it should. */
interface Scene {
  /** The picture's file name, without suffixes. */
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly play: (workbench: Workbench) => Promise<void>;
}

const INTERVIEW = '2025-05-14-harbour-interview.md';

export const SCENES: readonly Scene[] = [
  {
    name: 'documents',
    size: { width: 1100, height: 640 },
    play: async workbench => {
      await openCorpus(workbench);
      await workbench.expandRow('Documents', /^Ferrin: not one stone/);
    },
  },
  {
    name: 'highlights',
    size: { width: 1100, height: 640 },
    play: async workbench => {
      await openCorpus(workbench);
      await workbench.openFile(INTERVIEW);
      await workbench.selectText('“and I will sign nothing');
      await workbench.hoverAtCursor();
    },
  },
  {
    name: 'tagging',
    size: { width: 1100, height: 640 },
    play: async workbench => {
      await openCorpus(workbench);
      await workbench.openFile(INTERVIEW);
      await workbench.selectText('“and I will sign nothing');
      await workbench.runCommand('Pressmark: Tag Passage…');
      const input = await workbench.quickInput();
      await input.asks('stance');
      await input.choose('In favor');
      await input.asks('Toward whom');
      await input.accept();
      await input.asks('How reliable');
    },
  },
  {
    name: 'annotations',
    size: { width: 1100, height: 640 },
    play: async workbench => {
      await openCorpus(workbench);
      await workbench.openFile(INTERVIEW);
      await workbench.runCommand('Pressmark: Focus on Annotations View');
      await workbench.row('Annotations', /single stone/);
      await workbench.clickRow('Annotations', /when the tide runs backwards/);
    },
  },
];

async function openCorpus(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /^Ferrin: not one stone .* 4 annotations$/);
}
