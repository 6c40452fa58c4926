import { type Decimal, minus, plus, times, ZERO } from '../../core/decimal.js';
import type { ReversalFigures } from '../clawback/explainReversal.js';
import type { TakenBack } from '../clawback/reversedPart.js';
import type { QuotientRounding } from './quotientRounding.js';
import type { CompiledRelease, ReleaseCause, ReleasedPart, ReleaseFacts } from './releaseFacts.js';

/** An earning as it stands while it is released and taken back: earned = clawed back + forfeited + held + payable. */
export interface LineState {
  readonly clawedBack: Decimal;
  /** Lost by expiry or a condition, and cancelled by reversals. */
  readonly forfeited: Decimal;
  readonly held: Decimal;
  /** Released and not clawed back. */
  readonly payable: Decimal;
}

/** What takes part of an earning back on a day. */
export interface LineReversal {
  readonly day: number;
  /** Reversing transaction. */
  readonly id?: string;
  /** How much of what the customer owes is reversed, positive. */
  readonly owed: Decimal;
  /** Reversing rows to date, and what the amount is made of once it is taken. */
  readonly rows?: readonly number[];
  readonly figures?: () => ReversalFigures;
  /** What it takes beside of what caps have put off: that was never there to be released. Signed, positive as taken back. */
  readonly putOff?: Decimal;
  take(state: LineState): TakenBack;
}

/** What a day did to an earning. Amounts are signed: what a refund takes back from release is a negative release. */
export interface LineMove {
  readonly day: number;
  readonly cause: ReleaseCause;
  readonly released: Decimal;
  readonly forfeited: Decimal;
  readonly clawedBack: Decimal;
  /** Part of `left` that is released now. */
  readonly part: ReleasedPart;
  /** What is not taken back of the earning. */
  readonly left: Decimal;
  readonly before: LineState;
  readonly after: LineState;
  /** Part of what a reversal takes back that was not paid and is not going to be. */
  readonly cancelled: Decimal;
  /** What is lost of `left` since waiting is over, with the part that had been released by then; `null` before. */
  readonly expired: { readonly amount: Decimal; readonly kept: ReleasedPart } | null;
  readonly reversal: LineReversal | null;
}

/** Everything that happens to an earning until a day. */
export interface LineTimeline {
  readonly moves: readonly LineMove[];
  readonly state: LineState;
}

/**
 * Releases one earning and takes parts of it back, day by day. What is payable is always the released part of what is
 * left of the earning, rounded once: so parts end at the whole, and what was never released is never taken from pay.
 *
 * @param until last day that counts
 */
export function releaseTimeline(
  release: CompiledRelease,
  facts: ReleaseFacts,
  earned: Decimal,
  reversals: readonly LineReversal[],
  round: QuotientRounding,
  until: number,
): LineTimeline {
  const lost = release.lost(facts);
  const onTime = (day: number): number => Math.max(day, facts.date);
  const steps = [
    ...release.changes(facts).map(({ day, cause }) => ({ day: onTime(day), order: 0, cause, reversal: null })),
    ...(lost === null ? [] : [{ day: onTime(lost.day), order: 1, cause: lost.cause, reversal: null }]),
    ...reversals.map((reversal) => ({
      day: onTime(reversal.day),
      order: 2,
      cause: { kind: 'reversal', ...(reversal.id === undefined ? {} : { id: reversal.id }) },
      reversal,
    })),
  ]
    .filter(({ day }) => day <= until)
    .sort((a, b) => a.day - b.day || a.order - b.order);

  let state: LineState = { clawedBack: ZERO, forfeited: ZERO, held: earned, payable: ZERO };
  let cancelled = ZERO;
  let reversed = ZERO;
  let most: ReleasedPart | null = null;
  const moves: LineMove[] = [];
  for (const { day, order, cause, reversal } of steps) {
    let { clawedBack } = state;
    const cancelledBefore = cancelled;
    if (reversal !== null) {
      const taken = reversal.take(state);
      clawedBack = plus(clawedBack, taken.clawback);
      cancelled = plus(cancelled, taken.cancelled);
      reversed = plus(reversed, reversal.owed);
    }
    let part = release.part(facts, day, reversed);
    if (order === 1) most = part;
    // A reversal lowers what is owed: what was collected in time is a larger part of it then.
    else if (most !== null && lost?.isInProportion === true) most = release.part(facts, onTime(lost.day), reversed);
    if (most !== null && isLess(most, part)) part = most;
    const left = minus(minus(earned, clawedBack), cancelled);
    const payable = round(left, part.part, part.of);
    const expired = most === null ? ZERO : minus(left, round(left, most.part, most.of));
    const next: LineState = {
      clawedBack,
      forfeited: plus(cancelled, expired),
      held: minus(minus(left, payable), expired),
      payable,
    };
    const move: LineMove = {
      day,
      cause,
      part,
      left,
      before: state,
      after: next,
      cancelled: minus(cancelled, cancelledBefore),
      expired: most === null ? null : { amount: expired, kept: most },
      reversal,
      clawedBack: minus(clawedBack, state.clawedBack),
      forfeited: minus(next.forfeited, state.forfeited),
      released: minus(minus(state.held, next.held), minus(next.forfeited, state.forfeited)),
    };
    const takesPutOff = reversal?.putOff?.isZero() === false;
    if (takesPutOff || !(move.clawedBack.isZero() && move.forfeited.isZero() && move.released.isZero()))
      moves.push(move);
    state = next;
  }
  return { moves, state };
}

function isLess(a: ReleasedPart, b: ReleasedPart): boolean {
  return times(a.part, b.of).lt(times(b.part, a.of));
}
