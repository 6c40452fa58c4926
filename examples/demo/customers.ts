import { decimalString, sumMoney, money } from 'salesmodel/core';
import {
  abc,
  type AbcResult,
  behaviourFacts,
  classifyBehaviour,
  classifyValue,
  cross,
  type Cross,
  gini,
  isKeyAccount,
  type KeyAccountAssignment,
  type OrderRow,
  rfm,
  type RfmResult,
  summariseOrders,
  topShare,
} from 'salesmodel/segmentation';
import { customerMap, paretoCurve } from './customerPlots.js';
import { superstoreLines } from './superstoreLines.js';
import { textTable } from './textTable.js';

/** Last day whose orders are known. */
const AS_OF = '2017-12-31';

/** Who the customers of the Superstore are: classes by share, segments, key accounts, and both as plots. */
export interface Customers {
  readonly classes: AbcResult;
  readonly segments: RfmResult;
  readonly keyAccounts: readonly KeyAccountAssignment[];
  readonly both: Cross;
  readonly total: string;
  readonly plots: Readonly<Record<'pareto' | 'rfm', string>>;
  readonly text: string;
}

/** All order lines of four years, by the orders that they belong to. */
export async function customers(): Promise<Customers> {
  const orders = superstoreLines().map((line): OrderRow => ({
    customer: String(line.attributes?.['customer']),
    date: line.date,
    amount: line.amount,
    id: line.id.split('/')[0]!,
    profit: sumMoney([money(line.amount, 'USD'), money(`-${line.cost ?? '0'}`.replace('--', ''), 'USD')], 'USD').amount,
  }));
  const { summaries, totals } = summariseOrders(orders, { asOf: AS_OF, orderCount: 'ids' });
  const spend = Object.fromEntries(summaries.map((summary) => [summary.customer, summary.spend]));
  const options = { asOf: AS_OF };

  const classes = abc(
    summaries.map((summary) => ({ id: summary.customer, value: summary.spend })),
    options,
  );
  const segments = rfm(summaries);
  const values = classifyValue(
    summaries.map(({ customer, spend: volume, orders: frequency, profit }) => ({
      customer,
      metrics: { volume, frequency, profit },
    })),
    options,
  );
  // Rows of one order are of one day here, so that days count its orders.
  const daily = behaviourFacts(oneRowAnOrder(orders), options).facts;
  const behaviour = new Map(daily.map((facts) => [facts.customer, classifyBehaviour(facts, options).segment]));
  const keyAccounts = values.map(({ customer, segment }) =>
    isKeyAccount({ customer, value: segment, behaviour: behaviour.get(customer) ?? null }, options),
  );
  const both = cross(segments.assignments, classes.assignments, spend);
  const list = summaries.map((summary) => summary.spend);
  const top = topShare(list, '0.2');
  const text = [
    `${totals.customers} customers, ${totals.orders} orders, ${totals.spend} until ${AS_OF}`,
    textTable(
      ['class', 'customers', 'sales', 'share'],
      classes.classes.map((each) => [each.segment, String(each.items), each.value, percent(each.share.value)]),
    ),
    `The largest ${top.count} have ${percent(top.share.value)} of the sales; Gini ${decimalString(gini(list).value ?? '0')}`,
    textTable(
      ['segment', 'customers', 'of class A', 'sales'],
      both.rows.map((row) => {
        const cells = both.cells.filter((cell) => cell.row === row);
        const sales = sumMoney(
          cells.map(({ sum }) => money(sum, 'USD')),
          'USD',
        ).amount;
        const best = cells.find(({ column }) => column === 'A')?.customers ?? 0;
        return [row ?? 'open', String(cells.reduce((sum, cell) => sum + cell.customers, 0)), String(best), sales];
      }),
    ),
    keyAccountText(keyAccounts),
  ].join('\n\n');
  return {
    classes,
    segments,
    keyAccounts,
    both,
    total: totals.spend,
    plots: { pareto: await paretoCurve(classes), rfm: await customerMap(segments.assignments) },
    text,
  };
}

function oneRowAnOrder(orders: readonly OrderRow[]): OrderRow[] {
  const seen = new Set<string>();
  return orders.filter(({ customer, id }) => {
    const key = `${customer} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
}

function keyAccountText(accounts: readonly KeyAccountAssignment[]): string {
  const rules = ['highValue', 'frequent', 'industryLeader'];
  const key = accounts.filter(({ segment }) => segment === 'key');
  const open = accounts.filter(({ segment }) => segment === null);
  const byRule = rules.map((rule) => `${rule} ${key.filter(({ fired }) => fired.includes(rule)).length}`).join(', ');
  return `${key.length} key accounts (${byRule}); ${open.length} are open: nobody asked what they need`;
}

function percent(share: string | null): string {
  return share === null ? '–' : `${(100 * Number(share)).toFixed(1)} %`;
}
