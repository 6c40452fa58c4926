import { fromDayNumber } from '../../core/date.js';
import type { Kernel } from '../../core/fixed/kernel.js';
import { ownerCredits } from '../credit/deriveCredits.js';
import { canonicalOrder, orderedKeys } from './canonicalOrder.js';
import type { CreditTable } from './creditFields.js';
import { exactEarnings } from './exactEarnings.js';
import { isFusable } from './fusable.js';
import { fusedDetail, fusedEarnings, fusedLineSource } from './fusedLines.js';
import { type FusedPlan, fusePlan } from './fusedPlan.js';
import { FusedSource } from './fusedSource.js';
import type { PlanGrid } from './grid.js';
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
  if (!isFusable(setup, rows)) return null;
  const fused = setup.fused(options.periods, rows.amount.scale, () =>
    grids.map((grid) => fusePlan(grid, setup, facts, rows.amount.scale)),
  );
  if (fused === null) return null;

  const { payees } = setup.definition;
  const table = once((): CreditTable => ({ rows, credits: ownerCredits(rows), payees }));
  const order = canonicalOrder(rows, options.order ?? 'verify');
  const keys = orderedKeys(rows, order);
  const plans = fused.map((plan) => {
    const ownKeys = { ...keys, payee: activePayees(keys.payee, keys.day, plan) };
    return {
      plan,
      sources: plan.components.map(
        (component) => new FusedSource(component, plan, rows, payees, table, ownKeys, order),
      ),
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
  const all = plans.flatMap(({ sources }) => sources);
  const account = new RowAccount(rows, reading.rejected);
  settleRows(rows, payees, grids, setup, account);
  return {
    kernel: KERNELS[Math.max(...all.map(({ kernel }) => KERNELS.indexOf(kernel.kernel)))] ?? 'bigint',
    get table() {
      return table();
    },
    account,
    planRuns: runs,
    lineRuns: runs,
    itemsOf: (planRun) =>
      plans.find(({ plan }) => plan.grid === planRun.grid)?.sources.map((source) => source.items()) ?? [],
    lineSource: () => fusedLineSource(all),
    earnings: () => fusedEarnings(all) ?? exactEarnings(runs(), payees),
    detail: () => fusedDetail(plans, table()),
  };
}

/** Payees of rows, −1 where the payee's assignments do not cover the row's day. */
function activePayees(payee: Int32Array, day: Int32Array, { grid, membership }: FusedPlan): Int32Array {
  const first = Math.min(...grid.components.map(({ firstDay }) => firstDay));
  const end = Math.max(...grid.components.map(({ firstDay, spanOfDay }) => firstDay + spanOfDay.length));
  const covers = (member: number): boolean =>
    membership.assignments(member).some(({ from, to }) => from <= first && end <= to);
  const partial = new Set(membership.payees.filter((member) => !covers(member)));
  if (partial.size === 0) return payee;
  return payee.map((member, at) => (partial.has(member) && !membership.isActive(member, day[at]!) ? -1 : member));
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
    for (let row = 0; row < rows.n; row += 1) {
      const payee = rows.payee[row]!;
      if (payee < 0) continue;
      const day = rows.day[row]!;
      if (!spans.some(({ firstDay, spanOfDay }) => day >= firstDay && day < firstDay + spanOfDay.length)) continue;
      if (setup.isAssigned(payee, day)) account.credit(row);
      else {
        const payeeId = payees[payee]!.id;
        account.reject(row, 'row.unassigned', [], { payeeId, date: fromDayNumber(day) }, { payeeId });
      }
    }
  });
}
