import type { SlotRule } from '../src/core/fixed/piece.js';
import { type PieceTable, pieceTable } from '../src/core/fixed/pieceTable.js';
import type { SlotMap } from '../src/core/fixed/slots.js';
import { MONTHS, RATES, RATE_UNIT, type Workload, bounds, capOf } from './workload.js';

/**
 * The plan of the workload as a table of the kernels.
 *
 * @param decimals of the rates beyond six
 */
export function planTable({ quota }: Workload, decimals = 0): PieceTable {
  const finer = 10n ** BigInt(decimals);
  const rules = Array.from(quota, (minor): SlotRule => {
    const upTo = bounds(minor).map(BigInt);
    let offset = 0n;
    const pieces = RATES.map((rate, tier) => {
      const slope = BigInt(rate) * finer;
      if (tier > 0) offset += upTo[tier - 1]! * (slope - BigInt(RATES[tier - 1]!) * finer);
      return { last: upTo[tier] ?? null, slope, offset };
    });
    return { pieces, cap: BigInt(capOf(minor)) };
  });
  return pieceTable(BigInt(RATE_UNIT) * finer, 'halfEven', rules);
}

export function slotMap({ payees, monthOfDay, firstDay }: Workload): SlotMap {
  return {
    slotBase: Int32Array.from({ length: payees }, (_, payee) => payee * MONTHS),
    periodOfDay: monthOfDay,
    firstDay,
  };
}
