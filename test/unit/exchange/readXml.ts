import assert from 'node:assert/strict';

/** An element as a reader has it. `text` is what stands in it directly. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReadElement[];
  readonly text: string;
}

/** Any character that XML 1.0 allows but for `<` and `&`. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads XML strictly, as far as Pressmark writes it: elements, attributes and text, character references, no more. Throws where it is not well-formed. */
export function readXml(source: string): ReadElement {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  assert.ok(source.startsWith(declaration) && CHARACTERS.test(source));
  let at = declaration.length;
  const take = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = at;
    const found = sticky.exec(source) ?? assert.fail(`${pattern} at ${at}: ${source.slice(at, at + 60)}`);
    at = sticky.lastIndex;
    return found;
  };
  const element = (): ReadElement => {
    const [, name, pairs, empty] = take(/<([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>/);
    const found = [...pairs!.matchAll(/ ([\w:]+)="([^"]*)"/g)].map(
      ([, key, value]) => [key!, resolved(value!.replace(/[\t\n\r]/g, ' '))] as const,
    );
    assert.equal(new Set(found.map(([key]) => key)).size, found.length);
    const attributes = Object.fromEntries(found);
    const children: ReadElement[] = [];
    let text = '';
    if (empty) return { name: name!, attributes, children, text };
    for (;;) {
      text += resolved(take(/[^<]*/)[0].replace(/\r\n?/g, '\n'));
      if (source.startsWith('</', at)) break;
      children.push(element());
    }
    assert.equal(take(/<\/([\w:]+)>/)[1], name);
    return { name: name!, attributes, children, text };
  };
  const root = element();
  assert.equal(source.slice(at).trim(), '');
  return root;
}

function resolved(text: string): string {
  assert.doesNotMatch(text, /&(?!#\d+;)/);
  return text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
}
