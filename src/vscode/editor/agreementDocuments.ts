import * as vscode from 'vscode';
import { type Analysis } from '../../app/analysis';
import { type AnnotationStore } from '../../app/annotationStore';
import { type CorpusView } from '../../app/corpusView';
import { inSlices } from '../../app/inSlices';
import { type Clock } from '../../app/ports';
import { type TeamAgreement, type TeamWork } from '../../app/teamWork';
import { type AgreementPage, agreementPage } from '../agreementText';
import { COMMANDS } from '../names';
import { Refresher } from '../refresher';

const SCHEME = 'pressmark-agreement';

const agreementUri = (document?: string): vscode.Uri =>
  vscode.Uri.from({ scheme: SCHEME, path: '/Agreement.md', query: document ?? '' });

/** Pages that say how far annotators agree and where they differ; they keep up while they are open. */
export class AgreementDocuments
  implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable
{
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly pages = new Map<string, AgreementPage>();
  /** How often each page was asked for. */
  private readonly asked = new Map<string, number>();
  /** The pages that were stopped before they were done. */
  private readonly stopped = new Set<string>();
  private readonly subscriptions: vscode.Disposable[];

  readonly onDidChange = this.changes.event;

  constructor(
    private readonly team: TeamWork,
    private readonly view: CorpusView,
    store: AnnotationStore,
    analysis: Analysis,
    private readonly clock: Clock,
  ) {
    const refresher = new Refresher(() => this.refresh());
    const selector = { scheme: SCHEME };
    this.subscriptions = [
      this.changes,
      refresher,
      store.onDidChange(uri => refresher.some([uri])),
      analysis.onDidChange(uris => refresher.some(uris)),
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.languages.registerDocumentLinkProvider(selector, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.pages.delete(uri.toString())),
    ];
  }

  /** The address of the page on a document, or on the whole corpus. One that was stopped is begun anew. */
  pageOf(document?: string): vscode.Uri {
    const uri = agreementUri(document);
    if (this.stopped.delete(uri.toString())) {
      this.pages.delete(uri.toString());
      this.changes.fire(uri);
    }
    return uri;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
    const address = uri.toString();
    const document = uri.query === '' ? undefined : uri.query;
    const asked = (this.asked.get(address) ?? 0) + 1;
    this.asked.set(address, asked);
    // What came meanwhile has been asked for anew.
    const isWanted = (): boolean => this.asked.get(address) === asked;
    const compare = (isStillWanted: () => boolean): Promise<TeamAgreement | undefined> =>
      inSlices(this.team.agreement(document), this.clock, isStillWanted);
    const isKnown = this.pages.has(address);
    const found =
      document !== undefined || isKnown
        ? await compare(isWanted)
        : await vscode.window.withProgress(
            {
              location: vscode.ProgressLocation.Notification,
              title: vscode.l10n.t('Comparing annotations'),
              cancellable: true,
            },
            (_progress, token) => compare(() => isWanted() && !token.isCancellationRequested),
          );
    if (!isWanted()) return undefined;
    const titleOf = (article: string): string => this.view.overview(article)?.title ?? '';
    const title = document === undefined ? vscode.l10n.t('all documents') : titleOf(document);
    const page: AgreementPage = found
      ? agreementPage(title, found, titleOf)
      : { text: vscode.l10n.t('Stopped. Show agreement again to compare.'), links: [] };
    this.pages.set(address, page);
    if (!found) this.stopped.add(address);
    return page.text;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const page = this.pages.get(document.uri.toString());
    if (page?.text !== document.getText()) return [];
    return page.links.map(({ start, end, kind, reference }) => {
      const command = kind === 'passage' ? COMMANDS.goToPassage : COMMANDS.adjudicate;
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      const target = vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([reference]))}`);
      const link = new vscode.DocumentLink(range, target);
      link.tooltip = kind === 'passage' ? vscode.l10n.t('Go to Passage') : vscode.l10n.t('Adjudicate');
      return link;
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private refresh(): void {
    for (const uri of this.pages.keys()) this.changes.fire(vscode.Uri.parse(uri));
  }
}
