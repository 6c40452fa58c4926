import type { Finding } from '../../core/errors.js';
import { toDecimal } from '../../core/decimal.js';
import { rfmPolicy } from '../presets/rfmPolicy.js';
import type { RfmPolicy, RfmThresholds } from '../schema/rfm.js';
import type { CustomerSummary } from '../schema/summary.js';
import { summaryColumnsOf } from '../summary/summaryColumnsOf.js';
import { compileRfm } from './compileRfm.js';
import { readRfmPolicy, RFM_INPUTS } from './readRfmPolicy.js';

/**
 * Returns what is odd about cuts for a base of customers, by input: `duplicateCut`, one that equals the one before, so that
 * nobody can lie between them; `emptyScore`, a score that no customer has.
 *
 * @param thresholds what `fitRfm` returned
 * @param summaries of the customers
 * @param policy scores, cuts, grid; default the preset `rfm`
 * @throws SalesModelError those of `applyRfm`
 * @example
 * import { fitRfm, lintCuts, summariseOrders } from 'salesmodel/segmentation';
 *
 * const { summaries } = summariseOrders([{ customer: 'Ada', date: '2026-03-02', amount: '450' }], { asOf: '2026-03-31' });
 * const findings = lintCuts(fitRfm(summaries), summaries);
 * findings.filter(({ path }) => path[0] === 'orders').map(({ code, path }) => `${code} ${path[1]}`);
 * // => ['duplicateCut 1', 'duplicateCut 2', 'duplicateCut 3', 'emptyScore 2', 'emptyScore 3', 'emptyScore 4', 'emptyScore 5']
 */
export function lintCuts(
  thresholds: RfmThresholds,
  summaries: readonly CustomerSummary[],
  policy: RfmPolicy = rfmPolicy,
): Finding[] {
  const columns = summaryColumnsOf(summaries);
  const run = columns === null ? null : compileRfm(policy).run(columns, thresholds);
  const { count } = readRfmPolicy(policy);
  const scores = { recencyDays: run?.r, orders: run?.f, monetary: run?.m };
  return RFM_INPUTS.flatMap((input) => {
    const found: Finding[] = [];
    thresholds[input].forEach((cut, at, cuts) => {
      if (at > 0 && toDecimal(cut).eq(toDecimal(cuts[at - 1]!))) {
        found.push({ code: 'duplicateCut', severity: 'warning', path: [input, at], params: { value: cut } });
      }
    });
    const seen = new Set(scores[input] ?? []);
    for (let score = 1; score <= count[input]; score++) {
      if (!seen.has(score))
        found.push({ code: 'emptyScore', severity: 'info', path: [input, score], params: { score } });
    }
    return found;
  });
}
