import {
  addMoney,
  applyTiers,
  contains,
  decimalString,
  effectiveAsOf,
  evaluateCurve,
  invertTiers,
  lintTiers,
  money,
  type Money,
  pathText,
  periodsBetween,
  prorate,
  round,
  sharesBy,
  sumMoney,
  type Tier,
} from 'salesmodel/core';
import { applyRate, parseRunInput, run, type RunInput } from 'salesmodel/commission';
import {
  compileRule,
  evaluateTable,
  evaluateExpr,
  evaluateRule,
  type Expr,
  type Rule,
} from 'salesmodel/mechanisms/rules';
import { rank } from 'salesmodel/mechanisms/scoring';
import { compileHierarchy } from 'salesmodel/team';
import { describe, expect, test } from 'vitest';
import { thrown } from './thrown.js';

const tiers = (...list: readonly object[]) => ({ mode: 'marginal' as const, tiers: list as readonly Tier[] });
const open = { upTo: null, rate: '0.1' };
const long = '9'.repeat(10_000);
const component = {
  id: 'C',
  measure: { kind: 'amount' },
  accumulate: 'perPeriod',
  rate: { kind: 'flat', rate: '0.1' },
} as const;
const plan = { id: 'P', currency: 'USD', period: 'month', components: [component] } as const;
const row = { id: 'T', date: '2025-01-15', amount: '1.00', currency: 'USD', payeeId: 'E1' };
const input: RunInput = {
  asOf: '2025-12-31',
  periods: { from: '2025-01-01', to: '2025-02-01' },
  plans: [plan],
  payees: [{ id: 'E1' }],
  assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01' }],
  transactions: [row],
};
/** JSON of one thing inside another, as deep as asked for; no literal and no recursion could write it. */
const nested = (start: string, end: string, inmost: string, depth = 10_000): unknown =>
  JSON.parse(start.repeat(depth) + inmost + end.repeat(depth));
const withKey = (key: string): unknown => JSON.parse(`{${JSON.stringify(key)}:"1"}`);

