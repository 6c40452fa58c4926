import { Decimal, type DecimalLike, minus, ONE, plus, times, toText } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import { lintTiers } from '../../core/lintTiers.js';
import { toIncrement } from '../../core/rounding.js';
import type { Charge } from '../charge/charge.js';
import { leastFrom, type ModelPart, type ModelTotals, modelTotals, multipleFrom } from '../charge/modelTotals.js';

/** A run of quantities that cost more than a larger one. */
interface Cliff {
  readonly part: number;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly above: Decimal;
  readonly cheaper: Decimal;
  readonly total: Decimal;
}

/**
 * Returns what is odd about a charge, by part of its model and code:
 *
 * - `cliff`: the quantities `from` … `to` cost more than the larger `cheaperQuantity`, which comes to `total`
 * - `fallingTotal`: within the part a larger quantity costs less
 * - `deadTier`: the tier only continues the one before
 *
 * @param charge one whose model is of a quantity; others have no findings
 * @param options `increment`: quantities that can be bought are multiples of it, default 1
 * @throws SalesModelError `rounding.increment`, `tiers.unbounded` and the errors of the model
 * @example
 * import { lintCharge, volume } from 'salesmodel/pricing';
 *
 * const model = volume([{ upTo: '5', rate: '7' }, { upTo: null, rate: '5' }]);
 * lintCharge({ code: 'seats', currency: 'EUR', model }).map(({ code, params }) => [code, params.from, params.cheaperQuantity]);
 * // => [['cliff', '5', '6']]
 */
export function lintCharge(charge: Charge, options: { readonly increment?: DecimalLike } = {}): readonly Finding[] {
  const { model } = charge;
  const increment = toIncrement(options.increment ?? ONE, ['options', 'increment']);
  const totals = modelTotals(model, ['charge']);
  if (totals === null) return [];
  const at = (part: number): Path =>
    model.kind === 'tiered'
      ? ['model', 'tiers', 'tiers', part]
      : model.kind === 'block'
        ? ['model', 'blocks', part]
        : ['model'];
  const falling = totals.parts.flatMap(({ isFalling, from }, part): Finding[] =>
    isFalling ? [{ code: 'fallingTotal', severity: 'warning', path: at(part), params: { from: toText(from) } }] : [],
  );
  const dead =
    model.kind === 'tiered' ? lintTiers(model.tiers, ['model', 'tiers']).filter(({ code }) => code === 'deadTier') : [];
  const cliffs = cliffsOf(totals, increment).map(({ part, from, to, above, cheaper, total }): Finding => ({
    code: 'cliff',
    severity: 'warning',
    path: at(part),
    params: {
      from: toText(from),
      to: toText(to),
      cheaperQuantity: toText(cheaper),
      total: toText(total),
      at: toText(to),
      below: toText(above),
      above: toText(total),
      size: toText(minus(total, above)),
    },
  }));
  return [...falling, ...dead, ...cliffs].toSorted(
    (a, b) => place(a) - place(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function place({ path }: Finding): number {
  const last = path.at(-1);
  return typeof last === 'number' ? last : 0;
}

/** Runs of quantities with the same cheaper quantity, merged over the bounds of parts. */
function cliffsOf(totals: ModelTotals, increment: Decimal): Cliff[] {
  const cliffs: Cliff[] = [];
  totals.parts.forEach((part, index) => {
    const found = cliffIn(part, index, totals, increment);
    if (found === null) return;
    const before = cliffs.at(-1);
    const isOne = before !== undefined && before.cheaper.eq(found.cheaper) && plus(before.to, increment).eq(found.from);
    if (isOne) cliffs[cliffs.length - 1] = { ...before, to: found.to, above: found.above };
    else cliffs.push(found);
  });
  return cliffs;
}

function cliffIn(own: ModelPart, part: number, totals: ModelTotals, increment: Decimal): Cliff | null {
  const { from, upTo, isFalling, isUpper } = own;
  if (upTo === null || isFalling) return null;
  const [start, end] = [multipleFrom(from, increment), multipleFrom(upTo, increment)];
  const first = Decimal.max(increment, start.eq(from) && !isUpper ? plus(start, increment) : start);
  const last = end.eq(upTo) && !isUpper ? end : minus(end, increment);
  if (first.gt(last)) return null;
  const least = leastFrom(totals, multipleFrom(plus(last, increment), increment), increment);
  const above = totals.totalAt(last);
  if (least === null || above === null || above.lte(least.total)) return null;
  const dearest = firstAbove(totals, least.total, first, last, increment);
  return { part, from: dearest, to: last, above, cheaper: least.quantity, total: least.total };
}

/** The first multiple of a part, on which the total does not fall, that costs more than a total; the last one does. */
function firstAbove(
  { totalAt }: ModelTotals,
  total: Decimal,
  first: Decimal,
  last: Decimal,
  increment: Decimal,
): Decimal {
  let low = new Decimal(0);
  let high = minus(last, first).divToInt(increment);
  while (low.lt(high)) {
    const middle = plus(low, high).divToInt(2);
    if (totalAt(plus(first, times(middle, increment)))?.gt(total) === true) high = middle;
    else low = plus(middle, ONE);
  }
  return plus(first, times(low, increment));
}
