import { converted } from '../../core/convert.js';
import { currencyOf, minorUnit } from '../../core/currency.js';
import { dayNumber, fromDayNumber } from '../../core/date.js';
import { type Decimal, decimalString, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { FoundRate, RateLookup } from '../../core/rateTable.js';
import { ratioValue } from '../../core/ratio.js';
import { roundDecimal } from '../../core/rounding.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import { amountText } from './amountText.js';
import { DeferredBalance } from './balances.js';
import { reportUnsettled } from './reportUnsettled.js';
import type { EarnedComponent, EarnedPeriod, PlanEarnings } from './earnedInPeriod.js';
import type { CreditSource } from '../run/creditSource.js';
import type { PlanPeriod } from '../run/grid.js';
import type { PlanRun } from '../run/planRun.js';
import type { RunFindings } from '../run/runFindings.js';
import type { PlanSettlement } from '../settlement/planSettlement.js';
import { NOTHING, type PeriodSettlement } from '../settlement/settlementBook.js';
import type { Adjustment, ComponentStatement, OpeningBalance, Payee, Statement } from '../schema.js';

/** What statements need beside the plan runs. */
export interface StatementContext {
  readonly payees: readonly Payee[];
  readonly asOf: number;
  readonly adjustments: readonly Adjustment[];
  readonly opening: readonly OpeningBalance[];
  rateLookup(plan: CompiledPlan): RateLookup;
  readonly findings: RunFindings;
  earningsOf(run: PlanRun): PlanEarnings;
  /** The credits of a component without everything reversed, where that lowers their attainment. */
  afterReversals(run: PlanRun, component: number): CreditSource | null;
  /** Clawback and release of the versions of a plan; `null` where everything is released at once and nothing taken back. */
  settlementOf(versions: readonly PlanRun[]): PlanSettlement | null;
}

/** Whose statement of which period, and what was earned for it. */
export interface StatementBasis {
  readonly planRun: PlanRun;
  readonly payee: number;
  readonly period: PlanPeriod;
  readonly earned: EarnedPeriod;
  readonly settlement: PeriodSettlement | null;
  /** Bonuses and adjustments of the period. */
  readonly adjustments: readonly Adjustment[];
}

/** A statement with the exact results that it was made of. */
export interface StatementSource extends StatementBasis {
  /** What is paid of the payable, in plan currency. */
  readonly due: Decimal;
  /** Deferred earnings that the end of the assignment takes away. */
  readonly deferredLost: Decimal;
  /** A negative payable that nobody asks back. */
  readonly forgiven: Decimal;
  readonly payoutDay: number;
  /** What the payout was converted with; `null` where there is nothing to convert or no rate. */
  readonly quote: FoundRate | null;
}

export interface BuiltStatements {
  readonly statements: readonly Statement[];
  /** By position of the statement. */
  readonly sources: readonly StatementSource[];
}

/**
 * Makes the statements of all plans, sorted by payee, plan and period start. A payee with an assignment in the period
 * gets one even with no row; so does one with money to settle.
 */
export function buildStatements(planRuns: readonly PlanRun[], context: StatementContext): BuiltStatements {
  const built: { statement: Statement; source: StatementSource }[] = [];
  const byPlan = new Map<string, PlanRun[]>();
  for (const run of planRuns) {
    const id = run.plan.plan.id;
    byPlan.set(id, [...(byPlan.get(id) ?? []), run]);
  }
  for (const versions of byPlan.values()) {
    const [first] = versions;
    if (first === undefined) continue;
    const settlement = context.settlementOf(versions);
    const periods = versions
      .flatMap((version, v) => version.grid.periods.map((period, index) => ({ version, v, period, index })))
      .filter(({ period }) => period.governed && period.inRun)
      .sort((a, b) => a.period.start - b.period.start || a.version.plan.from - b.version.plan.from);
    const adjustments = byPayee(context.adjustments, first.plan.plan.id);
    const opening = byPayee(context.opening, first.plan.plan.id);
    for (const payee of first.membership.payees) {
      const id = context.payees[payee]?.id ?? '';
      const settled = settlement?.of(payee);
      const account = new Account(opening.get(id) ?? [], settled?.book.heldBefore() ?? ZERO);
      for (const { version, v, period, index } of periods) {
        const own = (adjustments.get(id) ?? []).filter(({ date }) => isIn(version.plan, period, dayNumber(date)));
        const earned = context.earningsOf(version.seenOn(payee, period.start)).of(payee, index);
        const basis = { planRun: version, payee, period, earned, settlement: settled?.book.in(v, index) ?? null };
        const made = account.settle({ ...basis, adjustments: own }, context);
        if (made !== null) built.push(made);
      }
    }
  }
  built.sort(({ statement: a }, { statement: b }) => {
    const byPayeeId = compareText(a.payeeId, b.payeeId);
    return byPayeeId || compareText(a.planId, b.planId) || compareText(a.period.start, b.period.start);
  });
  const made: BuiltStatements = {
    statements: built.map(({ statement }) => statement),
    sources: built.map(({ source }) => source),
  };
  reportUnsettled(planRuns, made, context);
  return made;
}

/** Whether a day belongs to a period of a version: of two versions by transaction date, one has it. */
function isIn({ plan, from, to }: CompiledPlan, { start, end }: PlanPeriod, day: number): boolean {
  return start <= day && day < end && (plan.versionBy !== 'transactionDate' || (from <= day && day < to));
}

/** The balances of a payee under a plan, from period to period. */
class Account {
  private carry: Decimal;
  private held: Decimal;
  private readonly deferred: DeferredBalance;

  /** @param heldBefore what earlier rows hold, where no opening balance says it */
  constructor(opening: readonly OpeningBalance[], heldBefore: Decimal) {
    const sum = (kind: OpeningBalance['balance']): Decimal =>
      opening
        .filter(({ balance }) => balance === kind)
        .reduce((total, { amount }) => plus(total, toDecimal(amount)), ZERO);
    this.carry = sum('carry');
    this.held = opening.some(({ balance }) => balance === 'held') ? sum('held') : heldBefore;
    this.deferred = new DeferredBalance(sum('deferred'));
  }

  settle(
    basis: StatementBasis,
    context: StatementContext,
  ): { readonly statement: Statement; readonly source: StatementSource } | null {
    const { planRun, payee, period, earned, adjustments: own } = basis;
    const { plan } = planRun;
    const { rounding } = plan;
    const active = planRun.membership.overlaps(payee, period.start, period.end);
    const sumOf = (kind: Adjustment['kind']): Decimal =>
      own.filter((entry) => entry.kind === kind).reduce((total, { amount }) => plus(total, toDecimal(amount)), ZERO);
    const bonus = sumOf('bonus');
    const adjustments = sumOf('adjustment');
    const total = plus(earned.earned, bonus);
    const { clawback, held, released: letGo, forfeited: lost } = basis.settlement ?? NOTHING;
    const idle =
      basis.settlement === null &&
      this.held.isZero() &&
      total.isZero() &&
      adjustments.isZero() &&
      this.carry.isZero() &&
      this.deferred.total.isZero();
    if (!active && own.length === 0 && idle) return null;

    const increments = (amount: Decimal): Decimal => roundDecimal(amount, rounding.increment, rounding.mode);
    const step = this.deferred.step(earned.deferrals, rounding.at === 'statement' ? (amount) => amount : increments);
    let released = step.released;
    let forfeited = ZERO;
    // What the end of the last assignment leaves is paid or lost, as the plan says.
    if (!planRun.membership.overlaps(payee, period.end, Number.MAX_SAFE_INTEGER) && active) {
      const left = this.deferred.close();
      released = plus(released, left);
      if (plan.plan.payment?.deferredAtEnd === 'forfeit') forfeited = left;
    }
    const carryIn = this.carry;
    const exact = plus(
      minus(plus(plus(total, adjustments), plus(released, carryIn)), plus(step.deferred, forfeited)),
      minus(plus(clawback, letGo), plus(held, lost)),
    );
    this.held = plus(this.held, minus(held, letGo));
    const payable = rounding.at === 'statement' ? increments(exact) : exact;
    const negative = plan.plan.payment?.negative ?? 'carry';
    const carryOut = payable.lt(0) && negative === 'carry' ? payable : ZERO;
    this.carry = carryOut;
    const due = payable.lt(0) && negative === 'forgive' ? ZERO : minus(payable, carryOut);
    const money = (amount: Decimal): string => amountText(amount, rounding.increment);
    const { payeeId, payoutCurrency, payout, day: payoutDay, quote } = this.pay(basis, due, context);
    const forgiven = minus(minus(payable, carryOut), due);
    const statement: Statement = {
      payeeId,
      planId: plan.plan.id,
      planVersion: plan.version,
      period: { start: period.period.start, end: period.period.end, label: period.label },
      currency: plan.currency,
      components: earned.components.map((entry) =>
        componentStatement(entry, payee, plan, context.afterReversals(planRun, entry.run.grid.component.index)),
      ),
      planModifiers: earned.planModifiers.map(({ index, effect }) => ({
        index,
        kind: plan.modifiers.list[index]!.kind,
        effect: money(effect),
      })),
      bonus: money(bonus),
      adjustments: money(adjustments),
      clawback: money(clawback),
      held: money(held),
      released: money(letGo),
      forfeited: money(plus(forfeited, lost)),
      deferred: money(step.deferred),
      deferralReleased: money(released),
      carryIn: money(carryIn),
      carryOut: money(carryOut),
      ...(rounding.at === 'statement' ? { rounding: decimalString(minus(payable, exact)) } : {}),
      earned: money(total),
      payable: money(payable),
      payout,
      ...(payoutCurrency === plan.currency ? {} : { payoutCurrency }),
      balances: { deferred: money(this.deferred.total), held: money(this.held), carry: money(carryOut) },
    };
    return { statement, source: { ...basis, deferredLost: forfeited, due, forgiven, payoutDay, quote } };
  }

  /** The payout in the payee's own currency; without a rate there is none, and never one in another currency. */
  private pay({ planRun, payee, period }: StatementBasis, due: Decimal, context: StatementContext) {
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
    return { ...paid, quote, payout: amountText(roundDecimal(converted(due, quote), unit, plan.rounding.mode), unit) };
  }
}

function componentStatement(
  { run, span, result }: EarnedComponent,
  payee: number,
  plan: CompiledPlan,
  reduced: CreditSource | null,
): ComponentStatement {
  const { increment } = plan.rounding;
  const money = (amount: Decimal): string => amountText(amount, increment);
  const slotSpan = run.slotSpan(payee, span);
  const figures = (source?: CreditSource) => {
    const position = run.position(0, payee, span, source);
    const attainment = run.position(null, payee, span, source);
    return {
      measure: position === null ? null : ratioOf(position),
      ...(slotSpan.hasQuota
        ? { attainment: attainment === null ? null : ratioValue(attainment.numerator, attainment.denominator) }
        : {}),
    };
  };
  const { measure, attainment } = figures();
  const afterReversals = reduced === null ? null : figures(reduced);
  return {
    id: run.grid.component.id,
    measure,
    ...(attainment === undefined ? {} : { quota: decimalString(slotSpan.quota()), attainment }),
    ...(afterReversals === null || afterReversals.measure === measure ? {} : { afterReversals }),
    earned: money(result.earned),
    beforeModifiers: money(result.beforeModifiers),
    modifiers: result.effects.map((effect, index) => ({
      index,
      kind: run.grid.component.modifiers.list[index]!.kind,
      effect: money(effect),
    })),
  };
}

function ratioOf({ numerator, denominator }: { numerator: Decimal; denominator: Decimal }): string {
  return denominator.eq(1) ? decimalString(numerator) : ratioValue(numerator, denominator);
}

function byPayee<T extends { readonly payeeId: string; readonly planId: string }>(
  entries: readonly T[],
  planId: string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    if (entry.planId !== planId) continue;
    const group = groups.get(entry.payeeId);
    if (group === undefined) groups.set(entry.payeeId, [entry]);
    else group.push(entry);
  }
  return groups;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
