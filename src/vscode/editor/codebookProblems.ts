import * as vscode from 'vscode';
import { type Codebooks } from '../../app/codebooks';
import { diagnosticsIn, problemDiagnostic } from './diagnostics';

/** Puts what is wrong with codebooks into the Problems panel, where it is. */
export function codebookProblems(codebooks: Codebooks): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('pressmark-codebook');
  const refresh = (): void => {
    collection.clear();
    for (const { uri, source, codebook } of codebooks.all) {
      const make = diagnosticsIn(source);
      collection.set(
        vscode.Uri.parse(uri),
        codebook.problems.map(problem => problemDiagnostic(make, problem)),
      );
    }
  };
  return vscode.Disposable.from(collection, codebooks.onDidChange(refresh));
}
