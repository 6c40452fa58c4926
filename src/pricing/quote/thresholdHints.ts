import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalString, minus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { bindCondition } from '../condition/boundCondition.js';
import type { CompiledCondition } from '../condition/compileCondition.js';
import { DecimalAmounts } from '../condition/decimalAmounts.js';
import type { ConditionRun, RunSetup } from '../condition/runConditions.js';
import { sumOf } from '../condition/runningLine.js';
import { triggeredLines } from '../condition/triggeredLines.js';
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
  readonly measure: 'quantity' | 'amount';
  readonly missing: DecimalString;
  /** What the condition would take off the quote as it is, positive. */
  readonly gain: DecimalString;
}

/**
 * Returns the discounts whose least quantity or amount the quote nearly reaches: how much more, and what they would take off.
 * Only triggers that add their lines up are looked at, with the amounts that are left after all conditions.
 *
 * @param quote lines, conditions and the rounding
 * @param within the greatest distances of interest
 * @param options price book and rates
 * @returns by condition and measure; none for a quote with lines that have no price
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
 *   ],
 * }, { quantity: '3' }); // => [{ condition: 'ten', measure: 'quantity', missing: '2', gain: '8' }]
 */
export function thresholdHints(
  quote: QuoteInput,
  within: HintRange,
  options: QuoteOptions = {},
): readonly ThresholdHint[] {
  const setup = quoteSetup(quote, options);
  if ('unpriced' in setup) return [];
  const amounts = new DecimalAmounts(setup.rounder);
  const run = resolveConditions(setup, amounts);
  return setup.steps
    .flatMap((step) => ('condition' in step ? hintsOf(step, setup, run, amounts, within) : []))
    .toSorted((a, b) => compareText(a.condition, b.condition) || compareText(a.measure, b.measure));
}

function hintsOf(
  one: CompiledCondition,
  { quote }: RunSetup,
  run: ConditionRun<Decimal>,
  amounts: DecimalAmounts,
  within: HintRange,
): ThresholdHint[] {
  const { condition, trigger } = one;
  const inactive = run.inactive.find((other) => other.condition === condition.code && other.line === undefined);
  if (condition.kind !== 'discount' || inactive?.reason !== 'triggerNotMet' || !trigger.isPooled) return [];
  const lines = run.lines.filter(({ read }) => read.sign > 0);
  const isCounted = trigger.items ?? one.items;
  const counted = isCounted === null ? lines : lines.filter(({ read }) => isCounted(read));
  const gain = toText(minus(ZERO, toDecimal(inactive.wouldBe ?? '0')));
  const before = trigger.isCumulative ? (quote.history?.[condition.code] ?? {}) : {};
  const measures = [
    {
      measure: 'quantity',
      min: trigger.quantity.min,
      is: sumOf(amounts, counted, (line) => line.baseQuantity.value),
      before: before.quantity,
    },
    {
      measure: 'amount',
      min: trigger.amount.min,
      is: sumOf(amounts, counted, ({ running }) => running),
      before: before.amount,
    },
  ] as const;
  const short = measures.flatMap(({ measure, min, is, before: earlier }) => {
    const missing = min === null ? ZERO : minus(minus(min.value, is), toDecimal(earlier ?? '0'));
    return missing.gt(0) ? [{ measure, missing }] : [];
  });
  // Several thresholds at once are no single step away, and another reason stays where none is missing.
  const [first, ...others] = short;
  if (first === undefined || others.length > 0 || !isWithin(first.missing, within[first.measure])) return [];
  const open = { ...one, trigger: { ...trigger, [first.measure]: { min: null, max: null } } };
  const triggered = triggeredLines(bindCondition(open, amounts), counted, lines, quote.history ?? {}, amounts);
  if (typeof triggered === 'string') return [];
  return [{ condition: condition.code, measure: first.measure, missing: toText(first.missing), gain }];
}

function isWithin(missing: Decimal, range: DecimalString | undefined): boolean {
  return range !== undefined && missing.lte(toDecimal(range, ['within']));
}
