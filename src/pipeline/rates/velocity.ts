import { currencyOf, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalLike, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Money } from '../../core/money.js';
import { oneOf } from '../../core/oneOf.js';
import type { Period } from '../../core/period.js';
import { roundQuotient } from '../../core/rounding.js';
import { AmountSum } from '../deal/amountSum.js';
import { checkDeals } from '../deal/checkDeals.js';
import { minutesOf } from '../deal/dayOf.js';
import { isIn } from '../deal/inPeriod.js';
import { dayRange } from '../../core/span.js';
import { singleCurrency } from '../deal/singleCurrency.js';
import { cycleDays } from '../durations/cycleTime.js';
import { isOpen, type Opportunity } from '../opportunity/opportunity.js';

const OPPORTUNITIES = ['open', 'created'] as const;
const CYCLES = ['won', 'closed'] as const;

/** What the speed of a pipeline is made of. */
export interface VelocityFigures {
  readonly opportunities: number;
  readonly won: number;
  readonly lost: number;
  /** Of all won deals together; `null` where none was won. */
  readonly wonValue: Money | null;
  /** Days from creation to closing, of all deals that count together. */
  readonly cycleDaysTotal: DecimalLike;
  readonly cycleCount: number;
}

/** How the figures are taken from deals. */
export interface VelocityOptions {
  /** Deals that are `open` now (default), or that were `created`, in the period where there is one. */
  readonly opportunities?: (typeof OPPORTUNITIES)[number];
  /** Whose cycle counts: won deals (default), or won and lost ones. */
  readonly cycle?: (typeof CYCLES)[number];
  /** Deals count as created or closed in it. Without one all do. */
  readonly period?: Period;
  /** Where days begin for histories of instants, `+08:00` or `Z` (default). */
  readonly offset?: string;
}

/** Money that goes through the pipeline in a day, or why there is no such figure. */
export type Velocity =
  | { readonly ok: true; readonly perDay: Money; readonly figures: VelocityFigures }
  | { readonly ok: false; readonly reasons: readonly Reason[]; readonly figures: VelocityFigures };

/**
 * Returns opportunities × win rate × mean won value ÷ mean cycle: money a day, exact until it is rounded once, half even, to
 * the currency's minor unit.
 *
 * @param figures as numbers; `velocityFigures` takes them from deals
 * @throws SalesModelError `currency.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { velocity } from 'salesmodel/pipeline';
 *
 * const result = velocity({
 *   opportunities: 50, won: 12, lost: 20, wonValue: { amount: '180000.00', currency: 'USD' }, cycleDaysTotal: 540, cycleCount: 12,
 * });
 * result.ok && result.perDay; // => { amount: '6250.00', currency: 'USD' }
 */
export function velocity(figures: VelocityFigures): Velocity {
  const { opportunities, won, lost, wonValue, cycleCount } = figures;
  const days = toDecimal(figures.cycleDaysTotal, ['figures', 'cycleDaysTotal']);
  const count = (value: number, field: string): Decimal => toDecimal(value, ['figures', field]);
  const [all, wins, losses, cycles] = [
    count(opportunities, 'opportunities'),
    count(won, 'won'),
    count(lost, 'lost'),
    count(cycleCount, 'cycleCount'),
  ];
  const reasons: Reason[] = [];
  if (wins.isZero() || wonValue === null) reasons.push({ code: 'nothingWon', params: {} });
  if (days.lte(ZERO) || cycles.isZero()) reasons.push({ code: 'noCycle', params: {} });
  if (reasons.length > 0 || wonValue === null) return { ok: false, reasons, figures };
  const value = toDecimal(wonValue.amount, ['figures', 'wonValue', 'amount']);
  const increment = toDecimal(minorUnit(currencyOf(wonValue.currency)));
  // Win rate × mean value is value ÷ (won + lost): the number of wins cancels out.
  const above = times(times(all, value), cycles);
  const below = times(times(plus(wins, losses), days), increment);
  const amount = times(roundQuotient(above, below, 'halfEven'), increment);
  return { ok: true, perDay: { amount: amount.toFixed(increment.dp()), currency: wonValue.currency }, figures };
}

/** What the figures are read from. */
export type VelocityDeal = Pick<Opportunity, 'id' | 'outcome' | 'createdAt' | 'closedAt' | 'amount' | 'deletedAt'>;

/**
 * Returns the figures that `velocity` needs, taken from deals of one currency. Deleted deals are left out.
 *
 * @param deals in any order
 * @param options which deals are opportunities, and whose cycle counts
 * @throws SalesModelError `pipeline.duplicateDeal`, `pipeline.mixedCurrency`, `option.unknown`, `period.order`
 * @example
 * import { velocityFigures } from 'salesmodel/pipeline';
 *
 * const amount = { amount: '900.00', currency: 'EUR' };
 * velocityFigures([
 *   { id: 'D1', outcome: 'won', createdAt: '2026-01-01', closedAt: '2026-01-31', amount, deletedAt: null },
 *   { id: 'D2', outcome: null, createdAt: '2026-01-09', closedAt: null, amount, deletedAt: null },
 * ]); // => { opportunities: 1, won: 1, lost: 0, wonValue: { amount: '900', currency: 'EUR' }, cycleDaysTotal: '30', cycleCount: 1 }
 */
export function velocityFigures(deals: readonly VelocityDeal[], options: VelocityOptions = {}): VelocityFigures {
  const opportunities = oneOf(options.opportunities ?? 'open', OPPORTUNITIES, ['options', 'opportunities']);
  const cycle = oneOf(options.cycle ?? 'won', CYCLES, ['options', 'cycle']);
  checkDeals(deals);
  const minutes = minutesOf(options.offset ?? 'Z', ['options', 'offset']);
  const range = options.period === undefined ? null : dayRange(options.period, ['options', 'period']);
  const counts = deals.filter(({ deletedAt }) => deletedAt === null);
  const closed = counts.filter(({ closedAt }) => range === null || isIn(closedAt, range, minutes));
  const won = closed.filter(({ outcome }) => outcome === 'won');
  const currency = singleCurrency(
    won.map(({ amount }) => amount),
    ['deals'],
  );
  const value = new AmountSum();
  for (const { amount } of won) value.add(amount?.amount ?? '0');
  const days = cycleDays(closed, cycle);
  const total = new AmountSum();
  for (const each of days) total.add(each);
  return {
    opportunities:
      opportunities === 'open'
        ? counts.filter(isOpen).length
        : counts.filter(({ createdAt }) => range === null || isIn(createdAt, range, minutes)).length,
    won: won.length,
    lost: closed.filter(({ outcome }) => outcome === 'lost').length,
    wonValue: currency === null ? null : { amount: toText(value.total()), currency },
    cycleDaysTotal: toText(total.total()),
    cycleCount: days.length,
  };
}
