import { isoCurrencies } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import { toText } from '../../core/decimal.js';
import type { Explanation } from '../../core/explanation.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { toRelations } from '../../team/hierarchy/relations.js';
import { uplineReader } from '../../team/hierarchy/upline.js';
import type { HierarchyLink } from '../../team/schema.js';
import { shareOf } from '../run/creditFields.js';
import { payeeIndex } from '../run/membership.js';
import { readObjects } from '../run/readObjects.js';
import type { CreditKind, Crediting, Payee, RejectedRow, Transaction } from '../schema.js';
import { creditKinds } from './credits.js';
import { deriveCredits } from './deriveCredits.js';

/** Somebody's credit for a transaction. */
export interface Credit {
  readonly transactionId: string;
  readonly payeeId: string;
  readonly kind: CreditKind;
  /** 0 for direct credits, 1 for the first level of the hierarchy. */
  readonly level: number;
  /** Credited part of the amount, in the transaction's currency. */
  readonly amount: string;
  readonly share: string;
  readonly explanation: Explanation;
}

/** The people around a transaction. */
export interface CreditingContext {
  readonly payees: readonly Payee[];
  readonly hierarchy?: readonly HierarchyLink[];
  /** Last day whose facts are known, for rules that read the hierarchy at the run. Default: the transaction's date. */
  readonly asOf?: string;
  /** The transactions that this one may reverse. */
  readonly originals?: readonly Transaction[];
}

/** The credits of a transaction, or why it has none. */
export interface CreditedTransaction {
  readonly credits: readonly Credit[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Returns who is credited with how much of one transaction: owners, splits, and the people above them. No plan has a part
 * in it, so nothing is held and rules with `heldDirect: 'skip'` derive from everything.
 *
 * @param transaction row of a run
 * @param crediting rules of splits and hierarchies
 * @param context payees and their reporting lines; every payee counts as active
 * @throws SalesModelError `hierarchy.overlap`, `hierarchy.cycle`, `payee.duplicate`, and the errors of rules and decimals
 * @example
 * import { creditTransaction } from 'salesmodel/commission';
 *
 * const row = { id: 'T1', date: '2026-01-10', amount: '500.00', currency: 'USD', payeeId: 'ana' };
 * const { credits } = creditTransaction(row, { rules: [{ id: 'up', kind: 'rollup', levels: 1, shares: ['0.5'] }] }, {
 *   payees: [{ id: 'ana' }, { id: 'mia' }],
 *   hierarchy: [{ child: 'ana', parent: 'mia', from: '2026-01-01' }],
 * });
 * credits.map(({ payeeId, kind, amount }) => [payeeId, kind, amount]);
 * // => [['ana', 'revenue', '500.00'], ['mia', 'rollup', '250.00']]
 */
export function creditTransaction(
  transaction: Transaction,
  crediting: Crediting,
  { payees, hierarchy = [], asOf = transaction.date, originals = [] }: CreditingContext,
): CreditedTransaction {
  const positions = payeeIndex(payees);
  const known = dayNumber(asOf, ['context', 'asOf']);
  const { rows, rejected } = readObjects([...originals, transaction], {
    payees: positions,
    asOf: known,
    horizon: { from: -Infinity, to: Infinity },
    currencies: isoCurrencies,
    planCurrencies: [],
  });
  const relations = toRelations(hierarchy, ['context', 'hierarchy']);
  const derived = deriveCredits(rows, {
    crediting,
    payees,
    positions,
    isActive: () => true,
    upline: (kind, levels) => {
      const read = uplineReader(relations.get(kind), levels);
      return (child, day) => read(child, day).ancestors;
    },
    asOf: known,
    periodEnd: (day) => day,
    mode: 'halfEven',
  });
  const own = rows.n - 1;
  const { credits } = derived;
  const places = decimalAt(rows.amount, own).decimalPlaces();
  const list: Credit[] = [];
  for (let at = 0; at < credits.n; at += 1) {
    if (credits.row[at] !== own || credits.payee[at]! < 0) continue;
    const amount = decimalAt(credits.amount, at);
    list.push({
      transactionId: transaction.id,
      payeeId: payees[credits.payee[at]!]!.id,
      kind: creditKinds[credits.kind[at]!]!,
      level: credits.level[at]!,
      amount: amount.toFixed(Math.max(amount.decimalPlaces(), places, 2)),
      share: toText(shareOf(credits, at)),
      explanation: credits.explain(at),
    });
  }
  const faults = derived.rejected
    .filter(({ row }) => row === own)
    .map(({ code, path, params }) => ({ index: 0, id: transaction.id, code, path, params }));
  return {
    credits: list,
    rejected: [...rejected.filter(({ index }) => index === own).map((fault) => ({ ...fault, index: 0 })), ...faults],
  };
}
