import { type Decimal, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { QuoteHistory } from '../quote/quote.js';
import type { CompiledCondition } from './compileCondition.js';
import { type RunningLine, sumOf } from './runningLine.js';

/** The lines for which a condition is triggered, or why it is for none. */
export type Triggered = readonly RunningLine[] | 'triggerNotMet' | 'triggerUnknown';

/** Asks the trigger of a condition at its step. */
export function triggeredLines(
  { condition: { code }, trigger }: CompiledCondition,
  own: readonly RunningLine[],
  all: readonly RunningLine[],
  history: QuoteHistory,
): Triggered {
  const { items, context, isPooled, isCumulative, quantity, amount } = trigger;
  if (context !== true) return context === null ? 'triggerUnknown' : 'triggerNotMet';
  const isOpen = quantity.min === null && quantity.max === null && amount.min === null && amount.max === null;
  if (isOpen && items === null) return own;
  const before = isCumulative && Object.hasOwn(history, code) ? history[code]! : {};
  const earlier = {
    quantity: toDecimal(before.quantity ?? ZERO, ['quote', 'history', code, 'quantity']),
    amount: toDecimal(before.amount ?? ZERO, ['quote', 'history', code, 'amount']),
  };
  const passes = (lines: readonly RunningLine[]): boolean =>
    isWithin(
      plus(
        earlier.quantity,
        sumOf(lines, ({ read }) => read.baseQuantity),
      ),
      quantity,
    ) &&
    isWithin(
      plus(
        earlier.amount,
        sumOf(lines, ({ running }) => running),
      ),
      amount,
    );
  const counted = items === null ? own : all.filter(items);
  if (isPooled) return passes(counted) ? own : 'triggerNotMet';
  const passing = counted.filter((line) => passes([line]));
  if (passing.length === 0) return 'triggerNotMet';
  return items === null ? passing : own;
}

function isWithin(
  value: Decimal,
  { min, max }: { readonly min: Decimal | null; readonly max: Decimal | null },
): boolean {
  return min?.gt(value) !== true && max?.lt(value) !== true;
}
