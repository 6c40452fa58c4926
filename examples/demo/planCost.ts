import {
  type CommissionPlan,
  type RunInput,
  simulate,
  type Simulation,
  whatIf,
  type WhatIf,
} from 'salesmodel/commission';
import { northwindOrders } from './northwindOrders.js';
import { northwindRun } from './northwindPlan.js';
import { percent } from './percent.js';
import { textTable } from './textTable.js';
import { negated, usd } from './usd.js';

/** The cost of a new plan over the people and orders of a year: what was found and printed. */
export interface PlanCost {
  readonly input: RunInput;
  /** The new plan in the place of the old one. */
  readonly planned: RunInput;
  readonly change: WhatIf;
  /** The new plan at these factors of last year's orders. */
  readonly scaled: readonly { readonly scale: string; readonly simulation: Simulation }[];
  readonly drawn: Simulation;
  readonly text: string;
}

const SCALES = ['0.8', '1', '1.2', '1.4'];
const SEED = 2013;

/**
 * What would a plan without a cap, and with a steeper accelerator, have cost in 2013? People, quotas and orders are those
 * of the demo. The same year is then computed with fewer and more sales, and a hundred times with orders drawn from each
 * seller's own, to see how far the cost depends on who happened to sell what.
 */
export function planCost(): PlanCost {
  const input = northwindRun(northwindOrders());
  const plans = input.plans.map(withoutCap);
  const planned = { ...input, plans };
  const scaled = SCALES.map((scale) => ({ scale, simulation: simulate(planned, { scale }) }));
  const drawn = simulate(planned, {
    bootstrap: { seed: SEED, draws: 100, of: 'transactions' },
    probabilities: ['0.05', '0.5', '0.95'],
  });
  const change = whatIf(input, { plans });
  const text = [people(input, planned), future(scaled), chance(drawn)].join('\n\n');
  return { input, planned, change, scaled, drawn, text };
}

function withoutCap(plan: CommissionPlan): CommissionPlan {
  return {
    ...plan,
    components: plan.components.map(({ modifiers: _, ...component }) =>
      component.rate.kind !== 'tiers'
        ? component
        : {
            ...component,
            rate: {
              ...component.rate,
              tiers: {
                mode: 'marginal',
                tiers: [
                  { upTo: '0.5', rate: '0.03' },
                  { upTo: '1', rate: '0.05' },
                  { upTo: null, rate: '0.1' },
                ],
              },
            },
          },
    ),
  };
}

/** Who would have earned more or less. */
function people(input: RunInput, planned: RunInput): string {
  const payees = [input, planned].map((run) => simulate(run, { detail: 'payees' }).draws[0]?.payees ?? []);
  const [old = [], now = []] = payees;
  const rows = old.map(({ payeeId, pay, attainment }, at) => {
    const after = now[at]?.pay ?? '0';
    return [
      input.payees.find(({ id }) => id === payeeId)?.name ?? payeeId,
      percent(attainment?.value),
      usd([pay]),
      usd([after]),
      usd([after, negated(pay)]),
    ];
  });
  const [before, after] = payees.map((list) => list.map(({ pay }) => pay));
  const less = (before ?? []).map((pay) => negated(pay));
  return textTable(
    ['earned in USD', 'attainment', 'old plan', 'new plan', 'difference'],
    [...rows, ['all', '', usd(before ?? []), usd(after ?? []), usd([...(after ?? []), ...less])]],
  );
}

/** What more or fewer sales cost. */
function future(scaled: PlanCost['scaled']): string {
  const rows = scaled.flatMap(({ scale, simulation: { draws } }) =>
    draws.map(({ cost, measure, costRatio, pay }) => [
      `sales × ${scale}`,
      usd([measure ?? '0']),
      usd([cost]),
      percent(costRatio?.value),
      ...pay.filter(({ probability }) => probability !== '0.25' && probability !== '0.75').map(pointText),
    ]),
  );
  return textTable(['new plan', 'sales', 'cost', 'of sales', 'pay of 10 %', 'median', 'pay of 90 %'], rows);
}

function chance({ cost, draws }: Simulation): string {
  const [low, middle, high] = cost.quantiles.map(pointText);
  return `Over ${draws.length} draws of the orders the cost is ${usd([cost.mean])} in the mean; half of them cost up to ${middle}, and nine of ten cost ${low} to ${high}.`;
}

function pointText({ value }: { readonly value: string | null }): string {
  return value === null ? '–' : usd([value]);
}
