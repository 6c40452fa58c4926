import { isoCurrencies } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import { oneOf } from '../../core/oneOf.js';
import { checkEntries } from './checkEntries.js';
import type { PlanGrid } from './grid.js';
import { earliestDay, lookBack } from './lookBack.js';
import type { ReadContext, ReadRows } from './read/readContext.js';
import type { RowFrame } from './rowFrame.js';
import type { RunOptions } from './runOptions.js';
import type { RunSetup } from './runSetup.js';

/** Reads rows in one of their forms. */
export type RowReader = (context: ReadContext) => ReadRows;

/** The rows of a run, read, and the calendars laid over the days that they need. */
export interface RowSurvey {
  readonly setup: RunSetup;
  readonly options: RunOptions;
  readonly asOf: number;
  readonly grids: readonly PlanGrid[];
  /** Earliest day whose credits can still move money; Infinity where the windows of the run say it all. */
  readonly since: number;
  readonly reading: ReadRows;
  /** First booking day that the windows of the run need. */
  readonly horizon: number;
}

/**
 * Reads the rows of a run.
 *
 * @param frame for rows that are some of those of a larger run
 */
export function surveyRows(setup: RunSetup, options: RunOptions, read: RowReader, frame?: RowFrame): RowSurvey {
  const asOf = dayNumber(options.asOf, ['asOf']);
  oneOf(options.detail ?? 'statements', ['statements', 'lines'], ['detail']);
  oneOf(options.order ?? 'verify', ['verify', 'sort', 'given'], ['order']);
  checkEntries(options, setup);
  const planned = setup.grids(options.periods);
  const { horizon, keep } = bookingHorizon(planned, setup.holdsBack);
  const reading = read({
    payees: setup.payees,
    asOf,
    horizon,
    ...(keep === undefined ? {} : { keep }),
    lookBack: (day) => lookBack(setup.plans, day),
    currencies: isoCurrencies,
    planCurrencies: [...new Set(setup.plans.map(({ currency }) => currency))],
    ...(frame === undefined ? {} : { from: frame.from, scale: frame.scale }),
  });
  const since =
    frame === undefined ? earliestDay(setup.plans, reading.rows, setup.holdsBack) : (frame.since ?? Infinity);
  const grids = since >= dayNumber(options.periods.from) ? planned : setup.grids(options.periods, since);
  return { setup, options, asOf, grids, since, reading, horizon: horizon.from };
}

/** Days outside of which no row can be needed; where other dates than the booking date decide, any day may be. */
function bookingHorizon(grids: readonly PlanGrid[], holdsBack: boolean): Pick<ReadContext, 'horizon' | 'keep'> {
  let from = Infinity;
  let to = -Infinity;
  let anyDay = holdsBack;
  for (const { components } of grids) {
    for (const { component, firstDay, spanOfDay } of components) {
      anyDay ||= component.dateField !== 'date' || component.component.measure.kind === 'collected';
      from = Math.min(from, firstDay);
      to = Math.max(to, firstDay + spanOfDay.length);
    }
  }
  return { horizon: { from, to }, ...(anyDay ? { keep: () => () => true } : {}) };
}
