import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { type Corpus } from '../../app/corpus';
import { CorpusReport, type ReportChange, type ReportFilter } from '../../app/corpusReport';
import { type CorpusView } from '../../app/corpusView';
import { type Clock, type NewId } from '../../app/ports';
import { sidecarUriOf } from '../../app/sidecarUri';
import { type ReportPassage } from '../../core/report/reportDocument';
import { type SpeakerNames } from '../../core/report/series';
import { REPORT_ENDINGS, REPORT_FORMATS, type ReportFormat } from '../../report/formats';
import { type FromPage, type ToPage } from '../../report/panelMessages';
import { showError, showInformation } from '../messages';
import { REPORT_PANEL } from '../names';
import { Refresher } from '../refresher';
import { type ShownPassage } from '../shownPassage';

/** What a report is made of. */
export interface ReportParts {
  readonly corpus: Corpus;
  readonly view: CorpusView;
  readonly store: AnnotationStore;
  readonly analysis: Analysis;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly extensionUri: vscode.Uri;
  /** Under which names speakers count. */
  readonly names: () => SpeakerNames;
  /** What a document's corpus is called; undefined where the codebook does not say. */
  readonly titleOf: (document: string) => string | undefined;
  /** Which annotations the report is about: the annotations view's filter, where it has one. */
  readonly filter: () => ReportFilter;
  /** Shows what a mark stands for. */
  readonly show: (title: string, passages: readonly ShownPassage[]) => Promise<void>;
}

/**
 * The report, in a panel of its own. The page counts and draws; the panel tells it which documents changed, opens what is chosen and
 * writes what is saved.
 */
export class ReportPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private session: ReportSession | undefined;

  constructor(private readonly parts: ReportParts) {}

  /** Opens the panel, or shows the one that is open. */
  open(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const { extensionUri } = this.parts;
    const panel = vscode.window.createWebviewPanel(REPORT_PANEL, vscode.l10n.t('Report'), vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist/webview')],
    });
    const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', name);
    panel.iconPath = { light: icon('pressmark-light.svg'), dark: icon('pressmark.svg') };
    this.panel = panel;
    const session = new ReportSession(panel.webview, this.parts);
    this.session = session;
    panel.onDidChangeViewState(() => {
      if (!panel.visible) session.hidden();
    });
    panel.onDidDispose(() => {
      session.dispose();
      this.panel = this.session = undefined;
    });
  }

  /** Saves the report as a file, opening it first where it is not: the page makes the file. Asks where to, without `target`. */
  async save(format: ReportFormat, target: vscode.Uri | undefined): Promise<void> {
    this.open();
    await this.session?.save(format, target);
  }

  /** Other annotations are wanted than before, or speakers count under other names. */
  retell(): void {
    this.session?.retell();
  }

  dispose(): void {
    this.panel?.dispose();
  }
}

