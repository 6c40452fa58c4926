import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  run,
  type CommissionPlan,
  type Component,
  type RunInput,
  type Transaction,
} from '../../../src/commission/index.js';
import { seededRandom, type SeededRandom } from '../../../src/core/index.js';

/**
 * The same plans and sales in another language: SQL over whole numbers, in a database that shares no line with the
 * library. Money is in cents, rates and shares are in thousandths, so that a commission is in thousandths of a cent.
 */

const PAYEES = ['a', 'b', 'c'];
const MONTHS = 6;

interface Case {
  readonly input: RunInput;
  /** The bounds of the tiers in cents, and the rates in thousandths. */
  readonly upTo: readonly (number | null)[];
  readonly rates: readonly number[];
  readonly component: Component;
}

const money = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const thousandths = (value: number): string => (value / 1000).toFixed(3);

function drawCase(seed: number): Case {
  const random = seededRandom(seed);
  const oneOf = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const bounds = [...new Set([0, 1, 2].map(() => (1 + random.below(40)) * 25_000))].toSorted((a, b) => a - b);
  const upTo = [...bounds.slice(0, random.below(4)), null];
  const rates = upTo.map(() => random.below(251));
  const accumulate = oneOf(['perTransaction', 'perPeriod', 'toDate'] as const);
  const axis = accumulate !== 'perTransaction' && random.below(3) === 0 ? 'attainment' : 'measure';
  const anchor = bounds[0]!;
  const mode = oneOf(upTo.length > 1 ? (['marginal', 'whole', 'anchored'] as const) : (['marginal', 'whole'] as const));
  // With attainment as the axis the bounds are shares of a quota of 1,000.00, which is 100,000 cents.
  const bound = (cents: number): string => (axis === 'attainment' ? String(cents / 100_000) : money(cents));
  const component: Component = {
    id: 'C',
    measure: { kind: 'amount' },
    accumulate,
    ...(axis === 'attainment' && { quota: 'Q' }),
    ...(random.below(3) === 0 && { where: { field: 'attributes.product', op: 'eq', value: 'x' } as const }),
    rate: {
      kind: 'tiers',
      axis,
      tiers: {
        mode,
        boundary: oneOf(['lower', 'upper'] as const),
        ...(mode === 'anchored' && { anchor: bound(anchor) }),
        tiers: upTo.map((end, index) => ({ upTo: end === null ? null : bound(end), rate: thousandths(rates[index]!) })),
      },
    },
    ...(random.below(3) === 0 && { modifiers: [{ kind: 'cap', limit: { amount: money(1 + random.below(90_000)) } }] }),
  };
  const plan: CommissionPlan = {
    id: 'P',
    currency: 'USD',
    period: 'month',
    quotas: { Q: { amount: '1000', per: accumulate === 'toDate' ? 'year' : 'month' } },
    components: [component],
    rounding: { mode: oneOf(['halfEven', 'halfUp'] as const), at: oneOf(['line', 'component'] as const) },
  };
  return {
    input: {
      asOf: '2026-12-31',
      periods: { from: '2026-01-01', to: `2026-0${MONTHS + 1}-01` },
      plans: [plan],
      payees: PAYEES.map((id) => ({ id })),
      assignments: PAYEES.map((payeeId) => ({ payeeId, planId: 'P', from: '2026-01-01', to: null })),
      transactions: Array.from({ length: 150 }, (_, index) => drawSale(random, index)),
    },
    upTo,
    rates,
    component,
  };
}

/** Mostly sales of up to 2,000.00, some of them round, and returns; one owner, or two or three who share. */
function drawSale(random: SeededRandom, index: number): Transaction {
  const size = random.below(4) === 0 ? (1 + random.below(40)) * 5000 : 1 + random.below(200_000);
  const owners = random.shuffle(PAYEES).slice(0, 1 + random.below(3));
  const first = 1 + random.below(998);
  const shares = owners.length === 2 ? [first, 1000 - first] : [333, 333, 334];
  return {
    id: `T${index}`,
    date: `2026-0${1 + random.below(MONTHS)}-${String(1 + random.below(28)).padStart(2, '0')}`,
    amount: money(random.below(6) === 0 ? -size : size),
    currency: 'USD',
    attributes: { product: random.below(2) === 0 ? 'x' : 'y' },
    ...(owners.length === 1
      ? { payeeId: owners[0]! }
      : {
          splits: owners.map((payeeId, at) => ({ payeeId, kind: 'revenue' as const, share: thousandths(shares[at]!) })),
        }),
  };
}

/** `value` over 1,000, rounded as the plan says, away from or towards an even cent in the middle. */
const rounded = (value: string, mode: string): string => {
  const size = `abs(${value})`;
  const up = mode === 'halfUp' ? 'true' : `(${size} // 1000) % 2 = 1`;
  return `(sign(${value})::hugeint * (${size} // 1000 + case when ${size} % 1000 > 500 or (${size} % 1000 = 500 and ${up}) then 1 else 0 end))`;
};

