import * as vscode from 'vscode';
import { type Analysis, type DocumentEdit } from '../../app/analysis';
import { type OpenRecord, type Passage, placedPassages } from '../../app/documentRecord';
import { type Codebooks } from '../../app/codebooks';
import { needsAttention } from '../../app/corpusView';
import { type Visibility } from '../../app/visibility';
import { dismissedIn, sameAsOneOf } from '../../app/tagging';
import { CODE_COLOURS, type CodeColour } from '../../core/codebook/schemes';
import { EditedStretch, type FlatSpans } from '../../core/text/editedStretch';
import { COLORS } from '../names';
import { Refresher } from '../refresher';
import { HIGHLIGHT_KINDS, type HighlightKind } from '../../core/detect/highlightKinds';
import { type Settings } from '../settings';
import { CODE_COLORS, stanceColor, stanceMark } from '../stanceLook';
import { NO_PLACED_SPANS, type PlacedSpans, placedSpans } from './placedSpans';

/** What marks each kind: the line's style tells kinds apart, the colour repeats it. */
const STYLES: Record<HighlightKind, { readonly color: string; readonly border: string; readonly italic?: true }> = {
  direct: { color: COLORS.quoteDirect, border: '0 0 2px 0; border-style: solid' },
  partial: { color: COLORS.quotePartial, border: '0 0 2px 0; border-style: dashed' },
  scare: { color: COLORS.quoteScare, border: '0 0 2px 0; border-style: dotted' },
  title: { color: COLORS.quoteTitle, border: '0 0 1px 0; border-style: dotted', italic: true },
  unmarked: { color: COLORS.quoteUnmarked, border: '0 0 3px 0; border-style: double' },
  indirect: { color: COLORS.quoteIndirect, border: '0 0 1px 0; border-style: dashed' },
  claim: { color: COLORS.claim, border: '1px; border-style: solid; border-radius: 3px' },
};

/** Marks in the gutter, one shape each. */
const STANCE_MARKS = ['favor', 'against', 'neutral', 'unclear', 'unrated'] as const;
/** Others' annotations have the same shapes in a ring. */
const GUTTER_MARKS = [...STANCE_MARKS, ...STANCE_MARKS.map(mark => `others-${mark}` as const), 'attention'] as const;
type GutterMark = (typeof GUTTER_MARKS)[number];

/** Others' annotations of a passage that the user has tagged too: a dotted frame around the solid one; the mark is the user's own. */
const ALONG_MARKS = STANCE_MARKS.map(mark => `along-${mark}` as const);
type AlongMark = (typeof ALONG_MARKS)[number];

type Spans = ReadonlyMap<vscode.TextEditorDecorationType, FlatSpans>;

/** What an editor shows, and what was edited in it since. The editor itself moves what is drawn along with the text. */
interface Drawn {
  readonly placed: ReadonlyMap<vscode.TextEditorDecorationType, PlacedSpans>;
  readonly edited: EditedStretch;
}

/** Draws highlights and tagged passages. The one caller of `setDecorations`. */
export class Highlights implements vscode.Disposable {
  private readonly kinds: Record<HighlightKind, vscode.TextEditorDecorationType>;
  private readonly dimmed = vscode.window.createTextEditorDecorationType({ opacity: '0.6' });
  private readonly tagged: Record<GutterMark, vscode.TextEditorDecorationType>;
  private readonly along: Record<AlongMark, vscode.TextEditorDecorationType>;
  /** Passages of a stance to which the codebook gives a colour, and that has no mark of its own. */
  private readonly coloured: Record<CodeColour, vscode.TextEditorDecorationType>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly drawn = new WeakMap<vscode.TextEditor, Drawn>();
  private readonly refresher = new Refresher(changed => this.draw(changed));

  constructor(
    private readonly analysis: Analysis,
    private readonly codebooks: Pick<Codebooks, 'of' | 'onDidChange'>,
    private readonly settings: Settings,
    private readonly visibility: Pick<Visibility, 'isOwn'>,
    media: vscode.Uri,
  ) {
    this.kinds = fromKeys(HIGHLIGHT_KINDS, kind => highlightType(kind));
    this.tagged = fromKeys(GUTTER_MARKS, mark => taggedType(mark, media));
    this.along = fromKeys(ALONG_MARKS, mark => alongType(mark));
    this.coloured = fromKeys(CODE_COLOURS, colour => taggedType('unrated', media, CODE_COLORS[colour]));
    this.subscriptions = [
      this.refresher,
      vscode.window.onDidChangeVisibleTextEditors(() => this.refresher.all()),
      settings.onDidChangeHighlights(() => this.refresher.all()),
      codebooks.onDidChange(() => this.refresher.all()),
      analysis.onDidChange(uris => this.refresher.some(uris)),
      analysis.onDidEdit(edit => this.edited(edit)),
      this.dimmed,
      ...Object.values(this.kinds),
      ...this.taggedTypes,
    ];
    this.refresher.all();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private edited({ uri, changes }: DocumentEdit): void {
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document.uri.toString() === uri) this.drawn.get(editor)?.edited.add(changes);
    this.refresher.atRest(uri);
  }

