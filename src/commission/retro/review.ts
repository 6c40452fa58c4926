import type { PlainDate } from '../../core/date.js';
import { type Decimal, plus, toDecimal } from '../../core/decimal.js';
import type { StatementBasis } from '../statement/buildStatements.js';
import type { ClosedPay } from './closedHistory.js';
import { type RetroDifference, RetroSums } from './retroSums.js';

/** The closed periods of a payee under a plan, computed again and compared with what was booked. */
export class Review {
  private readonly sums = new RetroSums();
  private readonly origins = new Set<PlainDate>();
  /** What caps had put off at the end of the closed periods, as booked. */
  readonly deferred: Decimal;
  /** What was held at the end of the closed periods, as booked. */
  readonly held: Decimal;

  /** @param deferred and `held`: before the first of them */
  constructor(
    private readonly booked: ClosedPay,
    deferred: Decimal,
    held: Decimal,
  ) {
    this.deferred = plus(deferred, booked.deferred);
    this.held = plus(held, booked.held);
  }

  /** Adds a closed period as it is computed now. */
  add({ period: { period }, earned, deferral, settlement, adjustments }: StatementBasis): void {
    const origin = period.start;
    this.origins.add(origin);
    for (const { run, result } of earned.components) this.sums.add(origin, run.grid.component.id, result.earned);
    for (const { effect } of earned.planModifiers) this.sums.add(origin, null, effect);
    for (const { type, componentId, amount } of settlement?.movements ?? []) {
      if (type === 'clawback' || type === 'forfeit') this.sums.add(origin, componentId ?? null, amount);
    }
    this.sums.add(origin, null, deferral.lost.neg());
    for (const { amount } of adjustments) this.sums.add(origin, null, toDecimal(amount));
  }

  /** What the closed periods come to more or less than was booked. */
  retro(): readonly RetroDifference[] {
    return this.sums.less(this.booked.sums, this.origins);
  }
}
