import * as vscode from 'vscode';
import { type Said } from '../../core/annotation/conversation';
import { harmlessMarkdown } from '../harmlessMarkdown';
import { NOTES } from '../names';

/** One comment as VS Code draws it. It stays the same object while it says the same: VS Code knows comments by that. */
export class NoteComment implements vscode.Comment {
  body: string | vscode.MarkdownString;
  mode: vscode.CommentMode;
  author: vscode.CommentAuthorInformation;
  contextValue: string;
  timestamp?: Date;

  /** `said` undefined: it is still to be written, by `author`. */
  constructor(
    readonly thread: vscode.CommentThread,
    readonly said: Said | undefined,
    author: string | undefined,
  ) {
    this.author = { name: (said ? said.author : author) ?? vscode.l10n.t('Author unknown') };
    this.contextValue = said && said.author !== author ? NOTES.comment.others : NOTES.comment.own;
    const time = Date.parse(said?.created ?? '');
    if (!Number.isNaN(time)) this.timestamp = new Date(time);
    this.mode = said ? vscode.CommentMode.Preview : vscode.CommentMode.Editing;
    this.body = said ? rendered(said.text) : '';
  }

  get isEdited(): boolean {
    return this.mode === vscode.CommentMode.Editing;
  }

  /** Shows it as it is written, to be changed. */
  edit(): void {
    this.body = this.said?.text ?? '';
    this.mode = vscode.CommentMode.Editing;
  }

  /** Shows it as it reads. */
  show(): void {
    this.body = rendered(this.said?.text ?? '');
    this.mode = vscode.CommentMode.Preview;
  }
}

/** Comments come from colleagues and from whoever wrote to the sidecar: no commands, no HTML, nothing that is fetched. */
function rendered(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(harmlessMarkdown(text));
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}
