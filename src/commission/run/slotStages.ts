import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import type { ModifiedEarning } from '../modifier/runModifiers.js';
import { creditSum, type EarningSequence, type PeriodAmount } from '../modifier/sequence.js';

/** Rounded amounts behind the credits, each what it adds to the rounded sum. */
export function roundAmounts(sequence: EarningSequence, round: (sum: Decimal) => Decimal): PeriodAmount[] {
  let sum = creditSum(sequence);
  return sequence.periodAmounts.map((entry) => {
    const before = round(sum);
    sum = plus(sum, entry.amount);
    return { ...entry, amount: minus(round(sum), before) };
  });
}

/** Amounts less those of the window up to the span before; what is gone comes back with the opposite sign. */
export function withoutEarlier(amounts: readonly PeriodAmount[], earlier: readonly PeriodAmount[]): PeriodAmount[] {
  const rest = [...earlier];
  const difference = amounts.map((entry) => {
    const index = rest.findIndex(({ modifier, kind }) => modifier === entry.modifier && kind === entry.kind);
    if (index < 0) return entry;
    const [same] = rest.splice(index, 1);
    return { ...entry, amount: minus(entry.amount, same?.amount ?? ZERO) };
  });
  for (const entry of rest) difference.push({ ...entry, amount: entry.amount.neg() });
  return difference.filter(({ amount }) => !amount.isZero());
}

/** What amounts come to. */
export function sumAmounts(amounts: readonly PeriodAmount[]): Decimal {
  return amounts.reduce((sum, { amount }) => plus(sum, amount), ZERO);
}

/** Exact totals before each modifier of the whole list and after the last; late ones change nothing here. */
export function stagesOf(
  gross: Decimal,
  early: readonly { position: number }[],
  { totals }: ModifiedEarning,
  length: number,
): Decimal[] {
  const stages = [gross];
  for (let position = 0; position < length; position += 1) {
    const at = early.findIndex((entry) => entry.position === position);
    stages.push((at < 0 ? stages[position] : totals[at]) ?? gross);
  }
  return stages;
}

/** Exact totals before and after one of the late modifiers. */
export function stepOf(
  start: Decimal,
  { totals }: ModifiedEarning,
  position: number,
  late: readonly { position: number }[],
): [Decimal, Decimal] {
  const at = late.findIndex((entry) => entry.position === position);
  return [totals[at - 1] ?? start, totals[at] ?? start];
}
