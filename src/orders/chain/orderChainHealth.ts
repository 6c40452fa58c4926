import { dayNumber, type PlainDate } from '../../core/date.js';
import { toDecimal } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { compareRatios, type Ratio, ratioOf } from '../../core/ratio.js';
import { ORDER_STAGES, type OrderStage } from './orderChain.js';

/** The day on which an order, or the business it may become, entered each stage; a stage may be skipped. */
export interface OrderProgress {
  readonly id: string;
  readonly entered: Partial<Readonly<Record<OrderStage, PlainDate>>>;
}

/** How one stage stands. */
export interface StageHealth {
  readonly stage: OrderStage;
  /** Orders that are in it. */
  readonly orders: number;
  /** Mean days since they entered it; without a value where there is none. */
  readonly meanAge: Ratio;
  /** Of the orders that came this far, the part that came to the next stage; `null` in the last stage. */
  readonly conversion: Ratio | null;
}

/** The chain on a day. */
export interface ChainHealth {
  /** In the order of the chain. */
  readonly stages: readonly StageHealth[];
  /** The stage with the lowest conversion, the earlier of equals; `null` where no order entered any. */
  readonly weakest: StageHealth | null;
}

/**
 * Returns how the order chain stands on a day: by stage the orders in it, their mean age, the conversion to the next, and the
 * weakest link. An order is in the farthest stage that it had entered by then; what happened later is not known.
 *
 * @param orders entries into stages, one element an order
 * @param asOf the day, itself included
 * @throws SalesModelError `ids.duplicate`, `date.invalid`
 * @example
 * import { orderChainHealth } from 'salesmodel/orders';
 *
 * const { stages, weakest } = orderChainHealth([
 *   { id: 'A', entered: { develop: '2026-01-05', place: '2026-02-01' } },
 *   { id: 'B', entered: { develop: '2026-01-15' } },
 * ], '2026-02-11');
 * stages.slice(0, 2).map(({ stage, orders, meanAge }) => `${stage} ${orders} ${meanAge.value}`); // => [ 'develop 1 27', 'place 1 10' ]
 * weakest?.stage; // => 'place'
 */
export function orderChainHealth(orders: readonly OrderProgress[], asOf: PlainDate): ChainHealth {
  const today = dayNumber(asOf, ['asOf']);
  const ages = ORDER_STAGES.map((): number[] => []);
  const reached = ORDER_STAGES.map(() => 0);
  const seen = new Set<string>();
  orders.forEach(({ id, entered }, index) => {
    if (seen.has(id)) failCore('ids.duplicate', ['orders', index, 'id'], { id });
    seen.add(id);
    const days = ORDER_STAGES.map((stage) =>
      entered[stage] === undefined ? null : dayNumber(entered[stage], ['orders', index, 'entered', stage]),
    );
    const farthest = days.findLastIndex((day) => day !== null && day <= today);
    if (farthest < 0) return;
    ages[farthest]!.push(today - days[farthest]!);
    for (let stage = 0; stage <= farthest; stage++) reached[stage]! += 1;
  });
  const stages = ORDER_STAGES.map((stage, at): StageHealth => {
    const sum = ages[at]!.reduce((total, age) => total + age, 0);
    const next = reached[at + 1];
    return {
      stage,
      orders: ages[at]!.length,
      meanAge: ratioOf(toDecimal(sum), toDecimal(ages[at]!.length), 'noOrders'),
      conversion: next === undefined ? null : ratioOf(toDecimal(next), toDecimal(reached[at]!), 'noOrders'),
    };
  });
  const judged = stages.filter(({ conversion }) => conversion !== null && conversion.value !== null);
  const weakest = judged.toSorted((a, b) => compareRatios(a.conversion!, b.conversion!))[0] ?? null;
  return { stages, weakest };
}
