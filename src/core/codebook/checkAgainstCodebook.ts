import { type Judgement } from '../annotation/model';
import { type StoredAnnotation } from '../sidecar/parseSidecar';
import { type Codebook } from './parseCodebook';

/** What an annotation lacks, or says, that its corpus' codebook has otherwise. */
export interface CodebookFinding {
  /** `lacking-field`: a field that the codebook requires; `unlisted-stance`: a stance that is none of its. */
  readonly code: 'lacking-field' | 'unlisted-stance';
  readonly annotation: StoredAnnotation;
  /** The field that is lacking, or the stance. */
  readonly value: string;
}

/**
 * The required fields that a judgement lacks, in the codebook's order. A target is asked of what has a stance, and a basis of what has a
 * grade; all others of every annotation.
 */
export function lackingFields(
  judgement: Judgement,
  { required = [] }: Pick<Codebook, 'required'>,
): readonly (keyof Judgement)[] {
  const { stance, reliability, credibility } = judgement;
  const isAsked = (field: keyof Judgement): boolean => {
    if (field === 'target') return stance !== undefined;
    return field !== 'basis' || reliability !== undefined || credibility !== undefined;
  };
  return required.filter(field => isAsked(field) && !judgement[field]?.toString());
}

/**
 * Where annotations are not as the codebook has it, in their order. A codebook's stances are all there are; its targets and tags are those
 * to begin with, and others may be used.
 */
export function checkAgainstCodebook(
  annotations: readonly StoredAnnotation[],
  codebook: Codebook | undefined,
): readonly CodebookFinding[] {
  if (!codebook) return [];
  const stances = new Set(codebook.stances?.map(({ name }) => name));
  return annotations.flatMap((annotation): readonly CodebookFinding[] => {
    const { stance } = annotation;
    const isUnlisted = stance !== undefined && stances.size > 0 && !stances.has(stance);
    return [
      ...(isUnlisted ? [{ code: 'unlisted-stance', annotation, value: stance } as const] : []),
      ...lackingFields(annotation, codebook).map(value => ({ code: 'lacking-field', annotation, value }) as const),
    ];
  });
}
