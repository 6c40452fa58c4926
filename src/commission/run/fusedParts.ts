import { fromDayNumber } from '../../core/date.js';
import type { Kernel } from '../../core/fixed/kernel.js';
import { ownerCredits } from '../credit/deriveCredits.js';
import { orderedKeys } from './canonicalOrder.js';
import type { CreditTable } from './creditFields.js';
import { exactEarnings } from './exactEarnings.js';
import { fusedDetail } from './fusedDetail.js';
import { kernelUnder } from './fusedKernel.js';
import { fusedEarnings, fusedLineSource } from './fusedLines.js';
import { type FusedPlan, fusedPlans } from './fusedPlan.js';
import { FusedSource } from './fusedSource.js';
import type { PlanGrid } from './grid.js';
import type { Keys } from './keys.js';
import { once } from './once.js';
import { PlanFigures } from './planFigures.js';
import { PlanRun } from './planRun.js';
import { RowAccount } from './rowAccount.js';
import type { RunFrame, RunParts } from './runParts.js';
import type { RunSetup } from './runSetup.js';
import type { Rows } from './rows.js';
import type { Payee } from '../schema.js';

const KERNELS: readonly Kernel[] = ['safe', 'wide', 'bigint'];

/** A run through the integer kernels, or `null` where rows or plans need more than they can do. */
export function fusedParts(frame: RunFrame): RunParts | null {
  const { setup, options, grids, reading, facts } = frame;
  const { rows } = reading;
  const fused = fusedPlans(setup, options.periods, facts, rows);
  if (fused === null) return null;

  const { payees } = setup.definition;
  const table = once((): CreditTable => ({ rows, credits: ownerCredits(rows), payees }));
  // Lines alone depend on the order: totals do without it.
  const ordered = once(() => orderedKeys(rows, options.order ?? 'verify'));
  // Named one by one: a spread would ask the rows for the ranks of their ids, which only lines need.
  const asTheyStand: Keys = { payee: rows.payee, day: rows.day, amount: rows.amount.values };
  const plans = fused.map((plan) => {
    const keys = activeKeys(asTheyStand, plan);
    const inOrder = once(() => (ordered().row === null ? { ...keys, row: null } : activeKeys(ordered(), plan)));
    return {
      plan,
      sources: plan.components.map((component) => new FusedSource(component, plan, rows, payees, table, keys, inOrder)),
    };
  });
  const runs = once(() =>
    plans.map(({ plan: { grid, membership }, sources }) => {
      const figures = new PlanFigures(grid.plan, membership, grid.allPeriods);
      const planRun = new PlanRun(grid, membership, figures, facts, sources, false);
      planRun.versions = [planRun];
      return planRun;
    }),
  );
  const sourcesOf = (planRun: PlanRun): readonly FusedSource[] =>
    plans.find(({ plan }) => plan.grid === planRun.grid)?.sources ?? [];
  const all = plans.flatMap(({ sources }) => sources);
  const account = new RowAccount(rows, reading.rejected);
  settleRows(rows, payees, grids, setup, account);
  return {
    kernel: slowest(all.map(({ kernel }) => kernel.kernel)),
    kernelFor: (bound) => slowest(all.map(({ component }) => kernelUnder(component, rows.amount.values, bound))),
    kernels: sourcesOf,
    get table() {
      return table();
    },
    account,
    reversals: null,
    planRuns: runs,
    lineRuns: runs,
    itemsOf: (planRun) => sourcesOf(planRun).map((source) => source.items()),
    afterReversals: () => null,
    lineSource: () => fusedLineSource(all),
    earnings: () => fusedEarnings(all) ?? exactEarnings(runs(), payees),
    detail: () => fusedDetail(plans, rows, payees, frame.part?.payees ?? null),
  };
}

function slowest(kernels: readonly Kernel[]): Kernel {
  return KERNELS[Math.max(...kernels.map((kernel) => KERNELS.indexOf(kernel)))] ?? 'bigint';
}

/** Keys with the payee −1 where the payee's assignments do not cover the row's day. */
function activeKeys<K extends Keys>(keys: K, { membership, partial }: FusedPlan): K {
  if (partial.size === 0) return keys;
  const { payee, day } = keys;
  const isAway = (member: number, at: number): boolean => partial.has(member) && !membership.isActive(member, day[at]!);
  return { ...keys, payee: payee.map((member, at) => (isAway(member, at) ? -1 : member)) };
}

/** Rows of somebody with an assignment on their day are credited, the others lost, and said so. */
function settleRows(
  rows: Rows,
  payees: readonly Payee[],
  grids: readonly PlanGrid[],
  setup: RunSetup,
  account: RowAccount,
): void {
  account.settleLater(() => {
    const spans = grids.flatMap(({ components }) => components);
    const first = Math.min(...spans.map(({ firstDay }) => firstDay));
    const end = Math.max(...spans.map(({ firstDay, spanOfDay }) => firstDay + spanOfDay.length));
    const isLaid = new Uint8Array(Math.max(0, end - first));
    for (const { firstDay, spanOfDay } of spans) {
      isLaid.fill(1, firstDay - first, firstDay - first + spanOfDay.length);
    }
    const always = payees.map((_, payee) => setup.isAssignedThroughout(payee, first, end));
    for (let row = 0; row < rows.n; row += 1) {
      const payee = rows.payee[row]!;
      if (payee < 0) continue;
      const day = rows.day[row]!;
      if (isLaid[day - first] !== 1) continue;
      if (always[payee] === true || setup.isAssigned(payee, day)) account.credit(row);
      else {
        const payeeId = payees[payee]!.id;
        account.reject(row, 'row.unassigned', [], { payeeId, date: fromDayNumber(day) }, { payeeId });
      }
    }
  });
}
