import type { ComponentStatement, Statement } from '../schema.js';
import type { PlanGrid, PlanPeriod } from '../run/grid.js';

/**
 * The statement of a period in which components alone earned something, and nothing else came in or was left open.
 *
 * @param earned what they earned, nothing or more; all of it is paid
 * @param none nothing, with the decimals of amounts
 */
export function plainStatement(
  payeeId: string,
  { plan }: PlanGrid,
  { period, label }: PlanPeriod,
  components: readonly ComponentStatement[],
  earned: string,
  none: string,
): Statement {
  return {
    payeeId,
    planId: plan.plan.id,
    planVersion: plan.version,
    period: { start: period.start, end: period.end, label },
    currency: plan.currency,
    components,
    planModifiers: [],
    bonus: none,
    adjustments: none,
    clawback: none,
    retro: none,
    held: none,
    released: none,
    forfeited: none,
    deferred: none,
    deferralReleased: none,
    drawAdvance: none,
    drawRecovery: none,
    drawForgiven: none,
    carryIn: none,
    carryOut: none,
    earned,
    payable: earned,
    payout: earned,
    balances: { deferred: none, held: none, carry: none, draw: none },
  };
}
