import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import { runModifiers } from '../modifier/runModifiers.js';
import type { ModifierContext } from '../modifier/compileModifier.js';
import { plainPosition } from '../rate/position.js';
import type { ComponentRun } from '../run/componentRun.js';
import type { PlanPeriod } from '../run/grid.js';
import { once } from '../run/once.js';
import type { PlanRun } from '../run/planRun.js';
import { sumRounding } from '../run/roundLines.js';
import type { SlotResult } from '../run/slotResult.js';
import { type PeriodSpan, spansOfPeriod } from '../run/spansOfPeriod.js';
import { type StatedPeriod, statedPeriods } from '../run/statedPeriods.js';

/** A component that is earned in a period: its span and what it came to. */
export interface EarnedComponent extends PeriodSpan {
  readonly result: SlotResult;
}

/** What a cap puts off in a period, and the room it leaves for what was put off before. */
export interface Deferral {
  /** Which cap. */
  readonly key: string;
  readonly excess: Decimal;
  readonly room: Decimal;
  /** Days of the window over which excess and room are counted; `null` for the period alone. */
  readonly window: number | null;
}

/** What a modifier of the plan's own list did. */
export interface PlanEffect {
  readonly index: number;
  readonly effect: Decimal;
  /** The sum that it met. */
  readonly sum: Decimal;
  /** Ids of the components that it works on. */
  readonly of: ReadonlySet<string>;
  /** What it saw of the period. */
  readonly context: ModifierContext;
  /** Earlier periods of the fiscal year, in order of time: what limits of scope `window` count too. */
  earlier(): readonly EarlierPeriod[];
}

/** What an earlier period brought to a modifier that counts the whole year. */
interface EarlierPeriod {
  readonly period: PlanPeriod;
  readonly earned: EarnedPeriod;
  readonly sum: Decimal;
  /** What a floor added. */
  readonly raised: Decimal;
  /** The modifiers that are in the sum. */
  readonly felt: readonly PlanEffect[];
}

/** Whether what a modifier did is felt by a later one: where everything it worked on is worked on again. */
export function isFeltBy(earlier: Pick<PlanEffect, 'of'>, of: ReadonlySet<string>): boolean {
  return [...earlier.of].every((id) => of.has(id));
}

/** Everything earned by a payee in a period of a plan, before bonuses. */
export interface EarnedPeriod {
  readonly components: readonly EarnedComponent[];
  readonly planModifiers: readonly PlanEffect[];
  /** Components and plan modifiers. */
  readonly earned: Decimal;
  readonly deferrals: readonly Deferral[];
}

/** Adds up what a plan version earns for a payee in each period, in order of time. */
export class PlanEarnings {
  private readonly known = new Map<string, EarnedPeriod>();
  /** The periods with statements, of other versions too unless each accumulates its own. */
  private readonly stated = once((): readonly StatedPeriod[] => {
    const { versions, plan } = this.planRun;
    const all = statedPeriods(versions.map(({ grid }) => grid));
    return plan.plan.versionBy === 'transactionDate'
      ? all.filter(({ version }) => versions[version] === this.planRun)
      : all;
  });

  /** @param earningsOf those of another version of the plan */
  constructor(
    private readonly planRun: PlanRun,
    private readonly earningsOf: (version: PlanRun) => PlanEarnings,
  ) {}

  of(payee: number, period: number): EarnedPeriod {
    const key = `${payee}:${period}`;
    let earned = this.known.get(key);
    if (earned === undefined) this.known.set(key, (earned = this.compute(payee, period)));
    return earned;
  }

  /** What the period before came to, in the version that has its statement; `null` before the first. */
  before(payee: number, index: number): EarnedPeriod | null {
    const { versions } = this.planRun;
    const { start } = this.period(index);
    const last = this.stated().findLast(({ period }) => period.start < start);
    return last === undefined ? null : this.earningsOf(versions[last.version]!).of(payee, last.index);
  }

  private compute(payee: number, period: number): EarnedPeriod {
    const { planRun } = this;
    const { rounding } = planRun.plan;
    const components = spansOfPeriod(planRun, period).map((each): EarnedComponent => ({
      ...each,
      result: each.run.result(payee, each.span),
    }));
    const deferrals = components.flatMap(({ run, span, result }) =>
      result.deferrals.map(({ modifier, excess, room }): Deferral => {
        const scope = run.grid.component.modifiers.list[modifier]?.scope;
        const window = scope === 'window' ? (run.grid.spans[span]?.window.start ?? 0) : null;
        return { key: `component ${run.grid.component.id} ${modifier}`, excess, room, window };
      }),
    );
    const round = sumRounding(rounding);
    const effects: PlanEffect[] = [];
    const { list } = planRun.plan.modifiers;
    list.forEach((modifier, index) => {
      const named = planRun.plan.plan.modifiers?.[index]?.component;
      const of = new Set(named ?? [...planRun.components, ...components.map(({ run }) => run)].map(idOf));
      const own = components.filter(({ run }) => of.has(run.grid.component.id));
      let sum = own.reduce((total, { result }) => plus(total, result.earned), ZERO);
      for (const earlier of effects) if (isFeltBy(earlier, of)) sum = plus(sum, earlier.effect);
      const earlier = (): readonly EarlierPeriod[] => this.earlier(payee, period, index, of);
      const context = this.context(payee, period, own, earlier);
      const modified = runModifiers(
        { running: [sum], periodAmounts: [] },
        [{ modifier, position: index }],
        context,
        null,
      );
      effects.push({
        index,
        effect: minus(round(modified.totals[0] ?? sum), round(sum)),
        sum,
        of,
        context,
        earlier,
      });
      for (const { excess, room } of modified.deferrals) {
        const window = modifier.scope === 'window' ? this.yearStart(period) : null;
        deferrals.push({ key: `plan ${index}`, excess, room, window });
      }
    });
    return {
      components,
      planModifiers: effects,
      earned: plus(
        components.reduce((total, { result }) => plus(total, result.earned), ZERO),
        effects.reduce((total, { effect }) => plus(total, effect), ZERO),
      ),
      deferrals,
    };
  }

