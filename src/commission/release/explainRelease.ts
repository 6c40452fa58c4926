import { type Decimal, minus, toText } from '../../core/decimal.js';
import { type Explanation, explainLess, explainStep } from '../../core/explanation.js';
import type { ReleasedPart } from './releaseFacts.js';
import type { LineMove } from './releaseTimeline.js';

/**
 * What of an earning leaves what is held of it on a day: the part released to date, less what was released before, plus
 * what is set off against a clawback or lost. The values add up.
 *
 * @param from the earning, and behind it what says how large the part is
 */
export function releasedParts(
  { part, left, before, after, clawedBack, forfeited }: LineMove,
  from: readonly Explanation[],
): readonly Explanation[] {
  const earned = from.slice(0, 1);
  return [
    partOf('release.part', left, part, after.payable, from),
    ...nonZero(before.payable, (paid) => explainLess(explainStep('release.before', {}, toText(paid), earned), 'less')),
    ...nonZero(clawedBack, (amount) => explainStep('release.against', {}, toText(amount), earned)),
    ...nonZero(forfeited, (amount) => explainStep('release.lost', {}, toText(amount), earned)),
  ];
}

/**
 * What of an earning is not held at the end of the period that earned it, less all of it. The values add up to what is
 * held, with the opposite sign.
 *
 * @param earned the node of what can be held
 */
export function heldParts(last: LineMove | null, earned: Explanation, from: readonly Explanation[]): Explanation[] {
  const all = explainLess(earned, 'release.earned');
  if (last === null) return [all];
  const { part, left, after } = last;
  return [
    all,
    ...nonZero(after.payable, (paid) => partOf('release.part', left, part, paid, [earned, ...from])),
    ...nonZero(after.clawedBack, (amount) => explainStep('release.against', {}, toText(amount), [earned])),
    ...nonZero(after.forfeited, (amount) => explainStep('release.lost', {}, toText(amount), [earned])),
  ];
}

/** What of an earning is lost on a day: cancelled by a reversal, or all that was not released in time. The values add up. */
export function lostParts(
  { left, before, after, cancelled, expired }: LineMove,
  from: readonly Explanation[],
): readonly Explanation[] {
  const earned = from.slice(0, 1);
  const ofCancelled = nonZero(cancelled, (amount) =>
    explainStep('release.cancelled', {}, toText(amount.neg()), earned),
  );
  if (expired === null) return ofCancelled;
  const kept = minus(left, expired.amount);
  const lostBefore = minus(before.forfeited, minus(minus(after.forfeited, expired.amount), cancelled));
  return [
    ...ofCancelled,
    explainLess(explainStep('release.left', {}, toText(left), earned), 'less'),
    ...nonZero(kept, (amount) => partOf('release.kept', left, expired.kept, amount, from)),
    ...nonZero(lostBefore, (amount) => explainStep('release.lostBefore', {}, toText(amount), earned)),
  ];
}

/** A rounded part of an amount, written so that it can be calculated again. */
function partOf(
  code: string,
  left: Decimal,
  { part, of }: ReleasedPart,
  value: Decimal,
  from: readonly Explanation[],
): Explanation {
  return explainStep(code, { left: toText(left), part: toText(part), of: toText(of) }, toText(value), from);
}

function nonZero(amount: Decimal, explain: (amount: Decimal) => Explanation): readonly Explanation[] {
  return amount.isZero() ? [] : [explain(amount)];
}
