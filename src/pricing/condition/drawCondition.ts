import { type Decimal, divide, ONE, plus, times, toText, ZERO } from '../../core/decimal.js';
import type { CapReason, FreeGoods, QuoteHistory } from '../quote/quote.js';
import type { Rounder } from '../quote/quoteRounding.js';
import type { Amounts } from './amounts.js';
import type { BoundCondition } from './boundCondition.js';
import { buyAndGet } from './buyAndGet.js';
import type { Condition } from './condition.js';
import type { FreeGoodsTerms } from './compileReward.js';
import { sumOfFigures } from './figure.js';
import { type Measured, type RunningLine, sumOf } from './runningLine.js';
import { triggeredLines } from './triggeredLines.js';

/** What a condition would change on a line: a size of at least 0. */
export interface DrawnPart<N> {
  readonly line: RunningLine<N>;
  readonly size: N;
  readonly cappedBy: CapReason | undefined;
  /** Units used by buying and getting. */
  readonly used: Decimal | undefined;
}

/** What a condition comes to at its step. */
export interface Drawn<N> {
  readonly parts: readonly DrawnPart<N>[];
  readonly free?: FreeGoods;
  /** Lines that are its own and did not trigger it. */
  readonly untriggered: readonly RunningLine<N>[];
}

/** Why a condition comes to nothing. */
export type NotDrawn = 'triggerNotMet' | 'triggerUnknown' | 'noMatchingLine' | 'nothingLeft';

/** What conditions read while they run. */
export interface DrawSetting<N> {
  readonly amounts: Amounts<N>;
  readonly lines: readonly RunningLine<N>[];
  /** The running amounts at each subtotal that was passed, by line. */
  readonly subtotals: ReadonlyMap<string, ReadonlyMap<RunningLine<N>, N>>;
  readonly history: QuoteHistory;
  readonly rounder: Rounder;
  /** Whether the prices contain tax. */
  readonly isInclusive: boolean;
}

/** The lines that a condition is about. */
export interface AimedLines<N> {
  readonly triggered: readonly RunningLine<N>[];
  readonly untriggered: readonly RunningLine<N>[];
}

/**
 * Finds the lines that a condition is about as they are.
 *
 * @param isAssumed whether its trigger is taken as met, to say what it would have given
 */
export function aimCondition<N>(
  bound: BoundCondition<N>,
  { amounts, lines, history }: DrawSetting<N>,
  isAssumed = false,
): AimedLines<N> | NotDrawn {
  const { one, size } = bound;
  const { condition, items } = one;
  // A line below zero has no part in what is computed over several lines.
  const isOfMany = one.isSpread || size === null || one.trigger.isPooled;
  const open = isOfMany && lines.some(({ read }) => read.sign < 0) ? lines.filter(({ read }) => read.sign > 0) : lines;
  const own = items === null ? open : open.filter(({ read }) => items(read));
  if (own.length === 0) return 'noMatchingLine';
  const triggered = isAssumed ? own : triggeredLines(bound, own, open, history, amounts);
  if (typeof triggered === 'string') return triggered;
  const isLess = condition.kind === 'discount' && size !== null;
  if (isLess && triggered.every((line) => amounts.compare(line.running, amounts.zero) === 0)) return 'nothingLeft';
  return { triggered, untriggered: without(own, triggered) };
}

/**
 * Computes what a condition comes to on the lines as they are; nothing is changed.
 *
 * @param isAssumed whether its trigger is taken as met, to say what it would have given
 */
export function drawCondition<N>(
  bound: BoundCondition<N>,
  setting: DrawSetting<N>,
  isAssumed = false,
): Drawn<N> | NotDrawn {
  const aimed = aimCondition(bound, setting, isAssumed);
  if (typeof aimed === 'string') return aimed;
  const { one } = bound;
  const { reward, condition } = one;
  const { triggered, untriggered } = aimed;
  const { amounts, lines } = setting;
  if (reward.type === 'freeGoods') {
    const quantity = freeQuantity(reward.terms, measuredOver(triggered).baseQuantity.value);
    if (quantity.isZero()) return 'triggerNotMet';
    return {
      parts: [],
      free: { condition: condition.code, sku: reward.terms.sku, quantity: toText(quantity) },
      untriggered,
    };
  }
  if (reward.type === 'buyXGetY') {
    const { isGotten } = one;
    const gotten = isGotten === null ? null : lines.filter(({ read }) => read.sign > 0 && isGotten(read));
    const parts = buyAndGet(reward.terms, triggered, gotten, amounts);
    if (parts.length > 0) {
      return {
        parts: parts.map(({ line, size: each, used }) => bounded(bound, line, each, setting, used)),
        untriggered,
      };
    }
    return lines.some(({ reserved }) => reserved.gt(0)) ? 'nothingLeft' : 'triggerNotMet';
  }
  const parts = one.isSpread
    ? spread(bound, triggered, setting)
    : triggered.map((line) => sizedLine(bound, line, setting));
  return { parts, untriggered };
}

