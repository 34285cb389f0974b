import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { dismissalOf, highlightMeant, markedPassage } from '../../app/tagging';
import { COMMANDS } from '../names';
import { type AnnotationReference, type PassageReference } from '../references';
import { spanOfRange } from './positions';

/** Offers tagging as a code action: on a highlight, and on what is selected; on a tagged passage, editing and removing. */
export class TagActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.Refactor];

  constructor(private readonly analysis: Analysis) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const record = this.analysis.openRecord(document.uri.toString());
    const chosen = record && markedPassage(record, spanOfRange(document, range));
    // A light bulb beside every sentence would be noise: the sentence is left to the command.
    if (!chosen) return [];
    if (chosen.annotation) {
      const reference: AnnotationReference = { document: record.uri, id: chosen.annotation.id };
      return [
        action(vscode.l10n.t('Edit Annotation…'), COMMANDS.editAnnotation, reference),
        action(vscode.l10n.t('Remove Annotation'), COMMANDS.removeAnnotation, reference),
      ];
    }
    const reference: PassageReference = { document: record.uri, ...chosen.span };
    const titles = {
      selection: vscode.l10n.t('Tag Selection…'),
      quote: vscode.l10n.t('Tag Quote…'),
      claim: vscode.l10n.t('Tag Numeric Claim…'),
      annotation: vscode.l10n.t('Edit Annotation…'),
    };
    const tag = action(titles[chosen.origin], COMMANDS.tagPassage, reference);
    const highlight = highlightMeant(record, spanOfRange(document, range));
    if (!highlight || dismissalOf(record, highlight)) return [tag];
    const meant: PassageReference = { document: record.uri, ...highlight };
    return [tag, action(vscode.l10n.t('Dismiss Highlight'), COMMANDS.dismissHighlight, meant)];
  }
}

function action(title: string, command: string, argument: unknown): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor);
  made.command = { command, title, arguments: [argument] };
  return made;
}
