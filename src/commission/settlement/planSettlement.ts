import { fromDayNumber } from '../../core/date.js';
import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { type QuotientRounding, quotientRounding } from '../release/quotientRounding.js';
import { type LineMove, type LineReversal, releaseTimeline } from '../release/releaseTimeline.js';
import type { ComponentRun } from '../run/componentRun.js';
import type { CreditTable } from '../run/creditFields.js';
import type { ItemSource } from '../run/itemSource.js';
import type { PlanRun } from '../run/planRun.js';
import type { Reversals } from '../run/reversals.js';
import type { RowAccount } from '../run/rowAccount.js';
import type { RunFindings } from '../run/runFindings.js';
import type { PlanEarnings } from '../statement/earnedInPeriod.js';
import { lineReversals } from './lineReversals.js';
import { type Movement, Movements } from './movement.js';
import { type DatedEvent, releaseFacts, type ReleaseContext } from './releaseFacts.js';
import { differences, type LineList, type SettledLine } from './settledLine.js';
import { periodOfDay, periodsOf, type VersionPeriod } from './settlementPeriods.js';
import { spanLines } from './spanLines.js';
import { underLimit } from './underLimit.js';

/** What the stages need that follow the modifiers line by line. */
export interface SettlementContext {
  readonly table: CreditTable;
  readonly reversals: Reversals | null;
  readonly account: RowAccount;
  readonly findings: RunFindings;
  readonly asOf: number;
  /** By day, none after `asOf`. */
  readonly events: readonly DatedEvent[];
  itemsOf(run: PlanRun): readonly ItemSource[];
  earningsOf(run: PlanRun): PlanEarnings;
}

/** What clawback and release do to the payable of a period. */
export interface PeriodSettlement {
  /** Signed. */
  readonly clawback: Decimal;
  /** Part of the period's earnings that is not released by its end. */
  readonly held: Decimal;
  /** What earlier earnings let go in it, to be paid or lost. */
  readonly released: Decimal;
  readonly forfeited: Decimal;
  readonly movements: readonly Movement[];
}

/** A period in which rows changed what is left of a payee's credits. */
interface Change {
  readonly at: VersionPeriod;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Clawback and release of one plan, payee by payee. */
export class PlanSettlement {
  private readonly periods: readonly VersionPeriod[];
  private readonly payees = new Map<number, PayeeSettlement>();

  /** @param versions of one plan */
  constructor(
    private readonly versions: readonly PlanRun[],
    private readonly context: SettlementContext,
  ) {
    this.periods = periodsOf(versions);
  }

  of(payee: number): PayeeSettlement {
    let known = this.payees.get(payee);
    if (known === undefined) {
      known = new PayeeSettlement(payee, this.versions, this.periods, this.context);
      this.payees.set(payee, known);
    }
    return known;
  }
}

/** Clawback and release of what one payee earns under one plan. */
export class PayeeSettlement {
  private readonly sums = new Map<
    VersionPeriod,
    { -readonly [Key in keyof PeriodSettlement]: PeriodSettlement[Key] }
  >();
  private readonly moved = new Map<VersionPeriod, Movements>();
  private readonly releasedByLine = new Map<string, Decimal>();
  private readonly changes: readonly Change[];
  private readonly releaseContext: ReleaseContext;
  private readonly payeeId: string;

  constructor(
    private readonly payee: number,
    private readonly versions: readonly PlanRun[],
    private readonly periods: readonly VersionPeriod[],
    private readonly context: SettlementContext,
  ) {
    const { table, asOf, events } = context;
    this.payeeId = table.payees[payee]?.id ?? '';
    this.changes = this.findChanges();
    this.releaseContext = {
      rows: table.rows,
      asOf,
      events,
      payeeId: this.payeeId,
      spanEnds: periods.map(({ period }) => period.end - 1).filter((day) => day <= asOf),
      holds: (when, day) => {
        const found = this.periods.find(({ period }) => period.start <= day && day < period.end);
        const run = found === undefined ? undefined : this.versions[found.version];
        if (run === undefined || found === undefined) return false;
        const { period } = found;
        const truth = when(run.seenOn(payee, period.start).gateFacts(period, payee, 'result'));
        if (truth === null) run.report('gate.unknown', payee, period.start);
        return truth === true;
      },
    };
    for (const period of periods) {
      const run = versions[period.version]!;
      run.components.forEach((component) => {
        component.grid.spans.forEach(({ governed, earnedIn }, span) => {
          if (governed && earnedIn === period.index) this.settleSpan(period, run, component, span);
        });
      });
      this.settlePlanModifiers(period, run);
    }
  }

  /** The settlement of a period, by version and position. */
  in(version: number, index: number): PeriodSettlement | null {
    const period = this.periods.find((each) => each.version === version && each.index === index);
    const sums = period === undefined ? undefined : this.sums.get(period);
    if (period === undefined || sums === undefined) return null;
    return { ...sums, movements: this.moved.get(period)?.list() ?? [] };
  }

