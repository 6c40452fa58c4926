import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';
import type { ConflictCause, ConflictCode } from './conflictRules.js';

/**
 * What mostly lies behind each conflict, as a decision table on its code, its kind and how often it happened: goals that
 * differ, scarce customers or goods, roles and areas that are not clear, and what nobody told the other.
 *
 * @example
 * import { evaluateTable } from 'salesmodel/mechanisms/rules';
 * import { conflictCauses } from 'salesmodel/channel';
 *
 * const decision = evaluateTable(conflictCauses, { code: 'makerBypass', kind: 'vertical', count: 1 });
 * decision.ok && decision.hits.map(({ output }) => output); // => ['goals', 'role']
 */
export const conflictCauses: DecisionTable<ConflictCause> = /* @__PURE__ */ (() => ({
  inputs: [
    { field: 'code' as const, type: 'string' as const },
    { field: 'kind' as const, type: ['horizontal', 'vertical', 'multiChannel'] },
    { field: 'count' as const, type: 'decimal' as const },
  ],
  hit: 'all' as const,
  rows: [
    row('goals', ['makerBypass', 'belowFloor', 'aboveCeiling', 'onlineUndercut', 'corridor']),
    row('scarcity', ['sameCustomer', 'arbitrage']),
    row('role', ['exclusiveOverlap', 'makerBypass', 'crossTerritory']),
    row('communication', ['promotionBreach']),
  ],
}))();

function row(
  output: ConflictCause,
  code: readonly ConflictCode[],
): { when: { code: readonly string[] }; output: ConflictCause } {
  return { when: { code }, output };
}
