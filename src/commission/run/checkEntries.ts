import { dayNumber } from '../../core/date.js';
import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { RunOptions } from './runOptions.js';
import type { RunSetup } from './runSetup.js';

/**
 * Checks what comes beside the rows: money must belong to a payee and a plan of the run, and no adjustment counts twice;
 * events must have a day, and a payee of the run if any.
 *
 * @throws SalesModelError `run.payee`, `run.plan`, `draw.unknown`, `draw.negative`, `opening.negative`, `adjustment.duplicate`, `option.unknown`, `date.invalid`,
 * `decimal.invalid`, `decimal.tooLong`
 */
export function checkEntries(
  { adjustments = [], opening = [], closed, events = [] }: RunOptions,
  { payees, plans, membership }: RunSetup,
): void {
  const planIds = new Set(plans.map(({ plan }) => plan.id));
  const checkOwner = ({ payeeId, planId }: { readonly payeeId: string; readonly planId: string }, path: Path): void => {
    if (!payees.has(payeeId)) fail('run.payee', [...path, 'payeeId'], { payeeId });
    if (!planIds.has(planId)) fail('run.plan', [...path, 'planId'], { planId });
  };
  /** Debts are settled by the terms of their draw. */
  const checkDraw = (
    { payeeId, planId, drawId }: { readonly payeeId: string; readonly planId: string; readonly drawId: string },
    path: Path,
  ): void => {
    const ofPlan = plans.some(({ plan, draws }) => plan.id === planId && draws.some(({ id }) => id === drawId));
    const assignments = membership(planId).assignments(payees.get(payeeId) ?? -1);
    const ofPayee = assignments.some(({ draws }) => draws?.some(({ id }) => id === drawId));
    if (!ofPlan && !ofPayee) fail('draw.unknown', [...path, 'drawId'], { drawId });
  };
  const ids = new Set<string>();
  adjustments.forEach((entry, index) => {
    const path = ['adjustments', index];
    if (ids.has(entry.id)) fail('adjustment.duplicate', [...path, 'id'], { id: entry.id });
    ids.add(entry.id);
    checkOwner(entry, path);
    dayNumber(entry.date, [...path, 'date']);
    toDecimal(entry.amount, [...path, 'amount']);
    oneOf(entry.kind, ['adjustment', 'bonus'], [...path, 'kind']);
  });
  opening.forEach((entry, index) => {
    const path = ['opening', index];
    checkOwner(entry, path);
    toDecimal(entry.amount, [...path, 'amount']);
    oneOf(entry.balance, ['deferred', 'held', 'carry', 'draw'], [...path, 'balance']);
    if (entry.balance === 'deferred' && toDecimal(entry.amount).lt(0)) {
      fail('opening.negative', [...path, 'amount'], { value: entry.amount });
    }
    if (entry.balance !== 'draw') return;
    checkDraw({ ...entry, drawId: entry.drawId ?? '' }, path);
    if (toDecimal(entry.amount).lt(0)) fail('draw.negative', [...path, 'amount'], { value: entry.amount });
  });
  closed?.ledger.forEach((entry, index) => {
    const path = ['closed', 'ledger', index];
    checkOwner(entry, path);
    if (entry.drawId !== undefined) checkDraw({ ...entry, drawId: entry.drawId }, path);
  });
  events.forEach(({ type, date, payeeId }, index) => {
    const path = ['events', index];
    dayNumber(date, [...path, 'date']);
    const isOfPayee = payeeId !== undefined || type === 'termination';
    if (isOfPayee && !payees.has(payeeId ?? '')) fail('run.payee', [...path, 'payeeId'], { payeeId: payeeId ?? null });
  });
}
