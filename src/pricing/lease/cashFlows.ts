import { type Decimal, ONE, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { OfferTerms } from './offer.js';

/** Payments by month, month 0 first; a month without one is 0. */
export type Flows = readonly Decimal[];

/** An offer as what is paid when. */
export interface ReadOffer {
  readonly price: Decimal;
  readonly buy: Flows;
  readonly lease: Flows;
  /** What has been paid after the day of signing and each payment of rent, at the months in which it is paid. */
  readonly payments: readonly { readonly month: number; readonly amount: Decimal }[];
  /** The one rent, where nothing else keeps the break-even from having a closed form. */
  readonly constantRent: Decimal | null;
}

/** The longest horizon in months. */
const MAX_MONTHS = 1200;

/** Reads an offer. */
export function readOffer({ buy, lease, horizonMonths }: OfferTerms, path: Path): ReadOffer {
  const months = toCount(horizonMonths, 1, [...path, 'horizonMonths']);
  const free = toCount(lease.freeMonths ?? 0, 0, [...path, 'lease', 'freeMonths']);
  const shift = oneOf(lease.timing, ['end', 'start'], [...path, 'lease', 'timing']) === 'end' ? 0 : -1;
  const price = amountOf(buy.price, [...path, 'buy', 'price']);
  const residual = amountOf(buy.residual ?? '0', [...path, 'buy', 'residual']);
  const upfront = amountOf(lease.upfront ?? '0', [...path, 'lease', 'upfront']);
  const rents = rentsOf(lease, months, [...path, 'lease']).map((rent, index) => (index < free ? ZERO : rent));

  const bought = emptyFlows(months);
  const leased = emptyFlows(months);
  bought[0] = price;
  bought[months] = plus(bought[months]!, residual.neg());
  leased[0] = upfront;
  const payments = [
    { month: 0, amount: upfront },
    ...rents.map((amount, index) => ({ month: index + 1 + shift, amount })),
  ];
  for (const { month, amount } of payments.slice(1)) leased[month] = plus(leased[month]!, amount);
  if (lease.buyout !== undefined) {
    const end = plus(amountOf(lease.buyout, [...path, 'lease', 'buyout']), residual.neg());
    leased[months] = plus(leased[months]!, end);
  }
  const isPlain =
    lease.escalation === undefined && free === 0 && buy.residual === undefined && lease.upfront === undefined;
  return { price, buy: bought, lease: leased, payments, constantRent: isPlain ? rents[0]! : null };
}

function rentsOf({ rent, escalation }: OfferTerms['lease'], months: number, path: Path): Decimal[] {
  let amount = amountOf(rent, [...path, 'rent']);
  const every = escalation && toCount(escalation.everyMonths, 1, [...path, 'escalation', 'everyMonths']);
  const factor = escalation && plus(ONE, toDecimal(escalation.rate, [...path, 'escalation', 'rate']));
  return Array.from({ length: months }, (_, month) => {
    if (every !== undefined && month > 0 && month % every === 0) amount = times(amount, factor!);
    return amount;
  });
}

function emptyFlows(months: number): Decimal[] {
  return Array.from({ length: months + 1 }, () => ZERO);
}

function amountOf(value: string, path: Path): Decimal {
  const amount = toDecimal(value, path);
  if (amount.lt(0)) fail('pricing.negativePrice', path, { value });
  return amount;
}

function toCount(value: number, least: number, path: Path): number {
  if (!Number.isInteger(value) || value < least || value > MAX_MONTHS) {
    fail('pricing.months', path, { min: least, max: MAX_MONTHS, value });
  }
  return value;
}
