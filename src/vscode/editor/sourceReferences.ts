import type * as vscode from 'vscode';
import { type AcrossSources } from '../../app/acrossSources';
import { type Analysis } from '../../app/analysis';
import { referencesAt } from '../sourceLocations';
import { offsetOf } from './positions';

/** Find All References on a quote: where else it stands. On a figure: the figures of other articles that are of the same thing. */
export class SourceReferences implements vscode.ReferenceProvider {
  constructor(
    private readonly sources: AcrossSources,
    private readonly analysis: Analysis,
  ) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    _context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> {
    const uri = document.uri.toString();
    if (!this.analysis.openRecord(uri)) return undefined;
    return referencesAt(this.sources, uri, offsetOf(document, position), () => !token.isCancellationRequested);
  }
}
