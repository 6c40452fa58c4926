import { allocateUnits } from '../../core/allocateUnits.js';
import { type Claims, claimsOf } from './claims.js';
import { BY_LEVEL, BY_MINIMUM, BY_ORDER, type Shares } from './shares.js';
import { solveShares } from './solveShares.js';

/**
 * Solves and rounds any rule, in integers of any size.
 *
 * @param total less than the sum of the orders and not below that of the minima
 */
export function exactShares(claims: Claims, total: bigint): Shares {
  const { numerators, denominator, level } = solveShares(claims, total);
  const { parts, residueTo } = allocateUnits(total, numerators);
  const roundedUp = new Uint8Array(parts.length);
  for (const at of residueTo) roundedUp[at] = 1;
  const decidedBy = Uint8Array.from(claimsOf(claims), ({ order, minimum }, at) => {
    const n = numerators[at]!;
    if (n === order * denominator) return BY_ORDER;
    return n > 0n && n === minimum * denominator ? BY_MINIMUM : BY_LEVEL;
  });
  return { units: parts, decidedBy, roundedUp, level };
}
