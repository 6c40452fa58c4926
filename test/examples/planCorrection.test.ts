import { expect, test } from 'vitest';
import { run } from 'salesmodel/commission';
import { planCorrection } from '../../examples/demo/planCorrection.js';
import { usd } from '../../examples/demo/usd.js';

const { corrected, paid, june, text } = planCorrection();
const paidBy = (statements: typeof june.statements): readonly string[] => statements.map(({ payout }) => payout ?? '0');

test('what was paid and what June pays is what the corrected plan earns', () => {
  const { totals } = run(corrected);
  const all = [...paidBy(paid.statements), ...paidBy(june.statements)];
  expect(usd(all)).toBe(usd(totals.earned.map(({ amount }) => amount)));
  expect(june.statements.every(({ period }) => period.label === '2013-06')).toBe(true);
});

test('each entry is one hundredth of what was sold beyond 5,000 in its month, and names it', () => {
  const entries = june.ledger.filter(({ type }) => type === 'retro');
  expect(entries).toHaveLength(11);
  for (const { payeeId, cause, amount } of entries) {
    const month = cause.origin?.slice(0, 7) ?? '';
    expect(['2013-03', '2013-04', '2013-05']).toContain(month);
    const sold = corrected.transactions.filter((row) => row.payeeId === payeeId && row.date.startsWith(month));
    const beyond = Number(usd(sold.map((row) => row.amount))) - 5000;
    expect(Number(amount)).toBeCloseTo(beyond / 100, 1);
  }
});

test('it prints what changed, the entries and their sum, and a statement that adds up', () => {
  expect(text).toContain('changes from 0.07 to 0.08');
  expect(text).toContain('together                   530.12');
  expect(text).toContain('| what closed periods come to beyond what they were paid | 42.41 |');
  expect(text).toContain('| 已关账期间应得与已付之差 | 42.41 |');
});
