import { compareText } from '../../core/compareText.js';
import { toDecimal } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { type ShareInterval, wilsonInterval } from '../../core/wilsonInterval.js';
import { fail } from '../fail.js';
import type { Exam } from '../schema/training.js';

/** How an exam went. */
export interface ExamReport {
  /** Passed ÷ sat; the mark itself passes. */
  readonly passRate: Ratio;
  /** Within which the true rate lies with 95 %. */
  readonly interval: ShareInterval;
  /** By person. */
  readonly failed: readonly string[];
  /** Who did not sit it; no failure. */
  readonly absent: readonly string[];
}

/**
 * Returns how many of those who sat an exam passed it, with an interval, and who did not.
 *
 * @param exam mark, greatest score, one result for each person
 * @throws SalesModelError `exam.score`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { examReport } from 'salesmodel/team';
 *
 * const results = [{ person: 'Ana', score: '60' }, { person: 'Bo', score: '59.5' }, { person: 'Cy', score: null }];
 * const { passRate, failed, absent } = examReport({ id: 'E1', passMark: '60', max: '100', results });
 * [passRate.value, failed, absent]; // => [ '0.5', [ 'Bo' ], [ 'Cy' ] ]
 */
export function examReport({ passMark, max, results }: Exam): ExamReport {
  const [mark, top] = [toDecimal(passMark, ['passMark']), toDecimal(max, ['max'])];
  const seen = new Set<string>();
  const failed: string[] = [];
  const absent: string[] = [];
  let sat = 0;
  results.forEach(({ person, score }, index) => {
    if (seen.has(person)) failCore('ids.duplicate', ['results', index, 'person'], { id: person });
    seen.add(person);
    if (score === null) return absent.push(person);
    const value = toDecimal(score, ['results', index, 'score']);
    if (value.lt(0) || value.gt(top)) fail('exam.score', ['results', index, 'score'], { max, value: score });
    sat += 1;
    return value.lt(mark) ? failed.push(person) : 0;
  });
  return {
    passRate: ratioOf(toDecimal(sat - failed.length), toDecimal(sat)),
    interval: wilsonInterval(sat - failed.length, sat),
    failed: failed.toSorted(compareText),
    absent: absent.toSorted(compareText),
  };
}
