import { fromDayNumber } from '../../core/date.js';
import { datedEvents } from '../settlement/releaseFacts.js';
import { CreditHolds } from '../credit/creditHolds.js';
import { deriveCredits, type HolderReader } from '../credit/deriveCredits.js';
import { type CollectedItems, collectItems } from './collectItems.js';
import type { Conversion, CreditTable } from './creditFields.js';
import { exactEarnings } from './exactEarnings.js';
import { exactLines, exactLineSource, linesWithReleased } from './exactLines.js';
import { type ComponentGrid, countsOn, type DaySpan, layGrids, type PlanGrid } from './grid.js';
import { once } from './once.js';
import type { ItemSource } from './itemSource.js';
import { Reversals } from './reversals.js';
import { ReversalViews } from './reversalViews.js';
import { PlanFigures } from './planFigures.js';
import { PlanRun } from './planRun.js';
import { RowAccount } from './rowAccount.js';
import type { RunFrame, RunParts } from './runParts.js';
import type { RunOptions } from './runOptions.js';
import type { Rows } from './rows.js';
import type { RunSetup } from './runSetup.js';
import type { RowSurvey } from './surveyRows.js';

/** A run credit by credit: splits, hierarchies, filters, any measure. */
export function generalParts(frame: RunFrame): RunParts {
  const { setup, options, asOf, grids, reading, facts } = frame;
  const { rows } = reading;
  const { payees } = setup.definition;
  const account = new RowAccount(rows, reading.rejected);
  const derived = creditRows(frame);
  for (const { row, code, path, params, payeeId } of derived.rejected) {
    account.reject(row, code, path, params, payeeId === undefined ? {} : { payeeId });
  }
  const { credits } = derived;
  const table: CreditTable = { rows, credits, payees };
  const used =
    credits.payoutShare === null && frame.part?.frame.hasPayoutShares !== true
      ? grids
      : layGrids(setup.plansWithPayoutShares(), options.periods, frame.since);
  const counted = new Uint8Array(credits.n);
  const reversals = rows.reverses === null ? null : new Reversals(table);
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
        reversals,
        reducesFromElsewhere: (day) => reducesFromElsewhere(component, grid, used, day),
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
  settleCredits(table, counted, used, setup, account, reversals);

  const sourcesOf = new Map<PlanRun, readonly ItemSource[]>();
  const planRuns = (withLines: boolean): PlanRun[] => {
    const make = (sources: readonly (readonly ItemSource[])[]): PlanRun[] => {
      const runs = plans.map(
        ({ grid, figures }, index) =>
          new PlanRun(grid, setup.membership(grid.plan.plan.id), figures, facts, sources[index]!, withLines),
      );
      runs.forEach((run, index) => {
        run.versions = runs.filter(({ plan }) => plan.plan.id === run.plan.plan.id);
        run.seenOn = (payee, day) => views.at(payee, day)?.[index] ?? asMade[index]!;
        run.changesOf = (payee) => views.changesOf(payee);
        sourcesOf.set(run, sources[index]!);
      });
      return runs;
    };
    const views = new ReversalViews(changesOf(table, plans, reversals), used, (day) =>
      make(plans.map(({ sources }) => sources.map((each) => (each.isRecomputed ? each.before(day) : each.source)))),
    );
    const asMade = make(plans.map(({ sources }) => sources.map(({ source }) => source)));
    return asMade;
  };
  const reduced = new Map<CollectedItems, ItemSource>();
  const withoutAll = (items: CollectedItems): ItemSource => {
    let known = reduced.get(items);
    if (known === undefined) reduced.set(items, (known = items.before(Infinity)));
    return known;
  };
  const settles = reversals !== null || setup.holdsBack;
  const keepsLines = settles || options.detail === 'lines';
  const totals = once(() => planRuns(keepsLines));
  const lineRuns = keepsLines ? totals : once(() => planRuns(true));
  const exact = once(() => {
    return exactLines(lineRuns(), (run) => sourcesOf.get(run) ?? [], table, frame.part?.payees ?? null);
  });
  return {
    kernel: 'decimal',
    kernelFor: () => 'decimal',
    kernels: null,
    table,
    reversals,
    account,
    planRuns: totals,
    lineRuns,
    itemsOf: (run) => sourcesOf.get(run) ?? [],
    afterReversals: (run, component) => {
      const { clawback } = run.grid.components[component]!.component;
      if (reversals === null || clawback.attainment !== 'reduceOriginal') return null;
      return withoutAll(plans.find(({ grid }) => grid === run.grid)!.sources[component]!);
    },
    earnings: () => exactEarnings(totals(), payees),
    lineSource: () => exactLineSource(exact().lines, exact().slots),
    detail: (releasedOf) => linesWithReleased(exact().lines, releasedOf),
  };
}

