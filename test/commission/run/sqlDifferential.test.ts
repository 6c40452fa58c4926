import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  run,
  type CommissionPlan,
  type Modifier,
  type RunInput,
  type Transaction,
} from '../../../src/commission/index.js';
import { seededRandom, type SeededRandom } from '../../../src/core/index.js';

/**
 * The same plans and sales in another language: SQL over whole numbers, in a database that shares no line with the
 * library. Money is in cents, rates and shares are in thousandths, so that a commission is in thousandths of a cent and
 * one that is multiplied in millionths.
 */

const PAYEES = ['a', 'b', 'c'];
const MONTHS = 6;
const CASES = 100;
const WINDOW_MONTHS = { quarter: 3, half: 6, year: 12 } as const;

/** Limits are in cents, a multiplier in thousandths. */
type Change =
  | { readonly kind: 'multiplier'; readonly by: number }
  | { readonly kind: 'cap' | 'floor'; readonly limit: number; readonly scope: 'transaction' | 'sum' };

interface Shape {
  readonly accumulate: 'perTransaction' | 'perPeriod' | 'toDate';
  /** Of the span that earns together. */
  readonly months: number;
  readonly axis: 'measure' | 'attainment';
  readonly mode: 'marginal' | 'whole' | 'anchored' | 'interpolated';
  readonly boundary: 'lower' | 'upper';
  /** The bounds of the tiers in cents, and the rates in thousandths. */
  readonly upTo: readonly (number | null)[];
  readonly rates: readonly number[];
  readonly isFiltered: boolean;
  readonly changes: readonly Change[];
  readonly rounding: { readonly mode: 'halfEven' | 'halfUp'; readonly at: 'line' | 'component' };
}

const money = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const thousandths = (value: number): string => (value / 1000).toFixed(3);

function drawShape(random: SeededRandom): Shape {
  const oneOf = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const bounds = [...new Set([0, 1, 2].map(() => (1 + random.below(40)) * 25_000))].toSorted((a, b) => a - b);
  const upTo = [...bounds.slice(0, random.below(4)), null];
  const accumulate = oneOf(['perTransaction', 'perPeriod', 'toDate'] as const);
  const axis = accumulate !== 'perTransaction' && random.below(3) === 0 ? 'attainment' : 'measure';
  const modes = [
    'marginal' as const,
    'whole' as const,
    ...(upTo.length > 1 ? ['anchored' as const] : []),
    ...(axis === 'measure' ? ['interpolated' as const] : []),
  ];
  return {
    accumulate,
    months:
      accumulate === 'perPeriod' ? oneOf([1, 1, 3]) : accumulate === 'toDate' ? oneOf(Object.values(WINDOW_MONTHS)) : 1,
    axis,
    mode: oneOf(modes),
    boundary: oneOf(['lower', 'upper'] as const),
    upTo,
    rates: upTo.map(() => random.below(251)),
    isFiltered: random.below(3) === 0,
    changes: drawChanges(random, accumulate),
    rounding: { mode: oneOf(['halfEven', 'halfUp'] as const), at: oneOf(['line', 'component'] as const) },
  };
}

function drawChanges(random: SeededRandom, accumulate: Shape['accumulate']): readonly Change[] {
  const multiplier: Change = { kind: 'multiplier', by: random.below(2001) };
  const cap: Change = { kind: 'cap', limit: 1 + random.below(90_000), scope: 'sum' };
  const floor: Change = { kind: 'floor', limit: 1 + random.below(20_000), scope: 'sum' };
  const most: Change = { kind: 'cap', limit: 1 + random.below(9000), scope: 'transaction' };
  const least: Change = { kind: 'floor', limit: 1 + random.below(2000), scope: 'transaction' };
  const lists: readonly (readonly Change[])[] = [
    [],
    [cap],
    [multiplier],
    [multiplier, cap],
    ...(accumulate === 'perTransaction' ? [[most], [least], [least, most, multiplier, cap]] : [[cap, multiplier]]),
    ...(accumulate === 'toDate' ? [] : [[floor], [multiplier, floor, cap]]),
  ];
  return lists[random.below(lists.length)]!;
}

/** Months of quota in a span, each of 1,000.00; to date the year has as much as a month elsewhere. */
const quotaOf = ({ accumulate, months }: Shape): number =>
  accumulate === 'toDate' ? (months * 100_000) / 12 : months * 100_000;

