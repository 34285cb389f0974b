import * as vscode from 'vscode';
import { newAnnotation, newDismissal } from '../../app/tagging';
import { type TeamWork } from '../../app/teamWork';
import { type Annotation, judgementOf } from '../../core/annotation/model';
import { type Difference } from '../../core/team/differences';
import { showInformation, showStatus } from '../messages';
import { COMMANDS } from '../names';
import { type Adjudication, askAdjudication } from '../pickers/adjudicationWizard';
import { type AnnotationReference } from '../references';
import { type Command } from './command';
import { reportOutcome } from './outcome';
import { activeDocument, annotationReferenceIn, articleEditor } from './references';
import { spanOfRange } from '../editor/positions';
import { type TaggingParts } from './tagPassage';

/** What deciding between annotators works with. */
export interface AdjudicationParts extends TaggingParts {
  readonly team: TeamWork;
}

/** A difference and where it is. */
interface Place {
  readonly uri: string;
  readonly difference: Difference<Annotation>;
}

/** Decides between annotators who differ on a passage: the one that is named, at the cursor, or the next one. */
export const adjudicate = (parts: AdjudicationParts): Command => ({
  id: COMMANDS.adjudicate,
  run: async argument => {
    const reference = annotationReferenceIn(argument);
    const place = reference ? placeOf(parts, reference) : (placeAtCursor(parts) ?? nextPlace(parts));
    if (!place) {
      void showInformation(
        reference
          ? vscode.l10n.t('Nobody differs on this passage, or it is settled.')
          : vscode.l10n.t('Nobody differs anywhere, or it is settled.'),
      );
      return;
    }
    await goTo(place);
    const decision = await askAdjudication(place.difference);
    if (decision) await settle(parts, place, decision);
  },
});

/** Goes to the next passage that annotators differ on, through all documents and round. */
export const nextDifference = (parts: AdjudicationParts): Command => ({
  id: COMMANDS.nextDifference,
  run: async () => {
    const place = nextPlace(parts);
    if (place) await goTo(place);
    else void showInformation(vscode.l10n.t('Nobody differs anywhere, or it is settled.'));
  },
});

async function goTo({ uri, difference }: Place): Promise<void> {
  const reference: AnnotationReference = { document: uri, id: difference.annotations[0]!.id };
  await vscode.commands.executeCommand(COMMANDS.goToPassage, reference);
}

/** Writes what was decided as an annotation of the decider's. Those that it decides between stay as they are. */
async function settle(
  { analysis, author, clock, newId, history, view, team }: AdjudicationParts,
  { uri, difference }: Place,
  { passage, judgement }: Adjudication,
): Promise<void> {
  const name = await author.authorFor(vscode.Uri.parse(uri));
  const record = analysis.openRecord(uri);
  // The article may have been edited while the questions stood there.
  const span = record?.followed.get(passage.id)?.span ?? passage;
  const origin = { id: newId(), timestamp: clock.timestamp(), ...(name ? { author: name } : {}) };
  if (!record) return;
  const annotation: Annotation = {
    ...(judgement
      ? newAnnotation(record.text.toString(), span, judgementOf(judgement), origin)
      : newDismissal(record.text.toString(), span, origin)),
    adjudicates: difference.annotations.map(({ id }) => id),
  };
  const add = () => history.change(uri, { kind: 'add', annotation }, view.overview(uri)?.facts);
  if (!(await reportOutcome(uri, await add(), add))) return;
  const left = team.differences(uri).length;
  const message =
    left === 0
      ? vscode.l10n.t('$(pass) Settled. Nothing more to settle in this document')
      : vscode.l10n.t('$(pass) Settled. {0} more in this document', left);
  showStatus(message);
}

const placeOf = ({ team }: AdjudicationParts, { document, id }: AnnotationReference): Place | undefined =>
  placesIn(team, document).find(({ difference }) => difference.annotations.some(annotation => annotation.id === id));

const placesIn = (team: TeamWork, uri: string): readonly Place[] =>
  team.differences(uri).map(difference => ({ uri, difference }));

function placeAtCursor({ analysis, team }: AdjudicationParts): Place | undefined {
  const article = articleEditor(analysis);
  if (!article) return undefined;
  const { start } = spanOfRange(article.editor.document, article.editor.selection);
  return placesIn(team, article.record.uri).find(({ difference }) =>
    difference.annotations.some(span => span.start <= start && start < span.end),
  );
}

/** The next one after the cursor, else the first of the next document that has one, round to the document itself. */
function nextPlace({ analysis, team }: AdjudicationParts): Place | undefined {
  const { annotated } = team;
  const active = activeDocument();
  const at = active === undefined ? -1 : annotated.indexOf(active);
  const article = at < 0 ? undefined : articleEditor(analysis);
  const offset = article ? spanOfRange(article.editor.document, article.editor.selection).start : -1;
  const own = at < 0 ? [] : placesIn(team, annotated[at]!);
  const after = own.find(({ difference }) => difference.annotations[0]!.start > offset);
  if (after) return after;
  for (const uri of [...annotated.slice(at + 1), ...annotated.slice(0, Math.max(0, at))]) {
    const [first] = placesIn(team, uri);
    if (first) return first;
  }
  return own[0];
}
