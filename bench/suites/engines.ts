import { type Contender, race, type Timings } from '../harness.js';
import { type Duck, duckdb } from '../peers/duckdb.js';
import type { Engine, Skipped } from '../peers/engine.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { pandas } from '../peers/pandas.js';
import { polars } from '../peers/polars.js';
import { postgres } from '../peers/postgres.js';
import { sqlite } from '../peers/sqlite.js';
import { payouts, sameAs, sameOnceRounded } from '../proof.js';
import type { Size } from '../sizes.js';
import { columnLines, columnTotals, objectLines, rightLines, rightTotals } from '../subject.js';
import { type Findings, atLeast } from '../targets.js';
import { type Workload, arranged, dayOrder, sales, workload } from '../workload.js';

const LINES = 'lines from columns';
const TOTALS = 'totals from columns';
const OBJECTS = 'lines from objects';
const DUCK_OBJECTS = 'DuckDB from objects to lines in JavaScript';

/** How many times as long each engine has to take, for lines and for totals. */
const BOUNDS: readonly (readonly [engine: string, lines: number, totals?: number])[] = [
  ['DuckDB BIGINT', 12, 4],
  ['DuckDB DECIMAL', 18, 8],
  ['polars', 8],
  ['pandas', 4, 5],
  ['SQLite', 100],
  ['PostgreSQL numeric', 300],
];

/** Against databases and data frames, which have their data loaded save where DuckDB starts from objects as we do. */
export async function engines({ rows, payees, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const duck = await duckdb(work);
  const found: Engine[] = [...duck.engines];
  try {
    for (const start of [polars, sqlite, pandas, postgres]) {
      const engine: Engine | Skipped = await start(work);
      if ('skipped' in engine) console.log(`\n${engine.name} is skipped: ${engine.skipped}`);
      else found.push(engine);
    }
    const contenders = [...ours(work), ...duckFromObjects(work, duck)];
    for (const engine of found) contenders.push(...(await theirs(work, engine)));
    return findings(await race('Engines', rows, repetitions, contenders), found);
  } finally {
    for (const engine of found) engine.close?.();
    duck.close();
  }
}

function ours(work: Workload): Contender[] {
  const limits = tables(work);
  const lines = new Float64Array(work.rows);
  return [
    { name: 'integer loop', run: () => integerLoop(work, limits, lines), check: sameAs(payouts(work)) },
    { name: LINES, run: columnLines(work, 'given'), check: rightLines(work) },
    { name: TOTALS, run: columnTotals(work), check: rightTotals(work) },
  ];
}

function duckFromObjects(work: Workload, duck: Duck): Contender[] {
  const byDay = arranged(work, dayOrder(work));
  const journal = sales(byDay);
  const rightSums = sameOnceRounded(work);
  return [
    { name: OBJECTS, run: objectLines(byDay, journal), check: rightLines(byDay) },
    {
      name: DUCK_OBJECTS,
      run: () => duck.fromObjects(journal),
      check(earned: Float64Array) {
        const sums = new Float64Array(work.slots);
        earned.forEach((line, row) => (sums[byDay.slot[row]!]! += line));
        rightSums(sums);
      },
    },
  ];
}

async function theirs(work: Workload, engine: Engine): Promise<Contender[]> {
  const check = sameOnceRounded(work);
  await engine.lines();
  check(await engine.lineSums());
  return [
    { name: `${engine.name} totals`, run: () => engine.totals(), check },
    { name: `${engine.name} lines`, run: () => engine.lines() },
  ];
}

function findings(times: Timings, found: readonly Engine[]): Findings {
  const bounds = BOUNDS.filter(([name]) => found.some((engine) => engine.name === name));
  return {
    must: [
      ...bounds.map(([name, bound]) => atLeast(times, LINES, bound, `${name} lines`)),
      ...bounds.flatMap(([name, , bound]) =>
        bound === undefined ? [] : [atLeast(times, TOTALS, bound, `${name} totals`)],
      ),
      atLeast(times, OBJECTS, 8, DUCK_OBJECTS),
    ],
  };
}
