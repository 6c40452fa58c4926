import { type Decimal, type DecimalLike, ONE, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import type { ControlHolder, ControlRights } from '../schema/salesModel.js';

/** The name of a control right. */
export type ControlRight = keyof ControlRights;

/** How rights are weighed and where the modes begin. */
export interface SalesModeOptions {
  /** Weight of each right, 0 or more; those not named weigh 1. Default: all weigh the same. */
  readonly weights?: Readonly<Partial<Record<ControlRight, DecimalLike>>>;
  /** `reseller` up to the first position (default 0.2), `platform` from the second on (default 0.8), `hybrid` between. */
  readonly bands?: { readonly reseller: DecimalLike; readonly platform: DecimalLike };
}

/** What one right adds to the position. */
export interface RightContribution {
  readonly right: ControlRight;
  readonly holder: ControlHolder;
  readonly contribution: Ratio;
}

/** Where a way of selling stands between reselling and a platform. */
export interface SalesModePosition {
  /** 0 where the intermediary decides everything, 1 where the supplier does. */
  readonly position: Ratio;
  readonly mode: 'reseller' | 'hybrid' | 'platform';
  /** By right, in the order price, contract, fulfilment, display, quality, assortment; they add up to the position. */
  readonly contributions: readonly RightContribution[];
}

const RIGHTS: readonly ControlRight[] = ['price', 'contract', 'fulfilment', 'display', 'quality', 'assortment'];
const HOLDERS: readonly ControlHolder[] = ['supplier', 'shared', 'intermediary'];
/** Twice the part that the supplier has. */
const HALVES = { supplier: 2, shared: 1, intermediary: 0 } as const;
const TWO: Decimal = /* @__PURE__ */ toDecimal(2);

/**
 * Returns where a way of selling stands between a reseller, who decides everything, and a platform, on which the supplier
 * does: the weighted mean of the rights, of which the supplier's count 1 and shared ones ½. Exact.
 *
 * @param rights who decides on what
 * @param options weights of the rights, bounds of the modes
 * @throws SalesModelError `rights.weight`, `rights.bands`, `share.range`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { classifySalesMode } from 'salesmodel/channel';
 *
 * const { position, mode, contributions } = classifySalesMode({
 *   price: 'supplier', contract: 'supplier', fulfilment: 'intermediary',
 *   display: 'shared', quality: 'shared', assortment: 'supplier',
 * });
 * [position.value, mode]; // => ['0.666666666667', 'hybrid']
 * contributions[3]?.contribution.value; // => '0.083333333333'
 */
export function classifySalesMode(
  rights: ControlRights,
  { weights = {}, bands = { reseller: '0.2', platform: '0.8' } }: SalesModeOptions = {},
): SalesModePosition {
  const reseller = shareOf(bands.reseller, 'reseller');
  const platform = shareOf(bands.platform, 'platform');
  if (reseller.gt(platform)) {
    fail('rights.bands', ['options', 'bands', 'reseller'], {
      value: String(bands.reseller),
      platform: String(bands.platform),
    });
  }
  for (const name of Object.keys(weights)) oneOf(name as ControlRight, RIGHTS, ['options', 'weights', name]);
  const parts = RIGHTS.map((right) => {
    const weight = toDecimal(weights[right] ?? ONE, ['options', 'weights', right]);
    if (weight.lt(0)) fail('rights.weight', ['options', 'weights', right], { value: String(weights[right]) });
    const holder = oneOf(rights[right], HOLDERS, ['rights', right]);
    return { right, holder, weight, part: times(weight, toDecimal(HALVES[holder])) };
  });
  const whole = times(
    parts.reduce((sum, { weight }) => plus(sum, weight), ZERO),
    TWO,
  );
  if (whole.isZero()) fail('rights.weight', ['options', 'weights'], { value: '0' });
  const sum = parts.reduce((total, { part }) => plus(total, part), ZERO);
  return {
    position: ratioOf(sum, whole),
    mode: sum.lte(times(reseller, whole)) ? 'reseller' : sum.gte(times(platform, whole)) ? 'platform' : 'hybrid',
    contributions: parts.map(({ right, holder, part }) => ({ right, holder, contribution: ratioOf(part, whole) })),
  };
}

function shareOf(value: DecimalLike, name: 'reseller' | 'platform'): Decimal {
  const share = toDecimal(value, ['options', 'bands', name]);
  if (share.lt(0) || share.gt(1)) fail('share.range', ['options', 'bands', name], { value: String(value) });
  return share;
}
