import { fromDayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalString, minus, ZERO } from '../../core/decimal.js';
import type { DrawMove } from '../draw/drawAccount.js';
import type { LedgerEntry, LedgerType, Statement } from '../schema.js';
import { amountText } from '../statement/amountText.js';
import type { BuiltStatements, StatementSource } from '../statement/buildStatements.js';
import type { StatementDays } from '../statement/plainStatements.js';
import { entryId } from './entryId.js';

/** What an entry says beyond the statement that it belongs to. */
interface Movement {
  readonly type: LedgerType;
  readonly amount: DecimalString;
  readonly cause: LedgerEntry['cause'];
  /** Default: the last day of the period. */
  readonly date?: string;
  /** Default: that of the plan. */
  readonly currency?: string;
  readonly componentId?: string;
  readonly transactionId?: string;
  /** Whether a period can have several of its kind and cause. */
  readonly isOneOfMany?: boolean;
  /** Version of the plan by which it was earned, where that is not the one of the statement. */
  readonly under?: string;
  readonly drawId?: string;
  readonly debt?: DecimalString;
}

/**
 * The movements of all payables, in the order of the statements and, within one, of the steps from earning to payout.
 * What moves no money has no entry. The entries of a statement add up to what it carries out less what it carried in;
 * a payout in another currency clears the payable in the plan's by an `fx` entry and pays what arises in the other.
 */
export function buildLedger({ statements, sourceOf, plainDays }: BuiltStatements): LedgerEntry[] {
  return statements.flatMap((statement, index) => {
    const days = plainDays(index);
    if (days !== null) return plainEntries(statement, days);
    const source = sourceOf(index);
    return entriesOf(statement, fromDayNumber(source.period.end - 1), movements(statement, source));
  });
}

function entriesOf(statement: Statement, lastDay: PlainDate, moved: readonly Movement[]): LedgerEntry[] {
  const { payeeId, planId, planVersion, period } = statement;
  return moved
    .filter(({ amount, debt = '0' }) => !isZero(amount) || !isZero(debt))
    .map(({ type, cause, date = lastDay, currency = statement.currency, isOneOfMany = false, under, ...rest }) => ({
      id: entryId(payeeId, `${planId}@${planVersion}`, period.start, type, cause, [
        ...(under === undefined ? [] : [`@${under}`]),
        ...(isOneOfMany ? [date, rest.componentId ?? '', rest.transactionId ?? ''] : []),
      ]),
      payeeId,
      planId,
      period: period.start,
      date,
      type,
      currency,
      ...rest,
      cause,
    }));
}

/** The entries of a statement under which what is earned is paid, and nothing else. */
function plainEntries(statement: Statement, days: StatementDays): LedgerEntry[] {
  const { payeeId, planId, planVersion, period, currency, components, payable } = statement;
  const plan = `${planId}@${planVersion}`;
  const { start } = period;
  const entries: LedgerEntry[] = [];
  for (const { id: componentId, earned: amount } of components) {
    if (isZero(amount)) continue;
    const cause = { kind: 'component', id: componentId };
    const id = entryId(payeeId, plan, start, 'earning', cause);
    const [type, date] = ['earning', days.last] as const;
    entries.push({ id, payeeId, planId, period: start, date, type, currency, amount, componentId, cause });
  }
  if (isZero(payable)) return entries;
  const cause = { kind: 'payment' };
  const id = entryId(payeeId, plan, start, 'payout', cause);
  const [type, date, amount] = ['payout', days.payout, opposite(payable)] as const;
  entries.push({ id, payeeId, planId, period: start, date, type, currency, amount, cause });
  return entries;
}

function earning(id: string, amount: DecimalString): Movement {
  return { type: 'earning', amount, componentId: id, cause: { kind: 'component', id } };
}

