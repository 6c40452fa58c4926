import { divide, minus, plus, times, ZERO, type Decimal } from './decimal.js';
import { totalAt, totalOn, type CompiledTiers } from './tierPieces.js';

/** An interval over which the total stays under an earlier peak. */
export interface Fall {
  /** The tier in which the total first lies under the peak. */
  readonly tier: number;
  readonly from: Decimal;
  readonly peak: Decimal;
  /** The lowest total in the interval and where; `null` where it sinks without end. */
  readonly least: Decimal | null;
  readonly worstAt: Decimal | null;
  /** Where the peak is reached again; `null` for never. */
  readonly madeGoodAt: Decimal | null;
}

/** A fall that is not made good yet. */
type OpenFall = Fall & { readonly least: Decimal };

/** A limit of the total at a bound. */
interface Knot {
  readonly tier: number;
  readonly x: Decimal;
  readonly total: Decimal;
}

/** All falls for x from zero up, ascending. */
export function fallsOf(compiled: CompiledTiers): Fall[] {
  const { pieces } = compiled;
  const last = pieces.at(-1) ?? pieces[0];
  const knots: Knot[] = pieces.flatMap((piece) => {
    const { tier, from, upTo, start } = piece;
    const first = { tier, x: from, total: start };
    return upTo ? [first, { tier, x: upTo, total: totalOn(piece, upTo) }] : [first];
  });
  const falls: Fall[] = [];
  let before: Knot = { tier: 0, x: ZERO, total: totalAt(compiled, ZERO) };
  let fall = null as OpenFall | null;
  for (const knot of knots) {
    const { tier, x, total } = knot;
    if (fall === null) {
      if (total.lt(before.total)) {
        fall = { tier, from: before.x, peak: before.total, least: total, worstAt: x, madeGoodAt: null };
      }
    } else if (total.gte(fall.peak)) {
      falls.push({ ...fall, madeGoodAt: reaches(fall.peak, before, minus(x, before.x), minus(total, before.total)) });
      fall = null;
    } else if (total.lt(fall.least)) {
      fall = { ...fall, least: total, worstAt: x };
    }
    before = knot;
  }
  if (last.slope.lt(0)) {
    const endless = fall ?? { tier: last.tier, from: before.x, peak: before.total };
    falls.push({ ...endless, least: null, worstAt: null, madeGoodAt: null });
  } else if (fall) {
    const madeGoodAt = last.slope.isZero() ? null : reaches(fall.peak, before, last.per, last.slope);
    falls.push({ ...fall, madeGoodAt });
  }
  return falls;
}

/** Where a line through a knot, rising by `rise` over `run`, reaches a total. */
function reaches(total: Decimal, from: Knot, run: Decimal, rise: Decimal): Decimal {
  return divide(plus(times(from.x, rise), times(minus(total, from.total), run)), rise);
}
