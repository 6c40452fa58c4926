import { compareText } from '../../core/compareText.js';
import { type Decimal, divide, minus, ONE, plus, times, toText, ZERO } from '../../core/decimal.js';
import { roundDecimal, toIncrement } from '../../core/rounding.js';
import type { PricedQuote, QuoteInput, QuoteTax } from './quote.js';
import type { Rounder } from './quoteRounding.js';
import type { ReadLine, ReadTax } from './readLine.js';

/** A line after all conditions, in decimals. */
export interface FinalLine {
  readonly read: ReadLine;
  readonly running: Decimal;
  /** The list amount with the deltas of the line's own conditions. */
  readonly ofLine: Decimal;
}

/** A line in figures of its sign. */
export interface RoundedLine {
  readonly line: FinalLine;
  readonly exactNet: Decimal;
  readonly exactTax: Decimal;
  net: Decimal;
  gross: Decimal;
  /** Beside the taxes of the line. */
  taxes: Decimal[];
}

/** All rounded figures of a quote. */
export interface RoundedQuote {
  readonly lines: readonly RoundedLine[];
  readonly taxes: readonly QuoteTax[];
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly gross: Decimal;
  readonly payable: Decimal;
  readonly residues: PricedQuote['residues'];
}

/** Rounds a quote where its policy says so. */
export function roundQuote(quote: QuoteInput, running: readonly FinalLine[], rounder: Rounder): RoundedQuote {
  const isInclusive = quote.priceTax === 'inclusive';
  const { place } = rounder.policy;
  const exact = running.map((line) => signed(line, line.running));
  const prices = roundPrices(running, exact, rounder, isInclusive);
  const lines = running.map((line, index): RoundedLine => {
    const amount = exact[index]!;
    const exactNet = isInclusive ? divide(amount, withTax(line)) : amount;
    const exactTax = isInclusive ? minus(amount, exactNet) : times(amount, shares(line));
    return { line, exactNet, exactTax, net: prices[index]!, gross: prices[index]!, taxes: [] };
  });
  if (isInclusive) taxInclusive(lines, exact, rounder);
  else taxExclusive(lines, rounder);

  const sum = (figure: (line: RoundedLine) => Decimal): Decimal =>
    lines.reduce((total, line) => plus(total, figure(line)), ZERO);
  const net = sum((line) => line.net);
  const gross = sum((line) => line.gross);
  const { cash } = quote;
  const payable =
    cash === undefined
      ? gross
      : roundDecimal(gross, toIncrement(cash.increment, ['quote', 'cash', 'increment']), cash.mode);
  const over = prices.map((price, index) => minus(price, exact[index]!));
  const residues = (
    place === 'document'
      ? [{ place, id: quote.code, amount: over.reduce((total, part) => plus(total, part), ZERO) }]
      : over.map((amount, index) => ({ place, id: running[index]!.read.line.id, amount }))
  ).flatMap(({ amount, ...rest }) => (amount.isZero() ? [] : [{ ...rest, amount: toText(amount) }]));
  return { lines, taxes: taxTable(lines, rounder), net, tax: minus(gross, net), gross, payable, residues };
}

function signed({ read }: FinalLine, amount: Decimal): Decimal {
  return read.sign < 0 ? amount.neg() : amount;
}

function shares({ read: { taxes } }: FinalLine): Decimal {
  return taxes.reduce((sum, { share }) => plus(sum, share.value), ZERO);
}

function withTax(line: FinalLine): Decimal {
  return plus(ONE, shares(line));
}

