import type { Run } from '../../src/commission/index.js';
import { race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { objectLines } from '../subject.js';
import { type Findings, atMost } from '../targets.js';
import { arranged, dayOrder, type Sale, sales, workload } from '../workload.js';

const BASE = 'integer loop, a row';
const APPEND = 'append one row';
const EDIT = 'back-dated edit, with the statements of its payee';

const CHANGES = 1000;

/** Rows that come late, in rows of the integer loop for each. */
export async function changes({ rows, payees, repetitions }: Size): Promise<Findings> {
  const unsorted = workload(rows, payees);
  const work = arranged(unsorted, dayOrder(unsorted));
  const limits = tables(work);
  const earned = new Float64Array(rows);
  const known = sales(work);
  const appended = objectLines(work, known)();
  const edited = objectLines(work, known)();
  // A contender runs untimed once, and twice a repetition; each time with rows of its own.
  const late = sales(workload(CHANGES * (2 + 2 * repetitions) * 2, payees, 7), (row) => rows + row);
  let next = 0;
  const append = (run: Run, read: (row: Sale) => void) => () => {
    let keys = 0;
    for (let at = 0; at < CHANGES; at += 1) {
      const row = late[next++]!;
      keys += run.append([row]).length;
      read(row);
    }
    return keys;
  };
  const check = (keys: number): void => {
    if (keys < CHANGES) throw new Error('a row reaches a statement');
  };

  const times = await race('Changes of a run', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, earned), check: sameAs(payouts(work)) },
    { name: APPEND, rows: CHANGES, run: append(appended, () => {}), check },
    { name: EDIT, rows: CHANGES, run: append(edited, ({ payeeId }) => edited.statementsOf(payeeId)), check },
  ]);
  return { must: [atMost(times, APPEND, 80, BASE), atMost(times, EDIT, 2400, BASE)] };
}
