import { resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** The packages of which something is left in the bundle of an app. */
async function packagesIn(code: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: '.', loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    tsconfig: resolve('tsconfig.json'),
  });
  const inputs = Object.values(metafile.outputs)[0]!.inputs;
  const names = Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].toSorted();
}

/** Subpaths are the way: esbuild keeps a namespace of the root whole once the app touches it. */
describe('an app that calculates', () => {
  it.each([
    ["import { round } from 'salesmodel/core'; round('1', { increment: '0.01' })"],
    ["import { addMonths, dayNumber } from 'salesmodel/core'; addMonths('2026-01-31', dayNumber('1970-01-02'))"],
    ["import { compileRule } from 'salesmodel/mechanisms/rules'; compileRule({ all: [] })"],
    ["import { forecastMonthlySales } from 'salesmodel/mechanisms/forecast'; forecastMonthlySales([], { horizon: 1 })"],
    [
      "import { cascadeTarget } from 'salesmodel/kpi'; cascadeTarget({ total: 1, tree: { id: 'a', kind: 'b' }, method: 'equal' })",
    ],
    ["import { compileHierarchy } from 'salesmodel/team'; compileHierarchy([])"],
  ])('carries decimal.js and nothing else: %s', async (code) => {
    expect((await packagesIn(code)).filter((name) => name !== 'decimal.js')).toEqual([]);
  });

  it('carries what compiles a plan, but no schema', async () => {
    const code =
      "import { compileRun } from 'salesmodel/commission'; compileRun({ plans: [], payees: [], assignments: [] })";
    expect(await packagesIn(code)).toEqual(['decimal.js', 'ts-pattern']);
  });

  it('carries what prices a quote, but no schema', async () => {
    const code = "import { priceQuote } from 'salesmodel/pricing'; priceQuote({} as never)";
    expect(await packagesIn(code)).toEqual(['decimal.js', 'ts-pattern']);
  });

  it('carries zod when it parses', async () => {
    expect(await packagesIn("import { HierarchyLink } from 'salesmodel/team'; HierarchyLink.parse({})")).toContain(
      'zod',
    );
  });

  it('carries nothing when it uses nothing', async () => {
    expect(await packagesIn("import { core, rules, team } from 'salesmodel'")).toEqual([]);
  });
});