/** The amounts that the quote states: nets of prices without tax, gross of prices with it. */
function roundPrices(
  running: readonly FinalLine[],
  exact: readonly Decimal[],
  rounder: Rounder,
  isInclusive: boolean,
): Decimal[] {
  const { place } = rounder.policy;
  if (place === 'document') {
    return shareOut(rounder.round(exact.reduce((sum, amount) => plus(sum, amount), ZERO)), exact, rounder);
  }
  if (place === 'line' || isInclusive) return exact.map(rounder.round);
  return running.map((line) => {
    const quantity = line.read.quantity.value;
    // Where all is taken off, what the rounding of a unit added is not left to pay.
    if (line.running.isZero()) return ZERO;
    const unit = quantity.isZero() ? ZERO : rounder.round(divide(line.ofLine, quantity));
    const net = rounder.round(plus(times(unit, quantity), minus(line.running, line.ofLine)));
    return signed(line, net.lt(0) ? ZERO : net);
  });
}

/** Shares a total of rounded amounts out by exact ones; those below zero are rounded apart, so that no part changes its sign. */
function shareOut(total: Decimal, exact: readonly Decimal[], { round, share }: Rounder): Decimal[] {
  const side = (amount: Decimal, isOn: (value: Decimal) => boolean): Decimal[] => {
    if (!exact.some(isOn)) return exact.map(() => ZERO);
    return share(
      amount,
      exact.map((value) => (isOn(value) ? value.abs() : ZERO)),
    );
  };
  const isBelow = (value: Decimal): boolean => value.lt(0);
  const below = round(exact.filter(isBelow).reduce((sum, value) => plus(sum, value), ZERO));
  const isAbove = (value: Decimal): boolean => !isBelow(value);
  if (!exact.some(isAbove)) return side(total, isBelow);
  const negative = side(below, isBelow);
  return side(minus(total, below), isAbove).map((part, index) => plus(part, negative[index]!));
}

function taxExclusive(lines: readonly RoundedLine[], rounder: Rounder): void {
  const { tax, taxBasis, gross } = rounder.policy;
  const baseOf = (line: RoundedLine): Decimal => (taxBasis === 'exact' ? line.exactNet : line.net);
  if (tax === 'line') {
    for (const line of lines) {
      let before = ZERO;
      line.taxes = line.line.read.taxes.map(({ tax: terms, rate }) => {
        const base = terms.compound === true ? plus(baseOf(line), before) : baseOf(line);
        const exact = times(base, rate.value);
        const amount = rounder.round(exact);
        before = plus(before, taxBasis === 'exact' ? exact : amount);
        return amount;
      });
      const wanted = rounder.round(plus(line.exactNet, line.exactTax));
      if (gross === 'exact') addToLargest(line.taxes, minus(minus(wanted, line.net), total(line.taxes)));
      line.gross = plus(line.net, total(line.taxes));
    }
    return;
  }
  const codes = codesOf(lines);
  const exacts = codes.map((code) => lines.map((line) => times(baseOf(line), shareOf(line, code))));
  const totals = exacts.map((each) => rounder.round(total(each)));
  if (gross === 'exact') {
    const wanted = rounder.round(total(lines.map((line) => plus(line.exactNet, line.exactTax))));
    addToLargest(totals, minus(minus(wanted, total(lines.map(({ net }) => net))), total(totals)));
  }
  giveOut(lines, codes, exacts, totals, rounder);
  for (const line of lines) line.gross = plus(line.net, total(line.taxes));
}

