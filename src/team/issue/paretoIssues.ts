import type { DecimalLike } from '../../core/decimal.js';
import { type ParetoShare, paretoBy } from '../../core/paretoBy.js';
import { type Ratio, ratio } from '../../core/ratio.js';
import { compareText } from '../../core/compareText.js';

/** An issue or a feedback with the classes it belongs to; a field that is absent belongs to none. */
export type ClassedRow = Readonly<Record<string, unknown>> & { readonly weight?: DecimalLike };

/**
 * Returns which classes of issues or feedback make up most of them, the greatest first, with cumulative shares.
 *
 * @param rows issues or feedback; a `weight` counts, default 1
 * @param options `by`: names of text fields that make a class
 * @throws SalesModelError those of `paretoBy`
 * @example
 * import { paretoIssues } from 'salesmodel/team';
 *
 * const feedback = ['taste', 'price', 'taste', 'cap', 'taste'].map((topic) => ({ topic }));
 * paretoIssues(feedback, { by: ['topic'] }).map(({ keys, cumulative }) => `${keys['topic']} ${cumulative.value}`); // => [ 'taste 0.6', 'cap 0.8', 'price 1' ]
 */
export function paretoIssues(
  rows: readonly ClassedRow[],
  { by }: { readonly by: readonly string[] },
): readonly ParetoShare[] {
  const classed = rows.map((row) => ({
    keys: Object.fromEntries(by.flatMap((field) => (typeof row[field] === 'string' ? [[field, row[field]]] : []))),
    value: row.weight ?? 1,
  }));
  return paretoBy(classed, by);
}

/** A cause that came back. */
export interface RecurringCause {
  readonly cause: string;
  readonly times: number;
  /** Its repetitions among all issues with a cause. */
  readonly share: Ratio;
}

/**
 * Returns the causes that came back, the most frequent first, then by cause. Issues without a cause do not count.
 *
 * @param issues with their causes
 * @example
 * import { recurrence } from 'salesmodel/team';
 *
 * recurrence([{ cause: 'late' }, { cause: 'broken' }, { cause: 'late' }, {}]).map(({ cause, times }) => `${cause} ${times}`); // => [ 'late 2' ]
 */
export function recurrence(issues: readonly { readonly cause?: string }[]): readonly RecurringCause[] {
  const counts = new Map<string, number>();
  for (const { cause } of issues) if (cause !== undefined) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, times) => sum + times, 0);
  return [...counts]
    .filter(([, times]) => times > 1)
    .map(([cause, times]) => ({ cause, times, share: ratio(times - 1, all) }))
    .sort((a, b) => b.times - a.times || compareText(a.cause, b.cause));
}
