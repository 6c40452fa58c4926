import { ONE } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import type { FoundRate, RateLookup } from '../../core/rateTable.js';
import { dayRange } from '../../core/span.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { Rule, Truth } from '../../mechanisms/rules/rule.js';
import { fail } from '../fail.js';
import type { PriceContext } from '../priceBook/priceBook.js';
import type { ReadLine } from '../quote/readLine.js';
import { compileReward, type CompiledReward, exchange } from './compileReward.js';
import { CONDITION_CLASSES, CONDITION_KINDS, type Condition, type Trigger } from './condition.js';
import { type Figure, figureOf, readFigure } from './figure.js';

/** What a quote says that conditions are compiled for. */
export interface ConditionSetting {
  readonly currency: string;
  /** The day of the quote. */
  readonly day: number;
  readonly rates: RateLookup;
  readonly context: PriceContext;
}

/** Whether a line is one of those that a rule is about. */
export type LineTest = (line: ReadLine) => boolean;

/** A condition as it stands on the day of a quote. */
export interface CompiledCondition {
  readonly condition: Condition;
  /** Why it can not apply at all. */
  readonly hidden: 'notInDate' | 'missingRate' | null;
  /** Its lines; `null` for all. */
  readonly items: LineTest | null;
  readonly isGotten: LineTest | null;
  /** Whether its reward is computed on the sum of lines and shared out. */
  readonly isSpread: boolean;
  readonly reward: CompiledReward;
  readonly trigger: CompiledTrigger;
}

/** A read trigger. */
export interface CompiledTrigger {
  readonly items: LineTest | null;
  /** Whether the context allows it; `null` is unknown. */
  readonly context: Truth;
  readonly isPooled: boolean;
  readonly isCumulative: boolean;
  readonly quantity: { readonly min: Figure | null; readonly max: Figure | null };
  readonly amount: { readonly min: Figure | null; readonly max: Figure | null };
}

const FIRST_DATE = '0001-01-01';
const NO_RATE = { multiplier: ONE, divisor: ONE } as FoundRate;

/** Compiles a condition for a quote. */
export function compileCondition(condition: Condition, setting: ConditionSetting, path: Path): CompiledCondition {
  const { scope, reward, currency = setting.currency } = condition;
  oneOf(condition.kind, CONDITION_KINDS, [...path, 'kind']);
  oneOf(scope, ['line', 'quote'], [...path, 'scope']);
  if (typeof condition.basis === 'string') oneOf(condition.basis, ['list', 'running'], [...path, 'basis']);
  condition.combinesWith?.forEach((one, index) => oneOf(one, CONDITION_CLASSES, [...path, 'combinesWith', index]));
  if (condition.class !== undefined) oneOf(condition.class, CONDITION_CLASSES, [...path, 'class']);
  const isInDate = holdsOn(setting.day, condition, path);
  const rate = setting.rates(currency, setting.currency, setting.day);
  return {
    condition,
    hidden: !isInDate ? 'notInDate' : rate === undefined ? 'missingRate' : null,
    items: lineTest(condition.items, [...path, 'items']),
    isGotten: reward.type === 'buyXGetY' ? lineTest(reward.getItems, [...path, 'reward', 'getItems']) : null,
    isSpread: scope === 'quote' || (reward.type === 'amount' && reward.per === 'quote'),
    reward: compileReward(condition, rate ?? NO_RATE, [...path, 'reward']),
    trigger: compileTrigger(condition, rate ?? NO_RATE, setting.context, [...path, 'trigger']),
  };
}

function holdsOn(day: number, { from, to }: Condition, path: Path): boolean {
  if (from === undefined && to === undefined) return true;
  const first = from ?? FIRST_DATE;
  if (to !== undefined && to <= first) fail('pricing.emptyRange', [...path, 'to'], { from: first, to });
  const { start, end } = dayRange(to === undefined ? { from: first } : { from: first, to }, path);
  return start <= day && day < end;
}

function lineTest(rule: Rule | undefined, path: Path): LineTest | null {
  if (rule === undefined) return null;
  const holds = compileRule<object>(rule, { treatUnknownAs: false, path });
  return ({ facts }) => holds(facts);
}

function compileTrigger(
  { scope, reward, trigger, requires }: Condition,
  rate: FoundRate,
  context: PriceContext,
  path: Path,
): CompiledTrigger {
  const isOfUnits = reward.type === 'buyXGetY' || reward.type === 'freeGoods';
  const isPooled = isOfUnits || (trigger?.pooled ?? scope === 'quote');
  if (trigger === undefined && requires === undefined) return isPooled ? OPEN_TO_ALL : OPEN_TO_EACH;
  return readTrigger(trigger ?? {}, isPooled, requires ?? [], rate, context, path);
}

const NO_BOUNDS = { min: null, max: null };
const OPEN = { items: null, context: true, isCumulative: false, quantity: NO_BOUNDS, amount: NO_BOUNDS } as const;
const OPEN_TO_EACH: CompiledTrigger = { ...OPEN, isPooled: false };
const OPEN_TO_ALL: CompiledTrigger = { ...OPEN, isPooled: true };

function readTrigger(
  trigger: Trigger,
  isPooled: boolean,
  requires: readonly string[],
  rate: FoundRate,
  context: PriceContext,
  path: Path,
): CompiledTrigger {
  const bound = (name: 'minQty' | 'maxQty' | 'minAmount' | 'maxAmount'): Figure | null => {
    const text = trigger[name];
    return text === undefined ? null : readFigure(text, () => [...path, name]);
  };
  const money = (name: 'minAmount' | 'maxAmount'): Figure | null => {
    const amount = bound(name);
    if (amount === null || (rate.multiplier === ONE && rate.divisor === ONE)) return amount;
    return figureOf(exchange(amount.value, rate.multiplier, rate.divisor));
  };
  const quantity = { min: bound('minQty'), max: bound('maxQty') };
  if (quantity.min !== null && quantity.max?.value.lt(quantity.min.value) === true) {
    fail('pricing.emptyRange', [...path, 'maxQty'], { from: trigger.minQty, to: trigger.maxQty });
  }
  const hasAll = requires.every((field) => Object.hasOwn(context, field) && context[field] != null);
  const truth =
    trigger.when === undefined ? true : compileRule<PriceContext>(trigger.when, { path: [...path, 'when'] })(context);
  return {
    items: lineTest(trigger.items, [...path, 'items']),
    context: truth === false ? false : hasAll ? truth : null,
    isPooled,
    isCumulative: trigger.cumulative === true,
    quantity,
    amount: { min: money('minAmount'), max: money('maxAmount') },
  };
}
