import { match } from 'ts-pattern';
import { Decimal, divide, ONE, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { FoundRate } from '../../core/rateTable.js';
import { compileTiers, type Piece, totalAt } from '../../core/tierPieces.js';
import { oneOf } from '../../core/oneOf.js';
import { toCount } from '../toCount.js';
import { toPositive } from '../toPositive.js';
import { toRate } from '../toRate.js';
import type { Amounts } from './amounts.js';
import type { Condition, Reward } from './condition.js';
import { type Figure, figureOf } from './figure.js';
import type { Measured } from './runningLine.js';

/** The size of a reward on a line or on a sum of lines. */
export interface SizeOf<N> {
  /**
   * @param basis what rates are taken of
   * @param running the amount so far
   */
  readonly of: (basis: N, running: N, measured: Measured) => N;
  /** Whether the units are worth less than what would be taken off each; absent where that can not be. */
  readonly isShort?: (running: N, measured: Measured) => boolean;
}

/** A compiled reward; those that work on units are read where units are counted. */
export type CompiledReward =
  | {
      readonly type: 'size';
      readonly over: <N>(amounts: Amounts<N>) => SizeOf<N>;
      /** Decimals that its product with the basis has more than the basis. */
      readonly growth: number;
      /** Decimals of what it is whatever the basis, without those of a quantity that it is taken for. */
      readonly decimals: number;
    }
  | { readonly type: 'buyXGetY'; readonly terms: BuyXGetY }
  | { readonly type: 'freeGoods'; readonly terms: FreeGoodsTerms };

/** Read terms of buying and getting. */
export interface BuyXGetY {
  readonly buy: Decimal;
  readonly get: Decimal;
  readonly rate: Decimal;
  /** The most repeats; Infinity without a limit. */
  readonly maxRepeats: number;
  readonly partial: boolean;
}

/** Read terms of free goods. */
export interface FreeGoodsTerms {
  readonly sku: string;
  readonly per: Decimal;
  readonly get: Decimal;
  readonly repeat: boolean;
  readonly isFraction: boolean;
}

/** Compiles a reward, with its amounts in the currency of the quote. */
export function compileReward({ kind, reward }: Condition, rate: FoundRate, path: Path): CompiledReward {
  const inQuote = (amount: Decimal): Decimal => exchange(amount, rate.multiplier, rate.divisor);
  const money = (text: string, name: string): Decimal => inQuote(toDecimal(text, [...path, name]));
  const size = (over: <N>(amounts: Amounts<N>) => SizeOf<N>, growth = 0, decimals = 0): CompiledReward => ({
    type: 'size',
    over,
    growth,
    decimals,
  });
  return match<Reward, CompiledReward>(reward)
    .with({ type: 'rate' }, ({ rate: text }) => {
      const value = kind === 'discount' ? toRate(text, [...path, 'rate']) : toDecimal(text, [...path, 'rate']);
      const factor = figureOf(atLeastZero(value));
      return size((amounts) => ({ of: (basis) => amounts.times(basis, factor) }), value.dp());
    })
    .with({ type: 'amount', per: 'unit' }, ({ amount, maxUnits }) => {
      const each = atLeastZero(money(amount, 'amount'));
      const most = maxUnits === undefined ? null : figureOf(toDecimal(maxUnits, [...path, 'maxUnits']));
      const unitsOf = ({ quantity }: Measured): Figure => (most?.value.lt(quantity.value) === true ? most : quantity);
      return size(
        <N>(amounts: Amounts<N>): SizeOf<N> => {
          const one = amounts.read(each);
          const isShort = (running: N, { quantity }: Measured): boolean =>
            kind === 'discount' && amounts.compare(amounts.times(one, quantity), running) > 0;
          return {
            of(_, running, measured) {
              const units = unitsOf(measured);
              if (!isShort(running, measured)) return amounts.times(one, units);
              const { quantity } = measured;
              return quantity.isZero ? amounts.zero : amounts.portion(running, units, quantity);
            },
            isShort,
          };
        },
        0,
        each.dp(),
      );
    })
    .with({ type: 'amount' }, ({ amount, per }) => {
      oneOf(per, ['unit', 'line', 'quote'], [...path, 'per']);
      const once = atLeastZero(money(amount, 'amount'));
      const sized = <N>(amounts: Amounts<N>): SizeOf<N> => {
        const one = amounts.read(once);
        return {
          of: (_basis, _running, { lines }) =>
            per === 'line' && lines !== 1 ? amounts.times(one, figureOf(new Decimal(lines))) : one,
        };
      };
      return size(sized, 0, once.dp());
    })
    .with({ type: 'price' }, ({ amount }) => {
      const price = money(amount, 'amount');
      const sized = <N>(amounts: Amounts<N>): SizeOf<N> => {
        const one = amounts.read(price);
        return {
          of(_, running, { quantity }) {
            const target = amounts.times(one, quantity);
            if (kind === 'statistical') return target;
            const change = kind === 'discount' ? amounts.minus(running, target) : amounts.minus(target, running);
            return amounts.compare(change, amounts.zero) < 0 ? amounts.zero : change;
          },
        };
      };
      return size(sized, 0, price.dp());
    })
    .with({ type: 'tiered' }, ({ tiers, measure, yields }) => {
      const compiled = compileTiers(tiers, [...path, 'tiers']);
      oneOf(measure, ['quantity', 'amount'], [...path, 'measure']);
      oneOf(yields, ['rate', 'amount'], [...path, 'yields']);
      // Bounds and flats of a table of amounts are in the currency of the condition.
      const total = (x: Decimal): Decimal =>
        measure === 'quantity' ? totalAt(compiled, x) : totalAt(compiled, exchange(x, rate.divisor, rate.multiplier));
      const sizeOn = (basis: Decimal, quantity: Decimal): Decimal => {
        if (measure === 'amount') return inQuote(total(basis));
        if (yields === 'amount') return inQuote(total(quantity));
        return quantity.isZero() ? ZERO : divide(times(total(quantity), basis), quantity);
      };
      const ofTiers = (figure: (piece: Piece) => Decimal): number =>
        Math.max(...compiled.pieces.map((each) => figure(each).dp()));
      return size(
        (amounts) => ({
          of: (basis, _, { baseQuantity }) =>
            amounts.read(atLeastZero(sizeOn(amounts.decimalOf(basis), baseQuantity.value))),
        }),
        ofTiers(({ slope }) => slope),
        ofTiers(({ start }) => start),
      );
    })
    .with(
      { type: 'buyXGetY' },
      ({ buy, get, rate: text = '1', repeat = true, maxRepeats = Infinity, partial = true }) => ({
        type: 'buyXGetY',
        terms: {
          buy: toPositive(buy, [...path, 'buy']),
          get: toPositive(get, [...path, 'get']),
          rate: toRate(text, [...path, 'rate']),
          maxRepeats: Math.min(
            repeat ? Infinity : 1,
            maxRepeats === Infinity ? maxRepeats : toCount(maxRepeats, [...path, 'maxRepeats']),
          ),
          partial,
        },
      }),
    )
    .with({ type: 'freeGoods' }, ({ sku, per, get, repeat = true, partial = 'down' }) => ({
      type: 'freeGoods',
      terms: {
        sku,
        per: toPositive(per, [...path, 'per']),
        get: toPositive(get, [...path, 'get']),
        repeat,
        isFraction: oneOf(partial, ['down', 'fraction'], [...path, 'partial']) === 'fraction',
      },
    }))
    .otherwise(({ type }) => oneOf(type, REWARDS as never, [...path, 'type']));
}

const REWARDS = ['rate', 'amount', 'price', 'tiered', 'buyXGetY', 'freeGoods'] as const;

/** An amount in another currency. */
export function exchange(amount: Decimal, multiplier: Decimal, divisor: Decimal): Decimal {
  const product = times(amount, multiplier);
  return divisor.eq(ONE) ? product : divide(product, divisor);
}

function atLeastZero(value: Decimal): Decimal {
  return value.isNegative() ? ZERO : value;
}
