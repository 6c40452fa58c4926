import { dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { fail } from '../fail.js';
import type { PlanGrid } from '../run/grid.js';
import type { ClosedPeriods, LedgerEntry } from '../schema.js';
import { RetroSums } from './retroSums.js';

/** What the closed periods of a payee under a plan were paid and left open. */
export interface ClosedPay {
  /** By period and component, what was earned, adjusted, taken back and lost so far. */
  readonly sums: RetroSums;
  /** Payable that no payout settled. */
  readonly carry: Decimal;
  readonly deferred: Decimal;
  readonly held: Decimal;
  /** Owed by draw. */
  readonly debts: ReadonlyMap<string, Decimal>;
}

/** The paid history of the closed periods of a run. */
export interface ClosedHistory {
  /** Periods that end on this day or before are closed. */
  readonly before: number;
  /** People with entries, by plan. */
  readonly payees: ReadonlyMap<string, ReadonlySet<string>>;
  of(payeeId: string, planId: string, currency: string): ClosedPay;
}

/** Types of entries that a new computation of their period answers for. */
const ANSWERED: ReadonlySet<LedgerEntry['type']> = /* @__PURE__ */ new Set([
  'earning',
  'bonus',
  'adjustment',
  'clawback',
] as const);

/**
 * Reads the ledger of closed periods.
 *
 * @throws SalesModelError `closed.period` (an entry of a period that is not a closed one of the run), `closed.duplicate`,
 * `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 */
export function readClosed({ before, ledger }: ClosedPeriods, grids: readonly PlanGrid[]): ClosedHistory {
  const end = dayNumber(before, ['closed', 'before']);
  const closed = new Set(
    grids.flatMap(({ plan, allPeriods }) =>
      allPeriods
        .filter((period) => period.inRun && period.end <= end)
        .map(({ period }) => `${plan.plan.id} ${period.start}`),
    ),
  );
  const ids = new Set<string>();
  const payees = new Map<string, Set<string>>();
  ledger.forEach((entry, index) => {
    const path = ['closed', 'ledger', index];
    if (ids.has(entry.id)) fail('closed.duplicate', [...path, 'id'], { id: entry.id });
    ids.add(entry.id);
    toDecimal(entry.amount, [...path, 'amount']);
    if (entry.debt !== undefined) toDecimal(entry.debt, [...path, 'debt']);
    if (!closed.has(`${entry.planId} ${entry.period}`)) {
      fail('closed.period', [...path, 'period'], { before, planId: entry.planId, value: entry.period });
    }
    const known = payees.get(entry.planId);
    if (known === undefined) payees.set(entry.planId, new Set([entry.payeeId]));
    else known.add(entry.payeeId);
  });
  return {
    before: end,
    payees,
    of: (payeeId, planId, currency) =>
      closedPay(
        ledger.filter((entry) => entry.payeeId === payeeId && entry.planId === planId),
        currency,
      ),
  };
}

function closedPay(ledger: readonly LedgerEntry[], currency: string): ClosedPay {
  const sums = new RetroSums();
  const debts = new Map<string, Decimal>();
  let carry = ZERO;
  let deferred = ZERO;
  let held = ZERO;
  for (const entry of ledger) {
    const { type, amount: text, componentId, drawId, debt, currency: paidIn } = entry;
    const amount = toDecimal(text);
    if (type === 'accrual' || type === 'accrualReversal') continue;
    // What is paid in another currency is settled in it; the entries of its conversion settle the plan's.
    if (paidIn === currency) carry = plus(carry, amount);
    if (type === 'deferral' || type === 'deferralRelease') deferred = minus(deferred, amount);
    if (type === 'hold' || type === 'release') held = minus(held, amount);
    if (drawId !== undefined && debt !== undefined) {
      debts.set(drawId, plus(debts.get(drawId) ?? ZERO, toDecimal(debt)));
    }
    const origin = answeredOrigin(entry);
    if (origin !== null) sums.add(origin, componentId ?? null, amount);
  }
  return { sums, carry, deferred, held, debts };
}

/** The period whose new computation answers for an entry; `null` for what stands as it was booked. */
export function answeredOrigin({ type, period, componentId, cause }: LedgerEntry): PlainDate | null {
  if (type === 'retro') return cause.origin ?? period;
  // What a release or the end of an assignment loses is computed again; what a payment loses stands.
  const isLost = type === 'forfeit' && (componentId !== undefined || cause.kind === 'assignmentEnd');
  return ANSWERED.has(type) || isLost ? period : null;
}
