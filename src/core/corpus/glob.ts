/** Tells whether a glob takes a path (slashes, no leading one). */
export type PathMatcher = (path: string) => boolean;

/** A longer pattern takes nothing: nobody writes one, and each character of it costs a step for each character of a path. */
export const MAX_GLOB_LENGTH = 2_000;

/**
 * A matcher for a glob as VS Code's settings have them: `*`, `?`, `[a-z]`, `[!a]`, `{a,b}`, `**` for any folders (`a/**` is what lies below `a`), a backslash before a
 * character that means itself, `!` in front for all that the rest does not take. Case does not count. Any other text is itself, and so
 * is a mark that is never closed. Takes time linear in pattern and path, whatever they are: all that the pattern may have come
 * to is followed at once. (A regular expression made of `*a*a*a*b` takes hours for a long name, and the workspace's settings and
 * names are a stranger's.)
 */
export function glob(pattern: string): PathMatcher {
  if (pattern.length > MAX_GLOB_LENGTH) return () => false;
  const [marks] = /^!*/.exec(pattern)!;
  const positive = pattern.slice(marks.length).replace(/^\.\//, '').toLowerCase();
  const follower = new Follower(new GlobReader(positive).read());
  return marks.length % 2 === 0 ? path => follower.takes(path) : path => !follower.takes(path);
}

/** One step of a pattern: takes a character, or leads on without one. */
type Step =
  | { readonly kind: 'take'; readonly takes: (character: string) => boolean }
  | { readonly kind: 'fork'; readonly to: number[] };

const isNoSlash = (character: string): boolean => character !== '/';

/** All that a pattern may have come to, as numbers of steps in their order. */
interface State {
  readonly steps: readonly number[];
  readonly isEnd: boolean;
  /** By the next character's code, as far as that was met. */
  readonly next: Map<number, State>;
}

/** So many ways from state to state are remembered: few patterns come to a hundred, and a stranger's may come to any number. */
const MOST_REMEMBERED = 10_000;

/** Follows the steps of a pattern from a path's start to its end. Step number `steps.length` is the end. Remembers its ways: paths of a corpus are much alike. */
class Follower {
  private readonly states = new Map<string, State>();
  private readonly seen: Int32Array;
  private arrivals = 0;
  private remembered = 0;

  constructor(private readonly steps: readonly Step[]) {
    this.seen = new Int32Array(steps.length + 1);
  }

  takes(path: string): boolean {
    const lower = path.toLowerCase();
    let state = this.stateAfter([0]);
    for (let i = 0; i < lower.length && state.steps.length > 0; i++)
      state = state.next.get(lower.charCodeAt(i)) ?? this.advance(state, lower[i]!);
    return state.isEnd;
  }

  private advance(state: State, character: string): State {
    const taken = state.steps.flatMap(at => {
      const step = this.steps[at];
      return step?.kind === 'take' && step.takes(character) ? at + 1 : [];
    });
    const next = this.stateAfter(taken);
    state.next.set(character.charCodeAt(0), next);
    if (++this.remembered > MOST_REMEMBERED) {
      // What is in hand is followed to its end; all else is made anew.
      this.states.clear();
      this.remembered = 0;
    }
    return next;
  }

  /** Where one is at these steps, and wherever forks lead from there. */
  private stateAfter(first: readonly number[]): State {
    const key = first.join();
    let state = this.states.get(key);
    if (!state) this.states.set(key, (state = this.reached(first)));
    return state;
  }

  private reached(first: readonly number[]): State {
    const time = ++this.arrivals;
    const found: number[] = [];
    const pending = [...first];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (this.seen[at] === time) continue;
      this.seen[at] = time;
      const step = this.steps[at];
      if (step?.kind === 'fork') pending.push(...step.to);
      else found.push(at);
    }
    found.sort((a, b) => a - b);
    return { steps: found, isEnd: found.at(-1) === this.steps.length, next: new Map() };
  }
}

