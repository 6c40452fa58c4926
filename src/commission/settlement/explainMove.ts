import { fromDayNumber } from '../../core/date.js';
import { type Decimal, toText } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { type Explanation, explainInput, explainStep } from '../../core/explanation.js';
import type { Path } from '../../core/errors.js';
import type { ClawbackBasis } from '../clawback/compileClawback.js';
import { recomputedSteps, reversalSteps } from '../clawback/explainReversal.js';
import { heldParts, lostParts, releasedParts } from '../release/explainRelease.js';
import type { ReleaseCause } from '../release/releaseFacts.js';
import type { LineMove } from '../release/releaseTimeline.js';
import { collectionKinds, type Rows } from '../run/rows.js';
import type { SettledLine } from './settledLine.js';

/** The line that a movement belongs to. */
export interface MoveContext {
  readonly rows: Rows;
  readonly line: SettledLine;
  /** What of the line lies under caps that defer. */
  readonly earned: Decimal;
  readonly componentId: string;
  /** First day of the period that earned it. */
  readonly origin: string;
  readonly basis: ClawbackBasis;
  /** Where the clawback stands in the plan. */
  readonly policy: Path;
}

/** Why a movement of a line has its amount: what was earned, and the rows that release it or take it back. */
export function explainMove(
  type: 'clawback' | 'release' | 'hold' | 'forfeit',
  amount: Decimal,
  move: LineMove,
  context: MoveContext,
): Explanation {
  const params = paramsOf(move.day, move.cause);
  if (type === 'clawback') return explainClawback(params, amount, move, context);
  const from = [earnedStep(context), ...collectionInputs(move.day, context)];
  const parts = type === 'forfeit' ? lostParts(move, from) : releasedParts(move, from);
  // What is held once more, after a refund.
  const code = type === 'hold' ? 'release.back' : `release.${type}`;
  return explainStep(code, { ...params, additive: true }, toText(amount), parts);
}

/** Why something of a line is held at the end of the period that earned it, or more than all of it is not. */
export function explainHeld(
  amount: Decimal,
  day: number,
  cause: ReleaseCause,
  last: LineMove | null,
  context: MoveContext,
): Explanation {
  const parts = heldParts(last, earnedStep(context), collectionInputs(day, context));
  return explainStep('release.hold', { ...paramsOf(day, cause), additive: true }, toText(amount), parts);
}

function paramsOf(day: number, { kind, id }: ReleaseCause) {
  return { date: fromDayNumber(day), cause: kind, ...(id === undefined ? {} : { id }) };
}

function explainClawback(
  params: ReturnType<typeof paramsOf>,
  amount: Decimal,
  { cancelled, before, reversal }: LineMove,
  context: MoveContext,
): Explanation {
  const { rows, line, basis, policy } = context;
  const figures = reversal?.figures?.();
  const code = `clawback.${basis}`;
  const all = { ...params, cancelled: toText(cancelled) };
  if (figures === undefined) return explainStep(code, all, toText(amount), [lineStep(context)]);
  const reversed = (reversal?.rows ?? []).map((row) => amountOf(rows, row));
  if (figures.kind === 'recomputed') {
    const places = { amount: lineStep(context), reversed };
    return explainStep(code, { ...all, additive: true }, toText(amount), recomputedSteps(figures, places));
  }
  const gross = explainStep('clawback.gross', {}, toText(line.gross), [lineStep(context)]);
  const places = {
    amount: amountOf(rows, line.row),
    reversed,
    term: termInputs(context, reversal?.rows ?? []),
    policy,
  };
  const paid = explainStep('clawback.paid', {}, toText(before.payable), [lineStep(context)]);
  return explainStep(code, all, toText(amount), [
    ...reversalSteps(figures, basis, basis === 'originalRate' ? gross : lineStep(context), places),
    ...(basis === 'paidOnly' ? [paid] : []),
  ]);
}

/** What of a line can be held: all of it, or what caps that defer leave. */
function earnedStep(context: MoveContext): Explanation {
  const step = lineStep(context);
  const { earned, line } = context;
  return earned.eq(line.earned) ? step : explainStep('release.underLimit', {}, toText(earned), [step]);
}

function lineStep({ rows, line, componentId, origin }: MoveContext): Explanation {
  const { row, earned } = line;
  if (row < 0) return explainStep('release.spanLine', { componentId, origin }, toText(earned), []);
  const params = { componentId, origin, transactionId: rows.id(row) };
  return explainStep('release.line', params, toText(earned), [amountOf(rows, row)]);
}

function amountOf(rows: Rows, row: number): Explanation {
  return explainInput(['transactions', rows.id(row), 'amount'], toText(decimalAt(rows.amount, row)));
}

/** What had come in, gone back or been given up on the row of a line by the end of a day. */
function collectionInputs(day: number, { rows, line }: MoveContext): readonly Explanation[] {
  const { collections } = rows;
  if (line.row < 0 || line.isCollected || collections === null) return [];
  const { offset, day: dayOf, amount, kind, written } = collections;
  const inputs: Explanation[] = [];
  for (let at = offset[line.row]!; at < offset[line.row + 1]!; at += 1) {
    if (dayOf[at]! > day) continue;
    const params = { kind: collectionKinds[kind[at]!]!, date: fromDayNumber(dayOf[at]!) };
    const path = ['transactions', rows.id(line.row), 'collections', written(at) - offset[line.row]!, 'amount'];
    inputs.push(explainInput(path, toText(decimalAt(amount, at)), 'credit.paid', params));
  }
  return inputs;
}

/** The days between which a term is served. */
function termInputs({ rows, line }: MoveContext, reversing: readonly number[]): readonly Explanation[] {
  const fact = (row: number, ...path: string[]): readonly Explanation[] => {
    const name = path.join('.');
    const value = name === 'date' ? fromDayNumber(rows.day[row]!) : rows.field(name)(row);
    return typeof value === 'string' ? [explainInput(['transactions', rows.id(row), ...path], value)] : [];
  };
  const starts = fact(line.row, 'dates', 'contractStart');
  return [
    ...reversing.flatMap((row) => fact(row, 'date')),
    ...(starts.length > 0 ? starts : fact(line.row, 'date')),
    ...fact(line.row, 'dates', 'contractEnd'),
  ];
}
