import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { imports } from '../../scripts/lint/imports.js';

function faults(file: string, code: string): string[] {
  const linter = new Linter();
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house: { rules: { imports } } },
    rules: { 'house/imports': 'error' },
  };
  return linter.verify(code, config, { filename: file }).map((message) => message.message);
}

describe('house/imports', () => {
  it.each([
    ['src/commission/run/a.ts', "import { b } from '../../team/index.js'"],
    ['src/channel/a.ts', "import { b } from '../pricing/index.js'"],
    ['src/channel/a.ts', "import { b } from '../team/index.js'"],
    ['src/orders/a.ts', "import { b } from '../pricing/index.js'"],
    ['src/mechanisms/lifecycle/a.ts', "import { b } from '../rules/index.js'"],
    ['src/mechanisms/scoring/a.ts', "import { b } from '../rules/index.js'"],
    ['src/mechanisms/rules/a.ts', "import { b } from '../../core/decimal.js'"],
    ['src/kpi/a.ts', "import { b } from '../mechanisms/scoring/index.js'"],
    ['src/core/fail.ts', "import { b } from '../locales/en/core.js'"],
    ['src/core/decimal.ts', "import { Decimal } from 'decimal.js'"],
    ['src/team/schema.ts', "import * as z from 'zod'"],
    ['src/team/a.ts', "import type * as z from 'zod'"],
    ['src/team/a.ts', "import type { Person } from './schema.js'"],
    ['src/team/index.ts', "export * from './schema.js'"],
    ['src/index.ts', "export * as team from './team/index.js'"],
    ['src/conformance/registry.ts', "import('../commission/index.js')"],
    ['test/team/a.test.ts', "import { b } from '../../src/orders/index.js'"],
  ])('lets %s do %s', (file, code) => {
    expect(faults(file, code)).toEqual([]);
  });

  it.each([
    ['src/team/a.ts', "import { b } from '../commission/index.js'", 'team must not import commission'],
    ['src/team/a.ts', "import type { B } from '../commission/index.js'", 'team must not import commission'],
    ['src/commission/a.ts', "import { b } from '../pricing/index.js'", 'commission must not import pricing'],
    ['src/orders/a.ts', "export * from '../channel/index.js'", 'orders must not import channel'],
    ['src/orders/a.ts', "export { b } from '../team/index.js'", 'orders must not import team'],
    ['src/kpi/a.ts', "import('../segmentation/index.js')", 'kpi must not import segmentation'],
    [
      'src/mechanisms/rules/a.ts',
      "import { b } from '../lifecycle/index.js'",
      'mechanisms/rules must not import mechanisms/lifecycle',
    ],
    [
      'src/mechanisms/forecast/a.ts',
      "import { b } from '../rules/index.js'",
      'mechanisms/forecast must not import mechanisms/rules',
    ],
    [
      'src/mechanisms/scoring/a.ts',
      "import { b } from '../lifecycle/index.js'",
      'mechanisms/scoring must not import mechanisms/lifecycle',
    ],
    ['src/core/a.ts', "import { b } from '../mechanisms/rules/index.js'", 'core must not import mechanisms/rules'],
    ['src/locales/en/core.ts', "import { b } from '../../core/index.js'", 'locales must not import core'],
    ['src/team/a.ts', "import { core } from '../index.js'", 'src/index.ts is for users: import the module itself'],
    ['src/team/a.ts', "import { b } from '../../test/b.js'", '../../test/b.js leads out of src'],
    [
      'src/utils/a.ts',
      "import { b } from '../core/index.js'",
      'src/utils is not a room of the house: add it to scripts/lint/house.ts',
    ],
    [
      'src/team/a.ts',
      "import { Person } from './schema.js'",
      'calculations import only types from a schema: use import type',
    ],
    ['src/team/a.ts', "import { z } from 'zod'", "write import * as z from 'zod': a named import defeats tree shaking"],
    ['src/team/a.ts', "import { readFile } from 'node:fs'", 'node:fs is not a runtime dependency of the library'],
  ])('refuses %s to do %s', (file, code, message) => {
    expect(faults(file, code)).toEqual([message]);
  });

  it.each([
    ['src/team/a.ts', "import * as z from 'zod'", 'zod'],
    ['src/team/a.ts', "import { Decimal } from 'decimal.js'", 'decimal.js'],
    ['src/team/a.ts', "import { addMonths } from 'date-fns'", 'date-fns'],
    ['src/team/a.ts', "import { match } from 'ts-pattern'", 'ts-pattern'],
  ])('keeps in %s the values of %s at the boundary', (file, code, name) => {
    expect(faults(file, code)).toEqual([expect.stringMatching(new RegExp(`^${name} must not be imported here: `))]);
  });

  it('is switched on for src and off elsewhere', async () => {
    const eslint = new ESLint();
    const severity = async (file: string): Promise<unknown> =>
      ((await eslint.calculateConfigForFile(file)) as Linter.Config).rules?.['house/imports'];
    expect(await severity('src/core/decimal.ts')).toEqual([2]);
    expect(await severity('test/core/decimal.test.ts')).toBeUndefined();
  });
});
