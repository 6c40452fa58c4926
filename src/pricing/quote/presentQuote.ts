import { type Decimal, minus, plus, toText, ZERO } from '../../core/decimal.js';
import type { RunSetup } from '../condition/runConditions.js';
import type { PricedLine, PricedQuote } from './quote.js';
import type { Rounder } from './quoteRounding.js';
import type { ResolvedQuote } from './resolveConditions.js';
import type { RoundedLine } from './roundQuote.js';

/** A quote as its result. */
export function presentQuote({ quote, rounder }: RunSetup, { run, rounded }: ResolvedQuote): PricedQuote {
  const { text } = rounder;
  const lines = new Map(rounded.lines.map((line) => [line.line.read.line.id, line]));
  const list = rounded.lines.reduce(
    (sum, { line: { read } }) => plus(sum, read.sign < 0 ? read.list.neg() : read.list),
    ZERO,
  );
  return {
    status: 'priced',
    currency: quote.currency,
    rounding: rounder.policy,
    lines: quote.lines.map(({ id }) => presentLine(lines.get(id)!, rounder)),
    subtotals: run.subtotals,
    taxes: rounded.taxes,
    list: toText(list),
    net: text(rounded.net),
    tax: text(rounded.tax),
    gross: text(rounded.gross),
    cashRounding: text(minus(rounded.payable, rounded.gross)),
    payable: text(rounded.payable),
    residues: rounded.residues,
    applied: run.applied,
    inactive: run.inactive,
    freeGoods: run.freeGoods,
    budgets: run.budgets,
  };
}

function presentLine({ line, net, gross, exactNet, exactTax }: RoundedLine, { text, round }: Rounder): PricedLine {
  const { read, deltas } = line;
  const signed = (amount: Decimal): Decimal => (read.sign < 0 ? amount.neg() : amount);
  return {
    id: read.line.id,
    list: toText(signed(read.list)),
    net: text(net),
    tax: text(minus(gross, net)),
    gross: text(gross),
    exact: { net: toText(exactNet), tax: toText(exactTax) },
    deltas: deltas.map(({ condition, exact, cappedBy }) => ({
      condition,
      exact: toText(signed(exact)),
      amount: text(round(signed(exact))),
      ...(cappedBy === undefined ? {} : { cappedBy }),
    })),
  };
}
