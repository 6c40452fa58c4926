import { allocate } from '../../core/allocate.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { type DecimalLike, type DecimalString, minus, plus, toDecimal, toText } from '../../core/decimal.js';

/** A goal on the way. */
export interface StagedGoal {
  readonly due: PlainDate;
  /** Level to be reached by then. */
  readonly goal: DecimalString;
  /** Change since the goal before. */
  readonly step: DecimalString;
}

/**
 * Returns the goals of the stages between two levels, by due day: each step its share of the way, in whole increments that add
 * up, so that the last goal is the end.
 *
 * @param plan levels, stages with shares that are weights, increment (default 1)
 * @throws SalesModelError `allocate.indivisible`, `allocate.negativeWeight`, `allocate.noParts`, `date.invalid`,
 *   `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { stagedGoals } from 'salesmodel/team';
 *
 * const stages = [{ due: '2026-06-30', share: 1 }, { due: '2026-09-30', share: 1 }, { due: '2026-12-31', share: 1 }];
 * stagedGoals({ from: 20, to: 30, stages }).map(({ goal, step }) => `${goal} (+${step})`); // => [ '24 (+4)', '27 (+3)', '30 (+3)' ]
 */
export function stagedGoals({
  from,
  to,
  stages,
  increment = 1,
}: {
  readonly from: DecimalLike;
  readonly to: DecimalLike;
  readonly stages: readonly { readonly due: PlainDate; readonly share: DecimalLike }[];
  readonly increment?: DecimalLike;
}): readonly StagedGoal[] {
  const sorted = stages
    .map(({ due, share }, at) => ({ due, share, day: dayNumber(due, ['stages', at, 'due']) }))
    .sort((a, b) => a.day - b.day);
  let level = toDecimal(from, ['from']);
  const steps = allocate(
    minus(toDecimal(to, ['to']), level),
    sorted.map(({ share }) => share),
    { increment },
  ).parts;
  return sorted.map(({ due }, at) => {
    level = plus(level, toDecimal(steps[at]!));
    return { due, goal: toText(level), step: toText(toDecimal(steps[at]!)) };
  });
}

/**
 * Returns how each goal stands at a level: `reached`, `open` up to its due day, `missed` after it.
 *
 * @param goals of `stagedGoals`
 * @param level reached now
 * @param asOf the day
 * @throws SalesModelError `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { stagedGoals, stageStatus } from 'salesmodel/team';
 *
 * const stages = [{ due: '2026-06-30', share: 1 }, { due: '2026-09-30', share: 1 }, { due: '2026-12-31', share: 1 }];
 * stageStatus(stagedGoals({ from: 20, to: 29, stages }), 24, '2026-10-01'); // => [ 'reached', 'missed', 'open' ]
 */
export function stageStatus(
  goals: readonly StagedGoal[],
  level: DecimalLike,
  asOf: PlainDate,
): readonly ('reached' | 'open' | 'missed')[] {
  const now = toDecimal(level, ['level']);
  const today = dayNumber(asOf, ['asOf']);
  const isFalling = goals.some(({ step }) => step.startsWith('-'));
  return goals.map(({ due, goal }) => {
    const isReached = isFalling ? now.lte(toDecimal(goal)) : now.gte(toDecimal(goal));
    return isReached ? 'reached' : today > dayNumber(due) ? 'missed' : 'open';
  });
}
