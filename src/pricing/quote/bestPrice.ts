import { Decimal, minus, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { compareText } from '../../core/compareText.js';
import type { Amounts } from '../condition/amounts.js';
import { combine } from '../condition/combination.js';
import type { CompiledCondition } from '../condition/compileCondition.js';
import type { Condition } from '../condition/condition.js';
import { DecimalAmounts } from '../condition/decimalAmounts.js';
import type { RunSetup } from '../condition/runConditions.js';
import { toCount } from '../toCount.js';
import { inIntegers } from './integerQuote.js';
import { presentQuote } from './presentQuote.js';
import type { PricedQuote, QuoteInput } from './quote.js';
import { type QuoteOptions, quoteSetup } from './quoteSetup.js';
import type { ReadLine } from './readLine.js';
import type { IncompleteLines } from './readLines.js';
import { discountsOf, type ResolvedQuote, runQuote } from './resolveConditions.js';

/** A set of discounts with what is paid under it. */
export interface PricedSet {
  /** Codes, sorted. */
  readonly set: readonly string[];
  readonly payable: string;
}

/** How far the choice is proven. */
export type BestPriceProof =
  | {
      readonly method: 'exhaustive';
      /** Sets that combine, the empty one included. */
      readonly feasible: number;
    }
  | {
      readonly method: 'bounded';
      readonly examined: number;
      /** No set that was left out costs less than this. */
      readonly bound: string;
    }
  | {
      readonly method: 'limit';
      readonly examined: number;
      /** By how much a set that was left out could be cheaper. */
      readonly gap: string;
    };

/** The cheapest set of discounts, or the lines without a price. */
export type BestPrice =
  | {
      readonly status: 'priced';
      /** Codes, sorted. */
      readonly chosen: readonly string[];
      readonly payable: string;
      readonly runnerUp: PricedSet | null;
      readonly proof: BestPriceProof;
      readonly quote: PricedQuote;
    }
  | ({ readonly status: 'incomplete' } & IncompleteLines);

/** How the search is limited. */
export interface BestPriceOptions extends QuoteOptions {
  /** The most sets that are priced, at least 1. Default 65,536. */
  readonly limit?: number;
}

/**
 * Returns the set of combinable discounts under which the least is paid, the runner-up, and how far that is proven. A
 * discount may be left out; surcharges always apply. Ties go to fewer discounts, then to the codes.
 *
 * @param quote its own conditions are replaced
 * @param conditions discounts to choose from, and surcharges
 * @param options price book, rates and the limit
 * @throws SalesModelError `pricing.count` and the errors of `priceQuote`
 * @example
 * import { bestPrice, type Condition, type QuoteInput } from 'salesmodel/pricing';
 *
 * const rate = (code: string, rate: string): Condition => ({ code, kind: 'discount', scope: 'line', reward: { type: 'rate', rate } });
 * const quote: QuoteInput = {
 *   code: 'Q',
 *   currency: 'EUR',
 *   on: '2026-03-01',
 *   priceTax: 'exclusive',
 *   rounding: 'standard',
 *   lines: [{ id: '1', sku: 'a', quantity: '1', unitPrice: '100' }],
 * };
 * const best = bestPrice(quote, [{ ...rate('A', '0.2'), combinesWith: [] }, rate('B', '0.1'), rate('C', '0.15')]);
 * best.status === 'priced' && [best.chosen, best.payable, best.runnerUp?.payable]; // => [['B', 'C'], '76.50', '80.00']
 */
export function bestPrice(
  quote: QuoteInput,
  conditions: readonly Condition[],
  options: BestPriceOptions = {},
): BestPrice {
  const setup = quoteSetup({ ...quote, conditions }, options);
  if ('unpriced' in setup) return { status: 'incomplete', ...setup };
  // The empty set is always priced.
  const limit = Math.max(1, toCount(options.limit ?? 65_536, ['options', 'limit']));
  return (
    inIntegers(setup, (amounts) => cheapest(setup, amounts, limit)) ??
    cheapest(setup, new DecimalAmounts(setup.rounder), limit)
  );
}

function cheapest<N>(setup: RunSetup, amounts: Amounts<N>, limit: number): BestPrice {
  const search = new Search(setup, amounts, limit);
  search.run();
  const { best, runnerUp } = search;
  const { run, rounded } = best!.outcome;
  return {
    status: 'priced',
    chosen: best!.codes,
    payable: setup.rounder.text(best!.payable),
    runnerUp: runnerUp === null ? null : { set: runnerUp.codes, payable: setup.rounder.text(runnerUp.payable) },
    proof: search.proof(),
    quote: presentQuote(setup, run, rounded, amounts),
  };
}

interface Found<N> {
  readonly codes: readonly string[];
  readonly payable: Decimal;
  readonly outcome: ResolvedQuote<N>;
}

class Search<N> {
  best: Found<N> | null = null;
  runnerUp: Found<N> | null = null;
  private examined = 0;
  /** The least that a set left out could cost; `null` where none was left out. */
  private leftOut: Decimal | null = null;
  private isCut = false;
  private readonly discounts: readonly CompiledCondition[];
  private readonly reductions: ReadonlyMap<CompiledCondition, Decimal>;
  private readonly start: Decimal;
  private readonly slack: Decimal;
  private readonly isExhaustive: boolean;

  constructor(
    private readonly setup: RunSetup,
    private readonly amounts: Amounts<N>,
    private readonly limit: number,
  ) {
    const found = discountsOf(setup);
    this.isExhaustive = countSets(found, limit) <= limit;
    this.reductions = new Map(found.map((one) => [one, reductionBound(one, setup)]));
    this.discounts = found.toSorted((a, b) => this.reductions.get(b)!.cmp(this.reductions.get(a)!));
    this.start = runQuote(setup, amounts, (one) => found.includes(one)).rounded.payable;
    this.slack = roundingSlack(setup, found.length);
  }

  run(): void {
    this.visit([], 0);
  }

  proof(): BestPriceProof {
    const { examined, leftOut } = this;
    const { text } = this.setup.rounder;
    if (this.isExhaustive) return { method: 'exhaustive', feasible: examined };
    const bound = leftOut === null ? this.best!.payable : leftOut;
    if (!this.isCut) return { method: 'bounded', examined, bound: text(bound) };
    return { method: 'limit', examined, gap: text(Decimal.max(ZERO, minus(this.best!.payable, bound))) };
  }

  /** Prices a set, then all that add discounts from a position on. */
  private visit(set: readonly CompiledCondition[], from: number): void {
    if (!this.isExhaustive) {
      const bound = this.boundOf(set, from);
      const isHopeless = bound !== null && this.runnerUp !== null && bound.gt(this.runnerUp.payable);
      if (isHopeless || this.examined >= this.limit) {
        if (!isHopeless) this.isCut = true;
        // Where nothing bounds the reductions, no more than all can be taken off.
        const least = bound ?? Decimal.min(ZERO, this.start);
        this.leftOut = this.leftOut === null ? least : Decimal.min(this.leftOut, least);
        return;
      }
    }
    this.price(set);
    for (let next = from; next < this.discounts.length; next++) {
      const one = this.discounts[next]!;
      if (set.every((other) => combine(other.condition, one.condition))) this.visit([...set, one], next + 1);
    }
  }

  private price(set: readonly CompiledCondition[]): void {
    this.examined++;
    const outcome = runQuote(this.setup, this.amounts, (one) => this.discounts.includes(one) && !set.includes(one));
    const codes = set.map(({ condition: { code } }) => code).toSorted(compareText);
    const found = { codes, payable: outcome.rounded.payable, outcome };
    if (this.best === null || isBetter(found, this.best)) {
      this.runnerUp = this.best;
      this.best = found;
    } else if (this.runnerUp === null || isBetter(found, this.runnerUp)) {
      this.runnerUp = found;
    }
  }

  /** The least that a set and those that add to it can cost; `null` where a surcharge leaves that open. */
  private boundOf(set: readonly CompiledCondition[], from: number): Decimal | null {
    if (this.setup.steps.some((step) => 'condition' in step && step.condition.kind === 'surcharge')) return null;
    const all = [...set, ...this.discounts.slice(from)];
    const reduction = all.reduce((sum, one) => plus(sum, this.reductions.get(one)!), ZERO);
    return minus(minus(this.start, reduction), this.slack);
  }
}

function isBetter(a: Found<unknown>, b: Found<unknown>): boolean {
  const order = a.payable.cmp(b.payable) || a.codes.length - b.codes.length;
  return (order || compareText(JSON.stringify(a.codes), JSON.stringify(b.codes))) < 0;
}

/** How many sets combine, counted up to one more than the limit. */
function countSets(discounts: readonly CompiledCondition[], limit: number): number {
  let count = 0;
  const visit = (set: readonly CompiledCondition[], from: number): void => {
    count++;
    for (let next = from; next < discounts.length && count <= limit; next++) {
      const one = discounts[next]!;
      if (set.every((other) => combine(other.condition, one.condition))) visit([...set, one], next + 1);
    }
  };
  visit([], 0);
  return count;
}

/** The most that a discount can take off what is paid, whatever others do before it. */
function reductionBound({ condition: { reward }, items, isGotten }: CompiledCondition, setup: RunSetup): Decimal {
  const rate = reward.type === 'rate' || reward.type === 'buyXGetY' ? toDecimal(reward.rate ?? '1') : toDecimal('1');
  return setup.lines
    .filter((read) => items === null || items(read) || isGotten?.(read) === true)
    .reduce((sum, read) => plus(sum, times(times(read.list.value, rate), taxFactor(read, setup))), ZERO);
}

function taxFactor({ taxes }: ReadLine, { quote }: RunSetup): Decimal {
  const one = toDecimal('1');
  return quote.priceTax === 'inclusive' ? one : taxes.reduce((sum, { share }) => plus(sum, share.value.abs()), one);
}

/** What roundings can add up to between two sets. */
function roundingSlack({ lines, rounder, quote }: RunSetup, discounts: number): Decimal {
  const roundings = lines.reduce(
    (sum, { taxes, quantity }) => sum + taxes.length + discounts + 2 + Math.ceil(quantity.value.toNumber()),
    2,
  );
  const cash = quote.cash === undefined ? ZERO : toDecimal(quote.cash.increment);
  return plus(times(times(rounder.increment, toDecimal(2 * roundings)), toDecimal('2')), times(cash, toDecimal('2')));
}
