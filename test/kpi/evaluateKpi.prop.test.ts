import fc from 'fast-check';
import { compareRatios, type Ratio, ratio, renderExplanation } from 'salesmodel/core';
import {
  cagr,
  catalogue,
  compileKpis,
  evaluateKpi,
  explainKpi,
  type Kpi,
  type KpiColumns,
  type KpiFact,
  type KpiRow,
} from 'salesmodel/kpi';
import { exprFields } from 'salesmodel/mechanisms/rules';
import { expect, test } from 'vitest';
import { times, toDecimal, toText } from '../../src/core/decimal.js';

/** A flow over a flow, a flow over a mean, a stock over a flow. */
const kpis = compileKpis(['averagePrice', 'revenuePerHead', 'dso']);
const MEASURES = ['revenue', 'units', 'heads', 'closingAR', 'creditSales', 'days'];
const MEMBERS = ['a', 'b', 'c'];
const PERIODS = ['2026-01', '2026-02'];

const facts: fc.Arbitrary<KpiFact[]> = fc
  .array(
    fc.record({
      measure: fc.constantFrom(...MEASURES),
      member: fc.constantFrom(...MEMBERS),
      period: fc.constantFrom(...PERIODS),
      value: fc.integer({ min: -500, max: 5000 }).map((cents) => (cents / 100).toFixed(2)),
    }),
    { maxLength: 30 },
  )
  .map((list) => [...new Map(list.map((each) => [each.measure + each.member + each.period, each])).values()]);
const bySomething = fc.subarray(['member', 'period', 'group'] as const);
const groups = { a: 'x', b: 'y', c: 'x' };

test('the order of facts changes no byte', () => {
  fc.assert(
    fc.property(
      facts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      bySomething,
      ([list, shuffled], by) => {
        expect(kpis.objects(shuffled, { by, groups })).toEqual(kpis.objects(list, { by, groups }));
      },
    ),
  );
});

test('columns and objects give the same rows', () => {
  fc.assert(
    fc.property(facts, bySomething, (list, by) => {
      const rows = [...new Set(list.map(({ member, period }) => `${member} ${period}`))].map((each) => each.split(' '));
      const columns: KpiColumns = {
        n: rows.length,
        member: { dictionary: MEMBERS, codes: Int32Array.from(rows, ([member]) => MEMBERS.indexOf(member!)) },
        period: { dictionary: PERIODS, codes: Int32Array.from(rows, ([, period]) => PERIODS.indexOf(period!)) },
        measures: Object.fromEntries(
          MEASURES.map((measure) => [
            measure,
            {
              scale: 2,
              values: Float64Array.from(rows, ([member, period]) => {
                const own = list.find(
                  (one) => one.measure === measure && one.member === member && one.period === period,
                );
                return own === undefined ? NaN : Math.round(Number(own.value) * 100);
              }),
            },
          ]),
        ),
      };
      expect(kpis.columns(columns, { by, groups })).toEqual(kpis.objects(list, { by, groups }));
    }),
  );
});

test('what stands above and below the line of a group is the sum of what its parts have', () => {
  const price = compileKpis(['averagePrice']);
  const full = facts.map((list) =>
    MEMBERS.flatMap((member) =>
      PERIODS.flatMap((period) =>
        ['revenue', 'units'].map((measure) => {
          const own = list.find((one) => one.member === member && one.period === period);
          return { measure, member, period, value: own?.value ?? '1' };
        }),
      ),
    ),
  );
  const cents = (text: string): number => Math.round(Number(text) * 100);
  const sums = (rows: readonly KpiRow[]): [number, number] =>
    rows.reduce(
      ([n, d], { kpis: [one] }) =>
        one?.ok === true ? [n + cents(one.numerator), d + cents(one.denominator)] : [NaN, NaN],
      [0, 0],
    );
  fc.assert(
    fc.property(full, bySomething, (list, by) => {
      expect(sums(price.objects(list, { by, groups }).rows)).toEqual(sums(price.objects(list).rows));
    }),
  );
});

