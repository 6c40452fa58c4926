import { dayNumber } from '../../../core/date.js';
import { type Decimal, minus, toText } from '../../../core/decimal.js';
import type { Path, Reason } from '../../../core/errors.js';
import { readDecimal } from '../decimalOrder.js';
import { isBeyond } from './bounds.js';
import type { CompiledBound, CompiledLimits, CompiledRow } from './compileLimits.js';
import type { LimitRequest, LimitScope } from './limitMatrix.js';

/** Why a role may not sign a scope. */
export interface Failure {
  readonly code: 'overMax' | 'underMin' | 'missingFact' | 'noRow';
  readonly scope: string;
  /** Absent in `noRow`. */
  readonly bound?: CompiledBound;
  /** Of `overMax` and `underMin`. */
  readonly actual?: Decimal;
}

/** Rows that count together, and the bounds that they give. */
export interface Choice {
  readonly rows: readonly CompiledRow[];
  readonly bounds: readonly CompiledBound[];
}

/** What a role may do with one scope: one of the choices must hold entirely; there is none where no row applies. */
export interface Judgement {
  readonly scope: LimitScope;
  readonly choices: readonly Choice[];
}

/** Finds the rows of a role that count for each scope of a request. */
export function judge(
  limits: CompiledLimits,
  role: string,
  request: LimitRequest,
  path: Path = [],
): readonly Judgement[] {
  const day = dayNumber(request.on, [...path, 'on']);
  const rows = limits.rowsOf.get(role) ?? [];
  return request.scopes.map((scope) => {
    const applicable = rows.filter(
      ({ matches, when }) => matches(scope.facts, request.action, day) && (when?.(scope.facts) ?? when === undefined),
    );
    return { scope, choices: choicesOf(limits, applicable) };
  });
}

/** Selects among the rows that apply, as the matrix says. */
export function choicesOf(
  { select }: Pick<CompiledLimits, 'select'>,
  applicable: readonly CompiledRow[],
): readonly Choice[] {
  if (select === 'anyRow') return applicable.map((row) => ({ rows: [row], bounds: row.bounds }));
  const most = Math.max(...applicable.map(({ specificity }) => specificity));
  const counting = applicable.filter(({ specificity }) => specificity === most);
  return counting.length === 0 ? [] : [{ rows: counting, bounds: strictest(counting) }];
}

/** The stricter value of each bound among rows that count together; of equal ones the earlier row's. */
function strictest(rows: readonly CompiledRow[]): readonly CompiledBound[] {
  const bounds = new Map<string, CompiledBound>();
  for (const bound of rows.flatMap((row) => row.bounds)) {
    const key = JSON.stringify([bound.measure, bound.bound]);
    const before = bounds.get(key);
    if (before === undefined || isBeyond(before.allowed, bound)) bounds.set(key, bound);
  }
  return [...bounds.values()];
}

/** The bounds that a scope breaks, under the policy for what is missing. */
export function failuresOf(
  { missing }: CompiledLimits,
  { id, facts }: LimitScope,
  bounds: readonly CompiledBound[],
): readonly Failure[] {
  return bounds.flatMap((bound): Failure[] => {
    const actual = readDecimal(bound.read(facts));
    if (actual === undefined) return missing === 'ignore' ? [] : [{ code: 'missingFact', scope: id, bound }];
    if (!isBeyond(actual, bound)) return [];
    return [{ code: bound.bound === 'max' ? 'overMax' : 'underMin', scope: id, bound, actual }];
  });
}

/** Every bound that keeps a role from signing, none where it may. */
export function failuresOfRole(
  limits: CompiledLimits,
  role: string,
  request: LimitRequest,
  path?: Path,
): readonly Failure[] {
  return judge(limits, role, request, path).flatMap(({ scope, choices }): readonly Failure[] => {
    const failures = choices.map(({ bounds }) => failuresOf(limits, scope, bounds));
    if (failures.length === 0) return [{ code: 'noRow', scope: scope.id }];
    return failures.some((list) => list.length === 0) ? [] : failures.flat();
  });
}

/** Failures as reasons, sorted by code, scope, measure, bound and row. */
export function reasonsOf(failures: readonly Failure[], params: Reason['params'] = {}): readonly Reason[] {
  return failures
    .map((failure) => ({
      failure,
      key: [failure.code, failure.scope, failure.bound?.measure ?? '', failure.bound?.bound ?? ''],
    }))
    .toSorted((a, b) => compareKeys(a.key, b.key) || (a.failure.bound?.row ?? 0) - (b.failure.bound?.row ?? 0))
    .map(({ failure: { code, scope, bound, actual } }) => ({
      code,
      params: {
        ...params,
        scope,
        ...(bound && { measure: bound.measure, bound: bound.bound, allowed: toText(bound.allowed), row: bound.row }),
        ...(bound && actual && { actual: toText(actual), excess: toText(minus(actual, bound.allowed).abs()) }),
      },
    }));
}

/** Orders lists of texts by UTF-16 code units. */
export function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    if (text !== b[index]) return text < b[index]! ? -1 : 1;
  }
  return 0;
}
