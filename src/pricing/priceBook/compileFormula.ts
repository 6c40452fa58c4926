import { match } from 'ts-pattern';
import { Decimal, DECIMAL_PATTERN, divide, minus, ONE, plus, times, toDecimal } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { ROUNDING_MODES, roundDecimal, toIncrement } from '../../core/rounding.js';
import { compileChargeModel } from '../charge/compileCharge.js';
import { fail } from '../fail.js';
import type { Ask } from './ask.js';
import { type DecimalFraction, fractionToDecimal, wholeFraction } from '../../core/decimalFraction.js';
import type { FormulaStep, PriceBase, PriceFormula } from './priceFormula.js';

/** A price of a base unit in the currency of the list, or why there is none. */
export type FormulaPrice = DecimalFraction | readonly Reason[];

/** Notes what a part of a formula came to. */
export type Trace = (code: string, params: Readonly<Record<string, unknown>>, value: Decimal) => void;

/** A compiled formula. */
export type Formula = (ask: Ask, trace?: Trace) => FormulaPrice;

/** Where bases of a list are found: figures of the item and prices of other lists, in the currency of the list. */
export interface FormulaScope {
  readonly currency: string;
  readonly itemFigure: (ask: Ask, figure: 'list' | 'cost') => FormulaPrice | null;
  readonly listPrice: (ask: Ask, code: string) => FormulaPrice;
}

/** Whether there are reasons in the place of a price. */
export function isReasons(price: FormulaPrice): price is readonly Reason[] {
  return Array.isArray(price);
}

/** Whether a price is the same for every quantity, day and context: that of the item alone. */
export function isOfItemAlone(formula: PriceFormula): boolean {
  if ('charge' in formula) return false;
  if ('fixed' in formula) return true;
  const bases = [
    formula.base,
    ...formula.steps.flatMap((step) => ('of' in step && step.of !== undefined ? [step.of] : [])),
  ];
  return bases.every(({ of }) => of === 'list' || of === 'cost');
}

/** Compiles the formula of a rule. */
export function compileFormula(rule: string, formula: PriceFormula, scope: FormulaScope, path: Path): Formula {
  if ('fixed' in formula) {
    const fixed = toDecimal(formula.fixed, [...path, 'fixed']);
    const { unit } = formula;
    return ({ item }, trace) => {
      trace?.('price.fixed', { unit: unit ?? item.item.unit }, fixed);
      if (unit === undefined) return wholeFraction(fixed);
      const size = item.units.get(unit);
      if (size === undefined) return [unknownUnit(item.item.sku, unit)];
      return { numerator: times(fixed, size.per), denominator: size.factor };
    };
  }
  if ('charge' in formula) {
    const { kind } = formula.charge;
    oneOf(kind, ['perUnit', 'package', 'tiered', 'block'], [...path, 'charge', 'kind']);
    const charge = compileChargeModel({ code: rule, currency: scope.currency, model: formula.charge }, [
      ...path,
      'charge',
    ]);
    return ({ quantity }, trace) => {
      const rated = charge.run({ quantity });
      if (rated.status === 'unpriced') return rated.reasons;
      const total = toDecimal(rated.exact);
      trace?.('price.charge', { kind, quantity: quantity.toFixed() }, total);
      return { numerator: total, denominator: quantity.isZero() ? ONE : quantity };
    };
  }
  if (!('base' in formula)) fail('pricing.missingInput', [...path, 'base'], { kind: 'base' });
  const base = compileBase(rule, formula.base, scope, [...path, 'base']);
  const steps = formula.steps.map((step, index) => compileStep(rule, step, scope, [...path, 'steps', index]));
  return (ask, trace) => {
    const found = base(ask);
    if (isReasons(found)) return found;
    let price = fractionToDecimal(found);
    trace?.('price.base', { base: baseName(formula.base) }, price);
    for (const [index, step] of steps.entries()) {
      const next = step(price, ask);
      if (!(next instanceof Decimal)) return next;
      const terms = formula.steps[index]!;
      trace?.(`price.${terms.op}`, terms, next);
      price = next;
    }
    return wholeFraction(price);
  };
}

/** How a base is named in reasons and explanations. */
function baseName(base: PriceBase): string {
  return base.of === 'priceList' ? base.code : base.of === 'context' ? base.field : base.of;
}

/** The reason for a unit that an item does not have. */
export function unknownUnit(sku: string, unit: string): Reason {
  return { code: 'unknownUnit', params: { sku, unit } };
}