test('a rate of several members is never averaged: it is refused, and every such rate is named', () => {
  const rates = ['arpa', 'churnRate', 'grossMarginShare'];
  const whose = fc.subarray(MEMBERS);
  fc.assert(
    fc.property(fc.tuple(whose, whose, whose), (members) => {
      const list = rates.flatMap((measure, at) =>
        members[at]!.map((member): KpiFact => ({ measure, member, period: '2026-01', value: '0.5' })),
      );
      const reasons = rates.flatMap((measure, at) => {
        const count = members[at]!.length;
        return count === 1 ? [] : [{ code: count === 0 ? 'missingMeasure' : 'notAdditive', params: { measure } }];
      });
      const expected = reasons.length > 0 ? { ok: false, reasons } : { ok: true, value: '0.5' };
      expect(evaluateKpi('ltv', list)).toMatchObject(expected);
    }),
  );
});

test('an explanation has the figure at its root, both sides of the line below it, and a text for each step', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom('averagePrice', 'revenuePerHead', 'dso'), (list, id) => {
      const result = evaluateKpi(id, list);
      const explained = explainKpi(id, list);
      expect(explained.value).toBe(result.ok ? result.value : null);
      if (result.ok) expect(explained.from.map(({ value }) => value)).toEqual([result.numerator, result.denominator]);
      for (const locale of ['en', 'zh-CN'] as const) {
        expect(renderExplanation(explained, locale)).not.toMatch(/\bkpi\.[a-z]|[{}]/);
      }
    }),
  );
});

test('growth at the compound rate for all years leads from the first value to the last', () => {
  const values = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(values, values, fc.integer({ min: 1, max: 30 }), (first, last, n) => {
      const step = 10n ** 12n;
      const rate = BigInt(
        cagr(first, last, n)!.replace(
          /^(-?)(\d+)(?:\.(\d*))?$/,
          (_, s: string, w: string, d = '') => s + w + String(d).padEnd(12, '0'),
        ),
      );
      // The exact root lies within half a unit of the rounded one.
      const twice = 2n * (rate + step);
      const exact = BigInt(last) * (2n * step) ** BigInt(n);
      expect((twice - 1n) ** BigInt(n) * BigInt(first) <= exact).toBe(true);
      expect((twice + 1n) ** BigInt(n) * BigInt(first) >= exact).toBe(true);
    }),
  );
});

test('a full year is its own rate of a year, and a part of one is that part of the rate', () => {
  const cents = fc.integer({ min: 1, max: 500_000 }).map((value) => (value / 100).toFixed(2));
  const whole = { days365: 365, days360: 360, months12: 12 } as const;
  fc.assert(
    fc.property(
      cents,
      cents,
      fc.constantFrom('days365', 'days360', 'months12'),
      fc.constantFrom('inventoryTurnover', 'stockDays', 'averagePrice', 'revenuePerHead'),
      fc.integer({ min: 1, max: 800 }),
      (flow, other, yearBasis, id, length) => {
        const figure = { ...catalogue[id]!, per: 'annual', yearBasis } as const;
        const names = [...new Set([...exprFields(figure.numerator), ...exprFields(figure.denominator!)])];
        const factsOf = (days: number): KpiFact[] =>
          [...names, yearBasis === 'months12' ? 'months' : 'days'].map((measure, at) => ({
            measure,
            member: 'a',
            period: '2026',
            value: [flow, other, days][at]!,
          }));
        const ratioOf = (kpi: Kpi | string, days: number): Ratio => {
          const result = evaluateKpi(kpi, factsOf(days));
          if (!result.ok) throw new Error(id);
          return result;
        };
        const plain = ratioOf(id, length);
        expect(compareRatios(ratioOf(figure, whole[yearBasis]), plain)).toBe(0);
        const [up, down] =
          id === 'averagePrice' ? [1, 1] : id === 'stockDays' ? [length, whole[yearBasis]] : [whole[yearBasis], length];
        const rate = ratio(scaled(plain.numerator, up), scaled(plain.denominator, down));
        expect(compareRatios(ratioOf(figure, length), rate)).toBe(0);
      },
    ),
  );
});

function scaled(text: string, by: number): string {
  return toText(times(toDecimal(text), toDecimal(by)));
}
