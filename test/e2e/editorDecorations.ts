/** Words that an extension has marked in an editor; one for each line that the mark stands on. */
export interface EditorDecoration {
  /** The words under the mark; hints that stand among them do not count. */
  readonly text: string;
  /** The line's style and place, which tell the kinds of highlights apart: `dotted below`, `solid box`; else empty. */
  readonly line: string;
  /** The style of the outline, which a tagged passage has; else empty. */
  readonly outline: string;
}

/** Runs in the page. A mark is drawn under a line of text, not around it, so its words are those at its place. */
export function readDecorations(): readonly EditorDecoration[] {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor');
  if (!editor) return [];

  const wordsIn = (area: DOMRect): string => {
    let words = '';
    for (const line of editor.querySelectorAll('.view-line')) {
      const { top, bottom } = line.getBoundingClientRect();
      if (area.top + 1 > bottom || area.bottom - 1 < top) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('[class*="dyn-rule"]')) continue;
        for (let index = 0; index < (node.textContent ?? '').length; index++) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const { left, right, top: y, height } = range.getBoundingClientRect();
          const isInside = (left + right) / 2 > area.left && (left + right) / 2 < area.right;
          if (isInside && y + height / 2 > area.top && y + height / 2 < area.bottom) words += range.toString();
        }
      }
    }
    return words.replaceAll('\u00a0', ' ');
  };

  return [...editor.querySelectorAll('.view-overlays .cdr[class*="ced-"]')].flatMap(mark => {
    const text = wordsIn(mark.getBoundingClientRect());
    const style = getComputedStyle(mark);
    const hasLine = style.borderBottomWidth !== '0px';
    const line = hasLine ? `${style.borderBottomStyle} ${style.borderTopWidth === '0px' ? 'below' : 'box'}` : '';
    return text === '' ? [] : [{ text, line, outline: style.outlineStyle === 'none' ? '' : style.outlineStyle }];
  });
}

/** Runs in the page. The inlay hints that are on the screen: words that stand in the lines without being in the text. */
export function readHints(): readonly string[] {
  const hints = document.querySelectorAll('.editor-group-container.active .view-line [class*="dyn-rule"]');
  return [...hints].map(hint => (hint.textContent ?? '').replaceAll('\u00a0', ' ').trim()).filter(text => text !== '');
}
