/** What of a text's form is not told by its lines. */
export interface TextStyle {
  readonly byteOrderMark: boolean;
  /** Undefined where line ends are mixed: they are left as they are. */
  readonly lineBreak: '\n' | '\r\n' | undefined;
  /** False where the last line has no line end. */
  readonly endsInBreak: boolean;
  /** The text without all of this: LF line ends, one at the end, no byte order mark. */
  readonly plain: (text: string) => string;
}

type Form = Omit<TextStyle, 'plain'>;

/** The form of three versions of a text: what one side changed is that side's. An empty base says nothing. */
export function commonStyle(base: string, ours: string, theirs: string): TextStyle {
  const [our, their] = [formOf(ours), formOf(theirs)];
  const was = base === '' ? undefined : formOf(base);
  const pick = <K extends keyof Form>(key: K, preferred: Form[K]): Form[K] =>
    our[key] === their[key] || their[key] === was?.[key] ? our[key] : our[key] === was?.[key] ? their[key] : preferred;
  const isMixed = [our, their, was].some(form => form && form.lineBreak === undefined);
  return {
    byteOrderMark: pick('byteOrderMark', false),
    lineBreak: isMixed ? undefined : pick('lineBreak', '\n'),
    endsInBreak: pick('endsInBreak', true),
    plain: text => {
      const marked = text.startsWith('\ufeff') ? text.slice(1) : text;
      const broken = isMixed ? marked : marked.replaceAll('\r\n', '\n');
      return broken === '' || broken.endsWith('\n') ? broken : `${broken}\n`;
    },
  };
}

/** A plain text in its form again. */
export function styled(text: string, { byteOrderMark, lineBreak, endsInBreak }: Form): string {
  const ended = endsInBreak ? text : text.replace(/\r?\n$/, '');
  return (byteOrderMark ? '\ufeff' : '') + (lineBreak === '\r\n' ? ended.replaceAll('\n', '\r\n') : ended);
}

function formOf(text: string): Form {
  const crlf = text.includes('\r\n');
  const isMixed = /\r(?!\n)/.test(text) || (crlf && /(^|[^\r])\n/.test(text));
  return {
    byteOrderMark: text.startsWith('\ufeff'),
    lineBreak: isMixed ? undefined : crlf ? '\r\n' : '\n',
    endsInBreak: text === '' || text.endsWith('\n'),
  };
}
