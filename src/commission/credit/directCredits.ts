import { allocate } from '../../core/allocate.js';
import { type Decimal, divide, ONE, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { roundDecimal, type RoundingMode } from '../../core/rounding.js';
import type { Rows } from '../run/rows.js';
import type { Crediting } from '../schema.js';

/** One credit of a row while credits are being made. */
export interface DraftCredit {
  readonly payee: number;
  /** Position in `creditKinds`. */
  readonly kind: number;
  readonly level: number;
  amount: Decimal;
  /** Part of the row. */
  share: Decimal;
  payoutShare: Decimal;
  readonly dealRole: string | undefined;
  /** Position among the splits of the row; `null` for an owner and for derived credits. */
  readonly split: number | null;
  /** The rule that derived it and the direct credit it came from; `null` for direct credits. */
  readonly derived: { readonly rule: number; readonly from: number; readonly day: number } | null;
  /** Of a direct credit: components that hold it, and rules that therefore derive nothing from it. */
  held?: { readonly by: readonly string[]; readonly skippedBy: readonly number[] };
}

/** How the amounts of credits are rounded. */
export interface CreditRounding {
  readonly increment: Decimal;
  readonly mode: RoundingMode;
}

/** Direct credits of a row, or the sum of its revenue shares where that breaks the rule. */
export type DirectCredits = { readonly credits: DraftCredit[] } | { readonly sum: Decimal };

/**
 * The credits of a row's owner or splits, in the order written.
 *
 * @param rounding of the row's currency; amounts that are no whole increments are shared out in their own last digit
 */
export function directCredits(
  rows: Pick<Rows, 'amount' | 'payee' | 'splits'>,
  row: number,
  crediting: Crediting,
  rounding: CreditRounding,
): DirectCredits {
  const amount = decimalAt(rows.amount, row);
  const owner = rows.payee[row]!;
  if (owner >= 0 || rows.splits === null) return { credits: [draft(owner, 0, amount, ONE, ONE, undefined, null)] };
  const { splitSum = 'exactlyOne', splitRounding = 'allocate' } = crediting;
  const { offset, payee, kind, share, payoutShare, dealRole } = rows.splits;
  const splits = Array.from({ length: offset[row + 1]! - offset[row]! }, (_, i) => offset[row]! + i);
  const shares = splits.map((split) => decimalAt(share, split));
  const isRevenue = splits.map((split) => kind[split] === 0);
  const sum = shares.reduce((total, value, i) => (isRevenue[i] === true ? plus(total, value) : total), ZERO);
  const whole = splitSum === 'normalise';
  // Weights that are all zero say nothing of who made the sale.
  if (splitSum === 'exactlyOne' ? !sum.eq(ONE) : whole ? sum.isZero() : splitSum === 'atMostOne' && sum.gt(ONE)) {
    return { sum };
  }
  const parts = shares.map((value, i) => (whole && isRevenue[i] === true ? divide(value, sum) : value));
  const amounts = parts.map((part) => times(amount, part));
  if (splitRounding === 'allocate') {
    const step = amount.decimalPlaces() > rounding.increment.decimalPlaces() ? lastDigit(amount) : rounding.increment;
    const round = (value: Decimal): Decimal => roundDecimal(value, step, rounding.mode);
    const revenue = splits.map((_, i) => i).filter((i) => isRevenue[i] === true);
    const total = whole || sum.eq(ONE) ? amount : round(times(amount, sum));
    const allocated = allocate(
      roundDecimal(total, step, rounding.mode),
      revenue.map((i) => shares[i]!),
      { increment: step },
    ).parts;
    revenue.forEach((i, at) => {
      amounts[i] = toDecimal(allocated[at]!);
    });
    amounts.forEach((value, i) => {
      if (isRevenue[i] !== true) amounts[i] = round(value);
    });
  }
  return {
    credits: splits.map((split, i) =>
      draft(
        payee[split]!,
        kind[split]!,
        amounts[i]!,
        parts[i]!,
        payoutShare === null ? parts[i]! : decimalAt(payoutShare, split),
        dealRole(split),
        i,
      ),
    ),
  };
}

function draft(
  payee: number,
  kind: number,
  amount: Decimal,
  share: Decimal,
  payoutShare: Decimal,
  dealRole: string | undefined,
  split: number | null,
): DraftCredit {
  return { payee, kind, level: 0, amount, share, payoutShare, dealRole, split, derived: null };
}

/** The unit of the last decimal of an amount, 1 where it has none. */
export function lastDigit(amount: Decimal): Decimal {
  const places = amount.decimalPlaces();
  return places === 0 ? ONE : toDecimal(`0.${'0'.repeat(places - 1)}1`);
}
