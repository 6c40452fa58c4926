import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { bandAt, readBands } from '../../mechanisms/scoring/bands/readBands.js';
import type { GradeBands } from '../../mechanisms/scoring/bands/gradeBands.js';
import { fail } from '../fail.js';

/** A lead that may be cared for. */
export interface NurtureLead {
  readonly id: string;
  readonly open: boolean;
  /** `null`: nobody knows. */
  readonly score: DecimalLike | null;
  /** The day of the last contact, `null` for none. */
  readonly lastTouch: PlainDate | null;
}

/** Which leads are cared for, and how often. */
export interface NurtureOptions {
  readonly asOf: PlainDate;
  /** From this score on a lead is for sales and leaves the queue. */
  readonly ready?: DecimalLike;
  /** Days between contacts by band of the score. */
  readonly cadence?: { readonly bands: GradeBands; readonly days: Readonly<Record<string, number>> };
}

/** A lead in the queue. */
export interface NurtureEntry {
  readonly id: string;
  readonly score: DecimalString | null;
  readonly lastTouch: PlainDate | null;
  /** With a cadence; `null` without one, and for those who were never touched. */
  readonly due: PlainDate | null;
  /** Days since it was due, `null` where `due` is. */
  readonly overdue: number | null;
}

/** Whom to care for next. Every lead stands in one of the lists. */
export interface NurtureQueue {
  readonly queue: readonly NurtureEntry[];
  /** With a cadence: those who are not due yet, by the day on which they are. */
  readonly waiting: readonly NurtureEntry[];
  /** Those who are none of the queue's, by id. */
  readonly left: readonly { readonly id: string; readonly reason: 'closed' | 'ready' | 'noCadence' }[];
}

/**
 * Returns whom to care for next: open leads by score down, then by the oldest last contact, then by id. With a cadence those
 * who are due come first, the longest overdue at the top, and those never contacted before all.
 *
 * @param leads with ids of their own
 * @param options as-of day, the score from which sales takes over, days between contacts
 * @throws SalesModelError `date.invalid`, `ids.duplicate`, `segmentation.lead.cadence`, `bands.order`, `bands.minMissing`,
 *   `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { nurtureQueue } from 'salesmodel/segmentation';
 *
 * const leads = [
 *   { id: 'a', open: true, score: 40, lastTouch: '2026-03-20' },
 *   { id: 'b', open: true, score: 80, lastTouch: '2026-03-01' },
 *   { id: 'c', open: true, score: 40, lastTouch: '2026-02-01' },
 *   { id: 'd', open: false, score: 10, lastTouch: null },
 * ];
 * const { queue, left } = nurtureQueue(leads, { asOf: '2026-03-31', ready: 75 });
 * queue.map(({ id }) => id); // => ['c', 'a']
 * left; // => [{ id: 'b', reason: 'ready' }, { id: 'd', reason: 'closed' }]
 */
export function nurtureQueue(leads: readonly NurtureLead[], options: NurtureOptions): NurtureQueue {
  const { asOf, cadence } = options;
  const today = dayNumber(asOf, ['asOf']);
  const ready = options.ready === undefined ? null : toDecimal(options.ready, ['ready']);
  const bands = cadence === undefined ? null : readBands(cadence.bands, ['cadence']);
  for (const { id } of bands ?? []) {
    const days = cadence!.days[id];
    if (days !== undefined && (!Number.isSafeInteger(days) || days < 1)) {
      fail('segmentation.lead.cadence', ['cadence', 'days', id], { value: days });
    }
  }
  const ids = new Set<string>();
  const left: { id: string; reason: 'closed' | 'ready' | 'noCadence' }[] = [];
  const rows: (NurtureEntry & { readonly value: Decimal | null })[] = [];
  leads.forEach(({ id, open, score, lastTouch }, at) => {
    if (ids.has(id)) failCore('ids.duplicate', ['leads', at, 'id'], { id });
    ids.add(id);
    const value = score === null ? null : toDecimal(score, ['leads', at, 'score']);
    const last = lastTouch === null ? null : dayNumber(lastTouch, ['leads', at, 'lastTouch']);
    const isReady = ready !== null && value !== null && value.gte(ready);
    if (!open || isReady) {
      left.push({ id, reason: open ? 'ready' : 'closed' });
      return;
    }
    const band = bands === null || value === null ? undefined : bands[bandAt(bands, value)]?.id;
    const days = band === undefined ? undefined : cadence!.days[band];
    if (bands !== null && days === undefined) {
      left.push({ id, reason: 'noCadence' });
      return;
    }
    const due = days === undefined || last === null ? null : last + days;
    rows.push({
      id,
      score: value && toText(value),
      lastTouch,
      due: due === null ? null : fromDayNumber(due),
      overdue: due === null ? null : today - due,
      value,
    });
  });
  const byScore = (a: (typeof rows)[number], b: (typeof rows)[number]): number =>
    a.value === null || b.value === null ? Number(a.value === null) - Number(b.value === null) : b.value.cmp(a.value);
  const byId = (a: { id: string }, b: { id: string }): number => compareText(a.id, b.id);
  const isDue = ({ overdue }: NurtureEntry): boolean => overdue === null || overdue >= 0;
  const queue = rows.filter(isDue).sort((a, b) => {
    if (bands !== null) return longest(a, b) || byScore(a, b) || byId(a, b);
    return byScore(a, b) || compareText(a.lastTouch ?? '', b.lastTouch ?? '') || byId(a, b);
  });
  const waiting = rows
    .filter((row) => !isDue(row))
    .sort((a, b) => compareText(a.due!, b.due!) || byScore(a, b) || byId(a, b));
  const entry = ({ id, score, lastTouch, due, overdue }: NurtureEntry): NurtureEntry => ({
    id,
    score,
    lastTouch,
    due,
    overdue,
  });
  return { queue: queue.map(entry), waiting: waiting.map(entry), left: left.sort(byId) };
}

function longest(a: NurtureEntry, b: NurtureEntry): number {
  if (a.overdue === null || b.overdue === null) return Number(b.overdue === null) - Number(a.overdue === null);
  return b.overdue - a.overdue;
}
