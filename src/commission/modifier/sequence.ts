import { type Decimal, minus, plus, times, ZERO } from '../../core/decimal.js';

/**
 * A span's earning while modifiers work on it: the running sum after each credit, and behind the credits
 * the amounts of the period itself (kickers, floors), in the order in which they came in.
 */
export interface EarningSequence {
  /** Running sum after each credit, exact. */
  readonly running: readonly Decimal[];
  readonly periodAmounts: readonly PeriodAmount[];
}

/** An amount that belongs to the period and to no credit. */
export interface PeriodAmount {
  /** Position of the modifier in its list, −1 where none made it. */
  readonly modifier: number;
  /** `span`: earned by the span itself (a score, a curve at nothing sold); `trueUp`: earlier periods seen anew. */
  readonly kind: 'span' | 'trueUp' | 'kicker' | 'floor';
  readonly amount: Decimal;
}

/** The sum of the credits alone. */
export function creditSum(sequence: EarningSequence): Decimal {
  return sequence.running[sequence.running.length - 1] ?? ZERO;
}

/** The sum of everything in the sequence. */
export function totalOf(sequence: EarningSequence): Decimal {
  let total = creditSum(sequence);
  for (const entry of sequence.periodAmounts) total = plus(total, entry.amount);
  return total;
}

/** Every part times a factor. */
export function scaleSequence(sequence: EarningSequence, factor: Decimal): EarningSequence {
  return {
    running: sequence.running.map((value) => times(value, factor)),
    periodAmounts: sequence.periodAmounts.map((entry) => ({ ...entry, amount: times(entry.amount, factor) })),
  };
}

/**
 * The running sum cut at a limit. Acting on the sum and not on the parts, a later refund gives back what the limit
 * withheld. The amounts of the period come last in the sum, so they are the first to go.
 */
export function capSequence(sequence: EarningSequence, limit: Decimal): EarningSequence {
  const running = sequence.running.map((value) => (value.gt(limit) ? limit : value));
  let sum = running[running.length - 1] ?? ZERO;
  const periodAmounts = sequence.periodAmounts.map((entry) => {
    const room = minus(limit, sum);
    const amount = entry.amount.gt(room) ? room : entry.amount;
    sum = plus(sum, amount);
    return { ...entry, amount };
  });
  return { running, periodAmounts };
}

/** Each credit's own part changed by `change(part, i)`; the amounts of the period stay. */
export function mapParts(
  sequence: EarningSequence,
  change: (part: Decimal, credit: number) => Decimal,
): EarningSequence {
  let before = ZERO;
  let sum = ZERO;
  const running = sequence.running.map((value, credit) => {
    sum = plus(sum, change(minus(value, before), credit));
    before = value;
    return sum;
  });
  return { running, periodAmounts: sequence.periodAmounts };
}