  /** What earlier periods than those of the run hold at its start. */
  heldBefore(): Decimal {
    let held = ZERO;
    for (const [{ period }, sums] of this.sums) {
      if (!period.inRun) held = plus(held, minus(sums.held, sums.released));
    }
    return held;
  }

  /** What of a line is neither held nor lost at the end of the run, where it is not all of it. */
  releasedOf(run: PlanRun, component: number, span: number, key: string): Decimal | undefined {
    return this.releasedByLine.get(`${this.versions.indexOf(run)} ${component} ${span} ${key}`);
  }

  private findChanges(): readonly Change[] {
    const changes: { at: VersionPeriod; firstDay: number; lastDay: number }[] = [];
    for (const day of this.versions[0]?.changesOf(this.payee) ?? []) {
      const at = periodOfDay(this.periods, this.versions, day);
      if (at === undefined) break;
      const last = changes[changes.length - 1];
      if (last?.at === at) last.lastDay = day;
      else changes.push({ at, firstDay: day, lastDay: day });
    }
    return changes;
  }

  private settleSpan(home: VersionPeriod, run: PlanRun, { grid }: ComponentRun, span: number): void {
    const { payee, context } = this;
    const { rows, credits } = context.table;
    const { index, release, clawback, id: componentId } = grid.component;
    const rowOf = (credit: number): number => credits.row[credit]!;
    const linesOn = (day: number): LineList => {
      const seen = run.seenOn(payee, day);
      return spanLines(seen, context.itemsOf(seen)[index]!, index, payee, span, rowOf);
    };
    const lines = new Map(linesOn(home.period.start));
    const taken = new Map<string, LineReversal[]>();
    const round = roundingOf(run);
    if (clawback.basis === 'recompute') this.recompute(home, lines, linesOn, taken);
    for (const line of lines.values()) {
      this.reportLate(line, run, grid.component.id, grid.component.clawback);
      if (line.row < 0 || line.isCollected || clawback.basis === 'recompute' || clawback.basis === 'currentPeriod')
        continue;
      const reversals = context.reversals?.inTime(line.credit, clawback) ?? [];
      if (reversals.length === 0) continue;
      const onTermMissing = (row: number): void => {
        const params = { field: 'dates.contractEnd' };
        context.account.reject(row, 'row.dateMissing', ['dates', 'contractEnd'], params, {
          payeeId: this.payeeId,
          componentId,
        });
      };
      taken.set(line.key, lineReversals(line, reversals, clawback, rows, round, onTermMissing));
    }
    if (release.kind === 'immediate' && taken.size === 0) return;
    const limited = underLimit(lines, run.seenOn(payee, home.period.start).components[index]!, payee, span);
    for (const line of lines.values()) {
      const reversals = taken.get(line.key) ?? [];
      if (release.kind === 'immediate' && reversals.length === 0) continue;
      const earned = limited.get(line.key) ?? line.earned;
      const facts = releaseFacts(line, this.releaseContext);
      const { moves } = releaseTimeline(release, facts, earned, reversals, round, Infinity);
      const held = this.book(home, line, componentId, moves, earned, clawback.basis);
      this.releasedByLine.set(`${home.version} ${index} ${span} ${line.key}`, minus(line.earned, held));
    }
  }

  /** What computing the span again without the reversed parts changes in its lines, change by change. */
  private recompute(
    home: VersionPeriod,
    lines: Map<string, SettledLine>,
    linesOn: (day: number) => LineList,
    taken: Map<string, LineReversal[]>,
  ): void {
    const { rows } = this.context.table;
    let before: LineList = new Map(lines);
    for (const { at, firstDay, lastDay } of this.changes) {
      if (at.period.end < home.period.end) continue;
      const after = linesOn(at.period.end);
      const changed = differences(before, after);
      for (const line of [...before.values(), ...after.values()]) {
        if (!lines.has(line.key)) lines.set(line.key, { ...line, earned: ZERO, gross: ZERO });
      }
      for (const line of lines.values()) {
        const own = (this.context.reversals?.of(line.credit) ?? []).filter(
          ({ day }) => day >= firstDay && day <= lastDay,
        );
        const change = changed.get(line.key) ?? ZERO;
        if (own.length === 0 && change.isZero()) continue;
        const [single] = own;
        const reversal: LineReversal = {
          day: lastDay,
          ...(own.length === 1 && single !== undefined ? { id: rows.id(single.row) } : {}),
          owed: own.reduce((sum, { row }) => plus(sum, decimalAt(rows.amount, row).abs()), ZERO),
          take: () => ({ clawback: change.neg(), cancelled: ZERO }),
        };
        taken.set(line.key, [...(taken.get(line.key) ?? []), reversal]);
      }
      before = after;
    }
  }

