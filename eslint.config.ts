import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { imports } from './scripts/lint/imports.js';

/** oxlint finds what needs no types; here are the rules that need them, and the rules of the house. */
export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'docs/', 'examples/out/', '.cache/', '**/*.js', '**/*.mjs']),
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.json' } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { ts: tseslint.plugin, house: { rules: { imports } } },
    rules: {
      'ts/await-thenable': 'error',
      'ts/no-deprecated': 'error',
      'ts/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      'ts/no-for-in-array': 'error',
      'ts/no-misused-promises': 'error',
      'ts/only-throw-error': 'error',
      'ts/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      'ts/restrict-plus-operands': 'error',
      'ts/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'house/imports': 'error',
      'ts/explicit-module-boundary-types': 'error',
      'ts/no-explicit-any': 'error',
      'ts/no-unnecessary-type-assertion': 'error',
      'ts/no-unsafe-argument': 'error',
      'ts/no-unsafe-assignment': 'error',
      'ts/no-unsafe-call': 'error',
      'ts/no-unsafe-member-access': 'error',
      'ts/no-unsafe-return': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'No clock: the day is an argument.',
        },
        {
          selector: 'MemberExpression[object.name="Date"][property.name="now"]',
          message: 'No clock: the day is an argument.',
        },
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'No ambient randomness: use seededRandom.',
        },
        {
          selector: 'MemberExpression[property.name=/^(localeCompare|toLocale\\w+)$/]',
          message: 'No host locale: compare by UTF-16 code units.',
        },
        { selector: 'CallExpression[callee.name="parseFloat"]', message: 'Decimals are read by toDecimal.' },
      ],
    },
  },
  {
    // The type of a zod builder is longer than the builder and says no more.
    files: ['src/**/schema.ts', 'src/**/schema/*.ts'],
    rules: { 'ts/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['examples/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/src/', message: 'An example imports what a user can import.' }] },
      ],
    },
  },
);
