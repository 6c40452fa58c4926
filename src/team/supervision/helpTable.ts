import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';

/**
 * What to offer somebody who falls behind, as a decision table: a new hire a training plan, a territory below the others a
 * check of it, everybody coaching.
 *
 * @example
 * import { evaluateTable } from 'salesmodel/mechanisms/rules';
 * import { helpTable } from 'salesmodel/team';
 *
 * const decision = evaluateTable(helpTable, { newHire: true });
 * decision.ok && decision.hits.map(({ output }) => output); // => [ 'trainingPlan', 'coaching' ]
 */
export const helpTable: DecisionTable<string> = {
  inputs: [
    { field: 'newHire', type: 'boolean' },
    { field: 'weakTerritory', type: 'boolean' },
  ],
  rows: [
    { when: { newHire: true }, output: 'trainingPlan' },
    { when: { weakTerritory: true }, output: 'territoryCheck' },
    { when: {}, output: 'coaching' },
  ],
  hit: 'all',
};
