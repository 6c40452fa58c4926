import type { TierLadder } from '../schema/loyalty.js';

/** Levels at 1,000, 3,000 and 6,000 a calendar year, which 800, 2,400 and 5,000 keep. */
export const silverGoldPlatinum: TierLadder = {
  id: 'silver-gold-platinum',
  version: '1',
  levels: [
    { code: 'base', enter: '0' },
    { code: 'silver', enter: '1000', stay: '800' },
    { code: 'gold', enter: '3000', stay: '2400' },
    { code: 'platinum', enter: '6000', stay: '5000' },
  ],
};
