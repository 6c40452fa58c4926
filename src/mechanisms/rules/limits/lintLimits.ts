import type { Finding } from '../../../core/errors.js';
import { lintTable } from '../lintTable.js';
import { compileLimits, type LimitOptions } from './compileLimits.js';
import type { LimitMatrix } from './limitMatrix.js';
import { lintRoles } from './lintRoles.js';
import { lintRows } from './lintRows.js';
import { situationsOf } from './situations.js';

/**
 * Returns what is questionable in a matrix, proved over every combination of actions, keys and days that its rows tell
 * apart; `example` names one:
 *
 * - `dateGap`: days between two rows of a role that ask for the same;
 * - `deadRole`: a role that no request needs: it has no row, or a lower or equal one of its tracks may sign all that it may;
 * - `deadRow`: a row that changes no answer, because more specific, stricter or wider rows of its role count instead;
 * - `limitInversion`: a bound of a higher level (`roles[1]`) that is tighter than that of a lower one;
 * - `rowOverlap`: two rows of a role that ask for the same and bound the same measure on the same days;
 * - `unapprovable`: a size `beyond` which nobody on a track may sign;
 * - `uncoveredKey`: values of the keys for which no role has a row.
 *
 * Rows with a `when` that the keys do not answer are taken as possible: they are never called dead for others' sake,
 * and where they could lift a bound it is not called unapprovable or inverted.
 *
 * @param matrix roles, limits and tracks
 * @param options catalogue of the fields of scopes
 * @throws SalesModelError `limits.unknownRole`, `limits.unknownTrack`, `limits.duplicateLevel`, `option.unknown`,
 * `period.order`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`, `rule.unknownField`, `rule.unknownOperator`,
 * `rule.type`, `key.forbidden`, and `rule.limit` for more than 20,000 combinations
 * @example
 * import { lintLimits, type LimitMatrix } from 'salesmodel/mechanisms/rules';
 *
 * const matrix: LimitMatrix = {
 *   code: 'discounts',
 *   roles: [{ role: 'rep', level: 1 }, { role: 'manager', level: 2 }],
 *   limits: [
 *     { role: 'rep', bounds: { discount: { max: '0.10' } } },
 *     { role: 'manager', bounds: { discount: { max: '0.05' } } },
 *   ],
 * };
 * lintLimits(matrix).map(({ code }) => code); // => ['deadRole', 'limitInversion', 'unapprovable']
 */
export function lintLimits(matrix: LimitMatrix, options: LimitOptions = {}): readonly Finding[] {
  const limits = compileLimits(matrix, options);
  const situations = situationsOf(matrix, limits, options);
  const findings = [
    ...lintRows(limits, situations, options.path ?? []),
    ...lintRoles(matrix, limits, situations, options.path ?? []),
    ...uncoveredKeys(matrix, options),
  ];
  const key = ({ code, path, params }: Finding): string => JSON.stringify([code, path, params]);
  return findings
    .map((finding): [string, Finding] => [key(finding), finding])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, finding]) => finding);
}

/** The keys of the rows make a decision table, and what its rows leave out is covered by no role. */
function uncoveredKeys(matrix: LimitMatrix, { fields, path = [] }: LimitOptions): readonly Finding[] {
  const inputs = [...new Set(matrix.limits.flatMap(({ keys = {} }) => Object.keys(keys)))].toSorted();
  const named = new Set(matrix.limits.flatMap(({ action }) => action ?? []));
  const actions = named.size === 0 ? [undefined] : [...named].toSorted();
  return actions.flatMap((action) => {
    const rows = matrix.limits
      .filter((row) => row.action === undefined || row.action === action)
      .map(({ keys = {} }) => ({ when: keys, output: null }));
    const table = { inputs: inputs.map((field) => ({ field })), rows, hit: 'all' } as const;
    const gaps = lintTable(table, fields && { fields }).filter(({ code }) => code === 'gap');
    return gaps.map(({ params }): Finding => ({
      code: 'uncoveredKey',
      severity: 'warning',
      path: [...path, 'limits'],
      params: { ...(action !== undefined && { action }), keys: params['when'], example: params['example'] },
    }));
  });
}
