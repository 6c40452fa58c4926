import { compareText } from '../../core/compareText.js';
import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { Decimal, type DecimalString, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import { checkCount } from '../checkCount.js';
import { CLAIM_STATES, type MdfClaim, type MdfLedger } from './mdfLedger.js';

/** What is left of an accrual. */
export interface MdfLot {
  readonly accrual: string;
  readonly left: DecimalString;
  /** The first day on which it can no longer be claimed. */
  readonly expiresOn: PlainDate;
  /** Whether it can be claimed on the day of the balance; what is left of a lot that can not has expired. */
  readonly live: boolean;
}

/** What became of a claim. Paid, refused and pending add up to what was asked. */
export interface MdfPayment {
  readonly claim: string;
  readonly paid: DecimalString;
  /** Above what was there, without proof, or refused by whoever decides. */
  readonly refused: DecimalString;
  /** Not yet decided. */
  readonly pending: DecimalString;
  /** From which accruals it was paid, the oldest first. */
  readonly from: readonly { readonly accrual: string; readonly amount: DecimalString }[];
  /** Why something was refused: `claimRefused`, `fundsShort`, `noProof`. */
  readonly reasons: readonly Reason[];
}

/** Where marketing funds stand at the end of a day. `balance` is `accrued` less `used` less `expired`. */
export interface MdfBalance {
  readonly balance: DecimalString;
  readonly accrued: DecimalString;
  readonly used: DecimalString;
  readonly expired: DecimalString;
  /** By day, then by id. */
  readonly claims: readonly MdfPayment[];
  /** By day, then by id: the order in which claims take them. */
  readonly lots: readonly MdfLot[];
}

/**
 * Returns where marketing funds stand at the end of a day. An approved claim takes the oldest accrual that has not expired
 * on its day; one beyond what is there is paid what is there, and the rest is refused. What is dated later is not known yet.
 *
 * @param ledger accruals and claims in any order
 * @param on the day
 * @throws SalesModelError `mdf.negative`, `ids.duplicate`, `policy.count`, `option.unknown`, `date.invalid`, `date.range`,
 *   `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { mdfBalance } from 'salesmodel/channel';
 *
 * const ledger = {
 *   currency: 'EUR', expiryDays: 365,
 *   accruals: [{ id: 'Q1', on: '2025-03-31', amount: '2000' }, { id: 'Q2', on: '2025-06-30', amount: '2400' }],
 *   claims: [{ id: 'fair', on: '2025-08-01', amount: '3000', proof: 'invoice 7', state: 'approved' }],
 * } as const;
 * mdfBalance(ledger, '2025-12-31').balance; // => '1400'
 * mdfBalance(ledger, '2025-12-31').claims[0]?.from; // => [{ accrual: 'Q1', amount: '2000' }, { accrual: 'Q2', amount: '1000' }]
 * mdfBalance(ledger, '2026-06-30').expired; // => '1400'
 */
export function mdfBalance(ledger: MdfLedger, on: PlainDate): MdfBalance {
  const today = dayNumber(on, ['on']);
  checkCount(ledger.expiryDays, 1, ['ledger', 'expiryDays']);
  const lots = dated(ledger.accruals, 'accruals', today).map(({ row: { id }, day, amount }) => ({
    id,
    day,
    end: day + ledger.expiryDays,
    left: amount,
  }));
  const accrued = lots.reduce((sum, { left }) => plus(sum, left), ZERO);
  const claims = dated(ledger.claims, 'claims', today).map(({ row, day, amount, path }) => {
    oneOf(row.state, CLAIM_STATES, [...path, 'state']);
    const live = lots.filter((lot) => lot.day <= day && day < lot.end);
    return settle(row, amount, live);
  });
  const used = claims.reduce((sum, { paid }) => plus(sum, toDecimal(paid)), ZERO);
  const expired = lots.reduce((sum, { end, left }) => (end <= today ? plus(sum, left) : sum), ZERO);
  return {
    balance: toText(minus(minus(accrued, used), expired)),
    accrued: toText(accrued),
    used: toText(used),
    expired: toText(expired),
    claims,
    lots: lots.map(({ id, end, left }) => ({
      accrual: id,
      left: toText(left),
      expiresOn: fromDayNumber(end, ['ledger', 'expiryDays']),
      live: today < end,
    })),
  };
}

interface Lot {
  readonly id: string;
  left: Decimal;
}

/** Pays a claim out of the lots that are live on its day. */
function settle({ id, state, proof }: MdfClaim, asked: Decimal, live: readonly Lot[]): MdfPayment {
  const reasons: Reason[] = [];
  const from: { accrual: string; amount: DecimalString }[] = [];
  if (state === 'refused') reasons.push({ code: 'claimRefused', params: {} });
  if (state === 'approved' && proof === undefined) reasons.push({ code: 'noProof', params: {} });
  let open = asked;
  if (state === 'approved' && reasons.length === 0) {
    for (const lot of live) {
      const amount = Decimal.min(lot.left, open);
      if (amount.isZero()) continue;
      lot.left = minus(lot.left, amount);
      open = minus(open, amount);
      from.push({ accrual: lot.id, amount: toText(amount) });
    }
    if (!open.isZero()) reasons.push({ code: 'fundsShort', params: { short: toText(open) } });
  }
  const isPending = state === 'submitted';
  return {
    claim: id,
    paid: toText(minus(asked, open)),
    refused: toText(isPending ? ZERO : open),
    pending: toText(isPending ? open : ZERO),
    from,
    reasons,
  };
}

interface Dated<Row> {
  readonly row: Row;
  readonly day: number;
  readonly amount: Decimal;
  readonly path: Path;
}

/** The rows up to a day by day and id, checked; those after it are checked as well. */
function dated<Row extends { readonly id: string; readonly on: PlainDate; readonly amount: DecimalString }>(
  rows: readonly Row[],
  name: 'accruals' | 'claims',
  today: number,
): readonly Dated<Row>[] {
  const seen = new Set<string>();
  return rows
    .map((row, at): Dated<Row> => {
      const path = ['ledger', name, at];
      if (seen.has(row.id)) failCore('ids.duplicate', [...path, 'id'], { id: row.id });
      seen.add(row.id);
      const amount = toDecimal(row.amount, [...path, 'amount']);
      if (amount.lt(0)) fail('mdf.negative', [...path, 'amount'], { value: toText(amount) });
      return { row, day: dayNumber(row.on, [...path, 'on']), amount, path };
    })
    .filter(({ day }) => day <= today)
    .sort((a, b) => a.day - b.day || compareText(a.row.id, b.row.id));
}
