// Lint rules, and the layers: core <- app <- vscode, cli; core <- node <- vscode, cli. A layer may import from itself and from those to its right only.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NODE = [
  'node:*',
  'fs',
  'path',
  'os',
  'url',
  'util',
  'stream',
  'events',
  'crypto',
  'child_process',
  'worker_threads',
  'buffer',
];
const forbid = (...group) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ group, message: 'This layer must not reach out (docs/architecture.md).' }] },
  ],
});
const NO_AMBIENT = {
  'no-restricted-globals': [
    'error',
    'process',
    'Buffer',
    'window',
    'document',
    'require',
    'setTimeout',
    'setInterval',
    'console',
    'crypto',
  ],
};
const NO_CLOCK = {
  'no-restricted-syntax': [
    'error',
    {
      selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: 'core and app have no clock: take one.',
    },
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'core and app have no clock: take one.',
    },
    {
      selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
      message: 'core and app have no randomness: take an id source.',
    },
  ],
};

export default defineConfig(
  { ignores: ['dist/', 'out/', 'node_modules/', '.cache/', '.vscode-test/'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: { ...forbid('vscode', ...NODE, '**/app/**', '**/vscode/**', '**/cli/**'), ...NO_AMBIENT, ...NO_CLOCK },
  },
  {
    files: ['src/app/**/*.ts'],
    rules: { ...forbid('vscode', ...NODE, '**/vscode/**', '**/cli/**'), ...NO_AMBIENT, ...NO_CLOCK },
  },
  {
    files: ['src/report/**/*.ts'],
    rules: {
      ...forbid('vscode', ...NODE, '**/app/**', '**/vscode/**', '**/cli/**', '**/webview/**'),
      ...NO_AMBIENT,
      ...NO_CLOCK,
    },
  },
  { files: ['src/webview/**/*.ts'], rules: forbid('vscode', ...NODE, '**/app/**', '**/vscode/**', '**/cli/**') },
  { files: ['src/vscode/**/*.ts'], rules: forbid(...NODE, '**/cli/**', '**/extension.js', '**/extension') },
  {
    files: ['src/vscode/**/*.ts'],
    ignores: ['src/vscode/messages.ts', 'src/vscode/quickPick.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(show(Information|Warning|Error)|setStatusBar)Message$/]',
          message:
            'VS Code makes links and icons of what messages hold: show them through messages.ts (docs/security.md).',
        },
        {
          selector: "MemberExpression[object.property.name='window'][property.name='showQuickPick']",
          message: 'VS Code makes icons of what rows hold: show them through quickPick.ts (docs/security.md).',
        },
        {
          selector: "AssignmentExpression[left.property.name='items']:not([right.callee.name='plainItems'])",
          message: 'VS Code makes icons of what rows hold: set them to plainItems (docs/security.md).',
        },
      ],
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    ignores: ['src/cli/terminal.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.object.name='process'][object.property.name='stderr'][property.name='write']",
          message: 'A terminal obeys what it is sent: write for people through terminal.ts (docs/security.md).',
        },
      ],
    },
  },
  { files: ['src/node/**/*.ts'], rules: forbid('vscode', '**/app/**', '**/vscode/**', '**/cli/**') },
  { files: ['src/cli/**/*.ts'], rules: { ...forbid('vscode', '**/vscode/**'), 'no-console': 'off' } },
  { files: ['test/**/*.ts'], rules: { 'no-console': 'off', '@typescript-eslint/no-unused-expressions': 'off' } },
  { files: ['*.mjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
);
