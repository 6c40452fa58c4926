import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import { runModifiers, type ModifiedEarning } from '../modifier/runModifiers.js';
import type { CompiledModifier, ModifierContext } from '../modifier/compileModifier.js';
import type { GateFacts } from '../modifier/gate.js';
import { creditSum, type EarningSequence, type PeriodAmount, totalOf } from '../modifier/sequence.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { Position } from '../rate/position.js';
import type { RateCredit, RateFunction } from '../rate/rateFunction.js';
import { RunningQuantities } from '../rate/runningQuantities.js';
import type { CreditSource } from './creditSource.js';
import type { ComponentGrid, DaySpan } from './grid.js';
import { distribute, sumRounding, telescope } from './roundLines.js';
import type { SlotResult } from './slotResult.js';
import type { SlotSpan } from './slotSpan.js';

/** What a component asks of the run around it. */
export interface ComponentEnvironment {
  slotSpan(payee: number, span: number): SlotSpan;
  isAssigned(payee: number, days: DaySpan): boolean;
  gateFacts(payee: number, span: number): GateFacts;
  /** The result that another version of the plan left for the span before, for components that accumulate to date. */
  resultOfEarlierVersion(payee: number, span: number): SlotResult | null;
  /** A gate could not be decided, so it did not hold. */
  unknownGate(payee: number, span: number): void;
  /** An axis had no position: nothing was earned on it. */
  undefinedAxis(payee: number, span: number): void;
}

/** The credits of a span up to its end, as the running gross that its rate makes of them. */
interface Gross {
  readonly sequence: EarningSequence;
  /** How many steps of the sequence come before the span. */
  readonly before: number;
  /** The credits behind the steps; `null` where the steps are sums. */
  readonly credits: readonly RateCredit[] | null;
}

/**
 * One component over the credits of a run. Everything is computed when asked for and kept: gates of one component may
 * look at totals of another.
 */
export class ComponentRun {
  private readonly rates = new Map<number, RateFunction>();
  private readonly grosses = new Map<number, Gross>();
  private readonly results = new Map<number, SlotResult>();
  private readonly list: readonly { modifier: CompiledModifier; position: number }[];

  constructor(
    readonly plan: CompiledPlan,
    readonly grid: ComponentGrid,
    private readonly source: CreditSource,
    readonly environment: ComponentEnvironment,
    /** Whether lines are asked for that no kernel computes. */
    private readonly withLines: boolean,
  ) {
    this.list = grid.component.modifiers.list.map((modifier, position) => ({ modifier, position }));
  }

  /** Quota, target pay and scores of a payee in a span. */
  slotSpan(payee: number, span: number): SlotSpan {
    return this.environment.slotSpan(payee, span);
  }

  /** Sums of all quantities at the end of a span: of the window to date for `toDate`. */
  sums(payee: number, span: number): RunningQuantities {
    const running = new RunningQuantities(this.grid.component.quantities, this.environment.slotSpan(payee, span));
    for (let at = this.firstSpan(span); at <= span; at += 1) running.add(this.source.totals(payee, at));
    return running;
  }

  /** Exact gross at the end of a span, before modifiers; of the window to date for `toDate`. */
  gross(payee: number, span: number): Decimal {
    return totalOf(this.grossOf(payee, span, false).sequence);
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
    const { rounding } = this.plan;
    const { component } = this.grid;
    const round = sumRounding(rounding);
    const toDate = component.accumulate === 'toDate';
    const { sequence: gross, before, credits } = this.grossOf(payee, span, true);
    const context = this.context(payee, span, credits);
    const earlier = toDate ? this.resultBefore(payee, span) : null;

    const isLate = ({ modifier }: { modifier: CompiledModifier }): boolean => this.isLate(modifier);
    const roundPart =
      component.accumulate === 'perTransaction' && rounding.at === 'line' && credits !== null ? round : null;
    const early = this.list.filter((entry) => !isLate(entry));
    const late = this.list.filter(isLate);
    const window = runModifiers(gross, early, context, roundPart);
    const local = this.localSequence(window.sequence, before, earlier, credits === null);
    const modified = runModifiers(local, late, context, null);
    const final = modified.sequence;

    const lines = telescope(ZERO, final.running, round);
    const periodAmounts = roundAmounts(final, round);
    const earned = plus(lines.reduce(plus, ZERO), sumAmounts(periodAmounts));
    const stages = stagesOf(totalOf(gross), early, window, this.list.length);
    const effects = this.list.map((entry) => {
      const late = isLate(entry);
      const [from, to] = late
        ? stepOf(totalOf(local), modified, entry.position, this.list.filter(isLate))
        : [stages[entry.position] ?? ZERO, stages[entry.position + 1] ?? ZERO];
      const effect = minus(round(to), round(from));
      if (late || earlier === null) return effect;
      const { stages: past } = earlier;
      return minus(effect, minus(round(past[entry.position + 1] ?? ZERO), round(past[entry.position] ?? ZERO)));
    });
    return {
      stages,
      creditSum: creditSum(window.sequence),
      windowAmounts: roundAmounts(window.sequence, round),
      total: round(totalOf(window.sequence)),
      earned,
      beforeModifiers: minus(earned, effects.reduce(plus, ZERO)),
      effects,
      periodAmounts,
      beforeLate: local.running,
      lines: credits === null ? null : lines,
      deferrals: [...window.deferrals, ...modified.deferrals],
    };
  }

