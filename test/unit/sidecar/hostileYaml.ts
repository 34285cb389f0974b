import fc from 'fast-check';
import { STARTS } from './branches';

/** What YAML has trouble with, by the piece. */
const PIECES = [
  ...['\n', '\r\n', '\r', '\t', ' ', '  ', '    ', '\u0000', '\ufeff', '\u0085', '\u2028', '\ud83d', '"', "'", '`'],
  ...[
    '- ',
    '? ',
    ': ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '#',
    ' # c',
    '|',
    '|+',
    '>-',
    '|2-',
    '|9',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
  ],
  ...[
    '&a ',
    '*a',
    '<<: *a',
    '<<: [*a, *a]',
    '!!binary ',
    '!!set ',
    '!<tag:x> ',
    '! ',
    '!!js/function "x"',
    '&a *a',
    '@',
    '%',
  ],
  ...[
    '__proto__: ',
    'constructor: ',
    'toString: ',
    'hasOwnProperty: {}',
    'null: ',
    '~',
    '.inf',
    '-.nan',
    '0x1f',
    '0o17',
  ],
  ...['9'.repeat(400), '1e999', '-0', '1_000', '2024-05-12', '12:30:45', 'yes', 'no', '""', "''", '"\\u0000"', '"\\x'],
  ...[
    'version: 1\n',
    'version: 2\n',
    'version: 1e0\n',
    'version: "1"\n',
    'annotations:\n',
    'annotations: []\n',
    'document:\n',
  ],
  ...['  - id: kept\n', '    quote: x\n', '    start: 1\n', '    tags: [a, b]\n', '    note: |\n', '    conflicts:\n'],
  ...[
    '      - stance: favor\n',
    '      - removed: true\n',
    '  title: x\n',
    '- - - ',
    '? ? ',
    '[[[',
    '{a: {b: ',
    'id: kept',
  ],
  ...['<<<<<<< ours\n', '||||||| base\n', '=======\n', '>>>>>>> theirs\n', '<<<<<<<<< deeper\n'],
];

const annoying = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(''));

/** A file that reads well but for a few places, where something was put in, taken out or written over. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', ...PIECES)), { minLength: 1, maxLength: 4 }),
  )
  .map(([start, wounds]) =>
    wounds.reduce((text, [place, length, piece]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + piece + text.slice(at + length);
    }, start),
  );

/** Much of one thing: depth, aliases that multiply, keys, marks that are never closed. */
const excessive = fc
  .tuple(
    fc.constantFrom(
      '[',
      '{a: ',
      '- ',
      '? ',
      '&a [',
      '"',
      '|\n ',
      '*a ',
      '!',
      '#',
      '\n',
      ' ',
      '\t',
      'a: ',
      '<<<<<<< x\n',
      "'",
      '[a, ',
    ),
    fc.constantFrom(50, 101, 1_000, 4_000),
    fc.constantFrom('', 'annotations:\n  - id: ', 'version: 1\n', '- &a x\n'),
  )
  .map(([piece, times, before]) => before + piece.repeat(times));

const bomb = fc
  .tuple(
    fc.integer({ min: 2, max: 30 }),
    fc.integer({ min: 2, max: 12 }),
    fc.constantFrom('annotations', 'document', 'x'),
  )
  .map(([levels, width, key]) => {
    const lines = ['a0: &a0 [x, x]'];
    for (let level = 1; level <= levels; level++)
      lines.push(
        `a${level}: &a${level} [${Array(width)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    return `version: 1\n${lines.join('\n')}\n${key}: *a${levels}\n`;
  });

const bytes = fc.uint8Array({ maxLength: 200 }).map(all => new TextDecoder().decode(all));

/** Texts that a sidecar or a codebook might be, none of them meant well. */
export const hostileYaml: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: annoying },
  { weight: 6, arbitrary: spoiled },
  { weight: 1, arbitrary: excessive },
  { weight: 1, arbitrary: bomb },
  { weight: 2, arbitrary: bytes },
);
