import { isShown, type Slice, slicesAt } from './applyTiers.js';
import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from './decimal.js';
import type { Path } from './errors.js';
import { explainInput, explainLater, explainStep, type Explanation, quotientParams } from './explanation.js';
import { type CompiledTiers, compileTiers } from './tierPieces.js';
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
  return explainTiersAt(compileTiers(tiers), tiers, asked, input, paths.tiers ?? []);
}

/**
 * The steps of a table at a quantity.
 *
 * @param compiled the table, its bounds maybe in another unit than those written down
 * @param tiers the table as it was written
 * @param at the quantity
 * @param x the fact that it is, shown with each slice; `null` where its own steps stand elsewhere
 * @param path where the table stands
 */
export function explainTiersAt(
  compiled: CompiledTiers,
  tiers: Tiers,
  at: Decimal,
  x: Explanation | null,
  path: Path,
): Explanation {
  if (!at.isNegative() || at.isZero()) return explainTotal(compiled, tiers, at, x, path);
  const size = x && explainStep('tiers.size', {}, toText(at.neg()), [x]);
  const mirrored = explainTotal(compiled, tiers, at.neg(), size, path);
  return explainStep('tiers.mirrored', { x: toText(at) }, toText(toDecimal(String(mirrored.value)).neg()), [mirrored]);
}

function explainTotal(
  compiled: CompiledTiers,
  tiers: Tiers,
  at: Decimal,
  x: Explanation | null,
  path: Path,
): Explanation {
  const slices = slicesAt(compiled, at).filter(isShown);
  const { anchor } = compiled;
  const code = `tiers.${compiled.mode}`;
  const params: Record<string, string | boolean> = { x: toText(at) };
  if (anchor !== null) params['anchor'] = toText(anchor);
  if (slices.length === 0) return explainStep(code, params, '0', x === null ? [] : [x]);
  params['additive'] = true;
  const total = slices.reduce((sum, { amount }) => plus(sum, amount), ZERO);
  return explainLater(code, params, toText(total), () => slices.map((slice) => explainSlice(tiers, slice, x, path)));
}

function explainSlice(tiers: Tiers, slice: Slice, x: Explanation | null, path: Path): Explanation {
  const { tier, upTo, from: start, slope } = slice.piece;
  const { rate, amount: whole, flat: fixed } = tiers.tiers[tier] ?? { upTo: null };
  const units = minus(slice.to, slice.from);
  const amount = toText(slice.amount);
  const earned = slice.flat.isZero() ? amount : toText(minus(slice.amount, slice.flat));
  const at = [...path, 'tiers', tier];
  const number = tier + 1;
  const asked = x === null ? [] : [x];
  const parts: Explanation[] = [];
  if (units.isZero()) {
    // Only the flat of a tier that is passed through or just entered.
  } else if (whole !== undefined && upTo !== null) {
    const written = term([...at, 'amount'], whole, 'tiers.amount', number);
    const width = minus(upTo, start);
    const cut = quotientParams(toDecimal(earned), times(units, toDecimal(whole)), width);
    const params = { units: toText(units), width: toText(width), amount: whole, ...cut };
    parts.push(explainStep('tiers.progress', params, earned, [written, ...asked]));
  } else if (rate === undefined) {
    parts.push(term(at, '0', 'tiers.noRate', number));
  } else {
    const per = term([...at, 'rate'], rate, 'tiers.rate', number);
    parts.push(explainStep('tiers.units', { units: toText(units), rate: toText(slope) }, earned, [per, ...asked]));
  }
  if (!slice.flat.isZero() && fixed !== undefined) {
    parts.push(term([...at, 'flat'], fixed, 'tiers.flat', number));
  }
  const [from, to] = [toText(slice.from), toText(slice.to)];
  const params = { tier, number, from, to, units: toText(units), additive: true };
  return explainStep('tiers.slice', params, amount, parts);
}

/** What the table says of a tier: a constant with the tier's number, made without a copy of other params. */
function term(path: Path, value: DecimalString, code: string, number: number): Explanation {
  return { code, params: { number, source: 'definition', path }, value, from: [] };
}
