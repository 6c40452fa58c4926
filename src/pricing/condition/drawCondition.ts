import { type Decimal, divide, ONE, plus, times, toText, ZERO } from '../../core/decimal.js';
import type { CapReason, FreeGoods, QuoteHistory } from '../quote/quote.js';
import type { Rounder } from '../quote/quoteRounding.js';
import { buyAndGet } from './buyAndGet.js';
import type { CompiledCondition } from './compileCondition.js';
import type { FreeGoodsTerms, RewardBase } from './compileReward.js';
import { type RunningLine, sumOf } from './runningLine.js';
import { triggeredLines } from './triggeredLines.js';

/** What a condition would change on a line: a size of at least 0. */
export interface DrawnPart {
  readonly line: RunningLine;
  readonly size: Decimal;
  readonly cappedBy?: CapReason;
  /** Units used by buying and getting. */
  readonly used?: Decimal;
}

/** What a condition comes to at its step. */
export interface Drawn {
  readonly parts: readonly DrawnPart[];
  readonly free?: FreeGoods;
  /** Lines that are its own and did not trigger it. */
  readonly untriggered: readonly RunningLine[];
}

/** Why a condition comes to nothing. */
export type NotDrawn = 'triggerNotMet' | 'triggerUnknown' | 'noMatchingLine' | 'nothingLeft';

/** What conditions read while they run. */
export interface DrawSetting {
  readonly lines: readonly RunningLine[];
  /** The running amounts at each subtotal that was passed, by line. */
  readonly subtotals: ReadonlyMap<string, ReadonlyMap<RunningLine, Decimal>>;
  readonly history: QuoteHistory;
  readonly rounder: Rounder;
  /** Whether the prices contain tax. */
  readonly isInclusive: boolean;
}

/**
 * Computes what a condition comes to on the lines as they are; nothing is changed.
 *
 * @param isAssumed whether its trigger is taken as met, to say what it would have given
 */
export function drawCondition(one: CompiledCondition, setting: DrawSetting, isAssumed = false): Drawn | NotDrawn {
  const { reward, condition } = one;
  const isOfUnits = reward.type !== 'size';
  // A line below zero has no part in what is computed over several lines.
  const isOpen = ({ read }: RunningLine): boolean =>
    read.sign > 0 || !(one.isSpread || isOfUnits || one.trigger.isPooled);
  const own = setting.lines.filter((line) => isOpen(line) && one.isFor(line));
  if (own.length === 0) return 'noMatchingLine';
  const triggered = isAssumed ? own : triggeredLines(one, own, setting.lines.filter(isOpen), setting.history);
  if (typeof triggered === 'string') return triggered;
  const untriggered = triggered.length === own.length ? [] : own.filter((line) => !triggered.includes(line));
  if (reward.type === 'freeGoods') {
    const quantity = freeQuantity(
      reward.terms,
      sumOf(triggered, ({ read }) => read.baseQuantity),
    );
    if (quantity.isZero()) return 'triggerNotMet';
    return {
      parts: [],
      free: { condition: condition.code, sku: reward.terms.sku, quantity: toText(quantity) },
      untriggered,
    };
  }
  if (reward.type === 'buyXGetY') {
    const gotten = one.isGotten === null ? null : setting.lines.filter((line) => isOpen(line) && one.isGotten!(line));
    const parts = buyAndGet(reward.terms, triggered, gotten);
    if (parts.length > 0) return { parts: bounded(one, parts, setting.rounder), untriggered };
    return setting.lines.some(({ reserved }) => reserved.gt(0)) ? 'nothingLeft' : 'triggerNotMet';
  }
  if (condition.kind === 'discount' && triggered.every(({ running }) => running.isZero())) return 'nothingLeft';
  const sized = one.isSpread
    ? spread(one, triggered, setting)
    : triggered.map((line) => sizeOfLine(one, line, setting));
  return { parts: bounded(one, sized, setting.rounder), untriggered };
}

