import { addMonthsToDay, completeMonths } from '../../core/civil.js';
import { Decimal, ONE, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Clawback } from '../schema.js';

/** The term that a sale was to last, and the day on which it ended. */
export interface Term {
  readonly start: number;
  /** First day after it; `null` where nothing says it. */
  readonly end: number | null;
  readonly reversal: number;
}

/** A part of a whole that need not have an end as a decimal. */
export interface UnservedPart {
  readonly part: Decimal;
  readonly of: Decimal;
  /** Whole months or days that are behind. */
  readonly served: number;
  readonly unit: 'months' | 'days';
  /** The step that decided, −1 after the last; `null` where none does. */
  readonly step: number | null;
}

/** Where no term says that less than all is taken back. */
export const ALL_UNSERVED: UnservedPart = { part: ONE, of: ONE, served: 0, unit: 'months', step: null };

/**
 * How much of a term is left, as a clawback counts it.
 *
 * @returns `null` for the term of a contract without an end
 */
export function unservedPart(
  { prorate, steps }: Pick<Clawback, 'prorate' | 'steps'>,
  path: Path,
): (term: Term) => UnservedPart | null {
  if (steps !== undefined) {
    const shares = steps.map(({ share }, index) => toDecimal(share, [...path, 'steps', index, 'share']));
    return ({ start, reversal }) => {
      const served = monthsServed(start, reversal);
      const step = steps.findIndex(({ withinMonths }) => withinMonths >= served);
      return { part: shares[step] ?? ZERO, of: ONE, served, unit: 'months', step };
    };
  }
  if (prorate === undefined) return () => ALL_UNSERVED;
  const { by = 'months', term } = prorate;
  return ({ start, end: contractEnd, reversal }) => {
    const end = term === 'contract' ? contractEnd : addMonthsToDay(start, term);
    if (end === null) return null;
    const months = term === 'contract' ? completeMonths(start, Math.max(start, end)) : term;
    const of = by === 'months' ? months : Math.max(0, end - start);
    const served = by === 'months' ? monthsServed(start, reversal) : Math.max(0, reversal - start);
    // A term of nothing is served from the start.
    const [part, whole] = [new Decimal(Math.max(0, of - served)), new Decimal(Math.max(1, of))];
    return { part, of: whole, served, unit: by, step: null };
  };
}

function monthsServed(start: number, reversal: number): number {
  return completeMonths(start, Math.max(start, reversal));
}
