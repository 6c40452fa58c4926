import { dayNumber, type PlainDate } from '../../core/date.js';
import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  plus,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { explainConstant, explainInput, explainStep, type Explanation } from '../../core/explanation.js';
import { oneOf } from '../../core/oneOf.js';
import { ROUNDING_MODES, type RoundingMode, toIncrement } from '../../core/rounding.js';
import { dayRange, type Span } from '../../core/span.js';
import { fail } from '../fail.js';
import type { QuantityBasis } from '../modifier/quantity.js';
import type { Draw, ProrationPolicy } from '../schema.js';
import { type CompiledDraw, compileDraws } from './compileDraws.js';
import { DrawAccount, type DrawMove, type DrawStep } from './drawAccount.js';
import type { DrawAssignee, DrawSpan } from './drawAmount.js';
import { explainDraws } from './explainDraws.js';

/** A period of pay as its draws see it. Days are half-open. */
export interface DrawPeriod {
  readonly start: PlainDate;
  readonly end: PlainDate;
  /** Pay before draws and before what is carried in, signed. */
  readonly payable: DecimalLike;
  /** When the payee is assigned and how a period in part counts. Default: always. */
  readonly assignments?: readonly DrawAssignment[];
  /** For amounts that are a part of it: target pay of the period. */
  readonly target?: DecimalLike;
  /** For amounts that are a part of it: quota of the period. */
  readonly quota?: DecimalLike;
  /** For amounts that are a part of it: measure of the period. */
  readonly measure?: DecimalLike;
  /** The day in the period on which the payee leaves. */
  readonly terminated?: PlainDate;
}

/** An assignment as draws see it. */
export interface DrawAssignment extends Span {
  /** How a period that is assigned in part counts. Default `{ dayCount: "actual", inclusive: true }`. */
  readonly prorate?: ProrationPolicy | 'none';
}

/** Debts before the first period, and the rounding of prorated amounts and of parts of the pay. */
export interface DrawOptions {
  /** Debt by id of the draw. Default: none. */
  readonly opening?: Readonly<Record<string, DecimalLike>>;
  /** Smallest unit of the currency. Default "0.01". */
  readonly increment?: DecimalLike;
  /** Default `halfEven`. */
  readonly mode?: RoundingMode;
}

/** What one draw did in a period. */
export interface DrawMovement {
  readonly drawId: string;
  readonly advance: DecimalString;
  readonly recovery: DecimalString;
  readonly forgiven: DecimalString;
  /** Debt after the period. */
  readonly balance: DecimalString;
}

/** A period after its draws. */
export interface DrawSettlement {
  readonly start: PlainDate;
  readonly end: PlainDate;
  /** Pay before draws + advance − recovery. */
  readonly payable: DecimalString;
  readonly advance: DecimalString;
  readonly recovery: DecimalString;
  /** Debt that is dropped without pay. */
  readonly forgiven: DecimalString;
  /** Debt after the period. */
  readonly balance: DecimalString;
  /** What draws with the timing `periodStart` pay at the start of the period; the rest of `payable` is due at its end. */
  readonly paidAtStart?: DecimalString;
  /** By id; draws that are neither active nor owed are left out. */
  readonly draws: readonly DrawMovement[];
  readonly explanation: Explanation;
}

/**
 * Returns each period with what its draws advance and recover, and the debt after it. A guarantee tops pay up to its
 * amount, an additive draw is paid on top of it; what is recoverable is a debt, which later pay above the floor
 * settles. Several draws are settled by priority, additive ones before guarantees, then by id, and each sees the pay
 * after those before it. Pay above a guarantee is never a credit for later.
 *
 * A draw ends with the last day before `to` or with the termination. Debt is never negative, and what is advanced as a
 * debt equals what is recovered, forgiven and still owed.
 *
 * @param draws ids unique
 * @param periods one after the other
 * @param options debts before the first period, rounding
 * @throws SalesModelError `draw.duplicate`, `draw.negative` (an amount, floor, limit or opening debt), `draw.rate` (a
 * recovery rate outside 0 to 1), `draw.priority`, `draw.unknown` (an opening debt of no draw), `draw.periods` (periods
 * that overlap or go back), `draw.terminated` (not a day of its period), `plan.basisMissing`, `prorate.noDays`,
 * `option.unknown`, `rounding.increment`, `period.order`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { settleDraws } from 'salesmodel/commission';
 *
 * const draw = { id: 'D', amount: { amount: '2000' }, from: '2026-01-01' } as const;
 * const [january, february] = settleDraws(
 *   [draw],
 *   [
 *     { start: '2026-01-01', end: '2026-02-01', payable: '1500' },
 *     { start: '2026-02-01', end: '2026-03-01', payable: '2375' },
 *   ],
 * );
 * [january?.payable, january?.advance, january?.balance]; // => ['2000.00', '500.00', '500.00']
 * [february?.payable, february?.recovery, february?.balance]; // => ['2000.00', '375.00', '125.00']
 */