function movements(statement: Statement, source: StatementSource): Movement[] {
  const { earned, retro, paid } = source;
  const { rounding } = source.planRun.plan;
  const money = (amount: Decimal): DecimalString => amountText(amount, rounding.increment);
  return [
    ...earned.components.map(({ version, run, result }): Movement => {
      const under = version.plan.version;
      return {
        ...earning(run.grid.component.id, money(result.earned)),
        ...(under === statement.planVersion ? {} : { under }),
      };
    }),
    ...earned.planModifiers.map(({ index, effect }): Movement => {
      return { type: 'earning', amount: money(effect), cause: { kind: 'planModifier', id: String(index) } };
    }),
    ...decisions(source, 'bonus'),
    ...decisions(source, 'adjustment'),
    ...(source.settlement?.movements ?? []).map(({ amount, day, parts: _, ...rest }) => ({
      ...rest,
      amount: money(amount),
      date: fromDayNumber(day),
      isOneOfMany: true,
    })),
    ...retro.map(({ origin, componentId, amount }): Movement => {
      const of = componentId === null ? {} : { id: componentId };
      return {
        type: 'retro',
        amount: money(amount),
        ...(componentId === null ? {} : { componentId }),
        cause: { kind: 'retro', ...of, origin },
      };
    }),
    {
      type: source.lateHeld.isNegative() ? 'release' : 'hold',
      amount: money(source.lateHeld.neg()),
      cause: { kind: 'retro' },
    },
    { type: 'deferral', amount: opposite(statement.deferred), cause: { kind: 'cap' } },
    { type: 'deferralRelease', amount: statement.deferralReleased, cause: { kind: 'cap' } },
    { type: 'forfeit', amount: money(source.deferral.lost.neg()), cause: { kind: 'assignmentEnd' } },
    ...source.draws.moves.flatMap((move) => drawMovements(move, money)),
    { type: 'forfeit', amount: money(paid.forgiven), cause: { kind: 'negativePayable' } },
    { type: 'forfeit', amount: money(paid.forfeited.neg()), cause: { kind: 'paymentMaximum' } },
    { type: 'rounding', amount: statement.rounding ?? '0', cause: { kind: 'statement' } },
    { type: 'rounding', amount: money(paid.cashRounding), cause: { kind: 'cash' } },
    ...payment(statement, money(paid.due), fromDayNumber(source.payoutDay)),
  ];
}

/** Recovery, advance and what is forgiven of one draw; an advance that is never a debt has none. */
function drawMovements(
  { draw, advance, recovery, due, forgiven }: DrawMove,
  money: (amount: Decimal) => DecimalString,
): Movement[] {
  const drawId = draw.id;
  const taken = (amount: Decimal, kind: string): Movement => {
    const text = money(amount.neg());
    return { type: 'drawRecovery', amount: text, drawId, debt: text, cause: { kind, id: drawId } };
  };
  return [
    taken(minus(recovery, due), 'draw'),
    {
      type: 'drawAdvance',
      amount: money(advance),
      drawId,
      ...(draw.recovery === 'none' ? {} : { debt: money(advance) }),
      cause: { kind: 'draw', id: drawId },
    },
    taken(due, 'termination'),
    {
      type: 'drawForgiveness',
      amount: money(ZERO),
      drawId,
      debt: money(forgiven.neg()),
      cause: { kind: 'draw', id: drawId },
    },
  ];
}

function decisions({ adjustments }: StatementSource, kind: 'bonus' | 'adjustment'): Movement[] {
  return adjustments
    .filter((entry) => entry.kind === kind)
    .toSorted((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id))
    .map(({ id, amount, date }) => ({ type: kind, amount, date, cause: { kind: 'adjustment', id } }));
}

function payment({ payout, payoutCurrency }: Statement, due: DecimalString, date: string): Movement[] {
  if (payout === null) return [];
  const cause = { kind: 'payment' };
  if (payoutCurrency === undefined) return [{ type: 'payout', amount: opposite(due), date, cause }];
  return [
    { type: 'fx', amount: opposite(due), date, cause: { kind: 'converted' } },
    { type: 'fx', amount: payout, date, currency: payoutCurrency, cause: { kind: 'received' } },
    { type: 'payout', amount: opposite(payout), date, currency: payoutCurrency, cause },
  ];
}

function opposite(amount: DecimalString): DecimalString {
  if (amount.startsWith('-')) return amount.slice(1);
  return isZero(amount) ? amount : `-${amount}`;
}

function isZero(amount: DecimalString): boolean {
  return !/[1-9]/.test(amount);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
