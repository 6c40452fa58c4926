import * as z from 'zod';
import { checkJson } from '../../core/checkJson.js';
import { SalesModelError } from '../../core/errors.js';
import { toProblems } from '../../core/toProblems.js';
import { coreProblems } from '../../locales/en/core.js';
import { fail } from '../fail.js';
import { runInputShape, type RunInput } from './runInput.js';
import type { Transaction } from './transaction.js';

/** Rows are checked by the run, which rejects a bad one and pays the rest. */
const AnyRow = /* @__PURE__ */ z.custom<Transaction>(
  (row) => typeof row === 'object' && row !== null && !Array.isArray(row),
  { error: 'must be an object' },
);

/**
 * Returns foreign JSON as the input of a run, after checking everything in it but the single rows: those are checked
 * when they are read, where a bad one is rejected and the others are paid.
 *
 * @param json what `JSON.parse` gave
 * @throws SalesModelError `plan.unknownField`, `schema.type`, `schema.option`, `schema.range`, `schema.length`,
 * `schema.format`, `schema.unknownKey`, `schema.custom`, `json.tooDeep`, `key.forbidden`; the first fault is thrown
 * @example
 * ```ts
 * import { parseRunInput } from 'salesmodel/commission';
 * import { SalesModelError } from 'salesmodel/core';
 *
 * const plan = { id: 'P', currency: 'USD', period: 'month', components: [], commission: '5%' };
 * let message = '';
 * try {
 *   parseRunInput({ asOf: '2026-01-31', periods: {}, plans: [plan] });
 * } catch (error) {
 *   if (error instanceof SalesModelError) message = error.message;
 * }
 * message; // => 'plans[0].commission: is not a field of a plan'
 * ```
 */
export function parseRunInput(json: unknown): RunInput {
  checkJson(json);
  const parsed = runInputShape(AnyRow).safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = toProblems(parsed.error);
  const unknown = problems.find(({ code, path }) => code === 'schema.unknownKey' && path[0] === 'plans');
  if (unknown !== undefined) return fail('plan.unknownField', unknown.path, unknown.params);
  const [{ code, path, params }] = problems as [(typeof problems)[number]];
  throw new SalesModelError(code, path, params, coreProblems[code as keyof typeof coreProblems]);
}
