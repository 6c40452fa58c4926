import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalString, toDecimal, ZERO } from '../../core/decimal.js';
import { type Explanation, explainInput, explainStep, explainSum } from '../../core/explanation.js';
import { oneOf } from '../../core/oneOf.js';
import { ROUNDING_MODES, toIncrement } from '../../core/rounding.js';
import { dayRange } from '../../core/span.js';
import type { MoneyRounding } from '../clawback/clawback.js';
import type { Collection, Release } from '../schema.js';
import { amountText } from '../statement/amountText.js';
import { compileRelease } from './compileRelease.js';
import { releasedParts } from './explainRelease.js';
import { quotientRounding } from './quotientRounding.js';
import type { ReleaseCause, ReleaseFacts } from './releaseFacts.js';
import { type LineReversal, releaseTimeline } from './releaseTimeline.js';

/** An earning and what has happened since. */
export interface ReleaseCase {
  readonly earned: DecimalString;
  /** Credit date. */
  readonly date: PlainDate;
  /** Amount of the transaction, in its currency. Default: there is nothing to wait for. */
  readonly owed?: DecimalString;
  /** In the transaction's currency. */
  readonly collections?: readonly Collection[];
  /** Named dates of the transaction. */
  readonly dates?: Readonly<Record<string, PlainDate>>;
  /** What happened to the transaction or its payee: `holdReleased`, `goLive` … */
  readonly events?: readonly { readonly type: string; readonly date: PlainDate }[];
  /** What conditions are decided by, span by span: `score.mbo`, `attainment.new`, `payee.grade` … */
  readonly facts?: readonly {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly values: Readonly<Record<string, string | boolean>>;
  }[];
  /** What was clawed back of the earning, as {@link clawback} returns it, and the part of `owed` that was reversed. */
  readonly clawbacks?: readonly {
    readonly date: PlainDate;
    readonly amount: DecimalString;
    readonly cancelled?: DecimalString;
    readonly reversed?: DecimalString;
  }[];
  /** Last day that counts. Default: everything that is stated or due. */
  readonly asOf?: PlainDate;
}

/** What a day releases of an earning, or takes away from it for good. */
export interface ReleaseStep {
  readonly date: PlainDate;
  /** Signed: a refund takes release back. */
  readonly amount: DecimalString;
  readonly cause: ReleaseCause;
}

/** How an earning became payable. earned = releases + forfeits + held. */
export interface ReleaseOutcome {
  readonly releases: readonly ReleaseStep[];
  readonly forfeits: readonly ReleaseStep[];
  /** Sum of the releases. */
  readonly released: DecimalString;
  readonly forfeited: DecimalString;
  readonly held: DecimalString;
  readonly explanation: Explanation;
}

/**
 * Returns when how much of an earning becomes payable. Each release is the part released to date, rounded, less what was
 * released before: the releases of a complete collection are the earning, however many payments there were. What is held
 * of a part that is clawed back is released against the clawback, so that only released money lowers pay.
 *
 * @param policy `immediate`, `onCollection`, `schedule`, `holdback` or `hold`
 * @param line the earning, what is owed for it and what has happened since
 * @param rounding `increment` (default `"0.01"`) and `mode` (default `halfEven`)
 * @throws SalesModelError `plan.scheduleSum` (shares that do not add up to 1), `plan.share`, `plan.holdbackEnd`,
 * `plan.wholeNumber`, `option.unknown`, `rounding.increment`, `date.invalid`, `period.order`, `decimal.invalid`,
 * `decimal.tooLong` and those of rules
 * @example
 * import { release } from 'salesmodel/commission';
 *
 * const onCollection = release(
 *   { kind: 'onCollection' },
 *   {
 *     earned: '100.00',
 *     date: '2026-01-15',
 *     owed: '300',
 *     collections: [
 *       { date: '2026-02-10', amount: '100', kind: 'payment' },
 *       { date: '2026-03-10', amount: '100', kind: 'payment' },
 *     ],
 *   },
 * );
 * onCollection.releases.map(({ date, amount }) => [date, amount]);
 * // => [['2026-02-10', '33.33'], ['2026-03-10', '33.34']]
 * onCollection.held; // => '33.33'
 */
