import { compareText } from '../../core/compareText.js';
import { Decimal, divide, ONE, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { type Path, type Reason } from '../../core/errors.js';
import type { NegativeQuantity } from '../charge/charge.js';
import { compileCharge } from '../charge/compileCharge.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import type { CompiledPriceBook } from '../priceBook/compilePriceBook.js';
import { fail } from '../fail.js';
import { type ShareLine, shareLines } from './shareLines.js';
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

/** The lines of a quote before conditions, by id; those that are a share of what others come to after them have no amount yet. */
export interface ReadLines {
  readonly lines: readonly ReadLine[];
  readonly late: readonly { readonly share: ShareLine; readonly line: Omit<ReadLine, 'list'> }[];
}

/** Prices the lines of a quote before conditions, or says which have no price. */
export function readLines(
  quote: QuoteInput,
  book: CompiledPriceBook | null,
  path: Path,
): ReadLines | readonly UnpricedLine[] {
  const at = (index: number): Path => [...path, 'lines', index];
  distinct(
    quote.lines.map(({ id }) => id),
    (index) => [...at(index), 'id'],
  );
  const shares = shareLines(quote, path);
  const quantities = quote.lines.map((line, index) => readQuantity(line, quote.negative ?? 'reject', at(index)));
  const amounts = new Map<string, Decimal>();
  const unpriced = quote.lines.flatMap((line, index): UnpricedLine[] => {
    if (line.charge?.kind === 'percentOf') return [];
    const amount = listAmount(quote, line, quantities[index]!.abs(), book, at(index));
    if (!(amount instanceof Decimal)) return [{ line: line.id, reasons: amount }];
    amounts.set(line.id, amount);
    return [];
  });
  if (unpriced.length > 0) return unpriced;
  const bare = quote.lines.map((line, index) => bareLine(line, quantities[index]!, book, at(index)));
  const listOf = (id: string): { list: Decimal; net: Decimal } => {
    const sign = bare.find(({ line }) => line.id === id)!.sign;
    const list = sign < 0 ? amounts.get(id)!.neg() : amounts.get(id)!;
    return { list, net: list };
  };
  for (const { index, isLate, rate } of shares) if (!isLate) amounts.set(quote.lines[index]!.id, rate(listOf));
  return {
    // What is shared out or granted goes by id, so that the order of the lines changes no figure.
    lines: bare.toSorted(byId).flatMap((line) => {
      const list = amounts.get(line.line.id);
      return list === undefined ? [] : [withAmount(line, list)];
    }),
    late: shares.filter(({ isLate }) => isLate).map((share) => ({ share, line: bare[share.index]! })),
  };
}

/** Compares lines by id. */
export function byId(a: Pick<ReadLine, 'line'>, b: Pick<ReadLine, 'line'>): number {
  return compareText(a.line.id, b.line.id);
}

/** A line with its amount; a share may be below zero where those that it is taken of are. */
export function withAmount(line: Omit<ReadLine, 'list'>, amount: Decimal): ReadLine {
  const { quantity, baseQuantity, taxes, facts } = line;
  const isBelow = amount.lt(0);
  const sign = isBelow ? (line.sign > 0 ? -1 : 1) : line.sign;
  // Written out: copying by spread takes most of the time of a long quote.
  return { line: line.line, sign, quantity, baseQuantity, list: isBelow ? amount.neg() : amount, taxes, facts };
}

function bareLine(line: QuoteLine, asked: Decimal, book: CompiledPriceBook | null, path: Path): Omit<ReadLine, 'list'> {
  const quantity = asked.abs();
  const item = book?.itemOf(line.sku);
  const size = item?.units?.find(({ unit }) => unit === line.unit);
  const baseQuantity =
    size === undefined ? quantity : divide(times(quantity, toDecimal(size.factor)), toDecimal(size.per ?? ONE));
  return {
    line,
    sign: asked.isNegative() && !asked.isZero() && line.charge?.kind !== 'percentOf' ? -1 : 1,
    quantity,
    baseQuantity,
    taxes: readTaxes(line.taxes ?? [], [...path, 'taxes']),
    facts: { ...item, id: line.id, sku: line.sku, quantity: toText(quantity), attributes: line.attributes ?? {} },
  };
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

function readTaxes(taxes: readonly LineTax[], path: Path): ReadTax[] {
  let before = ZERO;
  return taxes.map((tax, index) => {
    const rate = toDecimal(tax.rate, [...path, index, 'rate']);
    const share = tax.compound === true ? times(rate, plus(ONE, before)) : rate;
    before = plus(before, share);
    return { tax, rate, share };
  });
}
