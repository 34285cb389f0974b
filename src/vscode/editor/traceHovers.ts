import * as vscode from 'vscode';
import { type AcrossSources } from '../../app/acrossSources';
import { type Analysis } from '../../app/analysis';
import { COMMANDS } from '../names';
import { tracesText } from '../sourceText';
import { offsetOf } from './positions';

/** Says of a quote in how many other documents it stands, and how. Its own hover, so that what is known at once does not wait for it. */
export class TraceHovers implements vscode.HoverProvider {
  constructor(
    private readonly sources: AcrossSources,
    private readonly analysis: Analysis,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const uri = document.uri.toString();
    if (!this.analysis.openRecord(uri)) return undefined;
    const traced = await this.sources.traceAt(uri, offsetOf(document, position), () => !token.isCancellationRequested);
    const text = traced && tracesText(traced.traces);
    if (!traced || text === undefined) return undefined;
    const { start, end } = traced.passage.quote;
    const markdown = new vscode.MarkdownString('', true);
    markdown.isTrusted = { enabledCommands: [COMMANDS.traceQuote] };
    const argument = encodeURIComponent(JSON.stringify([{ document: uri, start, end }]));
    // The text is ours: counts and words for them.
    markdown.appendMarkdown(
      `$(references) ${text} &nbsp; [${vscode.l10n.t('Trace Quote')}](command:${COMMANDS.traceQuote}?${argument})`,
    );
    return new vscode.Hover(markdown);
  }
}
