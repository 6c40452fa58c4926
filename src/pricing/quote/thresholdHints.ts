import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalString, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { BoundCondition, Bounds } from '../condition/boundCondition.js';
import { DecimalAmounts } from '../condition/decimalAmounts.js';
import { drawCondition, type DrawSetting, sizeOf } from '../condition/drawCondition.js';
import { type RunningLine, sumOf } from '../condition/runningLine.js';
import type { QuoteInput } from './quote.js';
import { type QuoteOptions, quoteSetup } from './quoteSetup.js';
import { resolveConditions } from './resolveConditions.js';

/** How far a threshold may be for it to be worth a hint; what is not given gives none. */
export interface HintRange {
  /** In base units. */
  readonly quantity?: DecimalString;
  readonly amount?: DecimalString;
}

/** What is missing for a condition to apply. */
export interface ThresholdHint {
  readonly condition: string;
  /** The line that is short, of a trigger that tests each line by itself. */
  readonly line?: string;
  readonly measure: 'quantity' | 'amount';
  readonly missing: DecimalString;
  /** What the condition would take off the quote as it is at its step, positive; of a line, what it would take off more. */
  readonly gain: DecimalString;
}

/**
 * Returns the discounts whose least quantity or amount the quote or one of its lines nearly reaches: how much more, and
 * what they would take off. Amounts are those that the trigger sees at its step.
 *
 * @param quote lines, conditions and the rounding
 * @param within the greatest distances of interest
 * @param options price book and rates
 * @returns by condition, measure and line; none for a quote with lines that have no price
 * @throws SalesModelError the errors of `priceQuote`
 * @example
 * import { thresholdHints } from 'salesmodel/pricing';
 *
 * thresholdHints({
 *   code: 'Q',
 *   currency: 'EUR',
 *   on: '2026-03-01',
 *   priceTax: 'exclusive',
 *   rounding: 'standard',
 *   lines: [{ id: '1', sku: 'a', quantity: '8', unitPrice: '10' }],
 *   conditions: [
 *     { code: 'ten', kind: 'discount', scope: 'quote', reward: { type: 'rate', rate: '0.1' }, trigger: { minQty: '10' } },
 *     { code: 'nine', kind: 'discount', scope: 'line', reward: { type: 'rate', rate: '0.05' }, trigger: { minQty: '9' } },
 *   ],
 * }, { quantity: '3' });
 * // => [
 * //   { condition: 'nine', line: '1', measure: 'quantity', missing: '1', gain: '4' },
 * //   { condition: 'ten', measure: 'quantity', missing: '2', gain: '8' },
 * // ]
 */
export function thresholdHints(
  quote: QuoteInput,
  within: HintRange,
  options: QuoteOptions = {},
): readonly ThresholdHint[] {
  const setup = quoteSetup(quote, options);
  if ('unpriced' in setup) return [];
  const near = {
    quantity: within.quantity === undefined ? null : toDecimal(within.quantity, ['within', 'quantity']),
    amount: within.amount === undefined ? null : toDecimal(within.amount, ['within', 'amount']),
  };
  const found: ThresholdHint[] = [];
  const { inactive } = resolveConditions(setup, new DecimalAmounts(setup.rounder), (bound, setting) =>
    found.push(...hintsOf(bound, setting, near)),
  );
  // A condition that something else keeps from applying is no nearer with more.
  const isShort = (hint: ThresholdHint): boolean =>
    inactive.some(
      ({ condition, line, reason }) =>
        reason === 'triggerNotMet' && condition === hint.condition && (line === undefined || line === hint.line),
    );
  return found
    .filter(isShort)
    .toSorted(
      (a, b) =>
        compareText(a.condition, b.condition) ||
        compareText(a.measure, b.measure) ||
        compareText(a.line ?? '', b.line ?? ''),
    );
}

/** The greatest distances of interest; `null` for none. */
type Near = Readonly<Record<'quantity' | 'amount', Decimal | null>>;

