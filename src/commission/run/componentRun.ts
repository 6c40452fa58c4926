import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import type { CompiledModifier, ModifierContext } from '../modifier/compileModifier.js';
import type { GateFacts } from '../modifier/gate.js';
import { totalOf } from '../modifier/sequence.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { Position } from '../rate/position.js';
import type { RateCredit, RateFunction } from '../rate/rateFunction.js';
import { RunningQuantities } from '../rate/runningQuantities.js';
import type { ComponentEnvironment } from './componentEnvironment.js';
import type { CreditSource } from './creditSource.js';
import { evaluateSlot, type SlotModifiers } from './evaluateSlot.js';
import type { ComponentGrid } from './grid.js';
import { firstSpan, GrossEarnings } from './grossEarnings.js';
import type { PlanRun } from './planRun.js';
import { telescope } from './roundLines.js';
import type { SlotResult } from './slotResult.js';
import type { SlotSpan } from './slotSpan.js';

/** What an earlier span of the window brought to a modifier. */
export interface MetSpan {
  /** Version of the plan that answers for the span; `null` for the component's own. */
  readonly version: PlanRun | null;
  readonly run: ComponentRun;
  readonly span: number;
  /** How many of its modifiers are in the sum. */
  readonly stage: number;
  readonly sum: Decimal;
  /** What a floor added. */
  readonly raised: Decimal;
}

/**
 * One component over the credits of a run. Everything is computed when asked for and kept: gates of one component may
 * look at totals of another.
 */
export class ComponentRun {
  private readonly rates = new Map<number, RateFunction>();
  private readonly grossEarnings: GrossEarnings;
  private readonly results = new Map<number, SlotResult>();
  private readonly modifiers: SlotModifiers;

  constructor(
    readonly plan: CompiledPlan,
    readonly grid: ComponentGrid,
    private readonly source: CreditSource,
    readonly environment: ComponentEnvironment,
    /** Whether lines are asked for that no kernel computes. */
    withLines: boolean,
  ) {
    this.grossEarnings = new GrossEarnings(grid, source, environment, withLines, (payee, span, forResult) =>
      forResult ? this.rate(payee, span) : this.mainRate(payee, span),
    );
    const list = grid.component.modifiers.list.map((modifier, position) => ({ modifier, position }));
    this.modifiers = {
      early: list.filter(({ modifier }) => !this.isLate(modifier)),
      late: list.filter(({ modifier }) => this.isLate(modifier)),
    };
  }

  /** Quota, target pay and scores of a payee in a span. */
  slotSpan(payee: number, span: number): SlotSpan {
    return this.environment.slotSpan(payee, span);
  }

  /** Sums of all quantities at the end of a span: of the window to date for `toDate`. */
  sums(payee: number, span: number, source: CreditSource = this.source): RunningQuantities {
    const running = new RunningQuantities(this.grid.component.quantities, this.environment.slotSpan(payee, span));
    for (let at = firstSpan(this.grid, span); at <= span; at += 1) running.add(source.totals(payee, at));
    return running;
  }

  /** Exact gross at the end of a span, before modifiers; of the window to date for `toDate`. */
  gross(payee: number, span: number): Decimal {
    return totalOf(this.grossEarnings.of(payee, span, false).sequence);
  }

  /** What each credit of a span earns before modifiers, exact, in canonical order. */
  grossLines(payee: number, span: number): readonly Decimal[] {
    const { sequence, before } = this.grossEarnings.of(payee, span, true);
    const start = sequence.running[before - 1] ?? ZERO;
    return telescope(start, sequence.running.slice(before), (sum) => sum);
  }

  /** The rate function of a span: the fallback of a hurdle at the head of the list where it was missed. */
  rate(payee: number, span: number): RateFunction {
    const { fallback } = this.grid.component;
    return fallback === null || !this.fallsBack(payee, span)
      ? this.mainRate(payee, span)
      : fallback.rate(this.environment.slotSpan(payee, span));
  }

  /** Whether the hurdle at the head of the list was missed and gives another rate. */
  fallsBack(payee: number, span: number): boolean {
    const { fallback } = this.grid.component;
    return fallback !== null && !this.holds(payee, span, fallback.gate);
  }

  /** Whether the payee has an assignment on some day of the span, or of its window for `toDate`. */
  isAssigned(payee: number, span: number): boolean {
    const { whole, window } = this.grid.spans[span]!;
    return this.environment.isAssigned(payee, this.grid.component.accumulate === 'toDate' ? window : whole);
  }

  /** The factor of a multiplier that looks nothing up. */
  constantFactor(modifier: number): Decimal {
    return this.grid.component.modifiers.lookups[modifier]?.factor({ numerator: ZERO, denominator: ZERO }) ?? ZERO;
  }

  /** The limit of a cap or floor in a span. */
  limit(modifier: number, payee: number, span: number): Decimal {
    return this.grid.component.modifiers.list[modifier]?.limit(this.context(payee, span, null)) ?? ZERO;
  }

  result(payee: number, span: number): SlotResult {
    const key = this.key(payee, span);
    const known = this.results.get(key);
    if (known !== undefined) return known;
    const result = this.evaluate(payee, span);
    this.results.set(key, result);
    return result;
  }