/** Who is credited with what of the accepted rows. */
export function creditRows({ setup, options, asOf, grids, reading }: RowSurvey): ReturnType<typeof deriveCredits> {
  return deriveCredits(reading.rows, {
    crediting: setup.definition.crediting ?? {},
    payees: setup.definition.payees,
    positions: setup.payees,
    isActive: (payee, day) => setup.isAssigned(payee, day),
    upline: (kind, levels) => setup.upline(kind, levels),
    asOf,
    // Credits belong to no plan yet: where plans differ, the first one's periods and mode hold.
    periodEnd: (day) => lastDayOfPeriod(grids[0]?.allPeriods ?? [], day),
    mode: setup.plans[0]?.rounding.mode ?? 'halfEven',
    ...(setup.holdsBack ? { holdersOf: holdersIn(setup, options, asOf) } : {}),
  });
}

/** Which components hold a direct credit at the end of the run's last day. */
function holdersIn(setup: RunSetup, options: RunOptions, asOf: number): (rows: Rows) => HolderReader {
  return (rows) => {
    const holds = new CreditHolds(rows, {
      plans: setup.plans,
      payees: setup.definition.payees,
      membership: (planId) => setup.membership(planId),
      events: datedEvents(options.events ?? [], asOf),
      asOf,
    });
    return (row, credit) => holds.of(row, credit);
  };
}

/** Whether another version of a plan counts in the same component what has a day, and takes it from later attainment. */
function reducesFromElsewhere(
  { component: { id } }: ComponentGrid,
  own: PlanGrid,
  grids: readonly PlanGrid[],
  day: number,
): boolean {
  return grids.some(({ plan }) => {
    if (plan === own.plan || plan.plan.id !== own.plan.plan.id) return false;
    const same = plan.components.find((each) => each.id === id);
    return same?.clawback.attainment === 'reduceCurrent' && countsOn(plan, same, day);
  });
}

/** Days on which rows change by payee what is earned on credits that they take back. */
function changesOf(
  { credits }: CreditTable,
  plans: readonly { readonly sources: readonly CollectedItems[] }[],
  reversals: Reversals | null,
): ReadonlyMap<number, readonly number[]> {
  const days = new Map<number, Set<number>>();
  const all = plans.flatMap(({ sources }) => sources).filter(({ isRecomputed }) => isRecomputed);
  for (const credit of reversals === null || all.length === 0 ? [] : reversals.credits) {
    const payee = credits.payee[credit]!;
    const known = days.get(payee) ?? new Set();
    for (const { day } of reversals?.of(credit) ?? []) known.add(day);
    days.set(payee, known);
  }
  return new Map([...days].map(([payee, own]) => [payee, [...own].sort((a, b) => a - b)]));
}

/** Rows with a counted credit are credited; a credit whose payee has no assignment on its day is lost, and said so. */
function settleCredits(
  { credits, rows, payees }: CreditTable,
  counted: Uint8Array,
  grids: readonly PlanGrid[],
  setup: RunSetup,
  account: RowAccount,
  reversals: Reversals | null,
): void {
  // What is taken back of a credit that counts counts too, whoever is assigned by now.
  for (const credit of reversals?.credits ?? []) {
    if (counted[credit] !== 1) continue;
    for (const back of reversals?.of(credit) ?? []) counted[back.credit] = 1;
  }
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
