import { race } from '../harness.js';
import { bigDecimalJs, bigJs, decimalJs, decimalRun } from '../peers/decimals.js';
import { dineroRun } from '../peers/dinero.js';
import { naiveFloatRun } from '../peers/naiveFloat.js';
import { ownBigIntRun } from '../peers/ownBigInt.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import type { Size } from '../sizes.js';
import { objectsRun } from '../subject.js';
import { type Result, atLeast, atMost } from '../targets.js';
import { payouts, sales, sameAs, workload } from '../workload.js';

const BASE = 'integer loop';
const OURS = 'lines from objects';

/** Objects with decimal strings in, the commission of every sale out, against what else one could write it with. */
export async function peers({ rows, payees, slowRows, repetitions }: Size): Promise<Result[]> {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const objects = sales(work);
  const check = sameAs(payouts(work));
  // The same number of sales by payee and month, of fewer payees.
  const less = workload(slowRows, Math.max(1, Math.round((payees * slowRows) / rows)));
  const fewer = sales(less);
  const slow = { rows: slowRows, check: sameAs(payouts(less)) };
  const times = await race('Commission lines over objects', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, lines), check },
    { name: OURS, run: objectsRun(work, objects), check },
    { name: 'floating point', run: naiveFloatRun(work, objects) },
    { name: 'own BigInt code', run: ownBigIntRun(work, objects), check },
    { name: 'bigdecimal.js', run: decimalRun(less, fewer, bigDecimalJs), ...slow },
    { name: 'decimal.js', run: decimalRun(less, fewer, decimalJs), ...slow },
    { name: 'big.js', run: decimalRun(less, fewer, bigJs), ...slow },
    { name: 'dinero.js', run: dineroRun(less, fewer), ...slow },
  ]);
  return [
    atMost(times, OURS, 10, BASE),
    atLeast(times, OURS, 40, 'decimal.js'),
    atLeast(times, OURS, 15, 'bigdecimal.js'),
    atLeast(times, OURS, 5, 'own BigInt code'),
    atLeast(times, OURS, 2, 'floating point'),
  ];
}
