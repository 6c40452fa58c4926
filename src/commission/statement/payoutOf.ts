import { converted } from '../../core/convert.js';
import { currencyOf, minorUnit } from '../../core/currency.js';
import { fromDayNumber } from '../../core/date.js';
import { type Decimal, type DecimalString, toDecimal } from '../../core/decimal.js';
import type { FoundRate } from '../../core/rateTable.js';
import { roundDecimal } from '../../core/rounding.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import { amountText } from './amountText.js';
import type { StatementBasis, StatementContext } from './buildStatements.js';

/** To whom, in which currency, on which day and how much is paid. */
interface StatementPayout {
  readonly payeeId: string;
  readonly payoutCurrency: string;
  readonly day: number;
  /** `null` where there is nothing to convert or no rate. */
  readonly quote: FoundRate | null;
  /** `null` without a rate. */
  readonly payout: DecimalString | null;
}

/** The payout in the payee's own currency; without a rate there is none, and never one in another currency. */
export function payoutOf(
  { planRun, payee, period }: StatementBasis,
  due: Decimal,
  context: StatementContext,
): StatementPayout {
  const { plan } = planRun;
  const { id: payeeId = '', currency: payoutCurrency = plan.currency } = context.payees[payee] ?? {};
  const { payDate = 'periodEnd' } = plan.plan.fx ?? {};
  const day = payDate === 'periodEnd' ? period.end - 1 : context.asOf;
  const paid = { payeeId, payoutCurrency, day };
  if (payoutCurrency === plan.currency) {
    return { ...paid, quote: null, payout: amountText(due, plan.rounding.increment) };
  }
  const quote = context.rateLookup(plan)(plan.currency, payoutCurrency, day) ?? null;
  if (quote === null) {
    context.findings.add('fx.missingRate', {
      payeeId,
      planId: plan.plan.id,
      from: plan.currency,
      to: payoutCurrency,
      on: fromDayNumber(day),
    });
    return { ...paid, quote, payout: null };
  }
  const unit = toDecimal(minorUnit(currencyOf(payoutCurrency)));
  const amount = roundDecimal(
    converted(due, quote),
    cashOf(plan, payoutCurrency) ?? unit,
    plan.payment.cash?.mode ?? plan.rounding.mode,
  );
  return { ...paid, quote, payout: amountText(amount, unit) };
}

/** The increment of payouts in cash in the plan's currency; another one is rounded when it is converted to. */
export function cashIncrement(
  { planRun: { plan }, payee }: StatementBasis,
  { payees }: StatementContext,
): Decimal | null {
  const { currency: paidIn = plan.currency } = payees[payee] ?? {};
  return paidIn === plan.currency ? cashOf(plan, paidIn) : null;
}

function cashOf({ payment: { cash } }: CompiledPlan, code: string): Decimal | null {
  if (cash === null) return null;
  const currency = currencyOf(code);
  return cash.increment ?? toDecimal(currency.cashIncrement ?? minorUnit(currency));
}