/** What is wrong, a call of a public function, and the code and the place that it names. */
const faults: readonly [what: string, call: () => unknown, expected: string][] = [
  [
    'bounds of tiers that do not ascend',
    () => applyTiers(tiers({ upTo: '2', rate: '1' }, { upTo: '1', rate: '1' }, open), '1'),
    'tiers.notAscending tiers[1].upTo',
  ],
  [
    'a bound of tiers twice',
    () => invertTiers(tiers({ upTo: '2', rate: '1' }, { upTo: '2.0', rate: '1' }, open), '1', '1'),
    'tiers.notAscending tiers[1].upTo',
  ],
  ['a last tier that ends', () => applyTiers(tiers({ upTo: '2', rate: '1' }), '1'), 'tiers.lastClosed tiers[0].upTo'],
  ['a tier without a rate', () => applyTiers(tiers({ upTo: '2' }, open), '1'), 'tiers.rateMissing tiers[0].rate'],
  [
    'tiers without a rate in a plan',
    () => applyRate({ kind: 'tiers', tiers: tiers({ upTo: null }) }, { measure: '1' }),
    'tiers.rateMissing rate.tiers.tiers[0].rate',
  ],
  ['an anchor at nothing', () => lintTiers({ mode: 'anchored', anchor: '0', tiers: [open] }), 'tiers.anchor anchor'],
  [
    'points of a curve that do not ascend',
    () =>
      evaluateCurve(
        {
          points: [
            { x: '1', y: '0' },
            { x: '0', y: '0' },
          ],
        },
        '1',
      ),
    'curve.notAscending points[1].x',
  ],
  ['an increment below zero', () => round('1', { increment: '-0.01' }), 'rounding.increment increment'],
  ['an increment of zero', () => round('1', { increment: '0' }), 'rounding.increment increment'],
  ['NaN as a rate', () => applyTiers(tiers({ upTo: null, rate: NaN }), '1'), 'decimal.invalid tiers[0].rate'],
  ['NaN as an amount', () => decimalString(NaN), 'decimal.invalid x'],
  ['infinity', () => money(-Infinity, 'USD'), 'decimal.invalid amount'],
  ['a thousands separator', () => applyTiers(tiers(open), '1,000'), 'decimal.invalid x'],
  ['digits of another script', () => money('٣', 'USD'), 'decimal.invalid amount'],
  ['a number of 10,000 digits', () => applyTiers(tiers(open), long), 'decimal.tooLong x'],
  [
    'a rate of 10,000 digits',
    () => applyTiers(tiers({ upTo: null, rate: `0.${long}` }), '1'),
    'decimal.tooLong tiers[0].rate',
  ],
  [
    'the 29th of February of a common year',
    () => contains({ from: '2023-02-29' }, '2023-03-01'),
    'date.invalid span.from',
  ],
  ['a month 13', () => effectiveAsOf([{ from: '2025-13-01' }], '2025-01-01'), 'date.invalid entries[0].from'],
  [
    'a period that ends before it starts',
    () =>
      prorate(
        '1',
        { from: '2025-02-01', to: '2025-01-01' },
        { kind: 'custom', start: '2025-01-01', end: '2025-03-01' },
      ),
    'period.order span.to',
  ],
  [
    'periods from a day to an earlier one',
    () => periodsBetween('2025-02-01', '2025-01-01', 'month'),
    'period.order to',
  ],
  [
    'entries that hold on one day',
    () => effectiveAsOf([{ from: '2025-01-01' }, { from: '2025-06-01' }], '2025-01-01'),
    'effective.overlap entries[1]',
  ],
  ['a currency that is not in use', () => money('1', 'ZZZ'), 'currency.unknown currency'],
  ['a name of every object as a currency', () => money('1', 'constructor'), 'currency.unknown currency'],
  [
    'two currencies in a sum',
    () => addMoney(money('1', 'USD'), money('1', 'EUR') as unknown as Money<'USD'>),
    'money.currencyMismatch b.currency',
  ],
  [
    'two currencies in a list',
    () => sumMoney([money('1', 'USD'), money('1', 'EUR') as unknown as Money<'USD'>], 'USD'),
    'money.currencyMismatch [1].currency',
  ],
  [
    'a rule 10,000 deep',
    () => evaluateRule(nested('{"not":', '}', '{"field":"a","op":"exists"}') as Rule, {}),
    'rule.limit ',
  ],
  [
    'an expression 10,000 deep',
    () => evaluateExpr(nested('{"op":"add","args":[', ']}', '"1"') as Expr, {}),
    'rule.limit ',
  ],
  ['a run 10,000 deep', () => parseRunInput({ ...input, plans: nested('[', ']', '1') }), 'json.tooDeep '],
  [
    'a rule of a run 10,000 deep',
    () =>
      run({
        ...input,
        plans: [
          {
            ...plan,
            components: [{ ...component, where: nested('{"not":', '}', '{"field":"id","op":"exists"}') as Rule }],
          },
        ],
      }),
    'rule.limit ',
  ],
  [
    'a prototype as a field of a rule',
    () => compileRule({ field: '__proto__.polluted', op: 'exists' }),
    'key.forbidden field',
  ],
  [
    'a constructor as a field of an expression',
    () => evaluateExpr({ field: 'a.constructor.name' }, {}),
    'key.forbidden field',
  ],
  [
    'a prototype as an input of a table',
    () => evaluateTable({ inputs: [{ field: 'prototype' }], rows: [], hit: 'first' }, {}),
    'key.forbidden inputs[0].field',
  ],
  [
    'a prototype among the attributes of a row',
    () => parseRunInput({ ...input, transactions: [{ ...row, attributes: withKey('__proto__') }] }),
    'key.forbidden transactions[0].attributes.__proto__',
  ],
  [
    'a prototype as a key of shares',
    () => sharesBy([{ keys: withKey('__proto__') as Record<string, string>, value: '1' }], ['__proto__']),
    'key.forbidden by[0]',
  ],
  [
    'a constructor as a fact that breaks ties',
    () => rank([{ id: 'a', value: '1' }], { tieBreakers: [{ field: 'constructor' }] }),
    'key.forbidden tieBreakers[0].field',
  ],
  [
    'a wrong field of a plan',
    () => parseRunInput({ ...input, plans: [{ ...plan, curency: 'USD' }] }),
    'plan.unknownField plans[0].curency',
  ],
  [
    'tiers of a plan out of order',
    () =>
      run({
        ...input,
        plans: [
          {
            ...plan,
            components: [
              {
                ...component,
                rate: { kind: 'tiers', tiers: tiers({ upTo: '2', rate: '1' }, { upTo: '1', rate: '1' }, open) },
              },
            ],
          },
        ],
      }),
    'tiers.notAscending plans[0].components[0].rate.tiers.tiers[1].upTo',
  ],
  [
    'a cycle in the hierarchy',
    () =>
      compileHierarchy([
        { child: 'a', parent: 'b', from: '2025-01-01' },
        { child: 'b', parent: 'a', from: '2025-01-01' },
      ]),
    'hierarchy.cycle ',
  ],
];

test.each(faults)('%s', (_, call, expected) => {
  const { code, path, message } = thrown(call);
  const [wanted = '', place = ''] = expected.split(' ');
  expect(code).toBe(wanted);
  if (place !== '') expect(pathText(path)).toBe(place);
  expect(message.length).toBeLessThan(2000);
});

describe('a faulty row of a run is lost alone', () => {
  test.each([
    ['a date that does not exist', { date: '2025-02-29' }, 'row.dateInvalid'],
    ['a representative that nobody knows', { payeeId: 'X' }, 'row.payeeUnknown'],
    ['an id with other content', { id: 'T', amount: '2.00' }, 'row.duplicateId'],
    ['an amount of 10,000 digits', { amount: long }, 'row.amountInvalid'],
    ['NaN', { amount: NaN }, 'row.amountInvalid'],
    ['a currency of every object', { currency: 'constructor' }, 'row.currencyUnknown'],
  ])('%s', (_, change, code) => {
    const bad = { ...row, id: 'bad', ...change } as typeof row;
    const good = { ...row, id: 'good', amount: '30.00' };
    const { rejected, totals, statements } = run({ ...input, transactions: [row, bad, good] });
    expect(new Set(rejected.map((entry) => entry.code))).toEqual(new Set([code]));
    const lost = bad.id === row.id ? 2 : 1;
    expect(totals).toMatchObject({ rows: 3, credited: 3 - lost, rejected: lost, duplicates: 0, outside: 0 });
    expect(statements[0]!.earned).toBe(lost === 2 ? '3.00' : '3.10');
    expect(JSON.stringify({ statements, totals })).not.toMatch(/NaN|Infinity|null,"rows"/);
  });
});

test('nothing of it reached the prototype of all objects', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
