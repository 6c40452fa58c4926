import { type Decimal, minus, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail as coreFail } from '../../core/fail.js';
import { compileTiers } from '../../core/tierPieces.js';
import type { ChargeModel } from './chargeModel.js';
import { compileModel } from './compileModel.js';
import { totalOf } from './model/slice.js';

/** One stretch of a model between two bounds, on which its total goes one way. */
export interface ModelPart {
  /** Where the stretch begins; its own quantities lie above. */
  readonly from: Decimal;
  /** `null` is open. */
  readonly upTo: Decimal | null;
  readonly isFalling: boolean;
  /** Whether the stretch is open and its total stays where it is. */
  readonly isLevel: boolean;
  /** Whether the bounds belong to the part above them. */
  readonly isUpper: boolean;
}

/** The totals of a model of a quantity. */
export interface ModelTotals {
  readonly parts: readonly ModelPart[];
  /** The exact total; `null` where there is no price. */
  readonly totalAt: (quantity: Decimal) => Decimal | null;
}

/** Reads a model for questions about its totals; `null` for one that is not of a quantity. */
export function modelTotals(model: ChargeModel, path: Path): ModelTotals | null {
  const parts = partsOf(model, path);
  if (parts === null) return null;
  const rate = compileModel({ code: model.kind, currency: 'XXX', model }, path, [...path, 'model']);
  const totalAt = (quantity: Decimal): Decimal | null => {
    const rated = rate({ quantity });
    return 'code' in rated ? null : totalOf(rated.slices);
  };
  return { parts, totalAt };
}

function partsOf(model: ChargeModel, path: Path): ModelPart[] | null {
  switch (model.kind) {
    case 'perUnit':
      return [openPart(ZERO, toDecimal(model.rate, [...path, 'model', 'rate']), path)];
    case 'package':
      return [openPart(ZERO, toDecimal(model.price, [...path, 'model', 'price']), path)];
    case 'tiered': {
      const { pieces, boundary } = compileTiers(model.tiers, [...path, 'model', 'tiers']);
      return pieces.map(({ from, upTo, slope }) =>
        upTo === null
          ? { ...openPart(from, slope, path), isUpper: boundary === 'upper' }
          : { from, upTo, isFalling: slope.lt(0), isLevel: false, isUpper: boundary === 'upper' },
      );
    }
    case 'block': {
      const bounds = model.blocks.map(({ upTo }) => toDecimal(upTo));
      const closed = bounds.map((upTo, index) => ({
        from: bounds[index - 1] ?? ZERO,
        upTo,
        isFalling: false,
        isLevel: false,
        isUpper: false,
      }));
      if (model.overage === undefined) return closed;
      return [...closed, openPart(bounds.at(-1) ?? ZERO, toDecimal(model.overage.rate), path)];
    }
    default:
      return null;
  }
}

/** Without an end the total must not sink: there would be no least one. */
function openPart(from: Decimal, slope: Decimal, path: Path): ModelPart {
  if (slope.lt(0)) coreFail('tiers.unbounded', [...path, 'model'], { value: slope.toFixed() });
  return { from, upTo: null, isFalling: false, isLevel: slope.isZero(), isUpper: false };
}

/** A quantity of at least another that costs the least. */
export interface LeastTotal {
  readonly quantity: Decimal;
  readonly total: Decimal;
}

/** The least total over multiples of an increment from a quantity on, at the smallest such quantity. */
export function leastFrom({ parts, totalAt }: ModelTotals, from: Decimal, increment: Decimal): LeastTotal | null {
  let least: LeastTotal | null = null;
  const offer = (quantity: Decimal): void => {
    const total = quantity.lt(from) ? null : totalAt(quantity);
    if (total === null) return;
    const order = least === null ? -1 : total.cmp(least.total) || quantity.cmp(least.quantity);
    if (order < 0) least = { quantity, total };
  };
  offer(multipleFrom(from, increment));
  for (const { upTo } of parts) {
    if (upTo === null || upTo.lt(minus(from, increment))) continue;
    const last = times(upTo.divToInt(increment), increment);
    for (const quantity of [last, plus(last, increment)]) offer(quantity);
  }
  return least;
}

/** The first multiple of an increment that is not below a quantity. */
export function multipleFrom(quantity: Decimal, increment: Decimal): Decimal {
  const whole = times(quantity.divToInt(increment), increment);
  return whole.eq(quantity) ? whole : plus(whole, increment);
}
