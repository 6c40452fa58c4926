import { type DecimalLike, type DecimalString, times, toDecimal } from '../../../core/decimal.js';
import type { Reason } from '../../../core/errors.js';
import { fail as failCore } from '../../../core/fail.js';
import { scaledText } from '../../../core/fixed/scaledText.js';
import { ceilingOf, fractionOf } from '../../../core/fraction.js';
import { type NeededOptions, neededValue } from './neededValue.js';
import type { Normaliser } from './normaliser.js';
import { objectTable } from './objectTable.js';
import { readScorecard } from './readScorecard.js';
import type { ScoreFacts } from './scorecard.js';
import { checkInvertible } from './scoreNeeded.js';

/** The raw value that a score takes, or why none is enough. */
export type ActualNeeded =
  | {
      readonly ok: true;
      /** A multiple of the increment; `any` where every value is enough. */
      readonly value: DecimalString | 'any';
      /** Whether values above it are enough as well, or values below it. */
      readonly bound: 'atLeast' | 'atMost';
      /** What the value scores. */
      readonly score: DecimalString;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** The metric that is asked for. */
const ASKED = 'actual';
const SCALE = 6;

/**
 * Returns the raw value that is just enough for a score: the smallest one, or where less is better the greatest. Scores
 * are those of a scorecard, with 6 decimals. Without a value the reason is `unreachable` with the greatest score.
 *
 * @param score points to reach
 * @param normaliser how raw values are scored
 * @param options the step of the value, between which values to look, and the `facts` that the normaliser names
 * @throws SalesModelError those of `compileScorecard` that concern a normaliser, `scorecard.increment`,
 *   `scorecard.notInvertible` (`rank`, and `minMax` without bounds), `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { actualNeeded } from 'salesmodel/mechanisms/scoring';
 *
 * actualNeeded('80', { kind: 'attainment', target: '37' }, { increment: '1' });
 * // => { ok: true, value: '30', bound: 'atLeast', score: '81.081081' }
 * actualNeeded('80', { kind: 'attainment', target: '37', direction: 'lower' }, { increment: '0.1' });
 * // => { ok: true, value: '46.2', bound: 'atMost', score: '80.08658' }
 * actualNeeded('101', { kind: 'deduct', per: '5' }, { increment: '1' });
 * // => { ok: false, reasons: [{ code: 'unreachable', params: { supremum: '100' } }] }
 */
export function actualNeeded(
  score: DecimalLike,
  normaliser: Normaliser,
  options: NeededOptions & { readonly facts?: ScoreFacts },
): ActualNeeded {
  const goal = toDecimal(score, ['score']);
  const card = readScorecard({
    id: ASKED,
    itemScale: SCALE,
    items: [{ id: ASKED, metric: ASKED, weight: '1', normaliser }],
  });
  checkInvertible(card.items[0]!, normaliser.kind);
  const least = Number(ceilingOf(fractionOf(times(goal, toDecimal(10 ** SCALE)))));
  const table = objectTable([{ facts: options.facts ?? {} }], ({ path, error }) =>
    failCore(error.code as 'decimal.invalid', path, error.params),
  );
  const found = neededValue(
    card,
    0,
    table,
    table,
    options,
    ({ items }) => items[0]!.score[0]! >= least,
    (a, b) => a.items[0]!.score[0]! > b.items[0]!.score[0]!,
  );
  if (found.value === null) {
    const supremum = found.best && scaledText(found.best.items[0]!.score[0]!, SCALE);
    return { ok: false, reasons: [{ code: 'unreachable', params: { supremum } }] };
  }
  const { value, bound, scored } = found;
  return { ok: true, value, bound, score: scaledText(scored.items[0]!.score[0]!, SCALE) };
}
