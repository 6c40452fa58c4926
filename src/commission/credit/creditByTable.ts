import { compileTable } from '../../mechanisms/rules/compileTable.js';
import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';
import type { RejectedRow, Split, Transaction } from '../schema.js';

/** Who owns the transactions of a row of a territory table: one person, or several with their shares. */
export type TerritoryOwner = { readonly payeeId: string } | { readonly splits: readonly Split[] };

/** Transactions with owners, and those for which the table has none or several. */
export interface TerritoryCredits {
  readonly transactions: readonly Transaction[];
  /** `row.creditNone` and `row.creditAmbiguous`, the index into the transactions given. */
  readonly rejected: readonly RejectedRow[];
}

/**
 * Returns transactions with the owners that a table gives them by their fields; a row that names an owner keeps it.
 *
 * @param transactions rows of a run, owners left out
 * @param table conditions on fields such as `attributes.region`, outputs `{ payeeId }` or `{ splits }`
 * @throws SalesModelError the errors of `compileTable`
 * @example
 * import { creditByTable } from 'salesmodel/commission';
 *
 * const row = { id: 'T1', date: '2026-01-10', amount: '500.00', currency: 'USD', attributes: { region: 'West' } };
 * const { transactions } = creditByTable([row], {
 *   inputs: [{ field: 'attributes.region' }],
 *   rows: [{ when: { 'attributes.region': 'West' }, output: { payeeId: 'ana' } }],
 *   hit: 'unique',
 * });
 * transactions[0]?.payeeId; // => 'ana'
 */
export function creditByTable(
  transactions: readonly Transaction[],
  table: DecisionTable<TerritoryOwner>,
): TerritoryCredits {
  const decide = compileTable<TerritoryOwner, Transaction>(table);
  const credited: Transaction[] = [];
  const rejected: RejectedRow[] = [];
  transactions.forEach((transaction, index) => {
    if (transaction.payeeId !== undefined || transaction.splits !== undefined) {
      credited.push(transaction);
      return;
    }
    const decision = decide(transaction);
    const [hit, ...others] = decision.ok ? decision.hits : [];
    if (hit !== undefined && others.length === 0) {
      credited.push({ ...transaction, ...hit.output });
      return;
    }
    const isAmbiguous = others.length > 0 || (!decision.ok && decision.reasons.some(({ code }) => code === 'conflict'));
    rejected.push({
      index,
      id: transaction.id,
      code: isAmbiguous ? 'row.creditAmbiguous' : 'row.creditNone',
      path: ['attributes'],
      params: {},
    });
  });
  return { transactions: credited, rejected };
}
