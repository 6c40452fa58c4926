import type { DecimalString } from '../../core/decimal.js';
import type { FieldType } from './field.js';
import type { RuleLeaf, RuleScalar } from './rule.js';

/** A column of conditions of a decision table. */
export interface DecisionInput {
  /** Field of the fact, dotted where it is nested. */
  readonly field: string;
  /** Kind of the field or the texts it may hold. Default: what the caller's catalogue says, else by the values in the rows. */
  readonly type?: FieldType;
  /** Least value of a decimal field that occurs: below it a linter sees no gap. */
  readonly min?: DecimalString;
  /** Greatest value of a decimal field that occurs. */
  readonly max?: DecimalString;
}

/** Comparisons whose answers split a field into finitely many cells. */
type CellLeaf = Exclude<RuleLeaf, { op: 'contains' | 'matches' }>;
type WithoutField<Leaf> = Leaf extends unknown ? Omit<Leaf, 'field'> : never;

/** A cell of a decision table: a value, a list of values of which one is asked, or another comparison. */
export type DecisionTest = RuleScalar | readonly RuleScalar[] | WithoutField<CellLeaf>;

/** A row of a decision table: what it asks, by input field, and what it gives. An input that it does not name may be anything. */
export interface DecisionRow<Output = unknown> {
  readonly id?: string;
  readonly when: Readonly<Record<string, DecisionTest>>;
  readonly output: Output;
  /** Under the hit policy `priority`: the higher goes first. Default 0. */
  readonly priority?: number;
}

/** Conditions and outputs as rows. */
export interface DecisionTable<Output = unknown> {
  readonly inputs: readonly DecisionInput[];
  readonly rows: readonly DecisionRow<Output>[];
  /**
   * What several rows that hold mean: `first`: the first in the list decides; `unique`: a conflict; `all`: each gives
   * its output; `priority`: the one of the highest priority decides, a tie is a conflict.
   */
  readonly hit: 'first' | 'unique' | 'all' | 'priority';
}
