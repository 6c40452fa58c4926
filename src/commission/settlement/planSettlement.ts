import type { PlanRun } from '../run/planRun.js';
import { PayeeSettlement } from './payeeSettlement.js';
import type { SettlementContext } from './settlementContext.js';
import { periodsOf, type VersionPeriod } from './settlementPeriods.js';

/** Clawback and release of one plan, payee by payee. */
export class PlanSettlement {
  private readonly periods: readonly VersionPeriod[];
  private readonly payees = new Map<number, PayeeSettlement>();

  /** @param versions of one plan */
  constructor(
    private readonly versions: readonly PlanRun[],
    private readonly context: SettlementContext,
  ) {
    this.periods = periodsOf(versions);
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
