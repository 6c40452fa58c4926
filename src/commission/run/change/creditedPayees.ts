import type { Transaction } from '../../schema.js';
import { creditRows } from '../generalParts.js';
import { readObjects } from '../readObjects.js';
import type { RowFrame } from '../rowFrame.js';
import type { RunOptions } from '../runOptions.js';
import type { RunSetup } from '../runSetup.js';
import { surveyRows } from '../surveyRows.js';

/** Adds the payees whom some rows name or credit, and perhaps others who would be credited if the rows were sound. */
export function addCreditedPayees(
  payees: Set<number>,
  rows: readonly unknown[],
  setup: RunSetup,
  options: RunOptions,
  frame: RowFrame,
): void {
  for (const row of rows) {
    const { payeeId, splits } = (row ?? {}) as { readonly payeeId?: unknown; readonly splits?: unknown };
    addPayee(payees, payeeId, setup);
    if (!Array.isArray(splits)) continue;
    for (const split of splits) addPayee(payees, (split as { readonly payeeId?: unknown } | null)?.payeeId, setup);
  }
  if ((setup.definition.crediting?.rules ?? []).length === 0) return;
  const given = rows as readonly Transaction[];
  const survey = surveyRows(setup, options, (context) => readObjects(given, context), { ...frame, from: -Infinity });
  for (const payee of creditRows(survey).credits.payee) if (payee >= 0) payees.add(payee);
}

function addPayee(payees: Set<number>, payeeId: unknown, setup: RunSetup): void {
  const payee = typeof payeeId === 'string' ? setup.payees.get(payeeId) : undefined;
  if (payee !== undefined) payees.add(payee);
}
