import * as vscode from 'vscode';
import { type AnnotationIndex } from '../../app/annotationIndex';
import { type CorpusView, needsAttention } from '../../app/corpusView';
import { annotationsText } from '../labels';
import { Refresher } from '../refresher';

/** The largest number that fits into the two characters of a badge. */
const MOST = 99;

/** Marks articles in the Explorer and in tabs: how many annotations are to be reviewed, or that all of them are. */
export class ProgressBadges implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<vscode.Uri[]>();
  private readonly subscription: vscode.Disposable;

  readonly onDidChangeFileDecorations = this.changes.event;

  constructor(
    private readonly view: CorpusView,
    index: AnnotationIndex,
  ) {
    const refresher = new Refresher(changed => {
      if (changed !== 'all') this.changes.fire([...changed].map(uri => vscode.Uri.parse(uri)));
    });
    this.subscription = vscode.Disposable.from(
      refresher,
      index.onDidChange(uris => refresher.some(uris)),
      vscode.window.registerFileDecorationProvider(this),
    );
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const overview = this.view.overview(uri.toString());
    if (!overview || overview.rollup.count === 0) return undefined;
    const { count, reviewed } = overview.rollup;
    const left = count - reviewed;
    const unfound = overview.annotations.filter(needsAttention).length;
    if (unfound > 0) {
      const tooltip = vscode.l10n.t('Pressmark: {0} to check', unfound);
      return { badge: '!', tooltip, color: new vscode.ThemeColor('list.warningForeground') };
    }
    if (left === 0)
      return { badge: '✓', tooltip: vscode.l10n.t('Pressmark: {0}, all reviewed', annotationsText(count)) };
    return {
      badge: left > MOST ? `${MOST}` : String(left),
      tooltip: vscode.l10n.t('Pressmark: {0}, {1} to review', annotationsText(count), left),
    };
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }
}