  private draw(changed: 'all' | ReadonlySet<string>): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const uri = editor.document.uri.toString();
      if (changed !== 'all' && !changed.has(uri)) continue;
      const record = this.analysis.openRecord(uri);
      const before = this.drawn.get(editor);
      const edited = before?.edited ?? new EditedStretch();
      const placed = new Map<vscode.TextEditorDecorationType, PlacedSpans>();
      // The editor may be ahead of the analysis while events are under way; the next one brings them together.
      for (const [type, list] of this.spans(record)) {
        const now = placedSpans(editor.document, list, before?.placed.get(type) ?? NO_PLACED_SPANS, edited);
        if (!before || !now.onlyMoved) editor.setDecorations(type, now.ranges);
        placed.set(type, now);
      }
      this.drawn.set(editor, { placed, edited: new EditedStretch() });
    }
  }

  private spans(record: OpenRecord | undefined): Spans {
    const kinds = fromKeys(HIGHLIGHT_KINDS, (): number[] => []);
    const dimmed: number[] = [];
    if (record && this.settings.highlightsEnabled) {
      const wanted = this.settings.highlightKinds;
      const shown = fromKeys(HIGHLIGHT_KINDS, kind => (wanted.has(kind) ? kinds[kind] : undefined));
      const isDismissed = dismissedIn(record);
      record.detection.forEachPlace((kind, start, end, isBoilerplate) => {
        const list = shown[kind];
        if (!list || isDismissed({ start, end })) return;
        list.push(start, end);
        if (isBoilerplate) dimmed.push(start, end);
      });
    }
    const spans = new Map<vscode.TextEditorDecorationType, number[]>(this.taggedTypes.map(type => [type, []]));
    for (const kind of HIGHLIGHT_KINDS) spans.set(this.kinds[kind], kinds[kind]);
    spans.set(this.dimmed, dimmed);
    if (!record) return spans;
    const passages = placedPassages(record);
    const isOwn = ({ annotation }: Passage): boolean => this.visibility.isOwn(record.uri, annotation);
    const isOfOwn = sameAsOneOf(passages.filter(isOwn).map(({ span }) => span));
    for (const passage of passages) {
      const { span } = passage;
      const own = isOwn(passage);
      spans.get(this.typeOf(passage, record, own, !own && isOfOwn(span)))!.push(span.start, span.end);
    }
    return spans;
  }

  private get taggedTypes(): readonly vscode.TextEditorDecorationType[] {
    return [this.tagged, this.along, this.coloured].flatMap(types => Object.values(types));
  }

  private typeOf(
    passage: Passage,
    { uri }: OpenRecord,
    isOwn: boolean,
    isAlong: boolean,
  ): vscode.TextEditorDecorationType {
    const { stance } = passage.annotation;
    const mark = gutterMark(passage, isOwn);
    if (isAlong && mark !== 'attention') return this.along[`along-${stanceMark(stance) ?? 'unrated'}`];
    if (mark !== 'unrated' || stance === undefined) return this.tagged[mark];
    const colour = this.codebooks.of(uri)?.stances?.find(({ name }) => name === stance)?.colour;
    return colour ? this.coloured[colour] : this.tagged[mark];
  }
}

function gutterMark(passage: Passage, isOwn: boolean): GutterMark {
  if (needsAttention({ passage })) return 'attention';
  const mark = stanceMark(passage.annotation.stance) ?? 'unrated';
  return isOwn ? mark : `others-${mark}`;
}

function highlightType(kind: HighlightKind): vscode.TextEditorDecorationType {
  const { color, border, italic } = STYLES[kind];
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor(kind === 'claim' ? COLORS.claimBackground : COLORS.quoteBackground),
    borderWidth: border,
    borderColor: new vscode.ThemeColor(color),
    ...(italic ? { fontStyle: 'italic' } : {}),
    overviewRulerColor: new vscode.ThemeColor(color),
    overviewRulerLane: kind === 'claim' ? vscode.OverviewRulerLane.Center : vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

function taggedType(mark: GutterMark, media: vscode.Uri, own?: string): vscode.TextEditorDecorationType {
  const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(media, 'gutter', `${mark}-${theme}.svg`);
  const isOthers = mark.startsWith('others-');
  const stance = mark.replace('others-', '');
  const color = new vscode.ThemeColor(
    own ?? (mark === 'attention' ? 'list.warningForeground' : stanceColor(stance === 'unrated' ? undefined : stance)),
  );
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor(COLORS.annotationBackground),
    outline: `1px ${mark === 'attention' ? 'dashed' : isOthers ? 'dotted' : 'solid'}`,
    outlineColor: color,
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    gutterIconSize: 'contain',
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
  });
}

function alongType(mark: AlongMark): vscode.TextEditorDecorationType {
  const stance = mark.replace('along-', '');
  return vscode.window.createTextEditorDecorationType({
    outline: '1px dotted; outline-offset: 2px',
    outlineColor: new vscode.ThemeColor(stanceColor(stance === 'unrated' ? undefined : stance)),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

const fromKeys = <K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map(key => [key, make(key)])) as Record<K, V>;
