import { toDecimal } from '../../core/decimal.js';
import { fail } from '../fail.js';
import type { RfmThresholds } from '../schema/rfm.js';
import { type ReadRfmPolicy, RFM_INPUTS } from './readRfmPolicy.js';

/**
 * Checks that thresholds are those of a policy; cuts may coincide.
 *
 * @throws SalesModelError `segmentation.rfm.thresholds`, `segmentation.cuts.count`, `segmentation.cuts.notAscending`,
 *   `decimal.invalid`, `decimal.tooLong`
 */
export function checkThresholds(thresholds: RfmThresholds, { policyVersion, count }: ReadRfmPolicy): void {
  if (thresholds.policyVersion !== policyVersion) {
    const { policyVersion: value } = thresholds;
    fail('segmentation.rfm.thresholds', ['thresholds', 'policyVersion'], { expected: policyVersion, value });
  }
  for (const input of RFM_INPUTS) {
    const path = ['thresholds', input];
    const cuts = thresholds[input];
    if (cuts.length !== count[input] - 1) {
      fail('segmentation.cuts.count', path, { expected: count[input] - 1, length: cuts.length });
    }
    cuts.forEach((cut, at) => {
      const value = toDecimal(cut, [...path, at]);
      const before = cuts[at - 1];
      if (before !== undefined && value.lt(before)) {
        fail('segmentation.cuts.notAscending', [...path, at], { before, value: cut });
      }
    });
  }
}
