import { balances, parseRunInput, run, type RunInput, type RunResult } from 'salesmodel/commission';
import { compareMoney, type Money, money, seededRandom, sumMoney } from 'salesmodel/core';

/** Something that has to hold, and whether it does. */
export interface Check {
  readonly what: string;
  readonly holds: boolean;
}

/** Proves that a result adds up to the cent and does not depend on the order of its input. */
export function checks(input: RunInput, result: RunResult): Check[] {
  return [
    { what: 'every row is credited, rejected, a duplicate or outside', holds: rowsAddUp(result) },
    { what: 'the lines of a component add up to what it earned', holds: linesAddUp(result) },
    { what: 'every statement adds up from its components to the payout', holds: statementsAddUp(result) },
    { what: 'the ledger gives the same earnings, payouts and balances', holds: ledgerAddsUp(result, input) },
    { what: 'shuffled rows give the same result, byte for byte', holds: orderIsFree(input, result) },
  ];
}

function rowsAddUp({ totals }: RunResult): boolean {
  return totals.rows === totals.credited + totals.rejected + totals.duplicates + totals.outside;
}

function linesAddUp({ statements, lines = [] }: RunResult): boolean {
  const earned = new Map<string, string[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.payeeId, line.planId, line.period, line.componentId]);
    const list = earned.get(key) ?? [];
    list.push(line.earned);
    earned.set(key, list);
  }
  return statements.every(({ payeeId, planId, period, components }) =>
    components.every(({ id, earned: all }) =>
      equal(earned.get(JSON.stringify([payeeId, planId, period.start, id])) ?? [], [all]),
    ),
  );
}

function statementsAddUp({ statements, totals }: RunResult): boolean {
  const each = statements.every((one) => {
    const parts = [...one.components.map(({ earned }) => earned), ...one.planModifiers.map(({ effect }) => effect)];
    return (
      equal([one.earned], [...parts, one.bonus]) &&
      equal([one.payable, one.deferred], [one.earned, one.adjustments, one.deferralReleased, one.carryIn]) &&
      equal([one.payable], [one.payout ?? '0', one.carryOut])
    );
  });
  const all = (list: readonly { readonly amount: string }[]): string[] => list.map(({ amount }) => amount);
  return (
    each &&
    equal(
      statements.map(({ earned }) => earned),
      all(totals.earned),
    ) &&
    equal(
      statements.map(({ payout }) => payout ?? '0'),
      all(totals.paid),
    )
  );
}

function ledgerAddsUp({ statements, ledger }: RunResult, { periods }: RunInput): boolean {
  const earnings = ledger.filter(({ type }) => type === 'earning' || type === 'bonus');
  const open = balances(ledger, periods.to);
  return (
    equal(
      earnings.map(({ amount }) => amount),
      statements.map(({ earned }) => earned),
    ) &&
    open.every(({ payeeId, payable, paid }) => {
      const mine = statements.filter((statement) => statement.payeeId === payeeId);
      return (
        equal(
          [paid],
          mine.map(({ payout }) => payout ?? '0'),
        ) && equal([payable], [mine.at(-1)?.carryOut ?? '0'])
      );
    })
  );
}

function orderIsFree(input: RunInput, result: RunResult): boolean {
  const transactions = seededRandom(1).shuffle(input.transactions);
  const again = run(parseRunInput({ ...input, transactions }), { detail: 'lines' });
  return withoutPlaces(again) === withoutPlaces(result);
}

/** A result as JSON, less the places that its rejected rows had in the input: a shuffle moves those. */
function withoutPlaces(result: RunResult): string {
  return JSON.stringify({ ...result, rejected: result.rejected.map((fault) => ({ ...fault, index: null })) });
}

/** Whether two lists of USD amounts have the same sum. */
function equal(left: readonly string[], right: readonly string[]): boolean {
  return compareMoney(sum(left), sum(right)) === 0;
}

function sum(amounts: readonly string[]): Money<'USD'> {
  return sumMoney(
    amounts.map((amount) => money(amount, 'USD')),
    'USD',
  );
}
