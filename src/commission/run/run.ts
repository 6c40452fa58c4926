import type { RunResult, Statement, Transaction } from '../schema.js';
import type { StatementKey } from './change/statementReach.js';
import type { Earnings, Lines } from './lines.js';

/** A computed run. What it holds is made when it is first asked for. */
export interface Run {
  readonly result: RunResult;
  /** What each credit earned. */
  readonly lines: Lines;
  /** What each payee earned in each component and span; without lines, a fraction of their time. */
  readonly earnings: Earnings;
  /** The statements of one payee, made from the payee's rows alone where the rest is not asked for. */
  statementsOf(payeeId: string): readonly Statement[];
  /**
   * Adds rows behind the others. The run is then that over all rows, byte for byte; what a change does not reach is not
   * computed again.
   *
   * @returns keys of the statements that may be others now, by payee, plan and period
   */
  append(rows: readonly Transaction[]): readonly StatementKey[];
  /** Puts a row in the place of the rows of an id. */
  replace(id: string, row: Transaction): readonly StatementKey[];
  /** Takes the rows of an id away. */
  remove(id: string): readonly StatementKey[];
}