  private evaluate(payee: number, span: number): SlotResult {
    const { component } = this.grid;
    const { rounding } = this.plan;
    const gross = this.grossEarnings.of(payee, span, true);
    return evaluateSlot({
      gross,
      context: this.context(payee, span, gross.credits),
      modifiers: this.modifiers,
      rounding,
      roundsEachCredit: component.accumulate === 'perTransaction' && rounding.at === 'line',
      earlier: component.accumulate === 'toDate' ? this.resultBefore(payee, span) : null,
    });
  }

  /** Limits of scope `period` act on what the window adds in this period, so in `toDate` they come last. */
  isLate({ kind, scope }: CompiledModifier): boolean {
    const toDate = this.grid.component.accumulate === 'toDate';
    return toDate && scope === 'period' && (kind === 'cap' || kind === 'floor');
  }

  /**
   * What the spans of the window before one brought to a modifier, in order of time, each in the version of the plan that
   * answers for it. Sums to date hold them already.
   */
  metBefore(payee: number, span: number, modifier: number): readonly MetSpan[] {
    const { component, spans } = this.grid;
    if (component.accumulate === 'toDate') return [];
    const { windowFirst = span } = spans[span] ?? {};
    return Array.from({ length: span - windowFirst }, (_, before) => windowFirst + before).flatMap((at): MetSpan[] => {
      const isOwn = spans[at]?.governed === true;
      const found = isOwn ? { version: null, run: this, span: at } : this.environment.answeringSpan(at);
      if (found === null) return [];
      const { stages } = found.run.result(payee, found.span);
      const [one, same] = [this, found.run].map(({ grid }) => grid.component.modifiers.list[modifier]);
      // The same modifier of another version, or all that the span came to.
      const stage = one?.kind === same?.kind && one?.scope === same?.scope ? modifier : stages.length - 1;
      const sum = stages[stage] ?? ZERO;
      return [{ ...found, stage, sum, raised: minus(stages[stage + 1] ?? sum, sum) }];
    });
  }

  /** What modifiers see of a span. */
  context(payee: number, span: number, credits: readonly RateCredit[] | null): ModifierContext {
    const { component } = this.grid;
    const slotSpan = this.environment.slotSpan(payee, span);
    const measure = (): Decimal => this.sums(payee, span).sum(0);
    return {
      span: { quota: () => slotSpan.own.quota(), target: () => slotSpan.own.target(), measure },
      window: {
        quota: () => slotSpan.window.quota(),
        target: () => slotSpan.window.target(),
        measure,
      },
      active: slotSpan.active,
      holds: (gate) => this.holds(payee, span, gate),
      lookUp: (modifier) => {
        const lookup = component.modifiers.lookups[modifier];
        if (lookup === null || lookup === undefined) throw new RangeError(`modifier ${modifier} is no multiplier`);
        if (lookup.axis === null) return lookup.factor({ numerator: ZERO, denominator: ZERO });
        const position = this.position(lookup.axis.kind === 'attainment' ? null : lookup.axis.quantity, payee, span);
        if (position !== null) return lookup.factor(position);
        this.environment.undefinedAxis(payee, span);
        return ZERO;
      },
      creditMeasure: (credit) => credits?.[credit]?.numerators[0] ?? ZERO,
      earlier: (modifier) => this.metBefore(payee, span, modifier).reduce((total, { sum }) => plus(total, sum), ZERO),
      raised: (modifier) =>
        this.metBefore(payee, span, modifier).reduce((total, { raised }) => plus(total, raised), ZERO),
    };
  }

  /**
   * Where a quantity, or the attainment for `null`, stands at the end of a span; `null` where it is undefined.
   *
   * @param source other credits than the run's own
   */
  position(quantity: number | null, payee: number, span: number, source: CreditSource = this.source): Position | null {
    const sums = this.sums(payee, span, source);
    if (quantity !== null) return sums.position(quantity);
    const slotSpan = this.environment.slotSpan(payee, span);
    if (!slotSpan.hasQuota || slotSpan.quota().isZero()) return null;
    return { numerator: sums.sum(0), denominator: slotSpan.quota() };
  }

  private holds(payee: number, span: number, gate: (facts: GateFacts) => boolean | null): boolean {
    const truth = gate(this.environment.gateFacts(payee, span));
    if (truth === null) this.environment.unknownGate(payee, span);
    return truth === true;
  }

  private mainRate(payee: number, span: number): RateFunction {
    const key = this.key(payee, span);
    const known = this.rates.get(key);
    if (known !== undefined) return known;
    const rate = this.grid.component.rate(this.environment.slotSpan(payee, span));
    this.rates.set(key, rate);
    return rate;
  }

  /** The result of a span in the version of the plan that answers for it; null where none does. */
  resultIn(payee: number, span: number): SlotResult | null {
    if (this.grid.spans[span]?.governed === true) return this.result(payee, span);
    const other = this.environment.answeringSpan(span);
    return other === null ? null : other.run.result(payee, other.span);
  }

  /** The result of the span before in the window; null for the first. */
  resultBefore(payee: number, span: number): SlotResult | null {
    return span === firstSpan(this.grid, span) ? null : this.resultIn(payee, span - 1);
  }

  private key(payee: number, span: number): number {
    return payee * this.grid.spans.length + span;
  }
}
