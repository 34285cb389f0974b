import { visibleText } from '../core/text/visibleText';

/**
 * A message that says what it says: VS Code makes links of `[words](command:…)` in notifications, and runs what they name; a passage or
 * a name that a stranger wrote must not become one. A blank without width parts what would be a link's two halves.
 */
export const messageText = (text: string): string => visibleText(text).replaceAll('](', ']\u200b(');

/** A text of a stranger among the icons of a label: `$(trash)` in it is these characters and no icon. Once more it changes nothing. */
export const labelText = (text: string): string => visibleText(text).replace(/(?<!\\)\$\(/g, '\\$(');

/** A text for the status bar or a picker: the icon in front is ours, what looks like one behind it is a stranger's. */
export const statusText = (text: string): string => {
  const [icon] = /^(?:\$\([\w-]+\) )?/.exec(text)!;
  return icon + labelText(text.slice(icon.length));
};
