import * as vscode from 'vscode';
import { type AcrossSources, type IsWanted, type SourceArticle } from '../app/acrossSources';
import { type Span } from '../core/text/span';

/** The passage at an offset and where else it stands; nothing where it stands nowhere else. A figure within a quote comes before the quote. */
export async function referencesAt(
  sources: AcrossSources,
  uri: string,
  offset: number,
  isWanted: IsWanted,
): Promise<vscode.Location[]> {
  const compared = await sources.compareAt(uri, offset, isWanted);
  if (compared?.others.length)
    return [
      locationIn(compared.article, compared.claim),
      ...compared.others.map(({ article, comparison }) => locationIn(article, comparison.b.claim)),
    ];
  const traced = await sources.traceAt(uri, offset, isWanted);
  if (!traced?.traces.length) return [];
  return [
    locationIn(traced.article, traced.passage.quote),
    ...traced.traces.map(({ article, trace }) => locationIn(article, trace.span)),
  ];
}

/** A passage of an article that may not be open. */
export function locationIn({ uri, lines }: SourceArticle, { start, end }: Span): vscode.Location {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(from.line, from.character, to.line, to.character));
}
