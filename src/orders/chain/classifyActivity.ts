import { compileTable } from '../../mechanisms/rules/compileTable.js';
import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';
import { fail } from '../fail.js';
import type { TimeLog } from '../schema/timeLog.js';
import { activityStages } from './activityStages.js';
import { ORDER_STAGES, type OrderStage } from './orderChain.js';

/** The stage that an activity works for, or that it supports no order. */
export type ActivityStage =
  { readonly stage: OrderStage } | { readonly stage: 'none'; readonly reason: 'supportsNoOrder' };

/** How activities find their stage. */
export interface ActivityOptions {
  /** Stage of each order that is live or a target; an order that is not named here decides nothing. */
  readonly stageOf?: Readonly<Record<string, OrderStage>>;
  /** Over the fields `orderStage`, `activity` and `purpose`. Default `activityStages`. */
  readonly table?: DecisionTable<OrderStage>;
}

/**
 * Returns the stage of the order chain that an activity works for: the stage of the order that it names, else what the table
 * says of its code and purpose, else `none`. For many activities use `orderTimeReport`.
 *
 * @param activity code, order and purpose
 * @param options stages of orders, table
 * @throws SalesModelError `timeLog.stage`, and those of `compileTable`
 * @example
 * import { classifyActivity } from 'salesmodel/orders';
 *
 * classifyActivity({ activity: 'display' }); // => { stage: 'track' }
 * classifyActivity({ activity: 'travel' }); // => { stage: 'none', reason: 'supportsNoOrder' }
 * classifyActivity({ activity: 'travel', order: 'SO-7' }, { stageOf: { 'SO-7': 'place' } }); // => { stage: 'place' }
 */
export function classifyActivity(
  activity: Pick<TimeLog, 'activity' | 'order' | 'purpose'>,
  options: ActivityOptions = {},
): ActivityStage {
  return activityClassifier(options)(activity);
}

/** Compiles the table once for many activities. */
export function activityClassifier({
  stageOf = {},
  table = activityStages,
}: ActivityOptions): (activity: Pick<TimeLog, 'activity' | 'order' | 'purpose'>) => ActivityStage {
  const known = (stage: OrderStage, path: readonly (string | number)[]): void => {
    if (!ORDER_STAGES.includes(stage))
      fail('timeLog.stage', path, { expected: ORDER_STAGES.join(' | '), value: stage });
  };
  table.rows.forEach(({ output }, row) => known(output, ['table', 'rows', row, 'output']));
  for (const [order, stage] of Object.entries(stageOf)) known(stage, ['stageOf', order]);
  const decide = compileTable(table);
  return ({ activity, order, purpose }) => {
    const orderStage = order !== undefined && Object.hasOwn(stageOf, order) ? stageOf[order] : undefined;
    const decision = decide({ activity, orderStage, purpose });
    return decision.ok ? { stage: decision.hits[0]!.output } : { stage: 'none', reason: 'supportsNoOrder' };
  };
}
