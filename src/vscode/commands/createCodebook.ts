import * as vscode from 'vscode';
import { type Corpus } from '../../app/corpus';
import { CODEBOOK_NAME } from '../../core/sidecar/sidecarName';
import { showError } from '../messages';
import { COMMANDS } from '../names';
import { type Command } from './command';
import { chooseFolder } from './folders';

/** Writes a commented codebook to start from at the root of a folder, and opens it; one that is there is opened. */
export const createCodebook = (corpus: Corpus): Command => ({
  id: COMMANDS.createCodebook,
  run: async () => {
    const folder = await chooseFolder(
      corpus.folders.map(entry => entry.folder),
      vscode.l10n.t('For which folder?'),
      vscode.l10n.t('Open a folder first: a codebook lies at its root.'),
    );
    if (!folder) return;
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder.uri), CODEBOOK_NAME);
    try {
      if (!(await isThere(uri))) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(template()));
      await vscode.window.showTextDocument(uri);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(vscode.l10n.t('{0} could not be written to “{1}”: {2}', CODEBOOK_NAME, folder.name, reason));
    }
  },
});

const isThere = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

const comment = (text: string): string => text.replaceAll(/^/gm, '# ');

const template = (): string => `${comment(
  [
    vscode.l10n.t('Codebook: what the articles of this folder are coded with. Changes apply at once.'),
    vscode.l10n.t('Each entry is a name, or a name with a definition, a key and a colour (blue, green, orange,'),
    vscode.l10n.t('purple, red or yellow). A key is what gives it in tagging mode (Alt+Shift+M): one letter or'),
    vscode.l10n.t('digit. Lines that begin with # do nothing: take the # away to use them.'),
  ].join('\n'),
)}
version: 1

${comment(vscode.l10n.t('Double-blind: annotators see nothing of each other in an article until they have marked their own pass over it done.'))}
blind: false

${comment(vscode.l10n.t('What a passage’s position toward its target can be.'))}
stances:
  - name: favor
    definition: ${vscode.l10n.t('The passage supports the target.')}
    key: f
  - name: against
    definition: ${vscode.l10n.t('The passage opposes or criticizes the target.')}
    key: a
  - name: neutral
    definition: ${vscode.l10n.t('It speaks of the target and takes no side.')}
    key: n
  - name: unclear
    definition: ${vscode.l10n.t('It takes a side, but which one cannot be told.')}
    key: u

${comment(vscode.l10n.t('Lists that others have defined. Stances in place of those above: favor-against, sdqc, fnc-1.'))}
${comment(vscode.l10n.t('What the credibilities 1 to 6 are called: admiralty, claimreview.'))}
scheme:
#  stance: sdqc
  credibility: admiralty

${comment(vscode.l10n.t('What stances are toward: people, plans, organizations. Put yours in place of this one.'))}
#targets:
#  - name: ${vscode.l10n.t('the new bridge')}
#    key: t

${comment(vscode.l10n.t('What else there is to say of a passage; it can have any number of tags.'))}
#tags:
#  - name: ${vscode.l10n.t('promise')}
#    definition: ${vscode.l10n.t('The speaker commits to something.')}
#    key: p
#    colour: purple

${comment(
  [
    vscode.l10n.t('What every annotation is to say: stance, target (of what has a stance), reliability,'),
    vscode.l10n.t('credibility, basis (of what has a grade), note, tags. Those that lack it are in Problems.'),
  ].join('\n'),
)}
#required:
#  - target
#  - basis

${comment(
  [
    vscode.l10n.t('Who is quoted, what else articles call them, and how reliable they have proved to be (A to F).'),
    vscode.l10n.t('The grade is proposed for what they say, and given by nobody but you.'),
  ].join('\n'),
)}
#sources:
#  - name: ${vscode.l10n.t('Jane Doe')}
#    aliases: [${vscode.l10n.t('the mayor')}]
#    outlet: ${vscode.l10n.t('City council')}
#    reliability: B
#    note: ${vscode.l10n.t('On the record; corrected herself twice.')}
`;
