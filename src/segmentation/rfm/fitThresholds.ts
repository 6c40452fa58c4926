import { type DecimalString, plus, toDecimal, toText } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { fail } from '../fail.js';
import { columnQuantiles } from '../quantile/columnQuantiles.js';
import type { RfmThresholds } from '../schema/rfm.js';
import type { ReadRfmPolicy, RfmInput } from './readRfmPolicy.js';
import type { RfmBase } from './rfmBase.js';

/**
 * The cuts of a policy for a base: each input is cut where the customers are of whom it is known.
 *
 * @throws SalesModelError `segmentation.rfm.emptyBase`, `segmentation.cuts.duplicate`
 */
export function fitThresholds(base: RfmBase, policy: ReadRfmPolicy, asOf: PlainDate): RfmThresholds {
  const { cuts, cutOffset, duplicateCuts, policyVersion } = policy;
  const baseSize = base.hasOrder.reduce((sum, has) => sum + has, 0);
  if (cuts.kind === 'fixed') return { ...cuts.lists, baseSize, asOf, policyVersion };

  const cutsOf = (input: RfmInput, isKnown: Uint8Array): DecimalString[] => {
    const known = knownValues(base[input], isKnown);
    if (known.values.length === 0) fail('segmentation.rfm.emptyBase', [], { input });
    const found = columnQuantiles(known, cuts.probabilities[input], cuts.type);
    found.forEach((value, at) => {
      if (duplicateCuts === 'error' && value === found[at - 1]) {
        fail('segmentation.cuts.duplicate', ['cuts', input, at], { value });
      }
    });
    return found.map((value) => toText(plus(toDecimal(value), cutOffset)));
  };
  return {
    recencyDays: cutsOf('recencyDays', base.hasOrder),
    orders: cutsOf('orders', base.hasOrder),
    monetary: cutsOf('monetary', base.hasMonetary),
    baseSize,
    asOf,
    policyVersion,
  };
}

function knownValues({ values, scale }: FixedColumn, isKnown: Uint8Array): FixedColumn {
  if (!isKnown.includes(0)) return { values, scale };
  const kept = (_: unknown, at: number): boolean => isKnown[at] === 1;
  return { values: values instanceof Float64Array ? values.filter(kept) : Array.from(values).filter(kept), scale };
}
