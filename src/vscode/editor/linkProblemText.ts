import { l10n } from 'vscode';
import { type LinkProblemCode } from '../../core/sidecar/linkProblems';

/** What is wrong with where a link leads and what to do about it, for people. */
export function linkProblemText(code: LinkProblemCode, document: string): string {
  switch (code) {
    case 'link-missing':
      return l10n.t(
        'This link leads to “{0}”, which is not there. Put the document back, point the link to another, or remove it (Quick Fix).',
        document,
      );
    case 'link-nowhere':
      return l10n.t(
        'This link leads out of the folder, to “{0}”. Change the path, or remove the link (Quick Fix).',
        document,
      );
    case 'link-lost':
      return l10n.t(
        'The linked passage is not in “{0}” any more. Point the link to what stands there now, or remove it (Quick Fix).',
        document,
      );
    case 'link-uncertain':
      return l10n.t(
        '“{0}” has changed where this link leads; where the passage is now is not certain. See the quick fixes.',
        document,
      );
  }
}
