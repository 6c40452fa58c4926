import { dynamicPrice, type DynamicPrice, type DynamicPricePolicy } from 'salesmodel/pricing';
import { textTable } from './textTable.js';

/** One week of a season. */
export interface SeasonWeek {
  readonly week: number;
  /** Units at its beginning. */
  readonly stock: number;
  readonly price: DynamicPrice;
  readonly sold: number;
}

/** A season with a fixed stock, week by week, and what it brought in. */
export interface SeasonPrice {
  readonly policy: DynamicPricePolicy;
  readonly stock: number;
  readonly weeks: readonly SeasonWeek[];
  readonly text: string;
}

const WEEKS = 16;
const STOCK = 2000;
const LIST = 120;

/** More is asked for while stock is short of the plan or demand is high; a week moves the price by at most 8 %. */
const policy: DynamicPricePolicy = {
  code: 'winter-coats',
  factors: [
    {
      code: 'stock against plan',
      input: 'stockRatio',
      curve: {
        points: [
          { x: '0.6', y: '1.25' },
          { x: '1', y: '1' },
          { x: '1.6', y: '0.6' },
        ],
      },
      min: '0.5',
      max: '1.3',
    },
    {
      code: 'demand',
      input: 'demandRatio',
      curve: {
        points: [
          { x: '0.5', y: '0.9' },
          { x: '1', y: '1' },
          { x: '1.5', y: '1.1' },
        ],
      },
    },
  ],
  maxUp: '0.08',
  maxDown: '0.08',
  floor: '55',
  ceiling: '149',
  round: { increment: '1', mode: 'halfUp' },
};

/** Buyers of a week at the list price: few at first, most when it gets cold, few at the end. */
const DEMAND = [90, 100, 120, 150, 180, 200, 190, 170, 150, 130, 110, 90, 70, 60, 50, 40];

/** A made-up season: a tenth off the price brings two tenths more buyers. */
export function seasonPrice(): SeasonPrice {
  const weeks: SeasonWeek[] = [];
  let stock = STOCK;
  let current = String(LIST);
  for (let week = 1; week <= WEEKS; week++) {
    const planned = STOCK * (1 - (week - 1) / WEEKS);
    const inputs = {
      stockRatio: (stock / planned).toFixed(4),
      ...(week === 1 ? {} : { demandRatio: (DEMAND[week - 1]! / DEMAND[week - 2]!).toFixed(4) }),
    };
    const price = dynamicPrice({ policy, base: LIST, current, inputs });
    const buyers = Math.round(DEMAND[week - 1]! * (1 + 2 * (1 - Number(price.price) / LIST)));
    const sold = Math.max(0, Math.min(stock, buyers));
    weeks.push({ week, stock, price, sold });
    stock -= sold;
    current = price.price;
  }
  const rows = weeks.map((one) => [
    String(one.week),
    String(one.stock),
    one.price.price,
    String(one.sold),
    one.price.steps.map(({ code, running }) => `${code} → ${Number(running).toFixed(2)}`).join(', '),
  ]);
  const revenue = weeks.reduce((sum, { sold, price }) => sum + sold * Number(price.price), 0);
  const text = [
    textTable(['week', 'stock', 'price', 'sold', 'how'], rows),
    `sold ${STOCK - stock} of ${STOCK} for ${revenue}, ${stock} left`,
  ].join('\n\n');
  return { policy, stock: STOCK, weeks, text };
}