/** The rate function of a case as an expression over a column of cents, in thousandths of a cent. */
function rateFunction({ upTo, rates, component }: Case, x: string): string {
  if (component.rate.kind !== 'tiers') throw new Error('no tiers');
  const { mode, boundary } = component.rate.tiers;
  const size = `abs(${x})`;
  const within = (bound: number): string => `${size} ${boundary === 'upper' ? '<' : '<='} ${bound}`;
  const rateAt = `case ${upTo.map((end, at) => (end === null ? `else ${rates[at]}` : `when ${within(end)} then ${rates[at]}`)).join(' ')} end`;
  const marginal = (to: string): string =>
    upTo
      .map(
        (end, at) => `greatest(0, ${end === null ? to : `least(${to}, ${end})`} - ${upTo[at - 1] ?? 0}) * ${rates[at]}`,
      )
      .join(' + ');
  const amount =
    mode === 'marginal'
      ? marginal(size)
      : mode === 'whole'
        ? `${size} * (${upTo.length === 1 ? rates[0] : rateAt})`
        : `case when ${size} <= ${upTo[0]} then ${marginal(size)} else ${marginal(String(upTo[0]))} + (${size} - ${upTo[0]}) * (${rateAt}) end`;
  return `(sign(${x})::hugeint * (${amount}))`;
}

/** What each payee earned in each month, in cents. */
function earnedQuery(one: Case): string {
  const { component, input } = one;
  const { mode, at } = input.plans[0]!.rounding as { mode: string; at: string };
  const [cap] = component.modifiers ?? [];
  const limit = cap?.kind === 'cap' && 'amount' in cap.limit ? Math.round(Number(cap.limit.amount) * 100) : undefined;
  const capped = (value: string, unit: number): string =>
    limit === undefined ? value : `least(${value}, ${limit * unit}::hugeint)`;
  const credits = `
    with parts as (
      select *, abs(cents) * share // 1000 as whole, abs(cents) * share % 1000 as rest from sale
    ), credits as (
      select payee, month, product, sign(cents)::hugeint * (whole + case when
        row_number() over (partition by id order by rest desc, position)
        <= abs(cents) - sum(whole) over (partition by id) then 1 else 0 end) as cents
      from parts
    ), counted as (select * from credits ${component.where === undefined ? '' : `where product = 'x'`}),
    grid as (select payee, month from unnest(['a', 'b', 'c']) p(payee), range(1, ${MONTHS + 1}) m(month))`;
  if (component.accumulate === 'perTransaction') {
    const each = rateFunction(one, 'cents');
    const sum =
      at === 'line'
        ? capped(`coalesce(sum(${rounded(each, mode)}), 0)::hugeint`, 1)
        : rounded(capped(`coalesce(sum(${each}), 0)::hugeint`, 1000), mode);
    return `${credits} select payee, month, ${sum} as earned from grid left join counted using (payee, month) group by all`;
  }
  const sums = `sums as (
    select payee, month, coalesce(sum(cents), 0)::hugeint as sold from grid left join counted using (payee, month) group by all
  )`;
  if (component.accumulate === 'perPeriod') {
    return `${credits}, ${sums} select payee, month, ${rounded(capped(rateFunction(one, 'sold'), 1000), mode)} as earned from sums`;
  }
  return `${credits}, ${sums}, running as (
      select payee, month, (sum(sold) over (partition by payee order by month))::hugeint as sold from sums
    ), earned as (select payee, month, ${rounded(capped(rateFunction(one, 'sold'), 1000), mode)} as total from running)
    select payee, month, total - coalesce(lag(total) over (partition by payee order by month), 0) as earned from earned`;
}

describe('the same cents as whole numbers in SQL', () => {
  let database: DuckDBConnection;
  beforeAll(async () => {
    database = await (await DuckDBInstance.create(':memory:')).connect();
  });
  afterAll(() => database.closeSync());

  test.each(Array.from({ length: 80 }, (_, seed) => seed))('plan and sales of seed %i', async (seed) => {
    const one = drawCase(seed);
    await database.run(
      'create or replace table sale (id varchar, position integer, payee varchar, month integer, product varchar, cents hugeint, share hugeint)',
    );
    const rows = one.input.transactions.flatMap(({ id, payeeId, splits, date, amount, attributes }) =>
      (splits ?? [{ payeeId: payeeId!, share: '1' }]).map(
        (split, position) =>
          `('${id}', ${position}, '${split.payeeId}', ${Number(date.slice(5, 7))}, '${String(attributes!['product'])}', ${amount.replace('.', '')}, ${Math.round(Number(split.share) * 1000)})`,
      ),
    );
    await database.run(`insert into sale values ${rows.join(', ')}`);
    const answer = await database.runAndReadAll(`${earnedQuery(one)} order by payee, month`);
    const expected = answer.getRowsJS().map(([payee, month, cents]) => [payee, Number(month), Number(cents)]);
    const result = run(one.input);
    expect(result.rejected).toEqual([]);
    expect(
      result.statements.map(({ payeeId, period, earned }) => [
        payeeId,
        Number(period.start.slice(5, 7)),
        Math.round(Number(earned) * 100),
      ]),
    ).toEqual(expected);
    expect(expected).toHaveLength(PAYEES.length * MONTHS);
  });
});
