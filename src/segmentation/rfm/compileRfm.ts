import type { RfmPolicy, RfmThresholds } from '../schema/rfm.js';
import type { SummaryColumns } from '../summary/summaryColumns.js';
import { checkThresholds } from './checkThresholds.js';
import { explainRfm, type RfmAssignment } from './explainRfm.js';
import { fitThresholds } from './fitThresholds.js';
import { readRfmPolicy } from './readRfmPolicy.js';
import { rfmBase } from './rfmBase.js';
import { scoreRfm } from './scoreRfm.js';

/** Scores and segments by customer, in the order of the columns. */
export interface RfmRun {
  readonly thresholds: RfmThresholds;
  readonly customers: readonly string[];
  /** Scores as the policy's direction has them; 0 for one that there is not. */
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  /** Index into `codes`. */
  readonly segment: Uint16Array;
  /** The segments in their order, then `prospect`, then `null` for one that is open. */
  readonly codes: readonly (string | null)[];
  /** The assignment of customer `i`, made when it is asked for. */
  explainAt(index: number): RfmAssignment;
}

/** A policy of RFM, checked once, over columns. */
export interface RfmEvaluator {
  /**
   * The cuts of the policy for these customers.
   *
   * @throws SalesModelError `segmentation.rfm.emptyBase`, `segmentation.cuts.duplicate`
   */
  fit(columns: SummaryColumns): RfmThresholds;
  /**
   * The scores and segments by the cuts given, or else by those of these customers.
   *
   * @throws SalesModelError `segmentation.rfm.thresholds`, `segmentation.rfm.emptyBase`, `segmentation.cuts.duplicate`
   */
  run(columns: SummaryColumns, thresholds?: RfmThresholds): RfmRun;
}

/**
 * Returns a policy of RFM as a function over columns: no sorting, no object a customer.
 *
 * @param policy scores, cuts, grid
 * @throws SalesModelError `segmentation.scores`, `segmentation.cuts.count`, `segmentation.cuts.notAscending`,
 *   `segmentation.cuts.probability`, `segmentation.rfm.gridScores`, `segmentation.rfm.increment`,
 *   `segmentation.grid.gap`, `segmentation.grid.overlap`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { compileRfm, presets, summariseOrderColumns } from 'salesmodel/segmentation';
 *
 * const { columns } = summariseOrderColumns(
 *   {
 *     customer: { dictionary: ['Ada', 'Bo'], codes: Int32Array.of(0, 0, 1) },
 *     day: Int32Array.of(20500, 20540, 20300),
 *     amount: { values: Float64Array.of(12000, 8000, 500), scale: 2 },
 *   },
 *   { asOf: '2026-03-31' },
 * );
 * const run = compileRfm(presets.rfm).run(columns);
 * run.customers.map((id, at) => [id, run.codes[run.segment[at] ?? 0]]); // => [['Ada', 'champions'], ['Bo', 'hibernating']]
 */
export function compileRfm(policy: RfmPolicy): RfmEvaluator {
  const read = readRfmPolicy(policy);
  return {
    fit: (columns) => fitThresholds(rfmBase(columns, read.monetary), read, columns.asOf),
    run(columns, given) {
      if (given !== undefined) checkThresholds(given, read);
      const base = rfmBase(columns, read.monetary);
      const thresholds = given ?? fitThresholds(base, read, columns.asOf);
      const scored = scoreRfm(base, thresholds, read);
      const { r, f, m, segment, codes } = scored;
      return {
        thresholds,
        customers: columns.customers,
        r,
        f,
        m,
        segment,
        codes,
        explainAt: (index) => explainRfm(index, { base, scored, thresholds, policy: read, asOf: columns.asOf }),
      };
    },
  };
}
