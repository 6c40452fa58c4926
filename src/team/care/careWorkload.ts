import { compareText } from '../../core/compareText.js';
import type { PlainDate } from '../../core/date.js';
import { type Decimal, times, toDecimal } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { addRatios, type Ratio, ratioOf } from '../../core/ratio.js';
import { roundQuotient } from '../../core/rounding.js';
import { dayRange } from '../../core/span.js';
import { compileWorkCalendar, type WorkCalendar } from '../../core/workCalendar.js';
import { fail } from '../fail.js';
import { checkMinutes } from './checkMinutes.js';
import { checkCadence, type VisitCadence } from './visitCadence.js';

/** Who is there for visits in a period. */
export interface WorkloadCapacity {
  /** The period: days `[from, to)`. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Minutes that one person has for visits on a worked day, a whole number from 0. */
  readonly minutes: number;
  /** Persons, a whole number from 0. Default 1. */
  readonly heads?: number;
  /** Default: Monday to Friday without holidays. */
  readonly calendar?: WorkCalendar;
}

/** What the customers of a grade need. */
export interface GradeWorkload {
  readonly grade: string;
  readonly customers: number;
  /** Customers × days ÷ target gap. */
  readonly visits: Ratio;
  readonly minutes: Ratio;
}

/** What all customers need, against what is there. */
export interface CareWorkload {
  /** By grade. */
  readonly grades: readonly GradeWorkload[];
  readonly visits: Ratio;
  readonly minutes: Ratio;
  /** Minutes of all heads on all worked days of the period. */
  readonly capacity: number;
  /** Minutes needed ÷ capacity; without a value where there is no capacity. */
  readonly share: Ratio;
  /** Persons needed, rounded up; `null` where a person has no minutes at all. */
  readonly headsNeeded: number | null;
  /** Grades with customers and without a cadence, by grade: they are in no sum. */
  readonly withoutCadence: readonly string[];
  /** Grades with a cadence whose customers were not counted, by grade: they are in no sum. */
  readonly withoutCount: readonly string[];
}

/**
 * Returns how many visits and minutes a period takes when each customer is seen once in every target gap, which share of the
 * capacity that is, and how many heads it needs. Nothing is rounded but the heads, up.
 *
 * @param cadences days between visits and minutes of a visit, one for each grade
 * @param counts customers by grade, whole numbers from 0
 * @param capacity period, minutes of a day, heads, work calendar
 * @throws SalesModelError `ids.duplicate`, `care.gap`, `care.minutes`, `care.count`, `date.invalid`, `period.order`,
 *   `calendar.invalid`
 * @example
 * import { careWorkload } from 'salesmodel/team';
 *
 * const cadences = [
 *   { grade: 'A', minGap: 5, targetGap: 7, maxGap: 10, minutes: 60 },
 *   { grade: 'B', minGap: 20, targetGap: 28, maxGap: 40, minutes: 45 },
 * ];
 * const load = careWorkload(cadences, { A: 70, B: 200 }, { from: '2026-03-02', to: '2026-03-30', minutes: 300, heads: 4 });
 * [load.visits.value, load.minutes.value, load.capacity, load.share.value, load.headsNeeded]; // => [ '480', '25800', 24000, '1.075', 5 ]
 */
export function careWorkload(
  cadences: readonly VisitCadence[],
  counts: Readonly<Record<string, number>>,
  capacity: WorkloadCapacity,
): CareWorkload {
  const { start, end } = dayRange(capacity, ['capacity']);
  const { heads = 1 } = capacity;
  checkMinutes(capacity.minutes, 0, ['capacity', 'minutes']);
  checkCount(heads, ['capacity', 'heads']);
  for (const [grade, count] of Object.entries(counts)) checkCount(count, ['counts', grade]);
  const known = new Set<string>();
  cadences.forEach((cadence, at) => {
    if (known.has(cadence.grade)) failCore('ids.duplicate', ['cadences', at, 'grade'], { id: cadence.grade });
    known.add(cadence.grade);
    checkCadence(cadence, at);
  });

  const days = toDecimal(end - start);
  const sorted = cadences.toSorted((a, b) => compareText(a.grade, b.grade));
  const counted = sorted.filter(({ grade }) => Object.hasOwn(counts, grade));
  const grades = counted.map(({ grade, targetGap, minutes }): GradeWorkload => {
    const visits = times(toDecimal(counts[grade]!), days);
    const gap = toDecimal(targetGap);
    return {
      grade,
      customers: counts[grade]!,
      visits: ratioOf(visits, gap),
      minutes: ratioOf(times(visits, toDecimal(minutes)), gap),
    };
  });
  const minutes = sum(grades.map((each) => each.minutes));
  const [needed, over] = [toDecimal(minutes.numerator), toDecimal(minutes.denominator)];
  const each = capacity.minutes * compileWorkCalendar(capacity.calendar, ['capacity', 'calendar']).count(start, end);
  const overOf = (minutesThere: number): Decimal => times(over, toDecimal(minutesThere));
  return {
    grades,
    visits: sum(grades.map((row) => row.visits)),
    minutes,
    capacity: each * heads,
    share: ratioOf(needed, overOf(each * heads), 'noCapacity'),
    headsNeeded: each === 0 ? null : roundQuotient(needed, overOf(each), 'ceiling').toNumber(),
    withoutCadence: Object.keys(counts)
      .filter((grade) => !known.has(grade))
      .toSorted(compareText),
    withoutCount: sorted.filter(({ grade }) => !Object.hasOwn(counts, grade)).map(({ grade }) => grade),
  };
}

const NOTHING: Ratio = { numerator: '0', denominator: '1', value: '0' };

function sum(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(addRatios, NOTHING);
}

function checkCount(value: number, path: readonly string[]): void {
  if (!Number.isSafeInteger(value) || value < 0) fail('care.count', path, { value: String(value) });
}
