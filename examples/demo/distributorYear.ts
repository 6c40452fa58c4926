import { ratio } from 'salesmodel/core';
import {
  allocateShortage,
  type ChannelInventory,
  consensusDemand,
  type DemandPlan,
  expansionTarget,
  fillRate,
  gamingGain,
  sellThroughRate,
  type ShortageInput,
  stockBalanceCheck,
  whitespace,
} from 'salesmodel/orders';
import { textTable } from './textTable.js';

/** What one month of all partners came to. */
export interface DistributorMonth {
  readonly month: string;
  readonly ordered: number;
  readonly supply: number;
  readonly shares: readonly { readonly partner: string; readonly share: string }[];
}

/** A year of four distributors: what was planned, shared out, reported and targeted, and as text. */
export interface DistributorYear {
  readonly months: readonly DistributorMonth[];
  readonly reports: readonly ChannelInventory[];
  /** The month in which the supply was shortest, as it was shared out. */
  readonly shortage: ShortageInput;
  readonly text: string;
}

/** Cases a month that each distributor's customers ask for on average, and what it sold of juice in the year. */
const PARTNERS = [
  { partner: 'East', demand: 120, juice: 300 },
  { partner: 'North', demand: 80, juice: 240 },
  { partner: 'South', demand: 200, juice: 0 },
  { partner: 'West', demand: 50, juice: 120 },
] as const;
/** Hundredths of an average month. */
const SEASON = [70, 70, 80, 90, 110, 140, 150, 140, 110, 90, 75, 75] as const;
/** What the factory can deliver in a month. */
const CAPACITY = 560;

/** The figures are stated here, no company's: every month a plan is agreed, orders follow it, and what is short is shared. */
export function distributorYear(): DistributorYear {
  const stock = new Map<string, number>(PARTNERS.map(({ partner, demand }) => [partner, demand]));
  const sold = new Map<string, number>(PARTNERS.map(({ partner, demand }) => [partner, demand]));
  const months: DistributorMonth[] = [];
  const reports: ChannelInventory[] = [];
  const lines: Parameters<typeof fillRate>[0][number][] = [];
  let shortage: ShortageInput = { available: 0, requests: [] };
  SEASON.forEach((season, at) => {
    const month = `2026-${String(at + 1).padStart(2, '0')}`;
    const requests = PARTNERS.map(({ partner, demand }) => {
      const plan = planOf(partner, month, (demand * season) / 100, sold.get(partner)!);
      const agreed = consensusDemand(plan, { casePack: 5 });
      if (!agreed.ok) throw new Error('a plan without sources');
      return { partner, order: agreed.quantity, plan: agreed.quantity };
    });
    const input: ShortageInput = { available: CAPACITY, requests, rule: 'plan', increment: 5 };
    const result = allocateShortage(input);
    if (!result.ok) throw new Error('nothing is guaranteed here');
    const ordered = requests.reduce((sum, { order }) => sum + Number(order), 0);
    if (ordered > shortage.requests.reduce((sum, { order }) => sum + Number(order), 0)) shortage = input;
    months.push({ month, ordered, supply: Math.min(CAPACITY, ordered), shares: result.shares });
    for (const [index, { partner, share, order }] of result.shares.entries()) {
      const opening = stock.get(partner)!;
      const wanted = Math.round((PARTNERS[index]!.demand * season) / 100);
      const out = Math.min(wanted, opening + Number(share));
      const closing = opening + Number(share) - out;
      stock.set(partner, closing);
      sold.set(partner, out);
      reports.push({
        partner,
        sku: 'cola',
        period: month,
        opening: String(opening),
        in: share,
        out: String(out),
        returns: '0',
        adjustment: '0',
        closing: String(closing),
      });
      lines.push({ order: `${month} ${partner}`, quantity: order, shipped: [{ on: `${month}-10`, quantity: share }] });
    }
  });
  return { months, reports, shortage, text: report(months, reports, lines, shortage) };
}

function planOf(partner: string, period: string, target: number, last: number): DemandPlan {
  return {
    partner,
    sku: 'cola',
    period,
    version: 1,
    status: 'proposed',
    sources: [
      { kind: 'makerTarget', quantity: String(Math.round(target * 1.1)), weight: '0.4' },
      { kind: 'trend', quantity: String(last), weight: '0.3' },
      { kind: 'dealer', quantity: String(Math.round(target)), weight: '0.3' },
    ],
  };
}

function report(
  months: readonly DistributorMonth[],
  reports: readonly ChannelInventory[],
  lines: Parameters<typeof fillRate>[0],
  shortage: ShortageInput,
): string {
  const table = textTable(
    ['month', 'ordered', 'supply', ...PARTNERS.map(({ partner }) => partner)],
    months.map(({ month, ordered, supply, shares }) => [
      month,
      String(ordered),
      String(supply),
      ...shares.map(({ share }) => share),
    ]),
  );
  const service = PARTNERS.map(({ partner }) => {
    const own = reports.filter((each) => each.partner === partner);
    const sum = (field: 'in' | 'out'): number => own.reduce((total, each) => total + Number(each[field]), 0);
    const rate = sellThroughRate({ opening: own[0]!.opening, in: sum('in'), out: sum('out') });
    return `${partner} sold on ${rate.value?.slice(0, 6)} of what it had`;
  });
  const gain = (rule: 'proportional' | 'plan'): string => gamingGain({ ...shortage, rule }, 'East', 2).gain;
  const cells = whitespace(
    PARTNERS.map(({ partner }) => ({ id: partner, peers: 'distributor' })),
    ['cola', 'juice'],
    PARTNERS.flatMap(({ partner, juice }) => [
      { customer: partner, product: 'juice', amount: juice },
      ...reports
        .filter((each) => each.partner === partner)
        .map(({ out }) => ({ customer: partner, product: 'cola', amount: out })),
    ]),
  );
  const targets = expansionTarget(cells, { total: 240, increment: 10 });
  const { findings } = stockBalanceCheck(reports);
  const full = fillRate(lines, { level: 'line' });
  return [
    table,
    '',
    `${full.numerator} of ${full.denominator} orders were shipped in full, ${fillRate(lines).value?.slice(0, 6)} of all cases`,
    `stock reports that do not balance: ${findings.length}, share of months short: ${ratio(months.filter(({ ordered }) => ordered > CAPACITY).length, 12).value?.slice(0, 6)}`,
    ...service,
    `in the shortest month East would gain ${gain('proportional')} cases by doubling its order where shares follow orders, ${gain('plan')} where they follow the plan`,
    ...targets.map(
      ({ customer, product, target }) => `${customer} could take ${product} for ${target} cases next year`,
    ),
  ].join('\n');
}
