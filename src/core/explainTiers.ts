import { applyTiers, type TierSlice } from './applyTiers.js';
import { minus, toDecimal, toText, type DecimalLike } from './decimal.js';
import type { Path } from './errors.js';
import { explainConstant, explainInput, explainStep, explainSum, type Explanation } from './explanation.js';
import type { Tiers } from './tiers.js';

/** Where the table and the quantity stand, for the paths of the facts. */
export interface TiersPaths {
  /** Default: the table is the root. */
  readonly tiers?: Path;
  /** Default `['x']`. */
  readonly x?: Path;
}

/**
 * Returns the steps of {@link applyTiers}: the slices that add up to the total, down to the rates, flats, amounts and
 * the quantity.
 *
 * @param tiers the table
 * @param x quantity or amount, any sign
 * @param paths where both stand in a larger input
 * @throws SalesModelError `tiers.notAscending`, `tiers.lastClosed`, `tiers.rateMissing`, `tiers.notInMode`,
 * `tiers.anchor`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { explainTiers, renderExplanation, type Tiers } from 'salesmodel/core';
 *
 * const rates: Tiers = { mode: 'marginal', tiers: [{ upTo: '100000', rate: '0.05' }, { upTo: null, rate: '0.07' }] };
 * const explanation = explainTiers(rates, '180000');
 * explanation.value; // => '10600'
 * renderExplanation(explanation, 'en', { depth: 1 }).split('\n');
 * // => [
 * //   'each slice of 180000 at the rate of its own tier = 10600',
 * //   '  100000 in tier 1, from 0 to 100000 = 5000',
 * //   '  80000 in tier 2, from 100000 to 180000 = 5600',
 * // ]
 */
export function explainTiers(tiers: Tiers, x: DecimalLike, paths: TiersPaths = {}): Explanation {
  const asked = toDecimal(x, ['x']);
  const input = explainInput(paths.x ?? ['x'], toText(asked));
  if (!asked.isNegative() || asked.isZero()) return explainTotal(tiers, input, paths.tiers ?? []);
  const size = explainStep('tiers.size', {}, toText(asked.neg()), [input]);
  const mirrored = explainTotal(tiers, size, paths.tiers ?? []);
  return explainStep('tiers.mirrored', { x: toText(asked) }, toText(toDecimal(String(mirrored.value)).neg()), [
    mirrored,
  ]);
}

function explainTotal(tiers: Tiers, x: Explanation, path: Path): Explanation {
  const { slices } = applyTiers(tiers, String(x.value));
  const params = { x: x.value, ...(tiers.mode === 'anchored' ? { anchor: tiers.anchor } : {}) };
  const code = `tiers.${tiers.mode}`;
  if (slices.length === 0) return explainStep(code, params, '0', [x]);
  return explainSum(
    code,
    params,
    slices.map((slice) => explainSlice(tiers, slice, x, path)),
  );
}

function explainSlice(tiers: Tiers, slice: TierSlice, x: Explanation, path: Path): Explanation {
  const { tier, from, to, units, flat, amount } = slice;
  const { rate, upTo, ...terms } = tiers.tiers[tier] ?? { upTo: null };
  const at = [...path, 'tiers', tier];
  const number = tier + 1;
  const earned = toText(minus(toDecimal(amount), toDecimal(flat)));
  const parts: Explanation[] = [];
  if (units === '0') {
    // Only the flat of a tier that is passed through or just entered.
  } else if (terms.amount !== undefined && upTo !== null) {
    const width = toText(minus(toDecimal(upTo), toDecimal(tiers.tiers[tier - 1]?.upTo ?? '0')));
    const whole = explainConstant([...at, 'amount'], terms.amount, 'tiers.amount', { number });
    parts.push(explainStep('tiers.progress', { units, width, amount: terms.amount }, earned, [whole, x]));
  } else if (rate === undefined) {
    parts.push(explainConstant(at, '0', 'tiers.noRate', { number }));
  } else {
    const per = explainConstant([...at, 'rate'], rate, 'tiers.rate', { number });
    parts.push(explainStep('tiers.units', { units, rate }, earned, [per, x]));
  }
  if (flat !== '0' && terms.flat !== undefined) {
    parts.push(explainConstant([...at, 'flat'], terms.flat, 'tiers.flat', { number }));
  }
  return explainSum('tiers.slice', { tier, number, from, to, units }, parts);
}
