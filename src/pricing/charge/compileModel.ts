import { match } from 'ts-pattern';
import { Decimal, minus, ONE, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { compileTiers } from '../../core/tierPieces.js';
import { fail } from '../fail.js';
import { notNegative } from '../notNegative.js';
import { toRate } from '../toRate.js';
import { type Charge, type ChargeInput, NEGATIVES, type NegativeQuantity, type ProratedEvent } from './charge.js';
import { blockModel } from './model/blockModel.js';
import { packageModel } from './model/packageModel.js';
import { percentageModel } from './model/percentageModel.js';
import { percentOfModel } from './model/percentOfModel.js';
import { proratedEvents } from './model/proratedEvents.js';
import { isReason, priceChange, type QuantityModel } from './model/quantityModel.js';
import { negated, type Slice, sliceOf } from './model/slice.js';
import { blocksOfTiers, pricedInTierOf, tieredModel } from './model/tieredModel.js';

/** What a model makes of an input. */
export interface Rated {
  readonly units: Decimal;
  readonly discountedUnits: Decimal;
  readonly slices: readonly Slice[];
}

/** A compiled model: its price of an input. */
export type RateModel = (input: ChargeInput) => Rated | Reason;

/**
 * Compiles the model of a charge with its usage discount and its meaning of quantities below zero.
 *
 * @param at where the model stands
 */
export function compileModel(charge: Charge, path: Path, at: Path): RateModel {
  const negative = oneOf(charge.negative ?? 'reject', NEGATIVES, [...path, 'negative']);
  const ofQuantity = (model: QuantityModel): RateModel => {
    const used = usageOf(charge, path);
    return (input) => {
      checkInputs(input, charge.model.kind, ['quantity']);
      return rateQuantity(model, used, negative, input, charge.model.kind);
    };
  };
  const other = (inputs: readonly (keyof ChargeInput)[], rate: (input: ChargeInput) => Rated): RateModel => {
    if (charge.usageDiscount !== undefined)
      fail('pricing.unusedInput', [...path, 'usageDiscount'], { kind: charge.model.kind });
    return (input) => {
      checkInputs(input, charge.model.kind, inputs);
      return rate(input);
    };
  };
  return match(charge.model)
    .with({ kind: 'perUnit' }, ({ rate }) => {
      toDecimal(rate, [...at, 'rate']);
      return ofQuantity(tieredModel(compileTiers({ mode: 'marginal', tiers: [{ upTo: null, rate }] })));
    })
    .with({ kind: 'package' }, (model) => ofQuantity(packageModel(model, at)))
    .with({ kind: 'block' }, (model) => ofQuantity(blockModel(model, at)))
    .with({ kind: 'tiered' }, ({ tiers, unitsPerBlock }): RateModel => {
      const compiled = compileTiers(tiers, [...at, 'tiers']);
      if (unitsPerBlock !== undefined) return ofQuantity(blocksOfTiers(compiled, unitsPerBlock, at));
      const plain = ofQuantity(tieredModel(compiled));
      const used = usageOf(charge, path);
      return (input) => {
        if (input.events !== undefined) {
          if (charge.usageDiscount !== undefined) fail('pricing.unusedInput', ['events'], { kind: 'usageDiscount' });
          checkInputs(input, 'tiered', ['events']);
          const slices = proratedEvents(compiled, input.events as readonly ProratedEvent[]);
          return { units: slices.reduce((sum, { units }) => plus(sum, units), ZERO), discountedUnits: ZERO, slices };
        }
        if (input.tierQuantity === undefined) return plain(input);
        checkInputs(input, 'tiered', ['quantity', 'tierQuantity']);
        if (compiled.mode !== 'whole')
          fail('pricing.unusedInput', ['tierQuantity'], { kind: `tiered/${compiled.mode}` });
        const tierQuantity = readQuantity(input.tierQuantity, negative, ['tierQuantity']);
        return rateQuantity(
          { at: (quantity) => pricedInTierOf(compiled, tierQuantity.abs(), quantity) },
          used,
          negative,
          input,
          'tiered',
        );
      };
    })
    .with({ kind: 'percentage' }, (model) => {
      const rate = percentageModel(model, at);
      return other(['events', 'amount'], (input) => {
        const { events, isMirrored } = readEvents(input, negative);
        const slices = rate(events);
        const units = events.reduce((sum, event) => plus(sum, event), ZERO);
        return isMirrored
          ? { units: units.neg(), discountedUnits: ZERO, slices: negated(slices) }
          : { units, discountedUnits: ZERO, slices };
      });
    })
    .with({ kind: 'percentOf' }, (model) => {
      const rate = percentOfModel(model, at);
      return other(['lines'], ({ lines }) => {
        const slice = rate(given(lines, ['lines'], 'percentOf'));
        return { units: slice.units, discountedUnits: ZERO, slices: [slice] };
      });
    })
    .with({ kind: 'callerPriced' }, ({ multiplier = '1' }) => {
      const rate = toDecimal(multiplier, [...at, 'multiplier']);
      return other(['amount'], ({ amount }) => {
        const units = toDecimal(given(amount, ['amount'], 'callerPriced'), ['amount']);
        const slice = sliceOf({ tier: 0, from: ZERO, to: units, units, rate, flat: ZERO });
        return { units, discountedUnits: ZERO, slices: [slice] };
      });
    })
    .otherwise(({ kind }) => oneOf(kind, KINDS as never, [...at, 'kind']));
}

const KINDS = ['perUnit', 'package', 'tiered', 'percentage', 'percentOf', 'block', 'callerPriced'] as const;
/** The inputs that models read. */
const INPUTS = ['quantity', 'tierQuantity', 'events', 'amount', 'lines'] as const;

/** An input that a model would pass over in silence is a wrong figure. */
function checkInputs(input: ChargeInput, kind: string, read: readonly (keyof ChargeInput)[]): void {
  for (const name of INPUTS) {
    if (input[name] !== undefined && !read.includes(name)) fail('pricing.unusedInput', [name], { kind });
  }
  if (input.previous?.quantity !== undefined && (!read.includes('quantity') || read.includes('tierQuantity'))) {
    fail('pricing.unusedInput', ['previous', 'quantity'], { kind });
  }
}

function given<Value>(value: Value | undefined, path: Path, kind: string): Value {
  return value ?? fail('pricing.missingInput', path, { kind });
}

/** What is left of a quantity of at least 0 after the usage discount. */
function usageOf({ usageDiscount }: Charge, path: Path): (quantity: Decimal) => Decimal {
  if (usageDiscount === undefined) return (quantity) => quantity;
  const at = [...path, 'usageDiscount'];
  const off = notNegative(usageDiscount.quantity ?? ZERO, [...at, 'quantity']);
  const kept = minus(ONE, toRate(usageDiscount.rate ?? ZERO, [...at, 'rate']));
  return (quantity) => times(Decimal.max(ZERO, minus(quantity, off)), kept);
}

/** A running quantity as the policy takes it. */
function readQuantity(value: ChargeInput['quantity'] & {}, negative: NegativeQuantity, path: Path): Decimal {
  const quantity = toDecimal(value, path);
  if (!quantity.lt(0) || negative === 'mirror') return quantity;
  return negative === 'clampToZero' ? ZERO : fail('pricing.negativeQuantity', path, { value: toText(quantity) });
}

function rateQuantity(
  model: QuantityModel,
  used: (quantity: Decimal) => Decimal,
  negative: NegativeQuantity,
  { quantity, previous }: ChargeInput,
  kind: string,
): Rated | Reason {
  const asked = toDecimal(given(quantity, ['quantity'], kind), ['quantity']);
  const before = previous?.quantity;
  const start = before === undefined ? ZERO : readQuantity(before, negative, ['previous', 'quantity']);
  const end = readQuantity(plus(start, asked), negative, ['quantity']);
  const billed = (total: Decimal): Decimal => (total.lt(0) ? used(total.neg()).neg() : used(total.abs()));
  const [from, to] = [billed(start), billed(end)];
  const slices = before === undefined ? priceAt(model, to) : changeOf(model, from, to);
  if (isReason(slices)) return slices;
  const units = minus(to, from);
  return { units, discountedUnits: minus(minus(end, start), units), slices };
}

/** The price of a quantity of any sign. */
function priceAt({ at }: QuantityModel, quantity: Decimal): readonly Slice[] | Reason {
  const price = at(quantity.abs());
  // A mirrored quantity that the discount took whole is −0.
  return isReason(price) || !quantity.isNegative() ? price : negated(price);
}

function changeOf(model: QuantityModel, from: Decimal, to: Decimal): readonly Slice[] | Reason {
  if (!from.isNegative() && !to.isNegative()) return priceChange(model, from, to);
  const was = priceAt(model, from);
  const is = priceAt(model, to);
  if (isReason(is)) return is;
  return isReason(was) ? was : [...negated(was), ...is];
}

/** Amounts of events of one sign; those of a mirrored charge are turned around. */
function readEvents(
  { events, amount }: ChargeInput,
  negative: NegativeQuantity,
): { events: Decimal[]; isMirrored: boolean } {
  if (events !== undefined && amount !== undefined) fail('pricing.unusedInput', ['amount'], { kind: 'events' });
  const read =
    events === undefined
      ? [toDecimal(given(amount, ['events'], 'percentage'), ['amount'])]
      : events.map((event, index) => toDecimal(event as string, ['events', index]));
  const isMirrored = negative === 'mirror' && read.length > 0 && read.every((event) => event.lte(0));
  if (isMirrored) return { events: read.map((event) => event.neg()), isMirrored };
  const policy = negative === 'mirror' ? 'reject' : negative;
  return { events: read.map((event, index) => readQuantity(event, policy, ['events', index])), isMirrored };
}
