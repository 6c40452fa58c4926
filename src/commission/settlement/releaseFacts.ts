import { dayNumber } from '../../core/date.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import type { Gate } from '../modifier/gate.js';
import type { CollectedAmount, ReleaseFacts } from '../release/releaseFacts.js';
import { collectionKinds, type Rows } from '../run/rows.js';
import type { RunEvent } from '../schema.js';
import type { SettledLine } from './settledLine.js';

/** An event with its day read. */
export interface DatedEvent {
  readonly type: string;
  readonly day: number;
  readonly payeeId?: string;
  readonly transactionId?: string;
}

/** What the releases of a payee's lines depend on besides the lines. */
export interface ReleaseContext {
  readonly rows: Rows;
  readonly asOf: number;
  /** By day, none after `asOf`. */
  readonly events: readonly DatedEvent[];
  readonly payeeId: string;
  readonly spanEnds: readonly number[];
  holds(when: Gate, day: number): boolean;
}

/** What of a line decides when it is released. */
export type ReleasedLine = Pick<SettledLine, 'row' | 'day' | 'isCollected'>;

/** Events that are known, by day. */
export function datedEvents(events: readonly RunEvent[], asOf: number): readonly DatedEvent[] {
  return events
    .map(({ date, ...event }) => ({ ...event, day: dayNumber(date) }))
    .filter(({ day }) => day <= asOf)
    .sort((a, b) => a.day - b.day);
}

/** What the release of a line depends on, read from its row. */
export function releaseFacts(line: ReleasedLine, context: ReleaseContext): ReleaseFacts {
  const { rows, events, payeeId, spanEnds, holds } = context;
  const { row } = line;
  const transactionId = row < 0 ? undefined : rows.id(row);
  const concerns = (event: DatedEvent): boolean =>
    (event.payeeId === undefined || event.payeeId === payeeId) &&
    (event.transactionId === undefined || event.transactionId === transactionId);
  return {
    date: line.day,
    // Money that came in is collected, and an amount of the span has no customer to wait for.
    owed: row < 0 || line.isCollected ? null : decimalAt(rows.amount, row),
    collections: row < 0 ? [] : collectionsOf(rows, row, context.asOf),
    eventDay: (type) => events.find((event) => event.type === type && concerns(event))?.day ?? null,
    namedDay: (name) => (row < 0 ? null : namedDay(rows, row, name)),
    spanEnds,
    holds,
  };
}

/** A named date of a row. */
export function namedDay(rows: Rows, row: number, name: string): number | null {
  const date = rows.field(`dates.${name}`)(row);
  const day = typeof date === 'string' ? parseDay(date) : NO_DAY;
  return day === NO_DAY ? null : day;
}

function collectionsOf({ collections }: Rows, row: number, asOf: number): CollectedAmount[] {
  const known: CollectedAmount[] = [];
  if (collections === null) return known;
  const { offset, day, amount, kind, id: idOf } = collections;
  for (let at = offset[row]!; at < offset[row + 1]!; at += 1) {
    if (day[at]! > asOf) continue;
    const id = idOf(at);
    known.push({
      ...(id === undefined ? {} : { id }),
      day: day[at]!,
      amount: decimalAt(amount, at),
      kind: collectionKinds[kind[at]!]!,
    });
  }
  return known;
}
