import { type Decimal, type DecimalLike, type DecimalString, minus, plus, toText, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import { checkWhole, notNegative } from '../read.js';

const BASES = ['old', 'new', 'max'] as const;

/** What a change is measured against, and which buckets should not change. */
export interface StabilityOptions {
  /** `old` (default) quantities, `new` ones, or the greater of both in each bucket. */
  readonly base?: (typeof BASES)[number];
  /** Number of first buckets that are frozen. Default 0. */
  readonly frozen?: number;
}

/** How much a plan moved. */
export interface PlanStability {
  /** Σ of the absolute changes ÷ Σ of the bases; without a value where those are 0. 0 is a plan that stayed. */
  readonly instability: Ratio;
  readonly buckets: readonly {
    readonly old: DecimalString;
    readonly new: DecimalString;
    readonly change: DecimalString;
    readonly instability: Ratio;
  }[];
  /** The part of all change that lies in the frozen buckets; without a value where nothing changed. */
  readonly frozenShare: Ratio;
}

/**
 * Returns how much a plan moved between two versions, in all, by bucket, and inside the frozen horizon.
 *
 * @param old quantities by bucket, not negative
 * @param fresh quantities of the new version for the same buckets
 * @param options base, frozen buckets
 * @throws SalesModelError `series.length`, `quantity.negative`, `count.whole`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { planStability } from 'salesmodel/orders';
 *
 * const { instability, frozenShare } = planStability([100, 200, 300, 0], [110, 180, 300, 30], { frozen: 2 });
 * [instability.value, frozenShare.value]; // => [ '0.1', '0.5' ]
 */
export function planStability(
  old: readonly DecimalLike[],
  fresh: readonly DecimalLike[],
  options: StabilityOptions = {},
): PlanStability {
  const base = oneOf(options.base ?? 'old', BASES, ['base']);
  const frozen = checkWhole(options.frozen ?? 0, 0, ['frozen']);
  if (old.length !== fresh.length) {
    fail('series.length', ['new'], { min: 0, expected: old.length, length: fresh.length });
  }
  const rows = old.map((value, at) => {
    const before = notNegative(value, ['old', at]);
    const after = notNegative(fresh[at]!, ['new', at]);
    const reference = base === 'old' ? before : base === 'new' ? after : before.gt(after) ? before : after;
    return { before, after, change: minus(after, before), reference };
  });
  const sum = (values: readonly Decimal[]): Decimal => values.reduce(plus, ZERO);
  const changed = rows.map(({ change }) => change.abs());
  return {
    instability: ratioOf(sum(changed), sum(rows.map(({ reference }) => reference)), 'noReference'),
    buckets: rows.map(({ before, after, change, reference }) => ({
      old: toText(before),
      new: toText(after),
      change: toText(change),
      instability: ratioOf(change.abs(), reference, 'noReference'),
    })),
    frozenShare: ratioOf(sum(changed.slice(0, frozen)), sum(changed), 'noChange'),
  };
}
