import { Decimal } from 'decimal.js';
import { dinero, multiply, add, toSnapshot, transformScale, up } from 'dinero.js';
import { USD } from 'dinero.js/currencies';
import {
  type Condition,
  compileCharge,
  compilePriceBook,
  graduated,
  type PriceBook,
  priceQuote,
  type QuoteInput,
} from '../../src/pricing/index.js';
import { dealRules, deals } from '../deals.js';
import { race } from '../harness.js';
import { jsonRules } from '../peers/jsonRulesEngine.js';
import type { Size } from '../sizes.js';
import { type Findings, type Result, atLeast, atMost } from '../targets.js';

/** Rates in 10⁻⁴ and bounds in whole units of the tiers that are charged. */
const BOUNDS = [100, 1000, 10_000, Infinity] as const;
const RATES = [12_500, 11_000, 9_750, 8_000] as const;

/** The suite of prices: tiers over columns, a book of 10,000 rules, and quotes. */
export async function pricing(size: Size): Promise<Findings> {
  const must = [...(await tiers(size)), ...(await book(size)), ...(await quotes(size))];
  return { must };
}

/** Graduated prices of a column of quantities in hundredths, in cents. */
async function tiers({ rows, slowRows, repetitions }: Size): Promise<Result[]> {
  const LOOP = 'integer loop written by hand';
  const COLUMN = 'compileCharge.runColumn';
  const few = Math.min(slowRows, 20_000);
  const DECIMAL = `decimal.js, ${few} quantities`;
  const DINERO = `dinero.js, ${few} whole quantities`;
  const quantities = Float64Array.from({ length: rows }, (_, row) => (row * 48_271) % 2_000_003);
  const { runColumn } = compileCharge({
    code: 'usage',
    currency: 'EUR',
    model: graduated(
      RATES.map((rate, tier) => ({
        upTo: BOUNDS[tier] === Infinity ? null : String(BOUNDS[tier]),
        rate: String(rate / 10_000),
      })),
    ),
  });
  const byHand = (): Float64Array => {
    const amounts = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const quantity = quantities[row]!;
      let from = 0;
      let total = 0;
      for (let tier = 0; tier < 4; tier++) {
        const upTo = BOUNDS[tier]! * 100;
        if (quantity <= upTo) {
          total += (quantity - from) * RATES[tier]!;
          break;
        }
        total += (upTo - from) * RATES[tier]!;
        from = upTo;
      }
      amounts[row] = Math.floor((total + 5000) / 10_000);
    }
    return amounts;
  };
  const wanted = byHand();
  const same = (answer: ArrayLike<number>): void => {
    for (let row = 0; row < answer.length; row++) {
      if (answer[row] !== wanted[row]) throw new Error(`${quantities[row]} costs ${wanted[row]}, got ${answer[row]}`);
    }
  };
  const rates = RATES.map((rate) => new Decimal(rate).div(10_000));
  const times = await race('Graduated charges of a column', rows, repetitions, [
    { name: LOOP, run: byHand, check: same },
    { name: COLUMN, run: () => runColumn(quantities, 2).amount, check: same },
    {
      name: DECIMAL,
      rows: few,
      run: () =>
        Array.from({ length: few }, (_, row) => {
          const quantity = new Decimal(quantities[row]!).div(100);
          let from = new Decimal(0);
          let total = new Decimal(0);
          for (const [tier, bound] of BOUNDS.entries()) {
            const upTo = Decimal.min(quantity, bound);
            total = total.plus(upTo.minus(from).times(rates[tier]!));
            if (quantity.lte(bound)) break;
            from = upTo;
          }
          return total.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).times(100).toNumber();
        }),
      check: same,
    },
    {
      name: DINERO,
      rows: few,
      run() {
        const unit = RATES.map((amount) => dinero({ amount, currency: USD, scale: 4 }));
        return Array.from({ length: few }, (_, row) => {
          const quantity = Math.floor(quantities[row]! / 100);
          let from = 0;
          let total = dinero({ amount: 0, currency: USD, scale: 4 });
          for (const [tier, bound] of BOUNDS.entries()) {
            const upTo = Math.min(quantity, bound);
            total = add(total, multiply(unit[tier]!, upTo - from));
            if (quantity <= bound) break;
            from = upTo;
          }
          return toSnapshot(transformScale(total, 2, up)).amount;
        });
      },
    },
  ]);
  return [atMost(times, COLUMN, 2, LOOP), atLeast(times, COLUMN, 20, DECIMAL), atLeast(times, COLUMN, 20, DINERO)];
}

const SKUS = 1000;
const CUSTOMERS = 50;

