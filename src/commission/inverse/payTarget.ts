import type { PlainDate } from '../../core/date.js';
import { dayNumber } from '../../core/date.js';
import { fail } from '../fail.js';
import type { Component, RunInput, Statement } from '../schema.js';

/** Whose pay is asked about. */
export interface PayTarget {
  readonly payeeId: string;
  /** A day of the statement's period. */
  readonly period: PlainDate;
  /** Default: the plan of the payee's first statement for that period. */
  readonly planId?: string;
  /** The component that is sold for. Default: the first of the plan. */
  readonly componentId?: string;
}

/** The last statement that a target names, of several versions the latest. */
export function statementOf(statements: readonly Statement[], { payeeId, period, planId }: PayTarget): Statement {
  const day = dayNumber(period, ['target', 'period']);
  const own = statements.filter(
    (statement) =>
      statement.payeeId === payeeId &&
      (planId === undefined || statement.planId === planId) &&
      dayNumber(statement.period.start) <= day &&
      day < dayNumber(statement.period.end),
  );
  const [first] = own;
  if (first === undefined) return fail('statement.unknown', ['target'], { payeeId, period });
  return own.findLast(({ planId: id }) => id === first.planId) ?? first;
}

/** The component that a target names, in the version of the plan that answers for its span. */
export function componentOf({ plans }: RunInput, statement: Statement, { componentId }: PayTarget): Component {
  const { planId, planVersion, components } = statement;
  const componentIn = (under: string): Component | undefined => {
    const plan = plans.find(({ id, version = '1' }) => id === planId && version === under)!;
    return componentId === undefined ? plan.components[0] : plan.components.find(({ id }) => id === componentId);
  };
  const own = componentIn(planVersion);
  const stated = components.find(({ id }) => id === (componentId ?? own?.id));
  const component = stated?.planVersion === undefined ? own : componentIn(stated.planVersion);
  return component ?? fail('component.unknown', ['target', 'componentId'], { componentId, planId });
}
