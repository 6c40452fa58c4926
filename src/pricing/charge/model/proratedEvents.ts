import { changes, slicesAt } from '../../../core/applyTiers.js';
import { Decimal, divide, minus, plus, times, toDecimal, toText, ZERO } from '../../../core/decimal.js';
import { oneOf } from '../../../core/oneOf.js';
import type { CompiledTiers, Piece } from '../../../core/tierPieces.js';
import { fail } from '../../fail.js';
import type { ProratedEvent } from '../charge.js';
import { type Slice, sliceOf } from './slice.js';

/**
 * The price of events in marginal tiers: the running quantity decides which tiers an event lies in, and its prorated
 * quantity, split in that proportion, is what each tier charges. Flats are those of the highest running quantity.
 */
export function proratedEvents(tiers: CompiledTiers, events: readonly ProratedEvent[]): Slice[] {
  oneOf(tiers.mode, ['marginal'], ['charge', 'model', 'tiers', 'mode']);
  const units = tiers.pieces.map((): Decimal => ZERO);
  let running = ZERO;
  let highest = ZERO;
  events.forEach((event, index) => {
    const quantity = toDecimal(event.quantity, ['events', index, 'quantity']);
    const prorated = toDecimal(event.prorated, ['events', index, 'prorated']);
    const before = running;
    running = plus(running, quantity);
    if (running.lt(0)) fail('pricing.negativeQuantity', ['events', index, 'quantity'], { value: toText(running) });
    highest = Decimal.max(highest, running);
    if (quantity.isZero() && !prorated.isZero()) {
      fail('pricing.emptyEvent', ['events', index, 'prorated'], { value: toText(prorated) });
    }
    let left = prorated;
    const parts = changes(slicesAt(tiers, before), slicesAt(tiers, running))
      .map(({ piece, from, to }) => ({ tier: piece.tier, part: minus(to, from) }))
      .filter(({ part }) => !part.isZero());
    parts.forEach(({ tier, part }, at) => {
      // The last part takes what is left, so that a quotient without an end loses nothing.
      const share = at === parts.length - 1 ? left : divide(times(prorated, part), quantity);
      left = minus(left, share);
      units[tier] = plus(units[tier]!, share);
    });
  });
  const flats = new Map(slicesAt(tiers, highest).map(({ piece, flat }) => [piece.tier, flat]));
  return tiers.pieces.flatMap((piece) => sliceIn(piece, units[piece.tier]!, flats.get(piece.tier) ?? ZERO, running));
}

function sliceIn({ tier, from, upTo, slope }: Piece, units: Decimal, flat: Decimal, running: Decimal): Slice[] {
  if (units.isZero() && flat.isZero()) return [];
  const to = Decimal.max(from, upTo === null ? running : Decimal.min(running, upTo));
  return [sliceOf({ tier, from, to, units, rate: slope, flat })];
}
