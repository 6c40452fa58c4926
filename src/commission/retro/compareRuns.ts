import { type Decimal, type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { compareText } from '../../core/compareText.js';
import type { RunInput } from '../schema.js';
import { type ComponentSums, componentSums } from './componentSums.js';
import { runFigures } from './runFigures.js';

/** A figure before and after. */
export interface RunChange {
  /** `null` where the figure is not defined. */
  readonly before: DecimalString | null;
  readonly after: DecimalString | null;
  /** `after` less `before`. */
  readonly difference: DecimalString | null;
  /** `difference` over `before`; without a value over a base of 0. */
  readonly change: Ratio | null;
}

/** What a component costs and brings, before and after. */
export interface RunComparison {
  /** `null` = all payees together. */
  readonly payeeId: string | null;
  readonly planId: string;
  readonly componentId: string;
  readonly currency: string;
  /** What was earned in the component. */
  readonly pay: RunChange;
  /** The axis, added up over the spans; of a `toDate` component at the end of each window. */
  readonly measure: RunChange;
  /** Measure over quota, of the spans that have one. */
  readonly attainment: RunChange;
  /** Pay over measure. */
  readonly costRatio: RunChange;
}

/**
 * Returns pay, measure, attainment and cost ratio of two runs side by side, by payee, plan and component, and those of
 * all payees together (`payeeId: null`) behind them. The runs may be of different plans, people or periods.
 *
 * @param before input of a run
 * @param after input of another one
 * @throws SalesModelError those of {@link run}
 * @example
 * import { compareRuns, type RunInput } from 'salesmodel/commission';
 *
 * const input = (month: string, amount: string): RunInput => ({
 *   asOf: `${month}-28`,
 *   periods: { from: '2026-01-01', to: '2026-03-01' },
 *   plans: [
 *     {
 *       id: 'P',
 *       currency: 'USD',
 *       period: 'month',
 *       components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.1' } }],
 *     },
 *   ],
 *   payees: [{ id: 'E1' }],
 *   assignments: [{ payeeId: 'E1', planId: 'P', from: '2026-01-01' }],
 *   transactions: [{ id: 'T1', date: `${month}-10`, amount, currency: 'USD', payeeId: 'E1' }],
 * });
 * const [own] = compareRuns(input('2026-01', '8000'), input('2026-02', '10000'));
 * own?.pay; // => { before: '800', after: '1000', difference: '200', change: { numerator: '200', denominator: '800', value: '0.25' } }
 */
export function compareRuns(before: RunInput, after: RunInput): readonly RunComparison[] {
  const a = componentSums(runFigures(before, 'statements'));
  const b = componentSums(runFigures(after, 'statements'));
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((key) => ({ was: a.get(key), is: b.get(key) }))
    .map(({ was, is }): RunComparison => {
      const { payeeId, planId, componentId, currency } = (was ?? is)!;
      const read = (figure: (sums: ComponentSums) => Decimal | Ratio | null): RunChange =>
        changeOf(was === undefined ? null : figure(was), is === undefined ? null : figure(is));
      return {
        payeeId,
        planId,
        componentId,
        currency,
        pay: read(({ pay }) => pay),
        measure: read(({ measure }) => measure),
        attainment: read(({ attained, quota }) => (quota === null ? null : ratioOf(attained, quota))),
        costRatio: read(({ pay, measure }) => (measure === null ? null : ratioOf(pay, measure))),
      };
    })
    .sort(inOrder);
}

function changeOf(was: Decimal | Ratio | null, is: Decimal | Ratio | null): RunChange {
  const [old, now] = [valueOf(was), valueOf(is)];
  const difference = old === null || now === null ? null : minus(now, old);
  return {
    before: old === null ? null : toText(old),
    after: now === null ? null : toText(now),
    difference: difference === null ? null : toText(difference),
    change: difference === null || old === null ? null : ratioOf(difference, old),
  };
}

function valueOf(figure: Decimal | Ratio | null): Decimal | null {
  if (figure === null) return null;
  if (!('numerator' in figure)) return figure;
  return figure.value === null ? null : toDecimal(figure.value);
}

/** By payee, plan, component and currency, all payees together last. */
function inOrder(a: RunComparison, b: RunComparison): number {
  return (
    Number(a.payeeId === null) - Number(b.payeeId === null) ||
    compareText(a.payeeId ?? '', b.payeeId ?? '') ||
    compareText(a.planId, b.planId) ||
    compareText(a.componentId, b.componentId) ||
    compareText(a.currency, b.currency)
  );
}
