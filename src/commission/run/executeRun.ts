import { dayNumber } from '../../core/date.js';
import { type Decimal, toDecimal } from '../../core/decimal.js';
import { buildLedger } from '../ledger/buildLedger.js';
import { readClosed } from '../retro/closedHistory.js';
import type { RunResult, Score } from '../schema.js';
import { type BuiltStatements, buildStatements } from '../statement/buildStatements.js';
import { PlainStatements } from '../statement/plainStatements.js';
import { moneyTotals } from '../statement/runTotals.js';
import { fail } from '../fail.js';
import type { ReadContext } from './read/readContext.js';
import type { RunOptions } from './runOptions.js';
import type { FusableRows } from './fusable.js';
import type { FusedComponent } from './fusedComponent.js';
import { fusedParts } from './fusedParts.js';
import { fusedPlans } from './fusedPlan.js';
import { generalParts } from './generalParts.js';
import { type RowReader, surveyRows } from './surveyRows.js';
import type { LinePlace } from './exactLines.js';
import { type Earnings, type Lines, linesOf } from './lines.js';
import { once } from './once.js';
import { PlanSettlement } from '../settlement/planSettlement.js';
import { type DatedEvent, datedEvents } from '../settlement/releaseFacts.js';
import { PlanEarnings } from '../statement/earnedInPeriod.js';
import type { PlanRun, RunFacts } from './planRun.js';
import { RunFindings } from './runFindings.js';
import { type PartOfRun, type RowFrame, rowFrame } from './rowFrame.js';
import type { Rows } from './rows.js';
import type { RunFrame, RunParts } from './runParts.js';
import type { RunSetup } from './runSetup.js';

/**
 * Computes a run over rows in any form.
 *
 * @param part for rows and payees that are part of a larger run
 */
export function executeRun(setup: RunSetup, options: RunOptions, read: RowReader, part?: PartOfRun): ComputedRun {
  const facts: RunFacts = {
    payees: setup.definition.payees,
    score: scoreReader(options.scores ?? [], setup),
    findings: new RunFindings(),
  };
  const summed: ReadContext['summed'] = (rows) => firstComponent(setup, options, facts, rows);
  const survey = surveyRows(setup, options, (context) => read({ ...context, summed }), part?.frame);
  const frame = { ...survey, facts, part: part ?? null };
  const fused = part?.frame.isFused === false ? null : fusedParts(frame);
  return new ComputedRun(fused ?? generalParts(frame), frame);
}

/** The first component, unless lines are wanted, which come with sums of their own, or rows have slots that do not count. */
function firstComponent(
  setup: RunSetup,
  { periods, detail }: RunOptions,
  facts: RunFacts,
  rows: FusableRows,
): FusedComponent | null {
  if (detail === 'lines') return null;
  const plan = fusedPlans(setup, periods, facts, rows)?.[0];
  const component = plan?.components[0];
  const isCounted = plan?.partial.size === 0 && component?.grid.component.accumulate !== 'perTransaction';
  return isCounted ? (component ?? null) : null;
}

/** A run over rows that do not change: results, and what explanations look into. */
export class ComputedRun {
  readonly statements: () => BuiltStatements;
  /** Clawback and release of a plan; `null` where there is nothing of either. */
  readonly settlementOf: (versions: readonly PlanRun[]) => PlanSettlement | null;
  private readonly made: () => RunResult;
  private readonly madeLines: () => Lines;
  private readonly madeEarnings: () => Earnings;

  readonly options: RunOptions;
  readonly setup: RunSetup;
  readonly findings: RunFindings;

