import type { MarginWaterfallInput } from '../chain/marginWaterfall.js';
import type { ShareRiskAndProfitInput } from '../chain/shareRiskAndProfit.js';
import type { Contest } from '../schema.js';

/** The three who sell the most in a quarter win; equals share the prizes of their places. */
export const topThree: Contest = {
  id: 'contest.topN',
  currency: 'USD',
  measure: { kind: 'amount' },
  period: { from: '2026-01-01', to: '2026-04-01' },
  prizes: [
    { rank: 1, amount: '3000' },
    { rank: 2, amount: '2000' },
    { rank: 3, amount: '1000' },
  ],
  ties: 'share',
};

/** Seller and customer sell together: 70 to 30 in profit and loss, and the customer bears no more than 10,000. */
export const coSell: Omit<ShareRiskAndProfitInput, 'result'> = {
  parties: [
    { id: 'seller', profitShare: '0.7', lossShare: '0.7' },
    { id: 'customer', profitShare: '0.3', lossShare: '0.3', lossCap: '10000' },
  ],
};

/** From the maker over a distributor's margin of 10 % to a retailer's markup of 25 %, in cents. */
export const channelWaterfall: Omit<MarginWaterfallInput, 'start'> = {
  levels: [
    { id: 'distributor', basis: 'margin', rate: '0.1' },
    { id: 'retailer', basis: 'markup', rate: '0.25' },
  ],
  direction: 'forward',
  rounding: { increment: '0.01' },
};
