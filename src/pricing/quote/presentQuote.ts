import { type Decimal, minus, plus, toText, ZERO } from '../../core/decimal.js';
import type { Amounts } from '../condition/amounts.js';
import type { ConditionRun, RunSetup } from '../condition/runConditions.js';
import type { RunningLine } from '../condition/runningLine.js';
import type { LineDelta, PricedLine, PricedQuote } from './quote.js';
import type { Rounder } from './quoteRounding.js';
import type { RoundedLine, RoundedQuote } from './roundQuote.js';

/** A quote as its result. */
export function presentQuote<N>(
  { quote, rounder }: RunSetup,
  run: ConditionRun<N>,
  rounded: RoundedQuote,
  amounts: Amounts<N>,
): PricedQuote {
  const { text } = rounder;
  const lines = new Map(rounded.lines.map((line) => [line.line.read.line.id, line]));
  const deltas = new Map(run.lines.map((line) => [line.read.line.id, presentDeltas(line, amounts)]));
  const list = rounded.lines.reduce(
    (sum, { line: { read } }) => plus(sum, read.sign < 0 ? read.list.value.neg() : read.list.value),
    ZERO,
  );
  return {
    status: 'priced',
    currency: quote.currency,
    rounding: rounder.policy,
    lines: quote.lines.map(({ id }) => presentLine(lines.get(id)!, deltas.get(id) ?? [], rounder)),
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

function presentLine(
  { line: { read }, net, gross, exactNet, exactTax }: RoundedLine,
  deltas: readonly LineDelta[],
  { text }: Rounder,
): PricedLine {
  const signed = (amount: Decimal): Decimal => (read.sign < 0 ? amount.neg() : amount);
  return {
    id: read.line.id,
    list: toText(signed(read.list.value)),
    net: text(net),
    tax: text(minus(gross, net)),
    gross: text(gross),
    exact: { net: toText(exactNet), tax: toText(exactTax) },
    deltas,
  };
}

/** What conditions changed on a line, in figures of its sign. */
export function presentDeltas<N>({ read, changes }: RunningLine<N>, amounts: Amounts<N>): LineDelta[] {
  const isBelow = read.sign < 0;
  return changes.map((condition, size, cappedBy): LineDelta => {
    const { exact, rounded: amount } = amounts.texts(isBelow ? amounts.minus(amounts.zero, size) : size);
    return cappedBy === undefined ? { condition, exact, amount } : { condition, exact, amount, cappedBy };
  });
}