/** One panel from its opening to its end. Its page begins anew whenever it was hidden. */
class ReportSession implements vscode.Disposable {
  private readonly report: CorpusReport;
  private readonly subscriptions: vscode.Disposable[];
  private isReady = false;
  private isDisposed = false;
  /** Counts the page's beginnings: what was meant for an earlier one is not sent. */
  private beginning = 0;
  private told = '';
  /** What waits until the page knows the whole corpus. */
  private readonly waiting: (() => void)[] = [];
  private isComplete = false;
  private asked: { readonly target: vscode.Uri | undefined; readonly done: () => void } | undefined;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly parts: ReportParts,
  ) {
    const { corpus, store, analysis, view, clock, filter } = parts;
    this.report = new CorpusReport(view, analysis, clock, filter);
    const gone: string[] = [];
    const refresher = new Refresher(changed => {
      if (changed === 'all') this.tellCorpus();
      void this.update(changed === 'all' ? [...this.uris, ...gone.splice(0)] : changed);
    });
    const reread = (uris: Iterable<string>): void => {
      const all = [...uris];
      this.report.articlesChanged(all);
      refresher.some(all);
    };
    this.subscriptions = [
      refresher,
      webview.onDidReceiveMessage((message: FromPage) => void this.take(message)),
      corpus.onDidChange(({ folders, removed, added }) => {
        gone.push(...removed);
        if (folders || removed.length || added.length) refresher.all();
      }),
      store.onDidChange(uri => refresher.some([uri])),
      analysis.onDidChange(reread),
      analysis.onDidEdit(({ uri }) => {
        this.report.articlesChanged([uri]);
        refresher.atRest(uri);
      }),
    ];
    webview.html = this.html();
  }

  /** The page is gone until it is shown again; nothing is read for it meanwhile. */
  hidden(): void {
    this.isReady = this.isComplete = false;
    this.beginning++;
  }

  retell(): void {
    this.tellCorpus();
    void this.update(this.uris);
  }

  /** Resolves when the file is written, or was not to be. */
  async save(format: ReportFormat, target: vscode.Uri | undefined): Promise<void> {
    if (!this.isComplete) await new Promise<void>(done => this.waiting.push(done));
    await new Promise<void>(done => {
      this.asked?.done();
      this.asked = { target, done };
      this.post({ kind: 'save', format });
    });
  }

  dispose(): void {
    this.isDisposed = true;
    for (const done of [...this.waiting, ...(this.asked ? [this.asked.done] : [])]) done();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get uris(): readonly string[] {
    return this.parts.view.documents.map(({ uri }) => uri);
  }

  private async take(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        this.beginning++;
        this.told = '';
        this.report.restart();
        this.post({
          kind: 'start',
          language: vscode.env.language,
          texts: vscode.l10n.bundle ?? {},
          day: this.parts.clock.timestamp().slice(0, 10),
        });
        this.tellCorpus();
        await this.update(this.uris);
        this.isComplete = this.isReady;
        if (this.isComplete) for (const done of this.waiting.splice(0)) done();
        break;
      case 'open':
        await this.parts.show(
          message.title,
          message.passages.map(passage => this.shown(passage)),
        );
        break;
      case 'save':
        if (REPORT_FORMATS.includes(message.format)) await this.write(message.format, message.content);
        this.asked?.done();
        this.asked = undefined;
        break;
    }
  }

  private shown(passage: ReportPassage): ShownPassage {
    const words = passage.kind === 'quote' ? this.report.quoteAt(passage.uri, passage.start)?.words : undefined;
    return words === undefined ? passage : { ...passage, words };
  }

  private async update(uris: Iterable<string>): Promise<void> {
    if (!this.isReady) return;
    const beginning = this.beginning;
    const isWanted = (): boolean => !this.isDisposed && this.beginning === beginning;
    const post = (change: ReportChange): void => this.post({ kind: 'documents', ...change });
    await this.report.tell(uris, post, isWanted);
    await this.report.readQuotes(uris, post, isWanted);
  }

  /** Tells what is true of the whole corpus, where it is news. */
  private tellCorpus(): void {
    if (!this.isReady) return;
    const { view, filter, names, titleOf } = this.parts;
    const folders = new Set(view.documents.map(({ uri, folder }) => titleOf(uri) ?? folder.name));
    const { words } = filter();
    const message: ToPage = {
      kind: 'corpus',
      name: [...folders].join(', ') || vscode.l10n.t('Report'),
      order: this.uris,
      ...(words === undefined ? {} : { filter: words }),
      names: [...names()],
    };
    const says = JSON.stringify(message);
    if (says === this.told) return;
    this.told = says;
    this.post(message);
  }

  private post(message: ToPage): void {
    void this.webview.postMessage(message);
  }

  private async write(format: ReportFormat, content: string): Promise<void> {
    const folder = this.parts.view.documents[0]?.folder;
    const ending = REPORT_ENDINGS[format];
    const target =
      this.asked?.target ??
      (await vscode.window.showSaveDialog({
        title: vscode.l10n.t('Save Report'),
        filters: { [ending.toUpperCase()]: [ending] },
        ...(folder
          ? { defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(folder.uri), '..', `${folder.name}-report.${ending}`) }
          : {}),
      }));
    if (!target) return;
    if (this.isOfCorpus(target)) {
      void showError(
        vscode.l10n.t('{0} is a file of the corpus and was not overwritten.', vscode.workspace.asRelativePath(target)),
      );
      return;
    }
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(vscode.l10n.t('The report was not saved: {0}', reason));
      return;
    }
    void showInformation(vscode.l10n.t('Report saved to {0}', vscode.workspace.asRelativePath(target)));
  }

  /** True for what a report must not be written over. */
  private isOfCorpus(target: vscode.Uri): boolean {
    const address = target.toString();
    return this.parts.view.documents.some(({ uri }) => address === uri || address === sidecarUriOf(uri));
  }

  private html(): string {
    const nonce = this.parts.newId() + this.parts.newId();
    const script = this.webview.asWebviewUri(
      vscode.Uri.joinPath(this.parts.extensionUri, 'dist', 'webview', 'report.js'),
    );
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${vscode.l10n.t('Report')}</title>
</head>
<body><main></main><script nonce="${nonce}" src="${String(script)}"></script></body>
</html>`;
  }
}
