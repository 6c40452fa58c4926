import { compareText } from '../../core/compareText.js';
import {
  type Decimal,
  type DecimalString,
  divide,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import { type Path, type Reason } from '../../core/errors.js';
import { compileChargeModel } from '../charge/compileCharge.js';
import { Figure, figureOf, product, readFigure } from '../condition/figure.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import type { CompiledPriceBook } from '../priceBook/compilePriceBook.js';
import { fail } from '../fail.js';
import { type BareLine, ReadLine, type ReadTax } from './readLine.js';
import { type ShareLine, shareLines } from './shareLines.js';
import type { LineTax, QuoteInput, QuoteLine } from './quote.js';

/** A line without a price. */
export interface UnpricedLine {
  readonly line: string;
  readonly reasons: readonly Reason[];
}

/** A quote that can not be priced as a whole. */
export interface IncompleteLines {
  /** Lines without a price, in the order of the lines. */
  readonly unpriced: readonly UnpricedLine[];
  /** The other lines with their list amounts, in their order; shares of lines without a price are in neither. */
  readonly lines: readonly { readonly id: string; readonly list: DecimalString }[];
}

/** The lines of a quote before conditions, by id; those that are a share of what others come to after them have no amount yet. */
export interface ReadLines {
  readonly lines: readonly ReadLine[];
  readonly late: readonly { readonly share: ShareLine; readonly line: BareLine }[];
}

/** Prices the lines of a quote before conditions, or says which have no price. */
export function readLines(quote: QuoteInput, book: CompiledPriceBook | null, path: Path): ReadLines | IncompleteLines {
  const at = (index: number): Path => [...path, 'lines', index];
  distinct(
    quote.lines.map(({ id }) => id),
    (index) => [...at(index), 'id'],
  );
  const shares = shareLines(quote, path);
  const figures = new Figures();
  const bare = quote.lines.map((line, index) => bareLine(line, quote, book, figures, () => at(index)));
  const unpriced: UnpricedLine[] = [];
  const amounts = bare.map(({ line, quantity }, index): Figure | null => {
    if (line.charge?.kind === 'percentOf') return null;
    const amount = listAmount(quote, line, quantity, book, () => at(index));
    if (amount instanceof Figure) return amount;
    unpriced.push({ line: line.id, reasons: amount });
    return null;
  });
  if (unpriced.length > 0) {
    const lines = bare.flatMap(({ line: { id }, sign }, index) => {
      const list = amounts[index];
      return list == null ? [] : [{ id, list: toText(sign < 0 ? list.value.neg() : list.value) }];
    });
    return { unpriced, lines };
  }
  const listOf = (id: string): { list: Decimal; net: Decimal } => {
    const index = bare.findIndex(({ line }) => line.id === id);
    const { value } = amounts[index]!;
    const list = bare[index]!.sign < 0 ? value.neg() : value;
    return { list, net: list };
  };
  for (const { index, isLate, rate } of shares) if (!isLate) amounts[index] = figureOf(rate(listOf));
  const lines: ReadLine[] = [];
  bare.forEach((line, index) => {
    const list = amounts[index];
    if (list != null) lines.push(withAmount(line, list));
  });
  return {
    // What is shared out or granted goes by id, so that the order of the lines changes no figure.
    lines: lines.toSorted(byId),
    late: shares.filter(({ isLate }) => isLate).map((share) => ({ share, line: bare[share.index]! })),
  };
}

/** Figures by their texts: quantities and rates of lines are mostly the same few. */
class Figures {
  private readonly known = new Map<string, Figure>();

  read(text: string, path: () => Path): Figure {
    let figure = this.known.get(text);
    if (figure === undefined) {
      figure = readFigure(text, path);
      this.known.set(text, figure);
    }
    return figure;
  }
}

/** Compares lines by id. */
export function byId(a: Pick<BareLine, 'line'>, b: Pick<BareLine, 'line'>): number {
  return compareText(a.line.id, b.line.id);
}

/** A line with its amount; a share may be below zero where those that it is taken of are. */
export function withAmount(line: BareLine, amount: Figure): ReadLine {
  if (!amount.isNegative) return new ReadLine(line, line.sign, amount);
  return new ReadLine(line, line.sign > 0 ? -1 : 1, amount.abs());
}

function bareLine(
  line: QuoteLine,
  { negative = 'reject' }: QuoteInput,
  book: CompiledPriceBook | null,
  figures: Figures,
  path: () => Path,
): BareLine {
  const asked = figures.read(line.quantity, () => [...path(), 'quantity']);
  if (asked.isNegative && negative === 'reject') {
    fail('pricing.negativeQuantity', [...path(), 'quantity'], { value: line.quantity });
  }
  const quantity = asked.isNegative && negative === 'clampToZero' ? figures.read('0', path) : asked.abs();
  const item = book?.itemOf(line.sku);
  const size = item?.units?.find(({ unit }) => unit === line.unit);
  const isBelow = asked.isNegative && negative === 'mirror' && line.charge?.kind !== 'percentOf';
  return {
    line,
    sign: isBelow ? -1 : 1,
    quantity,
    baseQuantity:
      size === undefined
        ? quantity
        : figureOf(divide(times(quantity.value, toDecimal(size.factor)), toDecimal(size.per ?? ONE))),
    taxes: readTaxes(line.taxes ?? [], figures, path),
    item,
  };
}

/** The list amount of a quantity of at least 0. */
function listAmount(
  { currency, on, context = {} }: QuoteInput,
  line: QuoteLine,
  quantity: Figure,
  book: CompiledPriceBook | null,
  path: () => Path,
): Figure | readonly Reason[] {
  const { charge, unitPrice, sku, unit } = line;
  if (unitPrice !== undefined)
    return product(
      readFigure(unitPrice, () => [...path(), 'unitPrice']),
      quantity,
    );
  if (charge !== undefined) {
    const isOfAmount = charge.kind === 'percentage' || charge.kind === 'callerPriced';
    const input = isOfAmount
      ? line.amount === undefined
        ? {}
        : { amount: line.amount }
      : { quantity: quantity.value };
    const rated = compileChargeModel({ code: line.id, currency, model: charge }, [...path(), 'charge']).run(input);
    return rated.status === 'priced' ? figureOf(toDecimal(rated.exact)) : rated.reasons;
  }
  if (book === null) return fail('pricing.missingInput', [...path(), 'unitPrice'], { kind: 'unitPrice' });
  const price = book.price({
    sku,
    quantity: quantity.value,
    on,
    currency,
    context,
    ...(unit === undefined ? {} : { unit }),
  });
  if (price.status === 'unpriced') return price.reasons;
  const { exact, total } = price;
  if (total !== undefined) return figureOf(toDecimal(total));
  return product(readFigure(exact, path), quantity);
}

const NO_TAXES: readonly ReadTax[] = [];

function readTaxes(taxes: readonly LineTax[], figures: Figures, path: () => Path): readonly ReadTax[] {
  if (taxes.length === 0) return NO_TAXES;
  let before = ZERO;
  return taxes.map((tax, index) => {
    const rate = figures.read(tax.rate, () => [...path(), 'taxes', index, 'rate']);
    const share = tax.compound === true ? figureOf(times(rate.value, plus(ONE, before))) : rate;
    before = plus(before, share.value);
    return { tax, rate, share };
  });
}
