import { fromDayNumber, type PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { NEVER } from './ladderWindows.js';
import type { ReadTierLadder } from './readTierLadder.js';
import type { TierFold } from './tierFold.js';
import type { TierInput } from './tierInput.js';
import { placeOf } from './tierLedger.js';

/** What a level still takes. */
export interface TierNeed {
  readonly level: string;
  /** 0 where the total reaches already. */
  readonly amount: DecimalString;
  /** First day on which it counts. */
  readonly from: PlainDate;
  /** Last day on which it counts, `null` where there is none. */
  readonly by: PlainDate | null;
}

/** What the next level and what the present one take, from the as-of day on. */
export function tierDistance(
  ladder: ReadTierLadder,
  { enrolled, ledger, bounds, scale }: TierInput,
  position: Pick<TierFold<bigint>, 'level' | 'expires' | 'judgedFrom' | 'due' | 'review' | 'pendingFrom' | 'setUntil'>,
  asOf: number,
): { readonly toNext: TierNeed | null; readonly toKeep: TierNeed | null } {
  const { windows, codes, window, graceDays } = ladder;
  const { level, expires, judgedFrom, due, review, pendingFrom, setUntil } = position;
  if (setUntil !== NEVER) return { toNext: null, toKeep: null };
  const need = (at: number, bound: bigint, from: number, end: number): TierNeed => {
    const { days, sums } = ledger;
    const place = (day: number): number => placeOf(days, day, 0, days.length);
    const missing = bound - (sums[place(Math.min(asOf + 1, end))]! - sums[place(from)]!);
    return {
      level: codes[at]!,
      amount: scaledText(missing > 0n ? missing : 0n, scale),
      from: fromDayNumber(Math.max(from, asOf)),
      by: end === NEVER ? null : fromDayNumber(end - 1),
    };
  };
  const windowEnd = window.kind === 'rolling' ? asOf + 1 : windows.endOf(asOf, enrolled!);
  const next =
    level + 1 < codes.length
      ? need(level + 1, bounds.enter[level + 1]!, windows.startOf(asOf, enrolled!), windowEnd)
      : null;
  if (level === 0 || ladder.validity === 'endOfWindow') return { toNext: next, toKeep: null };
  if (due !== NEVER) {
    const graceEnd = review + graceDays;
    return { toNext: next, toKeep: asOf < graceEnd ? need(level, bounds.stay[level]!, pendingFrom, graceEnd) : null };
  }
  if (expires === NEVER) return { toNext: next, toKeep: null };
  return { toNext: next, toKeep: need(level, bounds.stay[level]!, judgedFrom, expires) };
}