function planOf(shape: Shape): CommissionPlan {
  const { accumulate, months, axis, mode, boundary, upTo, rates } = shape;
  const bound = (cents: number): string => (axis === 'attainment' ? String(cents / 100_000) : money(cents));
  return {
    id: 'P',
    currency: 'USD',
    period: 'month',
    quotas: { Q: { amount: '1000', per: accumulate === 'toDate' ? 'year' : 'month' } },
    components: [
      {
        id: 'C',
        measure: { kind: 'amount' },
        accumulate,
        ...(accumulate === 'perPeriod' && months === 3 && { every: 'quarter' as const }),
        ...(accumulate === 'toDate' &&
          ({ window: months === 3 ? 'quarter' : months === 6 ? 'half' : 'year' } as const)),
        ...(axis === 'attainment' && { quota: 'Q' }),
        ...(shape.isFiltered && { where: { field: 'attributes.product', op: 'eq', value: 'x' } as const }),
        rate: {
          kind: 'tiers',
          axis,
          tiers: {
            mode,
            boundary,
            ...(mode === 'anchored' && { anchor: bound(upTo[0]!) }),
            tiers: upTo.map((end, index) => ({
              upTo: end === null ? null : bound(end),
              ...(mode === 'interpolated' && end !== null
                ? { amount: money(amountOf(shape, index)) }
                : { rate: thousandths(rates[index]!) }),
            })),
          },
        },
        modifiers: shape.changes.map((change): Modifier =>
          change.kind === 'multiplier'
            ? { kind: 'multiplier', by: thousandths(change.by) }
            : {
                kind: change.kind,
                limit: { amount: money(change.limit) },
                ...(change.scope === 'transaction' && { scope: 'transaction' }),
              },
        ),
      },
    ],
    rounding: shape.rounding,
  };
}

/** What an interpolated tier earns in all, in cents: the widths of tiers are multiples of 250.00. */
const amountOf = ({ upTo, rates }: Shape, index: number): number =>
  ((upTo[index]! - (upTo[index - 1] ?? 0)) / 1000) * rates[index]!;

/**
 * Mostly sales of up to 2,000.00, some of them round, and returns; one owner, or two or three who share, or one and
 * somebody who has a share on top.
 */
function drawSale(random: SeededRandom, index: number): Transaction {
  const size = random.below(4) === 0 ? (1 + random.below(40)) * 5000 : 1 + random.below(200_000);
  const owners = random.shuffle(PAYEES).slice(0, 1 + random.below(3));
  const first = 1 + random.below(998);
  const isOverlay = owners.length === 2 && random.below(3) === 0;
  const shares = isOverlay ? [1000, first] : owners.length === 2 ? [first, 1000 - first] : [333, 333, 334];
  return {
    id: `T${index}`,
    date: `2026-0${1 + random.below(MONTHS)}-${String(1 + random.below(28)).padStart(2, '0')}`,
    amount: money(random.below(6) === 0 ? -size : size),
    currency: 'USD',
    attributes: { product: random.below(2) === 0 ? 'x' : 'y' },
    ...(owners.length === 1
      ? { payeeId: owners[0]! }
      : {
          splits: owners.map((payeeId, at) => ({
            payeeId,
            kind: isOverlay && at === 1 ? ('overlay' as const) : ('revenue' as const),
            share: thousandths(shares[at]!),
          })),
        }),
  };
}

/** `value` over a unit, rounded as the plan says, away from or towards an even cent in the middle. */
const rounded = (value: string, unit: number, mode: string): string => {
  const size = `abs(${value})`;
  const up = mode === 'halfUp' ? 'true' : `(${size} // ${unit}) % 2 = 1`;
  const isUp = `${size} % ${unit} > ${unit / 2} or (${size} % ${unit} = ${unit / 2} and ${up})`;
  return `(sign(${value})::hugeint * (${size} // ${unit} + case when ${isUp} then 1 else 0 end))`;
};

