import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CaseFile, type Json } from 'salesmodel/conformance';
import { describe, expect, test } from 'vitest';
import { commissionErrors, commissionRejections } from '../../src/locales/en/commission.js';
import { coreErrors } from '../../src/locales/en/core.js';
import { pricingErrors } from '../../src/locales/en/pricing.js';
import { kpiErrors, kpiFindings, kpiReasons } from '../../src/locales/en/kpi.js';
import { rulesErrors } from '../../src/locales/en/rules.js';
import { scoringErrors, scoringFindings, scoringReasons } from '../../src/locales/en/scoring.js';
import { teamErrors, teamFindings } from '../../src/locales/en/team.js';

const root = join(import.meta.dirname, '../cases');
const cases = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => CaseFile.parse(JSON.parse(readFileSync(join(root, name), 'utf8'))).cases);

/** Every `code` in a value, however deep. */
function codesIn(value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(codesIn);
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, each]) =>
    key === 'code' && typeof each === 'string' ? [each] : codesIn(each),
  );
}

const thrown = new Set(cases.flatMap((one) => one.throws ?? []));
const returned = new Set(cases.flatMap((one) => codesIn(one.expect)));

describe('every code has a worked example', () => {
  test('errors of commissions', () => {
    // Columns are typed arrays, which no case file can hold: readColumns.test.ts has an example of each.
    const codes = Object.keys(commissionErrors).filter((code) => !code.startsWith('columns.'));
    expect(codes.filter((code) => !thrown.has(code))).toEqual([]);
  });
  test('rejections of rows', () => {
    const codes = Object.keys(commissionRejections);
    expect(codes.filter((code) => !returned.has(code))).toEqual([]);
  });
  test('errors of pricing', () => {
    // Columns are typed arrays, and a quote of so many ways to combine is made by its test.
    const elsewhere = new Set(['pricing.columnLength', 'pricing.tooManySets']);
    expect(Object.keys(pricingErrors).filter((code) => !thrown.has(code) && !elsewhere.has(code))).toEqual([]);
  });
  test('errors and findings of the team', () => {
    expect(Object.keys(teamErrors).filter((code) => !thrown.has(code))).toEqual([]);
    expect(Object.keys(teamFindings).filter((code) => !returned.has(code))).toEqual([]);
  });
});

test('errors of columns have their examples in the tests of columns', () => {
  const columns = readFileSync(join(import.meta.dirname, '../commission/run/readColumns.test.ts'), 'utf8');
  const codes = Object.keys(commissionErrors).filter((code) => code.startsWith('columns.'));
  expect(codes.filter((code) => !columns.includes(code))).toEqual([]);
});

test.each([
  ['core and rules', ['core', 'mechanisms/rules', 'cases/core', 'cases/rules'], { ...coreErrors, ...rulesErrors }],
  ['scoring', ['mechanisms/scoring', 'cases/scoring'], { ...scoringErrors, ...scoringReasons, ...scoringFindings }],
  ['key figures', ['kpi', 'cases/kpi'], { ...kpiErrors, ...kpiReasons, ...kpiFindings }],
])('codes of %s are each named by a worked example or a test', (_, folders, table) => {
  const texts = folders.flatMap((name) =>
    readdirSync(join(root, '..', name), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|json)$/.test(file))
      .map((file) => readFileSync(join(root, '..', name, file), 'utf8')),
  );
  // As a whole word: `tiers.anchor` is not named by `tiers.anchored`.
  const isNamed = (code: string): boolean => {
    const word = new RegExp(`['"\`]${code.replace('.', '\\.')}(?![\\w.])`);
    return texts.some((text) => word.test(text));
  };
  expect(Object.keys(table).filter((code) => !isNamed(code))).toEqual([]);
});
