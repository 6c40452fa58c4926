import { expect, test } from 'vitest';
import { accountExecutive } from '../../examples/demo/accountExecutive.js';
import { negated, usd } from '../../examples/demo/usd.js';

const { input, result, text } = accountExecutive();
const { statements } = result;

test('what was earned and advanced is paid, taken back, recovered or carried', () => {
  const paid = statements.map(({ payout }) => payout ?? '0');
  const parts = statements.flatMap(({ earned, clawback, drawAdvance, drawRecovery }) => [
    earned,
    clawback,
    drawAdvance,
    negated(drawRecovery),
  ]);
  expect(usd([...paid, statements.at(-1)?.carryOut ?? '0'])).toBe(usd(parts));
  const owed = statements.flatMap(({ drawAdvance, drawRecovery }) => [drawAdvance, negated(drawRecovery)]);
  expect(statements.at(-1)?.balances.draw).toBe(usd(owed));
});

test('the guarantee holds for six months, and what is recovered is half of what is paid then', () => {
  expect(statements.slice(0, 6).map(({ payout }) => payout)).toEqual(Array.from({ length: 6 }, () => '800.00'));
  for (const { drawAdvance, drawRecovery, earned } of statements.slice(6)) {
    expect(drawAdvance).toBe('0.00');
    expect(Number(drawRecovery)).toBeLessThanOrEqual(Number(earned) / 2 + 0.01);
  }
});

test('who leaves after a hundred days gives back nine twelfths of the commission', () => {
  const left = input.transactions.filter(({ reverses }) => reverses !== undefined);
  const months = new Set(statements.filter(({ clawback }) => clawback !== '0.00').map(({ period }) => period.label));
  expect([...months]).toEqual(
    [...new Set(left.map(({ date }) => date.slice(0, 7)))].filter((month) => month < '2014').toSorted(),
  );
  const first = left[0]!;
  const line = result.lines?.find(({ transactionId }) => transactionId === first.reverses);
  const entry = result.ledger.find(({ type, date }) => type === 'clawback' && date === first.date);
  expect(Number(entry?.amount)).toBeCloseTo(-0.75 * Number(line?.earned), 2);
});

test('it prints the months and explains one in both languages', () => {
  expect(text).toContain('2013-01          96.68        0.00   703.32       0.00   800.00            703.32');
  expect(text).toContain('# payout to rep-9 for 2013-07 under saas.ae, in USD: 0.00');
  expect(text).toContain('# rep-9 在方案 saas.ae 下 2013-07 的实付金额（USD）：0.00');
});
