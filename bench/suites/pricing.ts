import { Decimal } from 'decimal.js';
import { type Dinero, add, dinero, halfUp, multiply, subtract, toSnapshot, transformScale, up } from 'dinero.js';
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
import { type Contender, race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { jsonRules } from '../peers/jsonRulesEngine.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { type Findings, type Result, atLeast, atMost } from '../targets.js';
import { workload } from '../workload.js';

/** Rates in 10⁻⁴ and bounds in whole units of the tiers that are charged. */
const BOUNDS = [100, 1000, 10_000, Infinity] as const;
const RATES = [12_500, 11_000, 9_750, 8_000] as const;

/** A time in rows of the loop, which takes 12.6 ns a row where the bounds were set: 3 µs, 20 µs and 0.3 ms. */
const REQUEST = 240;
const RULE = 1590;
const QUOTE = 24_000;
const BASE = 'integer loop, a row';

/** The loop that times are told in. */
function base({ rows, payees }: Size): Contender {
  const work = workload(rows, payees);
  const lines = new Float64Array(rows);
  const limits = tables(work);
  return { name: BASE, rows, run: () => integerLoop(work, limits, lines), check: sameAs(payouts(work)) };
}

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

async function book(size: Size): Promise<Result[]> {
  const { rows, slowestRows, repetitions } = size;
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
    base(size),
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
    base(size),
    { name: PARSE, run: () => JSON.parse(text) as unknown },
    { name: COMPILE, run: () => compilePriceBook(data) },
  ]);
  return [
    atMost(times, COLUMNS, REQUEST, BASE),
    atMost(times, COLUMNS, 22, SCAN),
    atLeast(times, COLUMNS, 50, ENGINE),
    atMost(compiling, COMPILE, RULE, BASE),
    atMost(compiling, COMPILE, 20, PARSE),
  ];
}

const LINES = 100;
const CONDITIONS = 20;
const QUOTES = 50;

/** Rates only: what a loop of a few lines can do as well. */
function ratesOnly(index: number): Condition {
  return {
    code: `c${String(index).padStart(2, '0')}`,
    kind: 'discount',
    scope: 'line',
    reward: { type: 'rate', rate: '0.01' },
  };
}

/** Bounds, items, amounts of units, groups, a budget, and discounts that are shared out over the quote. */
function allKinds(index: number): Condition {
  const rate = ratesOnly(index);
  if (index === CONDITIONS - 1) return { ...rate, scope: 'quote', reward: { type: 'rate', rate: '0.02' } };
  if (index === CONDITIONS - 2)
    return { ...rate, scope: 'quote', reward: { type: 'amount', amount: '20', per: 'quote' }, budget: 'spring' };
  if (index % 5 === 0) return { ...rate, trigger: { minQty: '2', maxAmount: '250' } };
  if (index % 5 === 1) return { ...rate, reward: { type: 'amount', amount: '0.05', per: 'unit' } };
  if (index % 5 === 2) return { ...rate, items: { field: 'attributes.family', op: 'eq', value: 'chairs' } };
  if (index % 5 === 3) return { ...rate, group: index < CONDITIONS / 2 ? 'first' : 'second' };
  return { ...rate, basis: 'list' };
}

function quoteOf(number: number, conditionAt: (index: number) => Condition): QuoteInput {
  return {
    code: `Q${number}`,
    currency: 'EUR',
    on: '2026-03-01',
    priceTax: 'exclusive',
    rounding: 'stripeLine',
    lines: Array.from({ length: LINES }, (_, index) => ({
      id: String(index),
      sku: `S${index}`,
      quantity: '3',
      unitPrice: `${index + number}.95`,
    })),
    conditions: Array.from({ length: CONDITIONS }, (_, index) => conditionAt(index)),
  };
}

/** The same lines with taxes, and with what conditions of all kinds read. */
function fullQuoteOf(number: number): QuoteInput {
  const quote = quoteOf(number, allKinds);
  return {
    ...quote,
    lines: quote.lines.map((line, index) => ({
      ...line,
      taxes: [{ code: 'VAT', rate: '0.19' }],
      attributes: { family: index % 2 === 0 ? 'chairs' : 'desks' },
    })),
    budgets: [{ budget: { code: 'spring', limit: '500', unit: 'amount' }, committed: '0', reservations: [] }],
  };
}

/** The net of a quote, one line after the other. */
function netByDecimal({ lines, conditions }: QuoteInput): string {
  const rates = conditions!.map(({ reward }) => new Decimal(reward.type === 'rate' ? reward.rate : 0));
  let net = new Decimal(0);
  for (const { unitPrice } of lines) {
    let running = new Decimal(unitPrice!).times(3);
    for (const rate of rates) running = running.minus(running.times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
    net = net.plus(running);
  }
  return net.toFixed(2);
}

/** The same with dinero.js, which writes no decimals: in cents. */
function netByDinero({ lines, conditions }: QuoteInput): string {
  const cents = (amount: number): Dinero<number, 'USD'> => dinero({ amount, currency: USD });
  const rate = { amount: 1, scale: 2 };
  let net = cents(0);
  for (const { unitPrice } of lines) {
    let running = multiply(cents(Number(unitPrice!.replace('.', ''))), 3);
    for (let at = 0; at < conditions!.length; at++)
      running = subtract(running, transformScale(multiply(running, rate), 2, halfUp));
    net = add(net, running);
  }
  return (toSnapshot(net).amount / 100).toFixed(2);
}

async function quotes(size: Size): Promise<Result[]> {
  const DECIMAL = 'decimal.js, a product and a difference each';
  const DINERO = 'dinero.js, the same';
  const RATES_ONLY = 'priceQuote, rates on lines';
  const ALL_KINDS = 'priceQuote, conditions of all kinds';
  const ofRates = Array.from({ length: QUOTES }, (_, number) => quoteOf(number, ratesOnly));
  const ofAll = Array.from({ length: QUOTES }, (_, number) => fullQuoteOf(number));
  const netOf = (quote: QuoteInput): string => {
    const result = priceQuote(quote);
    if (result.status !== 'priced') throw new Error('a line has no price');
    return result.net;
  };
  const wanted = ofRates.map(netByDecimal);
  const check = (nets: readonly string[]): void => {
    wanted.forEach((each, number) => {
      if (nets[number] !== each) throw new Error(`quote ${number} comes to ${each}, got ${nets[number]}`);
    });
  };
  const times = await race(`A quote of ${LINES} lines with ${CONDITIONS} conditions`, QUOTES, size.repetitions, [
    base(size),
    { name: DECIMAL, run: () => ofRates.map(netByDecimal), check },
    { name: DINERO, run: () => ofRates.map(netByDinero), check },
    { name: RATES_ONLY, run: () => ofRates.map(netOf), check },
    { name: ALL_KINDS, run: () => ofAll.map(netOf) },
  ]);
  return [
    atMost(times, RATES_ONLY, QUOTE, BASE),
    atLeast(times, RATES_ONLY, 1, DECIMAL),
    atLeast(times, RATES_ONLY, 1, DINERO),
    atMost(times, ALL_KINDS, 3 * QUOTE, BASE),
  ];
}
