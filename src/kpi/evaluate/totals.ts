import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { type Decimal, ONE, toText } from '../../core/decimal.js';
import { ratioOf } from '../../core/ratio.js';
import type { KpiMeasure } from '../catalogue/kpi.js';
import type { GroupSums } from './aggregate.js';

/** A measure of each group as `numerator / (denominator × 10^scale)`; `null` where the group has no fact of it. */
export interface Totals {
  readonly scale: number;
  readonly numerator: readonly (number | bigint | null)[];
  /** Without it all are 1. */
  readonly denominator?: readonly bigint[];
  /** Groups of several members, of a measure that is not put together over members. */
  readonly notAdditive?: readonly boolean[];
}

/** Puts members together by the rule of the measure. */
export function totalsOf({ scale, numerator, denominator, members }: GroupSums, measure: KpiMeasure): Totals {
  if (denominator === undefined || members === undefined) return { scale, numerator: numerator.map(shortest) };
  const { overMembers } = measure;
  const by =
    overMembers === 'mean' ? denominator.map((each, group) => each * BigInt(members[group] || 1)) : denominator;
  return {
    ...(by.every((each) => each === 1n)
      ? { scale, numerator: numerator.map(shortest) }
      : { scale, numerator, denominator: by }),
    ...(overMembers === 'none' ? { notAdditive: members.map((each) => each > 1) } : {}),
  };
}

/** A double where it is a safe integer. */
function shortest(value: number | bigint | null): number | bigint | null {
  return value === null || !Number.isSafeInteger(Number(value)) ? value : Number(value);
}

/** What stands above and below the line of a total. */
export function partsOf({ numerator, denominator, scale }: Totals, group: number): [over: Decimal, by: Decimal] {
  const by = denominator?.[group] ?? 1n;
  return [scaledDecimal(numerator[group]!, scale), by === 1n ? ONE : scaledDecimal(by, 0)];
}

/** The decimal of what a group has of a measure, as a text. */
export function totalText(totals: Totals, group: number): string {
  const [over, by] = partsOf(totals, group);
  return by === ONE ? toText(over) : ratioOf(over, by).value!;
}
