import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalString, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import type { RunInput } from '../schema.js';
import { causeFinder, type DiffCause } from './diffCauses.js';
import { comparePlaces, type EarnedFigure, type EarnedPlace, type RunFigures, runFigures } from './runFigures.js';

/** What was earned at one place by two runs. */
export interface RunDifference extends EarnedPlace {
  /** With `detail: "lines"`: whose line it is; `null` for amounts of the whole span, and of the plan. */
  readonly transactionId?: string | null;
  readonly before: DecimalString;
  readonly after: DecimalString;
  /** `after` less `before`. */
  readonly delta: DecimalString;
  /** What differs in the input and bears on it, in a fixed order. */
  readonly causes: readonly DiffCause[];
}

/** How far {@link diffRuns} looks. */
export interface DiffRunsOptions {
  /** Whether a component is one difference, or each of its lines is. Default `components`. */
  readonly detail?: 'components' | 'lines';
}

/**
 * Returns what a run earns differently from another, with what in the input made the difference, by payee, plan,
 * period, component (modifiers and bonuses of the plan last, under `null`) and transaction. What is the same is left
 * out; the deltas of a currency add up to the difference of the two totals earned.
 *
 * Causes name what differs and bears on the figure: the version or terms of the plan, the quota, a row of the payee in
 * that period or in the window that it looks back on, links of the hierarchy, an exchange rate, the assignment, the
 * rules of crediting, a score, an adjustment, the payee, or the as-of day. Closed periods have no statement, so that
 * they do not differ.
 *
 * @param before input of a run
 * @param after input of another one
 * @param options detail
 * @throws SalesModelError those of {@link run}, `option.unknown`
 * @example
 * import { diffRuns, type RunInput } from 'salesmodel/commission';
 *
 * const input = (rate: string): RunInput => ({
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [
 *     {
 *       id: 'P',
 *       currency: 'USD',
 *       period: 'month',
 *       components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate } }],
 *     },
 *   ],
 *   payees: [{ id: 'E1' }],
 *   assignments: [{ payeeId: 'E1', planId: 'P', from: '2026-01-01' }],
 *   transactions: [{ id: 'T1', date: '2026-01-10', amount: '10000', currency: 'USD', payeeId: 'E1' }],
 * });
 * const [difference] = diffRuns(input('0.08'), input('0.1'));
 * [difference?.before, difference?.after, difference?.delta, difference?.causes];
 * // => ['800.00', '1000.00', '200.00', ['planVersion']]
 */
export function diffRuns(before: RunInput, after: RunInput, options: DiffRunsOptions = {}): readonly RunDifference[] {
  const detail = oneOf(options.detail ?? 'components', ['components', 'lines'], ['options', 'detail']);
  return differences(runFigures(before), runFigures(after), detail);
}

/** What two runs earn differently, place by place. */
export function differences(a: RunFigures, b: RunFigures, detail: 'components' | 'lines'): readonly RunDifference[] {
  const causesOf = causeFinder(a, b);
  const places = [...new Set([...a.figures.keys(), ...b.figures.keys()])];
  return places
    .map((key) => ({ was: a.figures.get(key), is: b.figures.get(key) }))
    .sort((one, other) => comparePlaces((one.was ?? one.is)!, (other.was ?? other.is)!))
    .flatMap(({ was, is }) => {
      const { payeeId, planId, period, componentId, currency } = (was ?? is)!;
      const place = { payeeId, planId, period, componentId, currency };
      const parts = detail === 'lines' ? byTransaction(was, is) : [{ was: earned(was), is: earned(is) }];
      const moved = parts.filter((part) => !part.was.eq(part.is));
      if (moved.length === 0) return [];
      const causes = causesOf(place, was, is);
      return moved.map(({ was: old, is: now, ...of }): RunDifference => {
        const scale = Math.max(2, old.dp(), now.dp());
        const text = (amount: Decimal): DecimalString => amount.toFixed(scale);
        return { ...place, ...of, before: text(old), after: text(now), delta: text(minus(now, old)), causes };
      });
    });
}

function earned(figure: EarnedFigure | undefined): Decimal {
  return figure?.earned ?? ZERO;
}

/** Amounts by transaction, those of the whole span first. */
function byTransaction(was: EarnedFigure | undefined, is: EarnedFigure | undefined) {
  const [old, now] = [lineSums(was), lineSums(is)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort((a, b) => Number(b === null) - Number(a === null) || compareText(a ?? '', b ?? ''))
    .map((transactionId) => ({
      transactionId,
      was: old.get(transactionId) ?? ZERO,
      is: now.get(transactionId) ?? ZERO,
    }));
}

function lineSums(figure: EarnedFigure | undefined): ReadonlyMap<string | null, Decimal> {
  const sums = new Map<string | null, Decimal>();
  if (figure === undefined) return sums;
  for (const line of figure.lines) {
    sums.set(line.transactionId, plus(sums.get(line.transactionId) ?? ZERO, toDecimal(line.earned)));
  }
  // What no line has is of the span: modifiers and bonuses of the plan.
  const rest = minus(figure.earned, [...sums.values()].reduce(plus, ZERO));
  if (!rest.isZero()) sums.set(null, plus(sums.get(null) ?? ZERO, rest));
  return sums;
}
