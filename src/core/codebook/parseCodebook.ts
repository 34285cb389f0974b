import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { JUDGEMENT_FIELDS, RELIABILITIES, type Judgement, type Reliability } from '../annotation/model';
import { readYaml, type YamlReading } from '../sidecar/readYaml';
import { spanOf, textOf, valueOf } from '../sidecar/readFields';
import { type SidecarProblem } from '../sidecar/sidecarProblem';
import {
  CODE_COLOURS,
  type CodeColour,
  CREDIBILITY_SCHEMES,
  type CredibilityScheme,
  STANCE_SCHEMES,
  type StanceScheme,
} from './schemes';

/** One entry of a codebook's list. */
export interface CodebookEntry {
  readonly name: string;
  readonly definition?: string;
  /** The key that gives it in tagging mode, one letter or digit. */
  readonly key?: string;
  readonly colour?: CodeColour;
}

/** Who is quoted, and how reliable they have proved to be. */
export interface CodebookSource {
  readonly name: string;
  /** What else articles call them. */
  readonly aliases: readonly string[];
  readonly outlet?: string;
  /** Proposed for what they say, and never given unseen. */
  readonly reliability?: Reliability;
  readonly note?: string;
}

/** What can be a key of the tagging mode. */
export const TAGGING_KEY = /^[a-zA-Z0-9]$/;

/** What a codebook (`pressmark.yaml`) offers. A list that is absent, or cannot be read, is undefined. */
export interface Codebook {
  /** What the corpus is called. */
  readonly title?: string;
  /** Those of the list `stances`; without one, those of the scheme that the codebook names. */
  readonly stances?: readonly CodebookEntry[];
  readonly targets?: readonly CodebookEntry[];
  readonly tags?: readonly CodebookEntry[];
  /** Annotators see nothing of each other in a document before they are done with it. */
  readonly blind?: boolean;
  /** What an annotation is to say; see lackingFields. */
  readonly required?: readonly (keyof Judgement)[];
  /** Undefined: admiralty. */
  readonly credibilityScheme?: CredibilityScheme;
  readonly sources?: readonly CodebookSource[];
  readonly problems: readonly SidecarProblem[];
}

/**
 * Reads a codebook. Each list of codes holds names, or maps with `name` and perhaps `definition`, `colour` and `key`; what else it holds
 * is for later versions and is passed over. Never throws; what cannot be read is a problem, the rest is taken.
 */
export function parseCodebook(source: string): Codebook {
  const { root, problems, resolve } = readYaml(source);
  if (!isMap(root)) {
    const expected = { field: '', expected: 'map' };
    const problem: SidecarProblem = { code: 'wrong-type', severity: 'error', span: spanOf(root), arguments: expected };
    return { problems: root ? [...problems, problem] : problems };
  }
  const reader = new CodebookReader(resolve, [...problems]);
  const [stances, targets, tags] = (['stances', 'targets', 'tags'] as const).map(field => reader.entries(root, field));
  const scheme = reader.schemes(root);
  const offered = stances ?? (scheme.stance && STANCE_SCHEMES[scheme.stance].map(name => ({ name })));
  const required = reader.required(root);
  const sources = reader.sources(root);
  const blind = reader.blind(root);
  const title = reader.text(root, 'title');
  return {
    ...(title ? { title } : {}),
    ...(offered ? { stances: offered } : {}),
    ...(targets ? { targets } : {}),
    ...(tags ? { tags } : {}),
    ...(required ? { required } : {}),
    ...(scheme.credibility ? { credibilityScheme: scheme.credibility } : {}),
    ...(sources ? { sources } : {}),
    ...(blind === undefined ? {} : { blind }),
    problems: reader.problems,
  };
}

