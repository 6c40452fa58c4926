import { Decimal, type DecimalLike, toDecimal } from '../../core/decimal.js';
import { dayNumber } from '../../core/date.js';
import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { toProportions, toScaled } from '../../core/scaled.js';
import type { Span } from '../../core/span.js';
import { fail } from '../fail.js';

/** A target as somebody wrote it down; what is not there is what the check finds. */
export interface SmartTarget {
  /** What is measured. */
  readonly metric?: string;
  /** Of whom or where. */
  readonly scope?: string;
  readonly owner?: string;
  readonly value?: DecimalLike;
  readonly unit?: string;
  /** The target that it serves. */
  readonly parent?: string;
  readonly span?: Span;
  /** Default `higher`. */
  readonly direction?: 'higher' | 'lower';
}

/** What a target is measured against. */
export interface SmartOptions {
  /** What was reached in periods like this one. */
  readonly baseline: readonly DecimalLike[];
  /** Least distance from the mean that is a challenge, in standard deviations. Default 0.25. */
  readonly minZ?: DecimalLike;
  /** Greatest distance that can be reached. Default 2. */
  readonly maxZ?: DecimalLike;
}

/** One question of the check: `missing` lists what is not there. */
export interface SmartVerdict {
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly missing: readonly string[];
}

/** The answers, and the distance of the target from what was reached. */
export interface SmartCheck {
  readonly specific: SmartVerdict;
  readonly measurable: SmartVerdict;
  readonly achievable: SmartVerdict;
  readonly challenging: SmartVerdict;
  readonly relevant: SmartVerdict;
  readonly timeBound: SmartVerdict;
  /** (value − mean) ÷ sample standard deviation, the sign turned where lower is better; `null` without three values that differ. */
  readonly z: Estimate | null;
}

/**
 * Returns whether a target is specific, measurable, achievable and yet a challenge, relevant and bound to a time. Whether
 * it lies within the distances is decided exactly; the distance itself is an estimate.
 *
 * @param target what was written down
 * @param options what was reached before, distances
 * @throws SalesModelError `smart.bounds`, `option.unknown`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { checkSmart } from 'salesmodel/kpi';
 *
 * const check = checkSmart(
 *   { metric: 'orders', scope: 'north', owner: 'Ana', value: 115, unit: 'orders', parent: 'all', span: { from: '2026-01-01', to: '2026-04-01' } },
 *   { baseline: [100, 110, 90, 105, 95] },
 * );
 * [check.achievable.verdict, check.challenging.verdict, check.z?.toFixed(6)]; // => ['pass', 'pass', '1.897367']
 */
export function checkSmart(target: SmartTarget, options: SmartOptions): SmartCheck {
  const least = toDecimal(options.minZ ?? '0.25', ['options', 'minZ']);
  const most = toDecimal(options.maxZ ?? '2', ['options', 'maxZ']);
  if (least.gt(most)) fail('smart.bounds', ['options', 'minZ'], { min: least.toFixed(), max: most.toFixed() });
  const direction = oneOf(target.direction ?? 'higher', ['higher', 'lower'], ['target', 'direction']);
  const { span } = target;
  const isOrdered =
    span?.to != null && dayNumber(span.from, ['target', 'span', 'from']) < dayNumber(span.to, ['target', 'span', 'to']);
  const distance = distanceOf(target.value, options.baseline, direction);
  const isThere = (...fields: readonly (keyof SmartTarget)[]): SmartVerdict => {
    const missing = fields.filter((field) => target[field] === undefined || target[field] === '');
    return { verdict: missing.length === 0 ? 'pass' : 'fail', missing };
  };
  const within = (holds: boolean | undefined): SmartVerdict => ({
    verdict: holds === undefined ? 'unknown' : holds ? 'pass' : 'fail',
    missing: [...(target.value === undefined ? ['value'] : []), ...(distance === 'noBaseline' ? ['baseline'] : [])],
  });
  const known = typeof distance === 'object' ? distance : null;
  return {
    specific: isThere('metric', 'scope', 'owner'),
    measurable: isThere('value', 'unit'),
    achievable: within(known?.isAtMost(most)),
    challenging: within(known === null ? undefined : !known.isBelow(least)),
    relevant: isThere('parent'),
    timeBound: { verdict: isOrdered ? 'pass' : 'fail', missing: span?.to == null ? ['span'] : [] },
    z: known?.z ?? null,
  };
}

interface Distance {
  readonly z: Estimate;
  isAtMost(bound: Decimal): boolean;
  isBelow(bound: Decimal): boolean;
}

function distanceOf(
  value: DecimalLike | undefined,
  baseline: readonly DecimalLike[],
  direction: 'higher' | 'lower',
): Distance | 'noBaseline' | 'noValue' {
  const before = baseline.map((each, at) => toDecimal(each, ['options', 'baseline', at]));
  if (value === undefined) return before.length < 3 ? 'noBaseline' : 'noValue';
  const [own, ...values] = toProportions([toDecimal(value, ['target', 'value']), ...before]) as [bigint, ...bigint[]];
  const n = BigInt(values.length);
  const sum = values.reduce((all, each) => all + each, 0n);
  // n² times the sum of the squared distances from the mean; with D = n·value − sum, z² = D²(n − 1) ÷ this.
  const squares = n * (n * values.reduce((all, each) => all + each * each, 0n) - sum * sum);
  if (n < 3n || squares === 0n) return 'noBaseline';
  const off = (n * own - sum) * (direction === 'higher' ? 1n : -1n);
  const square = off * (off < 0n ? -off : off) * (n - 1n);
  const compareTo = (bound: Decimal): bigint => {
    const scale = bound.dp();
    const units = toScaled(bound, scale);
    return square * 10n ** BigInt(2 * scale) - units * (units < 0n ? -units : units) * squares;
  };
  const z = new Decimal((square < 0n ? -square : square).toString()).div(squares.toString()).sqrt().toNumber();
  return {
    z: square < 0n ? -z : z,
    isAtMost: (bound) => compareTo(bound) <= 0n,
    isBelow: (bound) => compareTo(bound) < 0n,
  };
}
