import { checkProbability, type Estimate } from '../../../core/estimate.js';
import { exp, ln } from '../../../core/elementary.js';
import { normalQuantile } from '../../../core/normalQuantile.js';
import { oneOf } from '../../../core/oneOf.js';
import { riskTable, rowAt, type SurvivalRecord } from './survivalRecord.js';

const INTERVALS = ['log', 'logLog', 'plain'] as const;

/** How the bounds of a survival curve are made. */
export interface SurvivalOptions {
  /** Of the bounds, above 0 and below 1. Default 0.95. */
  readonly confidence?: Estimate;
  /** Scale on which the error is taken as normal: `log` (default), `logLog` of the survival, or the survival itself. */
  readonly ci?: (typeof INTERVALS)[number];
}

/** An age at which something ended or was last seen. */
export interface SurvivalRow {
  readonly time: number;
  /** Records that were watched right before it and had not ended. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Chance to last beyond it. */
  readonly survival: Estimate;
  /** Standard error after Greenwood; `null`, as the bounds are, where nothing is left. */
  readonly se: Estimate | null;
  readonly lower: Estimate | null;
  readonly upper: Estimate | null;
}

/** A survival curve as its steps. Before the first one the survival is 1. */
export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  readonly confidence: Estimate;
  readonly ci: (typeof INTERVALS)[number];
  readonly rows: readonly SurvivalRow[];
  /** First age that at most half outlast; `null` where more than half outlast all. */
  readonly median: number | null;
}

/**
 * Returns the chance that something lasts beyond each age (Kaplan and Meier, 1958), estimates with Greenwood's standard
 * error and bounds. What was last seen at an age was watched through it, and what was watched from an age on counts at later
 * ages only. Without records there is no step, and the survival is 1 throughout.
 *
 * @param records in any order
 * @param options confidence and scale of the bounds
 * @throws SalesModelError `survival.negativeTime`, `survival.entryAfterTime`, `survival.event`, `pipeline.duplicateDeal`,
 *   `estimate.probability`, `option.unknown`
 * @example
 * import { kaplanMeier, survivalAt } from 'salesmodel/pipeline';
 *
 * const curve = kaplanMeier([
 *   { id: 'D1', time: 10, event: 1 },
 *   { id: 'D2', time: 20, event: 0 },
 *   { id: 'D3', time: 30, event: 1 },
 *   { id: 'D4', time: 40, event: 0 },
 * ]);
 * curve.rows.map(({ time, atRisk, survival }) => [time, atRisk, survival]); // => [[10, 4, 0.75], [20, 3, 0.75], [30, 2, 0.375], [40, 1, 0.375]]
 * curve.median; // => 30
 * survivalAt(curve, 25); // => 0.75
 */
export function kaplanMeier(records: readonly SurvivalRecord[], options: SurvivalOptions = {}): SurvivalCurve {
  const { confidence = 0.95 } = options;
  const ci = oneOf(options.ci ?? 'log', INTERVALS, ['options', 'ci']);
  checkProbability(confidence, ['options', 'confidence']);
  const z = normalQuantile(0.5 + confidence / 2);
  let survival = 1;
  let greenwood = 0;
  let events = 0;
  const rows = riskTable(records, 1, ({ event }) => (event === 1 ? 0 : event === 0 ? -1 : undefined)).map(
    ({ time, atRisk, ended, censored }): SurvivalRow => {
      const [count = 0] = ended;
      events += count;
      survival *= (atRisk - count) / atRisk;
      if (survival > 0) greenwood += count / (atRisk * (atRisk - count));
      const se = survival > 0 ? survival * Math.sqrt(greenwood) : null;
      return { time, atRisk, events: count, censored, survival, se, ...bounds(survival, Math.sqrt(greenwood), z, ci) };
    },
  );
  return {
    n: records.length,
    events,
    confidence,
    ci,
    rows,
    median: rows.find(({ survival: share }) => share <= 0.5)?.time ?? null,
  };
}

/** @param error standard error relative to the survival */
function bounds(
  survival: Estimate,
  error: Estimate,
  z: Estimate,
  ci: (typeof INTERVALS)[number],
): Pick<SurvivalRow, 'lower' | 'upper'> {
  if (survival === 0) return { lower: null, upper: null };
  if (survival === 1) return { lower: 1, upper: 1 };
  const off = z * error;
  if (ci === 'log') return { lower: survival * exp(-off), upper: Math.min(1, survival * exp(off)) };
  if (ci === 'plain') return { lower: Math.max(0, survival * (1 - off)), upper: Math.min(1, survival * (1 + off)) };
  const log = ln(survival);
  const spread = exp(-off / log);
  return { lower: exp(log * spread), upper: exp(log / spread) };
}

/**
 * Returns the chance to last beyond an age, an estimate: 1 before the first step of the curve.
 *
 * @param curve what `kaplanMeier` or `competingRisks` returned
 * @param time age in the unit of the curve
 * @example
 * import { kaplanMeier, survivalAt } from 'salesmodel/pipeline';
 *
 * survivalAt(kaplanMeier([]), 100); // => 1
 */
export function survivalAt(
  curve: { readonly rows: readonly { readonly time: number; readonly survival: Estimate }[] },
  time: number,
): Estimate {
  return rowAt(curve.rows, time)?.survival ?? 1;
}
