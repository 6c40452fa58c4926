import { type Decimal, type DecimalString, minus, toText, ZERO } from '../../../core/decimal.js';
import {
  addFractions,
  compareFractions,
  divideFractions,
  type DecimalFraction,
  wholeFraction,
} from '../../../core/decimalFraction.js';
import type { CompiledLimits } from './compileLimits.js';
import { compareKeys, type Failure, failuresOf, failuresOfRole, judge } from './judge.js';
import type { LimitRequest, LimitScope } from './limitMatrix.js';

/** A measure of a scope that would have to move to a bound. */
export interface LimitChange {
  readonly scope: string;
  readonly measure: string;
  readonly bound: 'max' | 'min';
  readonly from: DecimalString;
  readonly to: DecimalString;
}

/** A failure that a change of a measure can heal. */
type Healable = Failure & { readonly bound: NonNullable<Failure['bound']>; readonly actual: Decimal };

/**
 * The smallest change of a request's measures with which a role may sign, sorted by scope, measure and bound; undefined
 * where none helps. Where several rows would do, the one with the fewest changes is taken, then the one with the least
 * sum of changes relative to the measures, then the first.
 */
export function smallestChange(
  limits: CompiledLimits,
  role: string,
  request: LimitRequest,
): readonly LimitChange[] | undefined {
  const changes: LimitChange[] = [];
  const scopes: LimitScope[] = [];
  for (const { scope, choices } of judge(limits, role, request)) {
    const best = choices
      .map(({ bounds }) => failuresOf(limits, scope, bounds))
      .filter((failures): failures is readonly Healable[] => failures.every(({ actual }) => actual !== undefined))
      .toSorted((a, b) => a.length - b.length || compareFractions(sizeOf(a), sizeOf(b)))[0];
    if (best === undefined) return undefined;
    let { facts } = scope;
    for (const { bound, actual } of best) {
      const to = toText(bound.allowed);
      facts = withFact(facts, bound.measure, to);
      changes.push({ scope: scope.id, measure: bound.measure, bound: bound.bound, from: toText(actual), to });
    }
    scopes.push({ ...scope, facts });
  }
  // A rule of a row may ask for the measure itself, so the change is tried before it is offered.
  if (failuresOfRole(limits, role, { ...request, scopes }).length > 0) return undefined;
  return changes.toSorted((a, b) => compareKeys([a.scope, a.measure, a.bound], [b.scope, b.measure, b.bound]));
}

/** The sum of the changes, each relative to the larger of the measure before and after it. */
function sizeOf(failures: readonly Healable[]): DecimalFraction {
  return failures.reduce((sum, { bound: { allowed }, actual }) => {
    const larger = actual.abs().gt(allowed.abs()) ? actual.abs() : allowed.abs();
    const change = divideFractions(wholeFraction(minus(actual, allowed).abs()), wholeFraction(larger));
    return addFractions(sum, change);
  }, wholeFraction(ZERO));
}

/** Facts with one field changed where it stands, nested or by its full name. */
function withFact(facts: LimitScope['facts'], field: string, value: DecimalString): LimitScope['facts'] {
  const [first = '', ...rest] = field.split('.');
  const nested = facts[first];
  if (rest.length === 0 || typeof nested !== 'object' || nested === null || Object.hasOwn(facts, field)) {
    return { ...facts, [field]: value };
  }
  return { ...facts, [first]: withFact(nested as LimitScope['facts'], rest.join('.'), value) };
}
