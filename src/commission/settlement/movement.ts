import { compareText } from '../../core/compareText.js';
import { fromDayNumber } from '../../core/date.js';
import { type Decimal, plus } from '../../core/decimal.js';
import { type Explanation, explainSum } from '../../core/explanation.js';
import type { LedgerEntry } from '../schema.js';

/** What the stages between modifiers and deferral move in or out of a payable. */
export interface Movement {
  readonly type: 'clawback' | 'hold' | 'release' | 'forfeit';
  /** Signed effect on the payable. */
  readonly amount: Decimal;
  readonly day: number;
  readonly componentId?: string;
  readonly transactionId?: string;
  readonly cause: LedgerEntry['cause'];
  /** The lines behind it; their values add up to the amount. */
  readonly parts: readonly (() => Explanation)[];
}

/** Movements of a period: what has the same day, place and cause is one. */
export class Movements {
  private readonly byKey = new Map<string, Movement>();

  add(movement: Movement): void {
    const { type, day, componentId, transactionId, cause } = movement;
    const key = JSON.stringify([componentId, day, type, transactionId, cause.kind, cause.id, cause.origin]);
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, movement);
    else {
      const parts = [...known.parts, ...movement.parts];
      this.byKey.set(key, { ...known, amount: plus(known.amount, movement.amount), parts });
    }
  }

  /** By component, day, type, transaction and cause; what moves nothing is none. */
  list(): readonly Movement[] {
    return [...this.byKey]
      .filter(([, { amount }]) => !amount.isZero())
      .sort(([a, { day: onA, componentId: inA = '' }], [b, { day: onB, componentId: inB = '' }]) => {
        return inA === inB ? onA - onB || (a < b ? -1 : 1) : inA < inB ? -1 : 1;
      })
      .map(([, movement]) => movement);
  }
}

/** How a movement came about: the sum of what it moved line by line, in an order that rows have no part in. */
export function explainMovement({ type, day, transactionId, componentId, parts }: Movement): Explanation {
  const params = {
    type,
    date: fromDayNumber(day),
    ...(componentId === undefined ? {} : { componentId }),
    ...(transactionId === undefined ? {} : { transactionId }),
  };
  return explainSum(
    'settlement.movement',
    params,
    parts.map((part) => part()).toSorted((a, b) => compareText(JSON.stringify(a.params), JSON.stringify(b.params))),
  );
}
