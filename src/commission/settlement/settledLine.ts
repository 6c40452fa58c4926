import { type Decimal, minus, ZERO } from '../../core/decimal.js';

/** What a component earned on one credit, or on none of them, as the stages after the modifiers see it. */
export interface SettledLine {
  /** Position among the items of the component, or the modifier that made an amount of the span. */
  readonly key: string;
  /** Credit and row of the line; −1 for an amount of the span. */
  readonly credit: number;
  readonly row: number;
  /** Whether what was counted is money that came in. */
  readonly isCollected: boolean;
  /** Credit date. */
  readonly day: number;
  readonly earned: Decimal;
  /** Before modifiers, exact. */
  readonly gross: Decimal;
}

/** Lines by key. */
export type LineList = ReadonlyMap<string, SettledLine>;

/** Amounts that some lines of a span earn more, or less, than before. */
export function differences(before: LineList, after: LineList): ReadonlyMap<string, Decimal> {
  const changes = new Map<string, Decimal>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const change = minus(after.get(key)?.earned ?? ZERO, before.get(key)?.earned ?? ZERO);
    if (!change.isZero()) changes.set(key, change);
  }
  return changes;
}