/** The rate function of a shape as an expression over a column of cents, in thousandths of a cent. */
function rateFunction(shape: Shape, x: string): string {
  const { axis, mode, boundary, rates } = shape;
  const upTo = shape.upTo.map((end) => (end === null || axis === 'measure' ? end : (end * quotaOf(shape)) / 100_000));
  const size = `abs(${x})`;
  const within = (bound: number): string => `${size} ${boundary === 'upper' ? '<' : '<='} ${bound}`;
  const rateAt =
    upTo.length === 1
      ? String(rates[0])
      : `case ${upTo.map((end, at) => (end === null ? `else ${rates[at]}` : `when ${within(end)} then ${rates[at]}`)).join(' ')} end`;
  const slice = (to: string, at: number): string =>
    `greatest(0, ${upTo[at] == null ? to : `least(${to}, ${upTo[at]})`} - ${upTo[at - 1] ?? 0})`;
  const marginal = (to: string): string => upTo.map((_, at) => `${slice(to, at)} * ${rates[at]}`).join(' + ');
  const amount = {
    marginal: () => marginal(size),
    whole: () => `${size} * (${rateAt})`,
    anchored: () =>
      `case when ${size} <= ${upTo[0]} then ${marginal(size)} else ${marginal(String(upTo[0]))} + (${size} - ${upTo[0]}) * (${rateAt}) end`,
    interpolated: () =>
      upTo
        .map((end, at) =>
          end === null
            ? `${slice(size, at)} * ${rates[at]}`
            : `${amountOf(shape, at) * 1000} * ${slice(size, at)} // ${end - (upTo[at - 1] ?? 0)}`,
        )
        .join(' + '),
  }[mode]();
  return `(sign(${x})::hugeint * (${amount}))`;
}

/** What each payee earned in each month, in cents. */
function earnedQuery(shape: Shape): string {
  const { accumulate, months, rounding } = shape;
  const steps: string[] = [
    `parts as (
      select *, abs(cents) * share // 1000 as whole, abs(cents) * share % 1000 as rest from sale where kind = 'revenue'
    )`,
    `credits as (
      select payee, month, product, sign(cents)::hugeint * (whole + case when
        row_number() over (partition by id order by rest desc, position)
        <= abs(cents) - sum(whole) over (partition by id) then 1 else 0 end) as cents
      from parts
      union all
      select payee, month, product, ${rounded('cents * share', 1000, rounding.mode)} as cents from sale where kind = 'overlay'
    )`,
    `counted as (
      select payee, ${accumulate === 'perPeriod' ? `(month + ${months - 1}) // ${months} * ${months}` : 'month'} as month, cents
      from credits ${shape.isFiltered ? `where product = 'x'` : ''}
    )`,
    `grid as (select payee, month from unnest(['a', 'b', 'c']) p(payee), range(1, ${MONTHS + 1}) m(month))`,
    `sums as (
      select payee, month, coalesce(sum(cents), 0)::hugeint as cents from grid left join counted using (payee, month) group by all
    )`,
  ];
  let unit = 1000;
  /** A column that is made of the one of the step before. */
  const step = (from: string, expression: string): string => {
    steps.push(`step${steps.length} as (select payee, month, cents, ${expression} as earned from ${from})`);
    return `step${steps.length - 1}`;
  };
  const changed = (from: string, change: Change): string => {
    if (change.kind === 'multiplier') {
      unit *= 1000;
      return step(from, `earned * ${change.by}`);
    }
    const limit = `${change.limit * unit}::hugeint`;
    const pick = change.kind === 'cap' ? 'least' : 'greatest';
    if (change.scope === 'sum') return step(from, `${pick}(earned, ${limit})`);
    // Returns mirror sales.
    return step(from, `sign(cents)::hugeint * ${pick}(sign(cents)::hugeint * earned, ${limit})`);
  };
  const roundedStep = (from: string): string => {
    if (unit === 1) return from;
    const next = step(from, rounded('earned', unit, rounding.mode));
    unit = 1;
    return next;
  };

  let last: string;
  if (accumulate === 'perTransaction') {
    const ofSum = shape.changes.findIndex((change) => change.kind !== 'multiplier' && change.scope === 'sum');
    const parts = ofSum < 0 ? shape.changes.length : ofSum;
    last = shape.changes.slice(0, parts).reduce<string>(changed, step('counted', rateFunction(shape, 'cents')));
    if (rounding.at === 'line') last = roundedStep(last);
    steps.push(`added as (
      select payee, month, 0 as cents, coalesce(sum(earned), 0)::hugeint as earned
      from grid left join ${last} using (payee, month) group by all
    )`);
    last = roundedStep(shape.changes.slice(parts).reduce<string>(changed, 'added'));
  } else if (accumulate === 'perPeriod') {
    const ends = `(select * from sums where month % ${months} = 0)`;
    last = roundedStep(shape.changes.reduce<string>(changed, step(ends, rateFunction(shape, 'cents'))));
    steps.push(`spread as (
      select payee, month, coalesce(earned, 0) as earned from grid left join ${last} using (payee, month)
    )`);
    last = 'spread';
  } else {
    const window = `partition by payee, (month - 1) // ${months} order by month`;
    steps.push(`running as (select payee, month, (sum(cents) over (${window}))::hugeint as cents from sums)`);
    last = roundedStep(shape.changes.reduce<string>(changed, step('running', rateFunction(shape, 'cents'))));
    last = step(last, `earned - coalesce(lag(earned) over (${window}), 0)`);
  }
  return `with ${steps.join(', ')} select payee, month, earned from ${last} order by payee, month`;
}

