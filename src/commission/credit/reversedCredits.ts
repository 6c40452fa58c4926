import { allocate } from '../../core/allocate.js';
import { type Decimal, divide, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import { type CreditRounding, type DraftCredit, lastDigit } from './directCredits.js';

/**
 * The credits of a row that takes back an original, one for one: the same people, shares and levels. What the original
 * amount was shared out to is shared out again, so that the parts add up to what is taken back, to the last unit; credits
 * on top of it are rounded each.
 *
 * @param credits of the original
 * @param isShared whether a credit is a part of the original amount, and not on top of it
 * @param amount of the row
 * @param whole amount of the original, not 0
 * @param rounding `null` keeps parts exact
 */
export function reversedCredits(
  credits: readonly DraftCredit[],
  isShared: (credit: DraftCredit) => boolean,
  amount: Decimal,
  whole: Decimal,
  rounding: CreditRounding | null,
): DraftCredit[] {
  const partOf = (credited: Decimal): Decimal => divide(times(credited, amount), whole);
  if (rounding === null) return credits.map((credit) => ({ ...credit, amount: partOf(credit.amount) }));
  const { increment, mode } = rounding;
  const step = [amount, whole].map(lastDigit).reduce((least, each) => (each.lt(least) ? each : least), increment);
  const back = credits.map((credit) => ({
    ...credit,
    amount: roundDecimal(partOf(credit.amount), credit.derived === null ? step : increment, mode),
  }));
  const shared = credits.flatMap((credit, at) => (isShared(credit) ? [at] : []));
  const weights = shared.map((at) => credits[at]!.amount);
  // More may have gone out of a direct credit than was in it: such parts have no common sign to be shared by.
  if (weights.some((weight) => !weight.isZero() && weight.isNegative() !== whole.isNegative())) return back;
  const total = roundDecimal(partOf(weights.reduce(plus, ZERO)), step, mode);
  const { parts } = allocate(
    total,
    weights.map((weight) => weight.abs()),
    { increment: step },
  );
  shared.forEach((at, index) => {
    back[at]!.amount = toDecimal(parts[index]!);
  });
  return back;
}
