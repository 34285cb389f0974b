import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type OpenRecord, type PlacedPassage, placedPassages } from '../../app/documentRecord';
import { type ClaimKind, type NumericClaim, type Quote } from '../../core/detect/model';
import { type ReadableText } from '../../core/text/editedText';
import { overlaps, type Span } from '../../core/text/span';
import { type Visibility } from '../../app/visibility';
import { gradeText, othersText, stanceText } from '../labels';
import { type Settings } from '../settings';
import { claimText } from './claimText';
import { rangesOf, spanOfRange } from './positions';

/** Kinds whose small numbers everybody reads at a glance: "three times", "two years". */
const PLAIN_KINDS: readonly ClaimKind[] = ['count', 'ratio', 'duration', 'measure'];

/** A hint, by the canonical offset it stands at. */
interface Hint {
  readonly at: number;
  readonly text: string;
  readonly tooltip: string;
}

/**
 * Says beside the text what it does not say itself: what an editor thinks of a tagged passage, whom a speaker's "he" means, what a
 * figure in words amounts to. Hints take room in the line, so that wrapped articles stay whole.
 */
export class InlayHints implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];

  readonly onDidChangeInlayHints = this.changes.event;

  constructor(
    private readonly analysis: Analysis,
    private readonly settings: Settings,
    private readonly visibility: Pick<Visibility, 'isOwn'>,
  ) {
    this.subscriptions = [
      this.changes,
      settings.onDidChangeHighlights(() => this.changes.fire()),
      // After an edit the editor asks by itself.
      analysis.onDidChange(uris => {
        if ([...uris].some(uri => analysis.openRecord(uri))) this.changes.fire();
      }),
    ];
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const record = this.analysis.openRecord(document.uri.toString());
    if (!record || !this.settings.inlayHints) return [];
    const visible = spanOfRange(document, range);
    const hints = this.hints(record, visible);
    const places = rangesOf(
      document,
      hints.map(({ at }) => ({ start: at, end: at })),
    );
    return hints.map(({ at, text, tooltip }, i) => {
      // VS Code puts next to no space between hints of one place: those of two annotators, say.
      const isNext = hints.findIndex(other => other.at === at) < i;
      const hint = new vscode.InlayHint(places[i]!.start, isNext ? `| ${text}` : text);
      hint.paddingLeft = true;
      hint.tooltip = tooltip;
      return hint;
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private hints(record: OpenRecord, visible: Span): readonly Hint[] {
    const isShown = (span: Span): boolean => overlaps(span, visible);
    const isOwn = ({ annotation }: PlacedPassage): boolean => this.visibility.isOwn(record.uri, annotation);
    // Of those that end at one place, the user's own is read first.
    const hints = placedPassages(record)
      .filter(({ span }) => isShown(span))
      .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
      .flatMap(passage => passageHint(passage, isOwn(passage)));
    if (!this.settings.highlightsEnabled) return hints;
    const kinds = this.settings.highlightKinds;
    const near = record.detection.near(visible);
    const quotes = near.quotes.filter(quote => kinds.has(quote.type) && isShown(quote));
    const claims = kinds.has('claim') ? near.claims.filter(isShown) : [];
    return [...hints, ...speakerHints(quotes), ...claims.flatMap(claim => valueHint(record.text, claim))];
  }
}

function passageHint({ annotation, span }: PlacedPassage, isOwn: boolean): readonly Hint[] {
  const author = isOwn ? '' : (annotation.author ?? '');
  const text = [stanceText(annotation), gradeText(annotation), author].filter(part => part !== '').join(' · ');
  return text ? [{ at: span.end, text, tooltip: isOwn ? vscode.l10n.t('Annotation') : othersText(annotation) }] : [];
}

/** The speaker's name, after a mention that is none; once, however many quotes the mention speaks. */
function speakerHints(quotes: readonly Quote[]): readonly Hint[] {
  const hints = new Map<number, Hint>();
  for (const { speaker, speakerName } of quotes) {
    if (!speaker || !speakerName || speakerName.includes(speaker.text)) continue;
    const tooltip = vscode.l10n.t('Who “{0}” is in this article', speaker.text);
    hints.set(speaker.end, { at: speaker.end, text: speakerName, tooltip });
  }
  return [...hints.values()];
}

/** The value of a figure that is written in words. */
function valueHint(text: ReadableText, claim: NumericClaim): readonly Hint[] {
  if (/\d/.test(text.slice(claim.figure.start, claim.figure.end))) return [];
  const largest = Math.max(claim.value ?? 0, claim.min ?? 0, claim.max ?? 0);
  const isPlain = PLAIN_KINDS.includes(claim.kind) && largest <= 12;
  const value = claimText(claim);
  return isPlain || !/\d/.test(value) ? [] : [{ at: claim.end, text: value, tooltip: vscode.l10n.t('Value') }];
}
