import { type MarkdownString } from 'vscode';
import { visibleText } from '../core/text/visibleText';

/**
 * Appends text as text: whatever it holds, it is shown and never becomes markup, HTML, a link or an icon. Unlike `appendText`
 * alone it shows what cannot be seen, keeps blanks that a line may break at, and leaves no `<` or `&` to be read as HTML. Blank lines become paragraphs.
 */
export function appendPlain(markdown: MarkdownString, text: string): void {
  visibleText(text)
    .split(/(\s+|[<&])/)
    .forEach((part, i) => {
      if (i % 2 === 0) markdown.appendText(part);
      else if (part === '<') markdown.appendMarkdown('&lt;');
      else if (part === '&') markdown.appendMarkdown('&amp;');
      else markdown.appendMarkdown(/\n\s*\n/.test(part) ? '\n\n' : part.includes('\n') ? '  \n' : ' ');
    });
}
