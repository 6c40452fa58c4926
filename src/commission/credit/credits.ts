import type { FixedColumn } from '../../core/fixed/column.js';
import type { Explanation } from '../../core/explanation.js';

/** Kinds of credit in canonical order; the number in a column is the position in this list. */
export const creditKinds = ['revenue', 'overlay', 'rollup', 'override'] as const;
export type CreditKind = (typeof creditKinds)[number];

/**
 * Who is credited with how much of which row, by column, in canonical order within a day:
 * row id, then kind, level and split position.
 */
export interface Credits {
  readonly n: number;
  readonly row: Int32Array;
  readonly payee: Int32Array;
  readonly kind: Uint8Array;
  /** 0 for direct credits, 1 for the first level of the hierarchy. */
  readonly level: Uint16Array;
  /** Credited part of the row's amount, in the row's currency. */
  readonly amount: FixedColumn;
  /** Part of the row credited, by which cost, units and mrr are scaled; `null` = the whole row each. */
  readonly share: FixedColumn | null;
  /** Part of the row that pays, where it is not the share; `null` = the share. */
  readonly payoutShare: FixedColumn | null;
  /** Part played in the deal. */
  dealRole(credit: number): string | undefined;
  /** How the credit came about: split, relation, level, day of the hierarchy, reversal. */
  explain(credit: number): Explanation;
}
