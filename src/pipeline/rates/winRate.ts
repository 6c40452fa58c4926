import type { PlainDate } from '../../core/date.js';
import type { Estimate } from '../../core/estimate.js';
import type { Money } from '../../core/money.js';
import { oneOf } from '../../core/oneOf.js';
import type { Period } from '../../core/period.js';
import { ratio, type Ratio, ratioOf } from '../../core/ratio.js';
import { type ShareInterval, wilsonInterval } from '../../core/wilsonInterval.js';
import { AmountSum } from '../deal/amountSum.js';
import { checkCount } from '../deal/checkCount.js';
import { checkDeals } from '../deal/checkDeals.js';
import { dayNumberOf, minutesOf } from '../deal/dayOf.js';
import { isIn, neededRange } from '../deal/inPeriod.js';
import { singleCurrency } from '../deal/singleCurrency.js';
import { fail } from '../fail.js';
import type { Opportunity } from '../opportunity/opportunity.js';
import { toDecimal } from '../../core/decimal.js';

const BASES = ['count', 'value'] as const;
const DENOMINATORS = ['closed', 'closedOrStale', 'created'] as const;
const WINDOWS = ['none', 'closeDate', 'createdDate'] as const;

/** What a win rate divides by what. */
export interface WinRatePolicy {
  /** Deals are counted (default) or their value is. */
  readonly basis?: (typeof BASES)[number];
  /**
   * `closed` (default): won and lost deals. `closedOrStale`: with the open ones that are overdue or too old. `created`: all
   * deals, open ones included.
   */
  readonly denominator?: (typeof DENOMINATORS)[number];
  /** Which date has to lie in the period; `none` (default) takes all deals. */
  readonly window?: (typeof WINDOWS)[number];
  /** Field of the application's own that holds the value as an amount and its currency. Default: the amount of the deal. */
  readonly valueField?: string;
  /** Whether an open deal is stale when its close date has passed. Default true. */
  readonly overdue?: boolean;
  /** Days since its creation after which an open deal is stale. Without it none is too old. */
  readonly olderThanDays?: number;
}

/** How a win rate is asked for. */
export interface WinRateOptions extends WinRatePolicy {
  readonly period?: Period;
  /** The day up to which facts are known; `closedOrStale` needs it. */
  readonly asOf?: PlainDate;
  /** Of the interval, above 0 and below 1. Default 0.95. */
  readonly confidence?: Estimate;
  /** Fewer deals than these are marked as few. Default 30. */
  readonly minSample?: number;
  /** Where days begin for histories of instants, `+08:00` or `Z` (default). */
  readonly offset?: string;
}

/** What a win rate reads of a deal. */
export type RatedDeal = Pick<Opportunity, 'id' | 'outcome' | 'createdAt' | 'closedAt' | 'closeDate' | 'amount'> &
  Partial<Pick<Opportunity, 'deletedAt' | 'fields'>>;

/** A win rate with what it was made of. */
export interface WinRate {
  readonly rate: Ratio;
  readonly won: number;
  readonly lost: number;
  /** Open deals in the denominator because they are overdue or too old. */
  readonly stale: number;
  /** Deals in the denominator. */
  readonly deals: number;
  /** Wilson interval of the count; of a rate by value there is none. */
  readonly interval: ShareInterval | null;
  readonly smallSample: boolean;
  readonly warnings: readonly 'lostWithoutValue'[];
  readonly policy: Required<Omit<WinRatePolicy, 'olderThanDays' | 'valueField'>> &
    Pick<WinRatePolicy, 'olderThanDays' | 'valueField'>;
  /** Deals by what they counted as, by id. */
  readonly sets: {
    readonly won: readonly string[];
    readonly lost: readonly string[];
    readonly stale: readonly string[];
    readonly open: readonly string[];
  };
}

/**
 * Returns the share of deals that were won, by a definition that the result names. With nothing in the denominator there
 * is no rate. Deleted deals and deals that ended without a judgement are left out.
 *
 * @param deals in any order
 * @param options the policy, the period and the as-of day
 * @throws SalesModelError `pipeline.duplicateDeal`, `pipeline.mixedCurrency`, `pipeline.period`, `pipeline.asOf`,
 *   `pipeline.count`, `option.unknown`, `estimate.probability`
 * @example
 * import { foldOpportunities, presets, winRate } from 'salesmodel/pipeline';
 *
 * const { deals } = foldOpportunities(presets['hubspot-like'], [
 *   { dealId: 'D1', at: '2026-01-05', seq: 1, type: 'created' },
 *   { dealId: 'D1', at: '2026-02-20', seq: 2, type: 'stageChanged', to: 'won' },
 *   { dealId: 'D2', at: '2026-01-07', seq: 1, type: 'created' },
 *   { dealId: 'D2', at: '2026-02-01', seq: 2, type: 'stageChanged', to: 'lost', reason: 'price' },
 *   { dealId: 'D3', at: '2026-01-09', seq: 1, type: 'created', closeDate: '2026-02-28' },
 * ]);
 * winRate(deals).rate.value; // => '0.5'
 * winRate(deals, { denominator: 'closedOrStale', asOf: '2026-03-31' }).rate.value; // => '0.333333333333'
 */