function hintsOf(bound: BoundCondition<Decimal>, setting: DrawSetting<Decimal>, near: Near): ThresholdHint[] {
  const { condition, trigger, items, hidden } = bound.one;
  if (condition.kind !== 'discount' || hidden !== null || trigger.context !== true) return [];
  const lines = setting.lines.filter(({ read }) => read.sign > 0);
  const isCounted = trigger.items ?? items;
  const counted = isCounted === null ? lines : lines.filter(({ read }) => isCounted(read));
  const code = condition.code;
  if (trigger.isPooled) {
    const short = shortageOf(bound, counted, setting, near);
    return short === null ? [] : [{ condition: code, ...short, gain: toText(sizeOn(bound, lines, setting)) }];
  }
  const passing = counted.filter((line) => isMet(bound, [line], setting));
  return counted.flatMap((line): ThresholdHint[] => {
    const short = shortageOf(bound, [line], setting, near);
    if (short === null) return [];
    // One line that passes is enough for all where other lines are counted; else it adds itself to those that pass.
    const gain =
      trigger.items === null
        ? minus(sizeOn(bound, [...passing, line], setting), sizeOn(bound, passing, setting))
        : sizeOn(bound, lines, setting);
    return [{ condition: code, line: line.read.line.id, ...short, gain: toText(gain) }];
  });
}

/** What a condition takes off lines with its trigger met. */
function sizeOn(
  bound: BoundCondition<Decimal>,
  lines: readonly RunningLine<Decimal>[],
  setting: DrawSetting<Decimal>,
): Decimal {
  const drawn = drawCondition(bound, { ...setting, lines }, true);
  return typeof drawn === 'string' ? ZERO : sizeOf(drawn, setting.amounts);
}

/** What a trigger measures of the lines that it counts together. */
function measuresOf(
  { one, quantity, amount }: BoundCondition<Decimal>,
  lines: readonly RunningLine<Decimal>[],
  { amounts, history }: DrawSetting<Decimal>,
): readonly { readonly measure: 'quantity' | 'amount'; readonly bounds: Bounds<Decimal>; readonly is: Decimal }[] {
  const { code } = one.condition;
  const before = one.trigger.isCumulative && Object.hasOwn(history, code) ? history[code]! : {};
  const withEarlier = (is: Decimal, earlier = '0'): Decimal => plus(is, toDecimal(earlier));
  const bought = sumOf(amounts, lines, (line) => line.baseQuantity.value);
  const paid = sumOf(amounts, lines, ({ running }) => running);
  return [
    { measure: 'quantity', bounds: quantity, is: withEarlier(bought, before.quantity) },
    { measure: 'amount', bounds: amount, is: withEarlier(paid, before.amount) },
  ];
}

/** Whether nothing is missing. */
function isMet(
  bound: BoundCondition<Decimal>,
  lines: readonly RunningLine<Decimal>[],
  setting: DrawSetting<Decimal>,
): boolean {
  return measuresOf(bound, lines, setting).every(
    ({ bounds: { min, max }, is }) => (min?.lte(is) ?? true) && (max?.gte(is) ?? true),
  );
}

/** The one thing that is missing; `null` where that is nothing, too much, or several things, which are no single step away. */
function shortageOf(
  bound: BoundCondition<Decimal>,
  lines: readonly RunningLine<Decimal>[],
  setting: DrawSetting<Decimal>,
  near: Near,
): Pick<ThresholdHint, 'measure' | 'missing'> | null {
  const measures = measuresOf(bound, lines, setting);
  const short = measures.filter(({ bounds: { min }, is }) => min?.gt(is) === true);
  const isOver = measures.some(({ bounds: { min, max }, is }) => max?.lt(min?.gt(is) === true ? min : is) === true);
  const [first, ...others] = short;
  if (first === undefined || others.length > 0 || isOver) return null;
  const missing = minus(first.bounds.min!, first.is);
  const most = near[first.measure];
  return most === null || missing.gt(most) ? null : { measure: first.measure, missing: toText(missing) };
}
