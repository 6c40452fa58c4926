import { toDecimal, ZERO } from '../../core/decimal.js';
import type { QuoteHistory } from '../quote/quote.js';
import type { Amounts } from './amounts.js';
import type { BoundCondition, Bounds } from './boundCondition.js';
import { type RunningLine, sumOf } from './runningLine.js';

/** The lines for which a condition is triggered, or why it is for none. */
export type Triggered<N> = readonly RunningLine<N>[] | 'triggerNotMet' | 'triggerUnknown';

/** Asks the trigger of a condition at its step. */
export function triggeredLines<N>(
  { one, quantity, amount, isOpen }: BoundCondition<N>,
  own: readonly RunningLine<N>[],
  all: readonly RunningLine<N>[],
  history: QuoteHistory,
  amounts: Amounts<N>,
): Triggered<N> {
  const { code } = one.condition;
  const { items, context, isPooled, isCumulative } = one.trigger;
  if (context !== true) return context === null ? 'triggerUnknown' : 'triggerNotMet';
  if (isOpen) return own;
  const before = isCumulative && Object.hasOwn(history, code) ? history[code]! : {};
  const earlier = (name: 'quantity' | 'amount'): N =>
    amounts.read(toDecimal(before[name] ?? ZERO, ['quote', 'history', code, name]));
  const bought = earlier('quantity');
  const paid = earlier('amount');
  const hasQuantity = quantity.min !== null || quantity.max !== null;
  const hasAmount = amount.min !== null || amount.max !== null;
  const quantityOf = (line: RunningLine<N>): N => amounts.of(line.baseQuantity);
  const passes = (lines: readonly RunningLine<N>[]): boolean =>
    (!hasQuantity || isWithin(amounts.plus(bought, sumOf(amounts, lines, quantityOf)), quantity, amounts)) &&
    (!hasAmount || isWithin(amounts.plus(paid, sumOf(amounts, lines, runningOf)), amount, amounts));
  const counted = items === null ? own : all.filter(({ read }) => items(read));
  if (isPooled) return passes(counted) ? own : 'triggerNotMet';
  const passing = counted.filter((line) => passes([line]));
  if (passing.length === 0) return 'triggerNotMet';
  return items === null ? passing : own;
}

function runningOf<N>({ running }: RunningLine<N>): N {
  return running;
}

function isWithin<N>(value: N, { min, max }: Bounds<N>, amounts: Amounts<N>): boolean {
  return (min === null || amounts.compare(min, value) <= 0) && (max === null || amounts.compare(max, value) >= 0);
}