const shapes = Array.from({ length: CASES }, (_, seed) => drawShape(seededRandom(seed)));

describe('the same cents as whole numbers in SQL', () => {
  let database: DuckDBConnection;
  beforeAll(async () => {
    database = await (await DuckDBInstance.create(':memory:')).connect();
  });
  afterAll(() => database.closeSync());

  test.each(shapes.map((shape, seed) => [seed, shape] as const))('plan and sales of seed %i', async (seed, shape) => {
    const random = seededRandom(seed, 1);
    const input: RunInput = {
      asOf: '2026-12-31',
      periods: { from: '2026-01-01', to: `2026-0${MONTHS + 1}-01` },
      plans: [planOf(shape)],
      payees: PAYEES.map((id) => ({ id })),
      assignments: PAYEES.map((payeeId) => ({ payeeId, planId: 'P', from: '2026-01-01', to: null })),
      transactions: Array.from({ length: 150 }, (_, index) => drawSale(random, index)),
    };
    await database.run(
      'create or replace table sale (id varchar, position integer, payee varchar, kind varchar, month integer, product varchar, cents hugeint, share hugeint)',
    );
    const rows = input.transactions.flatMap(({ id, payeeId, splits, date, amount, attributes }) =>
      (splits ?? [{ payeeId: payeeId!, kind: 'revenue', share: '1' }]).map(
        (split, position) =>
          `('${id}', ${position}, '${split.payeeId}', '${split.kind}', ${Number(date.slice(5, 7))}, '${String(attributes!['product'])}', ${amount.replace('.', '')}, ${Math.round(Number(split.share) * 1000)})`,
      ),
    );
    await database.run(`insert into sale values ${rows.join(', ')}`);
    const answer = await database.runAndReadAll(earnedQuery(shape));
    const expected = answer.getRowsJS().map(([payee, month, cents]) => [payee, Number(month), Number(cents)]);
    const result = run(input);
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

  test('the seeds meet every option of every kind of sum, and every modifier on each', () => {
    const seen = new Set(
      shapes.flatMap(({ accumulate, months, axis, mode, boundary, rounding, changes }) => [
        `${accumulate} ${mode}`,
        `${accumulate} ${boundary}`,
        `${accumulate} ${axis}`,
        `${accumulate} of ${months}`,
        `${accumulate} ${rounding.mode} ${rounding.at}`,
        `${accumulate} ${changes.map((each) => (each.kind === 'multiplier' ? each.kind : `${each.kind} of ${each.scope}`)).join(', ')}`,
      ]),
    );
    const limits = ['', 'cap of sum', 'multiplier', 'multiplier, cap of sum'];
    const floors = ['floor of sum', 'multiplier, floor of sum, cap of sum'];
    const all = {
      perTransaction: [
        'of 1',
        'measure',
        ...floors,
        'cap of transaction',
        'floor of transaction',
        'floor of transaction, cap of transaction, multiplier, cap of sum',
      ],
      perPeriod: ['of 1', 'of 3', 'measure', 'attainment', ...floors, 'cap of sum, multiplier'],
      toDate: ['of 3', 'of 6', 'of 12', 'measure', 'attainment', 'cap of sum, multiplier'],
    };
    const ofEach = ['marginal', 'whole', 'anchored', 'interpolated', 'lower', 'upper', ...limits];
    const roundings = ['halfEven', 'halfUp'].flatMap((mode) => [`${mode} line`, `${mode} component`]);
    const missing = Object.entries(all).flatMap(([accumulate, own]) =>
      [...ofEach, ...roundings, ...own]
        .map((option) => `${accumulate} ${option}`)
        .filter((option) => !seen.has(option)),
    );
    expect(missing).toEqual([]);
  });
});
