import { dayNumber } from '../../core/date.js';
import { type Decimal, divide, minus, ONE, plus, times, toDecimal, toText } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { dayRange } from '../../core/span.js';
import { fail } from '../fail.js';
import { GUARD_KINDS, type PriceGuard } from './priceGuard.js';

/** A price that is asked about, read. */
export interface AskedPrice {
  readonly facts: Readonly<Record<string, string | undefined>>;
  readonly day: number;
  readonly price: Decimal;
  /** `null` where nothing is advertised. */
  readonly advertised: Decimal | null;
  /** `null` where the cost is not known. */
  readonly cost: Decimal | null;
  /** The price of a channel; `null` where it is not known. */
  readonly priceOf: (channel: string) => Decimal | null;
}

/** The violations of a guard by a price. */
export type CompiledGuard = (asked: AskedPrice) => readonly Reason[];

/** Checks a guard and makes it ready. */
export function compileGuard(guard: PriceGuard, path: Path): CompiledGuard {
  const { code, kind, keys = {}, from = '0001-01-01', to } = guard;
  oneOf(kind, GUARD_KINDS, [...path, 'kind']);
  const { start, end } =
    to === undefined ? { start: dayNumber(from, [...path, 'from']), end: Infinity } : dayRange({ from, to }, path);
  const demands = demandsOf(guard, path);
  const isFor = ({ facts, day }: AskedPrice): boolean =>
    day >= start &&
    day < end &&
    Object.entries(keys).every(([name, value]) => {
      const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
      return fact !== undefined && (typeof value === 'string' ? value === fact : value.includes(fact));
    });
  return (asked) =>
    isFor(asked)
      ? demands
          .flatMap((demand) => demand(asked))
          .map((reason) => ({ ...reason, params: { guard: code, ...reason.params } }))
      : [];
}

type Demand = (asked: AskedPrice) => readonly Reason[];

function demandsOf(guard: PriceGuard, path: Path): readonly Demand[] {
  const { kind, amount, cost = {}, reference } = guard;
  const read = (value: string | undefined, ...at: Path): Decimal | null =>
    value === undefined ? null : toDecimal(value, [...path, ...at]);
  const bound = read(amount, 'amount');
  const margin = read(cost.minMargin, 'cost', 'minMargin');
  if (margin?.gte(1) === true) fail('pricing.marginRange', [...path, 'cost', 'minMargin'], { value: cost.minMargin });
  const markup = read(cost.minMarkup, 'cost', 'minMarkup');
  const low = read(reference?.low, 'reference', 'low');
  const high = read(reference?.high, 'reference', 'high');
  const given = {
    floor: [bound, margin, markup],
    map: [bound],
    ceiling: [bound],
    corridor: [low, high],
  }[kind];
  const used = { floor: ['amount', 'cost'], map: ['amount'], ceiling: ['amount'], corridor: ['reference'] }[kind];
  for (const name of ['amount', 'cost', 'reference'] as const) {
    if (guard[name] !== undefined && !used.includes(name)) fail('pricing.unusedInput', [...path, name], { kind });
  }
  if (given.every((value) => value === null)) fail('pricing.guardWithoutBound', path, { kind });
  if (low !== null && high?.lt(low) === true) {
    fail('pricing.emptyRange', [...path, 'reference', 'high'], { from: reference?.low, to: reference?.high });
  }
  switch (kind) {
    case 'floor':
      return [
        ...(bound === null
          ? []
          : [
              atLeast(
                'belowFloor',
                ({ price }) => price,
                () => bound,
              ),
            ]),
        // price ≥ cost ÷ (1 − margin), without the division.
        ...(margin === null
          ? []
          : [
              overCost(
                (price, own) => times(price, minus(ONE, margin)).gte(own),
                (own) => divide(own, minus(ONE, margin)),
              ),
            ]),
        ...(markup === null
          ? []
          : [
              overCost(
                (price, own) => price.gte(times(own, plus(ONE, markup))),
                (own) => times(own, plus(ONE, markup)),
              ),
            ]),
      ];
    case 'map':
      return [
        atLeast(
          'belowMap',
          ({ advertised }) => advertised,
          () => bound!,
        ),
      ];
    case 'ceiling':
      return [({ price }) => (price.lte(bound!) ? [] : [reasonOf('aboveCeiling', price, bound!)])];
    case 'corridor':
      return [({ price, priceOf }) => besides(reference!.channel, price, priceOf(reference!.channel), low, high)];
  }
}

function atLeast(code: string, figure: (asked: AskedPrice) => Decimal | null, bound: () => Decimal): Demand {
  return (asked) => {
    const value = figure(asked);
    return value === null || value.gte(bound()) ? [] : [reasonOf(code, value, bound())];
  };
}

function overCost(holds: (price: Decimal, cost: Decimal) => boolean, least: (cost: Decimal) => Decimal): Demand {
  return ({ price, cost }) => {
    if (cost === null) return [{ code: 'unknownCost', params: {} }];
    return holds(price, cost) ? [] : [reasonOf('belowFloor', price, least(cost))];
  };
}

function besides(
  channel: string,
  price: Decimal,
  other: Decimal | null,
  low: Decimal | null,
  high: Decimal | null,
): readonly Reason[] {
  if (other === null) return [{ code: 'unknownReference', params: { channel } }];
  const [least, most] = [low && times(other, low), high && times(other, high)];
  return [
    ...(least !== null && price.lt(least) ? [reasonOf('belowCorridor', price, least, { channel })] : []),
    ...(most !== null && price.gt(most) ? [reasonOf('aboveCorridor', price, most, { channel })] : []),
  ];
}

function reasonOf(code: string, actual: Decimal, allowed: Decimal, params: Reason['params'] = {}): Reason {
  return {
    code,
    params: { ...params, actual: toText(actual), allowed: toText(allowed), by: toText(minus(actual, allowed).abs()) },
  };
}
