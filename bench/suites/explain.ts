import { explain, type Run } from '../../src/commission/index.js';
import type { Explanation } from '../../src/core/index.js';
import { race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { lines, payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { columnLines, objectLines } from '../subject.js';
import { type Findings, atMost } from '../targets.js';
import { arranged, dayOrder, fractions, sales, workload } from '../workload.js';

const BASE = 'integer loop, a row';
const ROOT = 'explain one transaction after a run, its steps on demand';
const COLUMNS = 'the same, every step read';
const OBJECTS = 'the same, every step read, run from objects';
const WHOLE = 'the same, with every earlier transaction of the span';

const ASKED = 1000;

/** Why single transactions earned what they did, asked after a run: in rows of the integer loop for each. */
export async function explanations({ rows, payees, repetitions }: Size): Promise<Findings> {
  const unsorted = workload(rows, payees);
  const work = arranged(unsorted, dayOrder(unsorted));
  const limits = tables(work);
  const earned = new Float64Array(rows);
  const columns = columnLines(work, 'given')();
  const objects = objectLines(work, sales(work))();
  const draw = fractions(7);
  const asked = Array.from({ length: ASKED }, () => Math.floor(draw() * rows));
  const right = lines(work);
  const check = (values: readonly string[]): void => {
    asked.forEach((row, i) => {
      if (Math.round(Number(values[i]) * 100) !== right[row]) throw new Error(`row ${row} is explained wrongly`);
    });
  };
  const ask = (run: Run, idOf: (row: number) => string, read: (root: Explanation) => string) => () =>
    asked.map((row) => read(explain(run, { transactionId: idOf(row) })));
  const position = (row: number): string => String(row);

  const times = await race('Explanations after a run', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, earned), check: sameAs(payouts(work)) },
    { name: ROOT, rows: ASKED, run: ask(columns, position, ({ value }) => String(value)), check },
    { name: COLUMNS, rows: ASKED, run: ask(columns, position, readOwn), check },
    {
      name: OBJECTS,
      rows: ASKED,
      run: ask(objects, (row) => `T${String(row).padStart(8, '0')}`, readOwn),
      check,
    },
    { name: WHOLE, rows: ASKED, run: ask(columns, position, readAll), check },
  ]);
  return {
    must: [atMost(times, ROOT, 4000, BASE), atMost(times, COLUMNS, 4000, BASE)],
    stretch: [atMost(times, ROOT, 1600, BASE), atMost(times, OBJECTS, 4000, BASE)],
  };
}

/** Reads every step, of other transactions their sum alone. */
function readOwn(root: Explanation): string {
  visit(root, ({ code }) => code === 'sum.credits');
  return String(root.value);
}

function readAll(root: Explanation): string {
  visit(root, () => false);
  return String(root.value);
}

function visit(step: Explanation, ends: (step: Explanation) => boolean): number {
  if (ends(step)) return 1;
  let steps = 1;
  for (const part of step.from) steps += visit(part, ends);
  return steps;
}
