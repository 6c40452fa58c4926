import { fromDayNumber } from '../../core/date.js';
import { type Decimal, minus, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { explainLess, explainStep } from '../../core/explanation.js';
import { type QuotientRounding, quotientRounding } from '../release/quotientRounding.js';
import { type LineReversal, releaseTimeline } from '../release/releaseTimeline.js';
import type { ComponentRun } from '../run/componentRun.js';
import type { PlanRun } from '../run/planRun.js';
import type { CreditReversal } from '../run/reversals.js';
import { type PeriodSpan, spansOfPeriod } from '../run/spansOfPeriod.js';
import type { StatedPeriod } from '../run/statedPeriods.js';
import { lineReversals } from './lineReversals.js';
import { type CreditChange, recomputedReversals } from './recomputedReversals.js';
import { releaseFacts, type ReleaseContext } from './releaseFacts.js';
import type { SettledLine, SpanState } from './settledLine.js';
import { SettlementBook } from './settlementBook.js';
import type { SettlementContext } from './settlementContext.js';
import { periodOfDay } from './periodOfDay.js';
import { spanLines } from './spanLines.js';
import { componentExcess, type Excess, planExcess, underLimit } from './underLimit.js';

/** Clawback and release of what one payee earns under one plan. */
export class PayeeSettlement {
  readonly book: SettlementBook;
  private readonly releasedByLine = new Map<string, Decimal>();
  private readonly changes: readonly CreditChange[];
  private readonly releases: ReleaseContext;
  private readonly payeeId: string;

  constructor(
    private readonly payee: number,
    private readonly versions: readonly PlanRun[],
    private readonly periods: readonly StatedPeriod[],
    private readonly context: SettlementContext,
  ) {
    this.payeeId = context.table.payees[payee]?.id ?? '';
    this.book = new SettlementBook(versions, periods);
    this.changes = this.findChanges();
    this.releases = this.releaseContext();
    for (const period of periods) {
      const run = versions[period.version]!;
      const excessOf = this.planExcess(period, run);
      // Limits of the plan cut the last lines of the last component first.
      for (const each of spansOfPeriod(run, period.index).toReversed()) this.settleSpan(period, each, excessOf);
      this.settlePlanModifiers(period, run);
    }
  }

  /** What of a line is neither held nor lost at the end of the run, where it is not all of it. */
  releasedOf(run: PlanRun, component: number, span: number, key: string): Decimal | undefined {
    return this.releasedByLine.get(`${this.versions.indexOf(run)} ${component} ${span} ${key}`);
  }

  /** Whether rows changed in a period what is left of the credits. */
  isChangedIn(version: number, index: number): boolean {
    return this.changes.some(({ at }) => at.version === version && at.index === index);
  }

  /** What limits of the plan put off of a period, in each state of the plan. */
  private planExcess({ index }: StatedPeriod, run: PlanRun): ((day: number) => readonly Excess[]) | null {
    const { payee, context } = this;
    if (!run.plan.modifiers.list.some(({ defers }) => defers)) return null;
    const known = new Map<PlanRun, readonly Excess[]>();
    return (day) => {
      const seen = run.seenOn(payee, day);
      let excess = known.get(seen);
      if (excess === undefined)
        known.set(seen, (excess = planExcess(context.earningsOf(seen), run.plan, payee, index)));
      return excess;
    };
  }

  private settleSpan(
    home: StatedPeriod,
    { version: run, run: { grid }, span }: PeriodSpan,
    excessOf: ((day: number) => readonly Excess[]) | null,
  ): void {
    const { payee, context } = this;
    const { rows, credits } = context.table;
    const { index, release, clawback, id: componentId } = grid.component;
    const rowOf = (credit: number): number => credits.row[credit]!;
    const states = new Map<PlanRun, SpanState>();
    const stateOn = (day: number): SpanState => {
      const seen = run.seenOn(payee, day);
      let state = states.get(seen);
      if (state === undefined) {
        const lines = spanLines(seen, context.itemsOf(seen)[index]!, index, payee, span, rowOf);
        const own = componentExcess(seen.components[index]!, payee, span);
        state = { lines, limited: underLimit(lines, componentId, [own, ...(excessOf?.(day) ?? [])]) };
        states.set(seen, state);
      }
      return state;
    };
    const earned = stateOn(home.period.start);
    const lines = new Map(earned.lines);
    const round = roundingOf(run);
    const isRecomputed = clawback.basis === 'recompute';
    // What is not computed again may still come under a limit of the plan, or over it.
    const reversalsOf = ({ credit }: SettledLine): readonly CreditReversal[] =>
      isRecomputed ? (context.reversals?.of(credit) ?? []) : [];
    const changes = isRecomputed || excessOf !== null ? this.changesSince(home) : [];
    const taken = recomputedReversals(lines, earned, changes, stateOn, reversalsOf, rows);
    for (const line of lines.values()) {
      if (line.row < 0 || line.isCollected) continue;
      this.reportLate(line, run, grid.component);
      if (clawback.basis === 'currentPeriod') continue;
      const reversals = isRecomputed ? [] : this.reversalsOf(line, grid.component, round);
      if (reversals.length > 0) taken.set(line.key, [...(taken.get(line.key) ?? []), ...reversals]);
    }
    if (release.kind === 'immediate' && taken.size === 0) return;
    const place = {
      basis: clawback.basis,
      componentId,
      origin: home.period.period.start,
      policy: policyOf(run, index),
    };
    for (const line of lines.values()) {
      const reversals = taken.get(line.key) ?? [];
      if (release.kind === 'immediate' && reversals.length === 0) continue;
      const underLimit = earned.limited.get(line.key) ?? line.earned;
      const facts = releaseFacts(line, this.releases);
      const { moves } = releaseTimeline(release, facts, underLimit, reversals, round, Infinity);
      const kept = this.book.line(home, { rows, line, earned: underLimit, ...place }, moves);
      this.releasedByLine.set(`${this.versions.indexOf(run)} ${index} ${span} ${line.key}`, minus(line.earned, kept));
    }
  }

  private reversalsOf(
    line: SettledLine,
    { clawback, id: componentId }: ComponentRun['grid']['component'],
    round: QuotientRounding,
  ): LineReversal[] {
    const { reversals, table, account } = this.context;
    const all = reversals?.of(line.credit) ?? [];
    if (all.length === 0) return [];
    return lineReversals(line, all, clawback, table.rows, round, (row) => {
      const scope = { payeeId: this.payeeId, componentId };
      account.reject(row, 'row.dateMissing', ['dates', 'contractEnd'], { field: 'dates.contractEnd' }, scope);
    });
  }

  /** Modifiers of the plan work on sums of components that have changed. */
  private settlePlanModifiers(home: StatedPeriod, run: PlanRun): void {
    if (run.plan.modifiers.list.length === 0) return;
    const { payee, context } = this;
    const effects = (day: number) => context.earningsOf(run.seenOn(payee, day)).of(payee, home.index).planModifiers;
    let before: ReturnType<typeof effects> | null = null;
    for (const { at, lastDay } of this.changesSince(home)) {
      before ??= effects(home.period.start);
      const after = effects(at.period.end);
      after.forEach(({ index, effect }, position) => {
        const amount = minus(effect, before?.[position]?.effect ?? ZERO);
        if (amount.isZero()) return;
        const origin = home.period.period.start;
        const cause = { kind: 'planModifier', id: String(index), origin };
        const [now, then] = [effect, before?.[position]?.effect ?? ZERO];
        const explain = () =>
          explainStep('clawback.planModifier', { index, origin, additive: true }, toText(amount), [
            explainStep('clawback.effectNow', {}, toText(now), []),
            explainLess(explainStep('clawback.effectBefore', {}, toText(then), []), 'less'),
          ]);
        const movement = { type: 'clawback' as const, amount, day: lastDay, cause, parts: [explain] };
        this.book.add(at, { clawback: amount }, movement);
      });
      before = after;
    }
  }

  /** Periods in which rows changed what is left of the credits. */
  private findChanges(): readonly CreditChange[] {
    const changes: { at: StatedPeriod; firstDay: number; lastDay: number }[] = [];
    for (const day of this.versions[0]?.changesOf(this.payee) ?? []) {
      const at = periodOfDay(this.periods, this.versions, day);
      if (at === undefined) break;
      const last = changes[changes.length - 1];
      if (last?.at === at) last.lastDay = day;
      else changes.push({ at, firstDay: day, lastDay: day });
    }
    return changes;
  }

  /** Changes that what a period had earned does not know. */
  private changesSince(home: StatedPeriod): readonly CreditChange[] {
    return this.changes.filter(({ at }) => at.period.end >= home.period.end);
  }

  private releaseContext(): ReleaseContext {
    const { payee, payeeId, periods, versions, context } = this;
    const { table, asOf, events } = context;
    return {
      rows: table.rows,
      asOf,
      events,
      payeeId,
      spanEnds: periods.map(({ period }) => period.end - 1).filter((day) => day <= asOf),
      holds: (when, day) => {
        const found = periods.find(({ period }) => period.start <= day && day < period.end);
        const run = found === undefined ? undefined : versions[found.version];
        if (run === undefined || found === undefined) return false;
        const { period } = found;
        const truth = when(run.seenOn(payee, period.start).gateFacts(period, payee, 'result'));
        if (truth === null) run.report('gate.unknown', payee, period.start);
        return truth === true;
      },
    };
  }

  private reportLate(
    line: SettledLine,
    run: PlanRun,
    { clawback, id: componentId }: ComponentRun['grid']['component'],
  ): void {
    const { reversals, table, findings } = this.context;
    const original = table.rows.day[line.row]!;
    for (const { row, day } of reversals?.of(line.credit) ?? []) {
      if (!clawback.isLate(original, day)) continue;
      const place = { planId: run.plan.plan.id, componentId, payeeId: this.payeeId, transactionId: table.rows.id(row) };
      const dates = { date: fromDayNumber(day), from: fromDayNumber(original) };
      findings.add('clawback.outsideWindow', { ...place, ...dates, windowMonths: clawback.windowMonths }, 'info');
    }
  }
}

/** Where the clawback of a component stands: its own, or that of the plan. */
function policyOf({ plan }: PlanRun, component: number): Path {
  const isOwn = plan.plan.components[component]?.clawback !== undefined;
  return ['plans', plan.index, ...(isOwn ? ['components', component] : []), 'clawback'];
}

function roundingOf({ plan }: PlanRun): QuotientRounding {
  const { at, increment, mode } = plan.rounding;
  return quotientRounding(at === 'statement' ? null : increment, mode);
}
