import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalString, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { promotionRoi } from '../../pricing/budget/promotionRoi.js';
import type { Campaign } from '../schema/campaign.js';

/** What campaigns brought in. */
export interface CampaignTotal {
  /** Additional margin after everything that they cost. */
  readonly net: DecimalString;
  /** Discounts and fixed cost. */
  readonly spend: DecimalString;
  /** Net ÷ spend or ÷ fixed cost; without a value where that is 0. */
  readonly roi: Ratio;
}

/** What one campaign brought in. */
export interface CampaignResult extends CampaignTotal {
  readonly id: string;
  /** Actual ÷ baseline quantity − 1. */
  readonly lift: Ratio;
  /** The quantity at which the net is 0. */
  readonly breakEvenQty: DecimalString | 'unreachable';
  /** Budget − spend, negative beyond it. */
  readonly budgetLeft: DecimalString;
}

/**
 * Returns what campaigns brought in, by id, and their total, in which margins and costs add up exactly.
 *
 * @param campaigns one entry for each id, in one currency
 * @param options `base` of the return: `spend` (default) or `fixedCost`
 * @throws SalesModelError `ids.duplicate`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { campaignRoi, type Campaign } from 'salesmodel/orders';
 *
 * const spring: Campaign = {
 *   id: 'spring', period: { kind: 'month', start: '2026-03-01', end: '2026-04-01' }, channel: 'both', content: 'two for one',
 *   budget: '5000', baselineQty: '1000', actualQty: '1600', unitMargin: '10', discount: '2', fixedCost: '1500', cannibalised: '300',
 * };
 * const { campaigns } = campaignRoi([spring]);
 * [campaigns[0]?.net, campaigns[0]?.roi.value, campaigns[0]?.lift.value]; // => [ '1000', '0.212765957447', '0.6' ]
 */
export function campaignRoi(
  campaigns: readonly Campaign[],
  options: { readonly base?: 'spend' | 'fixedCost' } = {},
): { readonly campaigns: readonly CampaignResult[]; readonly total: CampaignTotal } {
  const base = oneOf(options.base ?? 'spend', ['spend', 'fixedCost'], ['base']);
  const seen = new Set<string>();
  const read = campaigns.map((campaign, index) => {
    const { id, actualQty, ...figures } = campaign;
    if (seen.has(id)) failCore('ids.duplicate', ['campaigns', index, 'id'], { id });
    seen.add(id);
    const { incrementalMargin, spend, breakEvenQty } = promotionRoi({ ...figures, promoQty: actualQty });
    const fixed = toDecimal(campaign.fixedCost, ['campaigns', index, 'fixedCost']);
    const [net, spent] = [toDecimal(incrementalMargin), toDecimal(spend)];
    const baseline = toDecimal(campaign.baselineQty);
    return {
      net,
      spent,
      divisor: base === 'spend' ? spent : fixed,
      result: {
        id,
        net: incrementalMargin,
        spend,
        roi: ratioOf(net, base === 'spend' ? spent : fixed),
        lift: ratioOf(minus(toDecimal(actualQty), baseline), baseline, 'noReference'),
        breakEvenQty,
        budgetLeft: toText(minus(toDecimal(campaign.budget, ['campaigns', index, 'budget']), spent)),
      },
    };
  });
  const sum = (values: readonly Decimal[]): Decimal => values.reduce(plus, ZERO);
  const net = sum(read.map((each) => each.net));
  return {
    campaigns: read.map(({ result }) => result).sort((a, b) => compareText(a.id, b.id)),
    total: {
      net: toText(net),
      spend: toText(sum(read.map(({ spent }) => spent))),
      roi: ratioOf(net, sum(read.map(({ divisor }) => divisor))),
    },
  };
}
