import type { Payee, RunResult, Statement } from 'salesmodel/commission';
import { money, moneySign } from 'salesmodel/core';
import { percent } from './percent.js';
import { textTable } from './textTable.js';
import { usd } from './usd.js';

/** What everybody is paid by month, with the totals of the year below. */
export function statementTable({ statements }: RunResult, payees: readonly Payee[]): string {
  const byPayee = payees.map(({ id }) => statements.filter(({ payeeId }) => payeeId === id));
  const months = [...new Set(statements.map(({ period }) => period.label))];
  const ofAll = (cell: (mine: readonly Statement[]) => string): string[] => byPayee.map(cell);
  const paid = (list: readonly Statement[]): string => usd(list.map(({ payout }) => payout ?? '0'));

  const rows = months.map((month) => [
    month,
    ...ofAll((mine) => paid(mine.filter(({ period }) => period.label === month))),
    paid(statements.filter(({ period }) => period.label === month)),
  ]);
  const carried = ofAll((mine) => mine.at(-1)?.carryOut ?? '0.00');
  const attainments = ofAll((mine) => percent(mine.at(-1)?.components[0]?.attainment));
  const cut = ofAll((mine) => usd(mine.flatMap(({ components }) => components.flatMap(capEffects))));
  return textTable(
    ['paid in USD', ...payees.map(({ id, name }) => (name ?? id).replace(/^.* (?=[A-Z])| region$/, '')), 'all'],
    [
      ...rows,
      ['year', ...ofAll(paid), paid(statements)],
      ...(carried.every(isZero) ? [] : [['carried on', ...carried, usd(carried)]]),
      ...(cut.every(isZero) ? [] : [['cut by the cap', ...cut, usd(cut)]]),
      ...(attainments.every((text) => text === '–') ? [] : [['quota attained', ...attainments]]),
    ],
  );
}

function capEffects({ modifiers }: Statement['components'][number]): string[] {
  return modifiers.filter(({ kind }) => kind === 'cap').map(({ effect }) => effect);
}

function isZero(amount: string): boolean {
  return moneySign(money(amount, 'USD')) === 0;
}
