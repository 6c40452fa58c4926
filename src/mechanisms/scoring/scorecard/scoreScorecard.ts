import type { DecimalLike } from '../../../core/decimal.js';
import { fail as failCore } from '../../../core/fail.js';
import { fail } from '../fail.js';
import { faulty, groupTable } from './compileScorecard.js';
import { objectTable, type WrongFact } from './objectTable.js';
import { readScorecard } from './readScorecard.js';
import { rejectedRows } from './rejectedRows.js';
import type { Scorecard, ScoreFacts, ScoreResult } from './scorecard.js';
import { scoreResult } from './scoreResult.js';
import { scoreTable } from './scoreTable.js';
import type { FaultCode } from './scoreValues.js';

/** What a score may need besides the facts. */
export interface ScoreOptions {
  /** The facts of all who are scored together, this one too, for normalisers that look at all of them. Default: this one alone. */
  readonly group?: readonly ScoreFacts[];
  /** Last known scores by item, in points, for `carryForward`. */
  readonly lastScores?: Readonly<Record<string, DecimalLike | null | undefined>>;
}

/**
 * Returns what a scorecard makes of facts: the total, its grade, what each item contributes and what each gate took, which
 * add up to the total; or why there is no total. Use `compileScorecard` for many.
 *
 * @param card items, gates, grades
 * @param facts metrics, and what conditions read; `null` or absent is missing
 * @param options the group, last known scores
 * @throws SalesModelError those of `compileScorecard`, `scorecard.directRange`, `scorecard.targetZero`,
 *   `scorecard.target`, `scorecard.worst`, `scorecard.notInGroup`, `scorecard.tooLarge`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { scoreScorecard, type Scorecard } from 'salesmodel/mechanisms/scoring';
 *
 * const card: Scorecard = {
 *   id: 'sales',
 *   items: [
 *     { id: 'revenue', metric: 'revenue', weight: '70', normaliser: { kind: 'attainment', target: '500000' } },
 *     { id: 'complaints', metric: 'complaints', weight: '30', normaliser: { kind: 'deduct', per: '15' } },
 *   ],
 *   gates: [{ id: 'many', when: { field: 'complaints', op: 'ge', value: '3' }, effect: { kind: 'cap', at: '60' } }],
 *   bands: { bands: [{ id: 'A', min: '90' }, { id: 'B', min: '60' }, { id: 'C' }] },
 * };
 * const result = scoreScorecard(card, { revenue: '460000', complaints: 3 });
 * if (result.status !== 'scored') throw new Error(result.reason);
 * [result.beforeGates, result.total, result.grade]; // => ['80.90', '60.00', 'B']
 * result.items.map(({ id, contribution }) => `${id} ${contribution}`); // => ['complaints 16.50', 'revenue 64.40']
 * result.gates; // => [{ id: 'many', effect: 'cap', delta: '-20.90' }]
 */
export function scoreScorecard(card: Scorecard, facts: ScoreFacts, options: ScoreOptions = {}): ScoreResult {
  const checked = readScorecard(card);
  const { group, lastScores } = options;
  const wrong: WrongFact[] = [];
  const table = objectTable([lastScores === undefined ? { facts } : { facts, lastScores }], (fact) => wrong.push(fact));
  const scored = scoreTable(checked, table, groupTable(group) ?? table, () => faulty(wrong, 1));
  const [first] = wrong;
  if (first) failCore(first.error.code as 'decimal.invalid', first.path, first.error.params);
  const [fault] = rejectedRows(checked, scored.faults, [], table, () => undefined);
  if (fault) fail(fault.code as FaultCode, fault.path, fault.params);
  return scoreResult(checked, scored, table, 0);
}
