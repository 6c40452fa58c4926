import { describe, expect, test } from 'vitest';
import { nextTier, run, type RunInput, salesToEarn, type Transaction } from '../../../src/commission/index.js';

const sale = (id: string, date: string, amount: string): Transaction => ({
  id,
  date,
  amount,
  currency: 'USD',
  payeeId: 'ana',
});
const open: RunInput = {
  asOf: '2026-02-28',
  periods: { from: '2026-01-01', to: '2026-03-01' },
  plans: [
    {
      id: 'P',
      currency: 'USD',
      period: 'month',
      components: [
        { id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.1' } },
      ],
    },
  ],
  payees: [{ id: 'ana' }, { id: 'ben' }],
  assignments: ['ana', 'ben'].map((payeeId) => ({ payeeId, planId: 'P', from: '2026-01-01' })),
  transactions: [sale('T1', '2026-01-10', '1000.00'), sale('T2', '2026-02-10', '500.00')],
};
/** January is paid for; a sale of it was wrong and is known now. */
const late: RunInput = {
  ...open,
  transactions: [sale('T1', '2026-01-10', '400.00'), sale('T2', '2026-02-10', '500.00')],
  closed: {
    before: '2026-02-01',
    ledger: run(open).ledger.filter(({ period }) => period < '2026-02-01'),
  },
};
const question = { payeeId: 'ana', period: '2026-02-01', increment: '0.01' } as const;
const payoutOf = (input: RunInput): string | null =>
  run(input).statements.find(({ payeeId, period }) => payeeId === 'ana' && period.start === '2026-02-01')!.payout;

describe('where January is closed', () => {
  test('the sales to be paid so much make up for what January was paid too much', () => {
    // 60 of January is taken back and 50 earned so far.
    expect(payoutOf(late)).toBe('0.00');
    const found = salesToEarn(late, { ...question, target: '100', what: 'payout', on: 'rounded' });
    expect(found).toMatchObject({ ok: true, more: '1099.95' });
    const more = found.ok ? found.more : '0';
    const sold = (amount: string): RunInput => ({
      ...late,
      transactions: [...late.transactions, sale('Z', '2026-02-28', amount)],
    });
    expect(payoutOf(sold(more))).toBe('100.00');
    expect(payoutOf(sold('1099.94'))).toBe('99.99');
  });

  test('what is earned does not depend on what was paid', () => {
    const earned = (input: RunInput) => salesToEarn(input, { ...question, target: '100', on: 'rounded' });
    expect(earned(late)).toEqual(earned({ ...late, closed: { before: '2026-01-01', ledger: [] } }));
  });

  test('a closed period has no statement to ask about', () => {
    const closed = { ...question, period: '2026-01-01' };
    expect(() => salesToEarn(late, { ...closed, target: '100' })).toThrow(
      expect.objectContaining({ code: 'statement.unknown' }) as Error,
    );
    expect(() => nextTier(late, closed)).toThrow(expect.objectContaining({ code: 'statement.unknown' }) as Error);
  });
});
