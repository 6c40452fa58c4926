import { type Decimal, minus } from '../../core/decimal.js';
import { roundDecimal, toIncrement } from '../../core/rounding.js';
import { IntegerAmounts, NotExact } from '../condition/integerAmounts.js';
import type { ConditionRun, RunSetup } from '../condition/runConditions.js';
import { integerScale } from './integerScale.js';
import { IntegerTaxes } from './integerTaxes.js';
import { presentDeltas, presentQuote } from './presentQuote.js';
import type { PricedLine, PricedQuote } from './quote.js';
import { resolveConditions, roundRun } from './resolveConditions.js';

/** Does what can be done over integers; `null` where some figure would not be exact and decimals have to do it. */
export function inIntegers<T>(setup: RunSetup, work: (amounts: IntegerAmounts) => T): T | null {
  const scale = integerScale(setup);
  if (scale === null) return null;
  try {
    return work(new IntegerAmounts(setup.rounder, scale));
  } catch (error) {
    if (error instanceof NotExact) return null;
    throw error;
  }
}

/** A quote over integers: the same bytes as over decimals, many times faster; `null` where they would not be exact. */
export function integerQuote(setup: RunSetup): PricedQuote | null {
  return inIntegers(setup, (amounts) => {
    const run = resolveConditions(setup, amounts);
    const { priceTax } = setup.quote;
    const { place, tax, taxBasis, gross } = setup.rounder.policy;
    const isByLine = priceTax === 'exclusive' && place === 'line' && tax === 'line' && setup.late.length === 0;
    return isByLine && taxBasis === 'rounded' && gross === 'sum'
      ? quoteByLine(setup, run, amounts)
      : presentQuote(setup, run, roundRun(setup, run, amounts), amounts);
  });
}

/** A quote of which every line and tax is rounded by itself. */
function quoteByLine(setup: RunSetup, run: ConditionRun<number>, amounts: IntegerAmounts): PricedQuote {
  const { quote, rounder } = setup;
  const text = (amount: number): string => amounts.roundedText(amount);
  const taxes = new IntegerTaxes(amounts, rounder.policy.mode);
  const totals = { list: 0, net: 0, tax: 0 };
  const residues: { place: 'line'; id: string; amount: string }[] = [];
  const presented = new Map<string, PricedLine>();
  for (const line of run.lines) {
    const { read } = line;
    const { id } = read.line;
    const running = read.sign < 0 ? -line.running : line.running;
    const list = read.sign < 0 ? -line.list : line.list;
    const net = amounts.round(running);
    const taxed = taxes.of(read.taxes, net, running);
    if (net !== running) residues.push({ place: 'line', id, amount: amounts.text(net - running) });
    totals.list = amounts.plus(totals.list, list);
    totals.net = amounts.plus(totals.net, net);
    totals.tax = amounts.plus(totals.tax, taxed.tax);
    const netText = text(net);
    presented.set(id, {
      id,
      list: amounts.text(list),
      net: netText,
      tax: text(taxed.tax),
      gross: taxed.tax === 0 ? netText : text(net + taxed.tax),
      exact: { net: amounts.text(running), tax: taxed.exact },
      deltas: presentDeltas(line, amounts),
    });
  }
  const gross = amounts.plus(totals.net, totals.tax);
  const due = amounts.decimalOf(gross);
  const payable = inCash(setup, due);
  return {
    status: 'priced',
    currency: quote.currency,
    rounding: rounder.policy,
    lines: quote.lines.map(({ id }) => presented.get(id)!),
    subtotals: run.subtotals,
    taxes: taxes.table(),
    list: amounts.text(totals.list),
    net: text(totals.net),
    tax: text(totals.tax),
    gross: text(gross),
    cashRounding: rounder.text(minus(payable, due)),
    payable: rounder.text(payable),
    residues,
    applied: run.applied,
    inactive: run.inactive,
    freeGoods: run.freeGoods,
    budgets: run.budgets,
  };
}

/** What is paid, rounded where cash is. */
function inCash({ quote: { cash } }: RunSetup, due: Decimal): Decimal {
  if (cash === undefined) return due;
  return roundDecimal(due, toIncrement(cash.increment, ['quote', 'cash', 'increment']), cash.mode);
}