  constructor(
    readonly parts: RunParts,
    private readonly frame: RunFrame,
  ) {
    const { setup, options, asOf, facts, part } = frame;
    this.setup = setup;
    this.options = options;
    this.findings = facts.findings;
    const { adjustments = [], opening = [], closed, events = [], detail, order } = options;
    const history = closed === undefined ? null : readClosed(closed, setup.grids(options.periods));
    const earnings = new Map<PlanRun, PlanEarnings>();
    const earningsOf = (run: PlanRun): PlanEarnings => {
      let known = earnings.get(run);
      if (known === undefined) earnings.set(run, (known = new PlanEarnings(run, earningsOf)));
      return known;
    };
    // A part settles where the whole run does, whether or not its own rows take something back: it warns of the same.
    const settles = parts.reversals !== null || setup.holdsBack || (part !== null && part.frame.since !== null);
    const settlements = new Map<string, PlanSettlement>();
    const known = datedEvents(events, asOf);
    this.settlementOf = (versions) => {
      const [first] = versions;
      if (!settles || first === undefined) return null;
      const { id } = first.plan.plan;
      let settlement = settlements.get(id);
      if (settlement === undefined) {
        settlement = new PlanSettlement(versions, {
          table: parts.table,
          reversals: parts.reversals,
          account: parts.account,
          findings: facts.findings,
          asOf,
          events: known,
          itemsOf: (run) => parts.itemsOf(run),
          earningsOf,
        });
        settlements.set(id, settlement);
      }
      return settlement;
    };
    this.statements = once(() =>
      buildStatements(parts.planRuns(), {
        payees: facts.payees,
        only: part?.payees ?? null,
        asOf,
        adjustments,
        opening,
        closed: history,
        terminations: terminationsOf(known),
        rateLookup: (plan) => setup.rateLookup(plan.plan.fx?.policy ?? 'previous'),
        findings: facts.findings,
        earningsOf,
        afterReversals: (run, component) => parts.afterReversals(run, component),
        settlementOf: (versions) => this.settlementOf(versions),
        plain: PlainStatements.of(this),
      }),
    );
    this.madeEarnings = once(() => parts.earnings());
    this.madeLines = once(() => linesOf(parts.lineSource()));
    this.made = once(() => {
      const built = this.statements();
      const { statements } = built;
      return {
        kernel: parts.kernel,
        statements,
        ledger: buildLedger(built),
        rejected: parts.account.entries(),
        findings: facts.findings.list(),
        totals: { ...parts.account.totals(), ...moneyTotals(statements) },
        ...(order === 'given' ? { order } : {}),
        ...(detail === 'lines' ? { lines: parts.detail((line) => this.releasedOf(line)) } : {}),
      };
    });
  }

  /** What all rows decide together. */
  get rowFrame(): RowFrame {
    const { kernel, table } = this.parts;
    return rowFrame(this.frame, kernel, kernel === 'decimal' && table.credits.payoutShare !== null);
  }

  /** First booking day that the windows of the run need. */
  get horizon(): number {
    return this.frame.horizon;
  }

  /** Rows as they were read. */
  get rows(): Rows {
    return this.frame.reading.rows;
  }

  private releasedOf({ run, payee, component, span, key }: LinePlace): Decimal | undefined {
    return this.settlementOf(run.versions)?.of(payee).releasedOf(run, component, span, key);
  }

  get result(): RunResult {
    return this.made();
  }

  get lines(): Lines {
    return this.madeLines();
  }

  get earnings(): Earnings {
    return this.madeEarnings();
  }
}

/** Days on which payees leave, in order. */
function terminationsOf(events: readonly DatedEvent[]): (payeeId: string) => readonly number[] {
  const leaving = events.filter(({ type }) => type === 'termination');
  return (payeeId) => leaving.flatMap((event) => (event.payeeId === payeeId ? [event.day] : []));
}

/** Scores by payee, day and name; those of people outside of the run are not needed. */
function scoreReader(scores: readonly Score[], { payees }: RunSetup): RunFacts['score'] {
  const values = new Map<string, Decimal>();
  scores.forEach(({ payeeId, period, name, value }, index) => {
    const path = ['scores', index];
    const start = dayNumber(period, [...path, 'period']);
    const figure = toDecimal(value, [...path, 'value']);
    const payee = payees.get(payeeId);
    if (payee === undefined) return;
    const key = `${payee} ${start} ${name}`;
    if (values.get(key)?.eq(figure) === false) fail('score.duplicate', path, { payeeId, name, period });
    values.set(key, figure);
  });
  return (payee, start, name) => values.get(`${payee} ${start} ${name}`);
}
