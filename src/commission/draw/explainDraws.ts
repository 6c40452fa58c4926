import { fromDayNumber } from '../../core/date.js';
import { type Decimal, toText, ZERO } from '../../core/decimal.js';
import { explainConstant, explainPolicy, explainStep, explainSum, type Explanation } from '../../core/explanation.js';
import type { DrawMove, DrawStep } from './drawAccount.js';
import type { DrawSpan } from './drawAmount.js';

/** A debt with its text and where it comes from. */
type DebtNode = (move: DrawMove) => Explanation;

/**
 * Explains the pay of a period after draws: the pay before them, plus each advance, less each recovery.
 *
 * @param payable the node of the pay before draws
 * @param debt the node of the debt of a draw before the period
 */
export function explainDraws(
  step: DrawStep,
  { start, end }: Pick<DrawSpan, 'start' | 'end'>,
  payable: Explanation,
  debt: DebtNode,
): Explanation {
  const days = { start: fromDayNumber(start), end: fromDayNumber(end) };
  return explainSum('draw.payable', days, [payable, ...step.moves.flatMap((move) => explainDrawMove(move, debt))]);
}

/** What one draw takes from pay and adds to it. */
export function explainDrawMove(move: DrawMove, debt: DebtNode): readonly Explanation[] {
  return [
    ...(move.recovery.isZero() ? [] : [explainRecovery(move, debt)]),
    ...(move.advance.isZero() ? [] : [explainAdvance(move)]),
  ];
}

function explainAdvance({ draw, amount, met, advance }: DrawMove): Explanation {
  const [[basis = '', size = ''] = []] = Object.entries(draw.draw.amount);
  const whole = explainConstant([...draw.path, 'amount', basis], size);
  const node =
    amount === null || (amount.days.eq(amount.of) && basis === 'amount')
      ? whole
      : explainStep(
          basis === 'amount' ? 'draw.prorated' : 'draw.part',
          basis === 'amount'
            ? { days: toText(amount.days), of: toText(amount.of) }
            : { basis, share: size, figure: toText(amount.figure ?? ZERO) },
          toText(amount.amount),
          [whole],
        );
  if (draw.isAdditive) return explainStep('draw.added', { drawId: draw.id }, toText(advance), [node]);
  return explainStep('draw.toppedUp', { drawId: draw.id, payable: toText(met) }, toText(advance), [node]);
}

function explainRecovery(move: DrawMove, debt: DebtNode): Explanation {
  const { draw, met, floor, advance, recovery, due } = move;
  const taken = toText(recovery.neg());
  const owed = debt(move);
  if (!due.isZero()) {
    const policy = explainPolicy('atTermination', 'due');
    const since = draw.recovery === 'none' || advance.isZero() ? [] : [explainAdvance(move)];
    return explainStep('draw.due', { drawId: draw.id }, taken, [
      owed,
      ...since.map(({ value, from }) => explainStep('draw.advanced', {}, value, from)),
      policy,
    ]);
  }
  const { recoveryRate, recoveryFloor, maxRecovery } = draw.draw;
  return explainStep('draw.recovered', { drawId: draw.id, payable: toText(met), floor: textOf(floor) }, taken, [
    owed,
    recoveryFloor === undefined
      ? explainPolicy('recoveryFloor', draw.isAdditive ? 'zero' : 'draw')
      : explainConstant([...draw.path, 'recoveryFloor'], recoveryFloor),
    ...(recoveryRate === undefined ? [] : [explainConstant([...draw.path, 'recoveryRate'], recoveryRate)]),
    ...(maxRecovery === undefined ? [] : [explainConstant([...draw.path, 'maxRecovery'], maxRecovery)]),
  ]);
}

function textOf(floor: Decimal | null): string {
  return floor === null ? '0' : toText(floor);
}
