import { dayNumber, fromDayNumber } from '../../core/date.js';
import { type Decimal, toDecimal } from '../../core/decimal.js';
import { deriveCredits } from '../credit/deriveCredits.js';
import { buildLedger } from '../ledger/buildLedger.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { RunResult, Score } from '../schema.js';
import { type BuiltStatements, buildStatements } from '../statement/buildStatements.js';
import { moneyTotals } from '../statement/runTotals.js';
import { collectItems } from './collectItems.js';
import type { RunOptions } from './compileRun.js';
import type { Conversion, CreditTable } from './creditFields.js';
import { type ExactLine, exactLines, exactLineSource } from './exactLines.js';
import { layGrid, type PlanGrid } from './grid.js';
import type { ItemSource } from './itemSource.js';
import { type Lines, type LineSlot, linesOf } from './lines.js';
import { PlanFigures } from './planFigures.js';
import { PlanRun, type RunFacts } from './planRun.js';
import { RowAccount } from './rowAccount.js';
import type { RowContext, RowReading } from './rowReading.js';
import { RunFindings } from './runFindings.js';
import type { RunSetup } from './runSetup.js';

/** A computed run. What it holds is made when it is first asked for. */
export interface Run {
  readonly result: RunResult;
  readonly lines: Lines;
}

/** Computes a run over rows in any form. */
export function executeRun(setup: RunSetup, options: RunOptions, read: (context: RowContext) => RowReading): Run {
  const asOf = dayNumber(options.asOf, ['asOf']);
  const grids = setup.plans.map((plan) => layGrid(plan, options.periods));
  const reading = read({ payees: setup.payees, asOf, horizon: bookingHorizon(grids) });
  return new GeneralRun(setup, options, asOf, grids, reading);
}

/** A run whose credits are made one by one: splits, hierarchies, filters, any measure. */
class GeneralRun implements Run {
  private readonly findings = new RunFindings();
  private readonly account: RowAccount;
  private readonly table: CreditTable;
  private readonly plans: readonly { grid: PlanGrid; figures: PlanFigures; sources: readonly ItemSource[] }[];
  private readonly facts: RunFacts;
  private readonly statements = once(() => this.buildStatements());
  private readonly exact = once(() => this.buildLines());
  private readonly made = once(() => this.buildResult());
  private readonly madeLines = once(() => linesOf(exactLineSource(this.exact().lines, this.exact().slots)));

  constructor(
    private readonly setup: RunSetup,
    private readonly options: RunOptions,
    private readonly asOf: number,
    grids: readonly PlanGrid[],
    { rows, rejected }: RowReading,
  ) {
    const { payees } = setup.definition;
    this.account = new RowAccount(rows, rejected);
    const derived = deriveCredits(rows, { setup, asOf, grids });
    for (const { row, code, path, params, payeeId } of derived.rejected) {
      this.account.reject(row, code, path, params, payeeId === undefined ? {} : { payeeId });
    }
    const { credits } = derived;
    this.table = { rows, credits, payees };
    this.facts = { payees, score: scoreReader(options.scores ?? [], setup), findings: this.findings };
    const used =
      credits.payoutShare === null
        ? grids
        : setup.plansWithPayoutShares().map((plan) => layGrid(plan, options.periods));
    const counted = new Uint8Array(credits.n);
    this.plans = used.map((grid) => {
      const membership = setup.membership(grid.plan.plan.id);
      const figures = new PlanFigures(grid.plan, membership, grid.allPeriods);
      const sources = grid.components.map((component) =>
        collectItems({
          table: this.table,
          grid: component,
          membership,
          figures,
          conversion: this.conversion(grid),
          asOf,
          findings: this.findings,
          onCredited: (credit) => {
            counted[credit] = 1;
          },
          onRejected: (credit, code, path, params) => {
            counted[credit] = 1;
            this.account.reject(credits.row[credit]!, code, path, params, {
              payeeId: payees[credits.payee[credit]!]!.id,
              componentId: component.component.id,
            });
          },
        }),
      );
      return { grid, figures, sources };
    });
    this.settleCredits(counted);
  }

  get result(): RunResult {
    return this.made();
  }

  get lines(): Lines {
    return this.madeLines();
  }

