import { l10n } from 'vscode';
import { type ExportProblem } from '../app/exportAnnotations';
import { type LeftOut } from '../core/exchange/exportedCorpus';
import { type ImportProblem } from '../core/exchange/importedAnnotation';
import { sidecarProblemText } from './editor/sidecarProblemText';

/** What is told of an import, in a line. */
export function importProblemText({ code, arguments: details }: ImportProblem): string {
  const detail = (name: string): string => details[name] ?? '';
  switch (code) {
    case 'unreadable':
      return l10n.t('The file cannot be read: {0}', detail('reason'));
    case 'empty':
      return l10n.t('There are no annotations in the file.');
    case 'malformed':
      return l10n.t('Not understood, and not imported.');
    case 'no-passage':
      return l10n.t('Not imported: it has no passage.');
    case 'reply':
      return l10n.t('Not imported: it is a reply to another annotation.');
    case 'not-carried':
      return l10n.t('“{0}” was left out: Pressmark has nothing like it.', detail('what'));
    case 'joined':
      return l10n.t('Imported with the words between its pieces.');
    case 'no-document':
      return l10n.t('Not imported: no article of the corpus is “{0}”.', detail('document'));
    case 'several-documents':
      return l10n.t('Not imported: several articles could be “{0}”.', detail('document'));
    case 'unreadable-article':
      return l10n.t('Not imported: {0} cannot be read.', detail('document'));
    case 'uncertain':
      return l10n.t('Imported, but where its passage is is not certain.');
    case 'lost':
      return l10n.t('Imported, but its passage is not in the article.');
    case 'differs':
      return l10n.t(
        'The annotation “{0}” is there already and says something else. It was left as it is.',
        detail('id'),
      );
    case 'id-elsewhere':
      return l10n.t('Not imported: {0} has an annotation “{1}”.', detail('document'), detail('id'));
    case 'refused':
      return l10n.t('Not imported: the sidecar of {0} has errors (see Problems).', detail('document'));
    case 'not-written':
      return l10n.t(
        'Not imported: the sidecar of {0} could not be written. {1}',
        detail('document'),
        detail('reason') || l10n.t('Another program keeps writing to it.'),
      );
  }
}

/** What is told of an export. */
export function exportProblemText(problem: ExportProblem): string {
  switch (problem.kind) {
    case 'article':
      return l10n.t('The article cannot be read: its annotations were exported without their places.');
    case 'sidecar':
      return problem.reason;
    case 'fault':
      return sidecarProblemText(problem.fault);
    case 'withheld':
      return l10n.t('Double-blind, and your pass is not done: only your own annotations were exported.');
    case 'leftOut':
      return leftOutText(problem.annotation);
  }
}

function leftOutText({ id, reason }: LeftOut): string {
  switch (reason) {
    case 'unplaced':
      return l10n.t('“{0}” was left out: where its passage is is not certain.', id);
    case 'unrated':
      return l10n.t('“{0}” was left out: its credibility was not rated.', id);
    case 'blank':
      return l10n.t('“{0}” was left out: its passage is nothing but line ends.', id);
  }
}
