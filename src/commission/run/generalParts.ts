import { fromDayNumber } from '../../core/date.js';
import { deriveCredits } from '../credit/deriveCredits.js';
import { collectItems } from './collectItems.js';
import type { Conversion, CreditTable } from './creditFields.js';
import { exactEarnings } from './exactEarnings.js';
import { exactLines, exactLineSource } from './exactLines.js';
import { type DaySpan, layGrid, type PlanGrid } from './grid.js';
import { once } from './once.js';
import { PlanFigures } from './planFigures.js';
import { PlanRun } from './planRun.js';
import { RowAccount } from './rowAccount.js';
import type { RunFrame, RunParts } from './runParts.js';
import type { RunSetup } from './runSetup.js';

/** A run credit by credit: splits, hierarchies, filters, any measure. */
export function generalParts(frame: RunFrame): RunParts {
  const { setup, options, asOf, grids, reading, facts } = frame;
  const { rows } = reading;
  const { payees } = setup.definition;
  const account = new RowAccount(rows, reading.rejected);
  const derived = deriveCredits(rows, {
    crediting: setup.definition.crediting ?? {},
    payees,
    positions: setup.payees,
    isActive: (payee, day) => setup.isAssigned(payee, day),
    upline: (kind, levels) => setup.upline(kind, levels),
    asOf,
    // Credits belong to no plan yet: where plans differ, the first one's periods and mode hold.
    periodEnd: (day) => lastDayOfPeriod(grids[0]?.allPeriods ?? [], day),
    mode: setup.plans[0]?.rounding.mode ?? 'halfEven',
  });
  for (const { row, code, path, params, payeeId } of derived.rejected) {
    account.reject(row, code, path, params, payeeId === undefined ? {} : { payeeId });
  }
  const { credits } = derived;
  const table: CreditTable = { rows, credits, payees };
  const used =
    credits.payoutShare === null ? grids : setup.plansWithPayoutShares().map((plan) => layGrid(plan, options.periods));
  const counted = new Uint8Array(credits.n);
  const plans = used.map((grid) => {
    const membership = setup.membership(grid.plan.plan.id);
    const figures = new PlanFigures(grid.plan, membership, grid.allPeriods);
    const sources = grid.components.map((component) =>
      collectItems({
        table,
        grid: component,
        membership,
        figures,
        conversion: conversion(grid, setup),
        asOf,
        findings: facts.findings,
        onCredited: (credit) => {
          counted[credit] = 1;
        },
        onRejected: (credit, code, path, params) => {
          counted[credit] = 1;
          account.reject(credits.row[credit]!, code, path, params, {
            payeeId: payees[credits.payee[credit]!]!.id,
            componentId: component.component.id,
          });
        },
      }),
    );
    return { grid, figures, sources };
  });
  settleCredits(table, counted, used, setup, account);

  const planRuns = (withLines: boolean): PlanRun[] => {
    const runs = plans.map(
      ({ grid, figures, sources }) =>
        new PlanRun(grid, setup.membership(grid.plan.plan.id), figures, facts, sources, withLines),
    );
    for (const run of runs) run.versions = runs.filter(({ plan }) => plan.plan.id === run.plan.plan.id);
    return runs;
  };
  const totals = once(() => planRuns(options.detail === 'lines'));
  const lineRuns = options.detail === 'lines' ? totals : once(() => planRuns(true));
  const exact = once(() => {
    const runs = lineRuns();
    return exactLines(runs, new Map(runs.map((run, index) => [run, plans[index]!.sources])), table);
  });
  return {
    kernel: 'decimal',
    table,
    account,
    planRuns: totals,
    lineRuns,
    itemsOf: (run) => plans.find(({ grid }) => grid === run.grid)?.sources ?? [],
    earnings: () => exactEarnings(totals(), payees),
    lineSource: () => exactLineSource(exact().lines, exact().slots),
    detail: () => exact().lines.map(({ line }) => line),
  };
}

/** Rows with a counted credit are credited; a credit whose payee has no assignment on its day is lost, and said so. */
function settleCredits(
  { credits, rows, payees }: CreditTable,
  counted: Uint8Array,
  grids: readonly PlanGrid[],
  setup: RunSetup,
  account: RowAccount,
): void {
  const isInHorizon = (day: number): boolean =>
    grids.some(({ components }) =>
      components.some(({ firstDay, spanOfDay }) => day >= firstDay && day < firstDay + spanOfDay.length),
    );
  for (let credit = 0; credit < credits.n; credit += 1) {
    const row = credits.row[credit]!;
    const payee = credits.payee[credit]!;
    if (payee < 0) continue;
    if (counted[credit] === 1) {
      account.credit(row);
      continue;
    }
    const day = rows.day[row]!;
    if (!isInHorizon(day)) continue;
    if (setup.isAssigned(payee, day)) {
      account.credit(row);
    } else if (credits.level[credit] === 0) {
      // A derived credit is no claim: somebody above without a plan is simply not paid on it.
      const payeeId = payees[payee]!.id;
      account.reject(row, 'row.unassigned', [], { payeeId, date: fromDayNumber(day) }, { payeeId });
    }
  }
}

function conversion({ plan, allPeriods }: PlanGrid, setup: RunSetup): Conversion {
  return {
    plan,
    lookup: setup.rateLookup(plan.plan.fx?.policy ?? 'previous'),
    periodEnd: (day) => lastDayOfPeriod(allPeriods, day),
  };
}

function lastDayOfPeriod(periods: readonly DaySpan[], day: number): number {
  return (periods.find(({ start, end }) => start <= day && day < end)?.end ?? day + 1) - 1;
}
