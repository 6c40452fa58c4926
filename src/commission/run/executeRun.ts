import { isoCurrencies } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import { type Decimal, toDecimal } from '../../core/decimal.js';
import { buildLedger } from '../ledger/buildLedger.js';
import { readClosed } from '../retro/closedHistory.js';
import type { RunEvent, RunResult, Score } from '../schema.js';
import { type BuiltStatements, buildStatements } from '../statement/buildStatements.js';
import { moneyTotals } from '../statement/runTotals.js';
import { fail } from '../fail.js';
import { checkEntries } from './checkEntries.js';
import type { RunOptions } from './compileRun.js';
import { fusedParts } from './fusedParts.js';
import { generalParts } from './generalParts.js';
import type { PlanGrid } from './grid.js';
import type { LinePlace } from './exactLines.js';
import { type Earnings, type Lines, linesOf } from './lines.js';
import { earliestDay, lookBack } from './lookBack.js';
import { once } from './once.js';
import { PlanSettlement } from '../settlement/planSettlement.js';
import type { DatedEvent } from '../settlement/releaseFacts.js';
import { PlanEarnings } from '../statement/earnedInPeriod.js';
import type { PlanRun, RunFacts } from './planRun.js';
import type { ReadContext, ReadRows } from './read/readContext.js';
import { RunFindings } from './runFindings.js';
import type { RunParts } from './runParts.js';
import type { RunSetup } from './runSetup.js';

/** A computed run. What it holds is made when it is first asked for. */
export interface Run {
  readonly result: RunResult;
  /** What each credit earned. */
  readonly lines: Lines;
  /** What each payee earned in each component and span; without lines, a fraction of their time. */
  readonly earnings: Earnings;
}

/** Computes a run over rows in any form. */
export function executeRun(
  setup: RunSetup,
  options: RunOptions,
  read: (context: ReadContext) => ReadRows,
): ComputedRun {
  const asOf = dayNumber(options.asOf, ['asOf']);
  checkEntries(options, setup);
  const planned = setup.grids(options.periods);
  const reading = read({
    payees: setup.payees,
    asOf,
    ...bookingHorizon(planned, setup.holdsBack),
    lookBack: (day) => lookBack(setup.plans, day),
    currencies: isoCurrencies,
    planCurrencies: [...new Set(setup.plans.map(({ currency }) => currency))],
  });
  const since = earliestDay(setup.plans, reading.rows, setup.holdsBack);
  const grids = since >= dayNumber(options.periods.from) ? planned : setup.grids(options.periods, since);
  const facts: RunFacts = {
    payees: setup.definition.payees,
    score: scoreReader(options.scores ?? [], setup),
    findings: new RunFindings(),
  };
  const frame = { setup, options, asOf, grids, since, reading, facts };
  return new ComputedRun(fusedParts(frame) ?? generalParts(frame), options, asOf, setup, facts);
}

/** The run behind a {@link Run}: results, and what explanations look into. */
export class ComputedRun implements Run {
  readonly statements: () => BuiltStatements;
  /** Clawback and release of a plan; `null` where there is nothing of either. */
  readonly settlementOf: (versions: readonly PlanRun[]) => PlanSettlement | null;
  private readonly made: () => RunResult;
  private readonly madeLines: () => Lines;
  private readonly madeEarnings: () => Earnings;

  constructor(
    readonly parts: RunParts,
    readonly options: RunOptions,
    asOf: number,
    readonly setup: RunSetup,
    facts: RunFacts,
  ) {
    const { adjustments = [], opening = [], closed, events = [], detail, order } = options;
    const history = closed === undefined ? null : readClosed(closed, setup.grids(options.periods));
    const earnings = new Map<PlanRun, PlanEarnings>();
    const earningsOf = (run: PlanRun): PlanEarnings => {
      let known = earnings.get(run);
      if (known === undefined) earnings.set(run, (known = new PlanEarnings(run)));
      return known;
    };
    const settles = parts.reversals !== null || setup.holdsBack;
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
        asOf,
        adjustments,
        opening,
        closed: history,
        terminations: terminationsOf(events),
        rateLookup: (plan) => setup.rateLookup(plan.plan.fx?.policy ?? 'previous'),
        findings: facts.findings,
        earningsOf,
        afterReversals: (run, component) => parts.afterReversals(run, component),
        settlementOf: (versions) => this.settlementOf(versions),
      }),
    );
    this.madeEarnings = once(() => parts.earnings());
    this.madeLines = once(() => linesOf(parts.lineSource()));
    this.made = once(() => {
      const { statements, sources } = this.statements();
      return {
        kernel: parts.kernel,
        statements,
        ledger: buildLedger(statements, sources),
        rejected: parts.account.entries(),
        findings: facts.findings.list(),
        totals: { ...parts.account.totals(), ...moneyTotals(statements) },
        ...(order === 'given' ? { order } : {}),
        ...(detail === 'lines' ? { lines: parts.detail((line) => this.releasedOf(line)) } : {}),
      };
    });
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

/** Events that are known, by day. */
function datedEvents(events: readonly RunEvent[], asOf: number): readonly DatedEvent[] {
  return events
    .map(({ date, ...event }) => ({ ...event, day: dayNumber(date) }))
    .filter(({ day }) => day <= asOf)
    .sort((a, b) => a.day - b.day);
}

/** Days on which payees leave, in order. */
function terminationsOf(events: readonly RunEvent[]): (payeeId: string) => readonly number[] {
  const leaving = events.filter(({ type }) => type === 'termination');
  return (payeeId) =>
    leaving.flatMap((event) => (event.payeeId === payeeId ? [dayNumber(event.date)] : [])).sort((a, b) => a - b);
}

/** Days outside of which no row can be needed; where other dates than the booking date decide, any day may be. */
function bookingHorizon(grids: readonly PlanGrid[], holdsBack: boolean): Pick<ReadContext, 'horizon' | 'keep'> {
  let from = Infinity;
  let to = -Infinity;
  let anyDay = holdsBack;
  for (const { components } of grids) {
    for (const { component, firstDay, spanOfDay } of components) {
      anyDay ||= component.dateField !== 'date' || component.component.measure.kind === 'collected';
      from = Math.min(from, firstDay);
      to = Math.max(to, firstDay + spanOfDay.length);
    }
  }
  return { horizon: { from, to }, ...(anyDay ? { keep: () => () => true } : {}) };
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
