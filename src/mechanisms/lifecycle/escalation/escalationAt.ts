import type { PlainDate } from '../../../core/date.js';
import { type DecimalString, toText } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import type { Instant } from '../../../core/instant.js';
import { oneOf } from '../../../core/oneOf.js';
import { quotient } from '../elapsedDays.js';
import { fail } from '../fail.js';
import { advancePast, countedOutside, pausesOf } from '../sla/pauses.js';
import { timelineOf } from '../sla/timeline.js';
import { timeLike, timeOf } from '../time.js';
import { checkPolicy } from './checkPolicy.js';
import type { EscalationCase, EscalationEvent, EscalationPolicy } from './escalationPolicy.js';

/** Where a case stands on the levels of its policy. */
export interface Escalation<L extends string = string> {
  readonly level: L;
  /** When the level began. */
  readonly since: PlainDate | Instant;
  /** When the next level begins; `null` where time alone leads no further. */
  readonly due: PlainDate | Instant | null;
  /** Units since the level below ran out of time; `0` where the level began otherwise. */
  readonly overdueBy: DecimalString;
  /** Levels that a risen severity passed over, in the order of time. */
  readonly skipped: readonly { readonly level: L; readonly at: PlainDate | Instant }[];
  /** How and when the case ended; `null` while it has not. */
  readonly closed: { readonly type: 'resolved' | 'withdrawn'; readonly at: PlainDate | Instant } | null;
  /** The level above; `null` at the highest and for a case that has ended. */
  readonly nextLevel: L | null;
}

/** At one time: the severity first, then the level that fails, then the end. */
const TYPES = ['severity', 'failed', 'resolved', 'withdrawn'] as const;

/**
 * Returns the level of a case as of a time. A level is held from its beginning up to its due time, when the next begins;
 * `failed` and a risen severity lift the case at once, and levels never go down. However many levels passed between two
 * looks, the result is the same.
 *
 * @param policy levels, clock, starts by severity
 * @param facts opening, severity and events of the case; what comes after the as-of time is not known yet
 * @param asOf of the kind of the case's own times
 * @throws SalesModelError `escalation.beforeOpen`, `escalation.severity`, `escalation.steps`, `escalation.level`,
 *   `ids.duplicate`, and the errors of `slaDue`
 * @example
 * import { escalationAt } from 'salesmodel/mechanisms/lifecycle';
 *
 * const policy = {
 *   steps: [{ level: 'talks', within: 14 }, { level: 'mediation', within: 30 }, { level: 'arbitration', within: null }],
 *   clock: { unit: 'day' },
 * } as const;
 * const { level, since, due, overdueBy } = escalationAt(policy, { openedAt: '2026-03-01' }, '2026-03-20');
 * [level, since, due, overdueBy]; // => ['mediation', '2026-03-15', '2026-04-14', '5']
 */
export function escalationAt<const L extends string>(
  policy: EscalationPolicy<L>,
  facts: EscalationCase,
  asOf: PlainDate | Instant,
): Escalation<L> {
  checkPolicy(policy);
  const { steps, clock } = policy;
  const { openedAt, severity, events = [], visits = [] } = facts;
  const timeline = timelineOf(clock, openedAt, ['case', 'openedAt'], ['policy', 'clock']);
  const known = timeLike(asOf, openedAt, ['asOf']);
  const opened = timeOf(openedAt, ['case', 'openedAt']);
  if (known < opened) fail('escalation.beforeOpen', ['asOf'], { openedAt, value: asOf });
  const happened = inOrder(events, openedAt).filter(({ time }) => time <= known);

  const end = happened.find(({ event }) => event.type === 'resolved' || event.type === 'withdrawn');
  const limit = timeline.read(end?.event.at ?? asOf, []);
  let index = startOf(policy, severity, ['case', 'severity']);
  let since = timeline.read(openedAt, []);
  let sinceText = openedAt;
  let ranOut = false;
  const skipped: { level: L; at: PlainDate | Instant }[] = [];
  const due = (): number | null => {
    const { within } = steps[index]!;
    if (within === null) return null;
    return advancePast(timeline, since, within * timeline.unit, pausesOf(visits, clock, timeline, since, limit));
  };
  const letTimePass = (until: number): void => {
    for (let next = due(); next !== null && next <= until; next = due()) {
      index += 1;
      since = next;
      sinceText = timeline.write(next);
      ranOut = true;
    }
  };
  const lift = (to: number, at: PlainDate | Instant): void => {
    if (to <= index || to >= steps.length) return;
    for (const { level } of steps.slice(index + 1, to)) skipped.push({ level, at });
    index = to;
    since = timeline.read(at, []);
    sinceText = at;
    ranOut = false;
  };

  for (const { event, path } of happened) {
    letTimePass(timeline.read(event.at, []));
    if (event.type === 'severity') lift(startOf(policy, event.severity, [...path, 'severity']), event.at);
    else if (event.type === 'failed') lift(index + 1, event.at);
    else break;
  }
  letTimePass(limit);

  const next = due();
  const late = ranOut ? countedOutside(timeline, since, limit, pausesOf(visits, clock, timeline, since, limit)) : 0;
  const closing = end?.event as { type: 'resolved' | 'withdrawn'; at: PlainDate | Instant } | undefined;
  return {
    level: steps[index]!.level,
    since: sinceText,
    due: next === null ? null : timeline.write(next),
    overdueBy: toText(quotient(late, timeline.unit)),
    skipped,
    closed: closing === undefined ? null : { type: closing.type, at: closing.at },
    nextLevel: closing === undefined ? (steps[index + 1]?.level ?? null) : null,
  };
}

interface Happened {
  readonly event: EscalationEvent;
  readonly time: number;
  readonly path: Path;
}

function inOrder(events: readonly EscalationEvent[], openedAt: PlainDate | Instant): readonly Happened[] {
  const opened = timeOf(openedAt, ['case', 'openedAt']);
  const read = events.map((event, index): Happened => {
    const path = ['case', 'events', index];
    oneOf(event.type, TYPES, [...path, 'type']);
    const time = timeLike(event.at, openedAt, [...path, 'at']);
    if (time < opened) fail('escalation.beforeOpen', [...path, 'at'], { openedAt, value: event.at });
    return { event, time, path };
  });
  const keyOf = ({ event, time }: Happened): string =>
    JSON.stringify([time, event.seq ?? 0, event.type, event.type === 'severity' ? event.severity : null]);
  // The same instant may be written with several offsets; the spelling that comes first stands for all.
  const distinct = new Map<string, Happened>();
  for (const each of read.toSorted((a, b) => (a.event.at < b.event.at ? 1 : -1))) distinct.set(keyOf(each), each);
  const rank = ({ event }: Happened): number => TYPES.indexOf(event.type);
  return [...distinct.values()].sort(
    (a, b) =>
      a.time - b.time || (a.event.seq ?? 0) - (b.event.seq ?? 0) || rank(a) - rank(b) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

/** The level at which a severity starts. */
function startOf({ steps, startBySeverity }: EscalationPolicy, severity: string | undefined, path: Path): number {
  if (startBySeverity === undefined) return 0;
  const level =
    severity !== undefined && Object.hasOwn(startBySeverity, severity) ? startBySeverity[severity] : undefined;
  if (level === undefined) {
    fail('escalation.severity', path, { expected: Object.keys(startBySeverity).join(' | '), value: severity ?? null });
  }
  return steps.findIndex((step) => step.level === level);
}
