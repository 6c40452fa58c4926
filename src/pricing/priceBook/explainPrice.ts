import { compareText } from '../../core/compareText.js';
import { type Decimal, toText } from '../../core/decimal.js';
import type { Params } from '../../core/errors.js';
import { explainConstant, explainInput, explainStep, type Explanation } from '../../core/explanation.js';
import type { Ask } from './ask.js';
import type { BookEngine, Decision } from './bookEngine.js';
import { type CompiledRule, keyValue } from './compiledRule.js';
import { presentPrice, unitPrice } from './presentPrice.js';
import type { LoserReason, PriceLoser, PriceResult } from './priceBook.js';
import { itemTargets } from './ruleIndex.js';
import { isInSequence } from './selectRule.js';

/** A price with the steps that made it and every other rule for the item with the reason why it did not decide. */
export interface ExplainedPrice {
  readonly result: PriceResult;
  /** Its value is the unrounded unit price, `null` without one. */
  readonly explanation: Explanation;
  /** By code. */
  readonly losers: readonly PriceLoser[];
}

/** Explains the price of a request that was read. */
export function explainPrice(engine: BookEngine, ask: Ask): ExplainedPrice {
  const losers = new Map<CompiledRule, LoserReason>();
  for (const rule of engine.rules) {
    const reason = isFor(rule, ask) ? whyNot(rule, ask) : null;
    if (reason !== null) losers.set(rule, reason);
  }
  const notes = {
    loser: (rule: CompiledRule, reason: LoserReason) => void losers.set(rule, reason),
    trace: () => undefined,
  };
  const applicable = engine.applicable(ask);
  const decision = engine.decide(ask, applicable, notes);
  if ('price' in decision) {
    // What has no price itself is named nowhere yet, where a price of another list stands in its place.
    for (const { rule } of [...applicable.base, ...applicable.sale, ...applicable.override]) {
      if (rule !== decision.rule && !losers.has(rule)) losers.set(rule, 'overridden');
    }
  }
  for (const rule of losers.keys()) {
    if (!isInSequence(rule, engine.book.selection ?? 'specificity')) losers.set(rule, 'outsideSequence');
  }
  const sorted = [...losers]
    .map(([rule, reason]) => ({ rule: rule.rule.code, reason }))
    .toSorted((a, b) => compareText(a.rule, b.rule));
  const facts = [explainInput(['sku'], ask.item.item.sku), explainInput(['quantity'], toText(ask.quantity))];
  if (!('price' in decision)) {
    const explanation = explainStep('price.none', { sku: ask.item.item.sku }, null, facts);
    return { result: { status: 'unpriced', reasons: decision }, explanation, losers: sorted };
  }
  return {
    result: presentPrice(decision, ask),
    explanation: explainDecision(engine, decision, ask, facts),
    losers: sorted,
  };
}

function isFor({ target, value }: CompiledRule, { item }: Ask): boolean {
  return itemTargets(item, target).some(([name]) => name === (value ?? ''));
}

/** Why a rule for the item does not apply; `null` where it does. */
function whyNot(rule: CompiledRule, { day, quantity, context }: Ask): LoserReason | null {
  const active = rule.list.isActive(day, context);
  if (active !== true) return active === null ? 'contextUnknown' : 'listInactive';
  if (day < rule.start || day >= rule.end) return 'notInDate';
  if (rule.minQty?.gt(quantity) === true) return 'quantityBelow';
  if (rule.maxQty?.lt(quantity) === true) return 'quantityAbove';
  const keys = rule.keys.map(({ field, values }) => {
    const value = keyValue(context, field);
    return value === null ? null : values.includes(value);
  });
  const truths = new Set([...keys, rule.when === null ? true : rule.when(context)]);
  if (truths.has(false)) return 'contextMismatch';
  return truths.has(null) ? 'contextUnknown' : null;
}

function explainDecision({ book }: BookEngine, decision: Decision, ask: Ask, facts: Explanation[]): Explanation {
  const { rule } = decision;
  let step: Explanation | null = null;
  const trace = (code: string, params: Params, value: Decimal): void => {
    step = explainStep(code, params, toText(value), step === null ? facts : [step]);
  };
  if (rule === null) {
    const at = book.items.indexOf(ask.item.item);
    step = explainConstant(['items', at, 'list'], ask.item.item.list ?? null, 'price.list', { sku: ask.item.item.sku });
  } else {
    rule.formula(ask, trace);
  }
  const { unit, currency } = ask;
  const params = { sku: ask.item.item.sku, unit, currency, rule: rule === null ? 'list' : rule.rule.code };
  return explainStep('price.unit', params, toText(unitPrice(decision, ask)), step === null ? facts : [step]);
}