/** The elements that are not in a part of a list, which is in the same order. */
function without<T>(all: readonly T[], part: readonly T[]): T[] {
  if (part.length === all.length) return [];
  let at = 0;
  return all.filter((one) => {
    const isIn = part[at] === one;
    if (isIn) at++;
    return !isIn;
  });
}

/** What a condition that is for lines, and neither shared out nor counted in units, takes off or adds to one. */
export function sizedLine<N>(bound: BoundCondition<N>, line: RunningLine<N>, setting: DrawSetting<N>): DrawnPart<N> {
  const size = bound.size!;
  const { basis = 'running' } = bound.one.condition;
  const { running } = line;
  const of = basis === 'running' ? running : basisOf(line, basis, setting);
  const isShort = size.isShort?.(running, line) === true;
  return bounded(bound, line, size.of(of, running, line), setting, undefined, isShort ? 'unitValue' : undefined);
}

/** The amount of a line that rates are taken of, where that is not the one so far. */
function basisOf<N>(
  line: RunningLine<N>,
  basis: Exclude<Condition['basis'], undefined>,
  { subtotals }: DrawSetting<N>,
): N {
  return (typeof basis === 'string' ? undefined : subtotals.get(basis.subtotal)?.get(line)) ?? line.list;
}

/** Shares one size out over lines in whole increments, by their running amounts. */
function spread<N>(
  bound: BoundCondition<N>,
  lines: readonly RunningLine<N>[],
  setting: DrawSetting<N>,
): DrawnPart<N>[] {
  const { amounts } = setting;
  const { basis = 'running', kind } = bound.one.condition;
  const total = sumOf(amounts, lines, ({ running }) => running);
  const of = basis === 'running' ? total : sumOf(amounts, lines, (line) => basisOf(line, basis, setting));
  const size = bound.size!.of(of, total, measuredOver(lines));
  const all = kind === 'discount' ? amounts.compare(size, total) : -1;
  if (all >= 0) {
    const cappedBy = all > 0 ? 'zero' : undefined;
    return lines.map((line) => ({ line, size: line.running, cappedBy, used: undefined }));
  }
  if (amounts.compare(total, amounts.zero) === 0)
    return lines.map((line) => bounded(bound, line, amounts.zero, setting));
  const parts = shared(amounts.round(size), lines, setting);
  return lines.map((line, index) => bounded(bound, line, parts[index]!, setting));
}

function measuredOver<N>(lines: readonly RunningLine<N>[]): Measured {
  return {
    get quantity() {
      return sumOfFigures(lines.map((line) => line.quantity));
    },
    get baseQuantity() {
      return sumOfFigures(lines.map((line) => line.baseQuantity));
    },
    lines: lines.length,
  };
}

/** A rounded amount shared out by what lines come to without or with tax. */
function shared<N>(total: N, lines: readonly RunningLine<N>[], { amounts, rounder, isInclusive }: DrawSetting<N>): N[] {
  const isAsRunning = (rounder.policy.spreadWeight === 'gross') === isInclusive;
  if (isAsRunning || lines.every(({ read }) => read.taxes.length === 0)) {
    return amounts.share(
      total,
      lines.map(({ running }) => running),
    );
  }
  const weights = lines.map((line) => {
    const running = amounts.decimalOf(line.running);
    return isInclusive ? divide(running, withTax(line)) : times(running, withTax(line));
  });
  return rounder.share(amounts.decimalOf(total), weights).map((part) => amounts.read(part));
}

/** What a line costs with its taxes, as a factor of its net. */
function withTax({ read: { taxes } }: { readonly read: RunningLine<never>['read'] }): Decimal {
  return taxes.reduce((sum, { share }) => plus(sum, share.value), ONE);
}

/** A discount takes no more than there is; a line's own delta is rounded where the quote says so. */
function bounded<N>(
  { one }: BoundCondition<N>,
  line: RunningLine<N>,
  size: N,
  { amounts, rounder }: DrawSetting<N>,
  used?: Decimal,
  cappedBy?: CapReason,
): DrawnPart<N> {
  const { running } = line;
  const isDiscount = one.condition.kind === 'discount';
  const order = isDiscount ? amounts.compare(size, running) : -1;
  if (order === 0) return { line, size: running, cappedBy, used };
  // What takes all takes all: rounding its size would leave a part of a cent.
  const isRounded = order < 0 && !one.isSpread && rounder.policy.conditions === 'each';
  const taken = isRounded ? amounts.round(size) : size;
  if (isDiscount && (order > 0 || amounts.compare(taken, running) > 0)) {
    return { line, size: running, cappedBy: cappedBy ?? 'zero', used };
  }
  return { line, size: taken, cappedBy, used };
}

function freeQuantity({ per, get, repeat, isFraction }: FreeGoodsTerms, quantity: Decimal): Decimal {
  if (!repeat) return quantity.gte(per) ? get : ZERO;
  return isFraction ? divide(times(quantity, get), per) : times(quantity.divToInt(per), get);
}

/** The sum of the sizes of parts. */
export function sizeOf<N>({ parts }: Drawn<N>, amounts: Amounts<N>): N {
  let sum = amounts.zero;
  for (const { size } of parts) sum = amounts.plus(sum, size);
  return sum;
}