  /** What the window adds in this span, rounded: the parts of its credits, and the amounts behind them. */
  private localSequence(
    window: EarningSequence,
    before: number,
    earlier: SlotResult | null,
    totalsOnly: boolean,
  ): EarningSequence {
    const { rounding } = this.plan;
    const round = sumRounding(rounding);
    const start = window.running[before - 1] ?? ZERO;
    const steps = window.running.slice(before);
    const amounts = withoutEarlier(roundAmounts(window, round), earlier?.windowAmounts ?? []);
    const trueUp = minus(round(start), round(earlier?.creditSum ?? ZERO));
    if (!trueUp.isZero()) amounts.unshift({ modifier: -1, kind: 'trueUp', amount: trueUp });
    let lines = telescope(start, steps, round);
    if (rounding.at === 'component' && !totalsOnly && lines.length > 0) {
      const total = minus(minus(round(totalOf(window)), earlier?.total ?? ZERO), sumAmounts(amounts));
      let sum = start;
      const exact = steps.map((step) => {
        const part = minus(step, sum);
        sum = step;
        return part;
      });
      lines = distribute(exact, total, rounding);
    }
    let sum = ZERO;
    return { running: lines.map((line) => (sum = plus(sum, line))), periodAmounts: amounts };
  }

  private grossOf(payee: number, span: number, forResult: boolean): Gross {
    // Gates see the rate itself, never its fallback, so that they cannot turn in a circle.
    const rate = forResult ? this.rate(payee, span) : this.mainRate(payee, span);
    const useFallback = forResult && this.grid.component.fallback !== null;
    const key = this.key(payee, span) * 2 + (useFallback ? 1 : 0);
    const known = this.grosses.get(key);
    if (known !== undefined) return known;
    const gross = this.needsCredits(rate) ? this.grossByCredit(rate, payee, span) : this.grossBySum(rate, payee, span);
    this.grosses.set(key, gross);
    return gross;
  }

  private needsCredits(rate: RateFunction): boolean {
    const { component } = this.grid;
    return (
      this.withLines ||
      rate.pure === null ||
      (component.accumulate === 'perTransaction' && this.source.roundedSum === undefined) ||
      this.list.some(({ modifier }) => modifier.scope === 'transaction')
    );
  }

  private grossByCredit(rate: RateFunction, payee: number, span: number): Gross {
    const { component } = this.grid;
    const credits: RateCredit[] = [];
    let before = 0;
    for (let at = this.firstSpan(span); at <= span; at += 1) {
      before = credits.length;
      credits.push(...this.source.credits(payee, at));
    }
    if (component.accumulate === 'perTransaction') {
      let sum = ZERO;
      const running = credits.map((credit) => (sum = plus(sum, rate.start().add(credit))));
      return { sequence: { running, periodAmounts: [] }, before, credits };
    }
    const run = rate.start();
    const running = credits.map((credit) => run.add(credit));
    return {
      sequence: { running, periodAmounts: running.length === 0 ? this.earnedBySpan(rate, payee, span) : [] },
      before,
      credits,
    };
  }

  private grossBySum(rate: RateFunction, payee: number, span: number): Gross {
    const { pure } = rate;
    if (pure === null) throw new RangeError('only a pure rate works on sums');
    if (this.grid.component.accumulate === 'perTransaction') {
      const sum = this.source.roundedSum?.(payee, span) ?? ZERO;
      return { sequence: { running: [sum], periodAmounts: [] }, before: 0, credits: null };
    }
    const running: Decimal[] = [];
    let before = 0;
    let sum = ZERO;
    let count = 0;
    for (let at = this.firstSpan(span); at <= span; at += 1) {
      if (at === span && count > 0) {
        running.push(pure.total(sum));
        before = 1;
      }
      const totals = this.source.totals(payee, at);
      count += totals.count;
      sum = plus(sum, totals.numerators[pure.quantity] ?? ZERO);
    }
    if (count === 0) {
      return { sequence: { running, periodAmounts: this.earnedBySpan(rate, payee, span) }, before, credits: null };
    }
    running.push(pure.total(sum));
    return { sequence: { running, periodAmounts: [] }, before, credits: null };
  }

