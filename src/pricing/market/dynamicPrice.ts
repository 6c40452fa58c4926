import { compileCurve, curveAt } from '../../core/curvePieces.js';
import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { roundDecimal, ROUNDING_MODES, toIncrement } from '../../core/rounding.js';
import { fail } from '../fail.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import { toPositive } from '../toPositive.js';
import { toRate } from '../toRate.js';
import type { DynamicPriceFactor, DynamicPricePolicy } from './dynamicPricePolicy.js';

/** What a dynamic price is computed on. */
export interface DynamicPriceInput {
  readonly policy: DynamicPricePolicy;
  /** The price that factors start from, above 0. */
  readonly base: DecimalLike;
  /** The price as it is, above 0. */
  readonly current: DecimalLike;
  /** The price at the opening of the day; needed where the policy bounds a day. */
  readonly dayOpen?: DecimalLike;
  readonly inputs: Readonly<Record<string, DecimalLike>>;
}

/** A change on the way to a dynamic price. */
export interface DynamicPriceStep {
  /** The code of a factor, or `step`, `day`, `floor`, `ceiling`, `rounding`. */
  readonly code: string;
  readonly kind: 'factor' | 'bound' | 'rounding';
  /** Of a factor, as it counts. */
  readonly factor?: DecimalString;
  readonly delta: DecimalString;
  readonly running: DecimalString;
}

/** A price and how it came about: base + Σ deltas = price. */
export interface DynamicPrice {
  readonly price: DecimalString;
  /** What the factors alone come to. */
  readonly unbounded: DecimalString;
  /** All factors in their order, and every bound and rounding that changed something. */
  readonly steps: readonly DynamicPriceStep[];
  /** Factors that counted as 1: their input was missing, or their curve says nothing there. */
  readonly missing: readonly string[];
  /** Whether no multiple of the increment lies from floor to ceiling, so that the price is a bound as it is. */
  readonly isUnrounded: boolean;
}

/**
 * Returns the next price under a policy: base × factors, each within its bounds, then kept near the current price, then near the
 * price of the day's opening, then within floor and ceiling, then rounded. A factor whose input is missing counts as 1 and is
 * named.
 *
 * @param input policy, base, current price, price at the opening, and the inputs of the factors
 * @throws SalesModelError `pricing.duplicateCode`, `pricing.notPositive`, `pricing.rateRange`, `pricing.emptyRange`,
 * `pricing.missingDayOpen`, `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong` and the errors of
 * curves
 * @example
 * import { dynamicPrice, type DynamicPricePolicy } from 'salesmodel/pricing';
 *
 * const policy: DynamicPricePolicy = {
 *   code: 'season',
 *   factors: [{ code: 'stock', input: 'daysOfStock', curve: { points: [{ x: '10', y: '1.3' }, { x: '60', y: '0.8' }] } }],
 *   maxUp: '0.1',
 *   round: { increment: '0.5', mode: 'halfUp' },
 * };
 * const result = dynamicPrice({ policy, base: 100, current: 100, inputs: { daysOfStock: 20 } });
 * [result.unbounded, result.price]; // => ['120', '110']
 * result.steps.map(({ code, delta }) => [code, delta]); // => [['stock', '20'], ['step', '-10']]
 */
