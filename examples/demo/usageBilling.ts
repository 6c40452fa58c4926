import { addMoney, decimalString, money, periodOf, sumMoney } from 'salesmodel/core';
import { type Charge, type CommitmentDue, graduated, minimumCommitment, rateCharge } from 'salesmodel/pricing';
import { textTable } from './textTable.js';

/** What a customer used of a service on the days of a month. */
export interface UsageDay {
  readonly day: number;
  readonly requests: number;
}

/** A month of usage, billed day by day under graduated tiers, and topped up to what was promised. */
export interface UsageBilling {
  readonly usage: readonly UsageDay[];
  /** What each day added. */
  readonly daily: readonly string[];
  /** What the month comes to at once. */
  readonly whole: string;
  readonly commitment: CommitmentDue;
  readonly payable: string;
  readonly text: string;
}

/** The first million requests of a month, the next four, and all above. */
const charge: Charge = {
  code: 'requests',
  currency: 'USD',
  model: graduated([
    { upTo: '1000000', rate: '0.0004' },
    { upTo: '5000000', rate: '0.00025' },
    { upTo: null, rate: '0.0001' },
  ]),
};

/** A made-up month that is busier on working days. */
function usageOf(days: number): UsageDay[] {
  return Array.from({ length: days }, (_, index) => ({
    day: index + 1,
    requests: (index % 7 < 5 ? 230_000 : 60_000) + ((index * 7919) % 40_009),
  }));
}

/** Each day is rated on top of what was used before, so that the days add up to the month. */
export function usageBilling(): UsageBilling {
  const usage = usageOf(30);
  let used = 0;
  let billed = money('0', 'USD');
  const daily = usage.map(({ requests }) => {
    const rated = rateCharge(charge, {
      quantity: requests,
      previous: { quantity: String(used), amount: billed.amount },
    });
    if (rated.status !== 'priced') throw new Error('every quantity has a price');
    used += requests;
    billed = addMoney(billed, money(rated.exact, 'USD'));
    return rated.exact;
  });
  const month = rateCharge(charge, { quantity: used });
  if (month.status !== 'priced') throw new Error('every quantity has a price');
  const commitment = minimumCommitment({
    amount: '2000',
    period: periodOf('2026-06-01', 'month'),
    billed: month.amount,
    carry: 'rollover',
  });
  const parts = [money(month.amount, 'USD'), money(commitment.topUp, 'USD')];
  const payable = decimalString(sumMoney(parts, 'USD').amount, 2);
  const slices = month.slices.map(({ from, to, units, rate, amount }) => [from, to, units, String(rate), amount]);
  const text = [
    `${used} requests on ${usage.length} days`,
    textTable(['from', 'to', 'requests', 'rate', 'amount'], slices),
    `billed ${month.amount}, promised ${commitment.commitment}, topped up ${commitment.topUp}: payable ${payable}`,
  ].join('\n\n');
  return { usage, daily, whole: month.exact, commitment, payable, text };
}
