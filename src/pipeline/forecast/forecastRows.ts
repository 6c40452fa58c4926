import { dayNumber } from '../../core/date.js';
import { type Decimal, ONE, times } from '../../core/decimal.js';
import type { Rejected } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { roundDecimal } from '../../core/rounding.js';
import { dayRange } from '../../core/span.js';
import { checkDeals } from '../deal/checkDeals.js';
import { type Exchange, exchange } from '../deal/exchange.js';
import type { GroupedDeal } from '../deal/groupKey.js';
import { isIn } from '../deal/inPeriod.js';
import { toProbability } from '../definition/checkPipeline.js';
import { FORECAST_CATEGORIES, type ForecastCategory } from '../definition/forecastCategory.js';
import type { Opportunity } from '../opportunity/opportunity.js';
import { type ForecastOptions, type ForecastPolicy, MISSING_AMOUNTS, ROLL_UPS, ROUNDINGS } from './forecastOptions.js';

/** What a forecast reads of a deal. */
export type ForecastDeal = Pick<Opportunity, 'id' | 'outcome' | 'amount' | 'closeDate' | 'category' | 'probability'> &
  Partial<Pick<Opportunity, 'deletedAt'>> &
  Partial<GroupedDeal>;

/** A deal that counts, in the currency of the forecast. */
export interface ForecastRow {
  readonly deal: ForecastDeal;
  readonly index: number;
  readonly category: Exclude<ForecastCategory, 'omitted'>;
  readonly amount: Decimal;
  readonly probability: Decimal;
  /** Amount × probability; of a won deal its amount. */
  readonly weighted: Decimal;
}

/** The deals of a forecast, and how many do not count for what reason. */
export interface ForecastRows {
  readonly rows: readonly ForecastRow[];
  readonly rejected: readonly Rejected[];
  readonly left: {
    readonly lost: number;
    readonly omitted: number;
    readonly outOfPeriod: number;
    readonly withoutAmount: number;
  };
  readonly rates: Exchange;
  readonly policy: Required<ForecastPolicy>;
}

/** What an open deal can count as: `closed` is what was won. */
const OPEN_CATEGORIES: ReadonlySet<ForecastCategory> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ FORECAST_CATEGORIES.filter((category) => category !== 'closed'),
);

/** Finds the deals that a forecast adds up. */
export function forecastRows(deals: readonly ForecastDeal[], options: ForecastOptions): ForecastRows {
  const policy = {
    rollUp: oneOf(options.rollUp ?? 'single', ROLL_UPS, ['options', 'rollUp']),
    round: oneOf(options.round ?? 'deal', ROUNDINGS, ['options', 'round']),
    missingAmount: oneOf(options.missingAmount ?? 'zero', MISSING_AMOUNTS, ['options', 'missingAmount']),
  };
  checkDeals(deals);
  const range = dayRange(options.period, ['options', 'period']);
  const day = options.on === undefined ? range.end - 1 : dayNumber(options.on, ['options', 'on']);
  const rates = exchange(options.currency, options.rates, day, options.rateOptions, ['options', 'rates']);
  const rows: ForecastRow[] = [];
  const rejected: Rejected[] = [];
  const left = { lost: 0, omitted: 0, outOfPeriod: 0, withoutAmount: 0 };
  const reject = (index: number, id: string, code: string, params: Rejected['params'], field = 'amount'): void => {
    rejected.push({ index, id, code, path: ['deals', index, field], params });
  };
  for (const [index, deal] of deals.entries()) {
    const { id, outcome, amount, closeDate, deletedAt = null, category } = deal;
    if (deletedAt !== null) continue;
    if (!isIn(closeDate, range, 0)) left.outOfPeriod++;
    else if (outcome === 'lost') left.lost++;
    else if (outcome === 'ended' || (outcome === null && category === 'omitted')) left.omitted++;
    else if (outcome === null && !OPEN_CATEGORIES.has(category))
      reject(index, id, 'pipeline.row.category', { category }, 'category');
    else if (amount === null && policy.missingAmount === 'exclude') left.withoutAmount++;
    else if (amount === null && policy.missingAmount === 'reject') reject(index, id, 'pipeline.row.missingAmount', {});
    else {
      const exact = policy.round === 'deal' ? rates.rounded(amount) : rates.exact(amount);
      if (exact === null) {
        reject(index, id, 'pipeline.row.missingRate', { from: amount?.currency ?? null, to: options.currency });
        continue;
      }
      const isWon = outcome === 'won';
      const probability = isWon ? ONE : toProbability(deal.probability, ['deals', index, 'probability']);
      const product = times(exact, probability);
      rows.push({
        deal,
        index,
        category: isWon ? 'closed' : (category as ForecastRow['category']),
        amount: exact,
        probability,
        weighted: policy.round === 'deal' ? roundDecimal(product, rates.unit, 'halfEven') : product,
      });
    }
  }
  return { rows, rejected, left, rates, policy };
}
