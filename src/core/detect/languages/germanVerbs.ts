/** The finite forms of weak German verbs given by their stems: sag → sagt, sagte, sagten; entgegn → entgegnet, entgegnete, entgegneten. */
export function weakVerbs(stems: string): string {
  return stems
    .trim()
    .split(/\s+/)
    .flatMap(stem => {
      const link = /(?:[td]|chn|gn)$/.test(stem) ? 'e' : '';
      return [`${stem}${link}t`, `${stem}${link}te`, `${stem}${link}ten`];
    })
    .join(' ');
}
