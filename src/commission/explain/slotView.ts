import { type Decimal, plus, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Explanation } from '../../core/explanation.js';
import type { CompiledComponent } from '../plan/compiledPlan.js';
import type { RateCredit, RateFunction, RateRun } from '../rate/rateFunction.js';
import type { ComponentRun } from '../run/componentRun.js';
import { firstSpan } from '../run/grossEarnings.js';
import type { ComponentSpan } from '../run/grid.js';
import type { ItemSource } from '../run/itemSource.js';
import type { SlotResult } from '../run/slotResult.js';
import type { SlotSpan } from '../run/slotSpan.js';
import { measureRounding } from '../plan/compileComponent.js';
import type { Measure, Rate } from '../schema.js';
import { AmountSums } from './amountSums.js';
import type { FigureBasis, PlanView } from './planView.js';

/**
 * One component of a payee in a span, as explanations look at it. Its credits are counted from 1, those of earlier spans
 * of the window first where the component accumulates to date.
 */
export class SlotView {
  readonly component: CompiledComponent;
  /** Where the component stands in the input. */
  readonly path: Path;
  /** Credits of earlier spans of the window. */
  readonly before: number;
  readonly count: number;
  readonly slotSpan: SlotSpan;
  readonly rate: RateFunction;
  /** The rate as it was written, and where. */
  readonly written: { readonly rate: Rate; readonly path: Path };
  private readonly first: number;
  private readonly known: RateCredit[] = [];
  /** By quantity: running sums as far as they were asked for; the denominators of ratios beside them. */
  private readonly sums: Decimal[][] = [];
  private readonly belows: Decimal[][] = [];
  /** `null` where credits count something else than the amounts of their rows. */
  private readonly amounts: AmountSums | null;
  private grosses: Decimal[] | null = null;
  private readonly quotas: Partial<Record<FigureBasis, Explanation>> = {};
  private grossRun: RateRun | null = null;

  constructor(
    readonly plan: PlanView,
    readonly run: ComponentRun,
    readonly items: ItemSource,
    readonly payee: number,
    readonly span: number,
    only?: number,
  ) {
    this.component = run.grid.component;
    this.path = [...plan.path, 'components', this.component.index];
    const { offset } = items.items;
    const slot = items.slot(payee, span);
    const start = items.slot(payee, firstSpan(run.grid, span));
    this.first = only ?? (slot < 0 ? 0 : offset[start]!);
    this.before = slot < 0 || only !== undefined ? 0 : offset[slot]! - this.first;
    this.count = only !== undefined ? 1 : slot < 0 ? 0 : offset[slot + 1]! - this.first;
    this.slotSpan = run.slotSpan(payee, span);
    this.rate = run.rate(payee, span);
    this.written = this.rateAsWritten();
    const { kernel, rows } = plan.run;
    const isSafe = rows.amount.values instanceof Float64Array && rows.amountBound <= Number.MAX_SAFE_INTEGER;
    this.amounts = kernel === 'decimal' ? null : new AmountSums(rows.amount, items.items.credit, this.first, isSafe);
  }

  get result(): SlotResult {
    return this.run.result(this.payee, this.span);
  }

  get days(): ComponentSpan {
    return this.run.grid.spans[this.span]!;
  }

  /** The same with one of the credits alone, for a rate that works on each. */
  alone(position: number): SlotView {
    return new SlotView(this.plan, this.run, this.items, this.payee, this.span, this.item(position));
  }

  /** Whether each credit is rounded by itself. */
  get roundsEachCredit(): boolean {
    return this.component.accumulate === 'perTransaction' && this.plan.rounding.at === 'line';
  }

  /** Item of a credit. */
  item(position: number): number {
    return this.first + position - 1;
  }

  /** Position of the credit that an item is. */
  positionOf(item: number): number {
    return item - this.first + 1;
  }

  credit(position: number): RateCredit {
    return (this.known[position] ??= this.items.credit(this.item(position)));
  }

  /** Sum of a quantity over the first credits; the score of the span for a score. */
  sum(quantity: number, position: number): Decimal {
    const score = this.component.quantities[quantity]?.score ?? null;
    if (score !== null) return this.slotSpan.score(score) ?? ZERO;
    if (this.amounts !== null) return this.amounts.at(position);
    return this.summed(this.sums, position, quantity, ({ numerators }) => numerators[quantity] ?? ZERO);
  }

  /** The same of the denominator of a ratio; `null` for other quantities. */
  below(quantity: number, position: number): Decimal | null {
    if (this.component.quantities[quantity]?.isRatio !== true) return null;
    return this.summed(this.belows, position, quantity, ({ denominators }) => denominators[quantity] ?? ZERO);
  }

  /** Exact gross after a credit, by the rate itself. */
  gross(position: number): Decimal {
    if (position === 0) return ZERO;
    const { pure } = this.rate;
    if (pure !== null) return pure.total(this.sum(pure.quantity, position));
    const grosses = (this.grosses ??= [ZERO]);
    const run = (this.grossRun ??= this.rate.start());
    while (grosses.length <= position) grosses.push(run.add(this.credit(grosses.length)));
    return grosses[position]!;
  }

  /** The rate after the first credits. */
  replay(position: number): RateRun {
    const run = this.rate.start();
    for (let at = 1; at <= position; at += 1) run.add(this.credit(at));
    return run;
  }

  /** Which quantity of the component a measure is. */
  quantityOf(measure: 'measure' | Measure): number {
    if (measure === 'measure') return 0;
    const key = JSON.stringify(measure);
    return this.component.quantities.findIndex(
      (quantity) => !quantity.ofPayout && JSON.stringify(quantity.measure) === key,
    );
  }

  /** The measure on the steps of a rounded attainment, where the component asks for it. */
  roundedMeasure(sum: Decimal): Decimal {
    const round = measureRounding(this.component.component, this.path);
    return round === null ? sum : round(sum, this.slotSpan.quota());
  }

  /** The quota that the rate compares with. */
  quotaNode(basis: FigureBasis = this.basis()): Explanation {
    return (this.quotas[basis] ??= this.plan.quotaNode(this, basis));
  }

  /** The target pay that the rate pays shares of. */
  targetNode(basis: FigureBasis = this.basis()): Explanation {
    return this.plan.targetNode(this, basis);
  }

  private basis(): FigureBasis {
    const { accumulate, component } = this.component;
    if (accumulate !== 'toDate') return 'span';
    return component.quotaBasis === 'toDate' ? 'toDate' : 'window';
  }

  private rateAsWritten(): { rate: Rate; path: Path } {
    const { component } = this.component;
    const [head] = component.modifiers ?? [];
    if (head?.kind === 'hurdle' && 'rate' in head.otherwise && this.run.fallsBack(this.payee, this.span)) {
      return { rate: head.otherwise.rate, path: [...this.path, 'modifiers', 0, 'otherwise', 'rate'] };
    }
    return { rate: component.rate, path: [...this.path, 'rate'] };
  }

  private summed(
    known: Decimal[][],
    position: number,
    quantity: number,
    read: (credit: RateCredit) => Decimal,
  ): Decimal {
    const sums = (known[quantity] ??= [ZERO]);
    while (sums.length <= position) sums.push(plus(sums[sums.length - 1]!, read(this.credit(sums.length))));
    return sums[position]!;
  }
}
