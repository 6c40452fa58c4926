import { type DecimalLike, type DecimalString, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { checkWhole, positive } from '../read.js';
import type { AtpBucket } from './availableToPromise.js';

/** When an order can be promised. */
export type OrderPromise =
  | {
      readonly ok: true;
      /** The bucket in which the order is complete. */
      readonly bucket: number;
      /** What can be delivered when, by bucket; the first part in the bucket that was asked for. */
      readonly split: readonly { readonly bucket: number; readonly quantity: DecimalString }[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the earliest bucket in which an order is complete and how it can be split, from what is available to promise by
 * the `discrete` method; or `cannot` with what is missing.
 *
 * @param atp buckets of `availableToPromise`
 * @param order quantity above 0 and the bucket it is wanted in, from 1
 * @throws SalesModelError `quantity.positive`, `count.whole`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { availableToPromise, promiseOrder } from 'salesmodel/orders';
 *
 * const atp = availableToPromise(40, [0, 80, 0, 80], [20, 30, 20, 50]);
 * promiseOrder(atp, { quantity: 60, due: 1 }); // => {
 * //   ok: true,
 * //   bucket: 4,
 * //   split: [
 * //     { bucket: 1, quantity: '20' },
 * //     { bucket: 2, quantity: '30' },
 * //     { bucket: 4, quantity: '10' }
 * //   ]
 * // }
 * const none = promiseOrder(atp, { quantity: 500, due: 1 });
 * none.ok || none.reasons[0]?.params['short']; // => '420'
 */
export function promiseOrder(
  atp: readonly AtpBucket[],
  { quantity, due }: { readonly quantity: DecimalLike; readonly due: number },
): OrderPromise {
  const wanted = positive(quantity, ['order', 'quantity']);
  checkWhole(due, 1, ['order', 'due']);
  const split = new Map<number, DecimalString>();
  let left = wanted;
  let atDue = ZERO;
  const take = (bucket: number, free: typeof ZERO): void => {
    const taken = free.lt(left) ? free : left;
    if (taken.lte(0)) return;
    split.set(bucket, toText(taken));
    left = minus(left, taken);
  };
  for (const { bucket, atp: free } of atp) {
    if (bucket <= due && free !== null) {
      const value = toDecimal(free, ['atp', bucket - 1]);
      if (value.gt(0)) atDue = plus(atDue, value);
    }
  }
  take(due, atDue);
  for (const { bucket, atp: free } of atp) if (bucket > due && free !== null) take(bucket, toDecimal(free));
  if (left.gt(0)) {
    return { ok: false, reasons: [{ code: 'cannot', params: { short: toText(left), quantity: toText(wanted) } }] };
  }
  return {
    ok: true,
    bucket: Math.max(...split.keys()),
    split: [...split].map(([bucket, part]) => ({ bucket, quantity: part })),
  };
}
