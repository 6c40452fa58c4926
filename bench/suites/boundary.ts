import { parseISO } from 'date-fns';
import { Decimal } from 'decimal.js';
import { parseScaled } from '../../src/core/fixed/parseScaled.js';
import { parseDay } from '../../src/core/parseDay.js';
import { race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import type { Size } from '../sizes.js';
import { type Result, atLeast, atMost } from '../targets.js';
import { payouts, sales, sameAs, workload } from '../workload.js';

const BASE = 'integer loop';

/** Strings at the border: decimals to minor units and dates to months. The bound in time is in rows of the loop. */
export async function boundary({ rows, payees, slowRows, repetitions }: Size): Promise<Result[]> {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const objects = sales(work);
  const amounts = objects.map(({ amount }) => amount);
  const dates = objects.map(({ date }) => date);
  const minor = new Float64Array(rows);
  const month = new Int32Array(rows);
  const months = work.slot.map((slot) => slot % 12);
  const { monthOfDay, firstDay } = work;
  const PARSE = 'decimal string to minor units';
  const MONTH = 'date string to month';
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
      name: 'new Decimal of decimal.js',
      rows: slowRows,
      run: () => amounts.slice(0, slowRows).map((text) => new Decimal(text)),
    },
    {
      name: MONTH,
      run() {
        for (let row = 0; row < rows; row++) month[row] = monthOfDay[parseDay(dates[row]!) - firstDay]!;
        return month;
      },
      check: sameMonths(months),
    },
    {
      name: 'parseISO of date-fns',
      rows: slowRows,
      run: () => Int32Array.from(dates.slice(0, slowRows), (date) => parseISO(date).getMonth()),
      check: sameMonths(months.slice(0, slowRows)),
    },
  ]);
  return [
    atMost(times, PARSE, 4, BASE),
    atLeast(times, PARSE, 25, 'new Decimal of decimal.js'),
    atMost(times, MONTH, 1.6, BASE),
    atLeast(times, MONTH, 80, 'parseISO of date-fns'),
  ];
}

function sameMonths(expected: Int32Array): (answer: Int32Array) => void {
  return (answer) => {
    if (answer.some((month, row) => month !== expected[row])) throw new Error('a month differs');
  };
}
