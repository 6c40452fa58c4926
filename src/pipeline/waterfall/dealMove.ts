import { type Decimal, minus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { DAY_MS, MINUTE_MS } from '../../core/instant.js';
import { oneOf } from '../../core/oneOf.js';
import type { Money } from '../../core/money.js';
import { dayRange, type DayRange } from '../../core/span.js';
import { roundDecimal } from '../../core/rounding.js';
import { isDate, timeOf } from '../../mechanisms/lifecycle/time.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import { dayNumberOf, minutesOf } from '../deal/dayOf.js';
import { type Exchange, exchange } from '../deal/exchange.js';
import { fail } from '../fail.js';
import { isOpen, type Opportunity, type Snapshot } from '../opportunity/opportunity.js';
import type { BarCode } from './bars.js';
import { EXIT_VALUES, MEASURES, THROUGHS, type WaterfallOptions, type WaterfallPolicy } from './waterfallOptions.js';

/** What became of a deal between two snapshots. */
export interface DealMove {
  /** Bars that the deal belongs to, with its value in each; `start` and `end` included. */
  readonly parts: readonly { readonly code: BarCode; readonly value: Decimal }[];
  /** Created before the first snapshot, which does not have it. */
  readonly late: boolean;
}

/** A reader of the two states of a deal; `missingRate` where an amount cannot be converted, `null` where nothing is to be told. */
export interface MoveReader {
  readonly policy: Required<WaterfallPolicy>;
  readonly scale: number;
  readonly currency: string;
  read(before: Opportunity | undefined, after: Opportunity | undefined): DealMove | 'missingRate' | null;
}

/** Compiles the options of a waterfall between two snapshots. */
export function moveReader(start: Snapshot, end: Snapshot, options: WaterfallOptions): MoveReader {
  const policy = {
    measure: oneOf(options.measure ?? 'amount', MEASURES, ['options', 'measure']),
    exitValue: oneOf(options.exitValue ?? 'end', EXIT_VALUES, ['options', 'exitValue']),
    through: oneOf(options.through ?? 'show', THROUGHS, ['options', 'through']),
  };
  const minutes = minutesOf(options.offset ?? 'Z', ['options', 'offset']);
  const [from, to] = [endTime(start, minutes, 'start'), endTime(end, minutes, 'end')];
  if (to < from) fail('waterfall.order', ['end', 'asOf'], { start: start.asOf, end: end.asOf });
  const window = options.window === null ? null : dayRange(options.window, ['options', 'window']);
  const inScope =
    options.scope === undefined
      ? null
      : compileRule<Opportunity>(options.scope, { treatUnknownAs: false, path: ['options', 'scope'] });
  const scoped = (deal: Opportunity): boolean => inScope === null || inScope(deal);
  const rates = (snapshot: Snapshot, table: WaterfallOptions['ratesStart'], name: string): Exchange =>
    exchange(options.currency, table, dayNumberOf(snapshot.asOf, minutes), options.rateOptions, ['options', name]);
  const before = rates(start, options.ratesStart, 'ratesStart');
  const after = rates(end, options.ratesEnd, 'ratesEnd');
  const isIn = (deal: Opportunity): boolean => isOpen(deal) && placeOf(deal, window) === 'in' && scoped(deal);
  const isNew = (at: string): boolean => {
    const time = timeOf(at, ['deals']);
    return time > from && time <= to;
  };
  const isWeighted = policy.measure === 'weighted';
  const worth = (rate: Exchange, amount: Money | null, probability: string): Decimal | null => {
    if (!isWeighted) return rate.rounded(amount);
    const exact = rate.exact(amount);
    return exact === null ? null : roundDecimal(times(exact, toDecimal(probability)), rate.unit, 'halfEven');
  };

  const entry = (s: Opportunity | undefined): BarCode => {
    if (s === undefined || s.deletedAt !== null) return 'created';
    if (s.outcome !== null) return 'reopened';
    if (!scoped(s)) return 'transferredIn';
    return placeOf(s, window) === 'before' ? 'pushedIn' : 'pulledIn';
  };
  const exit = (e: Opportunity | undefined): BarCode => {
    if (e === undefined || e.deletedAt !== null || e.outcome === 'ended') return 'removed';
    if (e.outcome !== null) return e.outcome;
    if (!scoped(e)) return 'transferredOut';
    return placeOf(e, window) === 'before' ? 'pulledOut' : 'pushedOut';
  };

  const entering = (s: Opportunity | undefined, e: Opportunity): DealMove | 'missingRate' => {
    const value = worth(after, e.amount, e.probability);
    if (value === null) return 'missingRate';
    const code = entry(s);
    const parts = [
      { code, value },
      { code: 'end', value },
    ] as const;
    return { parts, late: code === 'created' && !isNew(e.createdAt) };
  };

  /** A deal that came and went in between. */
  const passing = (e: Opportunity): DealMove | 'missingRate' | null => {
    const { outcome, closedAt, createdAt } = e;
    if (policy.through === 'ignore' || e.deletedAt !== null || (outcome !== 'won' && outcome !== 'lost')) return null;
    if (closedAt === null || !isNew(createdAt) || !isNew(closedAt) || placeOf(e, window) !== 'in' || !scoped(e))
      return null;
    const value = worth(after, e.amount, e.probability);
    if (value === null) return 'missingRate';
    const parts = [
      { code: 'created', value },
      { code: outcome, value: minus(ZERO, value) },
    ] as const;
    return { parts, late: false };
  };

  const goingOn = (s: Opportunity, e: Opportunity | undefined): DealMove | 'missingRate' => {
    const stays = e !== undefined && isIn(e);
    // What has gone is worth what it was worth last.
    const amount = e === undefined ? s.amount : e.amount;
    const probability = stays ? e.probability : s.probability;
    const v00 = worth(before, s.amount, s.probability);
    // Most deals change neither, and most are in the currency asked for: then one reading stands for all.
    const v10 =
      sameMoney(amount, s.amount) && (!isWeighted || probability === s.probability)
        ? v00
        : worth(before, amount, probability);
    const v11 = amount === null || amount.currency === options.currency ? v10 : worth(after, amount, probability);
    if (v00 === null || v10 === null || v11 === null) return 'missingRate';
    const parts: DealMove['parts'][number][] = [{ code: 'start', value: v00 }];
    if (!stays && policy.exitValue === 'start') {
      parts.push({ code: exit(e), value: minus(ZERO, v00) });
      return { parts, late: false };
    }
    const change = v10 === v00 ? ZERO : minus(v10, v00);
    const fx = v11 === v10 ? ZERO : minus(v11, v10);
    if (!change.isZero()) parts.push({ code: change.isNegative() ? 'decreased' : 'increased', value: change });
    if (!fx.isZero()) parts.push({ code: 'fx', value: fx });
    parts.push(stays ? { code: 'end', value: v11 } : { code: exit(e), value: minus(ZERO, v11) });
    return { parts, late: false };
  };

  const read: MoveReader['read'] = (s, e) => {
    if (s !== undefined && isIn(s)) return goingOn(s, e);
    if (e === undefined) return null;
    if (isIn(e)) return entering(s, e);
    return s === undefined ? passing(e) : null;
  };
  return { policy, scale: before.unit.dp(), currency: options.currency, read };
}

/** Whether two amounts are spelt alike. */
function sameMoney(a: Money | null, b: Money | null): boolean {
  return a === b || (a !== null && b !== null && a.amount === b.amount && a.currency === b.currency);
}

/** The last millisecond that a snapshot knows. */
function endTime({ asOf }: Snapshot, minutes: number, name: string): number {
  const time = timeOf(asOf, [name, 'asOf']);
  return isDate(asOf) ? time + DAY_MS - 1 - minutes * MINUTE_MS : time;
}

/** Where the close date of a deal lies; without one it is not expected before the end. */
function placeOf({ closeDate }: Opportunity, window: DayRange | null): 'before' | 'in' | 'after' {
  if (window === null) return 'in';
  if (closeDate === null) return 'after';
  const day = dayNumberOf(closeDate);
  return day < window.start ? 'before' : day < window.end ? 'in' : 'after';
}
