import { type Decimal, ZERO } from '../../core/decimal.js';

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

/** The lines of a span in a state of the plan, and what of them lies under caps that defer where it is not all. */
export interface SpanState {
  readonly lines: LineList;
  readonly limited: ReadonlyMap<string, Decimal>;
}

/** What a line earns in a state, and what of it can be released. */
export function earnedIn({ lines }: SpanState, key: string): Decimal {
  return lines.get(key)?.earned ?? ZERO;
}

export function underLimitIn({ lines, limited }: SpanState, key: string): Decimal {
  return limited.get(key) ?? lines.get(key)?.earned ?? ZERO;
}
