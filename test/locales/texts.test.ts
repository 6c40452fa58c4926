import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { texts } from '../../src/locales/index.js';

const src = join(import.meta.dirname, '../../src');

/** The sources without comments and without the tables themselves. */
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('locales'))
  .map((name) => readFileSync(join(src, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''))
  .join('\n');

const literals = (pattern: RegExp): string[] => [...new Set([...code.matchAll(pattern)].map(([, text]) => text ?? ''))];
const kinds = ['errors', 'reasons', 'findings', 'explanations', 'words'] as const;
/** What the name of a table ends with, and where its texts are found. */
const suffixes = [
  ['Errors', 'errors'],
  ['Problems', 'errors'],
  ['Rejections', 'errors'],
  ['Reasons', 'reasons'],
  ['Findings', 'findings'],
  ['Explanations', 'explanations'],
  ['Words', 'words'],
] as const;

const params = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe.each(kinds)('the tables of %s', (kind) => {
  const en = texts.en[kind];
  const zh = texts['zh-CN'][kind];
  test('have the same codes in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });
  test('mention the same params in both languages', () => {
    for (const each of Object.keys(en)) expect([each, params(zh[each])]).toEqual([each, params(en[each])]);
  });
  test('say something of their own in each language', () => {
    for (const [each, text] of Object.entries(en)) {
      const words = text.replace(/\{\w+\}/g, '').replace(/[^\p{L}]/gu, '');
      expect([each, words === '' || text !== zh[each]]).toEqual([each, true]);
    }
  });
  test('hold no code that the sources do not use', () => {
    const written = new Set(literals(/'([\w.]+)'/g));
    const composed = literals(/`([\w.]+\.)\$\{/g);
    const unused = Object.keys(en).filter(
      (each) =>
        !written.has(kind === 'words' ? each.slice(each.indexOf('.') + 1) : each) &&
        !composed.some((start) => each.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

test('every module has its tables assembled, each code in one of them', () => {
  const files = readdirSync(join(src, 'locales/en'));
  expect(readdirSync(join(src, 'locales/zh-CN'))).toEqual(files);
  const found: Record<(typeof kinds)[number], string[]> = {
    errors: [],
    reasons: [],
    findings: [],
    explanations: [],
    words: [],
  };
  for (const file of files) {
    const table = readFileSync(join(src, 'locales/en', file), 'utf8');
    for (const [, name, body] of table.matchAll(/export const (\w+) = \{([\s\S]*?)\n\} as const;/g)) {
      // Names that no explanation mentions are read where they are needed.
      if (name?.endsWith('Names')) continue;
      const suffix = suffixes.find(([end]) => name?.endsWith(end));
      if (!suffix) throw new Error(`${name}: no table of a kind that is known`);
      found[suffix[1]].push(...[...(body ?? '').matchAll(/^ {2}'?([\w.]+)'?:/gm)].map(([, each]) => each ?? ''));
    }
  }
  for (const kind of kinds) expect(Object.keys(texts.en[kind]).sort()).toEqual(found[kind].sort());
});

test('every code that the sources throw, reject, report or explain with has its texts', () => {
  const known = new Set(kinds.flatMap((kind) => Object.keys(texts.en[kind])));
  const used = [
    ...literals(/\bfail\(\s*'([\w.]+)'/g),
    ...literals(/\bcode: '([a-z][\w.]*)',\s*(?:severity|path|params)\b/g),
    ...literals(/\b(?:find|found|finding|warn)\(\s*'([a-z]+[A-Z]\w*)'/g),
    ...literals(/'(row\.\w+)'/g),
    ...literals(/\bexplain(?:Step|Sum)\(\s*'([\w.]+)'/g),
  ];
  expect(used.filter((each) => !known.has(each))).toEqual([]);
});
