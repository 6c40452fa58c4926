import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { quantiles } from '../../mechanisms/scoring/quantile.js';
import type { PayeeOutcome } from './payeeOutcomes.js';
import type { SimulatedDraw } from './simulate.js';

/** A quantile of a distribution; `null` of none. */
export interface QuantilePoint {
  readonly probability: DecimalString;
  readonly value: DecimalString | null;
}

/** One payee of a simulation, and how many are like them. */
export interface SimulatedPayee {
  readonly payeeId: string;
  readonly count: number;
  /** Of one of them. */
  readonly pay: DecimalString;
  readonly measure: DecimalString | null;
  /** `null` without a quota. */
  readonly attainment: Ratio | null;
  readonly capped: boolean;
  readonly belowGuarantee: boolean;
}

/** What is reported of a draw. */
interface SummaryShape {
  readonly probabilities: readonly DecimalLike[];
  readonly detail: 'totals' | 'payees';
}

/** The figures of a population. */
export function drawSummary(
  outcomes: readonly PayeeOutcome[],
  counts: readonly number[],
  { probabilities, detail }: SummaryShape,
): Omit<SimulatedDraw, 'draw' | 'rejected'> {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const sumOf = (read: (outcome: PayeeOutcome) => Decimal): Decimal =>
    outcomes.reduce((sum, outcome, at) => plus(sum, times(read(outcome), new Decimal(counts[at]!))), ZERO);
  const shareOf = (test: (outcome: PayeeOutcome) => boolean): Ratio =>
    ratioOf(
      sumOf((outcome) => new Decimal(test(outcome) ? 1 : 0)),
      new Decimal(people),
    );
  const spread = (read: (outcome: PayeeOutcome) => DecimalString | null): readonly QuantilePoint[] =>
    quantilePoints(
      outcomes.flatMap((outcome, at) => {
        const value = read(outcome);
        return value === null ? [] : Array.from({ length: counts[at]! }, () => value);
      }),
      probabilities,
    );

  const cost = sumOf(({ pay }) => pay);
  const isDefined = outcomes.every(({ measure }, at) => measure !== null || counts[at] === 0);
  const measure = isDefined ? sumOf((outcome) => outcome.measure ?? ZERO) : null;
  return {
    people,
    cost: toText(cost),
    measure: measure === null ? null : toText(measure),
    costRatio: measure === null ? null : ratioOf(cost, measure),
    pay: spread(({ pay }) => toText(pay)),
    attainment: spread((outcome) => attainmentOf(outcome)?.value ?? null),
    capped: shareOf(({ isCapped }) => isCapped),
    belowGuarantee: shareOf(({ isToppedUp }) => isToppedUp),
    ...(detail === 'payees' && {
      payees: outcomes
        .map((outcome, at): SimulatedPayee => ({
          payeeId: outcome.payeeId,
          count: counts[at]!,
          pay: toText(outcome.pay),
          measure: outcome.measure === null ? null : toText(outcome.measure),
          attainment: attainmentOf(outcome),
          capped: outcome.isCapped,
          belowGuarantee: outcome.isToppedUp,
        }))
        .filter(({ count }) => count > 0),
    }),
  };
}

/** Mean, to 12 decimals, and quantiles of what draws cost. */
export function spreadOf(
  costs: readonly DecimalString[],
  probabilities: readonly DecimalLike[],
): { readonly mean: DecimalString; readonly quantiles: readonly QuantilePoint[] } {
  const sum = costs.reduce((all, cost) => plus(all, toDecimal(cost)), ZERO);
  return {
    mean: ratioOf(sum, new Decimal(costs.length)).value ?? '0',
    quantiles: quantilePoints(costs, probabilities),
  };
}

function quantilePoints(values: readonly DecimalString[], probabilities: readonly DecimalLike[]): QuantilePoint[] {
  const found = quantiles(values, probabilities);
  return probabilities.map((probability, at) => ({
    probability: toText(toDecimal(probability, ['options', 'probabilities', at])),
    value: found[at] ?? null,
  }));
}

function attainmentOf({ attained, quota }: PayeeOutcome): Ratio | null {
  return quota === null ? null : ratioOf(attained, quota);
}
