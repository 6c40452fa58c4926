import { type DecimalString, minus, times, toDecimal, toText } from '../../core/decimal.js';
import { rowNumbers } from '../../core/fixed/rowSorter.js';
import { type Claims, claimsAt, sumOf } from './claims.js';
import { exactShares } from './exactShares.js';
import { quantityIn, readClaims } from './readClaims.js';
import { safeShares } from './safeShares.js';
import { BY_ORDER, DECIDERS, type Shares } from './shares.js';
import type { ShortageInput, ShortageLevel, ShortageResult, ShortageShare } from './shortage.js';

/**
 * Returns a short supply shared out by a rule: the exact shares first, then whole increments by largest remainder, ties to
 * the lower partner. Nobody gets more than ordered; an order that is no multiple of the increment is cut down to one. The
 * order of the requests changes nothing. Under `equalCover`, `plan` and `priorSales` whoever has a weight of 0 gets
 * something only when all others have their orders.
 *
 * The rules are those of Aumann and Maschler (1985) for bankruptcy and of Cachon and Lariviere (1999) for scarce supply.
 *
 * @param input supply, requests, rule and increment; quantities in one unit
 * @throws SalesModelError `shortage.negative`, `shortage.duplicate`, `shortage.missing`, `key.invalid`,
 *   `count.whole`, `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { allocateShortage } from 'salesmodel/orders';
 *
 * const requests = [{ partner: 'A', order: '40' }, { partner: 'B', order: '60' }, { partner: 'C', order: '90' }];
 * const result = allocateShortage({ available: '130', requests, increment: '1' });
 * result.ok && result.shares.map(({ partner, share, decidedBy }) => `${partner} ${share} by ${decidedBy}`);
 * // => [ 'A 40 by order', 'B 45 by level', 'C 45 by level' ]
 */
export function allocateShortage(input: ShortageInput): ShortageResult {
  const claims = readClaims(input);
  const { increment, available, supply } = claims;
  const quantity = quantityIn(increment);
  const minima = sumOf(claims.minima ?? []);
  if (minima > available) {
    const params = {
      minSum: quantity(minima),
      maxSum: quantity(sumOf(claims.orders)),
      total: quantity(available),
      shortfall: quantity(minima - available),
    };
    return { ok: false, reasons: [{ code: 'infeasible', params }] };
  }
  const shares: ShortageShare[] = [];
  let level: ShortageLevel | null = null;
  const classes = classesOf(claims);
  let given = 0n;
  for (const each of classes) {
    const { members } = each;
    const solved = sharesOf(each);
    given += each.total;
    addShares(shares, members, solved, quantity);
    level ??= solved.level;
  }
  if (classes.length > 1) shares.sort((a, b) => (a.partner < b.partner ? -1 : 1));
  return {
    ok: true,
    shares,
    unallocated: toText(minus(supply, times(toDecimal(given), increment))),
    level,
    cut: cutOf(claims, quantity),
  };
}

/** A class of claims and the increments that it shares. */
interface ShortageClass {
  readonly members: Claims;
  readonly total: bigint;
  /** Whether that is all that they ordered. */
  readonly isFilled: boolean;
}

/** The classes of a supply in their order; what later ones are guaranteed is left to them. */
export function classesOf(claims: Claims): ShortageClass[] {
  const { priorities, available } = claims;
  let left = available - sumOf(claims.minima ?? []);
  const classOf = (members: Claims): ShortageClass => {
    const minimum = sumOf(members.minima ?? []);
    const wanted = sumOf(members.orders) - minimum;
    const taken = wanted < left ? wanted : left;
    left -= taken;
    return { members, total: minimum + taken, isFilled: taken === wanted };
  };
  if (priorities === null) return [classOf(claims)];
  const places = rowNumbers(priorities.length);
  return [...new Set(priorities)]
    .sort((a, b) => a - b)
    .map((priority) =>
      classOf(
        claimsAt(
          claims,
          places.filter((at) => priorities[at] === priority),
        ),
      ),
    );
}

function sharesOf({ members, total, isFilled }: ShortageClass): Shares {
  if (!isFilled) return safeShares(members, total) ?? exactShares(members, total);
  const none = new Uint8Array(members.partners.length);
  return { units: members.orders, decidedBy: none.slice().fill(BY_ORDER), roundedUp: none, level: null };
}

function addShares(
  shares: ShortageShare[],
  { partners, asked }: Claims,
  { units, decidedBy, roundedUp }: Shares,
  quantity: (units: number | bigint) => DecimalString,
): void {
  for (let at = 0; at < partners.length; at++) {
    shares.push({
      partner: partners[at]!,
      order: asked[at]!,
      share: quantity(units[at]!),
      decidedBy: DECIDERS[decidedBy[at]!]!,
      roundedUp: roundedUp[at] === 1,
    });
  }
}

function cutOf(
  { partners, asked, orders, isCut }: Claims,
  quantity: (units: number | bigint) => DecimalString,
): Extract<ShortageResult, { ok: true }>['cut'] {
  const cut: { partner: string; order: DecimalString; to: DecimalString }[] = [];
  for (let at = isCut.indexOf(1); at >= 0; at = isCut.indexOf(1, at + 1)) {
    cut.push({ partner: partners[at]!, order: asked[at]!, to: quantity(orders[at]!) });
  }
  return cut;
}
