import { Decimal, divide, ONE, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { FoundRate } from '../../core/rateTable.js';
import { compileTiers, type Piece, totalAt } from '../../core/tierPieces.js';
import { oneOf } from '../../core/oneOf.js';
import { toCount } from '../toCount.js';
import { toPositive } from '../toPositive.js';
import { toRate } from '../toRate.js';
import type { Amounts } from './amounts.js';
import type { Condition, ConditionKind, Reward } from './condition.js';
import { Figure, figureOf, readFigure } from './figure.js';
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

/** What rewards are compiled with: what their condition does, the rate of their currency and their place. */
interface Terms {
  readonly kind: ConditionKind;
  readonly rate: FoundRate;
  readonly path: Path;
}

type RewardOf<Type extends Reward['type']> = Extract<Reward, { readonly type: Type }>;

/** Compiles a reward, with its amounts in the currency of the quote. */
export function compileReward({ kind, reward }: Condition, rate: FoundRate, path: Path): CompiledReward {
  const terms = { kind, rate, path };
  // Every condition of every quote passes here: a match of patterns takes longer than all that it leads to.
  switch (reward.type) {
    case 'rate':
      return ofRate(reward, terms);
    case 'amount':
      return reward.per === 'unit' ? ofUnits(reward, terms) : ofAmount(reward, terms);
    case 'price':
      return ofPrice(reward, terms);
    case 'tiered':
      return ofTiers(reward, terms);
    case 'buyXGetY':
      return { type: 'buyXGetY', terms: buyXGetY(reward, path) };
    case 'freeGoods':
      return { type: 'freeGoods', terms: freeGoods(reward, path) };
    default:
      return oneOf((reward as Reward).type, REWARDS, [...path, 'type']) as never;
  }
}

const REWARDS = ['rate', 'amount', 'price', 'tiered', 'buyXGetY', 'freeGoods'] as const;

function ofRate({ rate: text }: RewardOf<'rate'>, { kind, path }: Terms): CompiledReward {
  const read = readFigure(text, () => [...path, 'rate']);
  const isShare = read.units >= 0 && read.units <= read.unit;
  if (kind === 'discount' && !isShare) toRate(text, [...path, 'rate']);
  const factor = read.isNegative ? NOTHING : read.trimmed();
  return sized((amounts) => ({ of: (basis) => amounts.times(basis, factor) }), factor.decimals);
}

function ofUnits({ amount, maxUnits }: RewardOf<'amount'>, { kind, rate, path }: Terms): CompiledReward {
  const each = atLeastZero(inQuote(toDecimal(amount, [...path, 'amount']), rate));
  const most = maxUnits === undefined ? null : figureOf(toDecimal(maxUnits, [...path, 'maxUnits']));
  const unitsOf = ({ quantity }: Measured): Figure => (most?.value.lt(quantity.value) === true ? most : quantity);
  const over = <N>(amounts: Amounts<N>): SizeOf<N> => {
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
  };
  return sized(over, 0, each.dp());
}

function ofAmount({ amount, per }: RewardOf<'amount'>, { rate, path }: Terms): CompiledReward {
  oneOf(per, ['unit', 'line', 'quote'], [...path, 'per']);
  const once = atLeastZero(inQuote(toDecimal(amount, [...path, 'amount']), rate));
  const over = <N>(amounts: Amounts<N>): SizeOf<N> => {
    const one = amounts.read(once);
    return {
      of: (_basis, _running, { lines }) =>
        per === 'line' && lines !== 1 ? amounts.times(one, figureOf(new Decimal(lines))) : one,
    };
  };
  return sized(over, 0, once.dp());
}

function ofPrice({ amount }: RewardOf<'price'>, { kind, rate, path }: Terms): CompiledReward {
  const price = inQuote(toDecimal(amount, [...path, 'amount']), rate);
  const over = <N>(amounts: Amounts<N>): SizeOf<N> => {
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
  return sized(over, 0, price.dp());
}

function ofTiers({ tiers, measure, yields }: RewardOf<'tiered'>, { rate, path }: Terms): CompiledReward {
  const compiled = compileTiers(tiers, [...path, 'tiers']);
  oneOf(measure, ['quantity', 'amount'], [...path, 'measure']);
  oneOf(yields, ['rate', 'amount'], [...path, 'yields']);
  // Bounds and flats of a table of amounts are in the currency of the condition.
  const total = (x: Decimal): Decimal =>
    measure === 'quantity' ? totalAt(compiled, x) : totalAt(compiled, exchange(x, rate.divisor, rate.multiplier));
  const sizeOn = (basis: Decimal, quantity: Decimal): Decimal => {
    if (measure === 'amount') return inQuote(total(basis), rate);
    if (yields === 'amount') return inQuote(total(quantity), rate);
    return quantity.isZero() ? ZERO : divide(times(total(quantity), basis), quantity);
  };
  const most = (figure: (piece: Piece) => Decimal): number =>
    Math.max(...compiled.pieces.map((each) => figure(each).dp()));
  return sized(
    (amounts) => ({
      of: (basis, _, { baseQuantity }) =>
        amounts.read(atLeastZero(sizeOn(amounts.decimalOf(basis), baseQuantity.value))),
    }),
    most(({ slope }) => slope),
    most(({ start }) => start),
  );
}

function buyXGetY(
  { buy, get, rate = '1', repeat = true, maxRepeats = Infinity, partial = true }: RewardOf<'buyXGetY'>,
  path: Path,
): BuyXGetY {
  return {
    buy: toPositive(buy, [...path, 'buy']),
    get: toPositive(get, [...path, 'get']),
    rate: toRate(rate, [...path, 'rate']),
    maxRepeats: Math.min(
      repeat ? Infinity : 1,
      maxRepeats === Infinity ? maxRepeats : toCount(maxRepeats, [...path, 'maxRepeats']),
    ),
    partial,
  };
}

function freeGoods(
  { sku, per, get, repeat = true, partial = 'down' }: RewardOf<'freeGoods'>,
  path: Path,
): FreeGoodsTerms {
  return {
    sku,
    per: toPositive(per, [...path, 'per']),
    get: toPositive(get, [...path, 'get']),
    repeat,
    isFraction: oneOf(partial, ['down', 'fraction'], [...path, 'partial']) === 'fraction',
  };
}

function sized(over: <N>(amounts: Amounts<N>) => SizeOf<N>, growth = 0, decimals = 0): CompiledReward {
  return { type: 'size', over, growth, decimals };
}

function inQuote(amount: Decimal, { multiplier, divisor }: FoundRate): Decimal {
  return exchange(amount, multiplier, divisor);
}

/** An amount in another currency. */
export function exchange(amount: Decimal, multiplier: Decimal, divisor: Decimal): Decimal {
  const product = times(amount, multiplier);
  return divisor.eq(ONE) ? product : divide(product, divisor);
}

function atLeastZero(value: Decimal): Decimal {
  return value.isNegative() ? ZERO : value;
}

const NOTHING = /* @__PURE__ */ new Figure(0, 0);
