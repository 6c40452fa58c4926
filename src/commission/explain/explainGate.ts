import { Decimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import {
  explainInput,
  explainLater,
  explainStep,
  type Explanation,
  type ExplanationValue,
} from '../../core/explanation.js';
import { fromDayNumber } from '../../core/date.js';
import { explainRule } from '../../mechanisms/rules/explainRule.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import { compileGate, type GateFacts } from '../modifier/gate.js';
import type { DaySpan } from '../run/grid.js';
import { totalGross } from './explainGross.js';
import { momentAt } from './moment.js';
import type { PlanView } from './planView.js';
import { explainPosition } from './rate/explainPosition.js';

/** Whose gate it is, and the totals that it sees. */
export interface GateView {
  readonly plan: PlanView;
  readonly payee: number;
  readonly days: DaySpan;
  readonly facts: GateFacts;
}

/** Whether a gate was open (`null`: not known, so it was not), and the facts that decided it. */
export function explainGate(view: GateView, rule: Rule, path: Path): Explanation {
  const truth = compileGate(rule, path)(view.facts);
  const code = truth === true ? 'gate.open' : truth === false ? 'gate.closed' : 'gate.unknown';
  return explainLater(code, {}, truth, () => {
    const { leaves } = explainRule(rule, view.facts, { read: (field) => (facts: GateFacts) => facts.get(field) });
    return leaves.map(({ leaf, actual }) => {
      const bound = 'value' in leaf ? JSON.stringify(leaf.value) : '';
      const params = { field: leaf.field, op: leaf.op, bound: bound.replace(/^"|"$/g, '') };
      const value = actual instanceof Decimal ? toText(actual) : (actual as ExplanationValue);
      return explainLater('gate.fact', params, value, () => factNode(view, leaf.field, value));
    });
  });
}

function factNode(view: GateView, field: string, value: ExplanationValue): readonly Explanation[] {
  const { plan, payee, days } = view;
  const dot = field.indexOf('.');
  const name = field.slice(dot + 1);
  const { run } = plan;
  switch (dot < 0 ? field : field.slice(0, dot)) {
    case 'attainment':
    case 'measure': {
      const slot = plan.slotAtEnd(name, payee, days);
      if (slot === null) return [];
      const axis = field.startsWith('attainment') ? 'attainment' : 'measure';
      const position = explainPosition(momentAt(slot, slot.count, false), axis);
      return position === null ? [] : [position.node];
    }
    case 'earned': {
      const slot = plan.slotAtEnd(name, payee, days);
      return slot === null ? [] : [totalGross(slot)];
    }
    case 'score':
    case 'collectionRate':
      return [run.scoreNode(payee, days.start, name, plan.planRun.score(payee, days.start, name))];
    case 'payee': {
      const own = name === 'id' || name === 'name' || name === 'currency';
      return [explainInput(['payees', payee, ...(own ? [] : ['attributes']), name], value)];
    }
    case 'role': {
      const { assignments } = run.computed.setup.definition;
      const index = plan.assignmentAt(payee, days.end);
      return [explainInput(['assignments', index, 'role'], assignments[index]?.role ?? null)];
    }
    default:
      return [explainStep('gate.period', {}, fromDayNumber(days.start), [])];
  }
}
