import { add, allocateUnits } from '../../core/allocateUnits.js';
import { minus, times, toDecimal, toText } from '../../core/decimal.js';
import { type Claim, type Claims, quantityIn, readClaims } from './readClaims.js';
import type { ShortageInput, ShortageLevel, ShortageResult, ShortageShare } from './shortage.js';
import { solveShares } from './solveShares.js';

/**
 * Returns a short supply shared out by a rule: the exact shares first, then whole increments by largest remainder, ties to
 * the lower partner. Nobody gets more than ordered; an order that is no multiple of the increment is cut down to one. The
 * order of the requests changes nothing. Under `equalCover`, `plan` and `priorSales` whoever has a weight of 0 gets
 * something only when all others have their orders.
 *
 * The rules are those of Aumann and Maschler (1985) for bankruptcy and of Cachon and Lariviere (1999) for scarce supply.
 *
 * @param input supply, requests, rule and increment; quantities in one unit
 * @throws SalesModelError `shortage.negative`, `shortage.duplicate`, `shortage.missing`, `rounding.increment`,
 *   `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { allocateShortage } from 'salesmodel/orders';
 *
 * const requests = [{ partner: 'A', order: '40' }, { partner: 'B', order: '60' }, { partner: 'C', order: '90' }];
 * const result = allocateShortage({ available: '130', requests, increment: '1' });
 * result.ok && result.shares.map(({ partner, share, decidedBy }) => `${partner} ${share} by ${decidedBy}`);
 * // => [ 'A 40 by order', 'B 45 by level', 'C 45 by level' ]
 */
export function allocateShortage(input: ShortageInput): ShortageResult {
  const read = readClaims(input);
  const { claims, increment, available, supply } = read;
  const quantity = quantityIn(increment);
  const minima = add(claims.map(({ minimum }) => minimum));
  const orders = add(claims.map(({ order }) => order));
  if (minima > available) {
    const params = {
      minSum: quantity(minima),
      maxSum: quantity(orders),
      total: quantity(available),
      shortfall: quantity(minima - available),
    };
    return { ok: false, reasons: [{ code: 'infeasible', params }] };
  }
  const shares: ShortageShare[] = [];
  let level: ShortageLevel | null = null;
  for (const { members, total } of classesOf(read)) {
    const shared = shareOut(read, members, total);
    shares.push(...shared.shares);
    level ??= shared.level;
  }
  const given = available < orders ? available : orders;
  return {
    ok: true,
    shares: shares.sort((a, b) => (a.partner < b.partner ? -1 : 1)),
    unallocated: toText(minus(supply, times(toDecimal(given), increment))),
    level,
    cut: claims.flatMap(({ partner, asked, order, isCut }) =>
      isCut ? [{ partner, order: asked, to: quantity(order) }] : [],
    ),
  };
}

/** The classes of a supply in their order, each with the increments that it shares; what later ones are guaranteed is left to them. */
export function classesOf({
  claims,
  available,
}: Claims): { readonly members: readonly Claim[]; readonly total: bigint }[] {
  const priorities = [...new Set(claims.map(({ priority }) => priority))].sort((a, b) => a - b);
  let left = available - add(claims.map(({ minimum }) => minimum));
  return priorities.map((priority) => {
    const members = claims.filter((claim) => claim.priority === priority);
    const minimum = add(members.map((claim) => claim.minimum));
    const wanted = add(members.map(({ order }) => order)) - minimum;
    const taken = wanted < left ? wanted : left;
    left -= taken;
    return { members, total: minimum + taken };
  });
}

function shareOut(
  read: Claims,
  members: readonly Claim[],
  total: bigint,
): { readonly shares: ShortageShare[]; readonly level: ShortageLevel | null } {
  const quantity = quantityIn(read.increment);
  if (total === add(members.map(({ order }) => order))) {
    return { level: null, shares: members.map((claim) => shareOf(claim, claim.order, 'order', false)) };
  }
  const { numerators, denominator, level } = solveShares(read, members, total);
  const { parts, residueTo } = allocateUnits(total, numerators);
  const up = new Set(residueTo);
  return {
    level,
    shares: members.map((claim, at) => {
      const n = numerators[at]!;
      const decidedBy =
        n === claim.order * denominator ? 'order' : n === claim.minimum * denominator && n > 0n ? 'minimum' : 'level';
      return shareOf(claim, parts[at]!, decidedBy, up.has(at));
    }),
  };

  function shareOf(
    { partner, asked }: Claim,
    units: bigint,
    decidedBy: ShortageShare['decidedBy'],
    roundedUp: boolean,
  ): ShortageShare {
    return { partner, order: asked, share: quantity(units), decidedBy, roundedUp };
  }
}
