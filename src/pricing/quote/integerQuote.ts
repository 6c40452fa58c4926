import { type Decimal, minus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import { quotient, type Quotient } from '../../core/fixed/quotient.js';
import { roundSafe } from '../../core/fixed/safeQuotient.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { roundDecimal, toIncrement } from '../../core/rounding.js';
import type { RunSetup } from '../condition/runConditions.js';
import { type RunningLine, startLine } from '../condition/runningLine.js';
import { type PlainStep, plainSteps } from './plainSteps.js';
import type { AppliedCondition, LineDelta, PricedLine, PricedQuote } from './quote.js';
import { IntegerTaxes } from './integerTaxes.js';

/** A line in integers of one unit. */
interface IntegerLine {
  readonly line: RunningLine;
  readonly list: number;
  running: number;
  readonly deltas: LineDelta[];
}

/**
 * A quote whose conditions are rates on lines, computed on safe integers: the same bytes as over decimals, many times faster.
 * `null` where it has anything else in it or where a product may leave 2⁵³: decimals then do it.
 */
export function integerQuote(setup: RunSetup): PricedQuote | null {
  const { quote, rounder } = setup;
  const { policy, increment } = rounder;
  const steps = plainSteps(setup);
  if (steps === null) return null;
  const isEach = policy.conditions === 'each';
  const places = setup.lines.reduce((most, { list }) => Math.max(most, list.dp()), 0);
  // Unrounded, each rate adds its decimals.
  const grown = isEach ? 0 : steps.reduce((sum, { scale }) => sum + scale, 0);
  const scale = Math.max(increment.dp(), places + grown);
  const unit = parseScaled(toText(increment), scale);
  const lines = setup.lines.map((read): IntegerLine => {
    const list = parseScaled(toText(read.list), scale);
    return { line: startLine(read), list, running: list, deltas: [] };
  });
  if (!(unit <= WIDE) || lines.some(({ list }) => !(list <= WIDE))) return null;

  const decimals = (rounder.text(ZERO).split('.')[1] ?? '').length;
  const exactText = (value: number): string => scaledText(value, scale);
  const text = (value: number): string => scaledText(value, scale, decimals);
  const toUnit = quotient(BigInt(unit), policy.mode);
  const applied: AppliedCondition[] = [];
  for (const step of steps) {
    const own = lines.filter(({ line }) => step.one.isFor(line));
    // Why a condition comes to nothing, decimals say.
    if (own.length === 0 || (step.isDiscount && own.every(({ running }) => running === 0))) return null;
    const code = step.one.condition.code;
    const by = isEach ? quotient(BigInt(unit) * 10n ** BigInt(step.scale), policy.mode) : null;
    let sum = 0;
    for (const each of own) {
      const drawn = sizeOn(step, each, by, unit);
      if (drawn === null) return null;
      const delta = step.isDiscount ? -drawn.size : drawn.size;
      sum += delta;
      each.running += delta;
      if (each.running > WIDE) return null;
      if (delta === 0 && !drawn.isCapped) continue;
      const exact = exactText(delta);
      const whole = isEach && delta % unit === 0 ? delta : rounded(delta, toUnit, unit);
      // A figure of all decimals without a zero at its end is written in one way.
      const amount = whole === delta && scale === decimals && delta % 10 !== 0 ? exact : text(whole);
      each.deltas.push(
        drawn.isCapped ? { condition: code, exact, amount, cappedBy: 'zero' } : { condition: code, exact, amount },
      );
    }
    if (!Number.isSafeInteger(sum)) return null;
    applied.push({ condition: code, exact: exactText(sum), lines: own.map(({ line }) => line.read.line.id) });
  }

  const taxes = new IntegerTaxes(unit, scale, policy.mode, text);
  const totals = { list: 0, net: 0, tax: 0 };
  const residues: { place: 'line'; id: string; amount: string }[] = [];
  const presented = new Map<string, PricedLine>();
  for (const { line, list, running, deltas } of lines) {
    const { id } = line.read.line;
    const net = rounded(running, toUnit, unit);
    const taxed = taxes.of(line.read.taxes, net, running);
    if (taxed === null) return null;
    if (net !== running) residues.push({ place: 'line', id, amount: exactText(net - running) });
    totals.list += list;
    totals.net += net;
    totals.tax += taxed.tax;
    const exact = { net: exactText(running), tax: taxed.exact };
    presented.set(id, {
      id,
      list: exactText(list),
      net: text(net),
      tax: text(taxed.tax),
      gross: text(net + taxed.tax),
      exact,
      deltas,
    });
  }
  const gross = totals.net + totals.tax;
  if (![totals.list, totals.net, gross].every(Number.isSafeInteger) || !taxes.isSafe()) return null;
  const due = toDecimal(exactText(gross));
  const payable = inCash(setup, due);
  return {
    status: 'priced',
    currency: quote.currency,
    rounding: policy,
    lines: quote.lines.map(({ id }) => presented.get(id)!),
    subtotals: [],
    taxes: taxes.table(),
    list: exactText(totals.list),
    net: text(totals.net),
    tax: text(totals.tax),
    gross: text(gross),
    cashRounding: rounder.text(minus(payable, due)),
    payable: rounder.text(payable),
    residues,
    applied,
    inactive: [],
    freeGoods: [],
    budgets: [],
  };
}

function rounded(value: number, toUnit: Quotient, unit: number): number {
  return unit === 1 ? value : roundSafe(value, toUnit) * unit;
}

/** What a rate takes or adds: at least 0, and of a discount at most what there is; `null` where a product is too large. */
function sizeOn(
  { isDiscount, isOnList, rate, scale }: PlainStep,
  { list, running }: IntegerLine,
  by: Quotient | null,
  unit: number,
): { readonly size: number; readonly isCapped: boolean } | null {
  const basis = isOnList ? list : running;
  if (rate <= 0) return { size: 0, isCapped: false };
  // Unrounded, the basis ends in as many zeros as the rate has decimals, so that the quotient is whole.
  const product = by === null ? (basis / 10 ** scale) * rate : basis * rate;
  if (product > MOST || (by !== null && product + by.divisor > Math.min(MOST, by.divisor * WIDE))) return null;
  const whole = by === null ? product : roundSafe(product, by) * unit;
  if (!isDiscount) return { size: whole, isCapped: false };
  // What takes all takes all: before rounding it is compared with what there is.
  const all = by === null ? running : running * 10 ** scale;
  if (all > MOST) return null;
  return {
    size: Math.min(product >= all ? running : whole, running),
    isCapped: product > all || (product < all && whole > running),
  };
}

const MOST = Number.MAX_SAFE_INTEGER;
/** How many times its divisor a quotient in doubles may divide; amounts that may have to be divided stay below it. */
const WIDE = 2 ** 50;

/** What is paid, rounded where cash is. */
function inCash({ quote: { cash } }: RunSetup, due: Decimal): Decimal {
  if (cash === undefined) return due;
  return roundDecimal(due, toIncrement(cash.increment, ['quote', 'cash', 'increment']), cash.mode);
}
