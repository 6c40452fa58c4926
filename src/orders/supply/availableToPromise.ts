import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  plus,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import { notNegative } from '../read.js';

const METHODS = ['discrete', 'cumulative'] as const;

/** What may still be promised from one bucket on. */
export interface AtpBucket {
  /** From 1. */
  readonly bucket: number;
  /** `null` in a bucket without a receipt of its own under `discrete`; negative where more is promised than can be covered. */
  readonly atp: DecimalString | null;
}

/**
 * Returns what is available to promise by bucket.
 *
 * - `discrete` (default): the first bucket has the stock and its receipt less the orders before the next receipt, each
 *   later receipt what the orders before the next one leave. A bucket that lacks something takes it from the nearest
 *   earlier ones, the latest first; what nobody covers stays negative where it arose.
 * - `cumulative`: what can be promised up to the bucket without breaking a promise made for later: the least of the stocks
 *   projected from there on.
 *
 * @param onHand stock now
 * @param receipts what comes in by bucket, not negative
 * @param orders what is promised by bucket, not negative; as many as receipts
 * @param options method
 * @throws SalesModelError `series.length`, `quantity.negative`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { availableToPromise } from 'salesmodel/orders';
 *
 * const supply = [40, [0, 80, 0, 80, 0, 80], [20, 30, 20, 50, 40, 10]] as const;
 * availableToPromise(...supply).map(({ atp }) => atp); // => [ '20', '20', null, '0', null, '70' ]
 * availableToPromise(...supply, { method: 'cumulative' }).map(({ atp }) => atp); // => [ '20', '40', '40', '40', '40', '110' ]
 */
export function availableToPromise(
  onHand: DecimalLike,
  receipts: readonly DecimalLike[],
  orders: readonly DecimalLike[],
  options: { readonly method?: (typeof METHODS)[number] } = {},
): readonly AtpBucket[] {
  const method = oneOf(options.method ?? 'discrete', METHODS, ['method']);
  const stock = toDecimal(onHand, ['onHand']);
  if (receipts.length !== orders.length) {
    fail('series.length', ['orders'], { min: 0, expected: receipts.length, length: orders.length });
  }
  const ins = receipts.map((value, at) => notNegative(value, ['receipts', at]));
  const outs = orders.map((value, at) => notNegative(value, ['orders', at]));
  const figures = method === 'discrete' ? discrete(stock, ins, outs) : cumulative(stock, ins, outs);
  return figures.map((atp, at) => ({ bucket: at + 1, atp: atp === null ? null : toText(atp) }));
}

function discrete(
  stock: Decimal,
  receipts: readonly Decimal[],
  orders: readonly Decimal[],
): readonly (Decimal | null)[] {
  const atp: (Decimal | null)[] = [];
  let holder = 0;
  receipts.forEach((receipt, at) => {
    if (at === 0 || receipt.gt(0)) {
      holder = at;
      atp.push(minus(at === 0 ? plus(stock, receipt) : receipt, orders[at]!));
    } else {
      atp.push(null);
      atp[holder] = minus(atp[holder]!, orders[at]!);
    }
  });
  for (let at = 1; at < atp.length; at++) {
    for (let before = at - 1; before >= 0 && atp[at]?.lt(0); before--) {
      const spare = atp[before];
      if (!spare?.gt(0)) continue;
      const lack = atp[at]!.neg();
      const taken = spare.lt(lack) ? spare : lack;
      atp[before] = minus(spare, taken);
      atp[at] = plus(atp[at]!, taken);
    }
  }
  return atp;
}

function cumulative(stock: Decimal, receipts: readonly Decimal[], orders: readonly Decimal[]): readonly Decimal[] {
  let projected = stock;
  const stocks = receipts.map((receipt, at) => (projected = minus(plus(projected, receipt), orders[at]!)));
  let least = stocks.at(-1) ?? ZERO;
  return stocks
    .toReversed()
    .map((each) => (least = each.lt(least) ? each : least))
    .toReversed();
}
