import { type Decimal, divide, plus, times, ZERO } from '../../core/decimal.js';
import type { BoundMeasure } from '../measure/compileMeasure.js';
import { Fault } from '../measure/creditAccess.js';
import type { RateCredit } from '../rate/rateFunction.js';
import type { CreditSource, QuantitySums } from './creditSource.js';
import type { ComponentGrid } from './grid.js';
import type { Items } from './items.js';

/** Credits read from grouped items; quantities are read again when asked for instead of being kept. */
export class ItemSource implements CreditSource {
  private readonly sums = new Map<number, QuantitySums>();

  /**
   * @param rank position of a payee among those of the plan, −1 for none
   * @param measures by quantity of the component
   * @param field a field of an item's fact
   */
  constructor(
    readonly items: Items,
    private readonly grid: ComponentGrid,
    private readonly rank: (payee: number) => number,
    private readonly measures: readonly BoundMeasure[],
    private readonly field: (name: string) => (item: number) => unknown,
  ) {}

  credits(payee: number, span: number): readonly RateCredit[] {
    const credits: RateCredit[] = [];
    const { offset } = this.items;
    const slot = this.slot(payee, span);
    if (slot < 0) return credits;
    for (let item = offset[slot]!; item < offset[slot + 1]!; item += 1) credits.push(this.credit(item));
    return credits;
  }

  totals(payee: number, span: number): QuantitySums {
    const slot = this.slot(payee, span);
    let known = this.sums.get(slot);
    if (known === undefined) {
      const credits = this.credits(payee, span);
      known = {
        count: credits.length,
        numerators: this.measures.map((_, q) =>
          credits.reduce((sum, { numerators }) => plus(sum, numerators[q]!), ZERO),
        ),
        denominators: this.measures.map(({ denominator }, q) =>
          denominator === null
            ? null
            : credits.reduce((sum, { denominators }) => plus(sum, denominators[q] ?? ZERO), ZERO),
        ),
      };
      this.sums.set(slot, known);
    }
    return known;
  }

  /** Position of the slot of a payee and span among the groups of items, −1 for none. */
  slot(payee: number, span: number): number {
    const rank = this.rank(payee);
    return rank < 0 ? -1 : rank * this.grid.spans.length + span;
  }

  /** @param isWhole whether what reversals took of it is put back */
  credit(item: number, isWhole = false): RateCredit {
    const part = isWhole ? null : (this.items.partOf?.(item) ?? null);
    const isBack = (this.items.back?.[item] ?? -1) >= 0;
    const { quantities } = this.grid.component;
    // What a reversal takes from attainment alone pays nothing.
    const left = (value: Decimal, quantity: number, count: Decimal | null): Decimal => {
      if (part === null) return value;
      if (isBack && quantities[quantity]!.ofPayout) return ZERO;
      return count === null ? divide(times(value, part.part), part.of) : times(value, count);
    };
    return {
      numerators: this.measures.map(({ numerator }, quantity) => {
        const isCount = quantities[quantity]!.measure.kind === 'count';
        return left(valueOf(numerator(item)), quantity, isCount ? (part?.count ?? null) : null);
      }),
      denominators: this.measures.map(({ denominator }, quantity) =>
        denominator === null ? null : left(valueOf(denominator(item)), quantity, null),
      ),
      field: (name) => this.field(name)(item),
    };
  }
}

/** Items without a value were rejected when the items were made. */
function valueOf(value: Decimal | Fault): Decimal {
  if (value instanceof Fault) throw new RangeError(`unread fault ${value.code}`);
  return value;
}
