import type { DecimalString } from '../../../core/decimal.js';
import type { Reason } from '../../../core/errors.js';
import { fail as failCore } from '../../../core/fail.js';
import { scaledText } from '../../../core/fixed/scaledText.js';
import { fail } from '../fail.js';
import { groupTable } from './compileScorecard.js';
import { type NeededOptions, neededValue } from './neededValue.js';
import { objectTable } from './objectTable.js';
import { type CheckedItem, readScorecard } from './readScorecard.js';
import type { Scorecard, ScoreFacts, ScoreItem } from './scorecard.js';
import type { ScoreOptions } from './scoreScorecard.js';
import type { ScoredTable } from './scoreTable.js';

/** The raw value that a grade takes, or why none is enough. */
export type ScoreNeeded =
  | {
      readonly ok: true;
      /** A multiple of the increment; `any` where every value is enough. */
      readonly value: DecimalString | 'any';
      /** Whether values above it are enough as well, or values below it. */
      readonly bound: 'atLeast' | 'atMost';
      /** With that value. */
      readonly total: DecimalString;
      readonly grade: string | null;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the raw value of one item that is just enough for a grade, all other facts as they are: the smallest one, or
 * where less is better the greatest. Gates are kept. Without one the reason is `unreachable` with the greatest total that a value
 * gives, or `metricShared` where other items read the same metric.
 *
 * @param card items, gates, grades
 * @param facts all other metrics; that of the item is not read
 * @param item id of the item
 * @param grade id of a band of the card
 * @param options the step of the value, between which values to look, the group, last known scores
 * @throws SalesModelError those of `compileScorecard`, `scorecard.unknownItem`, `scorecard.unknownGrade`,
 *   `scorecard.increment`, `scorecard.notInvertible` (`rank`, and `minMax` without bounds), `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { scoreNeeded, type Scorecard } from 'salesmodel/mechanisms/scoring';
 *
 * const card: Scorecard = {
 *   id: 'sales',
 *   items: [
 *     { id: 'revenue', metric: 'revenue', weight: '70', normaliser: { kind: 'attainment', target: '500000', capAt: '1' } },
 *     { id: 'complaints', metric: 'complaints', weight: '30', normaliser: { kind: 'deduct', per: '15' } },
 *   ],
 *   bands: { bands: [{ id: 'A', min: '90' }, { id: 'B' }] },
 * };
 * scoreNeeded(card, { complaints: 1 }, 'revenue', 'A', { increment: '1000' });
 * // => { ok: true, value: '461000', bound: 'atLeast', total: '90.04', grade: 'A' }
 * scoreNeeded(card, { complaints: 3 }, 'revenue', 'A', { increment: '1000' });
 * // => { ok: false, reasons: [{ code: 'unreachable', params: { grade: 'A', supremum: '86.50' } }] }
 * scoreNeeded(card, { revenue: '480000' }, 'complaints', 'A', { increment: '1' });
 * // => { ok: true, value: '1', bound: 'atMost', total: '92.70', grade: 'A' }
 */
export function scoreNeeded(
  card: Scorecard,
  facts: ScoreFacts,
  item: string,
  grade: string,
  options: NeededOptions & ScoreOptions,
): ScoreNeeded {
  const checked = readScorecard(card);
  const at = checked.items.findIndex(({ id }) => id === item);
  if (at < 0) fail('scorecard.unknownItem', ['item'], { item });
  const bands = checked.bands ?? [];
  const wanted = bands.findIndex(({ id }) => id === grade);
  if (wanted < 0) fail('scorecard.unknownGrade', ['grade'], { grade });
  const asked = checked.items[at]!;
  checkInvertible(asked, card.items[asked.at]!.normaliser.kind);
  const others = card.items.filter((other) => other.id !== item && reads(other, asked.metric)).map(({ id }) => id);
  if (others.length > 0) {
    return { ok: false, reasons: [{ code: 'metricShared', params: { metric: asked.metric, items: others.sort() } }] };
  }
  const { group, lastScores } = options;
  const table = objectTable([lastScores === undefined ? { facts } : { facts, lastScores }], ({ path, error }) =>
    failCore(error.code as 'decimal.invalid', path, error.params),
  );
  const found = neededValue(
    checked,
    at,
    table,
    groupTable(group) ?? table,
    options,
    (scored) => scored.grade[0]! >= 0 && scored.grade[0]! <= wanted,
    (a, b) => a.total[0]! > b.total[0]!,
  );
  const total = (scored: ScoredTable): string => scaledText(scored.total[0]!, checked.scale, checked.scale);
  if (found.value === null) {
    const supremum = found.best && total(found.best);
    return { ok: false, reasons: [{ code: 'unreachable', params: { grade, supremum } }] };
  }
  const { value, bound, scored } = found;
  return { ok: true, value, bound, total: total(scored), grade: bands[scored.grade[0]!]?.id ?? null };
}

/** @throws SalesModelError `scorecard.notInvertible` */
export function checkInvertible({ source }: CheckedItem, kind: string): void {
  if (source.kind === 'rank' || source.kind === 'minMax') fail('scorecard.notInvertible', ['item'], { kind });
}

function reads({ metric, normaliser }: ScoreItem, asked: string): boolean {
  if (metric === asked) return true;
  return Object.values(normaliser).some(
    (figure: unknown) => figure === asked || (figure as { metric?: unknown } | null)?.metric === asked,
  );
}