/** Reads a glob into steps. */
class GlobReader {
  private readonly steps: Step[] = [];
  private at = 0;

  constructor(private readonly pattern: string) {}

  read(): readonly Step[] {
    this.sequence(0);
    return this.steps;
  }

  /** Reads up to what closes or parts the braces that it stands in. */
  private sequence(depth: number): void {
    while (this.at < this.pattern.length) {
      const character = this.pattern[this.at]!;
      if (depth > 0 && (character === ',' || character === '}')) return;
      if (character === '{' && this.closes()) this.alternatives(depth);
      else if (character === '[' && this.characterClass()) continue;
      else if (character === '*') this.stars();
      else {
        this.at++;
        if (character === '?') this.take(isNoSlash);
        else this.literal(character === '\\' ? (this.pattern[this.at++] ?? '\\') : character);
      }
    }
  }

  private stars(): void {
    const before = this.pattern[this.at - 1];
    const [stars] = /^\*+/.exec(this.pattern.slice(this.at))!;
    this.at += stars.length;
    const after = this.pattern[this.at];
    const beginsPart = before === undefined || before === '/' || before === '{' || before === ',';
    const endsPart = after === undefined || after === '}' || after === ',';
    if (stars.length > 1 && beginsPart && after === '/') {
      // `**/`: any folders, none too.
      this.at++;
      const start = this.steps.length;
      const entry = this.fork();
      this.repeat(isNoSlash);
      this.literal('/');
      this.fork().splice(0, 1, start);
      entry.push(this.steps.length);
    } else this.repeat(stars.length > 1 && beginsPart && endsPart ? () => true : isNoSlash);
  }

  /** Any number of characters. */
  private repeat(takes: (character: string) => boolean): void {
    const start = this.steps.length;
    const entry = this.fork();
    this.take(takes);
    this.fork().splice(0, 1, start);
    entry.push(this.steps.length);
  }

  private alternatives(depth: number): void {
    const range = /^\{(.)\.\.(.)\}/.exec(this.pattern.slice(this.at, this.at + 6));
    if (range) {
      const [first, last] = [range[1]!, range[2]!].sort() as [string, string];
      this.at += range[0].length;
      this.take(character => character >= first && character <= last);
      return;
    }
    const ends: number[][] = [];
    while (this.at < this.pattern.length && this.pattern[this.at] !== '}') {
      this.at++;
      const entry = this.fork();
      this.sequence(depth + 1);
      const end = this.fork();
      end.length = 0;
      ends.push(end);
      if (this.pattern[this.at] === ',') entry.push(this.steps.length);
    }
    this.at++;
    for (const end of ends) end.push(this.steps.length);
  }

  /** Whether the brace at the place is closed. */
  private closes(): boolean {
    let depth = 0;
    for (let i = this.at; i < this.pattern.length; i++) {
      const character = this.pattern[i];
      if (character === '\\') i++;
      else if (character === '{') depth++;
      else if (character === '}' && --depth === 0) return true;
    }
    return false;
  }

  private characterClass(): boolean {
    const found = /^\[([!^]?)(\]?[^\]]*)\]/.exec(this.pattern.slice(this.at));
    if (!found) return false;
    this.at += found[0].length;
    const isNegative = found[1] !== '';
    const ranges = [...found[2]!.matchAll(/([^])-([^])|\\?([^])/g)].map(([, first, last, single]) =>
      first === undefined ? ([single!, single!] as const) : ([first, last!] as const),
    );
    this.take(
      character =>
        isNoSlash(character) && ranges.some(([first, last]) => character >= first && character <= last) !== isNegative,
    );
    return true;
  }

  private literal(wanted: string): void {
    this.take(character => character === wanted);
  }

  private take(takes: (character: string) => boolean): void {
    this.steps.push({ kind: 'take', takes });
  }

  /** Where it leads: to the next step, until told otherwise. */
  private fork(): number[] {
    const to = [this.steps.length + 1];
    this.steps.push({ kind: 'fork', to });
    return to;
  }
}