function sizeOfLine(one: CompiledCondition, line: RunningLine, setting: DrawSetting): DrawnPart {
  if (one.reward.type !== 'size') return { line, size: ZERO };
  const { size, isCapped } = one.reward.sizeOn(baseOf(one, [line], setting));
  return { line, size, ...(isCapped === true ? { cappedBy: 'unitValue' } : {}) };
}

function baseOf(
  { condition: { basis = 'running' } }: CompiledCondition,
  lines: readonly RunningLine[],
  setting: DrawSetting,
): RewardBase {
  const frozen = typeof basis === 'string' ? undefined : setting.subtotals.get(basis.subtotal);
  const running = sumOf(lines, (line) => line.running);
  return {
    running,
    basis:
      basis === 'running'
        ? running
        : sumOf(lines, (line) => (frozen === undefined ? line.read.list : frozen.get(line)!)),
    quantity: sumOf(lines, ({ read }) => read.quantity),
    baseQuantity: sumOf(lines, ({ read }) => read.baseQuantity),
    lines: lines.length,
  };
}

/** Shares one size out over lines in whole increments, by their running amounts. */
function spread(one: CompiledCondition, lines: readonly RunningLine[], setting: DrawSetting): DrawnPart[] {
  if (one.reward.type !== 'size') return [];
  const { policy, round, share } = setting.rounder;
  const { size } = one.reward.sizeOn(baseOf(one, lines, setting));
  const total = sumOf(lines, (line) => line.running);
  if (one.condition.kind === 'discount' && size.gte(total)) {
    return lines.map((line) => ({
      line,
      size: line.running,
      ...(size.gt(total) ? { cappedBy: 'zero' as const } : {}),
    }));
  }
  const weights = lines.map((line) => weightOf(line, policy.spreadWeight, setting.isInclusive));
  const rounded = round(size);
  if (total.isZero()) return lines.map((line) => ({ line, size: ZERO }));
  const parts = share(rounded, weights);
  return lines.map((line, index) => ({ line, size: parts[index]! }));
}

/** The amount of a line without or with tax. */
function weightOf(line: RunningLine, weight: 'net' | 'gross', isInclusive: boolean): Decimal {
  if ((weight === 'gross') === isInclusive) return line.running;
  return isInclusive ? divide(line.running, withTax(line)) : times(line.running, withTax(line));
}

/** What a line costs with its taxes, as a factor of its net. */
function withTax({ read: { taxes } }: RunningLine): Decimal {
  return taxes.reduce((sum, { share }) => plus(sum, share), ONE);
}

/** A discount takes no more than there is; a line's own delta is rounded where the quote says so. */
function bounded(
  { condition: { kind }, isSpread }: CompiledCondition,
  parts: readonly DrawnPart[],
  rounder: Rounder,
): DrawnPart[] {
  const isRounded = !isSpread && rounder.policy.conditions === 'each';
  return parts.map((part) => {
    const { running } = part.line;
    const order = kind === 'discount' ? part.size.cmp(running) : -1;
    // What takes all takes all: rounding its size would leave a part of a cent.
    const size = order >= 0 ? running : isRounded ? rounder.round(part.size) : part.size;
    if (kind !== 'discount' || order === 0 || (order < 0 && size.lte(running))) return { ...part, size };
    return { ...part, size: running, cappedBy: part.cappedBy ?? 'zero' };
  });
}

function freeQuantity({ per, get, repeat, isFraction }: FreeGoodsTerms, quantity: Decimal): Decimal {
  if (!repeat) return quantity.gte(per) ? get : ZERO;
  return isFraction ? divide(times(quantity, get), per) : times(quantity.divToInt(per), get);
}

/** The sum of the sizes of parts. */
export function sizeOf({ parts }: Drawn): Decimal {
  return parts.reduce((sum, { size }) => plus(sum, size), ZERO);
}
