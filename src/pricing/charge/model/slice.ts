import type { Slice as CoreSlice } from '../../../core/applyTiers.js';
import { type Decimal, minus, plus, times, toText, ZERO } from '../../../core/decimal.js';
import type { ChargeSlice } from '../charge.js';

/** A slice of a charge in decimals. */
export interface Slice {
  readonly tier: number;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly units: Decimal;
  readonly blocks?: Decimal;
  readonly rate: Decimal | null;
  readonly flat: Decimal;
  readonly amount: Decimal;
}

/** A slice whose amount follows from its terms. */
export function sliceOf(terms: Omit<Slice, 'amount'>): Slice {
  const { units, blocks, rate, flat } = terms;
  return { ...terms, amount: rate === null ? flat : plus(times(blocks ?? units, rate), flat) };
}

/** The slices of tiers, without those that hold nothing. */
export function tierSlices(slices: readonly CoreSlice[]): Slice[] {
  return slices
    .filter(({ from, to, flat }) => !(from.eq(to) && flat.isZero()))
    .map(({ piece, from, to, flat, amount }) => ({
      tier: piece.tier,
      from,
      to,
      units: minus(to, from),
      rate: piece.amount === null ? piece.slope : null,
      flat,
      amount,
    }));
}

/** The same slices taken back. */
export function negated(slices: readonly Slice[]): Slice[] {
  return slices.map(({ from, to, units, blocks, flat, amount, ...rest }) => ({
    ...rest,
    from: from.neg(),
    to: to.neg(),
    units: units.neg(),
    ...(blocks === undefined ? {} : { blocks: blocks.neg() }),
    flat: flat.neg(),
    amount: amount.neg(),
  }));
}

/** The exact total of slices. */
export function totalOf(slices: readonly Slice[]): Decimal {
  return slices.reduce((sum, { amount }) => plus(sum, amount), ZERO);
}

/** Slices as they stand in a result. */
export function presentSlices(slices: readonly Slice[]): ChargeSlice[] {
  return slices.map(({ tier, from, to, units, blocks, rate, flat, amount }) => ({
    tier,
    from: toText(from),
    to: toText(to),
    units: toText(units),
    ...(blocks === undefined ? {} : { blocks: toText(blocks) }),
    rate: rate === null ? null : toText(rate),
    flat: toText(flat),
    amount: toText(amount),
  }));
}
