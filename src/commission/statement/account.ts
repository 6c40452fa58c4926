import { type Decimal, decimalString, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import type { DrawMove } from '../draw/drawAccount.js';
import { payOut } from '../payment/payOut.js';
import { Review } from '../retro/review.js';
import type { PlanRun } from '../run/planRun.js';
import type { Adjustment, OpeningBalance, Statement } from '../schema.js';
import { NOTHING } from '../settlement/settlementBook.js';
import { amountText } from './amountText.js';
import type { StatementBasis, StatementContext, StatementSource } from './buildStatements.js';
import { componentStatement } from './componentStatement.js';
import { PayeeDraws } from './payeeDraws.js';
import { cashIncrement, payoutOf } from './payoutOf.js';

/** What an account begins with. */
interface OpenedWith {
  readonly opening: readonly OpeningBalance[];
  /** What earlier rows hold, where no opening balance says it. */
  readonly heldBefore: Decimal;
}

/** The balances of a payee under a plan, from period to period. */
export class Account {
  private carry: Decimal;
  private held: Decimal;
  private readonly draws: PayeeDraws;
  private reviewed: Review | null;

  constructor(
    versions: readonly PlanRun[],
    payee: number,
    { opening, heldBefore }: OpenedWith,
    { payees, closed, terminations }: StatementContext,
  ) {
    const sum = (kind: OpeningBalance['balance']): Decimal => openingOf(opening, kind);
    const id = payees[payee]?.id ?? '';
    const { plan } = versions[0]!;
    const booked = closed?.of(id, plan.plan.id, plan.currency) ?? null;
    this.carry = plus(sum('carry'), booked?.carry ?? ZERO);
    this.held = opening.some(({ balance }) => balance === 'held') ? sum('held') : heldBefore;
    this.draws = new PayeeDraws(versions, payee, opening, booked?.debts ?? new Map(), terminations(id));
    this.reviewed = booked === null ? null : new Review(booked, sum('deferred'), this.held);
  }

  /** Computes a closed period again. What it was paid stands; what it comes to now goes into the first open period. */
  review(basis: StatementBasis): void {
    const { held, released } = basis.settlement ?? NOTHING;
    this.held = plus(this.held, minus(held, released));
    this.reviewed?.add(basis);
  }

  /** Reports differences of closed periods that no open period could pay. */
  reportUnposted({ plan }: PlanRun, { payees, findings }: StatementContext, payee: number): void {
    for (const { origin, componentId, amount } of this.reviewed?.retro() ?? []) {
      const params = { payeeId: payees[payee]?.id, planId: plan.plan.id, period: origin, amount: toText(amount) };
      findings.add('retro.unposted', { ...params, ...(componentId === null ? {} : { componentId }) });
    }
  }

  settle(
    basis: StatementBasis,
    context: StatementContext,
  ): { readonly statement: Statement; readonly source: StatementSource } | null {
    const { planRun, payee, period, earned, deferral, adjustments: own } = basis;
    const { plan } = planRun;
    const { rounding } = plan;
    const active = planRun.membership.overlaps(payee, period.start, period.end);
    const bonus = sumOf(own, 'bonus');
    const adjustments = sumOf(own, 'adjustment');
    const total = plus(earned.earned, bonus);
    const retro = this.reviewed?.retro() ?? [];
    const retroSum = retro.reduce((sum, { amount }) => plus(sum, amount), ZERO);
    const open = [
      total,
      adjustments,
      this.carry,
      this.held,
      deferral.before,
      deferral.deferred,
      deferral.released,
      deferral.lost,
      this.draws.debt,
      this.reviewed?.deferred ?? ZERO,
      this.reviewed?.held ?? ZERO,
    ];
    if (
      !active &&
      basis.settlement === null &&
      own.length === 0 &&
      retro.length === 0 &&
      open.every((amount) => amount.isZero())
    )
      return null;

    // Caps have put off more or less of the closed periods than was booked.
    const late = this.reviewed === null ? ZERO : minus(deferral.before, this.reviewed.deferred);
    const lateHeld = this.reviewed === null ? ZERO : minus(this.held, this.reviewed.held);
    this.reviewed = null;
    const { clawback, held: heldNow, released: letGo, forfeited: lost } = basis.settlement ?? NOTHING;
    this.held = plus(this.held, minus(heldNow, letGo));
    const held = lateHeld.gt(0) ? plus(heldNow, lateHeld) : heldNow;
    const unheld = lateHeld.lt(0) ? minus(letGo, lateHeld) : letGo;
    const deferred = late.gt(0) ? plus(deferral.deferred, late) : deferral.deferred;
    const released = late.lt(0) ? minus(deferral.released, late) : deferral.released;
    const increments = (amount: Decimal): Decimal => roundDecimal(amount, rounding.increment, rounding.mode);
    const roundsAtEnd =
      rounding.at === 'statement' || earned.components.some(({ version }) => version.plan.rounding.at === 'statement');
    const settled = roundsAtEnd ? increments : (amount: Decimal): Decimal => amount;
    const beforeDraws = plus(
      minus(plus(plus(total, adjustments), plus(retroSum, released)), plus(deferred, deferral.lost)),
      minus(plus(clawback, unheld), plus(held, lost)),
    );
    // Debts are money: draws see the pay as it would be paid.
    const draws = this.draws.step(basis, settled(beforeDraws));
    const sumOfMoves = (part: (move: DrawMove) => Decimal): Decimal =>
      draws.moves.reduce((sum, move) => plus(sum, part(move)), ZERO);
    const advance = sumOfMoves((move) => move.advance);
    const recovery = sumOfMoves((move) => move.recovery);
    const carryIn = this.carry;
    const exact = plus(minus(plus(beforeDraws, advance), recovery), carryIn);
    const payable = settled(exact);
    const paid = payOut(payable, plan.payment, cashIncrement(basis, context));
    const { due, carryOut } = paid;
    this.carry = carryOut;
    const money = (amount: Decimal): string => amountText(amount, rounding.increment);
    const { payeeId, payoutCurrency, payout, day: payoutDay, quote } = payoutOf(basis, due, context);
    const statement: Statement = {
      payeeId,
      planId: plan.plan.id,
      planVersion: plan.version,
      period: { start: period.period.start, end: period.period.end, label: period.label },
      currency: plan.currency,
      components: earned.components.map((entry) =>
        componentStatement(
          entry,
          payee,
          plan.version,
          context.afterReversals(entry.version, entry.run.grid.component.index),
        ),
      ),
      planModifiers: earned.planModifiers.map(({ index, effect }) => ({
        index,
        kind: plan.modifiers.list[index]!.kind,
        effect: money(effect),
      })),
      bonus: money(bonus),
      adjustments: money(adjustments),
      clawback: money(clawback),
      retro: money(retroSum),
      held: money(held),
      released: money(unheld),
      forfeited: money(plus(deferral.lost, lost)),
      deferred: money(deferred),
      deferralReleased: money(released),
      drawAdvance: money(advance),
      drawRecovery: money(recovery),
      drawForgiven: money(sumOfMoves((move) => move.forgiven)),
      carryIn: money(carryIn),
      carryOut: money(carryOut),
      ...(roundsAtEnd ? { rounding: decimalString(minus(payable, exact)) } : {}),
      earned: money(total),
      payable: money(payable),
      ...(paid.forfeited.isZero() ? {} : { paymentForfeited: money(paid.forfeited) }),
      ...(paid.cashRounding.isZero() ? {} : { cashRounding: money(paid.cashRounding) }),
      ...(draws.paidAtStart === null
        ? {}
        : { paidAtStart: money(draws.paidAtStart), paidAtEnd: money(minus(due, draws.paidAtStart)) }),
      payout,
      ...(payoutCurrency === plan.currency ? {} : { payoutCurrency }),
      balances: {
        deferred: money(deferral.after),
        held: money(this.held),
        carry: money(carryOut),
        draw: money(draws.debt),
      },
    };
    return {
      statement,
      source: { ...basis, retro, lateHeld, lateDeferred: late, draws, paid, payoutDay, quote },
    };
  }
}

/** What of a kind is open at the start. */
export function openingOf(opening: readonly OpeningBalance[], kind: OpeningBalance['balance']): Decimal {
  return opening
    .filter(({ balance }) => balance === kind)
    .reduce((total, { amount }) => plus(total, toDecimal(amount)), ZERO);
}

function sumOf(entries: readonly Adjustment[], kind: Adjustment['kind']): Decimal {
  return entries
    .filter((entry) => entry.kind === kind)
    .reduce((total, { amount }) => plus(total, toDecimal(amount)), ZERO);
}
