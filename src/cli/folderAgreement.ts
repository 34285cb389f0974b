import { relative } from 'node:path';
import { type Agreement, agreementOn, type AnnotatedDocument } from '../core/agreement/agreement';
import { isSure } from '../core/anchor/resolution';
import { resolveAnchors } from '../core/anchor/resolveAnchor';
import { problemsWith } from '../core/sidecar/checkSidecar';
import { parseSidecar } from '../core/sidecar/parseSidecar';
import { articleNameOf, isSidecarName } from '../core/sidecar/sidecarName';
import { articleOf, corpusFilesBelow } from './corpusFolder';
import { type Finding, findingsOf, unreadable } from './finding';
import { readText } from './readText';

/** Agreement on the documents below a folder. Files are named relative to it. */
export interface FolderAgreement {
  /** Those that two annotators or more annotated. */
  readonly documents: readonly (Agreement & { readonly file: string })[];
  /** All of these together. */
  readonly corpus: Agreement;
  readonly leftOut: {
    /** Documents of one annotator alone. */
    readonly documents: number;
    /** Annotations without an author. */
    readonly unsigned: number;
    /** Annotations whose passage is lost or uncertain. */
    readonly unplaced: number;
  };
}

/**
 * Reads the sidecars and articles below a folder. `findings` are what is wrong with them and so is left out; a passage that moved and was
 * found counts where it is now.
 */
export async function agreementBelow(
  folder: string,
): Promise<{ readonly agreement: FolderAgreement; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const documents: (AnnotatedDocument & { readonly file: string })[] = [];
  let unplaced = 0;
  for (const sidecar of (await corpusFilesBelow(folder)).filter(isSidecarName)) {
    const name = relative(folder, sidecar);
    try {
      const source = await readText(sidecar);
      const article = await articleOf(sidecar);
      const parsed = parseSidecar(source);
      const resolutions = article === undefined ? undefined : resolveAnchors(article, parsed.annotations);
      const problems = problemsWith(parsed, resolutions).filter(({ code }) => code !== 'moved');
      findings.push(...findingsOf(name, source, problems));
      if (article === undefined || resolutions === undefined) continue;
      const annotations = parsed.annotations.flatMap((annotation, index) => {
        const resolution = resolutions[index]!;
        return isSure(resolution) ? { ...annotation, ...resolution.span } : [];
      });
      const done = parsed.passes.map(({ by }) => by);
      unplaced += parsed.annotations.length - annotations.length;
      documents.push({ file: articleNameOf(name)!, length: article.length, annotations, done });
    } catch (error) {
      findings.push(...unreadable(name, error as Error));
    }
  }
  const agreements = documents.map(document => ({ file: document.file, ...agreementOn([document]) }));
  const authors = documents.map(
    ({ annotations, done = [] }) => new Set([...annotations.flatMap(({ author }) => author ?? []), ...done]),
  );
  const agreement: FolderAgreement = {
    documents: agreements.filter(({ annotators }) => annotators.length >= 2),
    corpus: agreementOn(documents),
    leftOut: {
      documents: authors.filter(({ size }) => size === 1).length,
      unsigned: documents.flatMap(({ annotations }) => annotations.filter(({ author }) => author === undefined)).length,
      unplaced,
    },
  };
  return { agreement, findings };
}
