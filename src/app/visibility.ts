import { type Annotation, type Pass } from '../core/annotation/model';
import { type AuthorMode, isOwn, isWithheld, type Viewer, visibleAnnotations } from '../core/team/visibility';
import { type Codebooks } from './codebooks';
import { type Disposable, Emitter, type Event } from './event';
import { type DocumentUri } from './ports';

/** Says who looks at a document, without asking anybody. */
export interface Annotator {
  /** As authors are named; undefined where that is not known, or not yet. */
  nameFor(document: DocumentUri): string | undefined;
  readonly onDidChange: Event<void>;
}

/** What a user chose about whose annotations to see. `blind` can only make a folder stricter than its codebook does. */
export interface VisibilityChoice {
  readonly mode: AuthorMode;
  readonly blind: boolean;
  readonly onDidChange: Event<void>;
}

/** What the store asks before it tells anybody of a document's annotations. */
export interface AnnotationGate {
  visible<A extends Annotation>(
    document: DocumentUri,
    annotations: readonly A[],
    passes: readonly Pass[],
  ): readonly A[];
  /** Fires where any document's annotations may be let in or left out otherwise, or be somebody else's. */
  readonly onDidChange: Event<void>;
}

/** Decides whose annotations are seen: the user's choice, and double-blind. The store asks it, everybody else asks the store. */
export class Visibility implements AnnotationGate, Disposable {
  private readonly changes = new Emitter<void>();
  private readonly subscriptions: readonly Disposable[];
  /** Who looks at documents, while one piece of work is done: it asks for each of many annotations, and settings are slow to tell. */
  private names: Map<DocumentUri, string | undefined> | undefined;

  readonly onDidChange = this.changes.event;

  constructor(
    private readonly codebooks: Codebooks,
    private readonly annotator: Annotator,
    private readonly choice: VisibilityChoice,
  ) {
    let blindness = codebooks.blindness;
    const fire = (): void => this.changes.fire();
    this.subscriptions = [
      annotator.onDidChange(() => {
        this.names = undefined;
        fire();
      }),
      choice.onDidChange(fire),
      codebooks.onDidChange(() => {
        const before = blindness;
        blindness = codebooks.blindness;
        if (blindness !== before) fire();
      }),
    ];
  }

  get mode(): AuthorMode {
    return this.choice.mode;
  }

  visible<A extends Annotation>(
    document: DocumentUri,
    annotations: readonly A[],
    passes: readonly Pass[],
  ): readonly A[] {
    return visibleAnnotations(annotations, passes, this.viewer(document));
  }

  /** What is not withheld, whatever else the user chose to see. */
  unwithheld<A extends Annotation>(
    document: DocumentUri,
    annotations: readonly A[],
    passes: readonly Pass[],
  ): readonly A[] {
    return visibleAnnotations(annotations, passes, { ...this.viewer(document), mode: 'all' });
  }

  /** True where an annotation is by who looks at it. */
  isOwn(document: DocumentUri, annotation: Pick<Annotation, 'author'>): boolean {
    return isOwn(annotation, { name: this.nameFor(document) });
  }

  /** True where a document is annotated double-blind, whoever is done. */
  isBlind(document: DocumentUri): boolean {
    return this.choice.blind || this.codebooks.isBlind(document);
  }

  /** True where others' annotations of a document are withheld: it is double-blind, and the own pass over it is not done. */
  isWithheld(document: DocumentUri, passes: readonly Pass[]): boolean {
    return isWithheld(passes, this.viewer(document));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changes.dispose();
  }

  private nameFor(document: DocumentUri): string | undefined {
    if (!this.names) {
      this.names = new Map<DocumentUri, string | undefined>();
      queueMicrotask(() => (this.names = undefined));
    }
    if (!this.names.has(document)) this.names.set(document, this.annotator.nameFor(document));
    return this.names.get(document);
  }

  private viewer(document: DocumentUri): Viewer {
    return { name: this.nameFor(document), mode: this.mode, blind: this.isBlind(document) };
  }
}
