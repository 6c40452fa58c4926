import { fromDayNumber } from '../../core/date.js';
import { type Decimal, divide } from '../../core/decimal.js';
import type { GateFacts } from '../modifier/gate.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { Payee } from '../schema.js';
import type { ComponentEnvironment } from './componentEnvironment.js';
import { ComponentRun } from './componentRun.js';
import type { CreditSource } from './creditSource.js';
import type { ComponentGrid, DaySpan, PlanGrid } from './grid.js';
import type { Membership } from './membership.js';
import { payeeField } from './payeeField.js';
import type { PlanFigures } from './planFigures.js';
import type { RunFindings } from './runFindings.js';
import { SlotSpan } from './slotSpan.js';
import type { PeriodSpan } from './spansOfPeriod.js';

/** What the plans of a run share. */
export interface RunFacts {
  readonly payees: readonly Payee[];
  /** Score of a payee for the span that starts on a day. */
  readonly score: (payee: number, start: number, name: string) => Decimal | undefined;
  readonly findings: RunFindings;
}

/** One plan version over the credits of a run. */
export class PlanRun {
  readonly components: readonly ComponentRun[];
  /** All versions of the same plan in the run. */
  versions: readonly PlanRun[] = [];
  /**
   * The same version over what a payee's credits were at the start of a day, after the reversals before it. Earnings of a
   * period are history: what is reversed later is taken back, and does not change them.
   */
  seenOn: (payee: number, day: number) => PlanRun = () => this;
  /** Days on which rows changed what is left of a payee's credits, ascending. */
  changesOf: (payee: number) => readonly number[] = () => [];

  constructor(
    readonly grid: PlanGrid,
    readonly membership: Membership,
    readonly figures: PlanFigures,
    private readonly facts: RunFacts,
    sources: readonly CreditSource[],
    withLines: boolean,
  ) {
    this.components = grid.components.map((component, index) => {
      const source = sources[index];
      if (source === undefined) throw new RangeError(`no credits for component ${index}`);
      return new ComponentRun(grid.plan, component, source, this.environment(component), withLines);
    });
  }

  get plan(): CompiledPlan {
    return this.grid.plan;
  }

  component(id: string): ComponentRun | undefined {
    return this.components.find((run) => run.grid.component.id === id);
  }

  score(payee: number, start: number, name: string): Decimal | undefined {
    return this.facts.score(payee, start, name);
  }

  /** Reports what the plan's own modifiers could not decide. */
  report(code: string, payee: number, start: number, componentId?: string): void {
    this.facts.findings.add(code, {
      planId: this.plan.plan.id,
      ...(componentId === undefined ? {} : { componentId }),
      payeeId: this.facts.payees[payee]?.id,
      period: fromDayNumber(start),
    });
  }

  /**
   * What gates of a span see: totals of every component at the span's end.
   *
   * @param earned whether `earned.*` is before modifiers (for components) or the result (for the plan)
   */
  gateFacts(days: DaySpan, payee: number, earned: 'gross' | 'result'): GateFacts {
    return {
      get: (field) => {
        const dot = field.indexOf('.');
        const name = field.slice(dot + 1);
        switch (dot < 0 ? field : field.slice(0, dot)) {
          case 'attainment':
            return this.atEnd(name, days, (run, span) => quotient(run.position(null, payee, span)));
          case 'measure':
            return this.atEnd(name, days, (run, span) => quotient(run.position(0, payee, span)));
          case 'earned':
            return this.atEnd(name, days, (run, span) =>
              earned === 'gross' ? run.gross(payee, span) : run.result(payee, span).earned,
            );
          case 'score':
            return this.facts.score(payee, days.start, name);
          case 'collectionRate':
            return this.facts.score(payee, days.start, 'collectionRate');
          case 'payee':
            return payeeField(this.facts.payees[payee], name);
          case 'role':
            return this.roleAt(payee, days);
          default:
            return fromDayNumber(days.start);
        }
      },
    };
  }

  private environment(grid: ComponentGrid): ComponentEnvironment {
    const slots = new Map<number, SlotSpan>();
    const startOf = (span: number): number => grid.spans[span]?.start ?? 0;
    return {
      slotSpan: (payee, span) => {
        const key = payee * grid.spans.length + span;
        let slot = slots.get(key);
        if (slot === undefined) slots.set(key, (slot = this.slotSpan(grid, payee, span)));
        return slot;
      },
      isAssigned: (payee, { start, end }) => this.membership.overlaps(payee, start, end),
      gateFacts: (payee, span) => this.gateFacts(grid.spans[span] ?? { start: 0, end: 0 }, payee, 'gross'),
      answeringSpan: (span) => this.answeringSpan(grid, span),
      unknownGate: (payee, span) => this.report('gate.unknown', payee, startOf(span), grid.component.id),
      undefinedAxis: (payee, span) => this.report('axis.undefined', payee, startOf(span), grid.component.id),
    };
  }

  /** Everything that quotas, target pay and scores say of a payee in a span. */
  private slotSpan({ component, spans }: ComponentGrid, payee: number, index: number): SlotSpan {
    const span = spans[index];
    if (span === undefined) throw new RangeError(`no span ${index}`);
    const active = this.membership.overlaps(payee, span.start, span.end);
    return new SlotSpan(this.figures, component, payee, span, active, this.facts.score);
  }

  private atEnd(id: string, days: DaySpan, read: (run: ComponentRun, span: number) => Decimal | undefined): unknown {
    const found = this.spanAtEnd(id, days);
    return found === null ? undefined : read(found.run, found.span);
  }

  /**
   * The span of a component that the last of some days lies in, in the version of the plan that answers for it; `null`
   * where it has none.
   */
  spanAtEnd(id: string, { end }: DaySpan): PeriodSpan | null {
    const spanIn = (version: PlanRun): PeriodSpan | null => {
      const run = version.component(id);
      const span = run?.grid.spanOfDay[end - 1 - run.grid.firstDay] ?? -1;
      return run === undefined || span < 0 ? null : { version, run, span };
    };
    const answers = (found: PeriodSpan | null): boolean => found?.run.grid.spans[found.span]?.governed === true;
    const own = spanIn(this);
    if (answers(own) || this.versions.length < 2) return own;
    return this.versions.map(spanIn).find(answers) ?? own;
  }

  private roleAt(payee: number, { end }: DaySpan): string | undefined {
    return this.figures.assignments(payee).find(({ from, to }) => from < end && end <= to)?.assignment.role;
  }

  /** The span of the version that answers for it, for a component with the same id and calendar. */
  private answeringSpan(grid: ComponentGrid, index: number): PeriodSpan | null {
    const span = grid.spans[index];
    for (const version of this.versions) {
      const run = version.component(grid.component.id);
      const same = run?.grid.spans.findIndex(
        ({ start, end, governed }) => governed && start === span?.start && end === span.end,
      );
      if (run !== undefined && same !== undefined && same >= 0) return { version, run, span: same };
    }
    return null;
  }
}

function quotient(position: { numerator: Decimal; denominator: Decimal } | null): Decimal | undefined {
  return position === null ? undefined : divide(position.numerator, position.denominator);
}
