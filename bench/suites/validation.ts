import * as z from 'zod';
import { readObjects } from '../../src/commission/run/readObjects.js';
import { isoCurrencies } from '../../src/core/currency.js';
import { race } from '../harness.js';
import { ownValidation } from '../peers/ownValidation.js';
import type { Size } from '../sizes.js';
import { type Findings, atLeast, atMost } from '../targets.js';
import { arranged, dayOrder, payeeId, sales, workload } from '../workload.js';

const OURS = 'rows checked and read into columns';
const HAND = 'rows checked by hand';
const ZOD = 'zod with checks';

const Sale = z.object({
  id: z.string().min(1),
  payeeId: z.string().min(1),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  amount: z.string().regex(/^-?\d{1,15}(\.\d{1,2})?$/),
  currency: z.string().length(3),
});

/**
 * Checks of objects. The library's are part of its one pass that reads rows into columns, so that they have to answer
 * for the columns as well; beyond what the others see they find unknown fields and ids that stand twice.
 */
export async function validation({ rows, payees, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const all = sales(arranged(work, dayOrder(work)));
  const ids = Array.from({ length: payees }, (_, payee) => payeeId(payee));
  const context = {
    payees: new Map(ids.map((id, payee) => [id, payee])),
    asOf: work.firstDay + work.monthOfDay.length - 1,
    horizon: { from: work.firstDay, to: work.firstDay + work.monthOfDay.length },
    currencies: isoCurrencies,
    planCurrencies: ['USD'],
  };
  const byHand = ownValidation(new Set(ids), new Set(Object.keys(isoCurrencies)));
  const Sales = z.array(Sale);
  const check = (sound: number): void => {
    if (sound !== rows) throw new Error(`${rows} sound rows, got ${sound}`);
  };
  const times = await race('Checks of objects', rows, repetitions, [
    { name: HAND, run: () => byHand(all), check },
    {
      name: OURS,
      run: () => {
        const { rows: read, rejected, duplicates, outside } = readObjects(all, context);
        return read.n - rejected.length - duplicates - outside;
      },
      check,
    },
    { name: ZOD, run: () => Sales.parse(all).length, check },
  ]);
  return { must: [atMost(times, OURS, 1.3, HAND), atLeast(times, OURS, 5, ZOD)] };
}
