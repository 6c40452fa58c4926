import type { CreditSource } from './creditSource.js';
import { type FusableRows, isFusable } from './fusable.js';
import { type FusedComponent, fuseComponent } from './fusedComponent.js';
import type { PlanGrid } from './grid.js';
import type { Membership } from './membership.js';
import { PlanFigures } from './planFigures.js';
import { PlanRun, type RunFacts } from './planRun.js';
import type { RunOptions } from './runOptions.js';
import type { RunSetup } from './runSetup.js';

/** A plan made ready for the kernels. */
export interface FusedPlan {
  readonly grid: PlanGrid;
  readonly membership: Membership;
  readonly components: readonly FusedComponent[];
  /** Payees who have the plan on some of the days only: the slots that their rows have by day are not all theirs. */
  readonly partial: ReadonlySet<number>;
}

/** The plans of a run made ready for the kernels; `null` where rows or plans need more than these can do. */
export function fusedPlans(
  setup: RunSetup,
  periods: RunOptions['periods'],
  facts: RunFacts,
  rows: FusableRows,
): readonly FusedPlan[] | null {
  if (!isFusable(setup, rows)) return null;
  const { scale } = rows.amount;
  return setup.fused(periods, scale, () => setup.grids(periods).map((grid) => fusePlan(grid, setup, facts, scale)));
}

/** Makes a plan ready for the kernels, for amounts of a scale; `null` where one of its components cannot be. */
function fusePlan(grid: PlanGrid, setup: RunSetup, facts: RunFacts, scale: number): FusedPlan | null {
  const membership = setup.membership(grid.plan.plan.id);
  const figures = new PlanFigures(grid.plan, membership, grid.allPeriods);
  const sources = grid.components.map(() => NO_CREDITS);
  const run = new PlanRun(grid, membership, figures, facts, sources, false);
  const components: FusedComponent[] = [];
  for (const component of run.components) {
    const fused = fuseComponent(run, component, setup.definition.payees.length, scale);
    if (fused === null) return null;
    components.push(fused);
  }
  const first = Math.min(...grid.components.map(({ firstDay }) => firstDay));
  const end = Math.max(...grid.components.map(({ firstDay, spanOfDay }) => firstDay + spanOfDay.length));
  const partial = new Set(membership.payees.filter((member) => !membership.covers(member, first, end)));
  return { grid, membership, components, partial };
}

/** A source for plans whose functions are asked for before any row is known. */
const NO_CREDITS: CreditSource = {
  credits: () => [],
  totals: () => ({ count: 0, numerators: [], denominators: [] }),
};
