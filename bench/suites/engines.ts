import { race } from '../harness.js';
import {
  bySlot,
  duckFromObjects,
  duckdb,
  linesDecimal,
  linesMinor,
  totalsDecimal,
  totalsMinor,
} from '../peers/duckdb.js';
import { halfEven, integerLoop, tables } from '../peers/integerLoop.js';
import type { Size } from '../sizes.js';
import { columnsRun, objectsRun, totalsRun } from '../subject.js';
import { type Result, atLeast } from '../targets.js';
import { capOf, payouts, sales, sameAs, workload } from '../workload.js';

const LINES = 'lines from columns';
const TOTALS = 'totals from columns';
const OBJECTS = 'lines from objects';

/** Against DuckDB, which has its data loaded except where it starts from objects. */
export async function engines({ rows, payees, repetitions }: Size): Promise<Result[]> {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const objects = sales(work);
  const expected = payouts(work);
  const check = sameAs(expected);
  const duck = await duckdb(work);
  const paid = (values: Float64Array): void => {
    check(values.map((value, slot) => Math.min(halfEven(Math.round(value)), capOf(work.quota[slot]!))));
  };
  const sums = 'select slot, sum(earned)::double from line group by slot';
  await duck.connection.run(linesMinor);
  paid(await bySlot(duck, work, sums));
  await duck.connection.run(linesDecimal);
  paid((await bySlot(duck, work, sums)).map((value) => value * 1e8));

  const times = await race('Engines with their data loaded', rows, repetitions, [
    { name: 'integer loop', run: () => integerLoop(work, limits, lines), check },
    { name: LINES, run: columnsRun(work), check },
    { name: TOTALS, run: totalsRun(work), check },
    { name: OBJECTS, run: objectsRun(work, objects), check },
    { name: 'DuckDB BIGINT totals', run: () => bySlot(duck, work, totalsMinor), check: paid },
    { name: 'DuckDB DECIMAL totals', run: () => bySlot(duck, work, totalsDecimal), check: paid },
    { name: 'DuckDB BIGINT lines', run: () => duck.connection.run(linesMinor) },
    { name: 'DuckDB DECIMAL lines', run: () => duck.connection.run(linesDecimal) },
    { name: 'DuckDB from objects to lines in JavaScript', run: () => duckFromObjects(duck, objects) },
  ]);
  duck.close();
  return [
    atLeast(times, LINES, 12, 'DuckDB BIGINT lines'),
    atLeast(times, LINES, 18, 'DuckDB DECIMAL lines'),
    atLeast(times, TOTALS, 4, 'DuckDB BIGINT totals'),
    atLeast(times, TOTALS, 8, 'DuckDB DECIMAL totals'),
    atLeast(times, OBJECTS, 8, 'DuckDB from objects to lines in JavaScript'),
  ];
}
