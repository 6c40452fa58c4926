import { match } from 'ts-pattern';
import { Decimal, divide, minus, ONE, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { FoundRate } from '../../core/rateTable.js';
import { compileTiers, totalAt } from '../../core/tierPieces.js';
import { toPositive } from '../toPositive.js';
import { toRate } from '../toRate.js';
import type { Condition, Reward } from './condition.js';

/** What a reward is computed on: the figures of a line, or their sums over lines. */
export interface RewardBase {
  readonly basis: Decimal;
  readonly running: Decimal;
  readonly quantity: Decimal;
  readonly baseQuantity: Decimal;
  readonly lines: number;
}

/** The size of a reward; `isCapped` where units were worth less than what would be taken off each. */
export interface RewardSize {
  readonly size: Decimal;
  readonly isCapped?: boolean;
}

/** A compiled reward; those that work on units are read where units are counted. */
export type CompiledReward =
  | { readonly type: 'size'; readonly sizeOn: (base: RewardBase) => RewardSize }
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
  const size = (sizeOn: (base: RewardBase) => RewardSize): CompiledReward => ({ type: 'size', sizeOn });
  return match<Reward, CompiledReward>(reward)
    .with({ type: 'rate' }, ({ rate: text }) => {
      const factor = kind === 'discount' ? toRate(text, [...path, 'rate']) : toDecimal(text, [...path, 'rate']);
      return size(({ basis }) => ({ size: atLeastZero(times(basis, factor)) }));
    })
    .with({ type: 'amount', per: 'unit' }, ({ amount, maxUnits }) => {
      const each = atLeastZero(money(amount, 'amount'));
      const most = maxUnits === undefined ? null : toDecimal(maxUnits, [...path, 'maxUnits']);
      return size(({ quantity, running }) => {
        const units = most === null ? quantity : Decimal.min(most, quantity);
        const isCapped = kind === 'discount' && times(each, quantity).gt(running);
        if (!isCapped) return { size: times(each, units) };
        return { size: quantity.isZero() ? ZERO : divide(times(running, units), quantity), isCapped };
      });
    })
    .with({ type: 'amount' }, ({ amount, per }) => {
      const once = atLeastZero(money(amount, 'amount'));
      return size(({ lines }) => ({ size: per === 'line' ? times(once, new Decimal(lines)) : once }));
    })
    .with({ type: 'price' }, ({ amount }) => {
      const price = money(amount, 'amount');
      return size(({ quantity, running }) => {
        const target = times(price, quantity);
        if (kind === 'statistical') return { size: target };
        return { size: atLeastZero(kind === 'discount' ? minus(running, target) : minus(target, running)) };
      });
    })
    .with({ type: 'tiered' }, ({ tiers, measure, yields }) => {
      const compiled = compileTiers(tiers, [...path, 'tiers']);
      // Bounds and flats of a table of amounts are in the currency of the condition.
      const total = (x: Decimal): Decimal =>
        measure === 'quantity' ? totalAt(compiled, x) : totalAt(compiled, exchange(x, rate.divisor, rate.multiplier));
      return size(({ basis, baseQuantity }) => {
        if (yields === 'amount')
          return { size: atLeastZero(inQuote(total(measure === 'quantity' ? baseQuantity : basis))) };
        if (measure === 'amount') return { size: atLeastZero(inQuote(total(basis))) };
        if (baseQuantity.isZero()) return { size: ZERO };
        return { size: atLeastZero(divide(times(total(baseQuantity), basis), baseQuantity)) };
      });
    })
    .with({ type: 'buyXGetY' }, ({ buy, get, rate: text = '1', repeat = true, maxRepeats, partial = true }) => ({
      type: 'buyXGetY',
      terms: {
        buy: toPositive(buy, [...path, 'buy']),
        get: toPositive(get, [...path, 'get']),
        rate: toRate(text, [...path, 'rate']),
        maxRepeats: repeat ? (maxRepeats ?? Infinity) : Math.min(1, maxRepeats ?? 1),
        partial,
      },
    }))
    .with({ type: 'freeGoods' }, ({ sku, per, get, repeat = true, partial }) => ({
      type: 'freeGoods',
      terms: {
        sku,
        per: toPositive(per, [...path, 'per']),
        get: toPositive(get, [...path, 'get']),
        repeat,
        isFraction: partial === 'fraction',
      },
    }))
    .exhaustive();
}

/** An amount in another currency. */
export function exchange(amount: Decimal, multiplier: Decimal, divisor: Decimal): Decimal {
  const product = times(amount, multiplier);
  return divisor.eq(ONE) ? product : divide(product, divisor);
}

function atLeastZero(value: Decimal): Decimal {
  return value.isNegative() ? ZERO : value;
}
