import * as vscode from 'vscode';
import { fileNameOf } from '../../app/sidecarUri';
import { judgementOf } from '../../core/annotation/model';
import { showError, showInformation } from '../messages';
import { COMMANDS } from '../names';
import { askJudgement } from '../pickers/judgementWizard';
import { askRelation } from '../pickers/linkPickers';
import { type SourcePassage, type SourcesView } from '../views/sourcesView';
import { type TagProposal } from '../views/tagProposal';
import { type Command } from './command';
import { knownCodes } from './knownCodes';
import { type LinkedPassage, type LinkingParts, passageIn, textOf } from './linkEnds';
import { mineIn } from './tagPassage';
import { linkBetween, tagWithLink } from './writeLink';

/**
 * Tags the passage of a row of Quotes & Claims, which need not be open, from what the row proposes, and links it to the row's other passage. All
 * of it is one step to undo.
 */
export const tagFinding = (parts: LinkingParts, view: SourcesView): Command => ({
  id: COMMANDS.tagFinding,
  run: async argument => {
    const proposal = await proposalMeant(view, argument);
    if (!proposal) {
      void showInformation(vscode.l10n.t('Select a passage or a finding in Quotes & Claims first.'));
      return;
    }
    const passage = await passageOf(parts, proposal.passage, true);
    if (!passage) return;
    const other = proposal.other && (await passageOf(parts, proposal.other, false));
    if (proposal.other && !other) return;
    const relation = other && (await askRelation(passage.quote, other.quote, proposal.relation, true));
    if (other && relation === undefined) return;
    const { codebooks, view: corpus } = parts;
    const judgement = await askJudgement(
      passage.quote,
      { ...proposed(proposal), ...(passage.annotation ? judgementOf(passage.annotation) : {}) },
      knownCodes(codebooks, corpus, passage.document),
    );
    if (!judgement) return;
    const isLinked = other && relation !== undefined && relation !== 'none';
    const link = isLinked ? await linkBetween(parts, passage, other, { relation }) : undefined;
    // Why there is no link has been told; the passage is tagged all the same.
    await tagWithLink(parts, passage, judgement, link);
  },
});

const proposed = ({ target, note }: TagProposal) => ({
  ...(target === undefined ? {} : { target }),
  ...(note === undefined ? {} : { note }),
});

/** By the row's menu that row's; by the view's key that of the row with the focus, else of the one that is selected. */
async function proposalMeant(view: SourcesView, argument: unknown): Promise<TagProposal | undefined> {
  const given = typeof argument === 'object' && argument !== null ? argument : {};
  if ('tag' in given) return given.tag as TagProposal;
  if ('spoken' in given) return undefined;
  // The arrows move the focus alone, which VS Code keeps to itself: selecting it is the way to learn of it.
  if ('row' in given) await vscode.commands.executeCommand('list.selectAndPreserveFocus');
  return view.selected?.tag;
}

async function passageOf(
  parts: LinkingParts,
  place: SourcePassage,
  isToTag: boolean,
): Promise<LinkedPassage | undefined> {
  const text = await textOf(parts, place.document);
  if (text === undefined) {
    void showError(vscode.l10n.t('{0} cannot be opened.', fileNameOf(place.document)));
    return undefined;
  }
  // Nobody speaks in another's name; to whose annotation a link leads is all the same.
  return passageIn(parts, place.document, text, place, isToTag ? mineIn(parts, place.document) : undefined);
}
