import type { Decimal, DecimalLike, DecimalString } from '../../core/decimal.js';
import { minus, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { roundQuotient } from '../../core/rounding.js';
import { fail } from '../fail.js';
import { checkWhole, notNegative, positive } from '../read.js';

/**
 * How much is made or bought at once: just what is missing, lots of a fixed size until it is covered, or one lot that is a
 * multiple of a quantity.
 */
export type LotRule =
  | { readonly kind: 'lotForLot' }
  | { readonly kind: 'fixed'; readonly size: DecimalLike }
  | { readonly kind: 'multiple'; readonly of: DecimalLike };

/** How a supply is planned. */
export interface SupplyOptions {
  /** Stock that should be left in every bucket. Default 0. */
  readonly safety?: DecimalLike;
  /** Default `lotForLot`. */
  readonly lot?: LotRule;
  /** Buckets from release to receipt. Default 0. */
  readonly leadTime?: number;
  /** What is already on its way, by bucket. Default nothing. */
  readonly scheduled?: readonly DecimalLike[];
}

/** One bucket of a plan. */
export interface SupplyBucket {
  /** From 1. */
  readonly bucket: number;
  readonly demand: DecimalString;
  /** What the demand and the safety stock lack. */
  readonly net: DecimalString;
  /** Planned for this bucket, and in how many lots. */
  readonly receipt: DecimalString;
  readonly lots: number;
  /** To be ordered in this bucket. */
  readonly release: DecimalString;
  /** Stock at its end. */
  readonly closing: DecimalString;
}

/** A plan by bucket, and the receipts that should have been ordered before the first. */
export interface SupplyPlan {
  readonly buckets: readonly SupplyBucket[];
  /** By bucket of the receipt; `late` is how many buckets earlier the release should have been. */
  readonly late: readonly { readonly bucket: number; readonly quantity: DecimalString; readonly late: number }[];
}

/**
 * Returns what to order when so that the demand is met and the safety stock stays: what is missing by bucket, rounded up to
 * lots, released a lead time earlier. A release that would lie before the first bucket is made in it and listed as late.
 *
 * @param demand quantities by bucket, not negative
 * @param stock at the start
 * @param options safety stock, lot rule, lead time, scheduled receipts
 * @throws SalesModelError `series.length`, `quantity.negative`, `quantity.positive`, `count.whole`, `option.unknown`,
 *   `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { supplyPlan } from 'salesmodel/orders';
 *
 * const { buckets, late } = supplyPlan([30, 40, 50], 50, { safety: 10, lot: { kind: 'multiple', of: 24 }, leadTime: 2 });
 * buckets.map(({ net, receipt, release, closing }) => [net, receipt, release, closing]); // => [ [ '0', '0', '96', '20' ], [ '30', '48', '0', '28' ], [ '32', '48', '0', '26' ] ]
 * late; // => [ { bucket: 2, quantity: '48', late: 1 } ]
 */
export function supplyPlan(
  demand: readonly DecimalLike[],
  stock: DecimalLike,
  { safety = '0', lot = { kind: 'lotForLot' }, leadTime = 0, scheduled = [] }: SupplyOptions = {},
): SupplyPlan {
  const buffer = notNegative(safety, ['safety']);
  const size = lotSize(lot);
  checkWhole(leadTime, 0, ['leadTime']);
  if (scheduled.length > demand.length) {
    fail('series.length', ['scheduled'], { min: 0, expected: demand.length, length: scheduled.length });
  }
  const releases = demand.map(() => ZERO);
  const late: { bucket: number; quantity: DecimalString; late: number }[] = [];
  let carried = toDecimal(stock, ['stock']);
  const rows = demand.map((value, at) => {
    const wanted = notNegative(value, ['demand', at]);
    const due = scheduled[at] === undefined ? ZERO : notNegative(scheduled[at], ['scheduled', at]);
    const lack = minus(minus(plus(wanted, buffer), carried), due);
    const net = lack.gt(0) ? lack : ZERO;
    const lots = size === null ? net : roundQuotient(net, size, 'ceiling');
    const receipt = size === null ? net : times(lots, size);
    if (receipt.gt(0)) {
      const release = Math.max(at - leadTime, 0);
      releases[release] = plus(releases[release]!, receipt);
      if (at < leadTime) late.push({ bucket: at + 1, quantity: toText(receipt), late: leadTime - at });
    }
    carried = minus(plus(plus(carried, due), receipt), wanted);
    return { wanted, net, receipt, closing: carried, lots: lotCount(lot, receipt, lots) };
  });
  return {
    buckets: rows.map(({ wanted, net, receipt, closing, lots }, at) => ({
      bucket: at + 1,
      demand: toText(wanted),
      net: toText(net),
      receipt: toText(receipt),
      lots,
      release: toText(releases[at]!),
      closing: toText(closing),
    })),
    late,
  };
}

function lotSize(lot: LotRule): Decimal | null {
  oneOf(lot.kind, ['lotForLot', 'fixed', 'multiple'], ['lot', 'kind']);
  if (lot.kind === 'lotForLot') return null;
  return lot.kind === 'fixed' ? positive(lot.size, ['lot', 'size']) : positive(lot.of, ['lot', 'of']);
}

function lotCount({ kind }: LotRule, receipt: Decimal, lots: Decimal): number {
  if (receipt.isZero()) return 0;
  return kind === 'fixed' ? lots.toNumber() : 1;
}