/** 10,000 rules: a price of each sku, and nine of customers with quantities. */
function priceBook(): PriceBook {
  const items = Array.from({ length: SKUS }, (_, sku) => ({
    sku: `S${sku}`,
    product: `P${sku % 100}`,
    categories: [`C${sku % 20}`],
    unit: 'pc',
    list: '100',
  }));
  const rules = items.flatMap(({ sku }, at) =>
    Array.from({ length: 10 }, (_, index) => ({
      code: `${sku}-${index}`,
      target: { sku },
      ...(index === 0 ? {} : { keys: { customer: `K${(at * 7 + index) % CUSTOMERS}` }, minQty: String(index) }),
      price: { fixed: `${90 - index}.${at % 10}0` },
    })),
  );
  return {
    code: 'book',
    currency: 'EUR',
    items,
    lists: [{ code: 'base', currency: 'EUR', kind: 'base', rules }],
    tie: 'lowest',
  };
}

async function book({ rows, slowestRows, repetitions }: Size): Promise<Result[]> {
  const SCAN = 'scan of 20 closures written by hand';
  const COLUMNS = 'compilePriceBook.runColumns';
  const few = Math.min(rows, 50_000);
  const RUN = `compilePriceBook.run, ${few} requests`;
  const facts = Math.min(2000, slowestRows / 10);
  const ENGINE = `json-rules-engine, 20 rules, ${facts} facts`;
  const data = priceBook();
  const compiled = compilePriceBook(data);
  const sku = Array.from({ length: rows }, (_, row) => `S${(row * 48_271) % SKUS}`);
  const customer = Array.from({ length: rows }, (_, row) => `K${(row * 7919) % CUSTOMERS}`);
  const quantity = Float64Array.from({ length: rows }, (_, row) => (row * 31) % 13);
  const on = '2026-03-01';
  const wanted = dealRules(20);
  const some = deals(100_000);
  const closures = wanted.map(
    (rule) => (deal: (typeof some)[number]) =>
      deal.segment === rule.segment &&
      deal.region === rule.region &&
      deal.amount >= rule.amount &&
      deal.units >= rule.units,
  );
  const requests = Array.from({ length: few }, (_, row) => ({
    sku: sku[row]!,
    quantity: quantity[row]!,
    on,
    context: { customer: customer[row]! },
  }));
  const columns = { sku, quantity, scale: 0, on, context: { customer } };
  const expected = compiled.runColumns(columns);
  const times = await race('Prices of a book of 10,000 rules', rows, repetitions, [
    {
      name: SCAN,
      run() {
        let held = 0;
        for (let row = 0; row < rows; row++) for (const holds of closures) if (holds(some[row % 100_000]!)) held++;
        return held;
      },
    },
    { name: COLUMNS, run: () => compiled.runColumns(columns).amount },
    {
      name: RUN,
      rows: few,
      run: () => compiled.run(requests).results,
      check(results: ReturnType<typeof compiled.run>['results']) {
        results.forEach((result, row) => {
          const cents = result?.status === 'priced' ? Math.round(Number(result.amount) * 100) : NaN;
          if (cents !== expected.amount[row]) throw new Error('a price differs');
        });
      },
    },
    { name: ENGINE, rows: facts, run: jsonRules(wanted, some.slice(0, facts)) },
  ]);
  const PARSE = 'JSON.parse of the book';
  const COMPILE = 'compilePriceBook';
  const text = JSON.stringify(data);
  const compiling = await race('Compiling a book of 10,000 rules', 10_000, repetitions, [
    { name: PARSE, run: () => JSON.parse(text) as unknown },
    { name: COMPILE, run: () => compilePriceBook(data) },
  ]);
  return [atMost(times, COLUMNS, 22, SCAN), atLeast(times, COLUMNS, 50, ENGINE), atMost(compiling, COMPILE, 20, PARSE)];
}

const LINES = 100;
const CONDITIONS = 20;

async function quotes({ repetitions }: Size): Promise<Result[]> {
  const LOOP = 'decimal.js, a product and a difference each';
  const QUOTE = 'priceQuote';
  const conditions = Array.from({ length: CONDITIONS }, (_, index): Condition => ({
    code: `c${String(index).padStart(2, '0')}`,
    kind: 'discount',
    scope: 'line',
    reward: { type: 'rate', rate: '0.01' },
  }));
  const quote: QuoteInput = {
    code: 'Q',
    currency: 'EUR',
    on: '2026-03-01',
    priceTax: 'exclusive',
    rounding: 'stripeLine',
    lines: Array.from({ length: LINES }, (_, index) => ({
      id: String(index),
      sku: `S${index}`,
      quantity: '3',
      unitPrice: `${index}.95`,
    })),
    conditions,
  };
  const rate = new Decimal('0.01');
  const times = await race(`A quote of ${LINES} lines with ${CONDITIONS} conditions`, 1, repetitions, [
    {
      name: LOOP,
      run() {
        let net = new Decimal(0);
        for (const { unitPrice } of quote.lines) {
          let running = new Decimal(unitPrice!).times(3);
          for (let at = 0; at < CONDITIONS; at++)
            running = running.minus(running.times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
          net = net.plus(running);
        }
        return net.toFixed(2);
      },
      check(net: string) {
        const result = priceQuote(quote);
        if (result.status !== 'priced' || result.net !== net) throw new Error('the net differs');
      },
    },
    { name: QUOTE, run: () => priceQuote(quote) },
  ]);
  return [atMost(times, QUOTE, 6, LOOP)];
}