function compileBase(
  rule: string,
  base: PriceBase,
  { itemFigure, listPrice }: FormulaScope,
  path: Path,
): (ask: Ask) => FormulaPrice {
  const missing = (): Reason[] => [{ code: 'missingBase', params: { rule, base: baseName(base) } }];
  return match(base)
    .with(
      { of: 'priceList' },
      ({ code }) =>
        (ask: Ask) =>
          listPrice(ask, code),
    )
    .with({ of: 'context' }, ({ field }) => ({ context }: Ask) => {
      const value = Object.hasOwn(context, field) ? context[field] : undefined;
      const isDecimal = typeof value === 'string' ? DECIMAL_PATTERN.test(value) : Number.isFinite(value);
      return isDecimal ? wholeFraction(toDecimal(value as string)) : missing();
    })
    .with(
      { of: 'list' },
      { of: 'cost' },
      ({ of }) =>
        (ask: Ask) =>
          itemFigure(ask, of) ?? missing(),
    )
    .otherwise(({ of }) => oneOf(of, ['list', 'cost', 'priceList', 'context'] as never, [...path, 'of']));
}

/** A compiled step: the next price, or why there is none. */
type Step = (price: Decimal, ask: Ask) => Decimal | readonly Reason[];

function compileStep(rule: string, step: FormulaStep, scope: FormulaScope, path: Path): Step {
  return match<FormulaStep, Step>(step)
    .with({ op: 'discount' }, ({ rate }) => {
      const kept = minus(ONE, toDecimal(rate, [...path, 'rate']));
      if (kept.lt(0)) fail('pricing.rateRange', [...path, 'rate'], { value: rate });
      return (price: Decimal) => times(price, kept);
    })
    .with({ op: 'markup' }, ({ rate }) => {
      const factor = plus(ONE, toDecimal(rate, [...path, 'rate']));
      return (price: Decimal) => times(price, factor);
    })
    .with({ op: 'margin' }, ({ rate }) => {
      const kept = minus(ONE, toDecimal(rate, [...path, 'rate']));
      if (kept.lte(0)) fail('pricing.rateRange', [...path, 'rate'], { value: rate });
      return (price: Decimal) => divide(price, kept);
    })
    .with({ op: 'add' }, ({ amount, unit }): Step => {
      const added = toDecimal(amount, [...path, 'amount']);
      if (unit === undefined) return (price) => plus(price, added);
      return (price, { item }) => {
        const size = item.units.get(unit);
        return size ? plus(price, divide(times(added, size.per), size.factor)) : [unknownUnit(item.item.sku, unit)];
      };
    })
    .with({ op: 'multiply' }, ({ factor }) => {
      const by = toDecimal(factor, [...path, 'factor']);
      return (price: Decimal) => times(price, by);
    })
    .with({ op: 'round' }, ({ increment, mode }) => {
      const to = toIncrement(increment, [...path, 'increment']);
      const how = oneOf(mode ?? 'halfUp', ROUNDING_MODES, [...path, 'mode']);
      return (price: Decimal) => roundDecimal(price, to, how);
    })
    .with({ op: 'atLeast' }, { op: 'atMost' }, (bound): Step => {
      const limit = compileBound(rule, bound, scope, path);
      const pick = (a: Decimal, b: Decimal): Decimal =>
        bound.op === 'atLeast' ? Decimal.max(a, b) : Decimal.min(a, b);
      return (price, ask) => {
        const found = limit(ask);
        return found instanceof Decimal ? pick(price, found) : found;
      };
    })
    .otherwise(({ op }) => oneOf(op as never, STEPS as never, [...path, 'op']));
}

const STEPS = ['discount', 'markup', 'margin', 'add', 'multiply', 'round', 'atLeast', 'atMost'] as const;

function compileBound(
  rule: string,
  { amount, of, times: by = '1', plus: added = '0' }: Extract<FormulaStep, { op: 'atLeast' | 'atMost' }>,
  scope: FormulaScope,
  path: Path,
): (ask: Ask) => Decimal | readonly Reason[] {
  if (of === undefined) {
    const limit = toDecimal(amount ?? fail('pricing.missingInput', [...path, 'amount'], { kind: 'bound' }), [
      ...path,
      'amount',
    ]);
    return () => limit;
  }
  if (amount !== undefined) fail('pricing.unusedInput', [...path, 'amount'], { kind: 'of' });
  const base = compileBase(rule, of, scope, [...path, 'of']);
  const factor = toDecimal(by, [...path, 'times']);
  const offset = toDecimal(added, [...path, 'plus']);
  return (ask) => {
    const found = base(ask);
    return isReasons(found) ? found : plus(times(fractionToDecimal(found), factor), offset);
  };
}
