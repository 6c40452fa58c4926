import type { PlanRun } from '../run/planRun.js';
import { type StatedPeriod, statedPeriods } from '../run/statedPeriods.js';
import { PayeeSettlement } from './payeeSettlement.js';
import type { SettlementContext } from './settlementContext.js';

/** Clawback and release of one plan, payee by payee. */
export class PlanSettlement {
  private readonly periods: readonly StatedPeriod[];
  private readonly payees = new Map<number, PayeeSettlement>();

  /** @param versions of one plan */
  constructor(
    private readonly versions: readonly PlanRun[],
    private readonly context: SettlementContext,
  ) {
    this.periods = statedPeriods(versions.map(({ grid }) => grid));
  }

  of(payee: number): PayeeSettlement {
    let known = this.payees.get(payee);
    if (known === undefined) {
      known = new PayeeSettlement(payee, this.versions, this.periods, this.context);
      this.payees.set(payee, known);
    }
    return known;
  }
}
