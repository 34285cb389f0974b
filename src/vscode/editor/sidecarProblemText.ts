import { l10n } from 'vscode';
import { type SidecarProblem } from '../../core/sidecar/parseSidecar';
import { REMOVED } from '../../core/sidecar/mergeAnnotation';
import { type ExpectedType } from '../../core/sidecar/sidecarProblem';

/** What is wrong and what to do about it, for people. */
export function sidecarProblemText({ code, arguments: details }: SidecarProblem): string {
  const detail = (name: string): string => String(details[name] ?? '');
  switch (code) {
    case 'too-large':
      return l10n.t('This sidecar is too large to be read. Split the article, or remove what is not an annotation.');
    case 'not-yaml':
      return l10n.t(
        'This is not valid YAML: {0} Pressmark will not write to this file until it is mended.',
        detail('message'),
      );
    case 'too-deep':
      return l10n.t('Lists and maps are nested too deep here to be read.');
    case 'conflict-markers':
      return l10n.t(
        'A merge conflict is not resolved here. Let Pressmark merge it (Quick Fix), or keep what is right, delete the lines that begin with <<<<<<<, ======= and >>>>>>>, and save.',
      );
    case 'several-documents':
      return l10n.t('A second YAML document begins here. A sidecar is one document: remove the line “---”.');
    case 'newer-version':
      return l10n.t(
        'This sidecar is of version {0}, and this Pressmark knows versions up to {1}. It is shown as far as it can be read and never written. Update Pressmark.',
        detail('found'),
        detail('supported'),
      );
    case 'wrong-version':
      return l10n.t('The version must be a whole number from 1 on, not “{0}”.', detail('found'));
    case 'wrong-type':
      return l10n.t('“{0}” must be {1}.', detail('field'), expectedText(details.expected));
    case 'missing-field':
      return l10n.t(
        '“{0}” is missing here. The annotation is kept in the file, and not listed until it has one.',
        detail('field'),
      );
    case 'invalid-value':
      return l10n.t(
        '“{1}” is no value that “{0}” can have. It is kept in the file and not used.',
        detail('field'),
        detail('value'),
      );
    case 'end-before-start':
      return l10n.t('“end” lies before “start”. The passage is looked for by its words instead.');
    case 'duplicate-id':
      return l10n.t('Another annotation has the id “{0}”. Give one of them a new one.', detail('id'));
    case 'duplicate-key':
      return l10n.t('“{0}” stands here twice. Keep one of the two.', detail('field'));
    case 'taken-key':
      return l10n.t(
        'The key “{0}” belongs to “{1}” already. Give this one another letter or digit.',
        detail('key'),
        detail('name'),
      );
    case 'duplicate-name':
      return l10n.t('“{0}” stands here twice. The first of the two is used.', detail('name'));
    case 'unresolved-conflict':
      if (detail('field') === REMOVED)
        return l10n.t('One side changed this annotation and the other removed it. Keep it or remove it (Quick Fix).');
      return detail('value') === ''
        ? l10n.t('One side changed “{0}” and the other removed it. Choose one (Quick Fix).', detail('field'))
        : l10n.t(
            '“{0}” was changed twice: it could also be “{1}”. Choose one (Quick Fix).',
            detail('field'),
            detail('value'),
          );
    case 'cannot-edit-in-place':
      return l10n.t(
        'This annotation is written in a way that an edit could not keep whole (shared YAML anchors, for example). Change it by hand.',
      );
  }
}

function expectedText(expected: string | number | undefined): string {
  const texts: Record<ExpectedType, string> = {
    map: l10n.t('a map (“key: value” lines)'),
    list: l10n.t('a list (lines that begin with “- ”)'),
    text: l10n.t('text'),
    position: l10n.t('a whole number from 0 on'),
    'list of texts': l10n.t('a list of words'),
    'list of replies': l10n.t('a list of replies, each with “text”'),
    'list of links': l10n.t('a list of links, each with “relation”, “document” and “quote”'),
    'yes or no': l10n.t('true or false'),
  };
  return texts[expected as ExpectedType];
}
