import { fromDayNumber } from '../../core/date.js';
import { type Decimal, minus, toDecimal, toText } from '../../core/decimal.js';
import { explainInput, explainLater, explainLess, explainStep, type Explanation } from '../../core/explanation.js';
import type { DrawMove } from '../draw/drawAccount.js';
import { explainDrawMove } from '../draw/explainDraws.js';
import type { LedgerEntry, Statement } from '../schema.js';
import { explainMovement, type Movement } from '../settlement/movement.js';
import type { StatementSource } from '../statement/buildStatements.js';
import { explainComponent } from './explainComponent.js';
import { explainConverted } from './explainConversion.js';
import { explainPlanModifier } from './explainPlanModifier.js';
import { explainRetro } from './explainRetro.js';
import type { PlanView } from './planView.js';
import type { SlotView } from './slotView.js';
import type { RunView } from './runView.js';

/** A statement with what it was made of, and its plan as explanations look at it. */
export class StatementView {
  readonly plan: PlanView;

  constructor(
    readonly run: RunView,
    private readonly index: number,
  ) {
    const runs = run.computed.parts.planRuns();
    this.plan = run.plans[runs.indexOf(this.source.planRun)]!;
  }

  /** The plan over what earlier reversals had left of the credits when the period began: what it earned is of these. */
  get earning(): PlanView {
    const { payee, period } = this.source;
    return this.plan.seenOn(payee, period.start);
  }

  get statement(): Statement {
    return this.run.computed.statements().statements[this.index]!;
  }

  get source(): StatementSource {
    return this.run.computed.statements().sourceOf(this.index);
  }

  /** What is paid, down to what was earned; `null` where the rate of the payout currency is missing. */
  payout(): Explanation {
    const { statement, source } = this;
    const { payeeId, planId, period, currency, payoutCurrency = currency, payout } = statement;
    const params = { payeeId, planId, period: period.label, currency: payoutCurrency };
    const due = this.due();
    if (payoutCurrency === currency) return { ...due, code: 'statement.payout', params: { ...params, additive: true } };
    const { quote, payoutDay } = source;
    return explainLater('statement.payout', params, payout, () =>
      quote === null ? [due] : [explainConverted(due, toDecimal(payout ?? '0'), quote, payoutDay, this.run)],
    );
  }

  /** What is paid, in the currency of the plan. */
  private due(): Explanation {
    const { source, statement } = this;
    return explainLater('statement.due', { additive: true }, this.text(source.paid.due), () => [
      this.payable(),
      ...this.item('statement.carryOut', negated(statement.carryOut)),
      ...this.item('payment.forfeited', negated(this.text(source.paid.forfeited))),
      ...this.item('payment.forgiven', this.text(source.paid.forgiven)),
      ...this.item('payment.cashRounding', this.text(source.paid.cashRounding)),
    ]);
  }

  payable(): Explanation {
    const { statement, source } = this;
    const { moves } = source.draws;
    return explainLater('statement.payable', { additive: true }, statement.payable, () => [
      this.earned(),
      ...this.decisions('adjustment'),
      ...this.item('statement.clawback', statement.clawback, () => this.movements(['clawback'])),
      ...this.item('statement.retro', statement.retro, () => this.differences()),
      ...this.item('statement.withheld', this.withheld(), () => this.movements(['hold', 'release'])),
      ...this.item('statement.deferred', negated(statement.deferred), () => this.capReasons(-1)),
      ...this.item('statement.deferralReleased', statement.deferralReleased, () => this.capReasons(1)),
      ...this.item('statement.forfeited', negated(statement.forfeited), () => [
        ...this.movements(['forfeit']),
        ...this.item('statement.assignmentEnd', negated(this.text(source.deferral.lost)), () => this.lostAgain()),
      ]),
      ...moves.flatMap((move) => explainDrawMove(move, owed)),
      ...this.item('statement.carryIn', statement.carryIn, () => this.carriedIn()),
      ...this.item('statement.rounding', statement.rounding ?? '0'),
    ]);
  }

  earned(): Explanation {
    const { statement, source } = this;
    return explainLater('statement.earned', { additive: true }, statement.earned, () => [
      ...this.components(),
      ...source.earned.planModifiers.map((effect) =>
        explainPlanModifier(this.earning, source.payee, source.period, source.earned, effect),
      ),
      ...this.decisions('bonus'),
    ]);
  }

  components(): readonly Explanation[] {
    return this.slots().map(explainComponent);
  }

  /** The components earned in the period, with their spans. */
  slots(): readonly SlotView[] {
    const { source, earning } = this;
    return source.earned.components.map((each) => earning.slotOf(each, source.payee));
  }

  /** Adjustments or bonuses of the period, as they were given. */
  decisions(kind: 'bonus' | 'adjustment'): readonly Explanation[] {
    return this.source.adjustments
      .filter((entry) => entry.kind === kind)
      .toSorted((a, b) => (a.date < b.date || (a.date === b.date && a.id < b.id) ? -1 : 1))
      .map(({ id, amount, reason }) =>
        explainInput(['adjustments', id, 'amount'], amount, `statement.${kind}`, { id, reason }),
      );
  }