export function release(policy: Release, line: ReleaseCase, rounding: MoneyRounding = {}): ReleaseOutcome {
  const compiled = compileRelease(policy, ['policy']);
  const increment = toIncrement(rounding.increment ?? '0.01', ['rounding', 'increment']);
  const mode = oneOf(rounding.mode ?? 'halfEven', ROUNDING_MODES, ['rounding', 'mode']);
  const money = (amount: Decimal): string => amountText(amount, increment);
  const until = line.asOf === undefined ? Infinity : dayNumber(line.asOf, ['asOf']);
  const { moves, state } = releaseTimeline(
    compiled,
    readFacts(line, until),
    toDecimal(line.earned, ['earned']),
    readClawbacks(line),
    quotientRounding(increment, mode),
    until,
  );
  const steps = (read: (move: (typeof moves)[number]) => Decimal): ReleaseStep[] =>
    moves
      .filter((move) => !read(move).isZero())
      .map((move) => ({ date: fromDayNumber(move.day), amount: money(read(move)), cause: move.cause }));
  const explanation = explainSum(
    'release.sum',
    {},
    moves
      .filter(({ released }) => !released.isZero())
      .map((move) =>
        explainStep(
          'release.step',
          { date: fromDayNumber(move.day), cause: move.cause.kind, additive: true },
          money(move.released),
          releasedParts({ ...move, forfeited: ZERO }, [
            explainInput(['earned'], line.earned),
            ...(line.owed === undefined ? [] : [explainInput(['owed'], line.owed)]),
          ]),
        ),
      ),
  );
  const released = moves.reduce((sum, move) => sum.plus(move.released), ZERO);
  return {
    releases: steps((move) => move.released),
    forfeits: steps((move) => move.forfeited),
    released: money(released),
    forfeited: money(state.forfeited),
    held: money(state.held),
    explanation,
  };
}

function readFacts(line: ReleaseCase, until: number): ReleaseFacts {
  const { owed, collections = [], events = [], dates = {}, facts = [] } = line;
  const happened = events.map(({ type, date }, index) => ({ type, day: dayNumber(date, ['events', index, 'date']) }));
  const days = new Map(Object.entries(dates).map(([name, date]) => [name, dayNumber(date, ['dates', name])]));
  const spans = facts
    .map(({ from, to, values }, index) => ({ ...dayRange({ from, to }, ['facts', index]), values }))
    .toSorted((a, b) => a.start - b.start);
  return {
    date: dayNumber(line.date, ['date']),
    owed: owed === undefined ? null : toDecimal(owed, ['owed']),
    collections: collections
      .map(({ id, date, amount, kind }, index) => ({
        ...(id === undefined ? {} : { id }),
        day: dayNumber(date, ['collections', index, 'date']),
        amount: toDecimal(amount, ['collections', index, 'amount']),
        kind: oneOf(kind, ['payment', 'refund', 'creditMemo'], ['collections', index, 'kind']),
      }))
      .filter(({ day }) => day <= until)
      .toSorted((a, b) => a.day - b.day),
    eventDay: (type) => {
      const own = happened.filter((event) => event.type === type && event.day <= until).map(({ day }) => day);
      return own.length === 0 ? null : Math.min(...own);
    },
    namedDay: (name) => days.get(name) ?? null,
    spanEnds: spans.map(({ end }) => end - 1),
    holds: (when, day) => {
      const span = spans.find(({ start, end }) => start <= day && day < end);
      return span !== undefined && when({ get: (field) => span.values[field] }) === true;
    },
  };
}

function readClawbacks({ clawbacks = [] }: ReleaseCase): LineReversal[] {
  return clawbacks.map(({ date, amount, cancelled = '0', reversed = '0' }, index) => {
    const at = ['clawbacks', index];
    const taken = {
      clawback: toDecimal(amount, [...at, 'amount']).neg(),
      cancelled: toDecimal(cancelled, [...at, 'cancelled']),
    };
    const owed = toDecimal(reversed, [...at, 'reversed']).abs();
    return { day: dayNumber(date, [...at, 'date']), owed, take: () => taken };
  });
}
