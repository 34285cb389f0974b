/**
 * A text on one line, at most `characters` UTF-16 code units long: runs of blanks become one space, control characters and marks
 * that turn the direction of text go, and what is too long is cut after a word, with an ellipsis.
 */
export function excerpt(text: string, characters: number): string {
  // Twice what is asked for is enough to fold blanks in; an article-sized passage is not walked to its end for a label.
  const folded = text
    .slice(0, characters * 2 + 64)
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded.length <= characters && text.length <= characters * 2 + 64) return folded;
  const room = folded.slice(0, characters - 1);
  const lastBlank = room.lastIndexOf(' ');
  const cut = lastBlank > characters / 2 ? room.slice(0, lastBlank) : room.replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`;
}