  private context(
    payee: number,
    period: number,
    own: readonly EarnedComponent[],
    earlier: () => readonly EarlierPeriod[],
  ): ModifierContext {
    const { planRun } = this;
    const { plan } = planRun;
    const days = this.period(period);
    const year = { start: this.yearStart(period), end: days.end };
    const quotaId = Object.keys(plan.plan.quotas ?? {})[0] ?? '';
    const measure = (): Decimal => own.reduce((sum, { run, span }) => plus(sum, run.sums(payee, span).sum(0)), ZERO);
    const facts = planRun.gateFacts(days, payee, 'result');
    return {
      span: {
        quota: () => planRun.figures.quota(quotaId, payee, days),
        target: () => planRun.figures.target(payee, days),
        measure,
      },
      window: {
        quota: () => planRun.figures.quotaOfPeriods(quotaId, payee, year),
        target: () => planRun.figures.targetOfPeriods(payee, year),
        measure,
      },
      active: days.governed && planRun.membership.overlaps(payee, days.start, days.end),
      holds: (gate) => {
        const truth = gate(facts);
        if (truth === null) planRun.report('gate.unknown', payee, days.start);
        return truth === true;
      },
      lookUp: (modifier) => {
        const lookup = plan.modifiers.lookups[modifier];
        if (lookup === null || lookup === undefined) throw new RangeError(`modifier ${modifier} is no multiplier`);
        if (lookup.axis === null || lookup.axis.kind === 'attainment') {
          return lookup.factor({ numerator: ZERO, denominator: ZERO });
        }
        const score = planRun.score(payee, days.start, plan.scores[lookup.axis.quantity] ?? '');
        if (score !== undefined) return lookup.factor(plainPosition(score));
        planRun.report('axis.undefined', payee, days.start);
        return ZERO;
      },
      creditMeasure: () => ZERO,
      earlier: () => earlier().reduce((total, { sum }) => plus(total, sum), ZERO),
      raised: () => earlier().reduce((total, { raised }) => plus(total, raised), ZERO),
    };
  }

  /** The periods of the year so far, each in the version that has its statement. */
  private earlier(payee: number, index: number, modifier: number, of: ReadonlySet<string>): readonly EarlierPeriod[] {
    const { versions } = this.planRun;
    const { start, yearStart } = this.period(index);
    return this.stated()
      .filter(({ period }) => period.yearStart === yearStart && period.start < start)
      .map(({ version, index: at, period }) => {
        const planRun = versions[version]!;
        const earned = this.earningsOf(planRun).of(payee, at);
        const { planModifiers: effects } = earned;
        // The same modifier of another version, or all that the period came to.
        const same = isAlike(planRun, this.planRun, modifier) ? effects[modifier] : undefined;
        if (same !== undefined) {
          const felt = effects.filter((each) => each.index < modifier && isFeltBy(each, same.of));
          return { period, earned, sum: same.sum, raised: same.effect, felt };
        }
        const felt = effects.filter((each) => isFeltBy(each, of));
        const parts = earned.components.filter(({ run }) => of.has(idOf(run))).map(({ result }) => result.earned);
        const sum = [...parts, ...felt.map(({ effect }) => effect)].reduce(plus, ZERO);
        return { period, earned, sum, raised: ZERO, felt };
      });
  }

  private period(index: number): PlanPeriod {
    const period = this.planRun.grid.periods[index];
    if (period === undefined) throw new RangeError(`no period ${index}`);
    return period;
  }

  private yearStart(index: number): number {
    return this.period(index).yearStart;
  }
}

/** Whether a modifier of two versions is the same one: what it has done goes on. */
function isAlike({ plan: a }: PlanRun, { plan: b }: PlanRun, modifier: number): boolean {
  const [one, other] = [a.modifiers.list[modifier], b.modifiers.list[modifier]];
  return a === b || (one !== undefined && one.kind === other?.kind && one.scope === other.scope);
}

function idOf({ grid }: ComponentRun): string {
  return grid.component.id;
}