/** The gross stands; net and tax are parts of it. */
function taxInclusive(lines: readonly RoundedLine[], exact: readonly Decimal[], rounder: Rounder): void {
  const { tax, taxBasis, inclusive, place } = rounder.policy;
  const nets = lines.map((line, index) =>
    // Most gross amounts are exact, and a division takes longer than all else.
    taxBasis === 'exact' || line.gross.eq(exact[index]!) ? line.exactNet : divide(line.gross, withTax(line.line)),
  );
  const exactOf = (line: number, share: Decimal): Decimal => times(nets[line]!, share);
  if (place === 'unit' || inclusive === 'roundNet') {
    const rounded =
      place === 'unit'
        ? lines.map(({ line }, index) => {
            const quantity = line.read.quantity.value;
            return quantity.isZero()
              ? ZERO
              : rounder.round(times(rounder.round(divide(nets[index]!, quantity)), quantity));
          })
        : tax === 'line'
          ? nets.map(rounder.round)
          : shareOut(rounder.round(total(nets)), nets, rounder);
    lines.forEach((line, index) => {
      line.net = line.line.read.taxes.length === 0 ? line.gross : rounded[index]!;
      const parts = line.line.read.taxes.map(({ share }) => exactOf(index, share.value));
      line.taxes = parts.length === 0 ? [] : shareOut(minus(line.gross, line.net), parts, rounder);
    });
    return;
  }
  if (tax === 'line') {
    lines.forEach((line, index) => {
      line.taxes = line.line.read.taxes.map(({ share }) => rounder.round(exactOf(index, share.value)));
    });
  } else {
    const codes = codesOf(lines);
    const exacts = codes.map((code) => lines.map((line, index) => exactOf(index, shareOf(line, code))));
    giveOut(
      lines,
      codes,
      exacts,
      exacts.map((each) => rounder.round(total(each))),
      rounder,
    );
  }
  lines.forEach((line, index) => {
    line.net = minus(line.gross, total(line.taxes));
    // Taxes that are each rounded up can come to more than a price of a few cents.
    if (line.net.isZero() || line.net.isNegative() === line.gross.isNegative()) return;
    const parts = line.line.read.taxes.map(({ share }) => exactOf(index, share.value));
    line.taxes = shareOut(line.gross, parts, rounder);
    line.net = ZERO;
  });
}

/** Code and rate of a tax as one text. */
function codeOf({ tax, rate }: ReadTax): string {
  return JSON.stringify([tax.code, toText(rate.value)]);
}

function codesOf(lines: readonly RoundedLine[]): string[] {
  return [...new Set(lines.flatMap(({ line }) => line.read.taxes.map(codeOf)))].toSorted(compareText);
}

function shareOf({ line }: RoundedLine, code: string): Decimal {
  return line.read.taxes.filter((tax) => codeOf(tax) === code).reduce((sum, { share }) => plus(sum, share.value), ZERO);
}

/** Shares the totals of taxes out to the lines that have them. */
function giveOut(
  lines: readonly RoundedLine[],
  codes: readonly string[],
  exacts: readonly Decimal[][],
  totals: readonly Decimal[],
  rounder: Rounder,
): void {
  const parts = codes.map((_, at) => shareOut(totals[at]!, exacts[at]!, rounder));
  lines.forEach((line, index) => {
    const seen = new Set<string>();
    line.taxes = line.line.read.taxes.map((tax) => {
      const code = codeOf(tax);
      if (seen.has(code)) return ZERO;
      seen.add(code);
      return parts[codes.indexOf(code)]![index]!;
    });
  });
}

function addToLargest(amounts: Decimal[], difference: Decimal): void {
  if (difference.isZero() || amounts.length === 0) return;
  let largest = 0;
  amounts.forEach((amount, index) => {
    if (amount.abs().gt(amounts[largest]!.abs())) largest = index;
  });
  amounts[largest] = plus(amounts[largest]!, difference);
}

function total(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => plus(sum, amount), ZERO);
}

function taxTable(lines: readonly RoundedLine[], rounder: Rounder): QuoteTax[] {
  return codesOf(lines).map((code) => {
    const [name, rate] = JSON.parse(code) as [string, string];
    let base = ZERO;
    let amount = ZERO;
    for (const line of lines) {
      let before = ZERO;
      line.line.read.taxes.forEach((tax, index) => {
        if (codeOf(tax) === code) {
          base = plus(base, tax.tax.compound === true ? plus(line.net, before) : line.net);
          amount = plus(amount, line.taxes[index]!);
        }
        before = plus(before, line.taxes[index]!);
      });
    }
    return { code: name, rate, base: rounder.text(base), amount: rounder.text(amount) };
  });
}
