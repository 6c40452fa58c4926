import { compareText } from '../../core/compareText.js';
import { Decimal, divide, minus, plus, times, ZERO } from '../../core/decimal.js';
import type { Amounts } from './amounts.js';
import type { BuyXGetY } from './compileReward.js';
import type { RunningLine } from './runningLine.js';

/** What buying and getting gives a line. */
export interface GoodsPart<N> {
  readonly line: RunningLine<N>;
  /** What is taken off. */
  readonly size: N;
  /** Units that no later promotion may use. */
  readonly used: Decimal;
}

/** Units of a line that a promotion may still use, and what one is worth. */
interface Units<N> {
  readonly line: RunningLine<N>;
  readonly free: Decimal;
  readonly value: Decimal;
}

/**
 * Rewards the cheapest units and uses up the dearest as those that were bought, ties by the id of the line.
 *
 * @param bought lines whose units count as bought
 * @param gotten lines whose units are rewarded; `null` where they are the same pool
 */
export function buyAndGet<N>(
  terms: BuyXGetY,
  bought: readonly RunningLine<N>[],
  gotten: readonly RunningLine<N>[] | null,
  amounts: Amounts<N>,
): GoodsPart<N>[] {
  const buySide = unitsOf(bought, amounts);
  const getSide =
    gotten === null
      ? buySide
      : unitsOf(
          gotten.filter((line) => !bought.includes(line)),
          amounts,
        );
  const { rewarded, qualifying } =
    gotten === null ? ofOnePool(terms, countOf(buySide)) : ofTwo(terms, countOf(buySide), countOf(getSide));
  if (rewarded.lte(0)) return [];
  const rewards = take(getSide, rewarded);
  const left = gotten === null ? buySide.map((units) => less(units, rewards)) : buySide;
  const uses = take(left.toReversed(), qualifying);
  return [...new Set([...rewards.keys(), ...uses.keys()])].map((line) => {
    const units = rewards.get(line) ?? ZERO;
    const value = getSide.find((one) => one.line === line)?.value ?? ZERO;
    const size = amounts.read(times(times(value, units), terms.rate));
    return { line, size, used: plus(units, uses.get(line) ?? ZERO) };
  });
}

/** Whole units that are not used yet, the cheapest first. */
function unitsOf<N>(lines: readonly RunningLine<N>[], amounts: Amounts<N>): Units<N>[] {
  return lines
    .filter(({ read }) => read.quantity.value.gte(1))
    .map((line) => ({
      line,
      free: Decimal.max(ZERO, minus(line.read.quantity.value.floor(), line.reserved)),
      value: divide(plus(amounts.decimalOf(line.running), line.goods), line.read.quantity.value),
    }))
    .toSorted((a, b) => a.value.cmp(b.value) || compareText(a.line.read.line.id, b.line.read.line.id));
}

function countOf(units: readonly { readonly free: Decimal }[]): Decimal {
  return units.reduce((sum, { free }) => plus(sum, free), ZERO);
}

function ofOnePool(
  { buy, get, maxRepeats, partial }: BuyXGetY,
  count: Decimal,
): { rewarded: Decimal; qualifying: Decimal } {
  const group = plus(buy, get);
  const whole = count.divToInt(group);
  const isLimited = whole.gte(maxRepeats);
  const repeats = isLimited ? new Decimal(maxRepeats) : whole;
  const over = minus(count, times(repeats, group));
  const extra = partial && !isLimited ? Decimal.min(get, Decimal.max(ZERO, minus(over, buy))) : ZERO;
  const rewarded = plus(times(repeats, get), extra);
  return { rewarded, qualifying: plus(times(repeats, buy), extra.isZero() ? ZERO : buy) };
}

function ofTwo(
  { buy, get, maxRepeats }: BuyXGetY,
  buyCount: Decimal,
  getCount: Decimal,
): { rewarded: Decimal; qualifying: Decimal } {
  const whole = buyCount.divToInt(buy);
  const repeats = whole.gte(maxRepeats) ? new Decimal(maxRepeats) : whole;
  const rewarded = Decimal.min(times(repeats, get), getCount);
  return { rewarded, qualifying: times(divide(rewarded, get).ceil(), buy) };
}

/** Takes units from the first lines on. */
function take<N>(units: readonly Units<N>[], count: Decimal): Map<RunningLine<N>, Decimal> {
  const taken = new Map<RunningLine<N>, Decimal>();
  let left = count;
  for (const { line, free } of units) {
    const part = Decimal.min(left, free);
    if (part.gt(0)) taken.set(line, part);
    left = minus(left, part);
  }
  return taken;
}

function less<N>(units: Units<N>, taken: ReadonlyMap<RunningLine<N>, Decimal>): Units<N> {
  return { ...units, free: minus(units.free, taken.get(units.line) ?? ZERO) };
}