  /** Rows with a counted credit are credited; a credit whose payee has no assignment on its day is lost, and said so. */
  private settleCredits(counted: Uint8Array): void {
    const { credits, rows, payees } = this.table;
    for (let credit = 0; credit < credits.n; credit += 1) {
      const row = credits.row[credit]!;
      if (counted[credit] === 1) {
        this.account.credit(row);
        continue;
      }
      const payee = credits.payee[credit]!;
      const day = rows.day[row]!;
      // A derived credit is no claim: somebody above without a plan is simply not paid on it.
      const isDirect = credits.level[credit] === 0;
      if (isDirect && this.isInHorizon(day) && !this.setup.isAssigned(payee, day)) {
        this.account.reject(row, 'row.unassigned', [], { date: fromDayNumber(day) }, { payeeId: payees[payee]!.id });
      } else if (this.setup.isAssigned(payee, day) && this.isInHorizon(day)) {
        this.account.credit(row);
      }
    }
  }

  private isInHorizon(day: number): boolean {
    return this.plans.some(({ grid }) =>
      grid.components.some(({ firstDay, spanOfDay }) => day >= firstDay && day < firstDay + spanOfDay.length),
    );
  }

  private conversion({ plan, allPeriods }: PlanGrid): Conversion {
    return {
      plan,
      lookup: this.setup.rateLookup(plan.plan.fx?.policy ?? 'previous'),
      periodEnd: (day) => (allPeriods.find(({ start, end }) => start <= day && day < end)?.end ?? day + 1) - 1,
    };
  }

  private planRuns(withLines: boolean): PlanRun[] {
    const runs = this.plans.map(
      ({ grid, figures, sources }) =>
        new PlanRun(grid, this.setup.membership(grid.plan.plan.id), figures, this.facts, sources, withLines),
    );
    for (const run of runs) run.versions = runs.filter(({ plan }) => plan.plan.id === run.plan.plan.id);
    return runs;
  }

  private buildStatements(): BuiltStatements {
    const { adjustments = [], opening = [] } = this.options;
    return buildStatements(this.planRuns(this.options.detail === 'lines'), {
      payees: this.table.payees,
      asOf: this.asOf,
      adjustments,
      opening,
      rateLookup: (plan: CompiledPlan) => this.setup.rateLookup(plan.plan.fx?.policy ?? 'previous'),
      findings: this.findings,
    });
  }

  private buildLines(): { lines: readonly ExactLine[]; slots: readonly LineSlot[] } {
    const runs = this.planRuns(true);
    const sources = new Map(runs.map((run, index) => [run, this.plans[index]!.sources]));
    return exactLines(runs, sources, this.table);
  }

  private buildResult(): RunResult {
    const { statements, sources } = this.statements();
    const lines = this.options.detail === 'lines' ? this.exact().lines.map(({ line }) => line) : null;
    return {
      kernel: 'decimal',
      statements,
      ledger: buildLedger(statements, sources),
      rejected: this.account.entries(),
      findings: this.findings.list(),
      totals: { ...this.account.totals(), ...moneyTotals(statements) },
      ...(this.options.order === 'given' ? { order: 'given' as const } : {}),
      ...(lines === null ? {} : { lines }),
    };
  }
}

/** Days outside of which no row can be needed, or `null` where other dates than the booking date decide. */
function bookingHorizon(grids: readonly PlanGrid[]): { from: number; to: number } | null {
  let from = Infinity;
  let to = -Infinity;
  for (const { components } of grids) {
    for (const { component, firstDay, spanOfDay } of components) {
      if (component.dateField !== 'date' || component.component.measure.kind === 'collected') return null;
      from = Math.min(from, firstDay);
      to = Math.max(to, firstDay + spanOfDay.length);
    }
  }
  return { from, to };
}

/** Scores by payee, day and name. */
function scoreReader(scores: readonly Score[], { payees }: RunSetup): RunFacts['score'] {
  const values = new Map<string, Decimal>();
  scores.forEach(({ payeeId, period, name, value }, index) => {
    const start = dayNumber(period, ['scores', index, 'period']);
    values.set(`${payees.get(payeeId) ?? -1} ${start} ${name}`, toDecimal(value, ['scores', index, 'value']));
  });
  return (payee, start, name) => values.get(`${payee} ${start} ${name}`);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
