import fc from 'fast-check';
import { amortise, type AmortisationChange } from 'salesmodel/commission';
import { expect, test } from 'vitest';

const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const cost = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((units) => {
  const text = (units < 0n ? -units : units).toString().padStart(3, '0');
  return `${units < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
});
const months = fc.integer({ min: 1, max: 60 });
const mode = fc.constantFrom('halfEven', 'halfUp', 'down', 'up', 'ceiling', 'floor');

/** Changes after any month, each within the term that holds when it comes. */
const changesOf = (total: number): fc.Arbitrary<AmortisationChange[]> =>
  fc
    .array(fc.record({ ahead: fc.integer({ min: 0, max: 20 }), more: fc.integer({ min: 1, max: 30 }) }), {
      maxLength: 3,
    })
    .map((steps) => {
      const changes: AmortisationChange[] = [];
      let term = total;
      let at = 0;
      for (const { ahead, more } of steps) {
        const after = at + ahead;
        if (after >= term) break;
        term = after + more;
        changes.push({ after, months: term });
        at = after;
      }
      return changes;
    });

const input = fc
  .record({ cost: cost.filter((text) => !/^-0+\.00$/.test(text)), months, per: fc.constantFrom('month', 'year'), mode })
  .chain((one) =>
    fc.record({
      input: fc.constant(one),
      changes: changesOf(one.months),
      weights: fc.option(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: one.months, maxLength: one.months }), {
        nil: undefined,
      }),
      lost: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
  )
  .map(({ input: { mode: rounding, ...one }, changes, weights, lost }) => ({
    ...one,
    start: '2026-01-31',
    rounding: { mode: rounding },
    changes,
    ...(weights === undefined ? {} : { pattern: weights }),
    ...(lost === undefined ? {} : { writeOffOn: `202${lost < 6 ? 6 : 7}-0${lost}-15` }),
  })) as fc.Arbitrary<Parameters<typeof amortise>[0]>;

test('expenses add up to the cost, each balance is what is left, rows follow each other', () => {
  fc.assert(
    fc.property(input, (one) => {
      const rows = amortise(one);
      let left = cents(String(one.cost).replace(/^(-?)0+(?=\d)/, '$1'));
      let day = '2026-01-01';
      for (const { period, expense, balance } of rows) {
        left -= cents(expense);
        expect([period.start, cents(balance)]).toEqual([day, left]);
        day = period.end;
      }
      expect(left).toBe(0n);
    }),
  );
});

test('a change leaves the rows behind it as they were', () => {
  fc.assert(
    fc.property(
      cost.filter((text) => !/^-0+\.00$/.test(text)),
      months,
      fc.integer({ min: 0, max: 59 }),
      (amount, term, after) => {
        fc.pre(after < term);
        const before = amortise({ cost: amount, start: '2026-01-31', months: term });
        const changed = amortise({
          cost: amount,
          start: '2026-01-31',
          months: term,
          changes: [{ after, months: term + 7 }],
        });
        expect(changed.slice(0, after)).toEqual(before.slice(0, after));
        expect(changed).toHaveLength(term + 7);
      },
    ),
  );
});

test('a year is its twelve months, but for what rounding moves', () => {
  fc.assert(
    fc.property(input, (one) => {
      const years = amortise({ ...one, per: 'year' });
      const byMonth = amortise({ ...one, per: 'month' });
      years.forEach(({ period: { start, end }, expense }, at) => {
        const own = byMonth.filter(({ period }) => start <= period.start && period.start < end);
        const isLost = one.writeOffOn !== undefined && at + 1 === years.length;
        const together = own.reduce((sum, row) => sum + cents(row.expense), 0n);
        const gap = cents(expense) - together;
        // A month is off by a cent at most; what they are off together is in the last row, wherever that is.
        expect(isLost ? 0 : Number(gap < 0n ? -gap : gap)).toBeLessThanOrEqual(byMonth.length + 1);
      });
    }),
  );
});
