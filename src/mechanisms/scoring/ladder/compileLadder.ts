import { type Decimal, toDecimal, toText } from '../../../core/decimal.js';
import { compareText } from '../../../core/compareText.js';
import type { Path, Reason } from '../../../core/errors.js';
import { fail } from '../fail.js';
import type {
  GradeAssignment,
  GradeLadder,
  LadderMetrics,
  LadderPeriod,
  LadderState,
  LadderStep,
} from './gradeLadder.js';
import { type Bounds, type CheckedLadder, readLadder } from './readLadder.js';

/** A ladder that was checked once, for many members and reviews. */
export interface LadderEvaluator {
  /** What one review makes of a grade. */
  readonly assign: (state: LadderState, metrics: LadderMetrics) => GradeAssignment;
  /** What reviews in the order of time make of a grade, one after another. */
  readonly run: (start: LadderState, periods: readonly LadderPeriod[]) => LadderStep[];
}

/**
 * Checks a ladder and returns what assigns its grades.
 *
 * @param ladder grades from the lowest to the highest
 * @throws SalesModelError `ladder.empty`, `ladder.lowest`, `ladder.enterMissing`, `ladder.stayAboveEnter`, `ladder.count`,
 *   `ids.duplicate`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`; the evaluator `ladder.unknownGrade`,
 *   `ladder.count`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { compileLadder } from 'salesmodel/mechanisms/scoring';
 *
 * const { assign } = compileLadder({
 *   grades: [{ id: 'bronze' }, { id: 'silver', enter: [{ metric: 'score', min: '50' }], stay: [{ metric: 'score', min: '45' }] }],
 * });
 * assign({ grade: 'bronze' }, { score: '52' }).grade; // => 'silver'
 * assign({ grade: 'bronze' }, { score: '47' }).grade; // => 'bronze'
 * assign({ grade: 'silver' }, { score: '47' }).grade; // => 'silver'
 */
export function compileLadder(ladder: GradeLadder): LadderEvaluator {
  const checked = readLadder(ladder);
  return {
    assign: (state, metrics) => assign(checked, state, metrics, ['state'], ['metrics']),
    run(start, periods) {
      let state = start;
      return periods.map(({ period, metrics }, at): LadderStep => {
        const assignment = assign(checked, state, metrics, ['start'], ['periods', at, 'metrics']);
        state = assignment;
        return { period, ...assignment };
      });
    },
  };
}

function assign(
  ladder: CheckedLadder,
  state: LadderState,
  metrics: LadderMetrics,
  statePath: Path,
  path: Path,
): GradeAssignment {
  const { ids, enter, stay, promoteAfter, demoteAfter, maxUp, maxDown } = ladder;
  const { grade, upStreak = 0, downStreak = 0 } = state;
  const now = ids.indexOf(grade);
  if (now < 0) fail('ladder.unknownGrade', [...statePath, 'grade'], { expected: ids.join(' | '), grade });
  checkStreak(upStreak, [...statePath, 'upStreak']);
  checkStreak(downStreak, [...statePath, 'downStreak']);
  const values = readMetrics(ladder, metrics, path);

  const absent = ladder.metrics.filter((metric) => !values.has(metric));
  if (ladder.holds && absent.length > 0) {
    const reasons = absent.map((metric) => ({ code: 'metricMissing', params: { metric } }));
    return { grade, upStreak, downStreak, changed: null, reasons };
  }

  const up = enter.findLastIndex((bounds, at) => at > now && holds(bounds, values));
  if (up > now) {
    const streak = upStreak + 1;
    const reached = { code: 'enterReached', params: { grade: ids[up], streak, needed: promoteAfter } };
    if (streak < promoteAfter) return { grade, upStreak: streak, downStreak: 0, changed: null, reasons: [reached] };
    const to = Math.min(up, now + maxUp);
    return moved('up', ids[to]!, [reached, ...limited(to, up, ids, maxUp)]);
  }

  if (holds(stay[now]!, values)) {
    return moved(null, grade, [{ code: 'gradeKept', params: { grade } }]);
  }
  const streak = downStreak + 1;
  const missed = [{ code: 'belowStay', params: { grade, streak, needed: demoteAfter } }, ...misses(stay[now]!, values)];
  if (streak < demoteAfter) return { grade, upStreak: 0, downStreak: streak, changed: null, reasons: missed };
  // The lowest grade has no thresholds, so that there is always one to fall to.
  const down = stay.findLastIndex((bounds, at) => at < now && holds(bounds, values));
  const to = Math.max(down, now - maxDown);
  return moved('down', ids[to]!, [...missed, ...limited(to, down, ids, maxDown)]);
}

function moved(changed: 'up' | 'down' | null, grade: string, reasons: readonly Reason[]): GradeAssignment {
  return {
    grade,
    upStreak: 0,
    downStreak: 0,
    changed,
    reasons: reasons.toSorted((a, b) => compareText(a.code, b.code)),
  };
}

function limited(to: number, wanted: number, ids: readonly string[], max: number): Reason[] {
  return to === wanted ? [] : [{ code: 'stepLimited', params: { grade: ids[wanted], max } }];
}

function misses(bounds: Bounds, values: ReadonlyMap<string, Decimal>): Reason[] {
  return [...bounds]
    .filter(([metric, min]) => !(values.get(metric)?.gte(min) ?? false))
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([metric, min]) => {
      const actual = values.get(metric);
      const params = { metric, min: toText(min), actual: actual === undefined ? null : toText(actual) };
      return { code: 'stayMissed', params };
    });
}

function holds(bounds: Bounds, values: ReadonlyMap<string, Decimal>): boolean {
  for (const [metric, min] of bounds) if (!(values.get(metric)?.gte(min) ?? false)) return false;
  return true;
}

function readMetrics(ladder: CheckedLadder, metrics: LadderMetrics, path: Path): ReadonlyMap<string, Decimal> {
  const values = new Map<string, Decimal>();
  for (const metric of ladder.metrics) {
    const value = Object.hasOwn(metrics, metric) ? metrics[metric] : null;
    if (value !== null && value !== undefined) values.set(metric, toDecimal(value, [...path, metric]));
  }
  return values;
}

function checkStreak(value: number, path: Path): void {
  if (!Number.isSafeInteger(value) || value < 0) fail('ladder.count', path, { least: 0, value });
}
