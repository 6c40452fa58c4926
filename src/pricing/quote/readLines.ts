import { type Decimal, divide, ONE, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { type Path, type Reason } from '../../core/errors.js';
import type { NegativeQuantity } from '../charge/charge.js';
import { compileCharge } from '../charge/compileCharge.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import type { CompiledPriceBook } from '../priceBook/compilePriceBook.js';
import { fail } from '../fail.js';
import type { LineTax, QuoteInput, QuoteLine } from './quote.js';

/** A line with its list amount; the size of a line below zero, which `sign` turns around at the end. */
export interface ReadLine {
  readonly line: QuoteLine;
  readonly sign: 1 | -1;
  readonly quantity: Decimal;
  readonly baseQuantity: Decimal;
  readonly list: Decimal;
  readonly taxes: readonly ReadTax[];
  /** What rules of conditions read. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A tax of a line as a share of its net; `share` has the taxes before it in it where it is compound. */
export interface ReadTax {
  readonly tax: LineTax;
  readonly rate: Decimal;
  readonly share: Decimal;
}

/** A line without a price. */
export interface UnpricedLine {
  readonly line: string;
  readonly reasons: readonly Reason[];
}

/** Prices the lines of a quote before conditions, or says which have no price. */
export function readLines(quote: QuoteInput, book: CompiledPriceBook | null, path: Path): ReadLine[] | UnpricedLine[] {
  distinct(
    quote.lines.map(({ id }) => id),
    (index) => [...path, 'lines', index, 'id'],
  );
  const prices = new Map<string, Decimal | readonly Reason[]>();
  const quantities = quote.lines.map((line, index) =>
    readQuantity(line, quote.negative ?? 'reject', [...path, 'lines', index]),
  );
  quote.lines.forEach((line, index) => {
    if (line.charge?.kind === 'percentOf') return;
    prices.set(line.id, listAmount(quote, line, quantities[index]!.abs(), book, [...path, 'lines', index]));
  });
  rateShares(quote, prices, path);
  const unpriced = quote.lines.flatMap(({ id }) => {
    const price = prices.get(id);
    return Array.isArray(price) ? [{ line: id, reasons: price as readonly Reason[] }] : [];
  });
  if (unpriced.length > 0) return unpriced;
  return quote.lines.map((line, index) => {
    const quantity = quantities[index]!.abs();
    const item = book?.itemOf(line.sku);
    const size = item?.units?.find(({ unit }) => unit === line.unit);
    const baseQuantity =
      size === undefined ? quantity : divide(times(quantity, toDecimal(size.factor)), toDecimal(size.per ?? ONE));
    return {
      line,
      sign: quantities[index]!.isNegative() ? -1 : 1,
      quantity,
      baseQuantity,
      list: prices.get(line.id) as Decimal,
      taxes: readTaxes(line.taxes ?? [], [...path, 'lines', index, 'taxes']),
      facts: { ...item, id: line.id, sku: line.sku, quantity: toText(quantity), attributes: line.attributes ?? {} },
    };
  });
}

function readQuantity({ quantity: text }: QuoteLine, negative: NegativeQuantity, path: Path): Decimal {
  const quantity = toDecimal(text, [...path, 'quantity']);
  if (!quantity.lt(0) || negative === 'mirror') return quantity;
  if (negative === 'clampToZero') return ZERO;
  return fail('pricing.negativeQuantity', [...path, 'quantity'], { value: text });
}

/** The list amount of a quantity of at least 0. */
function listAmount(
  { currency, on, context = {} }: QuoteInput,
  line: QuoteLine,
  quantity: Decimal,
  book: CompiledPriceBook | null,
  path: Path,
): Decimal | readonly Reason[] {
  const { charge, unitPrice, sku, unit } = line;
  if (unitPrice !== undefined) return times(toDecimal(unitPrice, [...path, 'unitPrice']), quantity);
  if (charge !== undefined) {
    const isOfAmount = charge.kind === 'percentage' || charge.kind === 'callerPriced';
    const input = isOfAmount ? (line.amount === undefined ? {} : { amount: line.amount }) : { quantity };
    const rated = compileCharge({ code: line.id, currency, model: charge }).run(input);
    return rated.status === 'priced' ? toDecimal(rated.exact) : rated.reasons;
  }
  if (book === null) return fail('pricing.missingInput', [...path, 'unitPrice'], { kind: 'unitPrice' });
  const price = book.price({ sku, quantity, on, currency, context, ...(unit === undefined ? {} : { unit }) });
  if (price.status === 'unpriced') return price.reasons;
  return price.total === undefined ? times(toDecimal(price.exact), quantity) : toDecimal(price.total);
}

/** Rates the lines that are a share of others, after those. */
function rateShares(
  { lines, currency }: QuoteInput,
  prices: Map<string, Decimal | readonly Reason[]>,
  path: Path,
): void {
  const rate = (id: string, trail: readonly string[]): Decimal | readonly Reason[] => {
    const known = prices.get(id);
    if (known !== undefined) return known;
    const index = lines.findIndex((line) => line.id === id);
    const at = [...path, 'lines', index, 'charge'];
    if (trail.includes(id))
      fail('pricing.chargeCycle', at, { cycle: [...trail.slice(trail.indexOf(id)), id].join(' → ') });
    const model = lines[index]!.charge as Extract<QuoteLine['charge'], { kind: 'percentOf' }>;
    const { of } = model;
    const ids = of === 'all' ? lines.filter(({ charge }) => charge?.kind !== 'percentOf').map((line) => line.id) : of;
    const found = ids.map((other, position) => {
      if (!lines.some((line) => line.id === other)) {
        fail('pricing.unknownReference', [...at, 'of', position], { what: 'line', value: other });
      }
      return { id: other, amount: rate(other, [...trail, id]) };
    });
    const missing = found.flatMap(({ amount }) => (Array.isArray(amount) ? (amount as readonly Reason[]) : []));
    if (missing.length > 0) return missing;
    const rated = compileCharge({ code: id, currency, model }).run({
      lines: found.map(({ id: other, amount }) => ({ id: other, list: amount as Decimal, net: amount as Decimal })),
    });
    return rated.status === 'priced' ? toDecimal(rated.exact) : rated.reasons;
  };
  for (const { id } of lines) prices.set(id, rate(id, []));
}

function readTaxes(taxes: readonly LineTax[], path: Path): ReadTax[] {
  let before = ZERO;
  return taxes.map((tax, index) => {
    const rate = toDecimal(tax.rate, [...path, index, 'rate']);
    const share = tax.compound === true ? times(rate, plus(ONE, before)) : rate;
    before = plus(before, share);
    return { tax, rate, share };
  });
}
