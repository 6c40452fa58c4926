import type { PlainDate } from '../../core/date.js';
import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';

/** A difference of a closed period that an open one pays. */
export interface Retro {
  /** First day of the closed period. */
  readonly origin: PlainDate;
  /** `null` = bonuses, adjustments and modifiers of the plan. */
  readonly componentId: string | null;
  /** Signed. */
  readonly amount: Decimal;
}

/** What a closed period comes to now and was booked with, for a component that differs. */
export interface RetroDifference extends Retro {
  readonly now: Decimal;
  readonly booked: Decimal;
}

/** Money of closed periods by origin and component. */
export class RetroSums {
  private readonly entries = new Map<string, Retro>();

  add(origin: PlainDate, componentId: string | null, amount: Decimal): void {
    const key = JSON.stringify([origin, componentId]);
    const before = this.entries.get(key)?.amount ?? ZERO;
    this.entries.set(key, { origin, componentId, amount: plus(before, amount) });
  }

  /**
   * What differs from what was booked, by origin, then component, the plan's own last.
   *
   * @param booked sums of the paid history
   * @param origins the periods that were computed again; of others the history stands
   */
  less(booked: RetroSums, origins: ReadonlySet<PlainDate>): readonly RetroDifference[] {
    const keys = new Set([...this.entries.keys(), ...booked.entries.keys()]);
    return [...keys]
      .map((key): RetroDifference => {
        const [own, other] = [this.entries.get(key), booked.entries.get(key)];
        const { origin, componentId } = (own ?? other)!;
        const [now, then] = [own?.amount ?? ZERO, other?.amount ?? ZERO];
        return { origin, componentId, amount: minus(now, then), now, booked: then };
      })
      .filter(({ origin, amount }) => origins.has(origin) && !amount.isZero())
      .sort(inOrder);
  }
}

function inOrder(a: Retro, b: Retro): number {
  if (a.origin !== b.origin) return a.origin < b.origin ? -1 : 1;
  if (a.componentId === null) return 1;
  return b.componentId === null || a.componentId < b.componentId ? -1 : 1;
}
