import { parseISO } from 'date-fns';
import { Decimal } from 'decimal.js';
import { parseScaled } from '../../src/core/fixed/parseScaled.js';
import { parseDay } from '../../src/core/parseDay.js';
import { race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { type Findings, atLeast, atMost } from '../targets.js';
import { sales, workload } from '../workload.js';

const BASE = 'integer loop';
const PARSE = 'decimal string to minor units';
const DECIMAL = 'new Decimal of decimal.js';
const MONTH = 'date string to month';
const PARSE_ISO = 'parseISO of date-fns';

/** Strings at the border: decimals to minor units, dates to months. */
export async function strings({ rows, payees, slowRows, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const all = sales(work);
  const amounts = all.map(({ amount }) => amount);
  const dates = all.map(({ date }) => date);
  const minor = new Float64Array(rows);
  const month = new Int32Array(rows);
  const months = work.slot.map((slot) => slot % 12);
  const { monthOfDay, firstDay } = work;
  const decimals = new Array<Decimal>(slowRows);
  const times = await race('Strings', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, lines), check: sameAs(payouts(work)) },
    {
      name: PARSE,
      run() {
        for (let row = 0; row < rows; row++) minor[row] = parseScaled(amounts[row]!, 2);
        return minor;
      },
      check: sameAs(work.amount),
    },
    {
      name: DECIMAL,
      rows: slowRows,
      run() {
        for (let row = 0; row < slowRows; row++) decimals[row] = new Decimal(amounts[row]!);
        return decimals;
      },
      check: (answer: Decimal[]) => sameAs(work.amount.slice(0, slowRows))(answer.map((x) => x.times(100).toNumber())),
    },
    {
      name: MONTH,
      run() {
        for (let row = 0; row < rows; row++) month[row] = monthOfDay[parseDay(dates[row]!) - firstDay]!;
        return month;
      },
      check: sameAs(months),
    },
    {
      name: PARSE_ISO,
      rows: slowRows,
      run() {
        for (let row = 0; row < slowRows; row++) month[row] = parseISO(dates[row]!).getMonth();
        return month;
      },
      check: sameAs(months.slice(0, slowRows)),
    },
  ]);
  return {
    must: [
      atMost(times, PARSE, 4, BASE),
      atLeast(times, PARSE, 25, DECIMAL),
      atMost(times, MONTH, 1.6, BASE),
      atLeast(times, MONTH, 80, PARSE_ISO),
    ],
  };
}