  /** What clawbacks and releases moved, each with the lines behind it. */
  private movements(types: readonly Movement['type'][]): readonly Explanation[] {
    const { movements = [] } = this.source.settlement ?? {};
    return movements.filter(({ type }) => types.includes(type)).map(explainMovement);
  }

  /** What leaves earlier held earnings less what is held of the period's own. */
  private withheld(): string {
    const { released, held } = this.statement;
    return this.text(minus(toDecimal(released), toDecimal(held)));
  }

  /** What closed periods come to now, less what they were paid. */
  private differences(): readonly Explanation[] {
    const { run, source } = this;
    return source.retro.map((difference) => explainRetro(difference, source, run));
  }

  /** The difference of a closed period that an entry posts. */
  differenceOf(origin: string | undefined, componentId: string | undefined): readonly Explanation[] {
    return this.differences().filter(
      ({ params }) => params['period'] === origin && params['componentId'] === componentId,
    );
  }

  /** The movement of held or taken back earnings that an entry books. */
  movementOf({ type, date, componentId, transactionId, cause }: LedgerEntry): readonly Explanation[] {
    const { movements = [] } = this.source.settlement ?? {};
    const isBooked = (move: Movement): boolean =>
      move.type === type &&
      fromDayNumber(move.day) === date &&
      move.componentId === componentId &&
      move.transactionId === transactionId &&
      move.cause.kind === cause.kind &&
      move.cause.id === cause.id &&
      move.cause.origin === cause.origin;
    return movements.filter(isBooked).map(explainMovement);
  }

  /** What a draw advances or recovers. */
  drawMoveOf(drawId: string | undefined, code: 'advance' | 'recovery'): readonly Explanation[] {
    const isAdvance = ({ code: own }: Explanation): boolean => own === 'draw.added' || own === 'draw.toppedUp';
    return this.source.draws.moves
      .filter(({ draw }) => draw.id === drawId)
      .flatMap((move) => explainDrawMove(move, owed))
      .filter((step) => isAdvance(step) === (code === 'advance'));
  }

  private carriedIn(): readonly Explanation[] {
    const { payeeId, planId, carryIn } = this.statement;
    const { statements } = this.run.computed.statements();
    const before = statements[this.index - 1];
    if (before?.payeeId === payeeId && before.planId === planId) {
      return toDecimal(before.carryOut).eq(carryIn) ? [new StatementView(this.run, this.index - 1).payable()] : [];
    }
    const { opening = [] } = this.run.computed.options;
    return opening.flatMap((entry, index) =>
      entry.payeeId === payeeId && entry.planId === planId && entry.balance === 'carry'
        ? [explainInput(['opening', index, 'amount'], entry.amount, 'statement.opening')]
        : [],
    );
  }

  /**
   * What caps that defer held over and had room for, and what computing earlier periods again changes.
   *
   * @param sign of the payable that is explained: what is put off lowers it, what is let go raises it
   */
  private capReasons(sign: 1 | -1): readonly Explanation[] {
    const { earned, deferral, lateDeferred } = this.source;
    const again = deferral.again?.balance;
    const changes = [
      ...(again === undefined ? [] : [changed('statement.deferralAgain', again.before, again.now)]),
      changed('statement.deferralRetro', minus(deferral.before, lateDeferred), deferral.before),
    ];
    return [
      ...(sign > 0 ? this.item('statement.putOff', toText(deferral.before)) : []),
      ...earned.deferrals.map(({ excess, room }) =>
        explainStep('statement.cap', { room: toText(room) }, toText(excess), this.components()),
      ),
      ...changes.filter(({ value }) => toDecimal(String(value)).times(sign).gt(0)),
    ];
  }

  /** What the end of an assignment takes away less of, or more, without what was taken back. */
  private lostAgain(): readonly Explanation[] {
    const lost = this.source.deferral.again?.lost;
    return lost === undefined || lost.now.eq(lost.before)
      ? []
      : [changed('statement.lostAgain', lost.before, lost.now)];
  }

  private item(code: string, value: string, from: () => readonly Explanation[] = () => []): readonly Explanation[] {
    return toDecimal(value).isZero() ? [] : [explainLater(code, {}, value, from)];
  }

  private text(amount: Decimal): string {
    const places = this.plan.rounding.increment.decimalPlaces();
    return amount.toFixed(Math.max(places, amount.decimalPlaces()));
  }
}

/** What a draw advanced before and has not been paid back. */
function owed({ draw, debtBefore }: DrawMove): Explanation {
  return explainStep('statement.drawDebt', { drawId: draw.id }, toText(debtBefore), []);
}

/** What was kept back of a payee less what is now. */
function changed(code: string, before: Decimal, now: Decimal): Explanation {
  return explainStep(code, { additive: true }, toText(minus(before, now)), [
    explainStep('deferral.before', {}, toText(before), []),
    explainLess(explainStep('deferral.now', {}, toText(now), []), 'less'),
  ]);
}

function negated(amount: string): string {
  if (toDecimal(amount).isZero()) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
