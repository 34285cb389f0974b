import * as vscode from 'vscode';
import { type AnnotationStore } from '../../app/annotationStore';
import { rowText } from '../../app/corpusView';
import { earlierTags } from '../../app/lastTag';
import { annotationsText, gradeText, stanceText } from '../labels';
import { labelText } from '../messageText';
import { showInformation, showStatus } from '../messages';
import { COMMANDS } from '../names';
import { showQuickPick } from '../quickPick';
import { type Command } from './command';
import { articleEditor } from './references';
import { type TaggingParts } from './tagPassage';
import { tagSelections } from './tagSelections';

/** More than anybody looks through; typing finds among all of them. */
const MAX_TAGS = 200;

/** Says of the passages that are selected, or of the one at the cursor, what was said of another: stance, target, grade and tags. */
export const tagSameAs = (parts: TaggingParts, store: AnnotationStore): Command => ({
  id: COMMANDS.tagSameAs,
  run: async () => {
    const article = articleEditor(parts.analysis);
    if (!article) return;
    const items = earlierTags(parts.view.annotations.map(({ annotation }) => annotation))
      .slice(0, MAX_TAGS)
      .map(({ judgement, count, latest }) => ({
        label: labelText(stanceText(judgement) || gradeText(judgement) || (judgement.tags ?? []).join(', ')),
        description: [
          stanceText(judgement) ? gradeText(judgement) : '',
          ...(judgement.tags ?? []).map(tag => `#${tag}`),
        ]
          .filter(text => text !== '')
          .join(' · '),
        detail: `${rowText(latest)} · ${annotationsText(count)}`,
        judgement,
      }));
    if (items.length === 0) {
      void showInformation(vscode.l10n.t('Nothing was tagged yet.'));
      return;
    }
    const chosen = await showQuickPick(items, {
      title: vscode.l10n.t('Tag the Same As…'),
      placeHolder: vscode.l10n.t('Which earlier tag? The last one comes first; type to search'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!chosen) return;
    const tagged = await tagSelections(parts, store, article, judgement => ({ ...judgement, ...chosen.judgement }), {
      sentences: true,
    });
    if (tagged.length === 0) showStatus(vscode.l10n.t('There are no words to tag here.'));
  },
});
