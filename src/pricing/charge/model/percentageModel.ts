import { Decimal, minus, plus, toDecimal, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { toCount } from '../../toCount.js';
import type { ChargeModel } from '../chargeModel.js';
import { clampedSlice, readBounds } from './clamped.js';
import type { Slice } from './slice.js';

/** A share of the amounts of events of at least 0, beyond what is free: a slice an event. */
export function percentageModel(
  model: Extract<ChargeModel, { kind: 'percentage' }>,
  path: Path,
): (events: readonly Decimal[]) => Slice[] {
  const rate = toDecimal(model.rate, [...path, 'rate']);
  const perEvent = toDecimal(model.perEvent ?? ZERO, [...path, 'perEvent']);
  const bounds = readBounds(model.perTransaction ?? {}, [...path, 'perTransaction']);
  const count = model.free?.events;
  const freeEvents = count === undefined ? null : toCount(count, [...path, 'free', 'events']);
  const amount = model.free?.amount;
  const freeAmount = amount === undefined ? null : toDecimal(amount, [...path, 'free', 'amount']);
  const hasFree = freeEvents !== null || freeAmount !== null;
  return (events) => {
    const free = freeTotal(events, freeEvents, freeAmount);
    let after = ZERO;
    return events.map((event, index) => {
      const before = after;
      after = plus(before, event);
      const isFree = hasFree && index < (freeEvents ?? Infinity) && (freeAmount === null || after.lte(freeAmount));
      const span = { tier: 0, from: before, to: after, rate };
      if (isFree) return { ...span, units: ZERO, flat: ZERO, amount: ZERO };
      const units = Decimal.max(ZERO, minus(after, Decimal.max(before, free)));
      return clampedSlice({ ...span, units, flat: perEvent }, bounds);
    });
  };
}

/** The amount that costs nothing: the total of the first events, the free amount, or the less of both. */
function freeTotal(events: readonly Decimal[], count: number | null, amount: Decimal | null): Decimal {
  if (count === null) return amount ?? ZERO;
  const first = events.slice(0, count).reduce((sum, event) => plus(sum, event), ZERO);
  return amount === null ? first : Decimal.min(amount, first);
}
