import { type Decimal, plus, ZERO } from '../../core/decimal.js';
import type { EarningSequence, PeriodAmount } from '../modifier/sequence.js';
import type { RateCredit, RateFunction } from '../rate/rateFunction.js';
import type { ComponentEnvironment } from './componentEnvironment.js';
import type { CreditSource } from './creditSource.js';
import type { ComponentGrid } from './grid.js';

/** The credits of a span up to its end, as the running gross that its rate makes of them. */
export interface Gross {
  readonly sequence: EarningSequence;
  /** How many steps of the sequence come before the span. */
  readonly before: number;
  /** The credits behind the steps; `null` where the steps are sums. */
  readonly credits: readonly RateCredit[] | null;
}

/** What a component's credits earn before modifiers, from credit to credit or from their sums. */
export class GrossEarnings {
  private readonly known = new Map<number, Gross>();

  constructor(
    private readonly grid: ComponentGrid,
    private readonly source: CreditSource,
    private readonly environment: ComponentEnvironment,
    /** Whether lines are asked for that no kernel computes. */
    private readonly withLines: boolean,
    /** The rate of a span, for its result or as gates see it. */
    private readonly rates: (payee: number, span: number, forResult: boolean) => RateFunction,
  ) {}

  of(payee: number, span: number, forResult: boolean): Gross {
    // Gates see the rate itself, never its fallback, so that they cannot turn in a circle.
    const rate = this.rates(payee, span, forResult);
    const useFallback = forResult && this.grid.component.fallback !== null;
    const key = (payee * this.grid.spans.length + span) * 2 + (useFallback ? 1 : 0);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const gross = this.needsCredits(rate) ? this.grossByCredit(rate, payee, span) : this.grossBySum(rate, payee, span);
    this.known.set(key, gross);
    return gross;
  }

  private needsCredits(rate: RateFunction): boolean {
    const { component } = this.grid;
    return (
      this.withLines ||
      rate.pure === null ||
      (component.accumulate === 'perTransaction' && this.source.roundedSum === undefined) ||
      component.modifiers.list.some(({ scope }) => scope === 'transaction')
    );
  }

  private grossByCredit(rate: RateFunction, payee: number, span: number): Gross {
    const { component } = this.grid;
    const credits: RateCredit[] = [];
    let before = 0;
    for (let at = firstSpan(this.grid, span); at <= span; at += 1) {
      before = credits.length;
      credits.push(...this.source.credits(payee, at));
    }
    if (component.accumulate === 'perTransaction') {
      let sum = ZERO;
      const running = credits.map((credit, index) => {
        const alone = rate.start();
        sum = plus(sum, alone.add(credit));
        if (index >= before && alone.isUndefined?.() === true) this.environment.undefinedAxis(payee, span);
        return sum;
      });
      return { sequence: { running, periodAmounts: [] }, before, credits };
    }
    const run = rate.start();
    const running = credits.map((credit) => run.add(credit));
    if (run.isUndefined?.() === true) this.environment.undefinedAxis(payee, span);
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
    for (let at = firstSpan(this.grid, span); at <= span; at += 1) {
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
}

/** The first span that counts in a span: that of its window for `toDate`. */
export function firstSpan({ component, spans }: ComponentGrid, span: number): number {
  return component.accumulate === 'toDate' ? (spans[span]?.windowFirst ?? span) : span;
}
