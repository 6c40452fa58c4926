import { type DecimalString, plus, toDecimal, toText } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import { fail } from '../fail.js';
import { columnQuantiles } from '../quantile/columnQuantiles.js';
import type { RfmThresholds } from '../schema/rfm.js';
import type { ReadRfmPolicy, RfmInput } from './readRfmPolicy.js';
import type { InputColumn, RfmBase } from './rfmBase.js';

/**
 * The cuts of a policy for a base: each input is cut where the customers are of whom it is known.
 *
 * @throws SalesModelError `segmentation.rfm.emptyBase`, `segmentation.cuts.duplicate`
 */
export function fitThresholds(base: RfmBase, policy: ReadRfmPolicy, asOf: PlainDate): RfmThresholds {
  const { cuts, cutOffset, duplicateCuts, policyVersion } = policy;
  const baseSize = base.size;
  if (cuts.kind === 'fixed') return { ...cuts.lists, baseSize, asOf, policyVersion };

  const cutsOf = (input: RfmInput, isKnown: Uint8Array): DecimalString[] => {
    const isWhole = base.size === isKnown.length && isKnown === base.hasOrder;
    const known = isWhole ? base[input] : knownValues(base[input], isKnown);
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

function knownValues({ values, ...column }: InputColumn, isKnown: Uint8Array): InputColumn {
  const kept = (_: unknown, at: number): boolean => isKnown[at] === 1;
  if (!(values instanceof Float64Array || values instanceof Int32Array)) {
    return { ...column, values: Array.from(values).filter(kept) };
  }
  return { ...column, values: values instanceof Int32Array ? values.filter(kept) : values.filter(kept) };
}
