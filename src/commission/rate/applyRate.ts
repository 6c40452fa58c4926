import { applyTiersFrom } from '../../core/applyTiers.js';
import { type DecimalLike, minus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { ratioValue } from '../../core/ratio.js';
import type { TierSlice } from '../../core/applyTiers.js';
import type { Tiers } from '../../core/tiers.js';
import { fail } from '../fail.js';
import type { Rate } from '../schema.js';
import { compileRate } from './compileRate.js';
import type { RateSpan } from './rateFunction.js';

/** What a rate is applied to, all in plan currency or units. */
export interface RateInput {
  /** What is sold now. */
  readonly measure: DecimalLike;
  /** What the rate multiplies. Default: the measure. */
  readonly base?: DecimalLike;
  /** Needed by rates along attainment and as the unit of their bounds. */
  readonly quota?: DecimalLike;
  /** Needed by rates that yield target pay. */
  readonly target?: DecimalLike;
  /** What was sold before in the span. Default 0. */
  readonly before?: DecimalLike;
  /** Fields of the transaction, for matrix keys and tables. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What a rate earns. */
export interface RateOutcome {
  /** Exact. */
  readonly earned: string;
  /** Earned over base at 12 decimals; `null` over a base of 0. */
  readonly blended: string | null;
  /** The tiers that the measure went through, for rates by tiers of measure or attainment on the measure itself. */
  readonly slices: readonly TierSlice[];
}

/**
 * Returns what a rate earns on a measure, after what was sold before it. Exact; nothing is rounded.
 *
 * @param rate a plan's rate
 * @param input measure, and what the rate needs beside it
 * @throws SalesModelError `plan.quotaMissing`, `assignment.targetMissing`, `plan.axisMode` (a rate along a third
 * quantity needs a run), and the errors of tiers, curves and decimals
 * @example
 * import { applyRate } from 'salesmodel/commission';
 *
 * const rate = {
 *   kind: 'tiers',
 *   tiers: { mode: 'marginal', tiers: [{ upTo: '10000', rate: '0.05' }, { upTo: null, rate: '0.07' }] },
 * } as const;
 * applyRate(rate, { measure: '45000' }).earned; // => '2950'
 * applyRate(rate, { measure: '45000' }).blended; // => '0.065555555556'
 */
export function applyRate(rate: Rate, input: RateInput): RateOutcome {
  const measure = toDecimal(input.measure, ['measure']);
  const base = input.base === undefined ? measure : toDecimal(input.base, ['base']);
  const before = toDecimal(input.before ?? 0, ['before']);
  const hasBase = input.base !== undefined;
  const build = compileRate(
    rate,
    {
      quantities: Array.from({ length: hasBase ? 2 : 1 }, () => ({ isRatio: false, score: null })),
      base: hasBase ? 1 : 0,
      zeroQuota: 'none',
      roundMeasure: null,
      quantityOf: (third) =>
        fail('plan.axisMode', ['rate', 'axis'], { expected: 'measure or attainment', value: third.kind }),
    },
    ['rate'],
  );
  const span: RateSpan = {
    quota: () =>
      input.quota === undefined
        ? fail('plan.quotaMissing', ['quota'], { user: 'rate' })
        : toDecimal(input.quota, ['quota']),
    target: () =>
      input.target === undefined
        ? fail('assignment.targetMissing', ['target'], { planId: '' })
        : toDecimal(input.target, ['target']),
    score: () => undefined,
  };
  const run = build(span).start();
  const field = (name: string): unknown => input.facts?.[name];
  const start = before.isZero()
    ? ZERO
    : run.add({ numerators: hasBase ? [before, ZERO] : [before], denominators: [null, null], field });
  const end = run.add({ numerators: hasBase ? [measure, base] : [measure], denominators: [null, null], field });
  const earned = minus(end, start);
  return {
    earned: toText(earned),
    blended: base.isZero() ? null : ratioValue(earned, base),
    slices: hasBase ? [] : slicesOf(rate, span, toText(before), toText(measure)),
  };
}

function slicesOf(rate: Rate, span: RateSpan, before: string, measure: string): readonly TierSlice[] {
  if (rate.kind !== 'tiers' || (rate.yields ?? 'rate') !== 'rate') return [];
  const { axis = 'measure', tiers } = rate;
  if (axis === 'measure') return applyTiersFrom(tiers, before, measure).slices;
  if (axis !== 'attainment' || span.quota().isZero()) return [];
  return applyTiersFrom(scaleTiers(tiers, span), before, measure).slices;
}

/** Attainment tiers in units of the measure. */
function scaleTiers(tiers: Tiers, span: RateSpan): Tiers {
  const scale = (bound: string): string => toText(times(toDecimal(bound), span.quota()));
  return {
    ...tiers,
    ...(tiers.anchor === undefined ? {} : { anchor: scale(tiers.anchor) }),
    tiers: tiers.tiers.map((tier) => ({ ...tier, upTo: tier.upTo === null ? null : scale(tier.upTo) })),
  };
}