/** Reads the parts of one codebook, and keeps what is wrong with them. */
class CodebookReader {
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly resolve: YamlReading['resolve'],
    readonly problems: SidecarProblem[],
  ) {}

  entries(root: Node, field: string): readonly CodebookEntry[] | undefined {
    const names = new Set<string>();
    return this.list(root, field)?.flatMap((node): CodebookEntry | readonly CodebookEntry[] => {
      const name = isMap(node) ? this.text(node, 'name') : textOf(node);
      if (!name) return this.expected(node, field, 'text');
      if (this.isRepeated(name, names, this.at(node, 'name'))) return [];
      const definition = this.text(node, 'definition');
      const colour = this.code(node, 'colour', CODE_COLOURS);
      const key = this.key(node, name);
      return {
        name,
        ...(definition ? { definition } : {}),
        ...(colour ? { colour } : {}),
        ...(key ? { key } : {}),
      };
    });
  }

  sources(root: Node): readonly CodebookSource[] | undefined {
    const names = new Set<string>();
    return this.list(root, 'sources')?.flatMap((node): CodebookSource | readonly CodebookSource[] => {
      const name = isMap(node) ? this.text(node, 'name') : textOf(node);
      if (!name) return this.expected(node, 'sources', 'text');
      const isNew = (text: string, place: Node | undefined): boolean =>
        !this.isRepeated(sourceKey(text), names, place, text);
      if (!isNew(name, this.at(node, 'name'))) return [];
      const listed = this.value(node, 'aliases');
      const aliases = (isSeq(listed) ? listed.items : [listed]).flatMap((item): readonly string[] => {
        const alias = this.resolve(item);
        const text = textOf(alias);
        if (text) return isNew(text, alias) ? [text] : [];
        return alias ? this.expected(alias, 'aliases', 'list of texts') : [];
      });
      const outlet = this.text(node, 'outlet');
      const reliability = this.code(node, 'reliability', RELIABILITIES);
      const note = this.text(node, 'note');
      return {
        name,
        aliases,
        ...(outlet ? { outlet } : {}),
        ...(reliability ? { reliability } : {}),
        ...(note ? { note } : {}),
      };
    });
  }

  /** What is neither yes nor no hides too much rather than too little. */
  blind(root: Node): boolean | undefined {
    const node = this.value(root, 'blind');
    const value: unknown = isScalar(node) ? node.value : undefined;
    if (node && typeof value !== 'boolean') this.expected(node, 'blind', 'yes or no');
    return node && value !== false;
  }

  required(root: Node): readonly (keyof Judgement)[] | undefined {
    return this.list(root, 'required')?.flatMap(node => this.known(node, 'required', JUDGEMENT_FIELDS) ?? []);
  }

  schemes(root: Node): { readonly stance?: StanceScheme; readonly credibility?: CredibilityScheme } {
    const scheme = this.value(root, 'scheme');
    if (scheme && !isMap(scheme)) this.expected(scheme, 'scheme', 'map');
    const stance = this.code(scheme, 'stance', Object.keys(STANCE_SCHEMES) as StanceScheme[]);
    const credibility = this.code(scheme, 'credibility', CREDIBILITY_SCHEMES);
    return { ...(stance ? { stance } : {}), ...(credibility ? { credibility } : {}) };
  }

  /** The key of an entry, where it can be one and no other entry has it. It may be written as a digit without quotes. */
  private key(node: Node | undefined, name: string): string | undefined {
    const place = this.value(node, 'key');
    const value: unknown = isScalar(place) ? place.value : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    const key = String(value);
    const owner = this.keys.get(key);
    if (!TAGGING_KEY.test(key)) this.report('invalid-value', place, { field: 'key', value: key });
    else if (owner !== undefined) this.report('taken-key', place, { key, name: owner });
    else {
      this.keys.set(key, name);
      return key;
    }
    return undefined;
  }

  private list(root: Node, field: string): readonly (Node | undefined)[] | undefined {
    const list = this.value(root, field);
    if (list === undefined) return undefined;
    if (isSeq(list)) return list.items.map(item => this.resolve(item) ?? (item as Node));
    this.expected(list, field, 'list');
    return undefined;
  }

  private code<T extends string>(node: Node | undefined, field: string, codes: readonly T[]): T | undefined {
    const value = this.value(node, field);
    return value && this.known(value, field, codes);
  }

  private known<T extends string>(node: Node | undefined, field: string, codes: readonly T[]): T | undefined {
    const text = textOf(node);
    const code = codes.find(each => each === text);
    if (text === undefined) this.expected(node, field, 'text');
    else if (code === undefined) this.report('invalid-value', node, { field, value: text.slice(0, 40) });
    return code;
  }

  private isRepeated(key: string, names: Set<string>, place: Node | undefined, name = key): boolean {
    if (names.has(key)) {
      this.report('duplicate-name', place, { name });
      return true;
    }
    names.add(key);
    return false;
  }

  /** Where a map's field stands, else what is no map. */
  private at = (node: Node | undefined, field: string): Node | undefined => this.value(node, field) ?? node;

  private value = (node: Node | undefined, field: string): Node | undefined =>
    isMap(node) ? valueOf(node, field, this.resolve) : undefined;

  text = (node: Node | undefined, field: string): string | undefined => textOf(this.value(node, field));

  private expected(node: Node | undefined, field: string, expected: string): readonly never[] {
    this.problems.push({
      code: 'wrong-type',
      severity: 'error',
      span: spanOf(node),
      arguments: { field, expected },
    });
    return [];
  }

  private report(code: SidecarProblem['code'], node: Node | undefined, details: SidecarProblem['arguments']): void {
    this.problems.push({ code, severity: 'warning', span: spanOf(node), arguments: details });
  }
}

/** How names of sources are told apart: large and small letters are alike, and so are blanks. */
export const sourceKey = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The source that one of these names is of, a name before an alias; undefined where none is. */
export function sourceNamed(
  { sources = [] }: Pick<Codebook, 'sources'>,
  names: readonly string[],
): CodebookSource | undefined {
  const wanted = new Set(names.map(sourceKey));
  return (
    sources.find(({ name }) => wanted.has(sourceKey(name))) ??
    sources.find(({ aliases }) => aliases.some(alias => wanted.has(sourceKey(alias))))
  );
}