  /** Modifiers of the plan work on sums of components that have changed. */
  private settlePlanModifiers(home: VersionPeriod, run: PlanRun): void {
    if (run.plan.modifiers.list.length === 0) return;
    const { payee, context } = this;
    const effects = (day: number) => context.earningsOf(run.seenOn(payee, day)).of(payee, home.index).planModifiers;
    let before: ReturnType<typeof effects> | null = null;
    for (const { at, lastDay } of this.changes) {
      if (at.period.end < home.period.end) continue;
      before ??= effects(home.period.start);
      const after = effects(at.period.end);
      after.forEach(({ index, effect }, position) => {
        const amount = minus(effect, before?.[position]?.effect ?? ZERO);
        if (amount.isZero()) return;
        const origin = home.period.period.start;
        const cause = { kind: 'planModifier', id: String(index), origin };
        this.add(at, { clawback: amount }, { type: 'clawback', amount, day: lastDay, cause });
      });
      before = after;
    }
  }

  /** Books the moves of a line to their periods; what happened by the end of its own is told there as one. */
  private book(
    home: VersionPeriod,
    line: SettledLine,
    componentId: string,
    moves: readonly LineMove[],
    earned: Decimal,
    basis: string,
  ): Decimal {
    const { rows } = this.context.table;
    const origin = home.period.period.start;
    const own = line.row < 0 ? {} : { transactionId: rows.id(line.row) };
    let held = earned;
    let atHome = earned;
    let lost = ZERO;
    for (const { day, cause, released, forfeited, clawedBack } of moves) {
      const found = periodOfDay(this.periods, this.versions, day);
      if (found === undefined) break;
      const isHome = found.period.end <= home.period.end;
      const at = isHome ? home : found;
      const on = isHome ? Math.max(day, home.period.start) : day;
      const left = plus(released, forfeited);
      held = minus(held, left);
      lost = plus(lost, forfeited);
      if (isHome) atHome = held;
      const common = { day: on, componentId };
      this.add(
        at,
        { clawback: clawedBack.neg() },
        {
          ...common,
          ...(cause.id === undefined ? {} : { transactionId: cause.id }),
          type: 'clawback',
          amount: clawedBack.neg(),
          cause: { kind: basis, ...(basis !== 'recompute' && line.row >= 0 ? { id: rows.id(line.row) } : {}), origin },
        },
      );
      if (!isHome) {
        const type = left.isNegative() ? 'hold' : 'release';
        this.add(at, { released: left }, { ...common, ...own, type, amount: left, cause });
      }
      this.add(at, { forfeited }, { ...common, ...own, type: 'forfeit', amount: forfeited.neg(), cause });
    }
    const cause = { kind: 'component', id: componentId };
    const type = atHome.isNegative() ? 'release' : 'hold';
    this.add(home, { held: atHome }, { type, amount: atHome.neg(), day: home.period.end - 1, componentId, cause });
    return plus(held, lost);
  }

  private add(
    at: VersionPeriod,
    amounts: Partial<Record<'clawback' | 'held' | 'released' | 'forfeited', Decimal>>,
    movement: Movement,
  ): void {
    if (movement.amount.isZero()) return;
    let sums = this.sums.get(at);
    if (sums === undefined) {
      sums = { clawback: ZERO, held: ZERO, released: ZERO, forfeited: ZERO, movements: [] };
      this.sums.set(at, sums);
      this.moved.set(at, new Movements());
    }
    for (const name of ['clawback', 'held', 'released', 'forfeited'] as const) {
      sums[name] = plus(sums[name], amounts[name] ?? ZERO);
    }
    this.moved.get(at)?.add(movement);
  }

  private reportLate(
    line: SettledLine,
    run: PlanRun,
    componentId: string,
    clawback: ComponentRun['grid']['component']['clawback'],
  ): void {
    const { rows, credits } = this.context.table;
    if (line.credit < 0) return;
    const inTime = new Set(this.context.reversals?.inTime(line.credit, clawback));
    for (const reversal of this.context.reversals?.of(line.credit) ?? []) {
      if (inTime.has(reversal)) continue;
      this.context.findings.add(
        'clawback.outsideWindow',
        {
          planId: run.plan.plan.id,
          componentId,
          payeeId: this.payeeId,
          transactionId: rows.id(reversal.row),
          date: fromDayNumber(reversal.day),
          from: fromDayNumber(rows.day[credits.row[line.credit]!]!),
          windowMonths: clawback.windowMonths,
        },
        'info',
      );
    }
  }
}

function roundingOf({ plan }: PlanRun): QuotientRounding {
  const { at, increment, mode } = plan.rounding;
  return quotientRounding(at === 'statement' ? null : increment, mode);
}
