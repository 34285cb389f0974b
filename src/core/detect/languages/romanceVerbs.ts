/** Forms of verbs that tables of Romance languages list, each list parted by blanks. */
export interface RomanceForms {
  readonly finite: string;
  readonly gerund: string;
}

/** Forms of French verbs in -er by their stems, as articles report with them: clam → clame, clament, clamait, clamé, clamant. */
export const frenchVerbs = (stems: string): RomanceForms => ({
  finite: withEndings(stems, ['e', 'ent', 'ait', 'aient', 'é']),
  gerund: withEndings(stems, ['ant']),
});

/** Forms of Spanish verbs in -ar by their stems: narr → narra, narran, narró, narraron, narraba, narraban, narrado, narrando. */
export const spanishVerbs = (stems: string): RomanceForms => ({
  finite: withEndings(stems, ['a', 'an', 'ó', 'aron', 'aba', 'aban', 'ado']),
  gerund: withEndings(stems, ['ando']),
});

const withEndings = (stems: string, endings: readonly string[]): string =>
  stems
    .trim()
    .split(/\s+/)
    .flatMap(stem => endings.map(ending => stem + ending))
    .join(' ');