export function winRate(deals: readonly RatedDeal[], options: WinRateOptions = {}): WinRate {
  const policy = readWinRatePolicy(options);
  checkDeals(deals);
  const { denominator, basis } = policy;
  const { period, asOf, confidence = 0.95, minSample = 30, offset = 'Z' } = options;
  checkCount(minSample, ['options', 'minSample']);
  const minutes = minutesOf(offset, ['options', 'offset']);
  let counted = deals.filter(({ deletedAt = null, outcome }) => deletedAt === null && outcome !== 'ended');
  if (policy.window !== 'none') {
    const range = neededRange(period, 'window');
    counted = counted.filter(({ createdAt, closeDate, closedAt }) =>
      isIn(policy.window === 'createdDate' ? createdAt : (closeDate ?? closedAt), range, minutes),
    );
  }
  if (denominator === 'closedOrStale' && asOf === undefined)
    fail('pipeline.asOf', ['options', 'asOf'], { option: 'closedOrStale' });
  const today = asOf === undefined ? 0 : dayNumberOf(asOf, 0, ['options', 'asOf']);
  const isStale = ({ closeDate, createdAt }: RatedDeal): boolean =>
    denominator === 'closedOrStale' &&
    ((policy.overdue && closeDate !== null && dayNumberOf(closeDate) < today) ||
      (policy.olderThanDays !== undefined && today - dayNumberOf(createdAt, minutes) > policy.olderThanDays));

  const sets = { won: [] as RatedDeal[], lost: [] as RatedDeal[], stale: [] as RatedDeal[], open: [] as RatedDeal[] };
  for (const deal of counted) {
    const { outcome } = deal;
    if (outcome === 'won' || outcome === 'lost') sets[outcome].push(deal);
    else sets[isStale(deal) ? 'stale' : 'open'].push(deal);
  }
  const { won, lost, stale, open } = sets;
  const below = denominator === 'created' ? [...won, ...lost, ...stale, ...open] : [...won, ...lost, ...stale];
  const valueOf = valueReader(policy.valueField);
  const rate = basis === 'count' ? ratio(won.length, below.length) : valueRatio(won, below, valueOf);
  return {
    rate: rate.value === null && below.length === 0 ? { ...rate, reason: 'noDeals' } : rate,
    won: won.length,
    lost: lost.length,
    stale: stale.length,
    deals: below.length,
    interval: basis === 'count' ? wilsonInterval(won.length, below.length, confidence) : null,
    smallSample: below.length < minSample,
    warnings: basis === 'value' && lost.some((deal) => isWorthless(valueOf(deal))) ? ['lostWithoutValue'] : [],
    policy,
    sets: { won: idsOf(won), lost: idsOf(lost), stale: idsOf(stale), open: idsOf(open) },
  };
}

function readWinRatePolicy(options: WinRatePolicy): WinRate['policy'] {
  const { olderThanDays, valueField } = options;
  if (olderThanDays !== undefined) checkCount(olderThanDays, ['options', 'olderThanDays']);
  return {
    basis: oneOf(options.basis ?? 'count', BASES, ['options', 'basis']),
    denominator: oneOf(options.denominator ?? 'closed', DENOMINATORS, ['options', 'denominator']),
    window: oneOf(options.window ?? 'none', WINDOWS, ['options', 'window']),
    overdue: options.overdue ?? true,
    ...(olderThanDays === undefined ? {} : { olderThanDays }),
    ...(valueField === undefined ? {} : { valueField }),
  };
}

function valueReader(field: string | undefined): (deal: RatedDeal) => Money | null {
  if (field === undefined) return ({ amount }) => amount;
  return ({ fields }) => {
    const value = fields?.[field];
    return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
      ? (value as Money)
      : null;
  };
}

function valueRatio(
  above: readonly RatedDeal[],
  below: readonly RatedDeal[],
  valueOf: (deal: RatedDeal) => Money | null,
): Ratio {
  singleCurrency(below.map(valueOf), ['deals']);
  const [won, all] = [above, below].map((deals) => {
    const sum = new AmountSum();
    for (const deal of deals) sum.add(valueOf(deal)?.amount ?? '0');
    return sum.total();
  });
  return ratioOf(won!, all!, 'noValue');
}

function isWorthless(value: Money | null): boolean {
  return value === null || toDecimal(value.amount).isZero();
}

function idsOf(deals: readonly RatedDeal[]): string[] {
  return deals.map(({ id }) => id).toSorted();
}
