import type { Estimate } from '../../../core/estimate.js';
import { fail } from '../../fail.js';
import { type OutcomeRecord, riskTable, rowAt } from './survivalRecord.js';

/** An age at which deals closed or were last seen. */
export interface RisksRow {
  readonly time: number;
  /** Deals that were watched right before it and open. */
  readonly atRisk: number;
  /** Deals that closed at it, */
  readonly won: number;
  readonly lost: number;
  /** and deals that were last seen, open, at it. */
  readonly censored: number;
  /** Chance to be open beyond it, */
  readonly survival: Estimate;
  /** to have been won by it, */
  readonly wonBy: Estimate;
  /** and to have been lost by it: the three add up to 1. */
  readonly lostBy: Estimate;
}

/** What becomes of deals as they grow older, as steps. Before the first one all are open. */
export interface RiskCurves {
  readonly n: number;
  readonly rows: readonly RisksRow[];
}

const OUTCOMES: ReadonlyMap<string | null, number> = /* @__PURE__ */ new Map<string | null, number>([
  ['won', 0],
  ['lost', 1],
  [null, -1],
]);

/**
 * Returns the chances that a deal has been won, has been lost or is open at each age, estimates that add up to 1 (Aalen and
 * Johansen, 1978). A deal that was lost cannot be won any more: 1 − `kaplanMeier` of the won ones, which lets it, says too
 * much.
 *
 * @param records in any order, such as those of `survivalRecords`
 * @throws SalesModelError `survival.negativeTime`, `survival.entryAfterTime`, `survival.event`, `pipeline.duplicateDeal`
 * @example
 * import { competingRisks } from 'salesmodel/pipeline';
 *
 * const { rows } = competingRisks([
 *   { id: 'D1', time: 10, outcome: 'lost' },
 *   { id: 'D2', time: 20, outcome: 'won' },
 *   { id: 'D3', time: 30, outcome: null },
 *   { id: 'D4', time: 40, outcome: 'won' },
 * ]);
 * rows.map(({ time, survival, wonBy, lostBy }) => [time, survival, wonBy, lostBy]);
 * // => [[10, 0.75, 0, 0.25], [20, 0.5, 0.25, 0.25], [30, 0.5, 0.25, 0.25], [40, 0, 0.75, 0.25]]
 */
export function competingRisks(records: readonly OutcomeRecord[]): RiskCurves {
  let survival = 1;
  let wonBy = 0;
  let lostBy = 0;
  const rows = riskTable(records, 2, ({ outcome }) => OUTCOMES.get(outcome)).map(
    ({ time, atRisk, ended, censored }): RisksRow => {
      const [won = 0, lost = 0] = ended;
      wonBy += (survival * won) / atRisk;
      lostBy += (survival * lost) / atRisk;
      survival *= (atRisk - won - lost) / atRisk;
      return { time, atRisk, won, lost, censored, survival, wonBy: Math.min(1, wonBy), lostBy: Math.min(1, lostBy) };
    },
  );
  return { n: records.length, rows };
}

/** A chance, or why there is none. */
export type AgeProbability =
  { readonly probability: Estimate } | { readonly probability: null; readonly reason: 'noneOpen' | 'noDeals' };

/**
 * Returns the chance that a deal of an age that is still open will be won, an estimate; there is none where no deal was open
 * beyond that age.
 *
 * @param curves what `competingRisks` returned
 * @param age of the deal, in the unit of the curves
 * @param horizon age up to which a win counts, not below `age`; default: as far as the curves go
 * @throws SalesModelError `survival.horizon`
 * @example
 * import { competingRisks, winProbabilityAtAge } from 'salesmodel/pipeline';
 *
 * const curves = competingRisks([
 *   { id: 'D1', time: 10, outcome: 'won' },
 *   { id: 'D2', time: 20, outcome: 'lost' },
 *   { id: 'D3', time: 30, outcome: 'won' },
 *   { id: 'D4', time: 40, outcome: 'lost' },
 * ]);
 * winProbabilityAtAge(curves, 0); // => { probability: 0.5 }
 * winProbabilityAtAge(curves, 25, 30); // => { probability: 0.5 }
 * winProbabilityAtAge(curves, 50); // => { probability: null, reason: 'noneOpen' }
 */
export function winProbabilityAtAge(curves: RiskCurves, age: number, horizon = Infinity): AgeProbability {
  if (Number.isNaN(age) || !(horizon >= age))
    fail('survival.horizon', ['horizon'], { age: String(age), value: String(horizon) });
  if (curves.n === 0) return { probability: null, reason: 'noDeals' };
  const { survival, wonBy } = rowAt(curves.rows, age) ?? { survival: 1, wonBy: 0 };
  if (survival === 0) return { probability: null, reason: 'noneOpen' };
  const won = rowAt(curves.rows, horizon)?.wonBy ?? 0;
  return { probability: Math.min(1, (won - wonBy) / survival) };
}
