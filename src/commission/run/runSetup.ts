import { compileRates, type RateLookup } from '../../core/rateTable.js';
import { toRelations } from '../../team/hierarchy/relations.js';
import { uplineReader } from '../../team/hierarchy/upline.js';
import { checkHeldConditions } from '../credit/checkHeldConditions.js';
import { checkCrediting } from '../plan/checkOptions.js';
import { checkDraws, checkPlans } from '../plan/checkPlan.js';
import { compilePlan } from '../plan/compilePlan.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { RunDefinition, RunOptions } from './runOptions.js';
import type { FusedPlan } from './fusedPlan.js';
import { layGrids, type PlanGrid } from './grid.js';
import { compileMemberships, type Membership, payeeIndex } from './membership.js';

/** Everything of a run that does not depend on its rows, checked and compiled. */
export interface RunSetup {
  readonly definition: RunDefinition;
  readonly plans: readonly CompiledPlan[];
  /** The same plans for rows whose payout shares differ from their shares. */
  plansWithPayoutShares(): readonly CompiledPlan[];
  readonly payees: ReadonlyMap<string, number>;
  /** Whether some earnings are not payable at once. */
  readonly holdsBack: boolean;
  /** People above somebody on a day by the links of one kind, nearest first. */
  upline(kind: string, levels: number): (child: string, day: number) => readonly string[];
  membership(planId: string): Membership;
  /** Whether a payee has an assignment to any plan on a day. */
  isAssigned(payee: number, day: number): boolean;
  /** Whether one assignment of a payee has all days in `[from, to)`. */
  isAssignedThroughout(payee: number, from: number, to: number): boolean;
  rateLookup(policy: 'exact' | 'previous'): RateLookup;
  /** The plans laid over the periods of a run, and over earlier ones since a day. */
  grids(periods: RunPeriods, since?: number): readonly PlanGrid[];
  /** The plans made ready for the kernels, for amounts of a scale; `null` where one of them cannot be. */
  fused(periods: RunPeriods, scale: number, make: () => readonly (FusedPlan | null)[]): readonly FusedPlan[] | null;
}

type RunPeriods = RunOptions['periods'];

/** Checks and compiles a definition. */
export function compileSetup(definition: RunDefinition): RunSetup {
  checkPlans(definition.plans, ['plans']);
  checkCrediting(definition.crediting ?? {}, ['crediting']);
  definition.assignments.forEach(({ planId, draws = [] }, index) => {
    for (const plan of definition.plans) {
      if (plan.id === planId) checkDraws(draws, plan, ['assignments', index, 'draws']);
    }
  });
  const compile = (payoutShares: boolean): CompiledPlan[] =>
    definition.plans.map((plan, index) => compilePlan(plan, index, payoutShares, ['plans', index]));
  const plans = compile(false);
  checkHeldConditions(definition.crediting?.rules ?? [], plans, ['crediting', 'rules']);
  const memberships = compileMemberships(
    definition.assignments,
    definition.payees,
    new Set(definition.plans.map(({ id }) => id)),
  );
  const relations = toRelations(definition.hierarchy ?? [], ['hierarchy']);
  const exactRates = compileRates(definition.rates ?? [], { policy: 'exact' });
  const previousRates = compileRates(definition.rates ?? [], { policy: 'previous' });
  // One entry: runs over the same definition mostly ask for the same periods again.
  const grids = new Map<string, readonly PlanGrid[]>();
  const fused = new Map<string, readonly FusedPlan[] | null>();
  let withPayoutShares: readonly CompiledPlan[] | null = null;
  return {
    definition,
    plans,
    plansWithPayoutShares: () => (withPayoutShares ??= compile(true)),
    payees: payeeIndex(definition.payees),
    holdsBack: plans.some(({ components }) => components.some(({ release }) => release.kind !== 'immediate')),
    upline: (kind, levels) => {
      const read = uplineReader(relations.get(kind), levels);
      return (child, day) => read(child, day).ancestors;
    },
    membership: (planId) => {
      const membership = memberships.get(planId);
      if (membership === undefined) throw new RangeError(`no plan ${planId}`);
      return membership;
    },
    isAssigned: (payee, day) => [...memberships.values()].some((membership) => membership.isActive(payee, day)),
    isAssignedThroughout: (payee, from, to) =>
      [...memberships.values()].some((membership) => membership.covers(payee, from, to)),
    grids: (periods, since = Infinity) =>
      remember(grids, `${periods.from} ${periods.to} ${since}`, () => layGrids(plans, periods, since)),
    fused: (periods, scale, make) =>
      remember(fused, `${periods.from} ${periods.to} ${scale}`, () => {
        const made = make();
        return made.every((plan) => plan !== null) ? made : null;
      }),
    rateLookup: (policy) => (policy === 'exact' ? exactRates : previousRates),
  };
}

/** The value of a key, made anew when another key was asked for before. */
function remember<T>(kept: Map<string, T>, key: string, make: () => T): T {
  if (!kept.has(key)) {
    const made = make();
    kept.clear();
    kept.set(key, made);
  }
  return kept.get(key) as T;
}
