import { type Agreement, agreementSteps } from '../core/agreement/agreement';
import { isSure } from '../core/anchor/resolution';
import { type Annotation, isDismissal } from '../core/annotation/model';
import { type Difference, differencesIn, isAdjudication } from '../core/team/differences';
import { type Analysis } from './analysis';
import { type AnnotationStore } from './annotationStore';
import { type CorpusView } from './corpusView';
import { type DocumentUri } from './ports';
import { type Visibility } from './visibility';

/** A document with what its annotators said, at the places where the passages are now. */
interface ComparedDocument {
  readonly uri: DocumentUri;
  readonly length: number;
  readonly annotations: readonly Annotation[];
  readonly done: readonly string[];
}

/** How far the annotators of some documents agree, and what could not be compared. */
export interface TeamAgreement {
  readonly agreement: Agreement;
  readonly differences: readonly DocumentDifferences[];
  readonly leftOut: {
    /** Documents of which nothing may be told before the own pass is done. */
    readonly withheld: number;
    /** Documents that were not read yet. */
    readonly unread: number;
    /** Annotations without an author. */
    readonly unsigned: number;
    /** Annotations whose passage is lost or uncertain. */
    readonly unplaced: number;
  };
}

export interface DocumentDifferences {
  readonly uri: DocumentUri;
  readonly differences: readonly Difference<Annotation>[];
}

/** Compares what annotators said. Derives, and keeps nothing; of what is withheld it tells nothing. */
export class TeamWork {
  constructor(
    private readonly view: CorpusView,
    private readonly store: AnnotationStore,
    private readonly analysis: Analysis,
    private readonly visibility: Visibility,
  ) {}

  /**
   * Agreement on one document, or on all of the corpus, worked out in steps (see inSlices). Whose annotations the user wants to see makes
   * no difference here.
   */
  *agreement(document?: DocumentUri): Generator<void, TeamAgreement> {
    const uris = document === undefined ? this.annotated : [document];
    const compared: ComparedDocument[] = [];
    const leftOut = { withheld: 0, unread: 0, unsigned: 0, unplaced: 0 };
    for (const uri of uris) {
      const found = this.compared(uri);
      if (typeof found === 'string') leftOut[found]++;
      else {
        compared.push(found);
        const placed = found.annotations.filter(annotation => !isDismissal(annotation)).length;
        leftOut.unplaced += this.store.everyAnnotation(uri).length - placed;
        leftOut.unsigned += found.annotations.filter(({ author }) => author === undefined).length;
      }
      yield;
    }
    const differences: DocumentDifferences[] = [];
    for (const { uri, annotations, done } of compared) {
      const found = differencesIn(annotations, done);
      if (found.length > 0) differences.push({ uri, differences: found });
      yield;
    }
    return { agreement: yield* agreementSteps(compared), differences, leftOut };
  }

  /** Where the annotators of a document differ, in the order of the text; nothing where they are withheld. */
  differences(uri: DocumentUri): readonly Difference<Annotation>[] {
    const found = this.compared(uri);
    return typeof found === 'string' ? [] : differencesIn(found.annotations, found.done);
  }

  /** Documents with a sidecar, in the order of the corpus. */
  get annotated(): readonly DocumentUri[] {
    return this.view.documents.map(({ uri }) => uri).filter(uri => this.store.state(uri));
  }

  private compared(uri: DocumentUri): ComparedDocument | 'withheld' | 'unread' {
    const passes = this.store.passes(uri);
    if (this.visibility.isWithheld(uri, passes)) return 'withheld';
    const record = this.analysis.record(uri);
    if (!record) return 'unread';
    const annotations = [...record.followed.values()].flatMap(passage =>
      isSure(passage) && passage.span && (!isDismissal(passage.annotation) || isAdjudication(passage.annotation))
        ? [{ ...passage.annotation, ...passage.span }]
        : [],
    );
    return { uri, length: record.length, annotations, done: passes.map(({ by }) => by) };
  }
}