export function settleDraws(
  draws: readonly Draw[],
  periods: readonly DrawPeriod[],
  options: DrawOptions = {},
): readonly DrawSettlement[] {
  const { opening = {} } = options;
  const increment = toIncrement(options.increment ?? '0.01', ['options', 'increment']);
  const mode = oneOf(options.mode ?? 'halfEven', ROUNDING_MODES, ['options', 'mode']);
  const compiled = compileDraws(draws, ['draws']);
  const account = new DrawAccount(openingDebts(opening, compiled));
  const money = (amount: Decimal): DecimalString => amount.toFixed(Math.max(increment.dp(), amount.dp()));
  const debts = new Map<string, Explanation>();
  let before: DrawSpan | null = null;
  return periods.map((period, index): DrawSettlement => {
    const path = ['periods', index];
    const span: DrawSpan = spanOf(period, before, path);
    before = span;
    const assigned = assigneesOf(period, path);
    const payable = toDecimal(period.payable, [...path, 'payable']);
    const step = account.step(
      compiled.map((draw) => ({ draw, assigned })),
      payable,
      span,
      { increment, mode },
    );
    const debtNode = ({ draw: { id, path: at } }: DrawMove): Explanation =>
      debts.get(id) ??
      (Object.hasOwn(opening, id)
        ? explainInput(['options', 'opening', id], given(opening[id]!))
        : explainConstant([...at, 'id'], id));
    const node = explainDraws(step, span, explainInput([...path, 'payable'], given(period.payable)), debtNode);
    for (const move of step.moves) debts.set(move.draw.id, explainDebt(move, period.end, debtNode));
    const sum = (part: (move: DrawMove) => Decimal): DecimalString =>
      money(step.moves.reduce((total, move) => plus(total, part(move)), ZERO));
    return {
      start: period.start,
      end: period.end,
      payable: money(step.payable),
      advance: sum(({ advance }) => advance),
      recovery: sum(({ recovery }) => recovery),
      forgiven: sum(({ forgiven }) => forgiven),
      balance: money(step.debt),
      ...(step.paidAtStart === null ? {} : { paidAtStart: money(step.paidAtStart) }),
      draws: movements(step, money),
      explanation: { ...node, value: money(step.payable) },
    };
  });
}

function movements({ moves }: DrawStep, money: (amount: Decimal) => DecimalString): readonly DrawMovement[] {
  return moves
    .map(({ draw, advance, recovery, forgiven, debt }) => ({
      drawId: draw.id,
      advance: money(advance),
      recovery: money(recovery),
      forgiven: money(forgiven),
      balance: money(debt),
    }))
    .sort((a, b) => (a.drawId < b.drawId ? -1 : 1));
}

/** The debt after a period: what was owed, the advance, less what was recovered and forgiven. */
function explainDebt(move: DrawMove, end: PlainDate, before: (move: DrawMove) => Explanation): Explanation {
  const { draw, advance, recovery, forgiven, debt } = move;
  const params = {
    drawId: draw.id,
    end,
    advance: toText(draw.recovery === 'none' ? ZERO : advance),
    recovery: toText(recovery),
    forgiven: toText(forgiven),
  };
  return explainStep('draw.debt', params, toText(debt), [before(move)]);
}

function openingDebts(opening: NonNullable<DrawOptions['opening']>, draws: readonly CompiledDraw[]) {
  return Object.entries(opening).map(([id, debt]) => {
    const path = ['options', 'opening', id];
    const draw = draws.find((one) => one.id === id) ?? fail('draw.unknown', path, { drawId: id });
    const read = toDecimal(debt, path);
    return { draw, debt: read.lt(0) ? fail('draw.negative', path, { value: debt }) : read };
  });
}

function spanOf(period: DrawPeriod, before: DrawSpan | null, path: Path): DrawSpan {
  const { start, end } = dayRange({ start: period.start, end: period.end }, path);
  if (before !== null && start < before.end) fail('draw.periods', [...path, 'start'], { value: period.start });
  const left = period.terminated === undefined ? null : dayNumber(period.terminated, [...path, 'terminated']);
  if (left !== null && (left < start || left >= end)) {
    fail('draw.terminated', [...path, 'terminated'], { value: period.terminated });
  }
  const terminations = [...(before?.terminations ?? []), ...(left === null ? [] : [left])];
  return { start, end, terminations, basis: basisOf(period, path) };
}

function assigneesOf({ start, assignments = [{ from: start }] }: DrawPeriod, path: Path): readonly DrawAssignee[] {
  return assignments.map(({ from, to = null, prorate }, index) => {
    const days = dayRange({ from, to }, [...path, 'assignments', index]);
    return { from: days.start, to: days.end, prorate };
  });
}

function basisOf(period: DrawPeriod, path: Path): QuantityBasis {
  const read = (basis: 'quota' | 'target' | 'measure') => (): Decimal => {
    const figure = period[basis];
    if (figure === undefined) return fail('plan.basisMissing', [...path, basis], { basis });
    return toDecimal(figure, [...path, basis]);
  };
  return { quota: read('quota'), target: read('target'), measure: read('measure') };
}

/** What the caller gave, as an explanation can show it. */
function given(value: DecimalLike): string | number {
  return typeof value === 'number' || typeof value === 'string' ? value : toText(toDecimal(value));
}
