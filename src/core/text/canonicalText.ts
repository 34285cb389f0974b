/**
 * The text all offsets count in: no byte order mark, every line end one LF. A sidecar's positions so mean the same whatever
 * git's autocrlf or an editor does to line endings. Returns the argument itself where nothing is to be done.
 */
export function canonicalText(raw: string): string {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
