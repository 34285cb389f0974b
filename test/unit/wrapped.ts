/** The words of a text in lines of at most `width` characters, as mail programmes break them. */
export function wrapped(text: string, width: number, lineBreak = '\n'): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(lineBreak);
}
