import { l10n } from 'vscode';
import { type ArticleProblem } from '../app/documentRecord';

/** What is wrong with an article, in a few words. */
export function articleProblemText(problem: ArticleProblem): string {
  switch (problem.kind) {
    case 'missing':
      return l10n.t('article is missing');
    case 'binary':
      return l10n.t('not a text file');
    case 'empty':
      return l10n.t('empty');
    case 'undecodable':
      return l10n.t('not UTF-8');
    case 'tooLarge':
      return l10n.t('too large ({0} MB)', Math.round(problem.bytes / 1024 / 1024));
    case 'unreadable':
      return l10n.t('cannot be read');
  }
}

/** The same with what can be done about it. */
export function articleRemedyText(problem: ArticleProblem): string {
  switch (problem.kind) {
    case 'missing':
      return l10n.t(
        'The annotations are kept in the sidecar, but the article is not beside it any more. Put it back, or rename it back.',
      );
    case 'binary':
      return l10n.t(
        'The file holds no text. Exclude it with the setting “Pressmark: Exclude”, or save its text as .txt.',
      );
    case 'empty':
      return l10n.t('There is nothing in the file yet.');
    case 'undecodable':
      return l10n.t(
        'Some characters could not be read: the file is not UTF-8. Open it, choose “Reopen with Encoding” in the status bar, then “Save with Encoding” UTF-8.',
      );
    case 'tooLarge':
      return l10n.t('Files over 16 MB are not analyzed. Split it into articles.');
    case 'unreadable':
      return l10n.t('Reading failed: {0}', problem.reason);
  }
}
