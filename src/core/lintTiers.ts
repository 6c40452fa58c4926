import { divide, minus, times, toText } from './decimal.js';
import type { Finding, Path } from './errors.js';
import { fallsOf, type Fall } from './tierFalls.js';
import { compileTiers, totalOn, type Piece } from './tierPieces.js';
import type { Tiers } from './tiers.js';

/**
 * Returns what is odd about a table, sorted by tier, then by code:
 *
 * - `cliff`: the total jumps at a bound (`at`, the limits `below` and `above`, `size` = above − below)
 * - `nonMonotone`: a larger x pays or costs less, from the peak `total` at `from` until it is made good at
 *   `madeGoodAt` or `never`; the largest `loss` is at `worstAt`, `unbounded` and `never` where the total sinks without end
 * - `regressive`: the `rate` is lower than the `previous` tier's, which is usual for prices and seldom meant for pay
 * - `deadTier`: the tier only continues the one before
 * - `flatWithoutRate`: a flat and no rate in a table whose other tiers have rates
 *
 * @param tiers the table
 * @param path where the table stands in a larger definition, for the paths of the findings
 * @throws SalesModelError `tiers.notAscending`, `tiers.lastClosed`, `tiers.rateMissing`, `tiers.notInMode`,
 * `tiers.anchor`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { lintTiers, type Tiers } from 'salesmodel/core';
 *
 * const prices: Tiers = { mode: 'whole', tiers: [{ upTo: '5', rate: '5' }, { upTo: null, rate: '4' }] };
 * lintTiers(prices).map((finding) => finding.code); // => ['cliff', 'nonMonotone', 'regressive']
 * lintTiers(prices)[1]?.params;
 * // => { from: '5', total: '25', loss: '5', worstAt: '5', madeGoodAt: '6.25' }
 */
export function lintTiers(tiers: Tiers, path: Path = []): readonly Finding[] {
  const compiled = compileTiers(tiers, path);
  const rated = compiled.pieces.some((piece) => piece.rate !== null);
  const found = [
    ...fallsOf(compiled).map(presentFall),
    ...compiled.pieces.flatMap((piece, index) => [
      ...(rated && piece.rate === null && !piece.amount && !piece.flat.isZero()
        ? [{ tier: index, code: 'flatWithoutRate', severity: 'warning' as const, params: { flat: toText(piece.flat) } }]
        : []),
      ...compareNeighbours(compiled.pieces[index - 1], piece),
    ]),
  ];
  return found
    .sort((a, b) => a.tier - b.tier || (a.code < b.code ? -1 : 1))
    .map(({ tier, code, severity, params }) => ({ code, severity, path: [...path, 'tiers', tier], params }));
}

interface Found {
  readonly tier: number;
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly params: Finding['params'];
}

function presentFall({ tier, from, peak, least, worstAt, madeGoodAt }: Fall): Found {
  const params = {
    from: toText(from),
    total: toText(peak),
    loss: least ? toText(minus(peak, least)) : 'unbounded',
    worstAt: worstAt ? toText(worstAt) : 'never',
    madeGoodAt: madeGoodAt ? toText(madeGoodAt) : 'never',
  };
  return { tier, code: 'nonMonotone', severity: 'warning', params };
}

function compareNeighbours(previous: Piece | undefined, piece: Piece): Found[] {
  if (!previous) return [];
  const { tier, from, start, slope, per } = piece;
  const below = totalOn(previous, from);
  // Per unit, without dividing: slope/per against the other slope/per.
  const steeper = times(slope, previous.per).cmp(times(previous.slope, per));
  const found: Found[] = [];
  if (!start.eq(below)) {
    const params = { at: toText(from), below: toText(below), above: toText(start), size: toText(minus(start, below)) };
    found.push({ tier, code: 'cliff', severity: 'warning', params });
  } else if (steeper === 0) {
    found.push({ tier, code: 'deadTier', severity: 'info', params: { continues: previous.tier } });
  }
  const rates = (piece.rate ?? piece.amount) && (previous.rate ?? previous.amount);
  if (rates && steeper < 0) {
    const perUnit = (p: Piece): string => toText(divide(p.slope, p.per));
    found.push({
      tier,
      code: 'regressive',
      severity: 'info',
      params: { rate: perUnit(piece), previous: perUnit(previous) },
    });
  }
  return found;
}