  /** What a span earns without a credit: by its score, or by a curve at nothing sold. */
  private earnedBySpan(rate: RateFunction, payee: number, span: number): PeriodAmount[] {
    const slotSpan = this.environment.slotSpan(payee, span);
    if (!slotSpan.active || rate.pure === null) return [];
    const { score } = this.grid.component.quantities[rate.pure.quantity] ?? { score: null };
    const at = score === null ? ZERO : slotSpan.score(score);
    if (at === undefined) {
      this.environment.undefinedAxis(payee, span);
      return [];
    }
    const amount = rate.pure.total(at);
    return amount.isZero() ? [] : [{ modifier: -1, kind: 'span', amount }];
  }

  /** Limits of scope `period` act on what the window adds in this period, so in `toDate` they come last. */
  isLate({ kind, scope }: CompiledModifier): boolean {
    const toDate = this.grid.component.accumulate === 'toDate';
    return toDate && scope === 'period' && (kind === 'cap' || kind === 'floor');
  }

  /** What modifiers see of a span. */
  context(payee: number, span: number, credits: readonly RateCredit[] | null): ModifierContext {
    const { component, spans } = this.grid;
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
      earlier: (modifier) => {
        if (component.accumulate === 'toDate') return ZERO;
        let sum = ZERO;
        for (let at = spans[span]?.windowFirst ?? span; at < span; at += 1) {
          sum = plus(sum, this.result(payee, at).stages[modifier] ?? ZERO);
        }
        return sum;
      },
    };
  }

  /** Where a quantity, or the attainment for `null`, stands at the end of a span; `null` where it is undefined. */
  position(quantity: number | null, payee: number, span: number): Position | null {
    const sums = this.sums(payee, span);
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

  /** The result of the span before in the window; null for the first. */
  resultBefore(payee: number, span: number): SlotResult | null {
    if (span === this.firstSpan(span)) return null;
    return this.grid.spans[span - 1]?.governed === true
      ? this.result(payee, span - 1)
      : this.environment.resultOfEarlierVersion(payee, span - 1);
  }

  /** The first span that counts in a span: that of its window for `toDate`. */
  firstSpan(span: number): number {
    return this.grid.component.accumulate === 'toDate' ? (this.grid.spans[span]?.windowFirst ?? span) : span;
  }

  private key(payee: number, span: number): number {
    return payee * this.grid.spans.length + span;
  }
}

/** Rounded amounts behind the credits, each what it adds to the rounded sum. */
function roundAmounts(sequence: EarningSequence, round: (sum: Decimal) => Decimal): PeriodAmount[] {
  let sum = creditSum(sequence);
  return sequence.periodAmounts.map((entry) => {
    const before = round(sum);
    sum = plus(sum, entry.amount);
    return { ...entry, amount: minus(round(sum), before) };
  });
}

/** Amounts less those of the window up to the span before; what is gone comes back with the opposite sign. */
function withoutEarlier(amounts: readonly PeriodAmount[], earlier: readonly PeriodAmount[]): PeriodAmount[] {
  const rest = [...earlier];
  const difference = amounts.map((entry) => {
    const index = rest.findIndex(({ modifier, kind }) => modifier === entry.modifier && kind === entry.kind);
    if (index < 0) return entry;
    const [same] = rest.splice(index, 1);
    return { ...entry, amount: minus(entry.amount, same?.amount ?? ZERO) };
  });
  for (const entry of rest) difference.push({ ...entry, amount: entry.amount.neg() });
  return difference.filter(({ amount }) => !amount.isZero());
}

function sumAmounts(amounts: readonly PeriodAmount[]): Decimal {
  return amounts.reduce((sum, { amount }) => plus(sum, amount), ZERO);
}

/** Exact totals before each modifier of the whole list and after the last; late ones change nothing here. */
function stagesOf(
  gross: Decimal,
  early: readonly { position: number }[],
  { totals }: ModifiedEarning,
  length: number,
): Decimal[] {
  const stages = [gross];
  for (let position = 0; position < length; position += 1) {
    const at = early.findIndex((entry) => entry.position === position);
    stages.push((at < 0 ? stages[position] : totals[at]) ?? gross);
  }
  return stages;
}

function stepOf(
  start: Decimal,
  { totals }: ModifiedEarning,
  position: number,
  late: readonly { position: number }[],
): [Decimal, Decimal] {
  const at = late.findIndex((entry) => entry.position === position);
  return [totals[at - 1] ?? start, totals[at] ?? start];
}
