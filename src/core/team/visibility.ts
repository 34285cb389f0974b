import { type Annotation, type Pass } from '../annotation/model';

/** Whose annotations somebody wants to see. */
export const AUTHOR_MODES = ['all', 'mine', 'others'] as const;
export type AuthorMode = (typeof AUTHOR_MODES)[number];

/** Who looks at a document, and how. */
export interface Viewer {
  /** As authors are named; undefined where that is not known. */
  readonly name: string | undefined;
  readonly mode: AuthorMode;
  /** The document is annotated double-blind: nobody sees others' annotations before the own pass is done. */
  readonly blind: boolean;
}

/**
 * True where an annotation is the viewer's. One without an author is nobody's where the viewer has a name, and the viewer's where
 * neither has.
 */
export const isOwn = ({ author }: Pick<Annotation, 'author'>, { name }: Pick<Viewer, 'name'>): boolean =>
  author === name;

/** True where others' annotations of a document are withheld: it is annotated double-blind, and the viewer's pass is not done. */
export const isWithheld = (passes: readonly Pass[], { name, blind }: Pick<Viewer, 'name' | 'blind'>): boolean =>
  blind && !passes.some(({ by }) => by === name);

/** Which annotations of a document a viewer is let see. */
export function visibleAnnotations<A extends Pick<Annotation, 'author'>>(
  annotations: readonly A[],
  passes: readonly Pass[],
  viewer: Viewer,
): readonly A[] {
  const withheld = isWithheld(passes, viewer);
  if (!withheld && viewer.mode === 'all') return annotations;
  return annotations.filter(annotation =>
    isOwn(annotation, viewer) ? viewer.mode !== 'others' : !withheld && viewer.mode !== 'mine',
  );
}
