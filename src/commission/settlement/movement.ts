import { type Decimal, plus } from '../../core/decimal.js';
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
}

/** Movements of a period: what has the same day, place and cause is one. */
export class Movements {
  private readonly byKey = new Map<string, Movement>();

  add(movement: Movement): void {
    const { type, day, componentId, transactionId, cause } = movement;
    const key = JSON.stringify([componentId, day, type, transactionId, cause.kind, cause.id, cause.origin]);
    const known = this.byKey.get(key);
    this.byKey.set(key, known === undefined ? movement : { ...known, amount: plus(known.amount, movement.amount) });
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
