import { dayNumber } from '../../core/date.js';
import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { RunOptions } from './compileRun.js';
import type { RunSetup } from './runSetup.js';

/**
 * Checks what comes beside the rows: money must belong to a payee and a plan of the run, and no adjustment counts twice;
 * events must have a day, and a payee of the run if any.
 *
 * @throws SalesModelError `run.payee`, `run.plan`, `adjustment.duplicate`, `option.unknown`, `date.invalid`,
 * `decimal.invalid`, `decimal.tooLong`
 */
export function checkEntries(
  { adjustments = [], opening = [], events = [] }: RunOptions,
  { payees, plans }: RunSetup,
): void {
  const planIds = new Set(plans.map(({ plan }) => plan.id));
  const checkOwner = ({ payeeId, planId }: { readonly payeeId: string; readonly planId: string }, path: Path): void => {
    if (!payees.has(payeeId)) fail('run.payee', [...path, 'payeeId'], { payeeId });
    if (!planIds.has(planId)) fail('run.plan', [...path, 'planId'], { planId });
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
    oneOf(entry.balance, ['deferred', 'held', 'carry'], [...path, 'balance']);
  });
  events.forEach(({ date, payeeId }, index) => {
    const path = ['events', index];
    dayNumber(date, [...path, 'date']);
    if (payeeId !== undefined && !payees.has(payeeId)) fail('run.payee', [...path, 'payeeId'], { payeeId });
  });
}