export function dynamicPrice({ policy, base, current, dayOpen, inputs }: DynamicPriceInput): DynamicPrice {
  const path: Path = ['input'];
  const at: Path = [...path, 'policy'];
  distinct(
    policy.factors.map(({ code }) => code),
    (index) => [...at, 'factors', index, 'code'],
  );
  const now = toPositive(current, [...path, 'current']);
  const steps: DynamicPriceStep[] = [];
  const missing: string[] = [];
  let running = toPositive(base, [...path, 'base']);
  const go = (to: Decimal, step: Pick<DynamicPriceStep, 'code' | 'kind' | 'factor'>): void => {
    if (step.kind === 'factor' || !to.eq(running)) {
      steps.push({ ...step, delta: toText(minus(to, running)), running: toText(to) });
    }
    running = to;
  };
  policy.factors.forEach((factor, index) => {
    const value = factorOf(factor, inputs, [...at, 'factors', index]);
    if (value === null) missing.push(factor.code);
    const counted = value ?? ONE;
    go(times(running, counted), { code: factor.code, kind: 'factor', factor: toText(counted) });
  });
  const unbounded = toText(running);
  const near = (code: string, price: Decimal, up: keyof DynamicPricePolicy, down: keyof DynamicPricePolicy): void => {
    go(kept(running, bounded(price, policy[down], -1, [...at, down]), bounded(price, policy[up], 1, [...at, up])), {
      code,
      kind: 'bound',
    });
  };
  near('step', now, 'maxUp', 'maxDown');
  if (policy.perDayUp !== undefined || policy.perDayDown !== undefined) {
    if (dayOpen === undefined) fail('pricing.missingDayOpen', [...path, 'dayOpen']);
    near('day', toPositive(dayOpen, [...path, 'dayOpen']), 'perDayUp', 'perDayDown');
  }
  const limit = (name: 'floor' | 'ceiling'): Decimal | null =>
    policy[name] === undefined ? null : toDecimal(policy[name], [...at, name]);
  const [floor, ceiling] = [limit('floor'), limit('ceiling')];
  if (floor !== null && ceiling?.lt(floor) === true) {
    fail('pricing.emptyRange', [...at, 'ceiling'], { from: policy.floor, to: policy.ceiling });
  }
  go(kept(running, floor, null), { code: 'floor', kind: 'bound' });
  go(kept(running, null, ceiling), { code: 'ceiling', kind: 'bound' });
  const rounded = roundedWithin(running, policy, floor, ceiling, at);
  if (rounded !== null) go(rounded, { code: 'rounding', kind: 'rounding' });
  return {
    price: toText(running),
    unbounded,
    steps,
    missing,
    isUnrounded: policy.round !== undefined && rounded === null,
  };
}

/** A factor within its bounds; `null` where nothing says what it is. */
function factorOf(
  { input, curve, min, max }: DynamicPriceFactor,
  inputs: DynamicPriceInput['inputs'],
  path: Path,
): Decimal | null {
  const compiled = compileCurve(curve, [...path, 'curve']);
  const bounds = [min, max].map((bound, index) =>
    bound === undefined ? null : toPositive(bound, [...path, index === 0 ? 'min' : 'max']),
  );
  const [least = null, most = null] = bounds;
  if (least !== null && most?.lt(least) === true) fail('pricing.emptyRange', [...path, 'max'], { from: min, to: max });
  const value = Object.hasOwn(inputs, input) ? inputs[input] : undefined;
  const factor = value === undefined ? null : curveAt(compiled, toDecimal(value, ['input', 'inputs', input]));
  return factor && kept(factor, least, most);
}

/** A price moved by a fraction; `null` where nothing bounds it. */
function bounded(price: Decimal, rate: unknown, direction: 1 | -1, path: Path): Decimal | null {
  if (rate === undefined) return null;
  const by = direction > 0 ? toDecimal(rate as string, path) : toRate(rate as string, path);
  if (by.lt(0)) fail('pricing.rateRange', path, { value: rate });
  return times(price, plus(ONE, direction > 0 ? by : by.neg()));
}

function kept(value: Decimal, least: Decimal | null, most: Decimal | null): Decimal {
  const capped = most === null ? value : Decimal.min(value, most);
  return least === null ? capped : Decimal.max(capped, least);
}

/** The rounded price, or the nearest multiple from floor to ceiling; `null` where there is none or nothing is rounded. */
function roundedWithin(
  price: Decimal,
  { round }: DynamicPricePolicy,
  floor: Decimal | null,
  ceiling: Decimal | null,
  path: Path,
): Decimal | null {
  if (round === undefined) return null;
  const increment = toIncrement(round.increment, [...path, 'round', 'increment']);
  const mode = oneOf(round.mode, ROUNDING_MODES, [...path, 'round', 'mode']);
  const least = floor && roundDecimal(floor, increment, 'ceiling');
  const most = ceiling && roundDecimal(ceiling, increment, 'floor');
  if (least !== null && most?.lt(least) === true) return null;
  return kept(roundDecimal(price, increment, mode), least, most);
}
