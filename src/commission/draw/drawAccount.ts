import { type Decimal, minus, plus, times, ZERO } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import { type CompiledDraw, inOrderOfSettling } from './compileDraws.js';
import { type DrawAmount, drawAmount, type DrawOffer, type DrawRounding, type DrawSpan } from './drawAmount.js';

/** What one draw did in a period. */
export interface DrawMove {
  readonly draw: CompiledDraw;
  /** `null` where it is not active. */
  readonly amount: DrawAmount | null;
  /** Pay as the draw met it: after those before it. */
  readonly met: Decimal;
  readonly debtBefore: Decimal;
  /** What recovery left untouched; `null` where nothing could be recovered yet. */
  readonly floor: Decimal | null;
  readonly advance: Decimal;
  /** Taken from the pay. */
  readonly recovery: Decimal;
  /** Part of `recovery` that a termination made due. */
  readonly due: Decimal;
  readonly forgiven: Decimal;
  readonly debt: Decimal;
}

/** What all draws did in a period. */
export interface DrawStep {
  /** Pay after all of them. */
  readonly payable: Decimal;
  /** In the order of settling; draws that are neither active nor owed have none. */
  readonly moves: readonly DrawMove[];
  readonly debt: Decimal;
  /** `null` where no active draw is paid at the start. */
  readonly paidAtStart: Decimal | null;
}

/** The debts of one payee, from period to period. */
export class DrawAccount {
  private readonly debts = new Map<string, Decimal>();
  /** The latest definition of each draw: its debt is settled by it when the plan does not know it any more. */
  private readonly known = new Map<string, CompiledDraw>();

  /** @param opening debts before the first period by id of a draw, with the draw */
  constructor(opening: readonly { readonly draw: CompiledDraw; readonly debt: Decimal }[] = []) {
    for (const { draw, debt } of opening) {
      this.known.set(draw.id, draw);
      this.debts.set(draw.id, plus(this.debts.get(draw.id) ?? ZERO, debt));
    }
  }

  get debt(): Decimal {
    return [...this.debts.values()].reduce(plus, ZERO);
  }

  /**
   * Settles a period.
   *
   * @param offers the draws of the plan and of the assignments in the period; of one id the last one decides
   * @param payable pay before draws
   */
  step(offers: readonly DrawOffer[], payable: Decimal, span: DrawSpan, rounding: DrawRounding): DrawStep {
    for (const { draw } of offers) this.known.set(draw.id, draw);
    let pay = payable;
    let paidAtStart: Decimal | null = null;
    const moves: DrawMove[] = [];
    for (const draw of [...this.known.values()].sort(inOrderOfSettling)) {
      const amount = amountOf(offers, draw.id, span, rounding);
      const debtBefore = this.debts.get(draw.id) ?? ZERO;
      if (amount === null && debtBefore.isZero()) continue;
      const move = moveOf(draw, amount, debtBefore, pay, span, rounding);
      this.debts.set(draw.id, move.debt);
      pay = minus(plus(pay, move.advance), move.recovery);
      if (amount !== null && draw.paysAtStart) paidAtStart = plus(paidAtStart ?? ZERO, amount.amount);
      moves.push(move);
    }
    return { payable: pay, moves, debt: this.debt, paidAtStart };
  }
}

/** Two assignments may offer a draw in one period: what they offer adds up. */
function amountOf(offers: readonly DrawOffer[], id: string, span: DrawSpan, rounding: DrawRounding): DrawAmount | null {
  const amounts = offers.flatMap((offer) => (offer.draw.id === id ? (drawAmount(offer, span, rounding) ?? []) : []));
  return amounts.reduce<DrawAmount | null>(
    (sum, each) => (sum === null ? each : { ...each, amount: plus(sum.amount, each.amount) }),
    null,
  );
}

function moveOf(
  draw: CompiledDraw,
  amount: DrawAmount | null,
  debtBefore: Decimal,
  met: Decimal,
  span: DrawSpan,
  rounding: DrawRounding,
): DrawMove {
  const isToppedUp = !draw.isAdditive && amount !== null && met.lt(amount.amount);
  const canRecover = !isToppedUp && debtBefore.gt(0) && draw.recoverFrom < span.end;
  const floor = canRecover ? (draw.floor ?? amount?.amount ?? ZERO) : null;
  const recovered = floor === null ? ZERO : recoverable(draw, debtBefore, minus(met, floor), rounding);
  const advance =
    amount === null ? ZERO : draw.isAdditive ? amount.amount : isToppedUp ? minus(amount.amount, met) : ZERO;
  const owed = minus(draw.recovery === 'none' ? debtBefore : plus(debtBefore, advance), recovered);
  const leaves = span.terminations.some((day) => span.start <= day && day < span.end);
  const ends = draw.recovery === 'forgiven' && draw.to <= span.end;
  const due = leaves && !draw.isForgivenAtTermination ? owed : ZERO;
  const forgiven = due.isZero() && (leaves || ends) ? owed : ZERO;
  const recovery = plus(recovered, due);
  return {
    draw,
    amount,
    met,
    debtBefore,
    floor,
    advance,
    recovery,
    due,
    forgiven,
    debt: minus(minus(owed, due), forgiven),
  };
}

/** What is taken of the pay above the floor: never more than there is of it, than is owed, or than the limit. */
function recoverable(draw: CompiledDraw, debt: Decimal, above: Decimal, { increment, mode }: DrawRounding): Decimal {
  if (above.lte(0)) return ZERO;
  const share = roundDecimal(times(draw.rate, above), increment, mode);
  return [share, above, ...(draw.most === null ? [] : [draw.most])].reduce(
    (least, limit) => (limit.lt(least) ? limit : least),
    debt,
  );
}
