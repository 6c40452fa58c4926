import { doubleRunner } from '../../src/core/fixed/doubleRunner.js';
import type { PieceTable } from '../../src/core/fixed/pieceTable.js';
import { race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { planTable, slotMap } from '../plan.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { type Findings, atMost } from '../targets.js';
import { type Workload, workload } from '../workload.js';

const BASE = 'integer loop';
const WIDE = 'wide kernel';
const WIDER = 'wide kernel, 100 times the amounts, rates of 9 decimals';
const SAFE = 'safe kernel';

/** The row loops by themselves, without a look at the rows and a choice of kernel before them. */
export async function kernel({ rows, payees, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const large = {
    ...work,
    amount: work.amount.map((x, row) => x * 100 + (row % 89)),
    quota: work.quota.map((x) => x * 100),
  };
  const limits = tables(work);
  const table = planTable(work);
  const lines = new Float64Array(rows);
  const check = sameAs(payouts(work));
  const run = (of: Workload, plan: PieceTable, name: 'safe' | 'wide') => (): Float64Array => {
    const runner = doubleRunner(plan, name);
    runner.rows(slotMap(of), of, of.amount, lines);
    return Float64Array.from({ length: of.slots }, (_, slot) => runner.earned(slot));
  };
  const times = await race('Kernels', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, lines), check },
    { name: WIDE, run: run(work, table, 'wide'), check },
    { name: WIDER, run: run(large, planTable(large, 3), 'wide'), check: sameAs(payouts(large)) },
    { name: SAFE, run: run(work, table, 'safe'), check },
  ]);
  return {
    must: [atMost(times, WIDE, 1.5, BASE), atMost(times, WIDER, 1.5, BASE)],
    stretch: [atMost(times, WIDE, 1.2, BASE), atMost(times, SAFE, 1, BASE)],
  };
}
