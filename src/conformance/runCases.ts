import { SalesModelError } from '../core/errors.js';
import { differences } from './differences.js';
import { modules } from './modules.js';
import type { ConformanceCase } from './schema.js';

/** How one case went; `diff` has a readable line for each difference and is empty when the case passed. */
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly call: string;
  readonly ok: boolean;
  readonly diff: readonly string[];
}

/**
 * Calls the named public functions and compares what they return or throw with what the cases expect.
 *
 * `expect` matches as a subset: keys that it does not name may be anything. Decimal strings are compared by value,
 * whole numbers exactly, other numbers to 1e-12 relative. `throws` is the code of a `SalesModelError`.
 *
 * @param cases worked examples, such as the `cases` of a case file; `call` is `<module>.<function>`
 * @returns one result a case, in the order of the cases
 * @example
 * ```ts
 * import { runCases } from 'salesmodel/conformance';
 *
 * const [result] = await runCases([
 *   { id: 'path', title: 'a path in words', call: 'core.pathText', args: [['tiers', 2]], expect: 'tiers[3]' },
 * ]);
 * result?.diff; // => ['result: expected "tiers[3]", got "tiers[2]"']
 * ```
 */
export async function runCases(cases: readonly ConformanceCase[]): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const one of cases) {
    const diff = await runCase(one);
    results.push({ id: one.id, title: one.title, call: one.call, ok: diff.length === 0, diff });
  }
  return results;
}

async function runCase({ call, args, expect, throws }: ConformanceCase): Promise<string[]> {
  const [module = '', name = ''] = call.split('.');
  if (!Object.hasOwn(modules, module)) return [`call: there is no module ${module}`];
  const exports = await modules[module]!();
  const target = Object.hasOwn(exports, name) ? exports[name] : undefined;
  if (typeof target !== 'function') return [`call: ${call} is not a public function`];
  let actual: unknown;
  try {
    actual = (target as (...args: readonly unknown[]) => unknown)(...args);
  } catch (error) {
    const got = error instanceof SalesModelError ? `${error.code} (${error.message})` : String(error);
    if (throws === undefined) return [`result: expected a result, got error ${got}`];
    return error instanceof SalesModelError && error.code === throws ? [] : [`error: expected ${throws}, got ${got}`];
  }
  if (throws !== undefined) return [`error: expected ${throws}, got result ${JSON.stringify(actual)}`];
  return differences(expect, actual);
}
